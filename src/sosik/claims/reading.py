"""Reading an account: from its text to proposed claims, every value with the span that says it."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from attrs import frozen

from sosik.accounts.account import Account
from sosik.claims.claim import Claim, Reading, Said, Unread, Victims, claim_id
from sosik.claims.dates import DateMention, DateRole, find_dates, find_unread_dates
from sosik.claims.drafts import Draft
from sosik.claims.evidence import Findings, Unit, gather
from sosik.claims.grouping import Grouper
from sosik.claims.people import find_victims
from sosik.claims.places import Located, find_places, finest
from sosik.claims.plain import plain, unwrapped
from sosik.claims.records import is_record, read_record
from sosik.claims.rules import Rules
from sosik.claims.sentences import split, with_forms_joined, without_headings
from sosik.claims.speakers import Tellers, find_retellings, find_tellers
from sosik.values.datespan import DateSpan, Period
from sosik.values.textspan import TextSpan

_SURROGATES = re.compile("[\ud800-\udfff]")  # halves of characters: no library takes them


@frozen
class Sight:
    """All that the single readers saw in an account; nothing is put together yet. ``flat`` is the text that they read."""

    flat: str
    tellers: Tellers
    found: Findings
    units: tuple[Unit, ...]


def sight(account: Account, rules: Rules) -> Sight:
    text, lang, day = _plain_text(account), account.lang, account.reference_day
    flat = plain(text)
    dates = find_dates(text, lang, day)
    tellers = find_tellers(text, lang, dates)
    places = find_places(
        unwrapped(text), lang, rules.gazetteer, [span for one in tellers.speakers for span in one.mentions]
    )
    found = Findings(_not_of_tellers(dates, tellers), places, find_victims(text, lang))
    lines = with_forms_joined(flat, split(flat))
    told = without_headings(flat, lines)
    if not any(_stands_in(told, victim.span) for victim in found.victims):
        told = lines  # the headline alone says how many
    return Sight(flat, tellers, found, gather(flat, lang, told, found, rules.codebook))


def read(account: Account, rules: Rules) -> Reading:
    """Every claim that the account makes, as proposed by the rules; what was seen and not read is among the warnings."""
    if is_record(account.text):
        return read_record(account, rules)
    seen, text = sight(account, rules), _plain_text(account)
    drafts = Grouper(seen.flat, rules.codebook, seen.tellers.speaker_of).group(seen.units)
    claims = tuple(_claim(draft, account, seen.tellers, rules) for draft in drafts)
    unread = find_unread_dates(text, account.lang, account.reference_day)
    return Reading(
        account=account.id,
        lang=account.lang,
        received=account.received,
        sha256=account.sha256,
        chars=len(text),
        speakers=seen.tellers.speakers,
        retells=find_retellings(text, account.lang),
        claims=_once(claims),
        warnings=(*(Unread("unread-date", span) for span in unread), *_doubts(seen.found.places)),
    )


def _plain_text(account: Account) -> str:
    return _SURROGATES.sub("\ufffd", account.text)


def _not_of_tellers(dates: Sequence[DateMention], tellers: Tellers) -> tuple[DateMention, ...]:
    """Without the days that only say who tells: a woman who left prison last month."""
    spans = sorted(span for one in tellers.speakers for span in one.mentions)
    starts = [span.start for span in spans]
    return tuple(
        date
        for date in dates
        if not ((at := bisect_right(starts, date.span.start)) and spans[at - 1].covers(date.span))
    )


def _stands_in(lines: Sequence[TextSpan], span: TextSpan) -> bool:
    at = bisect_right(lines, span.start, key=lambda line: line.start)
    return at > 0 and lines[at - 1].covers(span)


def _claim(draft: Draft, account: Account, tellers: Tellers, rules: Rules) -> Claim:
    when, period = _dated(draft.date)
    told = _told(draft, tellers)
    where = tuple(place.said(account.text, rules.gazetteer) for place in finest(draft.places, rules.gazetteer))
    victims = tuple(Victims(v.quantity, v.span, v.group, v.sex, v.age) for v in draft.victims)
    spans = [item.span for item in (told, when, period, *where, *victims) if item is not None]
    return Claim(
        id=claim_id(account.sha256, draft.kind, {draft.span, *spans}),
        account=account.id,
        sha256=account.sha256,
        kind=draft.kind,
        category=Said(draft.category.key, draft.span),
        stance=draft.stance,
        speaker=draft.speaker,
        told=told,
        when=when,
        period=period,
        where=where,
        victims=victims,
    )


def _dated(mention: DateMention | None) -> tuple[Said[DateSpan] | None, Said[Period] | None]:
    if mention is None:
        return None, None
    if isinstance(mention.value, Period):
        return None, Said(mention.value, mention.span)
    return Said(mention.value, mention.span), None


def _told(draft: Draft, tellers: Tellers) -> Said[DateSpan] | None:
    """The day of telling that the text states for this claim, never the day of happening."""
    for telling in tellers.tellings:
        covered = telling.span.covers(draft.span) or telling.span.overlaps(draft.last.sentence)
        if telling.told is None or not covered or telling.speaker != draft.speaker:
            continue
        value = telling.told.value
        if telling.told.role is DateRole.told and isinstance(value, DateSpan):
            return Said(value, telling.told.span)
    return _contact(draft, tellers)


def _contact(draft: Draft, tellers: Tellers) -> Said[DateSpan] | None:
    """The one day on which the text says that this speaker told anything at all: the words around it are of that contact."""
    stated = [telling.told for telling in tellers.tellings if telling.told and telling.speaker == draft.speaker]
    days = {one.value for one in stated if one.role is DateRole.told}
    if draft.speaker is None or len(days) != 1 or not isinstance(stated[0].value, DateSpan):
        return None
    return Said(stated[0].value, stated[0].span)


def _doubts(places: tuple[Located, ...]) -> list[Unread]:
    return [Unread("ambiguous-place", place.span) for place in places if not place.is_sure]


def _once(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Claims of the very same spans and kind are one."""
    kept: dict[tuple[str, TextSpan], Claim] = {}
    for claim in claims:
        kept.setdefault((claim.id, claim.category.span), claim)
    return tuple({claim.id: claim for claim in kept.values()}.values())
