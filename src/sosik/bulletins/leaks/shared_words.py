"""Words that an honest page shares with any account: names of places and numbers."""

import unicodedata

from attrs import frozen

from sosik.bulletins.leaks.letters import letters
from sosik.claims.gazetteer.lookup import Gazetteer

_ENDING = 4
"""Syllables of a Korean ending after a name."""


@frozen
class SharedWords:
    names: frozenset[str]

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> "SharedWords":
        every = {name for entry in gazetteer.entries.values() for name in (entry.name_en, entry.name_ko)}
        return cls(frozenset(key for name in every for part in name.split() if len(key := _key(part)) >= 2))

    def holds(self, word: str) -> bool:
        """A number, a name, or a Korean name with its ending."""
        key = _key(word)
        if not key or any(unicodedata.category(letter) == "Nd" for letter in key) or key in self.names:
            return True
        return any(key[:-cut] in self.names for cut in range(1, min(_ENDING, len(key) - 2) + 1) if not key.isascii())


def _key(word: str) -> str:
    return letters(word).stream.decode()
