"""Kiwi as the cutter of Korean words: its model is read once, when the first doubtful name asks for it."""

from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING

from attrs import define

from sosik.claims.gazetteer.morphemes import Morpheme

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

_NAME, _NOUNS = "NNP", ("NNG", "NNP", "NNB")


@define(slots=False)
class KiwiWords:
    """On one core, on this machine alone; the same sentence gives the same morphemes."""

    @property
    def version(self) -> str:
        return f"kiwi-{version('kiwipiepy')}"

    def cut(self, sentence: str) -> tuple[Morpheme, ...]:
        tokens = self._kiwi.tokenize(sentence)
        return tuple(
            Morpheme(token.start, token.start + token.len, token.tag == _NAME, token.tag in _NOUNS) for token in tokens
        )

    @cached_property
    def _kiwi(self) -> "Kiwi":
        from kiwipiepy import Kiwi  # noqa: PLC0415 - two seconds that no English account has to wait for

        return Kiwi(num_workers=1)
