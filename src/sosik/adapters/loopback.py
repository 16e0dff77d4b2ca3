"""A small server on this machine's own address, by waitress."""

from collections.abc import Callable
from typing import Any

import waitress

from sosik.errors import PortTaken


def serve(app: Any, port: int, ready: Callable[[str], None]) -> None:
    """Until it is interrupted; ``ready`` is told the address once it listens. Nothing is logged. Raises PortTaken."""
    server = listening(app, "127.0.0.1", port, threads=4)
    ready(f"http://127.0.0.1:{server.effective_port}/")
    try:
        server.run()
    finally:
        server.close()


def listening(app: Any, host: str, port: int, **options: Any) -> Any:
    """A server that listens and serves nobody yet; raises PortTaken."""
    try:
        return waitress.create_server(app, host=host, port=port, ident=None, **options)
    except OSError as error:
        raise PortTaken(host=host, port=port) from error
