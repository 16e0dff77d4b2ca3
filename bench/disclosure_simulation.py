"""Twenty articles on each of a thousand sources: how few do the published words leave, and how much can be published?

python -m bench.disclosure_simulation

The population is made person by person, with correlations that the calculation does not know: who has a line out depends on
county, sex and age, and sex and age on county. The publisher knows the policy alone. A published set is everybody who could
have told it (who has a line out) and of whom everything published of the source is true.
"""

import random
from collections import Counter

import numpy as np
from attrs import frozen

from sosik.bulletins.case import Profile
from sosik.bulletins.exposure import together, worst
from sosik.bulletins.policy import Policy, Severity
from sosik.claims.gazetteer.lookup import Gazetteer

SOURCES, ARTICLES = 1000, 20
COUNTRY = "kp"


@frozen
class People:
    """One entry a person with a line out: county, province, female."""

    county: np.ndarray
    province: np.ndarray
    female: np.ndarray


def people(gazetteer: Gazetteer, policy: Policy, seed: int) -> tuple[People, list[str], list[str]]:
    made = np.random.default_rng(seed)
    counties = [
        one
        for one in gazetteer.entries.values()
        if one.kind in {"county", "city"}
        and one.population
        and one.id.startswith("kp-")
        and gazetteer.province_of(one.id) is not None
        and gazetteer.province_of(one.id).line_out is not None
    ]
    provinces = sorted({gazetteer.province_of(one.id).id for one in counties})
    counties = [one for one in counties if one.id not in provinces]
    parts = []
    for at, one in enumerate(counties):
        home = gazetteer.province_of(one.id)
        q = policy.q_line_out if home.line_out else policy.q_elsewhere
        reach = made.lognormal(0.0, 0.35)  # some counties have three times the lines of others
        women = made.beta(12, 8)  # traders with telephones are women more often, by county
        size = made.poisson(q * reach * policy.adult_share.value * one.population)
        parts.append((np.full(size, at), np.full(size, provinces.index(home.id)), made.random(size) < women))
    return (
        People(*(np.concatenate(column) for column in zip(*parts, strict=True))),
        [one.id for one in counties],
        provinces,
    )


def items(of: int, world: People, counties: list[str], provinces: list[str], chance: random.Random) -> list[Profile]:
    """What a newsroom would write of one source: a province, often the county, sometimes a sex or an event seen there."""
    county, province = counties[world.county[of]], provinces[world.province[of]]
    sex = "female" if world.female[of] else "male"
    said = []
    for _ in range(ARTICLES):
        place = chance.choices([province, county, COUNTRY], [0.55, 0.3, 0.15])[0]
        attributes = (
            frozenset({sex})
            if chance.random() < 0.15
            else frozenset({"age"})
            if chance.random() < 0.08
            else frozenset()
        )
        said.append(Profile(frozenset({place}), attributes))
    return said


def rewrites(profile: Profile, gazetteer: Gazetteer) -> list[Profile]:
    """As it stands, then coarser and coarser: without attributes, then the areas around its place, then nothing of the source."""
    place = next(iter(profile.places))
    areas = [place, *(parent.id for parent in gazetteer.parents(place))]
    return [profile, *(Profile(frozenset({area})) for area in areas), Profile()]


def published(said: list[Profile], policy: Policy, gazetteer: Gazetteer) -> tuple[list[Profile], Counter[str]]:
    """Each item as written where nothing warns, else with the first rewrite that lifts the warning; left out where none does.

    A warning given for what was said before, which this item does not add to, stays and is counted.
    """
    history: list[list[Profile]] = []
    kept: list[Profile] = []
    counts: Counter[str] = Counter()
    for item in said:
        forms = rewrites(item, gazetteer)
        words = [_severity([*history, [form]], policy, gazetteer) for form in forms]
        passing = [at for at, word in enumerate(words) if word is Severity.info]
        warned = [
            at
            for at, word in enumerate(words)
            if word is Severity.warn and _adds_nothing(forms[at], history, gazetteer)
        ]
        step = min([*passing, *warned], default=None)
        if step is None:
            counts["left out"] += 1
            continue
        counts["as written" if step == 0 else "rewritten"] += 1
        counts["still say where"] += any(place != COUNTRY for place in forms[step].places)
        history.append([forms[step]])
        kept.append(forms[step])
    return kept, counts


def _severity(editions: list[list[Profile]], policy: Policy, gazetteer: Gazetteer) -> Severity:
    states = together(editions, gazetteer)
    if not any(state.says for state in states):
        return Severity.info
    return policy.severity_of(worst(states, policy, gazetteer).n_low)


def _adds_nothing(form: Profile, history: list[list[Profile]], gazetteer: Gazetteer) -> bool:
    return together([*history, [form]], gazetteer) == together(history, gazetteer)


def left(kept: list[Profile], world: People, counties: list[str], provinces: list[str]) -> int:
    """How many people with a line out fit everything that was published of one source."""
    fits = np.ones(len(world.county), dtype=bool)
    for profile in kept:
        for place in profile.places - {COUNTRY}:
            in_county = place in counties
            fits &= world.county == counties.index(place) if in_county else world.province == provinces.index(place)
        for name in profile.attributes & {"female", "male"}:
            fits &= world.female == (name == "female")
    return int(fits.sum())


def main() -> None:
    policy, gazetteer, chance = Policy.shipped(), Gazetteer.shipped(), random.Random(7)
    world, counties, provinces = people(gazetteer, policy, 7)
    sets, naive, total = [], [], Counter()
    for of in chance.sample(range(len(world.county)), SOURCES):
        said = items(of, world, counties, provinces, chance)
        kept, counts = published(said, policy, gazetteer)
        total += counts
        sets.append(left(kept, world, counties, provinces))
        naive.append(left(said, world, counties, provinces))
    items_said = SOURCES * ARTICLES
    print(f"{len(world.county)} people with a line out; {SOURCES} sources, {ARTICLES} articles each")
    print(
        f"as written, without a check: smallest set {min(naive)}, under 100: {sum(one < 100 for one in naive)} of {SOURCES}"
    )
    print(f"with the check: smallest set {min(sets)}, under 100: {sum(one < 100 for one in sets)} of {SOURCES}")
    shares = {name: total[name] / items_said for name in ("as written", "rewritten", "left out", "still say where")}
    print("; ".join(f"{name}: {share:.3f}" for name, share in shares.items()))


if __name__ == "__main__":
    main()
