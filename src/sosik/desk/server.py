"""The desk over HTTP: one process of some threads, on this machine's own address unless told otherwise."""

import os
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from attrs import frozen
from django.core.wsgi import get_wsgi_application

from sosik.adapters.loopback import listening
from sosik.desk import wiring
from sosik.desk.gate import Gate
from sosik.desk.importing import resume
from sosik.desk.open_desk import NOWHERE, Desk, Places
from sosik.desk.seats import remove_seats_of_gone
from sosik.errors import PortTaken

_THREADS = 12


@frozen
class Serving:
    """Where and how: ``again`` are the arguments with which the program starts anew, locked."""

    folder: Path
    host: str
    port: int
    idle_seconds: float
    again: tuple[str, ...]
    places: Places = NOWHERE


def serve(serving: Serving, secret: str | None, ready: Callable[[str, Gate], None]) -> None:
    """Until it is interrupted or locks itself; ``ready`` is told the address once it listens."""
    relock = _relocking(serving)
    gate = Gate(
        serving.folder,
        opens=lambda key: _open_desk(serving, key),
        by_words=wiring.by_passphrase,
        relocks=lambda: relock(),  # noqa: PLW0108 - the port is known later
        idle_seconds=serving.idle_seconds,
    )
    if secret is not None:
        gate.open_with(secret)
    try:
        server = listening(
            _with_gate(gate), serving.host, serving.port, threads=_THREADS, clear_untrusted_proxy_headers=True
        )
    except PortTaken:
        if gate.desk is not None:
            gate.desk.close()
        raise
    relock.port = server.effective_port
    threading.Thread(target=gate.watch, daemon=True, name="idle").start()
    ready(f"http://{serving.host}:{server.effective_port}/", gate)
    try:
        server.run()
    finally:
        if gate.desk is not None:
            gate.desk.close()
        server.close()


def _open_desk(serving: Serving, secret: str) -> Desk:
    """As the wiring opens it; who was removed from the ledger meanwhile has no seat any more, imports go on."""
    desk = wiring.open_desk(serving.folder, secret, places=serving.places)
    try:
        remove_seats_of_gone(desk.store)
        resume(desk)
    except BaseException:
        desk.close()
        raise
    return desk


def _with_gate(gate: Gate) -> Callable[[dict[str, Any], Any], Iterable[bytes]]:
    django = get_wsgi_application()

    def app(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        environ["sosik.gate"] = gate
        answer: Iterable[bytes] = django(environ, start)
        return answer

    return app


class _Relock:
    """The program in place of itself: every key that was in memory is gone with the memory."""

    def __init__(self, again: tuple[str, ...]) -> None:
        self.again, self.port = again, 0

    def __call__(self) -> None:
        os.execv(sys.executable, [sys.executable, "-m", "sosik", *self.again, "--port", str(self.port), "--locked"])  # noqa: S606 - our own program


def _relocking(serving: Serving) -> _Relock:
    return _Relock(serving.again)
