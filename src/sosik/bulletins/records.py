"""What the desk's records say against a bulletin: consent, days, basis, sources, presence in rows, single origins."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from sosik.accounts.account import Account, Basis, Consent
from sosik.bulletins.assemble import Assembled
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.calculation import calculate
from sosik.bulletins.case import Case, Exposed
from sosik.bulletins.edition import IncidentRow, MeasureRow
from sosik.bulletins.exposure import profiles_of, together, worst
from sosik.bulletins.policy import Policy
from sosik.bulletins.reasons import reason
from sosik.bulletins.verdict import ROWS, Reason
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.incidents.incident import Incident, Measure
from sosik.values.ids import AccountId, IncidentId


def checked(  # noqa: PLR0913 - what the records are checked against
    bulletin: Bulletin,
    case: Case | None,
    assembled: Assembled,
    seen: frozenset[IncidentId],
    policy: Policy,
    gazetteer: Gazetteer,
) -> Iterator[Reason]:
    if case is None:
        yield reason("no-exposure", policy, lang=ROWS, text="", part="record")
        return
    behind = accounts_behind(bulletin, case, assembled)
    yield from _exposed(bulletin, case, behind, policy, gazetteer)
    for account, cited in behind.items():
        for rule in _account_rules(case.accounts.get(account), bulletin, case, policy):
            yield reason(rule, policy, lang=ROWS, text=cited, part="record")
    yield from _listed(bulletin, case, policy)
    yield from _rows(assembled, seen, policy, gazetteer)


def accounts_behind(bulletin: Bulletin, case: Case, assembled: Assembled) -> dict[AccountId, str]:
    """Every account behind the figures, rows and citations, with the id that rests on it."""
    behind: dict[AccountId, str] = {}
    for one in assembled.cited:
        behind |= {account: str(one.id) for account in case.behind(one) if account not in behind}
    for draft in bulletin.drafts:
        for citation in draft.citations:
            claims = case.claims_begun(citation.claim) if citation.claim else ()
            behind |= {claim.account: str(claim.id) for claim in claims if claim.account not in behind}
    return behind


def _account_rules(account: Account | None, bulletin: Bulletin, case: Case, policy: Policy) -> Iterator[str]:
    if account is None:
        yield "unknown-account"
        return
    exempt = account.basis.is_exempt_from_consent
    if account.basis is Basis.unknown:
        yield "unknown-basis"
    if not exempt and account.consent is not Consent.publish:
        yield "no-consent"
    if account.not_before is not None and case.today < account.not_before:
        yield "not-before"
    if account.source is not None and account.source not in (bulletin.sources or frozenset()):
        yield "unlisted-source"
    if account.source is None and not exempt:
        yield "unlisted-source"
    if account.source is not None and account.source in case.compromised:
        yield "compromised-source"
    if not exempt and case.today - account.contact_day < timedelta(days=policy.contact_days):
        yield "recent-contact"


def _exposed(
    bulletin: Bulletin, case: Case, behind: Mapping[AccountId, str], policy: Policy, gazetteer: Gazetteer
) -> Iterator[Reason]:
    """How many this edition and the earlier ones leave together of each source, where that is fewer than this one alone."""
    told = {account.source for name in behind if (account := case.accounts.get(name)) is not None}
    mine = profiles_of(bulletin, policy, gazetteer)
    if not mine:
        return
    alone = worst(mine, policy, gazetteer)
    for source in sorted({one for one in told if one} | (bulletin.sources or frozenset())):
        earlier = [one for one in case.exposure if one.source == source and _is_earlier(one, bulletin)]
        if not earlier:
            continue
        names = dict.fromkeys(one.bulletin for one in earlier)
        orders = dict.fromkeys((one.bulletin, one.order) for one in earlier)
        editions = [[one.profile for one in earlier if (one.bulletin, one.order) == each] for each in orders]
        number = worst(together([*editions, mine], gazetteer), policy, gazetteer)
        if policy.severity_of(number.n_low).rank > policy.severity_of(alone.n_low).rank:
            yield reason("exposure", policy, lang="union", text=", ".join(names), part="record", calculation=number)


def _is_earlier(one: Exposed, bulletin: Bulletin) -> bool:
    """Of another bulletin, or an earlier revision of this one, whose words are known to whoever read it."""
    return one.bulletin != bulletin.id or one.revision < bulletin.revision


def _listed(bulletin: Bulletin, case: Case, policy: Policy) -> Iterator[Reason]:
    """Sources that the bulletin lists count as behind it, whatever it cites."""
    for handle in sorted(bulletin.sources or ()):
        last = case.last_contact(handle)
        if last is None:
            yield reason("unknown-source", policy, lang=ROWS, text=handle, part="record")
        if handle in case.compromised:
            yield reason("compromised-source", policy, lang=ROWS, text=handle, part="record")
        if last is not None and case.today - last < timedelta(days=policy.contact_days):
            yield reason("recent-contact", policy, lang=ROWS, text=handle, part="record")


def _rows(assembled: Assembled, seen: frozenset[IncidentId], policy: Policy, gazetteer: Gazetteer) -> Iterator[Reason]:
    rows: tuple[IncidentRow | MeasureRow, ...] = (*assembled.edition.incidents, *assembled.edition.measures)
    for row in rows:
        if row.id in seen:
            place = gazetteer.entries.get(row.where.id) if row.where and row.where.id else None
            name = f"{row.id}: {place.name_en if place else ''}"
            number = calculate(place, (), policy, gazetteer)
            yield reason("presence", policy, lang=ROWS, text=name, part="row", calculation=number)
    for one in assembled.cited:
        if isinstance(one, Incident | Measure) and one.origins <= 1:
            yield reason("single-origin-detail", policy, lang=ROWS, text=str(one.id), part="row")
