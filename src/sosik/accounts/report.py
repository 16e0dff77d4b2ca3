"""Reports from a folder to accounts: each taken or refused by itself, none lost, none silently changed."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from attrs import evolve, field, frozen

from sosik.accounts.account import Account, Basis, Consent, Reliability
from sosik.accounts.encoding import decode
from sosik.accounts.front_matter import FrontMatter, read, read_sidecar, split
from sosik.errors import InputAttachment, InputEmpty, InputFormat, InputUndated, Refusal, SosikError
from sosik.values.ids import AccountId
from sosik.values.text import detect

TEXT_FORMATS = {".txt", ".md"}
SIDECAR = ".toml"


@frozen
class UntrustedFile:
    """A file as it lies in the folder: its relative name, its bytes, or the error that kept them from being read."""

    name: str
    content: bytes = field(default=b"", repr=False)
    error: SosikError | None = None

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        return PurePosixPath(self.name).stem

    def beside(self, name: str) -> str:
        """The relative name of a neighbour."""
        return str(PurePosixPath(self.name).with_name(name)) if "/" not in name else name


@frozen
class Attachment:
    """A file that an account brings along; its bytes are kept as they came."""

    account: AccountId
    name: str
    content: bytes = field(repr=False)


@frozen
class Taken:
    """``passed_over`` are READMEs and bulletins; ``known`` were taken in before and are not taken twice."""

    accounts: tuple[Account, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    refused: tuple[Refusal, ...] = ()
    passed_over: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


def take(files: Sequence[UntrustedFile], defaults: FrontMatter, kept: Iterable[Account] = ()) -> Taken:
    """What a folder gives, in the order of its names; ``kept`` is what the ledger holds already."""
    by_name = {file.name: file for file in files}
    already = {account.id: account for account in kept}
    taken = _Tray(dict(already))
    for file in sorted(files, key=lambda item: item.name):
        if PurePosixPath(file.name).name.upper().startswith("README"):
            taken.passed_over.append(file.name)
        elif file.suffix in TEXT_FORMATS or file.error:
            taken.put(file, by_name, defaults)
    for file in sorted(files, key=lambda item: item.name):
        taken.refuse_leftover(file, by_name)
    return Taken(
        tuple(taken.accounts),
        tuple(taken.attachments),
        tuple(sorted(taken.refused, key=lambda refusal: refusal.name)),
        tuple(taken.passed_over),
        tuple(taken.known),
    )


def read_report(
    file: UntrustedFile, sidecar: UntrustedFile | None, defaults: FrontMatter
) -> tuple[Account, FrontMatter]:
    """One text file as an account whose id is the file's stem; raises what the catalogue says of input."""
    if file.error:
        raise file.error
    beside = read_sidecar(sidecar.name, sidecar.content) if sidecar else {}
    text = decode(file.name, file.content, str(beside["encoding"]) if "encoding" in beside else None)
    block, body = split(file.name, text)
    stated = read(file.name, block)
    if sidecar:
        stated = stated.or_else(read(sidecar.name, beside))
    if stated.is_bulletin:
        return Account(id=AccountId(file.stem), text=body, lang=detect(body)), stated
    if not body.strip():
        raise InputEmpty(file=file.name)
    matter = stated.or_else(defaults)
    if not (matter.received or matter.told or matter.published):
        raise InputUndated(file=file.name)
    return _account(file.stem, body, matter), matter


def _account(stem: str, body: str, matter: FrontMatter) -> Account:
    return Account(
        id=AccountId(stem),
        text=body,
        lang=matter.lang or detect(body),
        received=matter.received,
        told=matter.told,
        published=matter.published,
        source=matter.source,
        basis=matter.basis or Basis.unknown,
        reliability=matter.reliability or Reliability.F,
        consent=matter.consent or Consent.none,
        not_before=matter.not_before,
        outlet=matter.outlet,
        retells=matter.retells,
        attachments=matter.attachments,
        title=matter.title,
    )


class _Tray:
    """What has been taken so far from one folder."""

    def __init__(self, kept: dict[AccountId, Account]) -> None:
        self.kept = kept
        self.accounts: list[Account] = []
        self.attachments: list[Attachment] = []
        self.refused: list[Refusal] = []
        self.passed_over: list[str] = []
        self.known: list[str] = []
        self.used: set[str] = set()

    def put(self, file: UntrustedFile, by_name: dict[str, UntrustedFile], defaults: FrontMatter) -> None:
        sidecar = by_name.get(str(PurePosixPath(file.name).with_suffix(SIDECAR)))
        if sidecar:
            self.used.add(sidecar.name)
        try:
            account, matter = read_report(file, sidecar, defaults)
            if matter.is_bulletin:
                self.passed_over.append(file.name)
                return
            brought = _attachments(file, matter.attachments, by_name)
        except SosikError as error:
            self.refused.append(Refusal(file.name, error))
            return
        self.used.update(item.name for item in brought)
        self._keep(file, account, brought)

    def _keep(self, file: UntrustedFile, account: Account, brought: list[UntrustedFile]) -> None:
        name, turn = account.id, 1
        while name in self.kept:
            if _same(self.kept[name], account):
                self.known.append(file.name)
                return
            turn += 1
            name = AccountId(f"{account.id}-{turn}")
        named = evolve(account, id=name)
        self.kept[name] = named
        self.accounts.append(named)
        self.attachments.extend(Attachment(name, PurePosixPath(item.name).name, item.content) for item in brought)

    def refuse_leftover(self, file: UntrustedFile, by_name: dict[str, UntrustedFile]) -> None:
        """A file of a format that is not read, unless a report brought it along."""
        handled = file.suffix in TEXT_FORMATS or file.error or file.name in self.used or file.name in self.passed_over
        if not handled:
            suffix = file.suffix or "no suffix"
            self.refused.append(Refusal(file.name, InputFormat(file=by_name[file.name].name, suffix=suffix)))


def _attachments(file: UntrustedFile, names: Sequence[str], by_name: dict[str, UntrustedFile]) -> list[UntrustedFile]:
    found = []
    for name in names:
        item = by_name.get(file.beside(name))
        if item is None or item.error or "/" in name or "\\" in name:
            raise InputAttachment(file=file.name, attachment=PurePosixPath(name).name)
        found.append(item)
    return found


def _same(kept: Account, new: Account) -> bool:
    """The same words with the same matter, whatever the name."""
    return evolve(new, id=kept.id) == kept
