"""Secrets: the lines that must be nowhere in a bundle. What is reported of one is its line number, never its words."""

import unicodedata
from collections.abc import Iterable

from attrs import field, frozen

from sosik.bulletins.leaks.letters import flat_letters
from sosik.errors import SecretsNone, SecretTooShort

LEAST = 6
"""A secret's least strength: six Latin letters or digits, or three syllables of Hangul. Less stands in any page by chance."""
GUARDED = 12
"""Under this strength a find must also stand as a word of its own, since its letters meet by chance across words."""

_ROOM = 16
"""Bytes that a letter may take that is not escaped, with the blanks and invisible signs after it."""


@frozen
class Secret:
    """``line`` counts from 1 in the list that it came from."""

    line: int
    text: str = field(repr=False)

    @property
    def strength(self) -> int:
        return strength(self.text)

    @property
    def is_guarded(self) -> bool:
        return self.strength < GUARDED


def strength(text: str) -> int:
    """Letters and digits, those beyond Latin counted twice; spaces, marks and signs count nothing."""
    kept = [letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum()]
    return sum(1 if letter.isascii() else 2 for letter in kept)


def reach_of(secrets: Iterable[Secret]) -> int:
    """How far from one of its letters a secret may stand, in bytes: the longest, at four bytes a letter and with room between them."""
    return max((_ROOM * len(secret.text) for secret in secrets), default=0) + _ROOM**2


def read_secrets(file: str, untrusted: str) -> tuple[Secret, ...]:
    """One a line; empty lines are passed over. Raises SecretTooShort, which names the line, or SecretsNone."""
    secrets = []
    for number, line in enumerate(untrusted.removeprefix("\ufeff").splitlines(), start=1):
        text = line.strip()
        if not text:
            continue
        if strength(text) < LEAST or not flat_letters(text):
            raise SecretTooShort(file=file, line=number, least=LEAST, syllables=LEAST // 2)
        secrets.append(Secret(number, text))
    if not secrets:
        raise SecretsNone(file=file)
    return tuple(secrets)
