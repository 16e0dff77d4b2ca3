"""The port to a cutter of Korean words, for names that characters alone do not settle: 무산 the county, 무산 the failure."""

from typing import Protocol

from attrs import frozen


@frozen
class Morpheme:
    """Characters ``start`` to ``end`` of the sentence; ``is_name`` for a proper noun, ``is_noun`` for any noun.

    ``form`` is the morpheme as a dictionary has it, ``tag`` its part of speech in the Sejong tag set, without suffixes.
    """

    start: int
    end: int
    is_name: bool
    is_noun: bool
    form: str = ""
    tag: str = ""


class WordCutter(Protocol):
    @property
    def version(self) -> str:
        """Names the cutter and its model, since a reading depends on them."""
        ...

    def cut(self, sentence: str) -> tuple[Morpheme, ...]:
        """The morphemes of a sentence in order."""
        ...
