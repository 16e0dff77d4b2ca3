"""Word and PDF documents to text, inside the sandbox."""

import io
import zipfile

import docx
import pypdf
from docx.document import Document
from docx.table import Table
from pypdf.errors import PyPdfError

from sosik.adapters.converter.answer import TEXT_LIMIT, Answer, Refused, answer

_UNPACKED = 100_000_000
_PARTS, _PAGES = 5_000, 3_000


def word(content: bytes) -> Answer:
    """Paragraphs and the cells of tables, in the order of the document."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            _check_parts(parts)
        document = docx.Document(io.BytesIO(content))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Refused("damaged") from error
    return answer("\n".join(_lines(document)), title=document.core_properties.title)


def _check_parts(parts: zipfile.ZipFile) -> None:
    """Refuses what unpacks to more than any document, and a document type: a Word file has none, and entities hide there."""
    listed = parts.infolist()
    if len(listed) > _PARTS or sum(part.file_size for part in listed) > _UNPACKED:
        raise Refused("size")
    for part in listed:
        if part.filename.endswith((".xml", ".rels")):
            with parts.open(part) as stream:
                head = stream.read(65_536)
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head or "<!DOCTYPE".encode("utf-16-le") in head:
                raise Refused("entities")


def _lines(document: Document) -> list[str]:
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += ["\t".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in block.rows]
        else:
            lines.append(block.text)
    return lines


def pdf(content: bytes) -> Answer:
    """The text of each page; a page is set apart by an empty line."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("encrypted")
        if len(reader.pages) > _PAGES:
            raise Refused("size")
        return answer("\n\n".join(_pages(reader)), title=_title(reader))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        raise Refused("damaged") from error


def _pages(reader: pypdf.PdfReader) -> list[str]:
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        size += len(pages[-1])
        if size > TEXT_LIMIT:
            raise Refused("size")
    return pages


def _title(reader: pypdf.PdfReader) -> str | None:
    said = reader.metadata.title if reader.metadata else None
    return str(said) if said else None
