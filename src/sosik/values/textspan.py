"""Where in an account something is said."""

import hashlib

from attrs import field, frozen

from sosik.errors import ValueUnreadable


def text_hash(text: str) -> str:
    """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
    return bytes_hash(text.encode("utf-8", "surrogatepass"))


def bytes_hash(content: bytes) -> str:
    """SHA-256, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


@frozen(order=True)
class TextSpan:
    """Characters ``start`` up to, not including, ``end`` of the normalised text whose hash is ``sha256``."""

    start: int
    end: int
    sha256: str = field(default="", repr=False)

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueUnreadable(what=f"{self.start}..{self.end}", kind="span")

    def words(self, text: str) -> str:
        return text[self.start : self.end]

    def covers(self, other: "TextSpan") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "TextSpan") -> bool:
        return self.start < other.end and other.start < self.end

    def joined(self, other: "TextSpan") -> "TextSpan":
        """The shortest span that covers both."""
        return TextSpan(min(self.start, other.start), max(self.end, other.end), self.sha256)

    def moved(self, by: int) -> "TextSpan":
        return TextSpan(self.start + by, self.end + by, self.sha256)

    def pair(self) -> list[int]:
        return [self.start, self.end]
