"""The gold notes are well formed: they parse, their ranges are ordered, their keys are of the fixed lists."""

import re
import tomllib
import unicodedata
from calendar import monthrange
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

NOTES = sorted((Path(__file__).parent / "notes").glob("*/*.md"))
APART = sorted((Path(__file__).parent / "notes_apart").glob("*/*.md"))
FRESH = sorted((Path(__file__).parent / "notes_fresh").glob("*/*.md"))
FOURTH = sorted((Path(__file__).parent / "notes_apart2").glob("*/*.md"))
INCIDENTS = frozenset(
    [
        "landmine",
        "explosion",
        "shooting",
        "armed_clash",
        "bombing",
        "killing",
        "beating",
        "torture",
        "sexual_violence",
        "drowning",
        "freezing",
        "starvation",
        "disease",
        "poisoning",
        "suicide",
        "death_in_custody",
        "execution",
        "public_execution",
        "public_trial",
        "arrest",
        "detention",
        "repatriation",
        "disappearance",
        "abduction",
        "trafficking",
        "border_crossing",
        "mine_collapse",
        "workplace_accident",
        "traffic_accident",
        "fire",
        "flood",
        "landslide",
        "storm",
        "protest",
        "raid",
        "banishment",
        "forced_labour",
        "forced_abortion",
        "escape_from_custody",
    ],
)
MEASURES = frozenset(
    [
        "mine_laying",
        "cameras",
        "fence",
        "shoot_on_sight",
        "lockdown",
        "crackdown",
        "market_ban",
        "travel_ban",
        "curfew",
        "checkpoint",
        "border_tightening",
        "border_closure",
        "signal_jamming",
        "phone_detection",
        "house_searches",
        "labour_mobilisation",
        "ration_cut",
        "currency_control",
        "ideological_campaign",
        "reward_for_informing",
        "sentry_posts",
    ],
)
CATEGORIES = {"incident": INCIDENTS, "measure": MEASURES, "tally": INCIDENTS}
OUTCOMES = ("killed", "injured", "total", "missing", "detained", "repatriated")
HEAD = {
    "received", "told", "published", "basis", "outlet", "speakers", "level", "classes", "claims", "not",
}  # fmt: skip
CLAIM = {"kind", "category", "stance", "when", "told", "where", "speaker", "sex", "age", *OUTCOMES}
BASES = {"eyewitness", "second-hand", "rumour", "document", "imagery", "official", "press"}
STANCES = {"asserted", "hearsay", "supposed", "denied", "planned"}
ROLES = {"at", "near", "within", "toward", "from"}


def parts(path):
    opening, front, text = path.read_text(encoding="utf-8").split("+++\n", 2)
    if opening:
        raise ValueError(path.name)
    return front, tomllib.loads(front), text


def days(edtf):
    """First and last day of an EDTF date or interval; an open end is the calendar's end."""
    low, _, high = edtf.partition("/")
    first, last = edge(low), edge(high or low)
    return first[0], last[1]


def edge(part):
    if part == "..":
        return date.min, date.max
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", part):
        raise ValueError(part)
    year, month, day = [*map(int, part.split("-")), None, None][:3]
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


EVERY = NOTES + APART + FRESH + FOURTH
every_note = pytest.mark.parametrize("path", EVERY, ids=lambda path: f"{path.parent.name}-{path.stem}")


@every_note
def test_front_matter_holds_known_keys_and_days_in_order(path):
    """A note's head has only agreed keys, and it is told and published no later than it is received."""
    _, head, _ = parts(path)

    assert set(head) <= HEAD
    assert head["received"] >= max(head.get("told", date.min), head.get("published", date.min))
    assert head["basis"] in BASES
    assert head["level"] in {"easy", "middling", "hard"}
    assert len(set(head["classes"])) == len(head["classes"]) >= 1


@every_note
def test_claims_hold_known_keys(path):
    """A claim's kind, category, stance and roles are of the fixed lists, and its teller is one of those counted."""
    _, head, _ = parts(path)

    for claim in head["claims"]:
        assert set(claim) <= CLAIM
        assert claim["category"] in CATEGORIES[claim["kind"]]
        assert claim["stance"] in STANCES
        assert claim.get("speaker", 1) in range(1, max(head["speakers"], 1) + 1)
        assert ("speaker" in claim) <= (head["speakers"] > 0)
        assert all(place["role"] in ROLES and place["name"] for place in claim.get("where", []))
        assert claim.get("sex", "female") in {"female", "male"}


