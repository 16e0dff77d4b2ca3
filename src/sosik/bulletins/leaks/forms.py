"""What a secret looks like in each encoding: the byte patterns that the automaton searches for."""

import base64
import codecs
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from attrs import field, frozen

from sosik.bulletins.leaks.letters import flat_letters, letters, squeezed
from sosik.bulletins.leaks.secret import Secret

CHARSETS = ("utf-8", "utf-16-le", "utf-16-be", "cp949", "utf-32-le", "utf-32-be")
_PREFIX = 160
"""Characters of a long secret whose encoded forms are searched; the whole is searched in decoded text."""
_STRONG = 8
"""Bytes from which a pattern in another charset cannot meet by chance among squeezed bytes."""


class Stream(StrEnum):
    """Which reduction of a layer a pattern is searched in."""

    letters = "letters"
    squeezed = "squeezed"
    base64 = "base64"


@frozen
class Form:
    """``exact``, when given, must stand unreduced around a find: the reduced pattern is too short by itself."""

    secret: Secret
    encoding: str
    stream: Stream
    pattern: bytes = field(repr=False)
    exact: bytes | None = field(default=None, repr=False)


def forms(secret: Secret) -> tuple[Form, ...]:
    """Each pattern once, the plainest encoding first."""
    found: dict[tuple[bool, bytes, bytes | None], Form] = {}
    for form in (*_read(secret), *_in_charsets(secret), *_encoded(secret)):
        found.setdefault((form.stream is Stream.base64, form.pattern, form.exact), form)
    return tuple(found.values())


def _read(secret: Secret) -> Iterator[Form]:
    """As letters, from whatever charset and spelling they were decoded."""
    whole, flat = letters(secret.text).stream, flat_letters(secret.text).encode()
    yield Form(secret, "text", Stream.letters, whole)
    yield Form(secret, "jamo", Stream.letters, flat)
    yield Form(secret, "reversed", Stream.letters, whole.decode()[::-1].encode())
    yield Form(secret, "reversed", Stream.letters, flat.decode()[::-1].encode())
    turned = codecs.encode(whole.decode(), "rot13")
    if turned.encode() != whole:
        yield Form(secret, "rot13", Stream.letters, turned.encode())


def spellings(text: str) -> tuple[str, ...]:
    """The ways in which a text is likely written before a program encodes it."""
    short = text[:_PREFIX]
    written = [short, "".join(short.split()), short.lower(), short.upper(), short.title()]
    forms_of = [unicodedata.normalize(name, each) for each in written for name in ("NFC", "NFD")]
    return tuple(dict.fromkeys([short, *forms_of, "".join(map(_keyboard, unicodedata.normalize("NFD", short)))]))


def _keyboard(letter: str) -> str:
    """A conjoining jamo as the letter that a keyboard writes."""
    name = unicodedata.name(letter, "")
    for part in ("CHOSEONG", "JUNGSEONG", "JONGSEONG"):
        if name.startswith(f"HANGUL {part}"):
            return unicodedata.lookup(name.replace(part, "LETTER"))
    return letter


def _bytes_of(secret: Secret) -> Iterator[tuple[str, bytes]]:
    for text in spellings(secret.text):
        for charset in CHARSETS:
            try:
                yield charset, text.encode(charset)
            except UnicodeEncodeError:
                continue


def _in_charsets(secret: Secret) -> Iterator[Form]:
    for charset, raw in _bytes_of(secret):
        for label, written in ((charset, raw), (f"reversed {charset}", raw[::-1])):
            if (raw.isascii() and b"\0" not in raw) or (charset == "utf-8" and written is raw):
                continue  # read as letters, with their neighbours
            pattern = squeezed(written)
            if len(pattern) >= 4:
                yield Form(
                    secret,
                    label,
                    Stream.squeezed,
                    pattern,
                    written if secret.is_guarded or len(pattern) < _STRONG else None,
                )


def _encoded(secret: Secret) -> Iterator[Form]:
    for charset, raw in _bytes_of(secret):
        label = "" if charset == "utf-8" else f" {charset}"
        for way, each in (("", raw), (" reversed", raw[::-1])):
            for text in _at_offsets(each, 3, 4, base64.b64encode):
                yield Form(secret, f"base64{label}{way}", Stream.base64, text)
                yield Form(secret, f"reversed base64{label}{way}", Stream.base64, text[::-1])
        others: list[tuple[str, Iterable[bytes]]] = [
            ("hex", [raw.hex().encode()]),
            ("base32", _at_offsets(raw, 5, 8, base64.b32encode)),
        ]
        for name, texts in others:
            for text in texts:
                if len(text) >= _STRONG:
                    yield Form(secret, f"{name}{label}", Stream.squeezed, text.lower())
                    yield Form(secret, f"reversed {name}{label}", Stream.squeezed, text.lower()[::-1])


def _at_offsets(raw: bytes, step: int, width: int, encode: Callable[[bytes], bytes]) -> Iterator[bytes]:
    """The letters that ``raw`` alone decides when it begins at each of the ``step`` places of a group of ``width`` letters."""
    bits = 8 * step // width
    for offset in range(step):
        text = encode(bytes(offset) + raw + bytes(-(offset + len(raw)) % step))
        first, last = -(-8 * offset // bits), 8 * (offset + len(raw)) // bits
        if last - first >= 7:
            yield text[first:last]
