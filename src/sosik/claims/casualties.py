"""People of several clauses of one event put together, so that nobody is counted twice."""

import re
from collections.abc import Sequence

from attrs import evolve

from sosik.claims.people import VictimMention
from sosik.values.quantity import Count, Outcome

_OF_THEM = re.compile(
    r"\b(?:of them|of these|of whom|of the (?:dead|victims|killed|wounded|injured|casualties|arrested)|among them|among (?:the|those) (?:dead|killed|wounded|injured|victims|casualties|arrested|fatalities)|one of the(?= (?:two|three|four|five|six|seven|eight|nine|ten|\d+|men|women|children|girls|boys|brothers|sisters|group)\b)|the rest|the others?)\b|이 가운데|이 중|그중|그 중|그 가운데|가운데|나머지",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:also|too|another|(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|some) (?:other|more|others)|additional|further|as well|besides|in addition|meanwhile|separately|later)\b|또 다른|추가로|이 밖에|이밖에|이외에",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:another|others|(?:\w+) (?:other|more|additional|further) \w+)\b|또 다른|추가로", re.IGNORECASE
)
_CORRECTS = re.compile(
    r"\bnot (?:\w+ ){1,3}but\b|\b(?:rather than|instead of|and not|, not) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|(?:명|사람|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열)이?\s?(?:아니라|아니고|아닌)|바로 ?잡|정정[하합했을을.:]|고쳐 (?:적|알|말|전|쓰|씁)|다시 (?:알아보|알아본|확인|세어|물어|헤아)|재확인|실제(?:로는|는)? |사실은"
    r"|(?:명|사람)(?:으로|까지) (?:늘|불어|증가)|잘못 (?:적|썼|쓰|쓴|전|알|들|보도|세)|오보|(?:수|숫자)[를가는]? ?(?:고치|고쳐|틀렸|틀리|달라)",
    re.IGNORECASE,
)
# Words that say of people no more than their sex, age or number: the same people may be called by a word of their own.
_ANYBODY = frozenset(
    "people persons others more victims individuals dead bodies casualties men women children boys girls men's members human"
    " youths teenagers adults passengers residents locals citizens civilians villagers persons-in-all relatives lives 사람 주민 인민 사람들 사망자 시신 인원 이 명".split()
)


def is_part(words: str) -> bool:
    """The words speak of some of those who were counted before."""
    return bool(_OF_THEM.search(words))


def corrects(words: str) -> bool:
    """The words put a number right: not one but three."""
    return _CORRECTS.search(words) is not None


def joined(old: tuple[VictimMention, ...], new: tuple[VictimMention, ...], words: str) -> tuple[VictimMention, ...]:
    """The people of both clauses, none counted twice: a repeated number adds nothing, a part of a sum replaces it.

    ``words`` are those of the clause that the new ones stand in.
    """
    part = is_part(words) and not corrects(words)
    counted = {one.quantity.outcome for one in new if not one.is_bare}
    is_corrected = corrects(words)
    old = tuple(one for one in old if part or one.quantity.outcome not in counted or not (one.is_bare or is_corrected))
    if _CORRECTS.search(words):
        old = tuple(one for one in old if one.quantity.outcome not in {v.quantity.outcome for v in new})
    out = list(old)
    if not part and _is_finer(old, new):
        return tuple(new)
    for victim in new:
        outcome = victim.quantity.outcome
        if part and outcome in {Outcome.killed, Outcome.injured}:
            out = _parted(out, victim)
            continue
        known = [one for one in old if _covers(one.quantity.outcome, outcome)]
        if not known or _are_others(known, victim, words):
            out.append(victim)
    return tuple(out)


def is_beyond(old: Sequence[VictimMention], new: VictimMention, words: str) -> bool:
    """More of one outcome than all who were counted before, so that they are no part of them, and none again."""
    known = [one.quantity.count for one in old if one.quantity.outcome is new.quantity.outcome]
    if not known or is_part(words) or _MORE.search(words):
        return False
    whole, count = sum(known[1:], start=known[0]), new.quantity.count
    if any(count.overlaps(one) for one in (*known, whole)):
        return False
    return whole.max is not None and (count.min > whole.max)


