"""Kiwi as the cutter of Korean words: its model is read once, when the first doubtful name asks for it."""

from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING

from attrs import define

from sosik.claims.gazetteer.morphemes import Morpheme

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

# Kiwi takes a rare name apart into nouns, suffixes of nouns and numerals; into verbs it takes only what is one.
_MEANING = ("N", "VV", "VA", "MA", "XR", "SL", "SN", "SH")
_NAME, _NOUNS = "NNP", frozenset("NNG NNP NNB NR NP MM XSN XPN XR SL SH SN MAG IC JKB".split())


@define(slots=False)
class KiwiWords:
    """On one core, on this machine alone; the same sentence gives the same morphemes."""

    @property
    def version(self) -> str:
        return f"kiwi-{version('kiwipiepy')}"

    def cut(self, sentence: str) -> tuple[Morpheme, ...]:
        tokens = self._kiwi.tokenize(sentence)
        return tuple(
            Morpheme(
                token.start,
                token.start + token.len,
                token.tag == _NAME,
                token.tag in _NOUNS,
                token.form,
                token.tag.partition("-")[0],
            )
            for token in tokens
        )

    def plain_words(self, text: str) -> tuple[str, ...]:
        """What carries meaning, each as it stands in a dictionary: nouns, stems of verbs, numbers, foreign words."""
        return tuple(token.form for token in self._kiwi.tokenize(text) if token.tag.startswith(_MEANING))

    @cached_property
    def _kiwi(self) -> "Kiwi":
        from kiwipiepy import Kiwi  # noqa: PLC0415 - two seconds that no English account has to wait for

        return Kiwi(num_workers=1)
