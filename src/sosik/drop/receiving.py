"""One upload out of a multipart body, as it streams in: the file goes to the spool, everything else is passed over."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from attrs import define, field
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool

from sosik.drop.spool import NotSealed, Spool, Upload

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

_MOST_PARTS, _MOST_HEADER = 16, 4096


@define
class _Reader:
    """The parser's callbacks; the first part that is named ``file`` is the upload."""

    upload: Upload
    parts: int = 0
    is_file: bool = False
    was_taken: bool = False
    is_whole: bool = False
    _name: bytes = b""
    _value: bytes = b""
    _said: bytes = field(default=b"", repr=False)

    @property
    def callbacks(self) -> "MultipartCallbacks":
        return {
            "on_part_begin": self.on_part_begin,
            "on_header_field": self.on_header_field,
            "on_header_value": self.on_header_value,
            "on_header_end": self.on_header_end,
            "on_headers_finished": self.on_headers_finished,
            "on_part_data": self.on_part_data,
            "on_end": self.on_end,
        }

    def on_part_begin(self) -> None:
        self.parts += 1
        self.is_file, self._said = False, b""
        if self.parts > _MOST_PARTS:
            raise NotSealed

    def on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._name = _short(self._name + data[start:end])

    def on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._value = _short(self._value + data[start:end])

    def on_header_end(self) -> None:
        if self._name.lower() == b"content-disposition":
            self._said = self._value
        self._name = self._value = b""

    def on_headers_finished(self) -> None:
        _, options = parse_options_header(self._said)
        self.is_file = options.get(b"name") == b"file" and not self.was_taken
        self.was_taken = self.was_taken or self.is_file

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        if self.is_file:
            self.upload.write(data[start:end])

    def on_end(self) -> None:
        self.is_whole = True


async def receive(body: AsyncIterator[bytes], content_type: str, spool: Spool) -> str:
    """The receipt. Raises NotSealed, TooLarge or Full; whatever is raised, nothing stays behind."""
    kind, options = parse_options_header(content_type)
    boundary = options.get(b"boundary", b"")
    if kind != b"multipart/form-data" or not 1 <= len(boundary) <= 100:
        raise NotSealed
    upload = spool.begin()
    try:
        reader = _Reader(upload)
        parser = MultipartParser(boundary, reader.callbacks)
        async for chunk in body:
            parser.write(chunk)
        parser.finalize()
        if not (reader.was_taken and reader.is_whole):
            raise NotSealed
        return await run_in_threadpool(upload.keep)
    except FormParserError as error:
        raise NotSealed from error
    finally:
        upload.discard()


async def pass_over(body: AsyncIterator[bytes], at_most: int) -> None:
    """Read on after a refusal, so that the answer reaches a client that writes before it reads."""
    async for chunk in body:
        at_most -= len(chunk)
        if at_most < 0:
            return


def _short(header: bytes) -> bytes:
    if len(header) > _MOST_HEADER:
        raise NotSealed
    return header
