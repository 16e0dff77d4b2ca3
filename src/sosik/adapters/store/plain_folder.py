"""The ledger as plain files in the desk's folder, readable by its owner alone."""

import json
import os
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from attrs import asdict, fields

from sosik.accounts.account import Account, Basis, Consent, Reliability
from sosik.accounts.decision import Decision
from sosik.accounts.decision_lines import NumberedDecision, read_lines, write_line
from sosik.accounts.ledger import Kept
from sosik.accounts.report import Attachment
from sosik.errors import DeskMissing, LedgerDamaged
from sosik.values.ids import AccountId
from sosik.values.text import Lang

ACCOUNTS, DECISIONS, DESK = "accounts.jsonl", "decisions.jsonl", "desk.toml"


class PlainFolder:
    """One desk on disk. Files are appended and flushed to the disk before a call returns."""

    def __init__(self, folder: Path) -> None:
        if not (folder / DESK).is_file():
            raise DeskMissing(desk=folder.name)
        self.folder = folder
        self.settings = tomllib.loads((folder / DESK).read_text("utf-8"))

    @classmethod
    def make(
        cls, folder: Path, recipient: str, *, member: str, demo: bool, sealed_identity: bytes | None = None
    ) -> "PlainFolder":
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sealed_identity:
            write_private(folder / "member.age", sealed_identity)
        settings = f'version = 1\ndemo = {str(demo).lower()}\nmember = "{member}"\nrecipient = "{recipient}"\n'
        write_private(folder / DESK, settings.encode("utf-8"))
        return cls(folder)

    @property
    def is_demo(self) -> bool:
        return bool(self.settings["demo"])

    @property
    def member(self) -> str:
        return str(self.settings["member"])

    @property
    def recipient(self) -> str:
        return str(self.settings["recipient"])

    def kept(self) -> Kept:
        bulletins = {file.name: file.read_text("utf-8") for file in sorted((self.folder / "bulletins").glob("*.md"))}
        return Kept(tuple(self._accounts()), tuple(self._decisions()), bulletins)

    def take_in(self, accounts: Iterable[Account], attachments: Iterable[Attachment]) -> None:
        """Attachments first, so that no account names a file that is not there."""
        custody = self.folder / "attachments"
        for item in attachments:
            write_private(custody / item.account / item.name, item.content)
        self._append(ACCOUNTS, (json.dumps(_record(account), ensure_ascii=False) for account in accounts))

    def append(self, decisions: Iterable[Decision]) -> None:
        self._append(DECISIONS, (write_line(decision) for decision in decisions))

    def keep_bulletin(self, name: str, text: str) -> None:
        write_private(self.folder / "bulletins" / name, text.encode("utf-8"))

    def _append(self, name: str, lines: Iterable[str]) -> None:
        block = "".join(line + "\n" for line in lines).encode("utf-8")
        if not block:
            return
        handle = os.open(self.folder / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "ab") as file:
            file.write(block)
            file.flush()
            os.fsync(file.fileno())

    def _lines(self, name: str) -> Iterator[str]:
        path = self.folder / name
        if path.is_file():
            yield from path.read_text("utf-8").split("\n")

    def _accounts(self) -> Iterator[Account]:
        for line in self._lines(ACCOUNTS):
            if line:
                with _undamaged(ACCOUNTS):
                    yield _account(json.loads(line))

    def _decisions(self) -> Iterator[Decision]:
        for found in read_lines(DECISIONS, "\n".join(self._lines(DECISIONS))):
            if not isinstance(found, NumberedDecision):
                raise LedgerDamaged(why=f"line {found.fields['line']} of the decisions cannot be read")
            yield found.decision


def write_private(path: Path, content: bytes) -> None:
    """Whole or not at all, with mode 0600."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


@contextmanager
def _undamaged(name: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError, TypeError) as error:
        raise LedgerDamaged(why=f"a line of {name} cannot be read") from error


def _record(account: Account) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in asdict(account).items()}


def _account(record: dict[str, Any]) -> Account:
    record.pop("sha256")
    for key in ("received", "told", "published", "not_before"):
        record[key] = date.fromisoformat(record[key]) if record[key] else None
    for key, kind in (("lang", Lang), ("basis", Basis), ("consent", Consent), ("reliability", Reliability)):
        record[key] = kind(record[key])
    record["retells"] = tuple(AccountId(item) for item in record["retells"])
    record["attachments"] = tuple(record["attachments"])
    known = {item.name for item in fields(Account) if item.init}
    return Account(**{key: value for key, value in record.items() if key in known})
