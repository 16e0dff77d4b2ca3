"""Reports from a folder to accounts: each taken or refused by itself, none lost, none silently changed."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from attrs import asdict, evolve, field, frozen

from sosik.accounts.account import Account
from sosik.accounts.conversion import ARCHIVES, DOCUMENTS, Converter, Unconverted
from sosik.accounts.encoding import decode
from sosik.accounts.front_matter import FrontMatter, read, read_sidecar, split
from sosik.accounts.records import RECORDS, read_records
from sosik.accounts.report_text import Reported, read_report
from sosik.accounts.untrusted import UntrustedFile, suffix_of
from sosik.errors import DeskFailed, InputArchive, InputAttachment, InputFormat, InputTooLarge, Refusal, SosikError
from sosik.values.ids import AccountId

TEXT_FORMATS = {".txt", ".md"}
SIDECAR = ".toml"
_REPORTS = TEXT_FORMATS | DOCUMENTS | RECORDS | ARCHIVES


@frozen
class Attachment:
    """A file that an account brings along; its bytes are kept as they came."""

    account: AccountId
    name: str
    content: bytes = field(repr=False)


@frozen
class TakenAccount:
    account: Account
    attachments: tuple[Attachment, ...] = ()


@frozen
class PassedOver:
    """A README or a bulletin, which is no account; ``is_known`` of one that was taken in before."""

    name: str
    is_known: bool = False


KnownAs = Callable[[Iterable[str]], Iterable[Account]]
One = TakenAccount | Refusal | PassedOver
Folder = Mapping[str, UntrustedFile]


def nobody(_names: Iterable[str]) -> tuple[Account, ...]:
    return ()


@frozen
class Taken:
    """``passed_over`` are READMEs and bulletins; ``known`` were taken in before and are not taken twice."""

    accounts: tuple[Account, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    refused: tuple[Refusal, ...] = ()
    passed_over: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


def take(
    files: Folder | Sequence[UntrustedFile],
    defaults: FrontMatter,
    kept: Iterable[Account] = (),
    *,
    known: KnownAs = nobody,
    converter: Converter | None = None,
) -> Taken:
    """What a folder gives, in the order of its names; ``kept`` is what the ledger holds already, or ``known`` asks it."""
    folder = files if isinstance(files, Mapping) else {file.name: file for file in files}
    every = list(Tray(kept, converter or Unconverted(), known).folder(folder, defaults))
    taken = [one for one in every if isinstance(one, TakenAccount)]
    passed = [one for one in every if isinstance(one, PassedOver)]
    return Taken(
        tuple(one.account for one in taken),
        tuple(item for one in taken for item in one.attachments),
        tuple(sorted((one for one in every if isinstance(one, Refusal)), key=lambda refusal: refusal.name)),
        tuple(one.name for one in passed if not one.is_known),
        tuple(one.name for one in passed if one.is_known),
    )


class Tray:
    """Takes folders one file after the other; of what was taken it holds hashes alone, so that an archive of any size fits."""

    def __init__(self, kept: Iterable[Account], converter: Converter, known: KnownAs = nobody) -> None:
        self.kept = {account.id: _fingerprint(account) for account in kept}
        self.converter, self.known = converter, known
        self._asked: set[AccountId] = set()

    def folder(self, folder: Folder, defaults: FrontMatter, *, is_archive: bool = False) -> Iterator[One]:
        used = set(_brought_along(folder))
        for name in sorted(folder):
            if PurePosixPath(name).name.upper().startswith("README"):
                yield PassedOver(name)
            elif suffix_of(name) in _REPORTS and name not in used:
                yield from self._report(folder, name, defaults, used, is_archive=is_archive)
        for name in sorted(folder):
            if suffix_of(name) not in _REPORTS and name not in used and not _is_readme(name):
                error = folder[name].error
                yield Refusal(name, error or InputFormat(file=name, suffix=suffix_of(name) or "no suffix"))

    def _report(
        self, folder: Folder, name: str, defaults: FrontMatter, used: set[str], *, is_archive: bool
    ) -> Iterator[One]:
        beside = str(PurePosixPath(name).with_suffix(SIDECAR))
        sidecar = folder.get(beside)
        if sidecar:
            used.add(beside)
        try:
            if suffix_of(name) in RECORDS:
                yield from self._records(folder[name], sidecar, defaults)
            elif suffix_of(name) in ARCHIVES:
                yield from self._archive(folder[name], sidecar, defaults, is_nested=is_archive)
            else:
                yield self._account(folder, folder[name], read_report(folder[name], sidecar, defaults, self.converter))
        except DeskFailed:
            raise
        except SosikError as error:
            yield Refusal(name, error)

    def _account(self, folder: Folder, file: UntrustedFile, found: Reported) -> One:
        if found.matter.is_bulletin:
            return PassedOver(file.name)
        brought = _attachments(file, found.matter.attachments, folder)
        if found.keeps_file:
            brought = [file, *(item for item in brought if item.name != file.name)]
        names = tuple(PurePosixPath(item.name).name for item in brought)
        return self._kept(file.name, evolve(found.account, attachments=names), brought)

    def _records(self, file: UntrustedFile, sidecar: UntrustedFile | None, defaults: FrontMatter) -> Iterator[One]:
        """Row by row: a bad one is refused by itself."""
        for found in read_records(file, _matter(sidecar).or_else(defaults)):
            yield found if isinstance(found, Refusal) else self._kept(f"{file.name}: {found.id}", found, [])

    def _archive(
        self, file: UntrustedFile, sidecar: UntrustedFile | None, defaults: FrontMatter, *, is_nested: bool
    ) -> Iterator[One]:
        if is_nested:
            raise InputArchive(file=file.name, why="it lies in another archive")
        if file.error:
            raise file.error
        inner = {one.name: one for one in self.converter.convert(file).files}
        yield from self.folder(inner, _matter(sidecar).or_else(defaults), is_archive=True)

    def _kept(self, file: str, account: Account, brought: Sequence[UntrustedFile]) -> One:
        name, turn = account.id, 1
        self._recall(name)
        mark = _fingerprint(account)
        while name in self.kept:
            if self.kept[name] == mark:
                return PassedOver(file, is_known=True)
            turn += 1
            name = AccountId(f"{account.id}-{turn}")
        self.kept[name] = mark
        items = tuple(Attachment(name, PurePosixPath(item.name).name, item.content) for item in brought)
        return TakenAccount(evolve(account, id=name), items)

    def _recall(self, name: AccountId) -> None:
        """What the ledger holds under the name, asked once."""
        if name not in self._asked:
            self._asked.add(name)
            for account in self.known([name]):
                self.kept.setdefault(account.id, _fingerprint(account))


def _is_readme(name: str) -> bool:
    return PurePosixPath(name).name.upper().startswith("README")


def _matter(sidecar: UntrustedFile | None) -> FrontMatter:
    return read(sidecar.name, read_sidecar(sidecar.name, sidecar.content)) if sidecar else FrontMatter()


def _brought_along(folder: Folder) -> Iterator[str]:
    """The files that reports name as attachments: a document among them is no report of its own."""
    outside = [name for name in folder if suffix_of(name) not in TEXT_FORMATS]
    if not outside:
        return
    for name in folder:
        if suffix_of(name) not in TEXT_FORMATS | {SIDECAR} or _is_readme(name):
            continue
        file = folder[name]
        try:
            named = _named(file)
        except SosikError:
            continue  # refused in its turn
        yield from (beside for one in named if (beside := file.beside(one)) in folder)


def _named(file: UntrustedFile) -> tuple[str, ...]:
    if file.error:
        return ()
    if file.suffix == SIDECAR:
        return _matter(file).attachments
    return read(file.name, split(file.name, decode(file.name, file.content))[0]).attachments


def _attachments(file: UntrustedFile, names: Sequence[str], folder: Folder) -> list[UntrustedFile]:
    found = []
    for name in names:
        item = folder.get(file.beside(name))
        if item is not None and isinstance(item.error, InputTooLarge):
            raise item.error
        if item is None or item.error or "/" in name or "\\" in name:
            raise InputAttachment(file=file.name, attachment=PurePosixPath(name).name)
        found.append(item)
    return found


def _fingerprint(account: Account) -> bytes:
    """The same words with the same matter have the same, whatever the name."""
    matter = asdict(account)
    del matter["id"], matter["text"]
    return hashlib.sha256(repr(sorted(matter.items())).encode("utf-8", "surrogatepass")).digest()[:16]
