"""The manual's page of rules, executed: each table of cases comes out as it stands there."""

import re
from functools import lru_cache
from pathlib import Path

import pytest
from tests.unit.incident_cases import ALDER, ALDER_TOWN, BIRCH, PROVINCE, account, claim, judge, projected

from sosik.incidents.bounds import bounds
from sosik.incidents.events import contested
from sosik.incidents.figures import figures, sum_over
from sosik.incidents.grades import corroboration, grade
from sosik.incidents.incident import Figures, Grade, Incident, Status
from sosik.incidents.origins import Origins
from sosik.incidents.rules import RULES
from sosik.values.edtf import write_span
from sosik.values.ids import CategoryKey, IncidentId
from sosik.values.quantity import Count

PLACES = {"alder": ALDER, "alder-town": ALDER_TOWN, "birch": BIRCH, "province": PROVINCE}
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "incident-rules.md"
SECTION = re.compile(r"^## .+: `(.+?)`$", re.MULTILINE)
ACCOUNT = re.compile(r"(?P<name>\w+) (?P<basis>[\w-]+)(?: by (?P<source>\w+))?(?: of (?P<outlet>\w+))?(?: (?P<rel>[A-F])\b)?(?: retells (?P<retells>[\w ]+))?(?P<told> told)?$")  # fmt: skip


@lru_cache(maxsize=1)
def page():
    """By rule, the rows of its table as dicts."""
    parts = SECTION.split(PAGE.read_text(encoding="utf-8"))
    return dict(zip(parts[1::2], map(table, parts[2::2]), strict=True))


def table(text):
    rows = [cells(line) for line in text.splitlines() if line.startswith("|")]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[2:]]


def cells(line):
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip()[1:-1])]


def cases(rule):
    return [pytest.param(row, id=f"{number}: {next(iter(row.values()))}") for number, row in enumerate(page()[rule], 1)]


def accounts_of(text):
    """Accounts, and by account whether its teller is described in its text."""
    found = {}
    for part in text.split(";"):
        read = ACCOUNT.match(part.strip())
        assert read, part
        made = account(
            read["name"],
            read["basis"],
            source=read["source"],
            outlet=read["outlet"],
            reliability=read["rel"] or "F",
            retells=tuple((read["retells"] or "").split()),
        )
        found[made.id] = (made, bool(read["told"]))
    return found


def claims_of(accounts, **more):
    return [claim(name, speaker="p1" if told else None, **more) for name, (_, told) in accounts.items()]


def origins_of(*parts):
    return Origins.of({name: made for part in parts for name, (made, _) in part.items()}, ())


def count(text):
    """``5``, ``4-6``, ``5+``; None for a dash."""
    if text == "-":
        return None
    low, _, high = text.partition("-")
    return Count.at_least(int(text[:-1])) if text.endswith("+") else Count.between(int(low), int(high or low))


def stated(text):
    """Claims of eyewitnesses, an origin for each part."""
    accounts, told = {}, []
    for number, part in enumerate(text.split("|")):
        for again, said in enumerate(part.split(",")):
            name, number_killed = f"a{number}{again}", count(said.strip())
            accounts[name] = account(name, "eyewitness", source=f"s{number}")
            told.append(claim(name, **({} if number_killed is None else {"killed": number_killed})))
    return told, Origins.of(accounts, ())


def whole(text):
    return int(text) if text else None


def test_every_rule_has_its_page_and_every_page_its_rule():
    """By name and version; no table is empty."""
    assert list(page()) == list(RULES.values())
    assert all(page().values())


@pytest.mark.parametrize("row", cases("origins/1"))
def test_origins(row):
    """As many as the table says."""
    accounts = accounts_of(row["accounts"])

    assert origins_of(accounts).count(claims_of(accounts)) == int(row["origins"])


@pytest.mark.parametrize("row", cases("envelope/1"))
def test_figures(row):
    """The range and the best of the number of killed."""
    told, origins = stated(row["killed"])

    found = figures(told, origins.groups(told)).counts["killed"]

    expected = tuple(whole(row[name]) for name in ("smallest", "best", "largest"))
    assert ((found.min, found.best, found.max) if found else (None, None, None)) == expected


@pytest.mark.parametrize("row", cases("beside/1"))
def test_what_feeds_a_figure(row):
    """A claim of the stance beside one that is asserted."""
    told = [claim("a", killed=2), claim("b", killed=9, stance=row["stance"])]

    (found,) = projected(told, [account("a"), account("b")]).incidents

    assert (found.figures.counts["killed"].max == 9) is (row["feeds the figure"] == "yes")
    assert bool(found.beside) is (row["feeds the figure"] == "no")


@pytest.mark.parametrize("row", cases("sums/1"))
def test_sums(row):
    """Over incidents of a number of killed each."""
    parts = [
        Incident(
            IncidentId(f"i{number}"),
            Status.accepted,
            CategoryKey("x"),
            None,
            None,
            Figures({"killed": count(said.strip())}),
            1,
            Grade.reported,
            (),
            (),
        )
        for number, said in enumerate(row["incidents"].split(";"), 1)
    ]
    doubts = [tuple(f"i{number}" for number in pair.split("=")) for pair in row["may be one"].split()]

    found = sum_over(parts, "killed", doubts).count

    assert (found.min, found.best, found.max) == tuple(whole(row[name]) for name in ("smallest", "best", "largest"))


