"""Nothing leaves without a review and a clear by two members who did not write it, on exactly these bytes."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from attrs import evolve
from bulletin_cases import TODAY, account, bulletin, case, checked, decision

from sosik.accounts.account import Consent
from sosik.accounts.decision import DecisionKind
from sosik.bulletins.clearance import check_publish, clear, publication_day
from sosik.bulletins.edition import Edition, IncidentRow
from sosik.bulletins.edition_bytes import canonical_bytes, edition_hash
from sosik.bulletins.moves import MOVES, Stage, check_move
from sosik.errors import DecisionRefused, MoveRefused, NotCleared

VERDICT, ASSEMBLED = checked()
HASH = VERDICT.hash
PATH = [decision("review", "m-lee", HASH), decision("clear", "m-cho", HASH), decision("publish", "m-cho", HASH)]
BLOCKED = bulletin("A source in Musan told us on Friday that {figure:i-one.killed} near Musan. [claim:c-1]\n", ko=None)


def cleared(decisions, of=None, against=None):
    verdict, assembled = checked(of, against)
    return clear(of or bulletin(), assembled.edition, verdict, decisions)


def test_two_members_and_a_publish_let_it_out():
    """Reviewed by one, cleared by another and published: out, with the day of the decision to publish."""
    out = cleared([*PATH[:2], decision("publish", "m-lee", HASH, on=TODAY + timedelta(days=2))])
    assert out.edition == ASSEMBLED.edition
    assert out.published == TODAY + timedelta(days=2)
    assert not out.withdrawn


def test_a_publish_may_name_a_later_day_and_the_last_one_counts():
    """From a day on, not before; another decision moves the day; an earlier day than the decision's own moves nothing."""
    later = decision("publish", "m-cho", HASH)
    later = evolve(later, about={**later.about, "from": (TODAY + timedelta(days=9)).isoformat()})
    early = evolve(later, about={**later.about, "from": (TODAY - timedelta(days=9)).isoformat()})

    assert cleared([*PATH[:2], later]).published == TODAY + timedelta(days=9)
    assert publication_day([later], bulletin().id) == TODAY + timedelta(days=9)
    assert cleared([*PATH[:2], later, early]).published == early.on
    with pytest.raises(DecisionRefused):
        check_publish(evolve(later, about={**later.about, "from": "soon"}), 1, "x")


@pytest.mark.parametrize("missing", range(3))
def test_every_missing_decision_refuses(missing):
    """Without the review, without the clear, without the publish: not cleared."""
    with pytest.raises(NotCleared):
        cleared(PATH[:missing] + PATH[missing + 1 :])


@pytest.mark.parametrize("order", [order for order in permutations(range(3)) if order != (0, 1, 2)])
def test_decisions_out_of_order_refuse(order):
    """A clear before its review, or a publish before its clear, counts for nothing."""
    with pytest.raises(NotCleared):
        cleared([PATH[at] for at in order])


@pytest.mark.parametrize(
    ("reviewer", "clearer"),
    [
        ("m-lee", "m-lee"),
        ("m-han", "m-cho"),
        ("m-seo", "m-cho"),
        ("m-lee", "m-han"),
        ("m-lee", "m-seo"),
        ("m-han", "m-han"),
    ],
)
def test_nobody_lets_out_their_own_and_one_is_not_two(reviewer, clearer):
    """The writer and the translator neither review nor clear, and two decisions of one member are one."""
    with pytest.raises(NotCleared):
        cleared([decision("review", reviewer, HASH), decision("clear", clearer, HASH), PATH[2]])


@pytest.mark.parametrize("which", range(3))
@pytest.mark.parametrize("wrong", [{"hash": "0" * 64}, {"revision": 2}, {"bulletin": "b-other"}, {"hash": None}])
def test_a_decision_about_other_bytes_counts_for_nothing(which, wrong):
    """A review, clear or publish that names another hash, revision or bulletin lets nothing out."""
    lines = list(PATH)
    lines[which] = evolve(lines[which], about={**lines[which].about, **wrong})
    with pytest.raises(NotCleared):
        cleared(lines)


