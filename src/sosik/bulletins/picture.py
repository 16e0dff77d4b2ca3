"""The port by which a picture becomes one that may be published."""

from typing import Protocol

from attrs import field, frozen


@frozen
class Rebuilt:
    """A picture made anew from pixels. ``faces`` and ``plates`` are how many a detector saw: a member looks at the picture."""

    content: bytes = field(repr=False)
    suffix: str
    width: int
    height: int
    faces: int
    plates: int


class Pictures(Protocol):
    def rebuild(self, name: str, untrusted: bytes) -> Rebuilt:
        """Raises PictureRefused."""
        ...
