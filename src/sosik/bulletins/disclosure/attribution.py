"""Attribution: what the words that stand for a source say of their place, role, age, sex and relations."""

from collections.abc import Iterator

from sosik.bulletins.calculation import calculate, coarser
from sosik.bulletins.disclosure import phrases_en, phrases_ko
from sosik.bulletins.disclosure.found import Found, SourcePhrase, area_name, in_area
from sosik.bulletins.policy import Policy, Severity
from sosik.claims.gazetteer.lookup import Entry, Gazetteer
from sosik.values.text import Lang


def source_phrases(text: str, lang: Lang, gazetteer: Gazetteer) -> tuple[SourcePhrase, ...]:
    phrases = phrases_ko if lang is Lang.ko else phrases_en
    return tuple(phrases.source_phrases(text, gazetteer))


def attributed(
    text: str, lang: Lang, phrases: tuple[SourcePhrase, ...], policy: Policy, gazetteer: Gazetteer
) -> Iterator[Found]:
    """A mention for each thing that a phrase says; every rewrite of one phrase is the same, so that all can be taken."""
    for phrase in phrases:
        said = tuple(name for name in (phrase.sex if "sex" in phrase.attributes else None, _age(phrase)) if name)
        rewrite = _rewrite(phrase, lang, policy, gazetteer)
        if phrase.has_place:
            yield from _placed(text, phrase, said, lang, policy, gazetteer)
        for rule in ("rare-role", "relation"):
            if rule.removeprefix("rare-") in phrase.attributes:
                yield Found(rule, phrase.start, phrase.end, rewrite)
        for rule in ("age", "sex"):
            if rule in phrase.attributes:
                yield Found(rule, phrase.start, phrase.end, rewrite, numbered=True, place=phrase.place, attributes=said)


def _placed(  # noqa: PLR0913 - what the phrase is weighed with
    text: str, phrase: SourcePhrase, said: tuple[str, ...], lang: Lang, policy: Policy, gazetteer: Gazetteer
) -> Iterator[Found]:
    rewrite: str | None = None
    n_low = calculate(phrase.place, said, policy, gazetteer).n_low
    if policy.severity_of(n_low) is not Severity.info or "role" in phrase.attributes or "relation" in phrase.attributes:
        rewrite = _rewrite(phrase, lang, policy, gazetteer)
        if not phrase.attributes and not phrase.unknown_place:
            rewrite = _moved(text, phrase, lang, area(phrase, policy, gazetteer))
    yield Found("place-narrows", phrase.start, phrase.end, rewrite, numbered=True, place=phrase.place, attributes=said)


def area(phrase: SourcePhrase, policy: Policy, gazetteer: Gazetteer) -> Entry | None:
    """The finest area around the phrase's place that can stand: itself when its number warns of nothing."""
    for place in phrase.places:
        n_low = calculate(place, (), policy, gazetteer).n_low
        if n_low is not None and n_low >= policy.warn_under:
            return place
    return coarser(phrase.places[0], policy, gazetteer) if phrase.places else None


def _rewrite(phrase: SourcePhrase, lang: Lang, policy: Policy, gazetteer: Gazetteer) -> str:
    """The phrase with nothing but the coarse area left."""
    around = in_area(area(phrase, policy, gazetteer), lang)
    return around + phrase.plain if lang is Lang.ko else phrase.plain + around


def _moved(text: str, phrase: SourcePhrase, lang: Lang, around: Entry | None) -> str:
    """The phrase as it stands with its place made coarser, or dropped where no area around it is known."""
    before, after = text[phrase.start : phrase.place_start], text[phrase.place_end : phrase.end]
    if around is None:
        return phrase.plain
    if lang is Lang.ko:
        return f"{before}{area_name(around, lang)} {after.lstrip()}"
    if before.endswith(" ") and not after.strip():
        return f"{before.rstrip()}{in_area(around, lang)}"
    return f"{phrase.plain}{in_area(around, lang)}"


def _age(phrase: SourcePhrase) -> str | None:
    return "age" if "age" in phrase.attributes else None
