"""Never silently safe: take away any datum that a pass rested on, and it is a block."""

import json
import random
import tomllib
from importlib.resources import files

import pytest
from attrs import evolve
from bulletin_cases import GAZETTEER, POLICY, account, bulletin, case, incident

from sosik.accounts.account import Basis, Consent
from sosik.bulletins.case import Exposed, Profile
from sosik.bulletins.check import check
from sosik.bulletins.policy import Policy
from sosik.claims.gazetteer.lookup import Gazetteer

PROVINCES = [
    entry
    for entry in GAZETTEER.entries.values()
    if entry.kind == "province" and entry.id.startswith("kp-") and entry.population and entry.line_out
]
MUTATIONS = 1000


class Setting:
    """One bulletin that passes, with everything that its verdict is computed from."""

    def __init__(self, chance: random.Random) -> None:
        self.province = chance.choice(PROVINCES)
        who = chance.choice(["a source", "another source", "one source"])
        text = (
            f"{who.capitalize()} in {self.province.name_en} Province said that {{figure:i-one.killed}}. [claim:c-1]\n"
        )
        self.bulletin = bulletin(text, None)
        self.policy, self.gazetteer, self.case = POLICY, GAZETTEER, case()
        self.is_exposed = chance.random() < 0.3
        if self.is_exposed:
            earlier = Exposed("s-wren", "b-old", 0, Profile(frozenset({self.province.id})))
            self.case = evolve(self.case, exposure=(earlier,))

    def word(self) -> str:
        return check(self.bulletin, self.case, self.policy, self.gazetteer).word

    def with_entry(self, **changed):
        entries = {**self.gazetteer.entries, self.province.id: evolve(self.province, **changed)}
        self.gazetteer = Gazetteer.of("test", entries.values(), GAZETTEER.ambiguous)

    def with_account(self, **changed):
        self.case = evolve(self.case, accounts={**self.case.accounts, "a1": account(**changed)})


REMOVALS = {
    "the population of the place": lambda s: s.with_entry(population=None),
    "whether calls cross a border there": lambda s: s.with_entry(line_out=None),
    "the consent": lambda s: s.with_account(consent=Consent.none),
    "the basis": lambda s: s.with_account(basis=Basis.unknown),
    "whose account it is": lambda s: s.with_account(source=None),
    "the account": lambda s: setattr(s, "case", evolve(s.case, accounts={"a2": s.case.accounts["a2"]})),
    "the members' word on the claim": lambda s: setattr(s, "case", evolve(s.case, accepted=frozenset())),
    "the claim": lambda s: setattr(s, "case", evolve(s.case, claims={})),
    "the incident": lambda s: setattr(s, "case", evolve(s.case, incidents=())),
    "the figure": lambda s: setattr(s, "case", evolve(s.case, incidents=(incident(figures=evolve(incident().figures, counts={})),))),
    "the source's place in the list": lambda s: setattr(s, "bulletin", bulletin(s.bulletin.drafts[0].body, None, sources="[s-lark]")),
    "what an earlier edition said": lambda s: setattr(s, "case", evolve(s.case, exposure=(Exposed("s-wren", "b-old", 0, Profile(is_unknown=True)),))),
    "a share of an attribute said before": lambda s: setattr(s, "case", evolve(s.case, exposure=(Exposed("s-wren", "b-old", 0, Profile(attributes=frozenset({"age"}))),))),
}  # fmt: skip


def test_a_thousand_removals_are_a_thousand_blocks():
    """Over random bulletins that pass, each with one datum of its verdict taken away."""
    chance = random.Random(20240107)
    passed: dict[tuple[str, bool], str] = {}
    for _ in range(MUTATIONS):
        setting = Setting(chance)
        before = passed.setdefault((setting.bulletin.drafts[0].body, setting.is_exposed), setting.word())
        what = chance.choice(list(REMOVALS))
        REMOVALS[what](setting)
        assert (before, setting.word()) == ("no_known_narrowing", "block"), (what, setting.bulletin.drafts[0].body)


def test_a_share_that_is_not_cited_blocks():
    """A woman in a province passes on the cited share of women, and blocks without it."""
    of = bulletin("A woman in North Hamgyong Province said that rice rose.\n", None)
    without = evolve(POLICY, shares={name: share for name, share in POLICY.shares.items() if name != "female"})
    assert {one.severity.value for one in check(of, None, POLICY, GAZETTEER).reasons if one.numbered} == {"info"}
    assert check(of, None, without, GAZETTEER).word == "block"


TABLE = tomllib.loads((files("sosik.bulletins") / "policy.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ["calculation.block_under", "calculation.warn_under", "calculation.q.line_out", "calculation.q.elsewhere", "calculation.adult_share", "calculation.s.census", "calculation.s.estimate", "calculation.census_years", "rows.contact_days"])  # fmt: skip
def test_a_policy_without_a_factor_is_no_policy(path):
    """A factor that is missing from the settings table is never taken for one: the table is not read at all."""
    lines, section = [], ""
    *above, name = path.split(".")
    for line in (files("sosik.bulletins") / "policy.toml").read_text(encoding="utf-8").splitlines():
        section = line.strip("[]") if line.startswith("[") else section
        if not (section == ".".join(above) and line.split("=")[0].strip() == name) and section != path:
            lines.append(line)
    with pytest.raises(KeyError):
        Policy.read("\n".join(lines))


def test_no_verdict_promises_safety():
    """No sentence of any rule says safe or anonymous, in either language."""
    said = json.dumps(TABLE["rule"], ensure_ascii=False).casefold()
    for word in ("safe", "anonym", "안전하", "익명"):
        assert word not in said
