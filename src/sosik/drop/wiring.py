"""Where the drop is put together: spool, mailboxes, and a server that keeps nothing of who came."""

import asyncio
import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from socket import create_server, socket

import uvicorn

from sosik.drop.app import Drop, drop_app
from sosik.drop.mailboxes import Mailboxes
from sosik.drop.spool import Spool

_DAY = 86_400


def drop_of(spool: Path, composer: Path | None = None) -> Drop:
    """Raises OSError when the spool cannot be made or the composer be read."""
    return Drop(Spool.at(spool), Mailboxes.at(spool), composer.read_bytes() if composer else None)


def serve(drop: Drop, port: int, ready: Callable[[str], None], host: str = "127.0.0.1") -> None:
    """Until it is interrupted; no request is logged, and no header says what serves or when. Raises OSError where it cannot listen."""
    listening = create_server((host, port), backlog=512)
    config = uvicorn.Config(
        drop_app(drop),
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
    ready("http://{}:{}/".format(*listening.getsockname()[:2]))
    asyncio.run(_run(uvicorn.Server(config), listening, drop.spool))


async def _run(server: uvicorn.Server, listening: socket, spool: Spool) -> None:
    sweeping = asyncio.create_task(_sweep(spool))
    try:
        await server.serve(sockets=[listening])
    finally:
        sweeping.cancel()


async def _sweep(spool: Spool) -> None:
    """Each day, at an hour that is another each time."""
    while True:
        spool.expire(datetime.now(UTC).date())
        await asyncio.sleep(_DAY * random.uniform(0.5, 1.5))  # noqa: S311 - no secret
