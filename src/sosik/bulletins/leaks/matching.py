"""One layer of bytes against all secrets: reduced in three ways, each searched by the automaton, each find looked at again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

import numpy as np
from attrs import frozen

from sosik.bulletins.leaks.forms import Form, Stream, forms
from sosik.bulletins.leaks.guard import stands
from sosik.bulletins.leaks.letters import JUNK, LOWER, Letters, flat_letters, letters, odd_letters, squeezed
from sosik.bulletins.leaks.nearby import around
from sosik.bulletins.leaks.secret import Secret, reach_of

_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_URL_SAFE = bytes.maketrans(b"-_", b"+/")
_NOT_BASE64 = bytes(at for at in range(256) if at not in _BASE64 + b"-_")
_NEAR = 200


class Automaton(Protocol):
    """Finds every pattern of a fixed list, overlapping ones too."""

    def find(self, haystack: bytes) -> Iterable[tuple[int, int, int]]:
        """The number of the pattern, the first byte of the find and the byte after it."""
        ...


Compile = Callable[[Sequence[bytes]], Automaton]


@frozen
class Find:
    """``at`` is a byte of the layer, as near as the reduction allows."""

    secret: Secret
    encoding: str
    at: int


class Matcher:
    """All forms of all secrets, compiled once. With ``in_text_only`` the secrets are looked for as letters alone."""

    def __init__(self, secrets: Iterable[Secret], compile_: Compile, *, in_text_only: bool = False) -> None:
        secrets = list(secrets)
        every = [form for secret in secrets for form in forms(secret)]
        self.reach = reach_of(secrets)
        """Characters or bytes on each side of an escape within which a secret that holds it stands whole."""
        if in_text_only:
            every = [form for form in every if form.encoding in {"text", "jamo"}]
        self._plain = [form for form in every if form.stream is not Stream.base64]
        self._base64 = [form for form in every if form.stream is Stream.base64]
        self._in_plain = compile_([form.pattern for form in self._plain])
        self._in_base64 = compile_([form.pattern for form in self._base64]) if self._base64 else None

    def finds(self, raw: bytes) -> Iterator[Find]:
        """In the bytes as they stand and in the text that they are, when they are UTF-8."""
        if raw.isascii():
            yield from self._in_ascii(raw)
        else:
            yield from self._in_bytes(raw)
            yield from self._in_text(raw.decode("utf-8", "surrogateescape"))
        yield from self._in_base64_letters(raw)

    def _in_ascii(self, raw: bytes) -> Iterator[Find]:
        kept: np.ndarray | None = None
        for number, start, end in self._in_plain.find(squeezed(raw)):
            form = self._plain[number]
            kept = _kept_in(raw) if kept is None else kept
            first, last = int(kept[start]), int(kept[end - 1]) + 1
            if form.stream is Stream.letters and form.secret.is_guarded:
                near = max(0, first - _NEAR)
                if not stands(raw[near : last + _NEAR].decode("ascii"), kept[start:end] - near, _read(form)):
                    continue
            elif not _is_exact(form, raw, first, last):
                continue
            yield Find(form.secret, form.encoding, first)

    def _in_bytes(self, raw: bytes) -> Iterator[Find]:
        kept: np.ndarray | None = None
        for number, start, end in self._in_plain.find(squeezed(raw)):
            form = self._plain[number]
            if form.stream is Stream.letters:
                continue  # seen with its neighbours in the text
            kept = _kept_in(raw) if kept is None else kept
            first, last = int(kept[start]), int(kept[end - 1]) + 1
            if _is_exact(form, raw, first, last):
                yield Find(form.secret, form.encoding, first)

    def _in_text(self, text: str) -> Iterator[Find]:
        seen = letters(text)
        at: np.ndarray | None = None
        for number, start, end in self._in_plain.find(seen.stream):
            form = self._plain[number]
            if form.stream is not Stream.letters:
                continue
            at = _places(seen) if at is None else at
            first, last = _letter(seen.stream, start), _letter(seen.stream, end)
            yield from self._stood(form, text, at[first:last])
        if seen.has_odd:
            yield from self._in_flat(text)

    def _in_flat(self, text: str) -> Iterator[Find]:
        """Slow, and only around jamo, ligatures and letters beyond the first plane."""
        odd = (match.span() for match in odd_letters().finditer(text))
        for first, last in around(odd, self.reach, len(text)):
            yield from self._in_stretch(text, first, last)

    def _in_stretch(self, text: str, first: int, last: int) -> Iterator[Find]:
        stream = flat_letters(text[first:last]).encode()
        at: np.ndarray | None = None
        for number, start, end in self._in_plain.find(stream):
            form = self._plain[number]
            if form.stream is not Stream.letters:
                continue
            if at is None:
                sizes = [len(flat_letters(letter)) for letter in text[first:last]]
                at = np.repeat(np.arange(first, last), sizes)
            places = at[_letter(stream, start) : _letter(stream, end)]
            yield from self._stood(form, text, np.unique(places), is_unit=False)

    def _stood(self, form: Form, text: str, places: np.ndarray, *, is_unit: bool = True) -> Iterator[Find]:
        first = int(places[0])
        where = _text_before(text, first, is_unit=is_unit)
        if form.secret.is_guarded:
            near = _text_near(text, first, int(places[-1]), is_unit=is_unit)
            if not stands(near.text, places - near.start, _read(form)):
                return
        yield Find(form.secret, form.encoding, len(where.encode("utf-8", "surrogateescape")))

    def _in_base64_letters(self, raw: bytes) -> Iterator[Find]:
        if self._in_base64 is None:
            return
        kept: np.ndarray | None = None
        for number, start, _ in self._in_base64.find(raw.translate(_URL_SAFE, _NOT_BASE64)):
            if kept is None:
                kept = np.flatnonzero(~np.isin(np.frombuffer(raw, "u1"), list(_NOT_BASE64)))
            form = self._base64[number]
            yield Find(form.secret, form.encoding, int(kept[start]))


def _read(form: Form) -> str:
    return form.secret.text[::-1] if form.encoding == "reversed" else form.secret.text


@frozen
class _Near:
    text: str
    start: int


def _text_before(text: str, at: int, *, is_unit: bool) -> str:
    """``at`` counts UTF-16 units, or letters."""
    if not is_unit or text.isascii():
        return text[:at]
    return text.encode("utf-16-le", "surrogatepass")[: 2 * at].decode("utf-16-le", "surrogatepass")


def _text_near(text: str, first: int, last: int, *, is_unit: bool) -> _Near:
    start = max(0, first - _NEAR)
    if not is_unit:
        return _Near(text[start : last + _NEAR], start)
    units = text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * (last + _NEAR)]
    return _Near("".join(map(chr, np.frombuffer(units, "<u2"))), start)


def _places(seen: Letters) -> np.ndarray:
    return np.flatnonzero(seen.at)


def _letter(stream: bytes, at: int) -> int:
    return len(stream[:at].decode("utf-8", "ignore"))


def _kept_in(raw: bytes) -> np.ndarray:
    junk = np.zeros(256, bool)
    junk[list(JUNK)] = True
    return np.flatnonzero(~junk[np.frombuffer(raw, "u1")])


def _is_exact(form: Form, raw: bytes, first: int, last: int) -> bool:
    if form.exact is None:
        return True
    reach = len(form.exact)
    return form.exact.translate(LOWER) in raw[max(0, first - reach) : last + reach].translate(LOWER)
