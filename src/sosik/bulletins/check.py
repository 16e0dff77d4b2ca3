"""The disclosure check: can this bulletin point at a source, in any version, in its rows, or in all of them together?"""

from collections.abc import Iterator

from attrs import evolve

from sosik.bulletins import records
from sosik.bulletins.assemble import Assembled, assemble
from sosik.bulletins.bulletin import Bulletin, Draft
from sosik.bulletins.calculation import Calculation, calculate
from sosik.bulletins.case import Case
from sosik.bulletins.disclosure.attribution import source_phrases
from sosik.bulletins.disclosure.found import Found, Page, SourcePhrase, finest
from sosik.bulletins.disclosure.read import betrayed
from sosik.bulletins.draft import masked
from sosik.bulletins.edition_bytes import edition_hash
from sosik.bulletins.figures import stale_figures
from sosik.bulletins.policy import Policy, Severity
from sosik.bulletins.reasons import reason
from sosik.bulletins.verdict import Reason, Verdict
from sosik.bulletins.witnessed import witnessed
from sosik.claims.codebook import Codebook
from sosik.claims.gazetteer.lookup import Gazetteer


def check(
    bulletin: Bulletin, case: Case | None, policy: Policy, gazetteer: Gazetteer, codebook: Codebook | None = None
) -> Verdict:
    """Every mention with its reason. Without a case the text and the shipped data alone, which is said."""
    return check_assembled(bulletin, case, policy, gazetteer, codebook)[0]


def check_assembled(
    bulletin: Bulletin, case: Case | None, policy: Policy, gazetteer: Gazetteer, codebook: Codebook | None = None
) -> tuple[Verdict, Assembled]:
    """The verdict and the edition that it is about; the verdict bears the edition's hash."""
    found = {draft.lang: betrayed(_page(draft, gazetteer), policy) for draft in bulletin.drafts}
    seen = witnessed(bulletin, case, found) if case else frozenset()
    assembled = assemble(bulletin, case, codebook or Codebook.load(), gazetteer, policy, seen)
    reasons: list[Reason] = []
    for draft in bulletin.drafts:
        reasons += (_of_text(one, draft, policy, gazetteer) for one in found[draft.lang])
        reasons += _of_title(draft, policy, gazetteer)
        if case:
            reasons += stale_figures(draft, case, policy)
    reasons += (
        reason(
            problem.rule, policy, lang=problem.lang, text=_words(bulletin, problem), span=(problem.start, problem.end)
        )
        for problem in assembled.problems
    )
    reasons += _union(bulletin, policy, gazetteer)
    reasons += records.checked(bulletin, case, assembled, seen, policy, gazetteer)
    if case and not bulletin.sources and not records.accounts_behind(bulletin, case, assembled):
        reasons += _of_nobody(bulletin, policy, gazetteer)
    verdict = Verdict(
        tuple(draft.lang.value for draft in bulletin.drafts),
        bulletin.revision,
        edition_hash(assembled.edition),
        tuple(_said_once(reasons, policy)),
    )
    return verdict, assembled


def calculation_of(found: Found, policy: Policy, gazetteer: Gazetteer) -> Calculation | None:
    return calculate(found.place, found.attributes, policy, gazetteer) if found.numbered else None


def _of_nobody(bulletin: Bulletin, policy: Policy, gazetteer: Gazetteer) -> Iterator[Reason]:
    """A source is spoken of, and the desk cannot tell which: whatever was said of them elsewhere is unknown."""
    for draft in bulletin.drafts:
        for phrase in source_phrases(masked(draft), draft.lang, gazetteer):
            span = (phrase.start, phrase.end)
            yield reason("unlisted-source", policy, lang=draft.lang, text=draft.body[slice(*span)], span=span)


def _page(draft: Draft, gazetteer: Gazetteer) -> Page:
    return Page(masked(draft), draft.body, draft.title, draft.lang, gazetteer)


