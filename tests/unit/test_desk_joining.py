"""Words of two members put together: whatever one wrote and the other left alone stands; nothing vanishes unseen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosik.desk.joining import joined

LINES = [f"line {number}" for number in range(8)]
BASE = {"body_ko": "\n".join(LINES), "title_ko": "A"}
edits = st.dictionaries(st.integers(0, 7), st.sampled_from(["changed", "other", ""]), max_size=4)


def edited(changes, mark):
    lines = [f"{changes[at]} {mark}".strip() if at in changes else line for at, line in enumerate(LINES)]
    return {**BASE, "body_ko": "\n".join(lines)}


@given(edits, edits)
def test_every_line_that_one_changed_stands_or_both_are_shown(mine, theirs):
    """Of any two sets of changed lines: no line of either is missing, unless the field is handed back to be chosen."""
    one, other = edited(mine, "by me"), edited(theirs, "by them")
    both = joined(BASE, one, other)
    if both.apart:
        assert set(mine) | set(theirs)
        assert both.fields["body_ko"].strip() == one["body_ko"].strip()
        return
    found = both.fields["body_ko"].split("\n")
    for said in (one, other):
        for at, line in enumerate(said["body_ko"].strip().split("\n")):
            if line not in LINES:
                assert line in found, (at, line)


@pytest.mark.parametrize(
    ("mine", "theirs", "wanted", "apart"),
    [
        ("A", "B", "B", ()),
        ("C", "A", "C", ()),
        ("C", "C", "C", ()),
        ("C", "B", "C", ("title_ko",)),
    ],
)
def test_a_field_of_one_line_is_whose_changed_it(mine, theirs, wanted, apart):
    """Changed by one it is theirs; changed by both otherwise it is shown."""
    both = joined(BASE, {**BASE, "title_ko": mine}, {**BASE, "title_ko": theirs})

    assert (both.fields["title_ko"], both.apart) == (wanted, apart)


def test_two_additions_at_one_place_are_shown():
    """Which comes first is for a member to say."""
    one, other = ({**BASE, "body_ko": f"{BASE['body_ko']}\n{words}"} for words in ("mine", "theirs"))

    assert joined(BASE, one, other).apart == ("body_ko",)
