"""Exposure: what earlier editions said of a source, and how many it leaves together with what this one says.

Computed from the bulletins that were published and the sources behind them, each time anew, and stored nowhere.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from attrs import evolve, frozen

from sosik.accounts.decision import Decision, DecisionKind
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.calculation import Calculation, calculate
from sosik.bulletins.case import Case, Exposed, Profile
from sosik.bulletins.disclosure.attribution import source_phrases
from sosik.bulletins.disclosure.found import Found, Page, SourcePhrase, finest
from sosik.bulletins.disclosure.read import betrayed
from sosik.bulletins.draft import masked
from sosik.bulletins.policy import Policy
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.values.ids import BulletinId, PlaceId, SourceHandle
from sosik.values.text import Lang

_LASTING = {"rare-role", "relation", "few-know"}
_MOST = 64  # ways to tell who said what; beyond them nobody can, which is unknown


@frozen
class _Told:
    """One published revision: every text that may have been it, none when none is kept. ``order`` is its decision's place in the ledger."""

    bulletin: BulletinId
    revision: int
    order: int
    texts: tuple[Bulletin, ...]


Profiling = Callable[[Bulletin, Policy, Gazetteer], tuple[Profile, ...]]


def exposed(  # noqa: PLR0913 - what exposure is computed from
    bulletins: Iterable[Bulletin],
    decisions: Sequence[Decision],
    case: Case,
    policy: Policy,
    gazetteer: Gazetteer,
    profiling: Profiling | None = None,
) -> tuple[Exposed, ...]:
    """For every published revision and every source behind it, each way in which its words may be about them.

    ``bulletins`` are all texts that were ever kept, several of one bulletin among them. ``profiling`` may remember what ``profiles_of`` gives.
    """
    profiling = profiling or profiles_of
    kept: dict[BulletinId, list[Bulletin]] = {}
    for bulletin in bulletins:
        kept.setdefault(bulletin.id, []).append(bulletin)
    found: list[Exposed] = []
    for told in _published(kept, decisions):
        profiles = [one for text in told.texts for one in profiling(text, policy, gazetteer)]
        if not told.texts:
            profiles = [Profile(is_unknown=True)]
        sources = {source for text in told.texts or kept[told.bulletin] for source in sources_of(text, case)}
        found += (
            Exposed(source, told.bulletin, told.order, profile, told.revision)
            for source in sorted(sources)
            for profile in dict.fromkeys(profiles)
        )
    return tuple(found)


def knowing(  # noqa: PLR0913 - what exposure is computed from
    case: Case,
    bulletin: Bulletin,
    bulletins: Iterable[Bulletin],
    decisions: Sequence[Decision],
    policy: Policy,
    gazetteer: Gazetteer,
) -> Case:
    """The case with what was published before this revision, earlier ones of it too; all that was, while it is not published itself."""
    return knowing_of(case, bulletin, exposed(bulletins, decisions, case, policy, gazetteer), decisions)


def knowing_of(case: Case, bulletin: Bulletin, found: Iterable[Exposed], decisions: Sequence[Decision]) -> Case:
    """The same of what every published revision exposes."""
    own = first_published(decisions, bulletin.id, bulletin.revision)
    return evolve(case, exposure=tuple(one for one in found if own is None or one.order < own))


def first_published(decisions: Sequence[Decision], bulletin: BulletinId, revision: int) -> int | None:
    """The place in the ledger of the first decision that publishes this revision."""
    return next(
        (
            at
            for at, one in enumerate(decisions)
            if one.kind is DecisionKind.publish
            and (one.about.get("bulletin"), one.about.get("revision")) == (bulletin, revision)
        ),
        None,
    )


def _published(kept: Mapping[BulletinId, Sequence[Bulletin]], decisions: Sequence[Decision]) -> Iterator[_Told]:
    """What was published once stays said, withdrawn or not, corrected or not."""
    seen: set[tuple[BulletinId, int]] = set()
    for order, one in enumerate(decisions):
        if one.kind is not DecisionKind.publish:
            continue
        name, revision = BulletinId(str(one.about["bulletin"])), int(one.about["revision"])
        if name in kept and (name, revision) not in seen:
            seen.add((name, revision))
            yield _Told(name, revision, order, tuple(text for text in kept[name] if text.revision == revision))


