"""Tables as Parquet, by Arrow: neither packed nor coded by a dictionary, so that what leaks would be found as it stands."""

import io
from collections.abc import Mapping, Sequence
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq

from sosik.public.columns import Column
from sosik.public.tables import Cell, Record

_TYPES = {"integer": pa.int32(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32()}


class ArrowParquet:
    """Serves ``public.instruments.ParquetWriter``."""

    def written(self, columns: Sequence[Column], records: Sequence[Record], about: Mapping[str, str]) -> bytes:
        fields = [
            pa.field(name, _TYPES.get(kind, pa.string()), metadata={"description": says})
            for name, kind, says in columns
        ]
        schema = pa.schema(fields, metadata=dict(about))
        arrays = [
            pa.array([_cell(record.get(name), kind) for record in records], _TYPES.get(kind, pa.string()))
            for name, kind, _ in columns
        ]
        out = io.BytesIO()
        table = pa.Table.from_arrays(arrays, schema=schema)
        pq.write_table(table, out, compression="NONE", use_dictionary=False, write_statistics=False)
        return out.getvalue()


def _cell(value: Cell, kind: str) -> object:
    return date.fromisoformat(value) if kind == "date" and isinstance(value, str) else value
