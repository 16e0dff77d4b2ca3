"""What every ledger promises, asked of the sealed store and of the one in memory."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.memory_ledger import MemoryLedger
from tests.fakes.sealed_desks import made, opened

from sosik.accounts.account import Account, Basis, Consent, Reliability
from sosik.accounts.custody import Custody, CustodyEvent
from sosik.accounts.decision_lines import NumberedDecision, read_lines
from sosik.accounts.erasure import Erasable, Erased
from sosik.accounts.report import Attachment
from sosik.errors import AttachmentTaken, NotFound
from sosik.values.text import Lang

days = st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1))
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
accounts = st.builds(
    Account,
    id=st.text("abc-", min_size=1, max_size=8),
    text=words,
    lang=st.sampled_from(Lang),
    received=days,
    told=days,
    published=days,
    not_before=days,
    source=st.none() | st.just("s-wren"),
    basis=st.sampled_from(Basis),
    reliability=st.sampled_from(Reliability),
    consent=st.sampled_from(Consent),
    outlet=st.none() | words,
    title=st.none() | words,
    retells=st.tuples(st.just("acct-1")) | st.just(()),
    attachments=st.tuples(st.just("a.jpg")) | st.just(()),
)


@pytest.fixture(params=["sealed", "memory"])
def ledger(request, tmp_path):
    if request.param == "memory":
        yield MemoryLedger()
        return
    store, ledger = opened(tmp_path / "desk", made(tmp_path / "desk"))
    yield ledger
    store.close()


def account(name, text="words", source=None):
    return Account(id=name, text=text, lang=Lang.en, received=date(2025, 11, 9), source=source)


def decision(kind="consent", because="asked", **about):
    line = {"decision": kind, "member": "m-han", "on": "2025-11-09", "about": about, "because": because}
    found = next(iter(read_lines("d", json.dumps(line))))
    assert isinstance(found, NumberedDecision), found
    return found.decision


@given(kept=st.lists(accounts, max_size=4, unique_by=lambda one: one.id))
@settings(max_examples=15)
@pytest.mark.parametrize("kind", ["sealed", "memory"])
def test_what_is_taken_in_is_given_back_in_order(tmp_path_factory, kind, kept):
    """Every field of an account comes back as it went in."""
    if kind == "memory":
        ledger, store = MemoryLedger(), None
    else:
        folder = tmp_path_factory.mktemp("desk") / "desk"
        store, ledger = opened(folder, made(folder))
    for one in kept:
        ledger.take_in([one], [])
    found = list(ledger.kept().accounts)
    if store:
        store.close()

    assert found == kept


def test_accounts_of_one_name_are_found_together(ledger):
    """A name gives its account and those that were made unique from it, and no other."""
    ledger.take_in([account("call"), account("call-2"), account("caller"), account("call-4")], [])

    assert [one.id for one in ledger.known_as(["call", "none", "call"])] == ["call", "call-2"]


def test_a_decision_is_appended_once(ledger):
    """The same line is kept once; another one beside it is kept; the order is the ledger's."""
    ledger.take_in([account("a")], [])
    first, second = decision(account="a", consent="none"), decision(account="a", consent="publish")

    assert ledger.append([first, first, second]) == 2
    assert ledger.append([second, first]) == 0
    assert list(ledger.kept().decisions) == [first, second]


def test_the_last_version_of_a_bulletin_is_kept(ledger):
    """Keeping a file again under its name puts the new text in place of the old."""
    for name, text in (("b-1.ko.md", "하나"), ("b-1.en.md", "one"), ("b-1.ko.md", "둘")):
        ledger.keep_bulletin(name, text)

    assert list(ledger.kept().bulletins.items()) == [("b-1.en.md", "one"), ("b-1.ko.md", "둘")]


