"""Of every state and member, exactly the moves that the gate would count are offered."""

import pytest
from bulletin_cases import TODAY, bulletin, checked, decision

from sosik.bulletins.clearance import clear
from sosik.bulletins.edition import ClearedEdition
from sosik.bulletins.judged import Judged
from sosik.bulletins.next_moves import steps
from sosik.errors import MoveRefused, NotCleared

VERDICT, ASSEMBLED = checked()
HASH = VERDICT.hash
ONE = Judged(bulletin(), VERDICT, ASSEMBLED, None)
PATH = [decision("review", "m-lee", HASH), decision("clear", "m-cho", HASH), decision("publish", "m-cho", HASH)]
LEFT = ClearedEdition(ASSEMBLED.edition, TODAY)


def fine():
    """Nothing blocks."""


def blocked():
    raise NotCleared(bulletin="b-x", why="the disclosure check blocks it (place-narrows)")


def offered(member, decisions=(), left=None, sound=fine):
    return {one.move.value for one in steps(ONE, left, decisions, member, sound) if one.refused is None}


@pytest.mark.parametrize(
    ("decisions", "member", "wanted"),
    [
        ((), "m-lee", {"review"}),
        ((), "m-han", set()),
        (PATH[:1], "m-lee", set()),
        (PATH[:1], "m-cho", {"clear"}),
        (PATH[:1], "m-han", set()),
        (PATH[:2], "m-han", {"publish"}),
        (PATH, "m-han", {"publish", "withdraw"}),
        ([*PATH, decision("withdraw", "m-cho", HASH)], "m-lee", set()),
    ],
)
def test_a_member_is_offered_what_counts(decisions, member, wanted):
    """The writer neither reviews nor clears, the reviewer does not clear, and what is withdrawn stays so."""
    assert offered(member, decisions) == wanted


def test_every_move_that_is_offered_brings_it_nearer():
    """Taken one by one as they are offered, review, clear and publish let it out; none of those refused would have."""
    done = []
    for member, move in (("m-lee", "review"), ("m-cho", "clear"), ("m-cho", "publish")):
        assert move in offered(member, done)
        done.append(decision(move, member, HASH))
    assert clear(bulletin(), ASSEMBLED.edition, VERDICT, done).published


def test_what_is_blocked_moves_nowhere_and_says_why():
    """A member signs nothing that could not leave."""
    assert offered("m-lee", (), None, blocked) == set()
    refused = steps(ONE, None, (), "m-lee", blocked)[0].refused
    assert refused.fields["why"] == "the disclosure check blocks it (place-narrows)"


def test_readers_words_are_withdrawn_by_the_bytes_that_left():
    """Nothing but a withdrawal is there for what readers have as it stands; it names what left."""
    assert offered("m-lee", PATH, LEFT) == {"withdraw"}
    step = steps(ONE, LEFT, PATH, "m-lee", fine)[-1]
    assert (step.hash, step.revision) == (HASH, ASSEMBLED.edition.revision)
    gone = ClearedEdition(ASSEMBLED.edition, TODAY, withdrawn=True)
    assert isinstance(steps(ONE, gone, PATH, "m-lee", fine)[-1].refused, MoveRefused)
