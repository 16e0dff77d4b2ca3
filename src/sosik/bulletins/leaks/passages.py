"""Passages of accounts that nothing public may hold: runs of a source's words, found however they are spaced or pointed.

A passage is the fewest words in a row of one sentence that make ``LONG`` letters, names of places and numbers not counted, since an
honest bulletin shares those; a sentence that has fewer is a passage whole from ``SHORT`` letters on. What the cleared editions say
themselves is no leak: the disclosure check has passed over it, and members cleared those very bytes. Nor is what the press or an office said.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import frozen

from sosik.accounts.account import Account
from sosik.bulletins.edition import ClearedEdition
from sosik.bulletins.leaks.letters import letters
from sosik.bulletins.leaks.secret import Secret, strength
from sosik.values.ids import AccountId

LONG = 40
"""Letters, those of Hangul counted twice: about eight words of English or six of Korean."""
SHORT = 24
_FEWEST = 3
_SENTENCE = re.compile(r"(?<=[.!?。…])[\s\"'”’]+|\n\s*\n|\n(?=[-*•])")


@frozen
class Passages:
    """``secrets`` are numbered by ``owners``: the account that each comes from."""

    secrets: tuple[Secret, ...]
    owners: tuple[AccountId, ...]


def passages(
    accounts: Iterable[Account], cleared: Sequence[ClearedEdition], is_shared: Callable[[str], bool]
) -> Passages:
    """``is_shared`` tells a word that any page may hold: the name of a place, a number."""
    kept = list(accounts)
    said = [_stream(text) for text in _texts(cleared)]
    said += [_stream(account.text) for account in kept if account.basis.is_exempt_from_consent]
    secrets: list[Secret] = []
    owners: list[AccountId] = []
    for account in kept:
        if account.basis.is_exempt_from_consent:
            continue
        for passage in dict.fromkeys(_passages(account.text, is_shared)):
            if not any(_stream(passage) in text for text in said):
                secrets.append(Secret(len(owners), passage))
                owners.append(account.id)
    return Passages(tuple(secrets), tuple(owners))


def _passages(text: str, is_shared: Callable[[str], bool]) -> Iterator[str]:
    for sentence in _SENTENCE.split(text):
        words = sentence.split()
        weights = [0 if is_shared(word) else strength(word) for word in words]
        if sum(map(bool, weights)) < _FEWEST or sum(weights) < SHORT:
            continue
        if sum(weights) < LONG:
            yield " ".join(words)
        for start in range(len(words)):
            end = _end(weights, start)
            if end is not None:
                yield " ".join(words[start:end])


def _end(weights: Sequence[int], start: int) -> int | None:
    """After the fewest words from ``start`` on that are long enough; None when the sentence ends before."""
    total = 0
    for at in range(start, len(weights)):
        total += weights[at]
        if total >= LONG and sum(map(bool, weights[start : at + 1])) >= _FEWEST:
            return at + 1
    return None


def _texts(cleared: Sequence[ClearedEdition]) -> Iterator[str]:
    for one in cleared:
        for version in one.edition.versions if not one.withdrawn else ():
            yield from (version.title, version.body, version.correction or "")
            yield from (text for picture in version.pictures for text in (picture.caption, picture.credit, picture.alt))


def _stream(text: str) -> bytes:
    return letters(text).stream