def test_a_changed_word_needs_new_decisions():
    """The decisions name the bytes: one more character, and they are about something else."""
    with pytest.raises(NotCleared):
        cleared(PATH, bulletin(ko=None))


def test_a_verdict_about_another_edition_refuses():
    """A pass cannot be carried from one edition to another."""
    other, _ = checked(bulletin(ko=None))
    with pytest.raises(NotCleared):
        clear(bulletin(), ASSEMBLED.edition, other, PATH)


def test_decisions_about_a_clean_edition_do_not_let_out_another():
    """Where verdict and decisions agree on other bytes, the edition at hand stays."""
    clean = bulletin(ko=None)
    verdict, _ = checked(clean)
    path = [evolve(one, about={**one.about, "hash": verdict.hash}) for one in PATH]
    with pytest.raises(NotCleared):
        clear(bulletin(), ASSEMBLED.edition, verdict, path)


def test_a_consent_that_is_withdrawn_stops_it():
    """The same decisions no longer let it out when a source has withdrawn."""
    withdrawn = case(accounts={"a1": account(consent=Consent.none), "a2": account("a2", "s-lark")})
    with pytest.raises(NotCleared, match="no-consent"):
        cleared(PATH, against=withdrawn)


def test_withdrawn_after_publication_leaves_a_tombstone():
    """A withdraw decision marks the edition withdrawn and keeps its day."""
    out = cleared([*PATH, decision("withdraw", "m-lee", HASH)])
    assert out.withdrawn
    assert out.published == TODAY


def test_withdrawn_before_publication_never_leaves():
    """A withdraw before any publish refuses."""
    with pytest.raises(NotCleared):
        cleared([*PATH[:2], decision("withdraw", "m-lee", HASH)])


def overrides(digest, *lines):
    return [
        decision("override", member, digest, rule=rule, second=second, because=why)
        for rule, member, second, why in lines
    ]


def passing(*lines):
    verdict, _ = checked(BLOCKED)
    path = [evolve(one, about={**one.about, "hash": verdict.hash}) for one in PATH]
    return cleared([*overrides(verdict.hash, *lines), *path], BLOCKED)


def test_a_blocked_edition_never_leaves_by_review_and_clear_alone():
    """Two members' decisions do not lift a block."""
    with pytest.raises(NotCleared, match="contact-day"):
        passing()


def test_an_override_by_two_members_with_a_reason_lifts_one_rule():
    """Each of two members writes a line of their own, with a reason."""
    out = passing(("contact-day", "m-lee", "m-cho", "she asked for it"), ("contact-day", "m-cho", "m-lee", "agreed"))
    assert out.edition.bulletin == "b-ford"


@pytest.mark.parametrize(
    "lines",
    [
        [("contact-day", "m-lee", "m-cho", "x")],
        [("contact-day", "m-lee", None, "x"), ("contact-day", "m-cho", None, "x")],
        [("contact-day", "m-lee", "m-lee", "x"), ("contact-day", "m-lee", "m-lee", "x")],
        [("contact-day", "m-lee", "m-cho", " "), ("contact-day", "m-cho", "m-lee", "x")],
        [("place-narrows", "m-lee", "m-cho", "x"), ("place-narrows", "m-cho", "m-lee", "x")],
        [("contact-day", "m-han", "m-cho", "x"), ("contact-day", "m-cho", "m-han", "x")],
        [("contact-day", "m-lee", "m-seo", "x"), ("contact-day", "m-seo", "m-lee", "x")],
        [("contact-day", "m-lee", "m-cho", "x"), ("presence", "m-cho", "m-lee", "x")],
    ],
)
def test_half_an_override_lifts_nothing(lines):
    """One line, no second, the same person, no reason, another rule, or the writer: still blocked."""
    with pytest.raises(NotCleared):
        passing(*lines)


