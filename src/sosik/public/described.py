"""What the dataset's columns mean: a Frictionless data package, a codebook and a README, from one table of columns."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sosik.public.columns import (
    ACLED,
    ACLED_SAYS,
    CHANGES,
    CODES,
    INCIDENTS,
    MEASURES,
    UCDP,
    UCDP_SAYS,
    WITHDRAWN,
    Column,
)
from sosik.public.desk_words import DeskWords
from sosik.public.standing import Standing
from sosik.public.tongue import Tongue
from sosik.public.words import FILES

_ENUMS = {name: list(codes) for name, codes in CODES.items() if name in {"grade", "change"}}
_MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet", "geojson": "application/geo+json",
          "json": "application/json", "md": "text/markdown"}  # fmt: skip
TABLES: dict[str, tuple[Column, ...]] = {
    "incidents": INCIDENTS,
    "measures": MEASURES,
    "withdrawn": WITHDRAWN,
    "changes": CHANGES,
    "ucdp": tuple((name, "any", UCDP_SAYS.get(name, "As in UCDP GED; left empty.")) for name in UCDP),
    "acled": tuple((name, "any", ACLED_SAYS.get(name, "As in ACLED; left empty.")) for name in ACLED),
}


def data_package(files: Mapping[str, bytes], now: Standing, desk: DeskWords) -> dict[str, Any]:
    """A Frictionless data package: what each table's columns mean, and each file's hash and licence."""
    name, title, path = desk.licence
    licences = [{"name": name, "title": title, "path": path}]
    tabular = [_table(key, columns, files) for key, columns in TABLES.items()]
    others = [_file(path, content) for path, content in files.items() if path.removeprefix("data/") not in _CSV]
    resources = [{**resource, "licenses": licences} for resource in (*tabular, *others)]
    return {
        "profile": "data-package",
        "name": "sosik-incidents",
        "title": desk.said("name", Tongue.en) or desk.said("name", Tongue.ko),
        "version": version(now),
        "licenses": licences,
        "resources": resources,
    }


_CSV = {f"{key}.csv" for key in TABLES}


def _file(path: str, content: bytes) -> dict[str, Any]:
    """A file beside the tables: its hash is checked, and nothing in it is read as a table."""
    name = path.removeprefix("data/")
    suffix = name.rsplit(".", 1)[-1]
    return {
        "name": name.replace(".", "-").lower(),
        "path": name,
        "type": "file",
        "format": suffix,
        "mediatype": _MEDIA[suffix],
        **_proof(content),
    }


def _proof(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _table(name: str, columns: Sequence[Column], files: Mapping[str, bytes]) -> dict[str, Any]:
    content = files[f"data/{name}.csv"]
    schema: dict[str, Any] = {"fields": [_field(*column) for column in columns], "missingValues": [""]}
    if name != "changes":
        schema["primaryKey"] = [columns[0][0]]
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_proof(content),
        "schema": schema,
    }


def _field(name: str, kind: str, says: str) -> dict[str, Any]:
    described: dict[str, Any] = {"name": name, "type": kind, "description": says}
    if name in _ENUMS:
        described["constraints"] = {"enum": _ENUMS[name]}
    return described


def version(now: Standing) -> str:
    return "0" if now.as_of is None else version_of(now.as_of)


def version_of(day: date) -> str:
    """A version of the dataset is the day of its release."""
    return f"{day.year}.{day.month}.{day.day}"


def codebook(now: Standing, desk: DeskWords) -> str:
    """The tables, their columns and the codes in them, as Markdown."""
    name, title, path = desk.licence
    head = (
        f"# Codebook\n\n{desk.said('name', Tongue.en)}, version {version(now)}. Licence: {title} ({name}), <{path}>.\n"
    )
    return head + "".join(_chapter(key, columns) for key, columns in TABLES.items())


def _chapter(key: str, columns: Sequence[Column]) -> str:
    says = FILES[f"{key}.csv"]
    rows = "".join(f"| `{name}` | {kind} | {text}{_codes_of(name)} |\n" for name, kind, text in columns)
    return f"\n## {key}.csv\n\n{says[0]}. {says[1]}.\n\n| column | type | means |\n|---|---|---|\n{rows}"


def _codes_of(name: str) -> str:
    codes = CODES.get(name)
    return "" if codes is None else " " + "; ".join(f"`{code}` {says}" for code, says in codes.items()) + "."


def chapters() -> Iterator[tuple[str, tuple[tuple[str, str, str, Mapping[str, str]], ...]]]:
    """For the codebook's page: each table with its columns and their codes."""
    for key, columns in TABLES.items():
        yield f"{key}.csv", tuple((name, kind, says, CODES.get(name, {})) for name, kind, says in columns)


def readme(now: Standing, desk: DeskWords) -> str:
    name, title, path = desk.licence
    return f"""# {desk.said("name", Tongue.en)} · {desk.said("name", Tongue.ko)}

Version {version(now)}. Licence: {title} ({name}), <{path}>.

Every number is a range: `_min` and `_max`, with `_best` only where there is one. An empty cell means not stated and never zero; an
empty `_max` beside a `_min` means no upper limit. A total counts killed and injured together. Days are spans. Places are discs, lines
and areas, published more coarsely than they are known. `codebook.md` and `datapackage.json` say what every column means; `changes.csv` says
what each version added, changed and withdrew; `manifest.json`, one folder up, holds the SHA-256 of every file, and
`manifest.json.minisig` its signature.

`ucdp.csv` and `acled.csv` are shaped like those datasets and are not part of them. A sum of lowest numbers is the only total that
can be stated as a fact.

모든 수는 범위입니다. 빈칸은 밝혀지지 않았다는 뜻이며 0이 아닙니다. `_min` 옆의 `_max` 가 비어 있으면 위쪽 한도가 없다는 뜻입니다.
"""
