"""Outside formats to text: the port, and what a folder may hold."""

from datetime import date
from typing import Protocol

from attrs import field, frozen

from sosik.accounts.untrusted import UntrustedFile
from sosik.errors import NoSandbox

DOCUMENTS = {".docx", ".eml", ".html", ".htm", ".xhtml", ".pdf"}
ARCHIVES = {".zip", ".tar", ".tgz", ".gz"}


@frozen
class Converted:
    """What an outside file says: ``text`` of a document, ``files`` of an archive. The days are those that it states."""

    text: str = field(default="", repr=False)
    title: str | None = None
    published: date | None = None
    received: date | None = None
    files: tuple[UntrustedFile, ...] = field(default=(), repr=False)


class Converter(Protocol):
    """Opens a file of ``DOCUMENTS`` or ``ARCHIVES`` where it can do no harm, or raises what the catalogue says of input."""

    def convert(self, file: UntrustedFile) -> Converted: ...


class Unconverted:
    """Where nothing is shut in, nothing from outside is opened."""

    def convert(self, file: UntrustedFile) -> Converted:
        raise NoSandbox(file=file.name)
