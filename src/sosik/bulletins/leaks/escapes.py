"""Escapes of markup and programs inside a text, taken back: entities, tags, backslashes, percent signs, quoted-printable, host names.

Readers of the standard library do the decoding; what is ours is where to look. Each works on bytes, so that a text of any
charset can stand inside.
"""

import html
import quopri
import re
import urllib.parse
from collections.abc import Callable, Iterator

from sosik.bulletins.leaks.nearby import around

_TRIGGER = re.compile(rb"&[#A-Za-z]|%[0-9A-Fa-fu]|\\[uUxX0-7abfnrtv\\/\"'\n\r]|[xX][nN]--")
_TAG = re.compile(rb"<!--.{0,4096}?-->|<[!/?A-Za-z](?:[^<>\"']|\"[^\"]{0,4096}\"|'[^']{0,4096}')*>|<[^<>]*>", re.DOTALL)
_BACKSLASH = re.compile(
    r"(?P<bytes>(?:\\(?:x[0-9A-Fa-f]{2}|[0-7]{3}))+)|\\u\{(?P<brace>[0-9A-Fa-f]{1,6})\}|(?P<units>(?:\\u[0-9A-Fa-f]{4})+)"
    r"|\\U(?P<long>[0-9A-Fa-f]{8})|\\(?P<plain>[abfnrtv0\\/\"'\n]|\r\n?)"
)
_PERCENT_U = re.compile(r"(?:%u[0-9A-Fa-f]{4})+")
_CSS = re.compile(r"\\([0-9A-Fa-f]{1,6})(?:\r\n|[ \t\r\n\f])?")
_QUOTED = re.compile(rb"=[0-9A-Fa-f]{2}|=\r?\n")
_HOST = re.compile(r"xn--([a-z0-9-]{2,})", re.IGNORECASE)
_PLAIN = {"\\": "\\", "/": "/", '"': '"', "'": "'"}


def unescaped(raw: bytes, reach: int) -> Iterator[tuple[str, bytes]]:
    """What the layer says once its escapes are taken back, by each reading that changes it; ``reach`` bytes around each escape."""
    for name, firsts, trigger, decode in _READINGS:
        part = _part(raw, trigger, reach) if any(first in raw for first in firsts) else None
        if part is None:
            continue
        decoded = decode(part)
        if decoded != part:
            yield name, decoded


def _part(raw: bytes, trigger: re.Pattern[bytes], reach: int) -> bytes | None:
    """The neighbourhoods of its escapes; None when there are none."""
    spans = list(around((match.span() for match in trigger.finditer(raw)), reach, len(raw)))
    return b"\n\n".join(raw[start:end] for start, end in spans) if spans else None


def _escapes(raw: bytes) -> bytes:
    """Percent signs first, since they hide the others; then entities, backslashes and host names."""
    text = _text(urllib.parse.unquote_to_bytes(raw) if b"%" in raw else raw)
    if "%u" in text:
        text = _PERCENT_U.sub(lambda found: _utf16(found[0].replace("%u", "")), text)
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        text = _BACKSLASH.sub(_backslash, text)
    if "--" in text:
        text = _HOST.sub(_host, text)
    return _bytes(text)


def _backslash(found: re.Match[str]) -> str:
    if found["bytes"]:
        return _text(bytes(_byte(each) for each in found["bytes"].split("\\")[1:]))
    if found["units"]:
        return _utf16(found["units"].replace("\\u", ""))
    if found["brace"] or found["long"]:
        return _character(int(found["brace"] or found["long"], 16))
    return _PLAIN.get(found["plain"], " " if found["plain"] in "bfnrtv" else "")


def _byte(digits: str) -> int:
    return (int(digits[1:], 16) if digits[0] == "x" else int(digits, 8)) & 0xFF


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _host(found: re.Match[str]) -> str:
    try:
        return found[1].encode().decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return found[0]


def _styles(raw: bytes) -> bytes:
    return _bytes(_CSS.sub(lambda found: _character(int(found[1], 16)), _text(raw)))


def _quoted_printable(raw: bytes) -> bytes:
    return quopri.decodestring(raw)


def _without_tags(raw: bytes) -> bytes:
    return _TAG.sub(b"", raw)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape") if _is_whole(text) else text.encode("utf-8", "replace")


def _is_whole(text: str) -> bool:
    try:
        text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True


def _form(raw: bytes) -> bytes:
    """As a form is sent: a plus is a blank."""
    return urllib.parse.unquote_to_bytes(raw.replace(b"+", b" "))


_READINGS: tuple[tuple[str, bytes, re.Pattern[bytes], Callable[[bytes], bytes]], ...] = (
    ("percent", b"%", re.compile(rb"%[0-9A-Fa-f]{2}"), urllib.parse.unquote_to_bytes),
    ("form", b"+", re.compile(rb"%[0-9A-Fa-f]{2}"), _form),
    ("escapes", b"&%\\-", _TRIGGER, _escapes),
    ("css", b"\\", re.compile(rb"\\[0-9A-Fa-f]"), _styles),
    ("quoted-printable", b"=", _QUOTED, _quoted_printable),
    ("tags", b"<", re.compile(rb"<[!/?A-Za-z]"), _without_tags),
)
