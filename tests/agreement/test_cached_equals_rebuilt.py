"""What is served from the cache is what would be computed from scratch, after every change."""

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from tests.fakes.sealed_desks import made, opened

from sosik.accounts.decision_lines import read_lines
from sosik.accounts.erasure import Erasable
from sosik.accounts.front_matter import FrontMatter
from sosik.accounts.report import take
from sosik.adapters.id_key import HmacIds
from sosik.adapters.report_folder import read_reports
from sosik.adapters.store import projections
from sosik.adapters.store.codec import of_plain, to_plain
from sosik.adapters.store.members import rotate
from sosik.bulletins.public_case import public_case
from sosik.claims.claim import Reading
from sosik.claims.decided import DecidedClaim
from sosik.claims.reading import read
from sosik.cli import casebooks
from sosik.cli.reading_rules import rules_of_reading, version_of_reading
from sosik.cli.wiring import OpenDesk
from sosik.errors import NotFound
from sosik.incidents.casebook import compute
from sosik.incidents.projection import Projection, project

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "musan"


@pytest.fixture
def desk(tmp_path):
    store, ledger = opened(tmp_path / "desk", made(tmp_path / "desk"))
    yield OpenDesk(tmp_path / "desk", ledger, HmacIds(store.ring.ids), "m-han", True, store)
    store.close()


@pytest.fixture(scope="module")
def accounts():
    return take(read_reports(EXAMPLE / "accounts"), FrontMatter()).accounts


@pytest.fixture(scope="module")
def decisions():
    found = read_lines("d", (EXAMPLE / "decisions.jsonl").read_text("utf-8"))
    return [one.decision for one in found if "bulletin" not in one.decision.about]


def agree(desk):
    """Twice from the cache, the first time filled, against a computation that knows no cache."""
    fresh = compute(desk.ledger.kept(), rules_of_reading(), desk.ids)
    for _ in range(2):
        assert casebooks.casebook(desk) == fresh
        assert casebooks.projection(desk) == fresh.projection
    assert casebooks.served(desk).is_served
    for one in fresh.projection.every:
        part = casebooks.casebook_about(desk, one.id)
        wanted = {*one.claims, *getattr(one, "beside", ())}
        assert part.projection.every == (one,)
        assert part.claims == tuple(item for item in fresh.claims if item.claim.id in wanted)
        for item in part.claims:
            assert part.standing.accounts[item.claim.account] == fresh.standing.accounts[item.claim.account]
            assert casebooks.casebook_about(desk, item.claim.id).claims
    return fresh


def behind(desk):
    kept = casebooks.served(desk)
    return lambda name: kept.accounts_behind(name) or tuple(filter(None, [kept.account_of(name)]))


def test_after_every_change(desk, accounts, decisions):
    """Accounts in four portions, decisions in five, two erasures and a rotation in between."""
    for at in range(0, len(accounts), 4):
        desk.ledger.take_in(accounts[at : at + 4], [])
        agree(desk)
    for at in range(0, len(decisions), 5):
        desk.ledger.append(decisions[at : at + 5], behind(desk))
        agree(desk)
    desk.ledger.erase(Erasable(account=accounts[0].id), "asked")
    agree(desk)
    rotate(desk.store)
    agree(desk)
    source = next(one.source for one in desk.ledger.kept().accounts if one.source)
    desk.ledger.erase(Erasable(source=source), "asked")
    fresh = agree(desk)

    assert fresh.projection.incidents
    assert accounts[0].id not in {item.claim.account for item in fresh.claims}


def test_what_serves_is_not_computed_again(desk, accounts, monkeypatch):
    """A second look reads no account and links no claim; a new account is the only one that is read."""
    desk.ledger.take_in(accounts[:8], [])
    casebooks.casebook(desk)
    calls = []

    def counted(account, rules):
        calls.append(account.id)
        return read(account, rules)

    monkeypatch.setattr("sosik.claims.reading.read", counted)
    with monkeypatch.context() as patch:
        patch.setattr(casebooks, "_computed", None)
        found = casebooks.projection(desk).every
        casebooks.casebook(desk)
        casebooks.casebook_about(desk, found[0].id)
    desk.ledger.take_in(accounts[8:9], [])
    casebooks.casebook(desk)

    assert calls == [accounts[8].id]


