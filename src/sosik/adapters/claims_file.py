"""Claims tables as files: CSV, JSON Lines and Parquet by Arrow, each cell still as it stands there."""

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
from attrs import field, frozen

from sosik.errors import InputFormat, InputMissing, InputRefused
from sosik.incidents.claims_table import Coded
from sosik.incidents.columns import NONE, Ints
from sosik.incidents.told_lines import flat

_READERS = {
    ".csv": "csv",
    ".jsonl": "json",
    ".ndjson": "json",
    ".json": "json",
    ".parquet": "parquet",
    ".pq": "parquet",
}


@frozen(eq=False)
class ClaimsFile:
    """``lines`` say where in the file each row stands (a CSV's heading is line 1); ``broken`` are lines that hold no row."""

    columns: Mapping[str, Coded]
    lines: Ints
    broken: tuple[int, ...] = field(factory=tuple)


def read_claims_file(path: Path) -> ClaimsFile:
    """Raises InputMissing, InputFormat, or InputRefused when the whole file cannot be read."""
    form = _READERS.get(path.suffix.lower())
    if not path.is_file():
        raise InputMissing(file=path.name)
    if form is None:
        raise InputFormat(file=path.name, suffix=path.suffix)
    try:
        return {"csv": _csv, "json": _json_lines, "parquet": _parquet}[form](path)
    except (pa.ArrowException, UnicodeError) as error:
        raise InputRefused(file=path.name) from error


def read_lines(path: Path) -> list[tuple[int, Mapping[str, Any]]]:
    """The lines of a small CSV or JSON Lines file with their numbers; one that holds no row is empty."""
    if not path.is_file():
        raise InputMissing(file=path.name)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            if _READERS.get(path.suffix.lower()) == "csv":
                reader = csv.DictReader(file)
                return [(reader.line_num, row) for row in reader]
            return [(number, _row(text) or {}) for number, text in enumerate(file, 1) if text.strip()]
    except (UnicodeError, csv.Error) as error:
        raise InputRefused(file=path.name) from error


def _csv(path: Path) -> ClaimsFile:
    broken: list[int] = []

    def skip(row: pa_csv.InvalidRow) -> str:
        broken.append(row.number or 0)
        return "skip"

    with path.open(encoding="utf-8-sig", newline="") as file:
        heading = next(csv.reader(file), [])
    table = pa_csv.read_csv(
        path,
        read_options=pa_csv.ReadOptions(use_threads=False),
        parse_options=pa_csv.ParseOptions(newlines_in_values=True, invalid_row_handler=skip),
        convert_options=pa_csv.ConvertOptions(
            column_types=dict.fromkeys(heading, pa.string()), strings_can_be_null=False
        ),
    )
    gone = set(broken)
    lines = [line for line in range(2, table.num_rows + len(gone) + 2) if line not in gone]
    return _file(table, np.array(lines[: table.num_rows], dtype=np.int64), tuple(broken))


def _parquet(path: Path) -> ClaimsFile:
    table = pq.read_table(path)
    return _file(table, np.arange(1, table.num_rows + 1))


def _file(table: pa.Table, lines: Ints, broken: tuple[int, ...] = ()) -> ClaimsFile:
    return ClaimsFile({name.strip(): _coded(table[name]) for name in table.column_names}, lines, broken)


def _coded(column: pa.ChunkedArray) -> Coded:
    if pa.types.is_nested(column.type):
        return Coded(*_numbered([json.dumps(cell.as_py(), default=str) for cell in column]))
    made = (
        column.dictionary_encode().combine_chunks()
        if not pa.types.is_dictionary(column.type)
        else column.combine_chunks()
    )
    if isinstance(made, pa.ChunkedArray):
        made = (
            made.unify_dictionaries().chunk(0)
            if made.num_chunks
            else pa.array([], pa.dictionary(pa.int32(), pa.string()))
        )
    codes = made.indices.fill_null(NONE).to_numpy(zero_copy_only=False).astype(np.int64)
    return Coded(made.dictionary.to_pylist(), codes)


def _json_lines(path: Path) -> ClaimsFile:
    """Lines of a claims table, or those that `sosik claims` prints."""
    rows: list[Mapping[str, Any]] = []
    lines: list[int] = []
    broken: list[int] = []
    for number, text in enumerate(path.read_text("utf-8-sig").split("\n"), 1):
        if not text.strip():
            continue
        row = _row(text)
        if row is None:
            broken.append(number)
        elif row.get("record") != "account":
            rows.append(flat(row) if row.get("record") == "claim" else row)
            lines.append(number)
    names = sorted({name for row in rows for name in row})
    columns = {name: Coded(*_numbered(row.get(name) for row in rows)) for name in names}
    return ClaimsFile(columns, np.array(lines, dtype=np.int64), tuple(broken))


def _row(text: str) -> Mapping[str, Any] | None:
    try:
        row = json.loads(text)
    except ValueError:
        return None
    return row if isinstance(row, dict) else None


def _numbered(cells: Iterable[Any]) -> tuple[list[Any], Ints]:
    known: dict[str, int] = {}
    values: list[Any] = []
    codes: list[int] = []
    for cell in cells:
        if cell is None:
            codes.append(NONE)
            continue
        key = f"{type(cell).__name__}:{cell}"
        if key not in known:
            known[key] = len(values)
            values.append(cell)
        codes.append(known[key])
    return values, np.array(codes, dtype=np.int64)
