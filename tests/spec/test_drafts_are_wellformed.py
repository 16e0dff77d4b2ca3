"""The marked drafts are well formed: every mark stands in its text, every mention is marked, every rule has its share."""

import re
import tomllib
import unicodedata
from collections import Counter

import pytest
from tests.spec.drafts_scoring import DRAFTS, Span, draft, drafts, score

PATHS = sorted(DRAFTS.glob("*/*.md"))
DIRECT = frozenset(
    "name phone id-number imei address coordinate email messenger plate bank-account".split(),
)
QUASI = frozenset(
    [
        *"source-place role rank age sex relation contact presence few-know witnesses same-source".split(),
        *"route hazard quote victim kin".split(),
    ],
)
LIMITS = {"en": (60, 250), "ko": (40, 250)}

every_draft = pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}-{path.stem}")


@every_draft
def test_marks_stand_in_the_text_once(path):
    """Every mark, public or not, is found in the text at the place that it names, and none is listed twice."""
    gold = draft(path)
    spans = [*gold.marks, *gold.public, *gold.either]
    places = Counter((span.start, span.end, span.rule) for span in spans)

    assert gold.lang == path.parent.name
    assert max(places.values(), default=1) == 1
    assert all(gold.text[span.start : span.end].strip() for span in spans)


@every_draft
def test_marks_are_of_the_rules(path):
    """A draft has only agreed keys, and each mark's rule is one of its kind."""
    _, front, _ = path.read_text(encoding="utf-8").split("+++\n", 2)
    head = tomllib.loads(front)

    assert set(head) <= {"lang", "genre", "pair", "marks", "public", "either"}
    for mark in draft(path).marks:
        assert mark.rule in (DIRECT if mark.kind == "direct" else QUASI)


@every_draft
def test_every_mention_of_a_direct_identifier_is_marked(path):
    """Wherever the text of a direct mark stands again, a direct mark covers it."""
    gold = draft(path)
    direct = [mark for mark in gold.marks if mark.kind == "direct"]

    for text in {gold.text[mark.start : mark.end] for mark in direct}:
        for found in re.finditer(re.escape(text), gold.text):
            assert any(mark.start <= found.start() and found.end() <= mark.end for mark in direct), text


@every_draft
def test_what_is_public_is_no_mark(path):
    """Nothing is both an identifier and none."""
    gold = draft(path)
    marked = {(mark.start, mark.end) for mark in gold.marks}

    assert not marked & {(span.start, span.end) for span in (*gold.public, *gold.either)}


@every_draft
def test_drafts_are_short_and_normalised(path):
    """A draft has the length of a news item, in NFC, in the language of its folder."""
    text = draft(path).text
    low, high = LIMITS[path.parent.name]

    assert low <= len(text.split()) <= high
    assert unicodedata.is_normalized("NFC", text)
    assert (len(re.findall("[가-힣]", text)) > 40) == (path.parent.name == "ko")


def test_drafts_are_many_and_pairs_are_whole():
    """At least 75 drafts in each language, twenty pairs of one draft each, and forty with next to nothing to find."""
    golds = drafts()
    pairs = Counter(gold.pair for gold in golds if gold.pair)
    sides = {(gold.pair, gold.lang) for gold in golds if gold.pair}

    assert min(Counter(gold.lang for gold in golds).values()) >= 75
    assert len(pairs) >= 20
    assert set(pairs.values()) == {2}
    assert len(sides) == 2 * len(pairs)
    assert sum(len(gold.marks) <= 1 for gold in golds) >= 40


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_rule_has_marks_in_both_languages(lang):
    """Each rule is tried often enough to say something: direct ones five times, quasi ones seven."""
    counts = Counter(mark.rule for gold in drafts() if gold.lang == lang for mark in gold.marks)

    assert {rule for rule in DIRECT if counts[rule] < 5} == set()
    assert {rule for rule in QUASI if counts[rule] < 7} == set()


def test_finding_every_mark_scores_one_and_nothing_scores_nought():
    """The scorer gives the marks themselves full recall and precision, and an empty answer no recall."""
    golds = drafts()
    whole = score({gold.name: gold.marks for gold in golds}, golds)
    empty = score({}, golds)

    assert (whole.direct_recall, whole.quasi_recall, whole.quasi_precision) == (1.0, 1.0, 1.0)
    assert (empty.direct_recall, empty.quasi_recall) == (0.0, 0.0)


def test_a_net_over_the_whole_text_finds_nothing():
    """A prediction of the whole text overlaps every mark and stands for none that is short."""
    golds = [gold for gold in drafts() if len(gold.text) > 400]
    nets = {gold.name: [Span(0, len(gold.text), kind) for kind in ("direct", "quasi")] for gold in golds}
    answer = score(nets, golds)

    assert answer.direct_recall == 0.0
    assert answer.quasi_recall < 0.02
    assert answer.quasi_precision < 0.2


def test_a_public_number_is_a_false_alarm():
    """Finding a hotline lowers precision; finding what two editors may judge differently does not."""
    golds = drafts()
    public = score({gold.name: [Span(s.start, s.end, "quasi") for s in gold.public] for gold in golds}, golds)
    either = score({gold.name: [Span(s.start, s.end, "quasi") for s in gold.either] for gold in golds}, golds)

    assert public.quasi_said > 0
    assert public.quasi_precision < 0.1
    assert either.quasi_said == either.quasi_right
