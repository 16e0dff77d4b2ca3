"""Incidents from clusters: figures, grade, when and where, and what stands beside."""

from collections.abc import Iterable, Sequence
from operator import itemgetter

from attrs import frozen

from sosik.claims.claim import Claim, Stance
from sosik.incidents.case import Case, accounts_of
from sosik.incidents.extent import origins_differ, when, where
from sosik.incidents.figures import CASUALTIES, chosen, figures
from sosik.incidents.grades import Corroboration, corroboration, grade
from sosik.incidents.ids import names_for
from sosik.incidents.incident import Figures, Incident
from sosik.incidents.origins import Group
from sosik.values.ids import CategoryKey
from sosik.values.quantity import Count

HAPPENED = "happened"


@frozen
class Event:
    """An incident and what its grade was read from."""

    incident: Incident
    facts: Corroboration


def event(case: Case, members: Sequence[Claim], beside: Sequence[Claim]) -> Event:
    """``members`` tell of one event, in the order in which they were taken in; ``beside`` deny, plan or suppose it."""
    status = case.status_of(members)
    counting = case.counting(members, status)
    denials = [claim for claim in case.counting(beside, status) if claim.stance is Stance.denied]
    groups = case.groups(counting)
    facts = corroboration(counting, denials, case.origins)
    shown = groups or case.groups(members)
    found = Incident(
        id=case.id_of("i", members, counting),
        status=status,
        category=category(shown),
        when=when(shown),
        where=where(shown, case.names),
        figures=figures_of(case, "i", members, counting),
        origins=facts.origins,
        grade=grade(facts),
        claims=tuple(claim.id for claim in members),
        accounts=accounts_of(members),
        contested=contested(groups, denials),
        beside=tuple(claim.id for claim in beside),
        aggregate=any(claim.aggregate for claim in counting),
    )
    return Event(found, facts)


def category(groups: Sequence[Group]) -> CategoryKey:
    """What most origins call it; of equals, what was taken in first."""
    said = [list(dict.fromkeys(claim.category.value for claim in group)) for group in groups]
    every = [key for keys in said for key in keys]
    return max(dict.fromkeys(every), key=every.count)


def figures_of(case: Case, prefix: str, members: Sequence[Claim], counting: Sequence[Claim]) -> Figures:
    """With the best values that members chose, the latest of each; the group may be named by any claim in it."""
    names = names_for(prefix, (claim.id for claim in members), case.ids) if case.choices else set[str]()
    named = sorted((one for name in names for one in case.choices.get(name, ())), key=itemgetter(0))
    best = {str(one.about["figure"]): int(one.about["best"]) for _, one in named}
    return chosen(figures(counting, case.origins.groups(counting)), best)


def contested(groups: Sequence[Group], denials: Sequence[Claim]) -> tuple[str, ...]:
    """The fields on which two origins cannot both be right, and ``happened`` when somebody denies the event."""
    outcomes = dict.fromkeys([*CASUALTIES, *(key for group in groups for claim in group for key in claim.casualties)])
    counts = [key for key in outcomes if _disagree([_said(key, group) for group in groups])]
    return (*([HAPPENED] if denials else []), *origins_differ(groups), *counts)


def _said(outcome: str, group: Group) -> list[Count]:
    return [count for claim in group if (count := claim.casualties.get(outcome)) is not None]


def _disagree(origins: Iterable[list[Count]]) -> bool:
    """Two origins disagree when no number that one states fits any that the other states."""
    stated = [counts for counts in origins if counts]
    return any(
        not any(a.overlaps(b) for a in one for b in other)
        for number, one in enumerate(stated)
        for other in stated[number + 1 :]
    )