def _of_text(found: Found, draft: Draft, policy: Policy, gazetteer: Gazetteer) -> Reason:
    said = reason(
        found.rule,
        policy,
        lang=draft.lang,
        text=draft.body[found.start : found.end],
        span=(found.start, found.end),
        calculation=calculation_of(found, policy, gazetteer),
        suggest=found.suggest,
        suggest_span=found.whole,
    )
    circle = policy.circle_in(said.text) if found.rule == "few-know" else None
    return evolve(said, knowers=(circle[0], circle[1].min, circle[1].max, circle[1].source)) if circle else said


def _of_title(draft: Draft, policy: Policy, gazetteer: Gazetteer) -> Iterator[Reason]:
    """Headlines, notes of correction and the words at pictures are public too; their spans count their own characters."""
    words = [(each.caption, each.alt) for each in draft.pictures]  # a credit is a name, as a writer's is
    beside = [("picture", text) for each in words for text in each]
    for part, text in (("title", draft.title), ("correction", draft.correction or ""), *beside):
        for found in betrayed(Page(text, text, draft.title, draft.lang, gazetteer), policy):
            yield reason(
                found.rule,
                policy,
                lang=draft.lang,
                text=text[found.start : found.end],
                part=part,
                calculation=calculation_of(found, policy, gazetteer),
                suggest=found.suggest,
            )


def _words(bulletin: Bulletin, problem: object) -> str:
    lang, start, end = (getattr(problem, name) for name in ("lang", "start", "end"))
    return bulletin.versions[lang].body[start:end]


def _union(bulletin: Bulletin, policy: Policy, gazetteer: Gazetteer) -> Iterator[Reason]:
    """What one version says of a source beside what the other says: the reader of both has both."""
    described = [
        [
            phrase
            for phrase in source_phrases(masked(draft), draft.lang, gazetteer)
            if phrase.has_place or phrase.attributes
        ]
        for draft in bulletin.drafts
    ]
    if len(described) < 2 or not all(described):
        return
    for together in _matched(described):
        joint = _joined_calculation(together, policy, gazetteer)
        apart = [_joined_calculation((phrase,), policy, gazetteer) for phrase in together]
        if policy.severity_of(joint.n_low).rank > max(policy.severity_of(one.n_low).rank for one in apart):
            text = " + ".join(
                masked(draft)[phrase.start : phrase.end]
                for draft, phrase in zip(bulletin.drafts, together, strict=False)
            )
            yield reason("place-narrows", policy, lang="union", text=text, calculation=joint)


def _matched(described: list[list[SourcePhrase]]) -> Iterator[tuple[SourcePhrase, ...]]:
    """The same source in each version: in order when they are as many, else each with each, for nobody knows which is which."""
    if len({len(phrases) for phrases in described}) == 1:
        yield from zip(*described, strict=True)
        return
    first, second = described[0], described[1]
    yield from ((one, other) for one in first for other in second)


def _joined_calculation(phrases: tuple[SourcePhrase, ...], policy: Policy, gazetteer: Gazetteer) -> Calculation:
    places = finest(tuple(place for phrase in phrases for place in phrase.places))
    unknown = any(phrase.unknown_place for phrase in phrases) or not places
    said = {phrase.sex for phrase in phrases if phrase.sex and "sex" in phrase.attributes}
    said |= {"age" for phrase in phrases if "age" in phrase.attributes}
    return calculate(None if unknown else places[0], sorted(filter(None, said)), policy, gazetteer)


def _said_once(reasons: list[Reason], policy: Policy) -> Iterator[Reason]:
    """A warning that no rewrite can lift is given once a version, so that people keep reading warnings."""
    said: set[tuple[str, str]] = set()
    order = sorted(reasons, key=lambda one: (one.lang, one.part, one.span or (0, 0), one.rule, one.text))
    for one in order:
        key = (one.lang, one.rule)
        if policy.rules[one.rule].once and one.severity is not Severity.block and key in said:
            continue
        said.add(key)
        yield one
