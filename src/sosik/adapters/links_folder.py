"""What `sosik link` writes: three Parquet files, private."""

import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from sosik.incidents.claim_links import ClaimLinks
from sosik.values.ids import ClaimId


def write_links(out: Path, links: ClaimLinks, alone: Mapping[ClaimId, str]) -> tuple[Path, ...]:
    """``alone`` are claims that are never linked, by the prefix of the name that each has to itself."""
    out.mkdir(parents=True, exist_ok=True, mode=0o700)
    ids = pa.array(links.ids, pa.string())
    tables = {
        "pairs": _pairs(links, ids),
        "incidents": _incidents(links, ids, alone),
        "too_vague": pa.table(
            {
                "claim": pa.array([links.ids[row] for row in sorted(links.too_vague)], pa.string()),
                "reason": pa.array([str(links.too_vague[row]) for row in sorted(links.too_vague)], pa.string()),
            }
        ),
    }
    return tuple(_write(out / f"{name}.parquet", table) for name, table in tables.items())


def _pairs(links: ClaimLinks, ids: pa.Array) -> pa.Table:
    scored = links.scored
    left, right = ids.take(pa.array(scored.left)), ids.take(pa.array(scored.right))
    said: list[str | None] = [None] * len(scored)
    if links.judgements.verdicts:
        pairs = zip(left.to_pylist(), right.to_pylist(), strict=True)
        said = [str(verdict) if (verdict := links.judgements.verdicts.get(pair)) else None for pair in pairs]
    columns = {
        "claim_l": left,
        "claim_r": right,
        "probability": np.round(1.0 / (1.0 + np.exp2(-np.clip(scored.weight, -500, 500))), 6),
        "weight": scored.weight,
        "judgement": pa.array(said, pa.string()),
    }
    return pa.table(columns)


def _incidents(links: ClaimLinks, ids: pa.Array, alone: Mapping[ClaimId, str]) -> pa.Table:
    """An incident bears the name of its first claim."""
    names = [*links.ids, *alone]
    heads = ids.take(pa.array(links.heads)).to_pylist()
    incidents = [*(f"i-{head}" for head in heads), *(f"{prefix}-{claim}" for claim, prefix in alone.items())]
    table = pa.table({"claim": pa.array(names, pa.string()), "incident": pa.array(incidents, pa.string())})
    return table.sort_by("claim") if alone else table


def _write(path: Path, table: pa.Table) -> Path:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        pq.write_table(table, file, compression="zstd")
    path.chmod(0o600)
    return path