def test_an_override_of_other_bytes_lifts_nothing():
    """An override names the bytes that it is about."""
    verdict, assembled = checked(BLOCKED)
    lines = overrides("1" * 64, ("contact-day", "m-lee", "m-cho", "x"), ("contact-day", "m-cho", "m-lee", "x"))
    path = [evolve(one, about={**one.about, "hash": verdict.hash}) for one in PATH]
    with pytest.raises(NotCleared):
        clear(BLOCKED, assembled.edition, verdict, [*lines, *path])


def test_the_hash_is_of_every_word_and_row():
    """Another word, row or picture gives another hash; the same edition always the same bytes."""
    edition = ASSEMBLED.edition
    assert canonical_bytes(edition) == canonical_bytes(evolve(edition))
    other_title = evolve(edition, versions=(evolve(edition.versions[0], title="y"), *edition.versions[1:]))
    other_row = evolve(edition, incidents=(evolve(edition.incidents[0], clarity=2),))
    hashes = {edition_hash(one) for one in (edition, other_title, other_row, evolve(edition, revision=2))}
    assert len(hashes) == 4


def test_composed_and_decomposed_text_are_the_same_bytes():
    """Hangul in NFD and NFC is one text."""
    import unicodedata

    edition = ASSEMBLED.edition
    apart = tuple(evolve(one, body=unicodedata.normalize("NFD", one.body)) for one in edition.versions)
    assert edition_hash(evolve(edition, versions=apart)) == HASH


def test_the_table_of_moves():
    """Every move that the table lacks is refused."""
    for current in Stage:
        for to in Stage:
            if to in MOVES[current]:
                check_move("b", current, to)
            else:
                with pytest.raises(MoveRefused):
                    check_move("b", current, to)
    assert MOVES[Stage.withdrawn] == frozenset()


def test_the_day_of_publication_is_the_last_decision_to_publish():
    """None before anybody decided."""
    assert publication_day([], "b-ford") is None
    later = evolve(PATH[2], on=date(2026, 1, 5))
    assert publication_day([*PATH, later], "b-ford") == date(2026, 1, 5)


def test_an_edition_holds_rows_and_versions():
    """What is cleared is the edition with its rows."""
    assert isinstance(ASSEMBLED.edition, Edition)
    assert all(isinstance(row, IncidentRow) for row in ASSEMBLED.edition.incidents)


@pytest.mark.parametrize(("sigs", "passes"), [(("k1", "k2"), True), (("k1", "k1"), False), ((None, None), True)])
def test_one_key_cannot_sign_for_two(sigs, passes):
    """Two lines of an override under one signature are one line, whatever names they bear."""
    verdict, _ = checked(BLOCKED)
    lines = overrides(
        verdict.hash, ("contact-day", "m-lee", "m-cho", "asked"), ("contact-day", "m-cho", "m-lee", "agreed")
    )
    lines = [evolve(line, sig=sig) for line, sig in zip(lines, sigs, strict=True)]
    path = [evolve(one, about={**one.about, "hash": verdict.hash}) for one in PATH]
    if passes:
        assert cleared([*lines, *path], BLOCKED).edition.bulletin == "b-ford"
    else:
        with pytest.raises(NotCleared, match="one key"):
            cleared([*lines, *path], BLOCKED)


@pytest.mark.parametrize("kind", [kind for kind in DecisionKind if kind is not DecisionKind.override])
def test_no_other_decision_lifts_a_block(kind):
    """Whatever else two members decide on the very bytes, with a reason and a second, the block stays."""
    verdict, _ = checked(BLOCKED)
    lines = [
        decision(kind.value, one, verdict.hash, rule="contact-day", second=other)
        for one, other in (("m-lee", "m-cho"), ("m-cho", "m-lee"))
    ]
    path = [evolve(one, about={**one.about, "hash": verdict.hash}) for one in PATH]
    with pytest.raises(NotCleared, match="contact-day"):
        cleared([*lines, *path], BLOCKED)
