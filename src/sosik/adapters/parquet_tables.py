"""Tables as Parquet, by Arrow: neither packed nor coded by a dictionary, so that what leaks would be found as it stands."""

import io
from collections.abc import Mapping, Sequence
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from sosik.public.columns import Column
from sosik.public.dataset_lines import Stood
from sosik.public.tables import Cell, Record

_TYPES = {"integer": pa.int32(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32()}


PATH = "data/incidents.parquet"


class ArrowParquet:
    """Serves ``public.instruments.ParquetWriter``."""

    def written(
        self, columns: Sequence[Column], records: Sequence[Record], about: Mapping[str, str], stood: Stood
    ) -> bytes:
        fields = [
            pa.field(name, _TYPES.get(kind, pa.string()), metadata={"description": says})
            for name, kind, says in columns
        ]
        schema = pa.schema(fields, metadata=dict(about))
        arrays = [
            pa.array([_cell(record.get(name), kind) for record in records], _TYPES.get(kind, pa.string()))
            for name, kind, _ in columns
        ]
        table = pa.Table.from_arrays(arrays, schema=schema)
        if stood.kept:
            table = _with_kept(table, stood)
        out = io.BytesIO()
        pq.write_table(table, out, compression="NONE", use_dictionary=False, write_statistics=False)
        return out.getvalue()


def _with_kept(table: pa.Table, stood: Stood) -> pa.Table:
    old = pq.read_table(pa.BufferReader(stood.read(PATH))).replace_schema_metadata(table.schema.metadata)
    key = table.schema.names[0]
    kept = old.filter(pc.is_in(old[key], pa.array(sorted(stood.kept), pa.string()))).cast(table.schema)
    return pa.concat_tables([kept, table]).sort_by(key).combine_chunks()


def _cell(value: Cell, kind: str) -> object:
    return date.fromisoformat(value) if kind == "date" and isinstance(value, str) else value
