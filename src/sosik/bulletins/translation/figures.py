"""Numbers, hours and days that the versions give differently."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from sosik.bulletins.translation.amount import Amount, same_amount, units_fit
from sosik.bulletins.translation.drift import Kind
from sosik.bulletins.translation.finding import Found
from sosik.bulletins.translation.moments import Moment, same_moment, shared_names
from sosik.bulletins.translation.page import Page
from sosik.bulletins.translation.sections import Differing, Section, differing, within
from sosik.values.quantity import Count, Outcome

_NEAR = 8  # days that a relative word may be off before it accuses nobody


def number_drift(laid: Sequence[Section], ko: Page, en: Page) -> Iterator[Found]:
    for one in differing(laid, ko.amounts, en.amounts, same_amount):
        yield from _amounts(one, ko.amounts, en.amounts, Kind.number)
    for one in differing(laid, ko.clocks, en.clocks, same_amount):
        yield from _amounts(one, ko.clocks, en.clocks, Kind.date)
    yield from _swapped(laid, ko, en)


def _amounts(one: Differing[Amount], ko: Sequence[Amount], en: Sequence[Amount], kind: Kind) -> Iterator[Found]:
    left = [mine for mine in one.ko if not _is_total(mine, within(en, one.section.en))]
    right = [yours for yours in one.en if not _is_total(yours, within(ko, one.section.ko))]
    about = "hour" if kind is Kind.date else "number"
    _as_range(left, right)
    _as_range(right, left)
    _as_share(left, right)
    _as_share(right, left)
    yield from _turned(one, kind)
    for mine, yours in _paired(left, right):
        left.remove(mine)
        right.remove(yours)
        if (mine.firm or yours.firm or _are_spells(mine, yours)) and not (_has(en, mine) and _has(ko, yours)):
            bound = mine.values & yours.values and mine.bound is not yours.bound
            yield Found(kind, "bound" if bound else about, mine.span, yours.span, one.section)
    for mine in left:
        if mine.firm and not _has(en, mine) and not _is_summed(mine, within(en, one.section.en)):
            yield Found(kind, about, mine.span, None, one.section)
    for yours in right:
        if yours.firm and not _has(ko, yours) and not _is_summed(yours, within(ko, one.section.ko)):
            yield Found(kind, about, None, yours.span, one.section)


def _as_range(ranged: list[Amount], single: list[Amount]) -> None:
    """From three to five may be a range in one version and two numbers in the other."""
    for wide in [one for one in ranged if one.low != one.high]:
        ends = [next((one for one in single if one.low == one.high == end), None) for end in (wide.low, wide.high)]
        if ends[0] is not None and ends[1] is not None:
            ranged.remove(wide)
            for end in ends:
                if end is not None:
                    single.remove(end)


def _as_share(shares: list[Amount], single: list[Amount]) -> None:
    """Seven in ten is 70 percent."""
    for share in [one for one in shares if one.units == {"share"}]:
        found = [
            (a, b) for a in single for b in single if a is not b and b.low and abs(a.low / b.low - share.low) < 1e-9
        ]
        if found:
            shares.remove(share)
            single.remove(found[0][0])
            single.remove(found[0][1])


def _turned(one: Differing[Amount], kind: Kind) -> Iterator[Found]:
    """From 70 to 120 in one version, from 120 to 70 in the other."""
    for mine, yours in one.pairs:
        if {mine.way, yours.way} == {"from", "to"}:
            yield Found(kind, "turned", mine.span, yours.span, one.section)
            return


def _paired(left: Sequence[Amount], right: Sequence[Amount]) -> list[tuple[Amount, Amount]]:
    """What stands for what: the same number under another bound first, then the same unit, then in order."""
    grades = sorted(
        (-(4 * bool(a.values & b.values) + 2 * bool(a.units & b.units) + units_fit(a, b)), abs(i - j), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if a.firm or b.firm or _are_spells(a, b)
    )
    used: set[tuple[str, int]] = set()
    pairs: list[tuple[Amount, Amount]] = []
    for _, _, i, j in grades:
        if ("ko", i) not in used and ("en", j) not in used:
            used |= {("ko", i), ("en", j)}
            pairs.append((left[i], right[j]))
    return pairs


def _are_spells(one: Amount, other: Amount) -> bool:
    """Two lengths of time that days are counted back by."""
    spells = {"day", "month", "hour"}
    return bool(one.units & spells and other.units & spells) and one.low > 1 and other.low > 1


def _has(others: Sequence[Amount], one: Amount) -> bool:
    return any(same_amount(one, other) for other in others)


def _is_total(one: Amount, others: Sequence[Amount]) -> bool:
    return one.low > 2 and _is_summed(one, others)


def _is_summed(one: Amount, others: Sequence[Amount]) -> bool:
    """Two of them and one more are three; a couple is two, whether or not anybody counts them."""
    people = {"person", "thing"}
    if one.low != one.high or not one.units <= people:
        return False
    parts = [other for other in others if other.low == other.high and other.units <= people and other.magnitude is None]
    sums = {a.low + b.low for a, b in combinations(parts, 2)} | {
        a.low + b.low + c.low for a, b, c in combinations(parts, 3)
    }
    return one.low in sums or (one.low == 2 and not any(other.firm for other in others))


def _swapped(laid: Sequence[Section], ko: Page, en: Page) -> Iterator[Found]:
    """The same numbers with other outcomes: three killed and five wounded, five killed and three wounded."""
    for section in laid:
        if section.ko is None or section.en is None:
            continue
        mine = {
            (one.outcome, _exact(one.count)): one.span
            for one in ko.victims
            if section.ko.covers(one.span) and _counts(one.outcome, one.count)
        }
        yours = {
            (one.outcome, _exact(one.count)): one.span
            for one in en.victims
            if section.en.covers(one.span) and _counts(one.outcome, one.count)
        }
        numbers = ({number for _, number in mine}, {number for _, number in yours})
        outcomes = ({outcome for outcome, _ in mine}, {outcome for outcome, _ in yours})
        same_words = (
            numbers[0] == numbers[1] and outcomes[0] == outcomes[1] and len(mine) == len(yours) == len(numbers[0]) >= 2
        )
        if same_words and set(mine) != set(yours):
            first = next(key for key in mine if key not in yours)
            other = next(key for key in yours if key[0] is first[0])
            yield Found(Kind.number, "swapped", mine[first], yours[other], section)


def _counts(outcome: Outcome, count: Count) -> bool:
    return (
        outcome in {Outcome.killed, Outcome.injured, Outcome.missing, Outcome.detained, Outcome.repatriated}
        and count.best is not None
        and count.best > 1
    )


def _exact(count: Count) -> int:
    return count.best or count.min


def date_drift(laid: Sequence[Section], ko: Page, en: Page) -> Iterator[Found]:
    for one in differing(laid, ko.moments, en.moments, same_moment):
        left, right = list(one.ko), list(one.en)
        for mine, yours in _against(left, right):
            left.remove(mine)
            right.remove(yours)
            if not (_dated(en.moments, mine) and _dated(ko.moments, yours)):
                yield Found(Kind.date, "date", mine.span, yours.span, one.section)
        yield from _counted_back(left, right, one.section)
        yield from (Found(Kind.date, "date", mine.span, None, one.section) for mine in left if _alone(mine, en.moments))
        yield from (
            Found(Kind.date, "date", None, yours.span, one.section) for yours in right if _alone(yours, ko.moments)
        )


def _against(left: Sequence[Moment], right: Sequence[Moment]) -> list[tuple[Moment, Moment]]:
    """What stands for what: those that name the same parts of a date, or days before and after one."""
    pairs: list[tuple[Moment, Moment]] = []
    rest = list(right)
    for mine in left:
        fitting = [yours for yours in rest if shared_names(mine, yours)]
        if fitting:
            best = max(fitting, key=lambda yours: len(shared_names(mine, yours)))
            rest.remove(best)
            pairs.append((mine, best))
    return pairs


def _counted_back(left: list[Moment], right: list[Moment], section: Section) -> Iterator[Found]:
    """Yesterday against three days ago: both close, both certain, and never one day."""
    for mine, yours in list(zip(left, right, strict=False)):
        if mine.days is None or yours.days is None or (mine.days.days or 99) > 1 or (yours.days.days or 99) > 1:
            continue
        if not mine.days.overlaps(yours.days):
            left.remove(mine)
            right.remove(yours)
            yield Found(Kind.date, "date", mine.span, yours.span, section)


def _alone(one: Moment, others: Sequence[Moment]) -> bool:
    """A date that the other version gives nowhere; a year or a season alone may be said in other words."""
    names = {name for name, _ in one.said}
    return bool(names & {"month", "day", "weekday", "year"}) and not _dated(others, one)


def _dated(others: Sequence[Moment], one: Moment) -> bool:
    return any(same_moment(one, other) for other in others)
