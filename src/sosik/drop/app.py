"""The drop's web face: four addresses, no script, no cookie, nothing written of who came."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable

from attrs import define, field
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from sosik.drop import pages
from sosik.drop.mailboxes import Mailboxes
from sosik.drop.receiving import pass_over, receive
from sosik.drop.spool import LIMIT, Full, NotSealed, Spool, TooLarge
from sosik.intake.receipt import receipt_of

_AT_ONCE = 64
_STALLED = 30.0  # seconds without a byte
_LONGEST = 3600.0  # seconds for one upload: 64 MiB over a slow onion circuit
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": f"default-src 'none'; style-src {pages.STYLE_HASH}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_ADDRESS = re.compile(r"[0-9a-f]{32}")
_UNKNOWN = "f" * 32
_STATUS = {NotSealed: (400, "refused"), TooLarge: (413, "large"), Full: (429, "busy")}


@define
class Drop:
    """``at_once`` uploads at most; those beyond are told to come again."""

    spool: Spool
    mailboxes: Mailboxes
    composer: bytes | None = None
    at_once: int = _AT_ONCE
    _under_way: int = field(init=False, default=0)

    async def front(self, request: Request) -> Response:  # noqa: ARG002 - nothing of it is looked at
        return _page(pages.front(receipt_of(self.composer) if self.composer else None))

    async def letter(self, request: Request) -> Response:  # noqa: ARG002
        if self.composer is None:
            raise HTTPException(404)
        headers = _HEADERS | {"Content-Disposition": 'attachment; filename="letter.html"'}
        return Response(self.composer, media_type="text/html; charset=utf-8", headers=headers)

    async def take(self, request: Request) -> Response:
        """201 with a receipt once the file is on the disk; else 400, 413 or 429, and nothing is kept."""
        try:
            receipt = await self._received(request)
        except tuple(_STATUS) as error:
            await _pass_over(request)
            status, key = _STATUS[type(error)]
            return _page(pages.said(key), status, close=True)
        except (ClientDisconnect, TimeoutError, OSError):
            return _page(pages.said("busy"), 429, close=True)
        return _page(pages.said("kept", receipt), 201)

    async def mailbox(self, request: Request) -> Response:
        """Always 200, always as many bytes."""
        said = request.path_params["address"]
        address = said if _ADDRESS.fullmatch(said) else _UNKNOWN
        content = await run_in_threadpool(self.mailboxes.answer, address)
        headers = _HEADERS | {"Content-Disposition": 'attachment; filename="reply.bin"'}
        return Response(content, media_type="application/octet-stream", headers=headers)

    async def _received(self, request: Request) -> str:
        if self._under_way >= self.at_once:
            raise Full
        self._under_way += 1
        try:
            async with asyncio.timeout(_LONGEST):
                return await receive(_steady(request), request.headers.get("content-type", ""), self.spool)
        finally:
            self._under_way -= 1


def drop_app(drop: Drop) -> Starlette:
    routes = [
        Route("/", drop.front, methods=["GET"]),
        Route("/", drop.take, methods=["POST"]),
        Route("/letter.html", drop.letter, methods=["GET"]),
        Route("/m/{address:path}", drop.mailbox, methods=["GET"]),
    ]
    handlers: dict[int | type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
        HTTPException: _nothing,
        Exception: _nothing,
    }
    return Starlette(routes=routes, exception_handlers=handlers)


async def _steady(request: Request) -> AsyncIterator[bytes]:
    """The body; raises TimeoutError when it stalls."""
    stream = request.stream()
    while True:
        async with asyncio.timeout(_STALLED):
            chunk = await anext(stream, None)
        if chunk is None:
            return
        yield chunk


async def _pass_over(request: Request) -> None:
    with contextlib.suppress(ClientDisconnect, TimeoutError, RuntimeError):
        async with asyncio.timeout(_STALLED):
            await pass_over(request.stream(), LIMIT)


async def _nothing(request: Request, error: Exception) -> Response:  # noqa: ARG001
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _page(pages.said("nothing"), status)


def _page(content: str, status: int = 200, *, close: bool = False) -> Response:
    headers = _HEADERS | ({"Connection": "close"} if close else {})
    return HTMLResponse(content, status_code=status, headers=headers)
