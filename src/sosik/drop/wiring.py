"""Where the drop is put together: spool, mailboxes, and a server that keeps nothing of who came."""

import asyncio
import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from socket import socket

import uvicorn

from sosik.drop.app import Drop, drop_app
from sosik.drop.mailboxes import Mailboxes
from sosik.drop.spool import Spool

_DAY = 86_400


def drop_of(spool: Path, composer: Path | None = None) -> Drop:
    """Raises OSError when the spool cannot be made or the composer be read."""
    return Drop(Spool.at(spool), Mailboxes.at(spool), composer.read_bytes() if composer else None)


def serve(drop: Drop, port: int, ready: Callable[[str], None], host: str = "127.0.0.1") -> None:
    """Until it is interrupted; no request is logged, and no header says what serves or when."""
    config = uvicorn.Config(
        drop_app(drop),
        host=host,
        port=port,
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_keep_alive=5,
        limit_concurrency=512,
        lifespan="off",
    )
    asyncio.run(_run(_Server(config, ready), drop.spool))


class _Server(uvicorn.Server):
    """Tells its address once it listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[str], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            self._ready(f"http://{host}:{port}/")


async def _run(server: uvicorn.Server, spool: Spool) -> None:
    sweeping = asyncio.create_task(_sweep(spool))
    try:
        await server.serve()
    finally:
        sweeping.cancel()


async def _sweep(spool: Spool) -> None:
    """Each day, at an hour that is another each time."""
    while True:
        spool.expire(datetime.now(UTC).date())
        await asyncio.sleep(_DAY * random.uniform(0.5, 1.5))  # noqa: S311 - no secret
