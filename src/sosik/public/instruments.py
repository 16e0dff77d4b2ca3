"""The ports of the public stage: what draws, indexes and signs for it. Each may be absent, and the site is whole without."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from attrs import frozen

from sosik.public.charts import Charts
from sosik.public.columns import Column
from sosik.public.dataset_lines import Stood
from sosik.public.finding import SearchIndexer
from sosik.public.tables import Record


class ParquetWriter(Protocol):
    def written(
        self, columns: Sequence[Column], records: Sequence[Record], about: Mapping[str, str], stood: Stood
    ) -> bytes:
        """The table with ``about`` as its metadata, in the order of its first column: these records, and the rows that are as they stood.

        The same table gives the same bytes, and its words stand in them in the clear.
        """
        ...


class ManifestSigner(Protocol):
    """``verify`` is the public half as a minisign public key file."""

    @property
    def verify(self) -> bytes: ...

    def sign(self, manifest: bytes, comment: str) -> bytes:
        """A minisign signature file; the same manifest and comment give the same bytes."""
        ...


class PreviewPainter(Protocol):
    def painted(self, svg: str) -> bytes:
        """A PNG of an SVG without text; the same SVG gives the same bytes."""
        ...


@frozen
class Instruments:
    charts: Charts | None = None
    parquet: ParquetWriter | None = None
    search: SearchIndexer | None = None
    previews: PreviewPainter | None = None
    signer: ManifestSigner | None = None
    version: str = ""
    """Of the code that makes pages, and of what draws and indexes for it: another version remembers nothing of the one before."""
