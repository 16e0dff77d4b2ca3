"""Bytes from outside to text: UTF-8, UTF-16, or a Korean legacy encoding; anything else is refused."""

import codecs
import re
import unicodedata

from sosik.errors import InputBinary, InputControl, InputEmpty, InputEncoding, InputTooLong
from sosik.values.text import normalise

TEXT_LIMIT_MB = 5
_TEXT_LIMIT = TEXT_LIMIT_MB * 1_000_000
_BYTES_LIMIT = 4 * _TEXT_LIMIT
_DECLARED = re.compile(rb"\A(?:\xef\xbb\xbf)?---\r?\n(?:[^\n]*\n){0,40}?encoding:[ \t]*[\"']?([A-Za-z0-9_-]+)")
_LEGACY = {
    "euc-kr": "euc_kr",
    "euckr": "euc_kr",
    "cp949": "cp949",
    "uhc": "cp949",
    "ms949": "cp949",
    "ks_c_5601-1987": "cp949",
}
_WIDE = {
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")


def decode(file: str, untrusted: bytes, declared: str | None = None) -> str:
    """The text in NFC, or the refusal that says what is wrong with it; ``file`` is its name for the sentence."""
    if len(untrusted) > _BYTES_LIMIT:
        raise InputTooLong(file=file, limit_mb=TEXT_LIMIT_MB)
    text = normalise(_characters(file, untrusted, declared or _declared(untrusted)))
    if len(text) > _TEXT_LIMIT or len(text.encode("utf-8", "surrogatepass")) > _TEXT_LIMIT:
        raise InputTooLong(file=file, limit_mb=TEXT_LIMIT_MB)
    if not text.strip("\ufeff \t\n\f"):
        raise InputEmpty(file=file)
    control = _CONTROL.search(text)
    if control:
        raise InputControl(file=file, at=control.start() + 1)
    return text.removeprefix("\ufeff")


def decode_table(file: str, untrusted: bytes) -> str:
    """As ``decode``, for a table: its rows are measured one by one, so that the whole may be as long as its file."""
    text = normalise(_characters(file, untrusted, None)).removeprefix("\ufeff")
    control = _CONTROL.search(text)
    if control:
        raise InputControl(file=file, at=control.start() + 1)
    return text


def _declared(untrusted: bytes) -> str | None:
    match = _DECLARED.match(untrusted[:8192])
    return match[1].decode("ascii") if match else None


def _characters(file: str, untrusted: bytes, declared: str | None) -> str:
    if declared and declared.lower() not in {"utf-8", "utf8"}:
        return _as_declared(file, untrusted, declared.lower())
    if untrusted.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(file, untrusted, "utf-16")
    if b"\x00" in untrusted:
        raise InputBinary(file=file)
    try:
        return untrusted.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _korean(file, untrusted)


def _as_declared(file: str, untrusted: bytes, declared: str) -> str:
    codec = _LEGACY.get(declared) or _WIDE.get(declared)
    if codec is None:
        raise InputEncoding(file=file)
    return _strictly(file, untrusted, codec)


def _strictly(file: str, untrusted: bytes, codec: str) -> str:
    try:
        return untrusted.decode(codec)
    except UnicodeDecodeError as error:
        raise InputEncoding(file=file) from error


def _korean(file: str, untrusted: bytes) -> str:
    """CP949 (which holds EUC-KR) without a declaration, where what is not ASCII reads as Hangul: chance bytes do not."""
    if _looks_binary(untrusted):
        raise InputBinary(file=file)
    text = _strictly(file, untrusted, "cp949")
    foreign = [char for char in text if not char.isascii()]
    hangul = sum("가" <= char <= "힣" for char in foreign)
    common = sum(_is_common(char) for char in foreign)
    if hangul < 4 or common < 0.95 * len(foreign):
        raise InputEncoding(file=file)
    return text


def _is_common(char: str) -> bool:
    """A syllable of KS X 1001, or a punctuation mark or symbol: what Korean text is made of."""
    if "가" <= char <= "힣":
        return len(char.encode("euc_kr", "ignore")) == 2
    return unicodedata.category(char)[0] in "PSZN" or unicodedata.name(char, "").startswith("CJK UNIFIED")


def _looks_binary(untrusted: bytes) -> bool:
    head = untrusted[:4096]
    return sum(byte < 9 or 13 < byte < 32 for byte in head) > len(head) // 50