@pytest.mark.parametrize("what", ["rules", "code", "ids", "account"])
def test_nothing_is_served_that_rests_on_something_else(desk, accounts, monkeypatch, what):
    """Another codebook or gazetteer, other code, another id key, or another account of the same name."""
    desk.ledger.take_in(accounts[:3], [])
    casebooks.casebook(desk)
    rules, version, ids = rules_of_reading(), version_of_reading(), desk.ids
    if what == "rules":
        version = "other"
    elif what == "code":
        monkeypatch.setattr(projections, "code_version", lambda: "other")
    elif what == "ids":
        ids = HmacIds(b"x" * 32)
    else:
        desk.ledger.take_in(accounts[3:4], [])
    kept = projections.Projections(desk.store, desk.derived, version, ids)

    assert not kept.is_served
    calls = []
    changed = evolve(accounts[0], text=accounts[0].text + " 끝.") if what == "account" else accounts[0]
    kept.reading(changed, rules, lambda account, _: calls.append(account) or read(account, rules))
    assert bool(calls) == (what != "ids")


def test_a_name_that_fits_nothing_or_several_is_not_found(desk, accounts):
    """As when nothing is cached."""
    desk.ledger.take_in(accounts, [])
    for name in ("i-nothing", "i-", "c-nothing", "%"):
        with pytest.raises(NotFound):
            casebooks.casebook_about(desk, name)


def test_values_come_back_equal_and_alike(accounts):
    """Readings, claims and projections through JSON: equal, and alike in fields that equality leaves out."""
    rules = rules_of_reading()
    for account in accounts:
        reading = read(account, rules)
        assert repr(of_plain(to_plain(reading, Reading), Reading)) == repr(reading)
        for claim in map(DecidedClaim, reading.claims):
            assert repr(of_plain(to_plain(claim, DecidedClaim), DecidedClaim)) == repr(claim)
    assert of_plain(to_plain(Projection(), Projection), Projection) == Projection()


def test_a_type_that_is_not_known_is_refused():
    """Rather than written in a way that is not read back."""
    with pytest.raises(TypeError):
        to_plain({1}, set[int])
    with pytest.raises(TypeError):
        to_plain(1, Reading | Projection)


def test_a_desks_own_rules_name_another_version(tmp_path, monkeypatch):
    """A codebook or a country file of the user's own, or a change in one, gives another version."""
    monkeypatch.setenv("SOSIK_HOME", str(tmp_path))
    seen = [version_of_reading()]
    (tmp_path / "codebook.toml").write_text("# mine\n")
    seen.append(version_of_reading())
    (tmp_path / "places").mkdir()
    for text in ("one\n", "two\n"):
        (tmp_path / "places" / "XX.tsv").write_text(text)
        seen.append(version_of_reading())

    assert len(set(seen)) == 4


def test_what_is_public_is_the_same_from_the_cache(desk, accounts, decisions):
    """Computed once for the claims that may be public, then served; computed anew after a decision and for other claims."""
    desk.ledger.take_in(accounts, [])
    desk.ledger.append(decisions[:-1], behind(desk))
    for _ in range(2):
        book, calls = casebooks.casebook(desk), []

        def counted(*all_of_it, calls=calls):
            calls.append(1)
            return project(*all_of_it)

        for day in (date(2030, 1, 1), date(2030, 1, 1), date(2000, 1, 1)):
            remembered = casebooks.served(desk).remembered(counted)
            fresh = public_case(book, rules_of_reading(), desk.ids, day)
            assert public_case(book, rules_of_reading(), desk.ids, day, remembered) == fresh
        assert len(calls) == 2
        desk.ledger.append(decisions[-1:], behind(desk))
