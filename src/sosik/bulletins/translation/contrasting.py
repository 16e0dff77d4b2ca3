"""Words of a set where the other version says another of it: narrow and wide, killed and wounded, an official and a source."""

from collections.abc import Iterator, Sequence

from sosik.bulletins.translation.drift import Kind
from sosik.bulletins.translation.finding import Found
from sosik.bulletins.translation.page import Page
from sosik.bulletins.translation.sections import Section, differing, within
from sosik.bulletins.translation.terms import Term

_FIRM = 2
_HARM = "outcome.harm"
_CERTAIN = frozenset({_HARM, "attribution.kin", "attribution.sex", "attribution.rank", "attribution.office"})
_NEAR = frozenset({"attribution", "date", "place"})  # values that shade into each other: an official, the authorities
_QUALITIES = frozenset(
    {"attribution.sex", "direction.age", "direction.size"}
)  # which many words have beside what they mean
_NOT_CONTRASTED = frozenset({"soft.negative", "soft.plain", "soft.word"})


def contrast_drift(laid: Sequence[Section], ko: Page, en: Page) -> Iterator[Found]:
    sets = sorted({name for page in (ko, en) for term in page.terms for name in term.sets} - _NOT_CONTRASTED)
    for name in sets:
        yield from _of_set(name, laid, ko, en)


def _of_set(name: str, laid: Sequence[Section], ko: Page, en: Page) -> Iterator[Found]:
    mine, yours = ([term for term in page.terms if name in term.sets] for page in (ko, en))
    for one in differing(laid, mine, yours, lambda a, b: _same(a, b, name), lambda a, b: _same(a, b, name) == _FIRM):
        left = [term for term in one.ko if term.is_firm(name)]
        right = [term for term in one.en if term.is_firm(name)]
        if not left or not right:
            continue
        if name == _HARM and _is_joint(within(mine, one.section.ko), within(yours, one.section.en)):
            continue
        passages = within(ko.terms, one.section.ko), within(en.terms, one.section.en)
        both = _told_apart(left, right, passages, name)
        if both is not None:
            yield Found(Kind(name.partition(".")[0]), name.partition(".")[2], both[0].span, both[1].span, one.section)


def _means(term: Term, name: str) -> frozenset[tuple[str, str]]:
    """What else the word may mean."""
    return frozenset(
        (one.set, one.value)
        for one in term.meanings
        if one.set not in {name, *_NOT_CONTRASTED, *_QUALITIES} and one.firm
    )


def _is_explained(term: Term, others: Sequence[Term], against: Term, name: str) -> bool:
    """The word has another meaning, and the other version says that in another place."""
    return any(other.span != against.span and _means(term, name) & _means(other, name) for other in others)


def _same(one: Term, other: Term, name: str) -> int:
    if not one.values(name) & other.values(name):
        return 0
    if one.firmly(name) & other.firmly(name):
        return _FIRM
    near = name.partition(".")[0] in _NEAR
    if one.firmly(name) & other.values(name):
        return int(near or other.is_doubtful)
    return int(near or one.is_doubtful) if one.values(name) & other.firmly(name) else 0


def _told_apart(
    left: Sequence[Term], right: Sequence[Term], passages: tuple[Sequence[Term], Sequence[Term]], name: str
) -> tuple[Term, Term] | None:
    """A pair of which one value at least stands nowhere in the other passage; what is repeated tells nothing."""
    here, there = ({value for term in terms for value in term.firmly(name)} for terms in passages)
    for one in left:
        for other in right:
            strange = (not one.firmly(name) & there, not other.firmly(name) & here)
            certain = name in _CERTAIN or (_is_plain(one) and _is_plain(other))
            new = all(strange) or (any(strange) and certain)
            explained = _is_explained(one, passages[1], other, name) or _is_explained(other, passages[0], one, name)
            if new and not explained and not _same(one, other, name):
                return one, other
    return None


def _is_plain(term: Term) -> bool:
    """A word with one meaning alone, such as upstream."""
    return len({one.set for one in term.meanings if not one.set.startswith("soft") and one.firm}) == 1


def _is_joint(mine: Sequence[Term], yours: Sequence[Term]) -> bool:
    """Casualties on one side, killed and injured on the other."""
    said = [{value for term in terms for value in term.values(_HARM)} for terms in (mine, yours)]
    return any("casualties" in one and {"killed", "injured"} <= other for one, other in (said, said[::-1]))
