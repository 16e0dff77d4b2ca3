"""Outside files made for the tests: documents, pages and archives, good and hostile."""

import io
import tarfile
import zipfile
from email.message import EmailMessage

import docx
import pypdf

WORDS = "Two residents were wounded when a mine exploded near Hoeryong on November 9, a source said."


def word(*lines: str, cells: tuple[str, ...] = ()) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if cells:
        row = document.add_table(rows=1, cols=len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return _saved(document)


def _saved(document) -> bytes:
    page = io.BytesIO()
    document.save(page)
    return page.getvalue()


def pdf(*pages: str) -> bytes:
    """A PDF by its plainest syntax: one line of Helvetica a page."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, words in enumerate(pages):
        stream = f"BT /F1 12 Tf 40 700 Td ({words}) Tj ET"
        parts.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        parts.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, offsets = "%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    count = len(parts) + 1
    out += f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out.encode("latin-1")


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(WORDS)))
    writer.encrypt("a password", algorithm="RC4-128")
    page = io.BytesIO()
    writer.write(page)
    return page.getvalue()


def mail(body: str, html: str | None = None) -> bytes:
    message = EmailMessage()
    message["From"] = "Somebody Known <somebody@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = "What happened on the river"
    message["Date"] = "Sun, 09 Nov 2025 23:30:00 +0900"
    if body:
        message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html") if body else message.set_content(html, subtype="html")
    return message.as_bytes()


def page(article: str, head: str = "") -> bytes:
    """An article among what such pages are full of."""
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>On the river - The Far Bank</title>{head}</head><body>
<header><nav><ul><li><a href="/">Front page</a></li><li><a href="/north">North</a></li><li><a href="/in">Sign in</a></li></ul></nav></header>
<div class="cookie-consent" role="dialog"><p>This site uses cookies so that we can count visits. Do you accept all cookies?</p><button>Accept</button></div>
<main><article><h1>On the river</h1>{article}</article></main>
<aside class="related"><h2>Read more</h2><ul><li><a href="/a">Ten people were executed in Hyesan in 2019</a></li>
<li><a href="/b">Market in Chongjin shut for the third week</a></li></ul></aside>
<footer><p>Copyright 2025 The Far Bank. All rights reserved.</p></footer></body></html>""".encode()


def zipped(**files: bytes) -> bytes:
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return page.getvalue()


def named_zip(name: str, content: bytes) -> bytes:
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return page.getvalue()


def taped(name: str, content: bytes, *, link: str | None = None) -> bytes:
    page = io.BytesIO()
    with tarfile.open(fileobj=page, mode="w:gz") as archive:
        item = tarfile.TarInfo(name)
        if link:
            item.type, item.linkname = tarfile.SYMTYPE, link
            archive.addfile(item)
        else:
            item.size = len(content)
            archive.addfile(item, io.BytesIO(content))
    return page.getvalue()


def word_with(part: str, content: bytes) -> bytes:
    """A good Word file with one of its parts replaced."""
    page = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(WORDS))) as good, zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as bad:
        for item in good.infolist():
            bad.writestr(item.filename, content if item.filename == part else good.read(item))
    return page.getvalue()


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"""
