"""A table of records: each row an account in words, or an incident by its fields; a bad row is refused by itself."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sosik.accounts.account import Account
from sosik.accounts.encoding import decode_table
from sosik.accounts.front_matter import KEYS, FrontMatter, read
from sosik.accounts.report_text import account_of
from sosik.accounts.untrusted import UntrustedFile
from sosik.errors import InputEmpty, InputUnknownKey, Refusal, SosikError, TableRefused
from sosik.values.ids import AccountId

RECORDS = {".csv", ".tsv"}
RECORD_MARK = "record"  # the first word of an account that is a record: see `claims.records`
_MATTER = KEYS - {"encoding", "attachments"}
FIELDS = (
    *("kind", "category", "stance", "when", "since", "until", "place", "role", "lat", "lon", "radius_km"),
    *("killed", "injured", "killed_or_injured", "missing", "detained", "repatriated", "group", "sex", "age"),
)
_LONGEST_CELL = 1_000_000
_PLAIN_NAME = re.compile(r"[^\W_][\w.-]{0,79}")


def read_records(file: UntrustedFile, defaults: FrontMatter) -> Iterator[Account | Refusal]:
    """An account a row, named by its ``id`` or by file and row; raises for a table that cannot be read at all."""
    if file.error:
        raise file.error
    csv.field_size_limit(_LONGEST_CELL)
    text = decode_table(file.name, file.content)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(file, text), strict=True)
    header = _header(file, next(rows, []))
    number = 1
    while True:
        number += 1
        name = f"{file.name}, row {number}"
        try:
            cells = next(rows)
            if any(cell.strip() for cell in cells):
                yield _account(file, number, _row(file, number, header, cells), defaults)
        except StopIteration:
            return
        except csv.Error as error:
            yield Refusal(name, TableRefused(file=file.name, row=number, why=f"it is no row ({_plain(error)})"))
        except SosikError as error:
            yield Refusal(name, error)


def _plain(error: csv.Error) -> str:
    return str(error).partition(":")[0][:60]


def _delimiter(file: UntrustedFile, text: str) -> str:
    first = text.partition("\n")[0]
    if file.suffix == ".tsv":
        return "\t"
    return max(",;\t", key=first.count)


def _header(file: UntrustedFile, cells: list[str]) -> list[str]:
    names = [cell.strip().lower().removeprefix("\ufeff") for cell in cells]
    if not any(names):
        raise InputEmpty(file=file.name)
    for name in names:
        if name not in _MATTER | {"id", "text", *FIELDS} or names.count(name) > 1:
            raise InputUnknownKey(file=file.name, key=name[:40])
    return names


def _row(file: UntrustedFile, number: int, header: list[str], cells: list[str]) -> Mapping[str, str]:
    if len(cells) != len(header):
        raise TableRefused(file=file.name, row=number, why=f"it has {len(cells)} cells for {len(header)} columns")
    return {name: cell.strip() for name, cell in zip(header, cells, strict=True) if cell.strip()}


def _account(file: UntrustedFile, number: int, row: Mapping[str, str], defaults: FrontMatter) -> Account:
    name = f"{file.name}, row {number}"
    matter = read(name, {key: _cell(key, row[key]) for key in row if key in _MATTER}).or_else(defaults)
    stem = AccountId(row.get("id", f"{PurePosixPath(file.name).stem}-{number}"))
    if not _PLAIN_NAME.fullmatch(stem):
        raise TableRefused(file=file.name, row=number, why="its id is no plain name")
    fields = {key: row[key] for key in FIELDS if key in row}
    if "text" in row and fields:
        raise TableRefused(file=file.name, row=number, why="it has both text and fields of an incident")
    return account_of(name, stem, row["text"] if "text" in row else _record(fields), matter)


def _cell(key: str, said: str) -> str | list[str]:
    return said.split() if key == "retells" else said


def _record(fields: Mapping[str, str]) -> str:
    """The row as text, a field a line, so that every value of it has words to stand on."""
    if not fields:
        return ""
    lines = [f"{key}: {' '.join(fields[key].split())}" for key in fields]
    return "\n".join(
        [f"{RECORD_MARK}: {fields.get('kind', 'incident')}", *(line for line in lines if line[:5] != "kind:")]
    )
