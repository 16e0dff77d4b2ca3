"""Words of a set where the other version says another of it: narrow and wide, killed and wounded, an official and a source."""

from collections.abc import Iterator, Sequence

from sosik.bulletins.translation.drift import Kind
from sosik.bulletins.translation.finding import Found
from sosik.bulletins.translation.page import Page
from sosik.bulletins.translation.sections import Differing, Section, differing, within
from sosik.bulletins.translation.terms import Term

_FIRM = 2
_HARM = "outcome.harm"
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
        left, right = _stolen(left, one, 0, name), _stolen(right, one, 1, name)
        if not left or not right:
            continue
        if name == _HARM and _is_joint(within(mine, one.section.ko), within(yours, one.section.en)):
            continue
        both = _told_apart(left, right, within(mine, one.section.ko), within(yours, one.section.en), name)
        if both is not None:
            yield Found(Kind(name.partition(".")[0]), name.partition(".")[2], both[0].span, both[1].span, one.section)


def _stolen(left: list[Term], one: Differing, side: int, name: str) -> list[Term]:
    """With those that only a doubtful word of the other version stands for: it may as well mean something else."""
    doubtful = [pair[side] for pair in one.pairs if pair[side].is_firm(name) and not pair[1 - side].is_firm(name)]
    return [*left, *doubtful]


def _same(one: Term, other: Term, name: str) -> int:
    if not one.values(name) & other.values(name):
        return 0
    return _FIRM if one.is_firm(name) and other.is_firm(name) else 1


def _told_apart(
    left: Sequence[Term], right: Sequence[Term], mine: Sequence[Term], yours: Sequence[Term], name: str
) -> tuple[Term, Term] | None:
    """A pair of which one value at least stands nowhere in the other passage; what is repeated tells nothing."""
    here = {value for term in mine for value in term.values(name)}
    there = {value for term in yours for value in term.values(name)}
    for one in left:
        for other in right:
            new = not (one.values(name) & there) or not (other.values(name) & here)
            if new and not one.values(name) & other.values(name):
                return one, other
    return None


def _is_joint(mine: Sequence[Term], yours: Sequence[Term]) -> bool:
    """Casualties on one side, killed and injured on the other."""
    said = [{value for term in terms for value in term.values(_HARM)} for terms in (mine, yours)]
    return any("casualties" in one and {"killed", "injured"} <= other for one, other in (said, said[::-1]))
