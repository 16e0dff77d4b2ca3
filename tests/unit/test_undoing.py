"""A decision that was taken back counts no more, and both lines stay."""

from datetime import date

import pytest

from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.undoing import UndoRefused, left_standing, mark_of, undoing
from sosik.incidents.judgement import judged
from sosik.incidents.scoring import Verdict

DAY = date(2031, 11, 9)


def judge(verdict, turn=0):
    about = {"claims": ["c-1", "c-2"], "verdict": verdict, "turn": turn}
    return Decision(DecisionKind.judge, "m-han", DAY, about, "compared")


def test_a_judgement_that_was_taken_back_leaves_the_one_before_it():
    """Same, then different, then the second taken back: same."""
    first, second = judge("same"), judge("different", 1)
    undo = undoing(second, "m-seo", DAY, "wrong pair")

    assert judged(left_standing([first, second])).verdicts == {("c-1", "c-2"): Verdict.different}
    assert judged(left_standing([first, second, undo])).verdicts == {("c-1", "c-2"): Verdict.same}


def test_an_undoing_reaches_back_only():
    """The same line appended after it stands; one that names what nobody decided takes nothing back."""
    first = judge("same")
    undo = undoing(first, "m-han", DAY, "mistake")

    assert left_standing([undo, first]) == (first,)
    assert left_standing([first, undo]) == ()


def test_an_undoing_is_sealed_with_what_it_takes_back():
    """It names the account, the source or the claims that the decision names, so that erasing takes it too."""
    claim = Decision(DecisionKind.accept, "m-han", DAY, {"claim": {"account": "a01", "claim": "c-1"}}, "read")

    assert undoing(claim, "m-han", DAY, "x").about == {"of": mark_of(claim), "account": "a01"}
    assert undoing(judge("same"), "m-han", DAY, "x").about["claims"] == ["c-1", "c-2"]


def test_what_went_out_is_not_taken_back():
    """A clearance, a publication or an erasure is no matter of an undo."""
    gone = Decision(DecisionKind.publish, "m-han", DAY, {"bulletin": "b", "revision": 1, "hash": "x"}, "out")

    with pytest.raises(UndoRefused):
        undoing(gone, "m-han", DAY, "x")
