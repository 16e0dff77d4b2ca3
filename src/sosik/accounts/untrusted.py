"""Files from outside, as they lie in a folder or in an archive."""

from pathlib import PurePosixPath

from attrs import field, frozen

from sosik.errors import SosikError


@frozen
class UntrustedFile:
    """A file as it lies in the folder: its relative name, its bytes, or the error that kept them from being read."""

    name: str
    content: bytes = field(default=b"", repr=False)
    error: SosikError | None = None

    @property
    def suffix(self) -> str:
        return suffix_of(self.name)

    @property
    def stem(self) -> str:
        return PurePosixPath(self.name).stem

    def beside(self, name: str) -> str:
        """The relative name of a neighbour."""
        return str(PurePosixPath(self.name).with_name(name)) if "/" not in name else name


def suffix_of(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
