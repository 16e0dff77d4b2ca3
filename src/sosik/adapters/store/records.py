"""What entries hold, as JSON in bytes."""

import json
from datetime import date
from typing import Any

from attrs import asdict, fields

from sosik.accounts.account import Account, Basis, Consent, Reliability
from sosik.accounts.custody import Custody, CustodyEvent
from sosik.accounts.decision import Decision
from sosik.accounts.decision_lines import NumberedDecision, read_lines, write_line
from sosik.errors import LedgerDamaged
from sosik.values.ids import AccountId, MemberId
from sosik.values.text import Lang

_DAYS = ("received", "told", "published", "not_before")
_WORDS = (("lang", Lang), ("basis", Basis), ("consent", Consent), ("reliability", Reliability))
_KNOWN = {item.name for item in fields(Account) if item.init}


def to_bytes(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, sort_keys=True).encode()


def of_bytes(content: bytes) -> dict[str, Any]:
    try:
        record = json.loads(content)
    except ValueError as error:
        raise LedgerDamaged(why="an entry cannot be read") from error
    if not isinstance(record, dict):
        raise LedgerDamaged(why="an entry cannot be read")
    return record


def account_bytes(account: Account) -> bytes:
    values = asdict(account)
    values.pop("sha256")
    return to_bytes({key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()})


def account_of(content: bytes) -> Account:
    record = of_bytes(content)
    try:
        for key in _DAYS:
            record[key] = date.fromisoformat(record[key]) if record[key] else None
        for key, kind in _WORDS:
            record[key] = kind(record[key])
        record["retells"] = tuple(AccountId(item) for item in record["retells"])
        record["attachments"] = tuple(record["attachments"])
        return Account(**{key: value for key, value in record.items() if key in _KNOWN})
    except (ValueError, KeyError, TypeError) as error:
        raise LedgerDamaged(why="an account cannot be read") from error


def decision_bytes(decision: Decision) -> bytes:
    return write_line(decision).encode()


def decision_of(content: bytes) -> Decision:
    found = next(read_lines("ledger", content.decode()), None)
    if not isinstance(found, NumberedDecision):
        raise LedgerDamaged(why="a decision cannot be read")
    return found.decision


def custody_bytes(entry: Custody) -> bytes:
    return to_bytes({**asdict(entry), "on": entry.on.isoformat()})


def custody_of(content: bytes) -> Custody:
    record = of_bytes(content)
    try:
        return Custody(
            attachment=str(record["attachment"]),
            event=CustodyEvent(record["event"]),
            member=MemberId(record["member"]),
            on=date.fromisoformat(record["on"]),
            sha256=str(record["sha256"]),
            words=str(record["words"]),
            of=str(record.get("of", "")),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise LedgerDamaged(why="a custody entry cannot be read") from error
