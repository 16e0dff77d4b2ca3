"""A sealed file as numbered parts of plain letters, and the file out of its parts again."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from sosik.errors import EnvelopeRefused, PartsMissing, Refusal, SosikError

HEAD = 84
"""Characters of a part's first line and of the line's ends, at most."""
_MOST = 9_999
_PART = re.compile(rb"\s*part (\d{1,4}) of (\d{1,4}) ([0-9a-f]{64})\s+([A-Za-z0-9+/=\s]*)\Z")
_FIRST_WORD = b"part "


@frozen
class Part:
    number: int
    count: int
    whole: str
    """SHA-256 of the sealed file, in hexadecimal."""
    letters: bytes = field(repr=False)


@frozen
class Joined:
    """``whole`` by name the sealed files that are complete; ``refused`` the others, with the numbers that are missing."""

    whole: Mapping[str, bytes]
    refused: tuple[Refusal, ...]


def parts_of(sealed: bytes, size: int) -> list[str]:
    """Parts of at most ``size`` characters each, and never more than 9,999."""
    letters = base64.b64encode(sealed).decode("ascii")
    room = max(4, size - HEAD, -(-len(letters) // _MOST))
    count = -(-len(letters) // room)
    whole = hashlib.sha256(sealed).hexdigest()
    return [f"part {at + 1} of {count} {whole}\n{letters[at * room : (at + 1) * room]}\n" for at in range(count)]


def is_part(untrusted: bytes) -> bool:
    return untrusted[:64].lstrip().startswith(_FIRST_WORD)


def read_part(file: str, untrusted: bytes) -> Part:
    """Raises EnvelopeRefused."""
    found = _PART.match(untrusted)
    number, count = (int(found[1]), int(found[2])) if found else (0, 0)
    if found is None or not 1 <= number <= count:
        raise EnvelopeRefused(file=file, why="it is no part of a sealed file")
    return Part(number, count, found[3].decode("ascii"), b"".join(found[4].split()))


def join(parts: Iterable[Part]) -> Joined:
    """Parts in any order, any of them more than once. Of parts that contradict one another the file's own hash decides."""
    groups: dict[str, list[Part]] = {}
    for part in parts:
        groups.setdefault(part.whole, []).append(part)
    whole: dict[str, bytes] = {}
    refused: list[Refusal] = []
    for name, group in groups.items():
        try:
            whole[name] = _joined(name, group)
        except SosikError as error:
            refused.append(Refusal(name[:12], error))
    return Joined(whole, tuple(refused))


def _joined(name: str, group: Sequence[Part]) -> bytes:
    counts = {part.count for part in group}
    tries = [_of_count(count, group) for count in sorted(counts)]
    for letters in tries:
        sealed = _decoded(letters) if letters is not None else None
        if sealed is not None and hashlib.sha256(sealed).hexdigest() == name:
            return sealed
    if any(letters is not None for letters in tries):
        raise EnvelopeRefused(file=name[:12], why="its parts do not make the file that they name")
    count = max(counts)
    missing = sorted(set(range(1, count + 1)) - {part.number for part in group})
    raise PartsMissing(file=name[:12], numbers=_numbers(missing), count=count)


def _of_count(count: int, group: Sequence[Part]) -> bytes | None:
    """The letters in order, None when a part is missing."""
    by_number = {part.number: part.letters for part in group if part.count == count}
    return b"".join(by_number[number] for number in sorted(by_number)) if len(by_number) == count else None


def _decoded(letters: bytes) -> bytes | None:
    try:
        return base64.b64decode(letters, validate=True)
    except binascii.Error:
        return None


def _numbers(missing: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in missing[:20])
    return f"{shown}, ... ({len(missing)} in all)" if len(missing) > 20 else shown