def sources_of(bulletin: Bulletin, case: Case) -> frozenset[SourceHandle]:
    """Those listed and those of every account behind what it cites."""
    cited = [
        one for draft in bulletin.drafts for citation in draft.citations if (one := case.cited(citation)) is not None
    ]
    accounts = [case.accounts.get(name) for one in cited for name in case.behind(one)]
    told = {account.source for account in accounts if account is not None and account.source is not None}
    return frozenset(told | (bulletin.sources or frozenset()))


def profiles_of(bulletin: Bulletin, policy: Policy, gazetteer: Gazetteer) -> tuple[Profile, ...]:
    """Each way in which the words may be about one of its sources; one way where it has one source. None where it says nothing."""
    phrases: list[Profile] = []
    common = Profile()
    for draft in bulletin.drafts:
        text = masked(draft)
        told = source_phrases(text, draft.lang, gazetteer)
        phrases += (_of_phrase(phrase) for phrase in told)
        page = Page(text, draft.body, draft.title, Lang(draft.lang), gazetteer)
        for one in betrayed(page, policy):
            if not any(phrase.start <= one.start < phrase.end for phrase in told):
                common = joined(common, _of_found(one))
    said = [profile for profile in dict.fromkeys(phrases) if profile.says]
    if len(bulletin.sources or ()) == 1:
        whole = common
        for profile in said:
            whole = joined(whole, profile)
        said = [whole]
    else:
        said = [joined(profile, common) for profile in said] or [common]
    return tuple(profile for profile in dict.fromkeys(said) if profile.says)


def joined(one: Profile, other: Profile) -> Profile:
    return Profile(one.places | other.places, one.attributes | other.attributes, one.is_unknown or other.is_unknown)


def together(editions: Sequence[Sequence[Profile]], gazetteer: Gazetteer) -> tuple[Profile, ...]:
    """What all editions say of one source, in each way that could be true of one person; unknown where none could."""
    states: tuple[Profile, ...] = (Profile(),)
    for edition in editions:
        merged = dict.fromkeys(joined(a, b) for a, b in product(states, edition))
        possible = tuple(one for one in merged if is_nested(one.places, gazetteer))
        states = possible or (Profile(is_unknown=True),)
        if len(states) > _MOST:
            return (Profile(is_unknown=True),)
    return states


def worst(profiles: Iterable[Profile], policy: Policy, gazetteer: Gazetteer) -> Calculation:
    """The calculation that leaves the fewest; an unknown one before any number."""
    numbers = [_calculation(profile, policy, gazetteer) for profile in profiles]
    return min(numbers, key=lambda one: -1 if one.n_low is None else one.n_low)


def is_nested(places: Iterable[PlaceId], gazetteer: Gazetteer) -> bool:
    """Each place lies in the next larger one, so that one person can be in all of them."""
    chains = [{place, *(parent.id for parent in gazetteer.parents(place))} for place in places]
    return all(
        place in other or other_place in chain
        for place, chain in zip(places, chains, strict=True)
        for other_place, other in zip(places, chains, strict=True)
    )


def _calculation(profile: Profile, policy: Policy, gazetteer: Gazetteer) -> Calculation:
    places = finest(tuple(gazetteer.get(place) for place in profile.places))
    known = bool(places) and not profile.is_unknown and is_nested(tuple(profile.places), gazetteer)
    return calculate(places[0] if known else None, sorted(profile.attributes), policy, gazetteer)


def _of_phrase(phrase: SourcePhrase) -> Profile:
    said = {name for name in phrase.attributes if name != "sex"}
    said |= {phrase.sex or "sex"} if "sex" in phrase.attributes else set()
    places = frozenset(place.id for place in phrase.places)
    return Profile(places, frozenset(said), phrase.unknown_place)


def _of_found(one: Found) -> Profile:
    if one.rule in _LASTING:
        return Profile(attributes=frozenset({one.rule}))
    if one.numbered:
        places = frozenset({one.place.id}) if one.place else frozenset()
        return Profile(places, frozenset(one.attributes), one.place is None and not one.attributes)
    return Profile()