@pytest.mark.parametrize("size", [0, 1, 256 * 1024, 256 * 1024 * 3 + 7])
def test_an_attachment_comes_back_byte_for_byte_and_its_custody_is_written(ledger, size):
    """Received, opened and verified stand in the log, with the hash of what came."""
    content = bytes(range(256)) * (size // 256 + 1)
    ledger.take_in([account("a")], [Attachment("a", "photo.jpg", content[:size])])
    kept = ledger.attachments("a")[0]
    note = Custody("photo.jpg", CustodyEvent.verified, "m-han", date(2025, 11, 10), kept.sha256, "the ridge is north")
    ledger.note("a", note)

    assert (kept.name, kept.size) == ("photo.jpg", size)
    assert ledger.open_attachment("a", "photo.jpg") == content[:size]
    assert [one.event for one in ledger.custody("a")] == ["received", "verified", "opened"]
    assert ledger.custody("a")[1] == note
    assert {one.sha256 for one in ledger.custody("a")} == {kept.sha256}


def test_what_came_later_or_was_derived_is_kept_with_its_origin(ledger):
    """A crop names the photo that it is of, and bears a hash of its own; a name is given once; both go with the account."""
    ledger.take_in([account("a"), account("b")], [Attachment("a", "photo.jpg", b"photo")])
    ledger.attach(Attachment("a", "crop.jpg", b"crop"), "the gate, cut out", "photo.jpg")
    ledger.attach(Attachment("a", "voice.ogg", b"voice"))
    for item, of, error in (
        (Attachment("a", "photo.jpg", b"other"), "", AttachmentTaken),
        (Attachment("a", "new.jpg", b"x"), "none.jpg", NotFound),
        (Attachment("c", "new.jpg", b"x"), "", NotFound),
    ):
        with pytest.raises(error):
            ledger.attach(item, "", of)

    assert [one.name for one in ledger.attachments("a")] == ["photo.jpg", "crop.jpg", "voice.ogg"]
    assert ledger.open_attachment("a", "crop.jpg") == b"crop"
    first, crop, voice = ledger.custody("a")[:3]
    assert (crop.event, crop.of, crop.words) == ("derived", "photo.jpg", "the gate, cut out")
    assert (voice.event, voice.of, first.of) == ("received", "", "")
    assert len({first.sha256, crop.sha256, voice.sha256}) == 3
    ledger.erase(Erasable(account="a"), "asked")
    with pytest.raises(NotFound):
        ledger.open_attachment("a", "crop.jpg")


def test_nothing_is_opened_that_is_not_there(ledger):
    """An account or an attachment that nobody knows is not found."""
    ledger.take_in([account("a")], [])
    note = Custody("x.jpg", CustodyEvent.verified, "m-han", date(2025, 11, 10), "")

    for ask in (
        lambda: ledger.attachments("b"),
        lambda: ledger.open_attachment("a", "x.jpg"),
        lambda: ledger.note("a", note),
        lambda: ledger.erase(Erasable(account="b"), "asked"),
    ):
        with pytest.raises(NotFound):
            ask()


def test_an_erased_account_is_gone_with_all_that_rests_on_it(ledger):
    """The account, its attachments and every decision about it go; the rest stays; its name is known as erased."""
    ledger.take_in([account("a"), account("b")], [Attachment("a", "x.jpg", b"x"), Attachment("b", "y.jpg", b"y")])
    about_a, about_b = (decision(account=name, consent="none") for name in "ab")
    both = decision("relate", account="b", to="a", relation="retells")
    judged = decision("judge", claims=["c-1", "c-2"], verdict="same")
    ledger.append([about_a, about_b, both, judged], lambda name: {"c-1": ("b",), "c-2": ("a",)}.get(name, ()))

    erased = ledger.erase(Erasable(account="a"), "asked by the source")

    assert erased.accounts == 1
    assert [one.id for one in ledger.kept().accounts] == ["b"]
    assert list(ledger.kept().decisions) == [about_b]
    assert ledger.erased_among(["a", "b", "c"]) == {"a"}
    assert [one.name for one in ledger.attachments("b")] == ["y.jpg"]
    assert ledger.open_attachment("b", "y.jpg") == b"y"
    with pytest.raises(NotFound):
        ledger.attachments("a")
    assert ledger.erase(Erasable(account="a"), "asked again") == Erased(0, 0)


def test_every_version_of_a_bulletin_stays(ledger):
    """Each text that was kept, in order; the same text again is no version."""
    for text in ("one", "two", "two", "one"):
        ledger.keep_bulletin("b-1.en.md", text)
    ledger.keep_bulletin("b-1.ko.md", "하나")

    assert ledger.versions("b-1.en.md") == ("one", "two", "one")
    assert ledger.versions("b-2.en.md") == ()
    assert ledger.every_version()["b-1.en.md"] == ("one", "two", "one")


def test_accounts_and_decisions_are_found_by_name_alone(ledger):
    """Those that were asked for, and the decisions about them and their sources, as when everything is read."""
    ledger.take_in([account("a", source="s-wren"), account("b", source="s-lark")], [])
    lines = [decision(account="a", consent="none"), decision("source", source="s-wren", reliability="B")]
    ledger.append([*lines, decision(account="b", consent="none")])
    found = ledger.accounts_of(["a", "none"])

    assert list(found) == ["a"]
    assert ledger.decisions_about(tuple(found.values())) == tuple(lines)
    assert ledger.decisions_about((), ["s-wren"]) == tuple(lines[1:])


def test_decisions_on_bulletins_are_found_without_the_others(ledger):
    """In the order of the ledger, of every bulletin."""
    ledger.take_in([account("a")], [])
    lines = [decision("review", bulletin=name, revision=1, hash="h") for name in ("b-one", "b-two")]
    ledger.append([lines[0], decision(account="a", consent="none"), lines[1]])

    assert ledger.decisions_on_bulletins() == tuple(lines)


def test_what_waits_for_a_release_is_kept_in_order(ledger):
    """Names are kept once each, in the order in which they came."""
    for names in (["i-1", "i-2"], [], ["i-2", "i-3"]):
        ledger.wait(names)

    assert ledger.waiting() == ("i-1", "i-2", "i-3")


def test_an_erased_source_is_gone_with_all_accounts_of_theirs(ledger):
    """Accounts of the source and decisions about them go; another source's stay, and writing goes on."""
    ledger.take_in([account("a", source="s-wren"), account("b", source="s-wren"), account("c", source="s-lark")], [])
    lines = [decision("source", source=name, reliability="B") for name in ("s-wren", "s-lark")]
    ledger.append([*lines, decision(account="a", consent="none")])

    assert ledger.erase(Erasable(source="s-wren"), "asked").accounts == 2
    assert ledger.erase(Erasable(source="s-wren"), "asked again") == Erased(0, 0)
    assert [one.id for one in ledger.kept().accounts] == ["c"]
    assert list(ledger.kept().decisions) == [lines[1]]
    ledger.take_in([account("d", source="s-wren")], [])
    assert [one.id for one in ledger.kept().accounts] == ["c", "d"]


def test_what_is_public_is_kept_by_name(ledger):
    """The last content under a name counts, names stay in the order in which they came, and any bytes come back as they were."""
    ledger.keep_public("picture:b", bytes(range(256)))
    ledger.keep_public("picture:a", b"")
    ledger.keep_public("picture:b", b"new")

    assert list(ledger.public_kept().items()) == [("picture:b", b"new"), ("picture:a", b"")]