@every_note
def test_ranges_are_ordered(path):
    """Every span of days and every count runs from the smaller to the larger; a maximum of -1 is open."""
    _, head, _ = parts(path)

    for claim in head["claims"]:
        for key in {"when", "told"} & set(claim):
            first, last = days(claim[key])
            assert first <= last
        for outcome in set(OUTCOMES) & set(claim):
            low, high = claim[outcome]
            assert low >= 0
            assert high == -1 or low <= high


@every_note
def test_totals_agree_with_their_parts(path):
    """A stated total lies within the sum of killed and injured."""
    _, head, _ = parts(path)

    for claim in head["claims"]:
        if {"killed", "injured", "total"} <= set(claim):
            low = claim["killed"][0] + claim["injured"][0]
            highs = (claim["killed"][1], claim["injured"][1])
            high = float("inf") if -1 in highs else sum(highs)
            stated = float("inf") if claim["total"][1] == -1 else claim["total"][1]
            assert low <= claim["total"][0]
            assert stated <= high


@every_note
def test_what_happened_was_not_told_before(path):
    """What is not planned begins no later than the day that relative words count from."""
    _, head, _ = parts(path)
    reference = head.get("told") or head.get("published") or head["received"]

    for claim in head["claims"]:
        if claim["stance"] != "planned" and "when" in claim:
            assert days(claim["when"])[0] <= reference
        if "told" in claim:
            assert days(claim["told"])[1] <= head["received"]


@every_note
def test_weekdays_in_comments_are_right(path):
    """A comment that names the weekday of a day agrees with the calendar."""
    front, _, _ = parts(path)

    for day, name in re.findall(r"^# (\S+) is a (\w+)$", front, re.MULTILINE):
        assert f"{date.fromisoformat(day):%A}" == name


@every_note
def test_bad_readings_differ_from_the_gold(path):
    """What a bad reader would produce says why, and is nowhere in the gold."""
    _, head, _ = parts(path)

    for wrong in head.get("not", []):
        values = {key: value for key, value in wrong.items() if key != "why"}
        assert wrong["why"]
        assert values
        for key, value in values.items():
            if key == "speakers":
                assert head["speakers"] != value
            elif key in {"where", "country"}:
                field = "name" if key == "where" else "country"
                said = [place.get(field) for claim in head["claims"] for place in claim.get("where", [])]
                assert value not in said
            else:
                assert value not in [claim.get(key) for claim in head["claims"]]


@every_note
def test_texts_are_short_and_normalised(path):
    """A text has 60 to 900 characters in NFC, in the language of its folder."""
    _, _, text = parts(path)
    hangul = len(re.findall("[가-힣]", text))

    assert 60 <= len(text.strip()) <= 900
    assert unicodedata.is_normalized("NFC", text)
    assert (hangul > 0) == (path.parent.name == "ko")


@every_note
def test_notes_are_parted_from_the_others(path):
    """No text of the held-out notes stands among the notes that the rules were tried on."""
    others = [parts(other)[2].strip() for other in EVERY if other != path]

    assert parts(path)[2].strip() not in others


def test_notes_are_many_in_both_languages():
    """At least eighty notes in each language, every category and stance among them."""
    counts = Counter(path.parent.name for path in NOTES)
    claims = [claim for path in NOTES for claim in parts(path)[1]["claims"]]

    assert min(counts["en"], counts["ko"]) >= 80
    assert {claim["category"] for claim in claims} == INCIDENTS | MEASURES
    assert {claim["stance"] for claim in claims} == STANCES


def test_held_out_notes_are_many_in_both_languages():
    """At least sixty held-out notes in each language, eight of them without a claim, every stance among them."""
    counts = Counter(path.parent.name for path in APART)
    empty = Counter(path.parent.name for path in APART if not parts(path)[1]["claims"])
    claims = [claim for path in APART for claim in parts(path)[1]["claims"]]

    assert min(counts["en"], counts["ko"]) >= 60
    assert min(empty["en"], empty["ko"]) >= 8
    assert {claim["stance"] for claim in claims} == STANCES