def _are_others(known: Sequence[VictimMention], new: VictimMention, words: str) -> bool:
    """People besides those counted before: another number, with words that add, or of another trade than any of them."""
    if any(one.quantity.count.overlaps(new.quantity.count) for one in known):
        return new.quantity.count.max != 1 and bool(_OTHERS.search(words))
    if _MORE.search(words):
        return True
    heads = {_head(one) for one in (*known, new)}
    return _head(new) not in {_head(one) for one in known} and heads.isdisjoint(_ANYBODY)


def _head(victim: VictimMention) -> str:
    return (victim.group or "people").lower().split()[-1]


def _is_finer(old: Sequence[VictimMention], new: Sequence[VictimMention]) -> bool:
    """The same sum of one outcome, told by groups: 35 dead, then 26 farmers and nine rebels."""
    if not old or len(new) <= len(old) or len({one.quantity.outcome for one in (*old, *new)}) != 1:
        return False
    return _sum(old) == _sum(new) and _sum(new).best is not None


def _sum(victims: Sequence[VictimMention]) -> Count:
    counts = [one.quantity.count for one in victims]
    return sum(counts[1:], start=counts[0])


def _covers(known: Outcome, new: Outcome) -> bool:
    either = {Outcome.killed, Outcome.injured, Outcome.killed_or_injured}
    return known is new or (known is Outcome.killed_or_injured and new in either)


def _parted(known: list[VictimMention], part: VictimMention) -> list[VictimMention]:
    """Of "twelve casualties; three of them died": three killed, the other nine injured."""
    whole = next((v for v in known if v.quantity.outcome is Outcome.killed_or_injured), None)
    hurt = next((v for v in known if v.quantity.outcome is Outcome.injured), None)
    if whole is None and hurt is not None and part.quantity.outcome is Outcome.killed and _is_fewer(part, hurt):
        return [*(_less(v, part) if v is hurt else v for v in known), part]
    if whole is None:
        outcome = part.quantity.outcome
        return known if any(v.quantity.outcome is outcome for v in known) else [*known, part]
    count, some = whole.quantity.count, part.quantity.count
    if some.best is None or some.best > count.min:
        return known
    other = Outcome.injured if part.quantity.outcome is Outcome.killed else Outcome.killed
    left = Count.between(count.min - some.best, None if count.max is None else count.max - some.best)
    rest = evolve(whole, quantity=evolve(whole.quantity, outcome=other, count=left))
    return [*(v for v in known if v is not whole), part, rest]


def _is_fewer(part: VictimMention, whole: VictimMention) -> bool:
    return part.quantity.count.best is not None and part.quantity.count.best < whole.quantity.count.min


def _less(whole: VictimMention, part: VictimMention) -> VictimMention:
    """Those of the injured who did not die of it."""
    count, some = whole.quantity.count, part.quantity.count.best or 0
    left = Count.between(count.min - some, None if count.max is None else count.max - some)
    return evolve(whole, quantity=evolve(whole.quantity, count=left))


def _is_their_sum(victim: VictimMention, others: Sequence[VictimMention]) -> bool:
    """Five killed and 18 injured, 23 casualties in all: said twice."""
    if victim.quantity.outcome is not Outcome.killed_or_injured:
        return False
    parts = [one for one in others if one.quantity.outcome in {Outcome.killed, Outcome.injured}]
    return bool(parts) and _sum(parts) == victim.quantity.count


_SOME_DIED = re.compile(r"\bof (?:them|whom)\b[^.;]{0,40}\b(?:died|dead|killed|succumbed)\b", re.IGNORECASE)


def distinct(victims: Sequence[VictimMention], words: str = "") -> tuple[VictimMention, ...]:
    """One mention of each number; "all nine" beside "nine workers" is said twice; of the hurt, some may have died."""
    out: list[VictimMention] = []
    for victim in victims:
        hurt = next((one for one in out if one.outcome is Outcome.injured), None)
        if hurt and victim.outcome is Outcome.killed and _is_fewer(victim, hurt) and _SOME_DIED.search(words):
            out[out.index(hurt)] = _less(hurt, victim)
        twin = any(v.quantity.outcome is victim.quantity.outcome and v.span == victim.span for v in out)
        if not twin:
            out.append(victim)
    return tuple(victim for victim in out if not _is_their_sum(victim, out))
