"""From a bulletin and what is computed to an edition: figures written out, and the rows that it publishes."""

import re

from attrs import field, frozen

from sosik.bulletins.bulletin import Bulletin, Citation, Draft
from sosik.bulletins.case import Case, Cited
from sosik.bulletins.draft_pictures import public_picture
from sosik.bulletins.edition import Edition, IncidentRow, MeasureRow, Version
from sosik.bulletins.policy import Policy
from sosik.bulletins.rows import Stated, incident_row, measure_row, public_grade
from sosik.bulletins.stated import date_grain, paragraphs_at, places_named
from sosik.bulletins.wording import fitting_words
from sosik.claims.codebook import Codebook
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.incidents.incident import Grade, Incident, Measure, Status, Tally
from sosik.values.ids import IncidentId
from sosik.values.quantity import Count
from sosik.values.text import Lang


@frozen
class Problem:
    """A citation that cannot be written out; the edition keeps it as it stands and is not to leave."""

    rule: str
    lang: Lang
    start: int
    end: int


@frozen
class Assembled:
    edition: Edition
    problems: tuple[Problem, ...] = ()
    cited: tuple[Cited, ...] = field(factory=tuple)


def assemble(  # noqa: PLR0913 - what an edition is made of
    bulletin: Bulletin,
    case: Case | None,
    codebook: Codebook,
    gazetteer: Gazetteer,
    policy: Policy,
    witnessed: frozenset[IncidentId] = frozenset(),
) -> Assembled:
    """Without a case the text alone, its citations as they stand."""
    if case is None:
        return Assembled(Edition(bulletin.id, bulletin.revision, tuple(map(_bare, bulletin.drafts))))
    problems: list[Problem] = []
    cited: dict[IncidentId, Cited] = {}
    for draft in bulletin.drafts:
        for citation in draft.citations:
            one = case.cited(citation)
            rule = _problem(one, citation, case)
            if rule:
                problems.append(Problem(rule, draft.lang, citation.start, citation.end))
            elif one is not None:
                cited[one.id] = one
    stated = {one.id: stated_of(one, bulletin, case, gazetteer, one.id in witnessed) for one in cited.values()}
    rows = [
        _row(one, stated[one.id], codebook, gazetteer, policy) for one in sorted(cited.values(), key=lambda c: c.id)
    ]
    edition = Edition(
        bulletin.id,
        bulletin.revision,
        tuple(_version(draft, case) for draft in bulletin.drafts),
        tuple(row for row in rows if isinstance(row, IncidentRow)),
        tuple(row for row in rows if isinstance(row, MeasureRow)),
    )
    return Assembled(edition, tuple(problems), tuple(cited.values()))


def stated_of(one: Cited, bulletin: Bulletin, case: Case, gazetteer: Gazetteer, is_witnessed: bool) -> Stated:
    """What the paragraphs that cite it say, in every language together; the headline where they say nothing."""
    texts = [
        (draft.lang, paragraph)
        for draft in bulletin.drafts
        for paragraph in paragraphs_at(draft.body, [c.start for c in draft.citations if _is(case.cited(c), one)])
    ]
    titles = [(draft.lang, draft.title) for draft in bulletin.drafts]
    return Stated(
        date_grain(texts) or date_grain(titles),
        places_named([*texts, *titles], gazetteer),
        is_witnessed,
    )


def count_of(one: Cited, figure: str | None) -> Count | None:
    if isinstance(one, Measure) or figure is None:
        return None
    return one.figures.counts.get(figure)


def _is(found: Cited | None, one: Cited) -> bool:
    return found is not None and found.id == one.id


def _problem(one: Cited | None, citation: Citation, case: Case) -> str | None:
    if citation.claim is not None:
        known = case.claims_begun(citation.claim)
        if len(known) != 1:
            return "unknown-citation"
        return None if known[0].id in case.accepted else "not-accepted"
    if one is None or (count_of(one, citation.figure) is None):
        return "unknown-citation"
    return None if one.status is Status.accepted and case.behind(one) else "not-accepted"


def _row(
    one: Cited, stated: Stated, codebook: Codebook, gazetteer: Gazetteer, policy: Policy
) -> IncidentRow | MeasureRow | None:
    """None for a tally, which bounds rows and is none, and for what no member accepted."""
    if isinstance(one, Tally) or one.status is not Status.accepted:
        return None
    if isinstance(one, Incident):
        return incident_row(one, stated, codebook, gazetteer, policy)
    return measure_row(one, stated, codebook, gazetteer, policy)


def _version(draft: Draft, case: Case) -> Version:
    body = draft.body
    for citation in reversed(draft.citations):
        before, after = body[: citation.start], body[citation.end :]
        body = _written(citation, draft.lang, case, before, after)
    return _bare(draft, body)


def _written(citation: Citation, lang: Lang, case: Case, before: str, after: str) -> str:
    """The text with this citation written out; a claim's citation leaves no trace in public."""
    if citation.claim is not None:
        return before.rstrip(" ") + after if re.match(r"[\s.,;:!?)]|$", after) else before + after
    one = case.cited(citation)
    count = count_of(one, citation.figure) if one else None
    if one is None or count is None:
        return before + "{figure:" + f"{citation.incident}.{citation.figure}" + "}" + after
    grade = public_grade(getattr(one, "grade", Grade.single_source))
    return before + fitting_words(count, str(citation.figure), grade, lang, before, after) + after


def _bare(draft: Draft, body: str | None = None) -> Version:
    return Version(
        lang=draft.lang,
        title=draft.title,
        body=draft.body if body is None else body,
        writer=draft.writer,
        translator=draft.translator,
        editor=draft.editor,
        pictures=tuple(public_picture(number, each) for number, each in enumerate(draft.pictures, 1)),
        correction=draft.correction,
    )
