"""The pairs of texts, and what the translation check makes of them."""

import json

import pytest
from bench.translation import drifts
from tests.spec import pairs_scoring as scoring

NAMES = sorted(path.stem for path in scoring.FOLDER.glob("*.jsonl"))
TEXTS = [text for name in NAMES for text in scoring.texts(name)]
KINDS = {"number", "date", "place", "outcome", "negation", "direction", "attribution", "missing", "added"}


def test_there_are_enough_of_every_kind():
    """Three hundred pairs and more, half of them with one error, every kind among them."""
    planted = [one for text in TEXTS for one in text.get("planted", ())]
    assert len(TEXTS) >= 150
    assert len(TEXTS) + len(planted) >= 300
    assert {one["kind"] for one in planted} == KINDS


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text["id"])
def test_what_is_planted_stands_in_the_text_and_changes_it(text):
    """Every planted error changes words of its version."""
    for one in text.get("planted", ()):
        assert one["was"] in text[one["lang"]]
        assert one["was"] != one["now"]
    planted = text.get("planted", ())
    assert len({json.dumps(one) for one in planted}) == len(planted)


@pytest.mark.parametrize("name", NAMES)
def test_errors_are_found_and_good_translations_left_alone(name):
    """Of each set of pairs that the rules have seen, 95 of 100 errors are found, and 5 of 100 clean pairs alarm at most."""
    of = scoring.score(name, drifts)
    assert of.recall >= 0.95
    assert of.alarm_rate <= 0.05
