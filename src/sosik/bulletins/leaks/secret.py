"""Secrets: the lines that must be nowhere in a bundle. What is reported of one is its line number, never its words."""

import unicodedata

from attrs import field, frozen

from sosik.bulletins.leaks.letters import flat_letters
from sosik.errors import SecretsNone, SecretTooShort

LEAST = 6
"""A secret's least strength: six Latin letters or digits, or three syllables of Hangul. Less stands in any page by chance."""
GUARDED = 12
"""Under this strength a find must also stand as a word of its own, since its letters meet by chance across words."""


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
