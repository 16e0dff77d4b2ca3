"""A small server on this machine's own address, by waitress."""

from collections.abc import Callable
from typing import Any

import waitress


def serve(app: Any, port: int, ready: Callable[[str], None]) -> None:
    """Until it is interrupted; ``ready`` is told the address once it listens. Nothing is logged."""
    server = waitress.create_server(app, host="127.0.0.1", port=port, ident=None, threads=4)
    ready(f"http://127.0.0.1:{server.effective_port}/")
    try:
        server.run()
    finally:
        server.close()
