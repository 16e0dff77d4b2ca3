"""All that is found between the accounts of a folder or a desk, each pair once, by the manner that shows most."""

from collections.abc import Iterable, Iterator, Sequence

from sosik.accounts.derivation.alignment import align
from sosik.accounts.derivation.changes import changed_words
from sosik.accounts.derivation.copies import Copy, near_copies
from sosik.accounts.derivation.facts import Told
from sosik.accounts.derivation.named import Named, named_retellings
from sosik.accounts.derivation.retelling import Manner, Passage, Retelling
from sosik.accounts.derivation.translations import Translation, translations
from sosik.values.ids import AccountId


def find_retellings(accounts: Iterable[Told]) -> tuple[Retelling, ...]:
    """In the order of the accounts. What the front matter of an account says already is not found again.

    Of two accounts the later is taken for the retelling: by its day, then by its place in the order. One that names an outlet
    comes after one of the same day that names none.
    """
    given = list(accounts)
    place = {one.id: number for number, one in enumerate(given)}
    told = sorted(given, key=lambda one: (one.account.reference_day, bool(one.named), place[one.id]))
    known = {frozenset({one.id, other}) for one in given for other in one.account.retells}
    found: dict[frozenset[AccountId], Retelling] = {}
    for one in _every(told):
        pair = frozenset({one.account, one.of})
        if pair not in known:
            found.setdefault(pair, one)
    return tuple(sorted(found.values(), key=lambda one: (place[one.account], place[one.of])))


def _every(told: Sequence[Told]) -> Iterator[Retelling]:
    yield from (_copied(one) for one in near_copies(told))
    yield from (_named(one) for one in named_retellings(told))
    yield from (_translated(one) for one in translations(told))


def _copied(one: Copy) -> Retelling:
    drift = (*align(one.here, one.there).drift(), *changed_words(one))
    return Retelling(one.here.id, one.there.id, Manner.near_copy, round(one.share, 3), one.passages, drift)


def _translated(one: Translation) -> Retelling:
    aligned = one.aligned
    share = round(aligned.share, 3)
    return Retelling(one.here.id, one.there.id, Manner.translated, share, aligned.passages(), aligned.drift())


def _named(one: Named) -> Retelling:
    """The first passage is where the outlet is named."""
    passages = one.aligned.passages()
    opening = Passage(one.mention, passages[0].there)
    share = round(one.aligned.share, 3)
    return Retelling(one.here.id, one.there.id, Manner.named, share, (opening, *passages), one.aligned.drift())
