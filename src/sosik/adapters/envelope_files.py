"""Sealed files from a disk to notes: parts are joined, seals opened, archives and photos taken apart in the sandbox."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import evolve, field, frozen

from sosik.accounts.conversion import Converter
from sosik.accounts.untrusted import UntrustedFile
from sosik.errors import EnvelopeKeyWrong, InputMissing, InputTooLong, KeyWrong, Refusal, SosikError
from sosik.intake.framing import framed, is_framed, unframed
from sosik.intake.note import Note, Photo, plain_note, read_note
from sosik.intake.parts import Part, is_part, join, read_part
from sosik.intake.receipt import receipt_of
from sosik.intake.sealed_head import HEAD_LENGTH, is_sealed_head
from sosik.intake.sizes import SIZES

Opens = Callable[[bytes], bytes]
_DAY_ZERO = (1980, 1, 1, 0, 0, 0)


@frozen
class Sealed:
    """A sealed file, whole: ``name`` is the file's, or that of the first of its parts."""

    name: str
    content: bytes = field(repr=False)

    @property
    def receipt(self) -> str:
        return receipt_of(self.content)


def sealed_files(paths: Sequence[Path]) -> Iterator[Sealed | Refusal]:
    """Every file once, however often it was given; parts joined, wherever they lie."""
    return sealed_among(_untrusted(path) for path in _files(paths))


def sealed_among(files: Iterable[UntrustedFile]) -> Iterator[Sealed | Refusal]:
    """The same of files that are in memory already."""
    parts: list[Part] = []
    names: dict[str, str] = {}
    seen: set[str] = set()
    for file in files:
        try:
            if file.error:
                raise file.error
            if is_part(file.content):
                part = read_part(file.name, file.content)
                parts.append(part)
                names.setdefault(part.whole, file.name)
            elif (one := Sealed(file.name, file.content)).receipt not in seen:
                seen.add(one.receipt)
                yield one
        except SosikError as error:
            yield Refusal(file.name, error)
    joined = join(parts)
    yield from (Sealed(names[whole], content) for whole, content in joined.whole.items() if whole not in seen)
    yield from joined.refused


def is_sealed(content: bytes) -> bool:
    """Whether a file among others is an envelope or a part of one, by how it begins."""
    return is_sealed_head(content[:HEAD_LENGTH]) or is_part(content)


def opened_note(sealed: Sealed, opens: Sequence[Opens], converter: Converter) -> Note:
    """By the first key that fits; words that were sealed without the composer are a note too.

    Raises EnvelopeKeyWrong, SealBroken, EnvelopeRefused or what the converter says.
    """
    plain = _plain(sealed, opens)
    if not is_framed(plain):
        return plain_note(sealed.name, plain)
    archive = unframed(sealed.name, plain)
    files = converter.convert(UntrustedFile("note.zip", archive)).files
    note = read_note(sealed.name, {file.name.removeprefix("note.zip/"): file.content for file in files})
    return evolve(note, photos=tuple(_redrawn(photo, converter) for photo in note.photos))


def archived(members: Mapping[str, bytes]) -> bytes:
    """What is sealed: the members in an archive that states no day, behind the line with its length."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, _DAY_ZERO), content)
    return framed(out.getvalue())


def _plain(sealed: Sealed, opens: Sequence[Opens]) -> bytes:
    for one in opens:
        try:
            return one(sealed.content)
        except KeyWrong:
            continue
    raise EnvelopeKeyWrong(file=sealed.name)


def _redrawn(photo: Photo, converter: Converter) -> Photo:
    return Photo(photo.name, converter.convert(UntrustedFile(photo.name, photo.content)).files[0].content)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Folders give their files; links are followed nowhere."""
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.is_file() and not one.is_symlink())
        else:
            yield path


def _untrusted(path: Path) -> UntrustedFile:
    try:
        return UntrustedFile(path.name, _read(path))
    except SosikError as error:
        return UntrustedFile(path.name, error=error)


def _read(path: Path) -> bytes:
    most = SIZES[-1] * 3 // 2  # a part may hold a whole file in letters
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise InputMissing(file=path.name) from error
    if len(content) > most:
        raise InputTooLong(file=path.name, limit_mb=most // 1_000_000)
    return content