@pytest.mark.parametrize("row", cases("grades/1"))
def test_grades(row):
    """The first that fits."""
    accounts = accounts_of(row["accounts"])

    assert grade(corroboration(claims_of(accounts), (), origins_of(accounts))) == row["grade"]


@pytest.mark.parametrize("row", cases("denials/1"))
def test_denials(row):
    """The grade with the denial, and what it contests."""
    telling, denying = accounts_of(row["told by"]), accounts_of(row["denied by"])
    told, denied = claims_of(telling), claims_of(denying, stance="denied")
    origins = origins_of(telling, denying)

    assert grade(corroboration(told, denied, origins)) == row["grade"]
    assert contested(origins.groups(told), denied) == (row["contested"],)


@pytest.mark.parametrize("row", cases("contested/1"))
def test_contested(row):
    """The fields on which two origins cannot both be right."""
    told, origins = stated(row["killed"])

    found = {field for field in contested(origins.groups(told), ()) if field != "total"}

    assert found == set(row["contested"].split())


@pytest.mark.parametrize("row", cases("tallies/1"))
def test_tallies(row):
    """How many incidents and tallies stand side by side, and that the figures of neither hold the other's."""
    told = []
    for number, said in enumerate(row["claims"].split(";")):
        kind, killed = said.split()
        told.append(claim(f"a{number}", kind=kind, killed=int(killed)))

    found = projected(told, [account(one.account) for one in told])

    assert (len(found.incidents), len(found.tallies)) == (int(row["incidents"]), int(row["tallies"]))
    said = {kind: {one.casualties["killed"] for one in told if one.kind == kind} for kind in ("incident", "tally")}
    assert {one.figures.counts["killed"] for one in found.incidents} == said["incident"]
    assert {one.figures.counts["killed"] for one in found.tallies} == said["tally"]


@pytest.mark.parametrize("row", cases("bounds/1"))
def test_bounds(row):
    """What the incidents account for, what at least is told of by none, and whether they contradict the total."""
    spots = {"in": ("2024-11-03", (ALDER_TOWN,)), "maybe": ("2024-10-20/2024-11-03", (ALDER_TOWN,)), "out": ("2024-10-03", (ALDER_TOWN,))}  # fmt: skip
    told = [claim("t", "2024-11", (PROVINCE,), kind="tally", killed=count(row["total"]))]
    for number, said in enumerate(part for part in row["incidents"].split(";") if part.strip()):
        killed, spot = said.split()
        day, places = spots[spot]
        stated = {} if killed == "-" else {"killed": count(killed)}
        told.append(claim(f"a{number}", day, places, group=f"g{number}", **stated))
    ids = [one.id for one in told[1:]]
    apart = [judge(one, other, "different") for number, one in enumerate(ids) for other in ids[number + 1 :]]

    (found,) = [
        one for one in bounds(projected(told, [account(one.account) for one in told], apart)) if one.outcome == "killed"
    ]

    said = "" if found.covered is None else counted(found.covered)
    assert (said, found.untold, found.is_exceeded) == (
        row["covered"],
        whole(row["untold"]),
        row["contradicted"] == "yes",
    )


def counted(found):
    if found.max is None:
        return f"{found.min}+"
    return str(found.min) if found.min == found.max else f"{found.min}-{found.max}"


def spread(text, made):
    """One claim for each word, origins parted by ``|``; all of them judged to be one event."""
    told, accounts = [], []
    for number, part in enumerate(text.split("|")):
        for again, said in enumerate(part.split(",")):
            name = f"a{number}{again}"
            accounts.append(account(name, "eyewitness", source=f"s{number}"))
            told.append(made(name, said.strip()))
    return told, accounts, [judge(told[0], other, "same") for other in told[1:]]


@pytest.mark.parametrize("row", cases("days/1"))
def test_days(row):
    """Of claims that members judged to be of one event."""
    told, accounts, joined = spread(row["days"], lambda name, said: claim(name, None if said == "-" else said))

    (found,) = projected(told, accounts, joined).incidents

    assert (write_span(found.when) if found.when else "") == row["of the incident"]


@pytest.mark.parametrize("row", cases("places/1"))
def test_places(row):
    """Of claims that members judged to be of one event."""
    told, accounts, joined = spread(
        row["places"], lambda name, said: claim(name, "2024-11-03", () if said == "-" else (PLACES[said],))
    )

    (found,) = projected(told, accounts, joined).incidents

    expected = PLACES[row["of the incident"]] if row["of the incident"] else None
    assert (found.where.place if found.where else None) == expected


@pytest.mark.parametrize("row", cases("measures/1"))
def test_measures(row):
    """Of claims of one measure."""

    def told_of(name, said):
        period, told = said.split(" @")
        return claim(name, None, kind="measure", category="curfew", period=period, told=told)

    told, accounts, joined = spread(row["claims"], told_of)

    (found,) = projected(told, accounts, joined).measures

    shown = [write_span(span) if span else "" for span in (found.since, found.until)]
    assert [*shown, found.last_confirmed.isoformat()] == [row["since"], row["until"], row["last confirmed"]]
