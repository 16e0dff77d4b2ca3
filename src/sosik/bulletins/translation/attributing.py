"""Who tells it, in one version and in the other: one source or several, somebody or nobody; and names of people."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from sosik.bulletins.translation.drift import Kind
from sosik.bulletins.translation.finding import Found
from sosik.bulletins.translation.names import Name, is_spelt_in, is_spelt_in_latin, same_name
from sosik.bulletins.translation.page import Page
from sosik.bulletins.translation.sections import Section, within
from sosik.bulletins.translation.tellers import Teller
from sosik.values.textspan import TextSpan

_SYLLABLES = re.compile(
    r"(?:(?:kk|tt|pp|ss|jj|ch|kh|th|ph|sh|g|k|n|d|t|r|l|m|b|p|s|j|h|y|w)?(?:yae|yeo|wae|ae|ai|ee|eo|eu|oe|oo|ui|oo|wa|we|wi|wo|ya|ye|yo|yu|oi|ou|a|e|i|o|u)(?:ng|n|k|g|t|l|m|p|b|d|r(?![aeiou]))?)+"
)
_ASIDE = re.compile(r"\s(?:said|says|say|added|adds|told us|explained|reports?|reported),")
_CLAUSE = re.compile(r"[,;.:]|(?:으며|지만|는데|으나|고)\s")
_LONGEST = 10  # letters of a part of a Korean name
_NAMED_KO = re.compile(
    r"(?:[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구라리림민진지엄원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국][가-힣]{0,3}|[가-힣]{1,4}(?:리|동|읍|면|역|산|봉|골|도|섬|항))$"
)
_PLACE_KO = re.compile(r"[가-힣](?:리|동|읍|면|역|산|봉|골|도|섬|항)$")
_COUNTED = frozenset(
    "source resident witness official expert trader soldier defector farmer worker student doctor teacher police secret activist diplomat inmban lawyer spokesperson".split()
)


def attribution_drift(laid: Sequence[Section], ko: Page, en: Page) -> Iterator[Found]:
    for section in laid:
        if section.ko is None or section.en is None:
            continue
        mine, yours = within_tellers(ko.tellers, section.ko), within_tellers(en.tellers, section.en)
        yield from _counted(mine, yours, section, ko)
        yield from _silent(mine, yours, section, ko, en)
        yield from _exchanged(mine, yours, section, ko, en)
    yield from _names(laid, ko, en)


def within_tellers(found: Sequence[Teller], passage: TextSpan) -> list[Teller]:
    return [one for one in found if passage.start <= one.term.span.start < passage.end]


def _counted(mine: Sequence[Teller], yours: Sequence[Teller], section: Section, ko: Page) -> Iterator[Found]:
    for role in sorted(_COUNTED):
        left, right = ([one for one in side if role in one.roles and len(one.roles) == 1] for side in (mine, yours))
        numbers = [{one.number for one in side} for side in (left, right)]
        both = _against(left, right) or _against(right, left)
        if both is not None:
            spans = (
                [both[0].term.span, both[1].term.span] if both[0] in left else [both[1].term.span, both[0].term.span]
            )
            yield Found(Kind.attribution, "how many tell", spans[0], spans[1], section)
        elif role == "source" and numbers[1] == {"many"} and numbers[0] == {""} and not _are_several(ko):
            yield Found(Kind.attribution, "how many tell", left[0].term.span, right[0].term.span, section)


def _against(one: Sequence[Teller], other: Sequence[Teller]) -> tuple[Teller, Teller] | None:
    """A single teller more in one, several more in the other."""
    single, several = (
        [[each for each in side if each.number == number] for side in (one, other)] for number in ("one", "many")
    )
    if len(several[0]) >= len(several[1]) or not single[0]:
        return None
    opens = not several[0] and several[1][0].term.span.start <= min(each.term.span.start for each in other)
    if len(single[0]) > len(single[1]) or (opens and single[0][0] is one[0]):
        return single[0][0], several[1][0]
    return None


def _are_several(ko: Page) -> bool:
    """The Korean version has spoken of several sources before: its bare noun may be all of them."""
    return any("source" in one.roles and one.number == "many" for one in ko.tellers)


def _silent(mine: Sequence[Teller], yours: Sequence[Teller], section: Section, ko: Page, en: Page) -> Iterator[Found]:
    """Somebody tells it in one version; in the other nobody does, and no verb of telling stands there."""
    told_ko = [plain for at, plain in ko.tellings if section.ko and section.ko.start <= at < section.ko.end]
    told_en = [plain for at, plain in en.tellings if section.en and section.en.start <= at < section.en.end]
    if mine and any(told_ko) and not yours and not told_en:
        yield Found(Kind.attribution, "who tells it", mine[0].term.span, None, section)
    elif yours and any(told_en) and not mine and not told_ko:
        yield Found(Kind.attribution, "who tells it", None, yours[0].term.span, section)


def _exchanged(
    mine: Sequence[Teller], yours: Sequence[Teller], section: Section, ko: Page, en: Page
) -> Iterator[Found]:
    """Two tellers in another order, and another of them denies it or says nothing."""
    denied_ko, denied_en = _deniers(mine, ko, section.ko), _deniers(yours, en, section.en)
    if len(denied_ko) != 1 or len(denied_en) != 1 or denied_ko[0].roles & denied_en[0].roles:
        return
    turned = any(one.roles & denied_en[0].roles for one in mine) and any(
        one.roles & denied_ko[0].roles for one in yours
    )
    apart = _are_apart(mine, ko) and _are_apart(yours, en)
    if turned and apart and mine[0].roles & denied_en[0].roles and yours[0].roles & denied_ko[0].roles:
        yield Found(Kind.attribution, "who tells it", denied_ko[0].term.span, denied_en[0].term.span, section)


def _are_apart(found: Sequence[Teller], page: Page) -> bool:
    """The first two stand in clauses of their own: a relative who works for state security is one teller."""
    if len(found) < 2:
        return False
    first, second = found[0].term.span, found[1].term.span
    return _CLAUSE.search(page.text, first.end, second.start) is not None


def _deniers(found: Sequence[Teller], page: Page, passage: TextSpan | None) -> list[Teller]:
    """For each denial the one who is named last before it."""
    denials = [one for one in within(page.negations, passage) if one.strict]
    said = [one for one in found if not _ASIDE.match(page.text, one.term.span.end)]
    before = ([one for one in said if one.term.span.end <= denial.span.start] for denial in denials)
    return [named[-1] for named in before if named]


def _names(laid: Sequence[Section], ko: Page, en: Page) -> Iterator[Found]:
    """A name in each passage that is spelt nowhere in the other version."""
    for section in laid:
        if section.ko is None or section.en is None:
            continue
        left = [
            one
            for one in within(ko.names, section.ko)
            if _NAMED_KO.match(one.span.words(ko.text))
            and not _known(one, en.names)
            and not is_spelt_in_latin(one.span.words(ko.text), en.text)
        ]
        right = [
            one
            for one in within(en.names, section.en)
            if _is_korean(one.span.words(en.text)) and not _known(one, ko.names) and not is_spelt_in(one, ko.text)
        ]
        alike = (
            (mine, yours)
            for mine in left
            for yours in right
            if _may_stand(mine.span.words(ko.text), yours.span.words(en.text))
        )
        yield from (Found(Kind.attribution, "name", mine.span, yours.span, section) for mine, yours in islice(alike, 1))


def _known(one: Name, others: Sequence[Name]) -> bool:
    return any(same_name(one, other) for other in others)


def _may_stand(hangul: str, latin: str) -> bool:
    """A name of several words for a person; of one word for a place, or a surname alone."""
    if re.search(r"[\s-]", latin):
        return len(hangul) > 1
    return len(hangul) == 1 or bool(_PLACE_KO.search(hangul))


def _is_korean(name: str) -> bool:
    parts = [part.lower() for part in re.split(r"[\s\-'’]+", name) if part]
    return all(_SYLLABLES.fullmatch(part) and len(part) <= _LONGEST for part in parts)
