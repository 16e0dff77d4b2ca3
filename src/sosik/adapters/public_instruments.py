"""What the public site is made with, together."""

from sosik.adapters.charts import AltairCharts
from sosik.adapters.manifest_signing import MinisignSigner
from sosik.adapters.own_code import code_digest
from sosik.adapters.parquet_tables import ArrowParquet
from sosik.adapters.preview_pictures import DrawnPreviews
from sosik.adapters.search_index import LunrSearch
from sosik.public.instruments import Instruments

_CODE = ("values", "bulletins", "public", *(f"adapters/{name}.py" for name in
         ("charts", "parquet_tables", "preview_pictures", "search_index", "manifest_signing")))  # fmt: skip
_LIBRARIES = ("altair", "jinja2", "lunr", "markdown-it-py", "pillow", "pyarrow", "vl-convert-python")


def instruments(id_key: bytes) -> Instruments:
    """``id_key`` signs the manifest, by a key derived from it."""
    return Instruments(
        charts=AltairCharts(),
        parquet=ArrowParquet(),
        search=LunrSearch(),
        previews=DrawnPreviews(),
        signer=MinisignSigner.of(id_key),
        version=code_digest(_CODE, _LIBRARIES),
    )
