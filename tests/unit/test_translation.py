"""The translation check: what drifts between a Korean and an English version, and what does not."""

import json
import random
from datetime import date

import pytest
from click.testing import CliRunner
from tests.spec import pairs_scoring as scoring

from sosik.adapters.kiwi_words import KiwiWords
from sosik.bulletins.translation.check import compare
from sosik.bulletins.translation.numbers_en import amounts_en
from sosik.bulletins.translation.numbers_ko import amounts_ko, mixed
from sosik.bulletins.translation.versions import VersionText, compare_versions
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.cli.main import command, main

WORDS = KiwiWords()
GAZETTEER = Gazetteer.shipped().cutting(WORDS)


def drift(ko, en):
    return compare(ko, en, GAZETTEER, WORDS).drift


def kinds(ko, en):
    return {one.kind.value for one in drift(ko, en)}


def test_widest_for_narrow_is_caught():
    """A retelling that says "widest" where the other version says narrow is caught, with the words of both."""
    ko = "주민들이 건너는 곳은 골짜기가 좁아지는 여울목이다. 물은 무릎 아래까지 찬다."
    good = "People cross at the ford where the valley is at its narrowest. The water comes to below the knee."
    assert drift(ko, good) == ()
    (found,) = drift(ko, good.replace("narrowest", "widest"))
    assert found.kind == "direction"
    assert found.ko.text.startswith("좁")
    assert found.en.text == "widest"


@pytest.mark.parametrize(
    ("ko", "en"),
    [
        ("주민 다섯 명이 왔다.", "Five residents came."),
        ("1만 2천 명이 모였다.", "Twelve thousand people gathered."),
        ("3억 5천만 원이 든다.", "It costs 350 million won."),
        ("시신 두 구를 찾았다.", "Two bodies were found."),
        ("서른세 가구가 떠났다.", "Thirty-three households left."),
        ("수십 명이 잡혔다.", "Dozens were caught."),
        ("보름 동안 기다렸다.", "They waited for two weeks."),
        ("사흘 만에 돌아왔다.", "They came back after three days."),
        ("서너 명이 남았다.", "Three or four remain."),
        ("200여 채가 탔다.", "More than 200 houses burned."),
        ("적어도 여섯 명이 죽었다.", "At least six died."),
        ("주민의 3분의 2가 떠났다.", "Two thirds of the residents left."),
        ("40대 여성이 왔다.", "A woman in her forties came."),
        ("열 명 중 일곱 명이 굶는다.", "Seven out of ten go hungry."),
        ("오전 3시 30분에 터졌다.", "It went off at 3:30 a.m."),
        ("쌀값이 두 배로 뛰었다.", "The price of rice doubled."),
    ],
)
def test_one_number_in_two_languages(ko, en):
    """Numerals, counters, sizes, bounds, fractions, ages and hours of both languages are read as one value."""
    assert drift(ko, en) == ()


@pytest.mark.parametrize(
    ("ko", "en"),
    [
        ("주민 다섯 명이 왔다.", "Six residents came."),
        ("1만 2천 명이 모였다.", "Twelve hundred people gathered."),
        ("서른세 가구가 떠났다.", "Thirty-three people left."),
        ("수십 명이 잡혔다.", "Hundreds were caught."),
        ("보름 동안 기다렸다.", "They waited for two months."),
        ("적어도 여섯 명이 죽었다.", "At most six died."),
        ("주민의 3분의 2가 떠났다.", "A third of the residents left."),
        ("세 명이 숨지고 다섯 명이 다쳤다.", "Five were killed and three were wounded."),
        ("70명에서 120명으로 늘었다.", "It grew from 120 to 70."),
    ],
)
def test_another_number_drifts(ko, en):
    """Another value, unit, size, bound, or the same numbers given to other outcomes."""
    assert "number" in kinds(ko, en)


@pytest.mark.parametrize(
    ("ko", "en", "kind"),
    [
        ("10월 중순에 터졌다.", "It went off in late October.", "date"),
        ("11월 5일에 터졌다.", "It went off on 15 November.", "date"),
        ("오후 3시에 터졌다.", "It went off at 3 a.m.", "date"),
        ("그는 회령에 산다.", "He lives in Onsong.", "place"),
        ("혜산에서 무산으로 옮겼다.", "They moved from Musan to Hyesan.", "direction"),
        ("두 명이 숨졌다.", "Two were injured.", "outcome"),
        ("주민 사상자가 나왔다.", "Residents were killed.", "outcome"),
        ("당국은 확인하지 않았다.", "The authorities confirmed it.", "negation"),
        ("아무도 오지 않았다.", "Somebody came.", "negation"),
        ("한 소식통은 이렇게 말했다.", "Sources said so.", "attribution"),
        ("김영호는 농장에서 일했다.", "Kim Yong Su worked on the farm.", "attribution"),
        ("그 부대의 대위가 왔다.", "A colonel of the unit came.", "attribution"),
        ("배는 상류로 갔다.", "The boat went downstream.", "direction"),
        ("쌀값이 올랐다.", "The price of rice fell.", "direction"),
    ],
)
def test_what_is_said_otherwise_is_named(ko, en, kind):
    """Days, places, ways, outcomes, denials, tellers, names and ranks, each by its kind."""
    assert kind in kinds(ko, en)


def test_sentences_are_split_and_joined_freely():
    """One sentence for two, and two for one, is good translation."""
    ko = "트럭이 다리에서 떨어졌다. 운전사는 숨졌고 타고 있던 두 사람은 다쳤다. 경찰이 조사하고 있다."
    en = "A truck fell off a bridge, killing its driver. Two people who were in it were hurt; police are investigating."
    assert drift(ko, en) == ()


def test_a_sentence_that_one_version_lacks_is_shown_whole():
    """Missing from the English, or added to it, with an empty place on the other side."""
    ko = "트럭이 다리에서 떨어졌다. 마을의 소 열두 마리가 병으로 죽었다. 경찰이 조사하고 있다."
    en = "A truck fell off a bridge. Police are investigating."
    (found,) = drift(ko, en)
    assert (found.kind, found.ko.text, found.en.text) == ("missing", "마을의 소 열두 마리가 병으로 죽었다.", "")
    more = "A truck fell off a bridge. Twelve cows of the village died of disease. Police are investigating."
    (found,) = drift("트럭이 다리에서 떨어졌다. 경찰이 조사하고 있다.", more)
    assert (found.kind, found.ko.text) == ("added", "")


def test_spans_count_characters_of_each_version():
    """The words at each span are the words that are shown."""
    ko, en = "10월 5일 무산에서 세 명이 다쳤다.", "Four people were hurt in Musan on 5 October."
    (found,) = drift(ko, en)
    assert ko[found.ko.start : found.ko.end] == found.ko.text == "세 명"
    assert en[found.en.start : found.en.end] == found.en.text == "Four"


def test_a_figure_that_one_version_cites_alone_drifts():
    """Citations are compared by name, and are no words."""
    ko = VersionText("x", "무산에서 {figure:i-1.killed}이 숨졌다. [claim:c-1]")
    en = VersionText("x", "In Musan {figure:i-1.killed} died. [claim:c-1]")
    assert compare_versions(ko, en, GAZETTEER, WORDS).drift == ()
    other = VersionText("x", "In Musan {figure:i-2.killed} died. [claim:c-1]")
    assert {one.about for one in compare_versions(ko, other, GAZETTEER, WORDS).drift} == {"figure"}


def test_a_headline_may_leave_out_but_not_contradict():
    """Of titles only what both say, and say differently."""
    body = "다섯 명이 숨졌다.", "Five people died."
    shorter = compare_versions(
        VersionText("무산서 다섯 명 사망", body[0]), VersionText("Deaths in Musan", body[1]), GAZETTEER, WORDS
    )
    assert shorter.drift == ()
    other = compare_versions(
        VersionText("무산서 다섯 명 사망", body[0]), VersionText("Six die in Musan", body[1]), GAZETTEER, WORDS
    )
    assert {(one.part, one.kind.value) for one in other.drift} == {("title", "number")}


@pytest.mark.parametrize(
    ("words", "value"),
    [("1만 2천", 12_000), ("3억2천만", 320_000_000), ("6천500", 6_500), ("2.5만", 25_000), ("천", 1000)],
)
def test_figures_with_sizes(words, value):
    """Figures and 천, 만, 억 in any mixture."""
    assert mixed(words) == value


@pytest.mark.parametrize(
    ("text", "low"), [("a dozen", 12), ("three dozen eggs", 36), ("1.5 million", 1_500_000), ("half a dozen", 6)]
)
def test_english_sizes(text, low):
    """Dozens and millions."""
    (found,) = amounts_en(text)
    assert found.low == low


def test_words_that_begin_like_numerals_are_none():
    """서기, 세대 and 이날 hold no number."""
    text = "서기는 세대마다 이날 두부를 나눠 주었다."
    assert list(amounts_ko(text, WORDS.cut(text))) == []


def test_relative_days_count_from_one_day_whichever():
    """Last month is last month, whatever today is."""
    for day in (date(2023, 3, 1), date(2025, 12, 31)):
        assert compare("지난달 말에 왔다.", "They came late last month.", GAZETTEER, WORDS, day).drift == ()


def test_texts_without_words_or_of_great_length_are_compared():
    """Nothing to say is no difference; a thousand sentences are laid side by side in their order."""
    assert drift("", "") == ()
    assert drift("...", "...") == ()
    ko, en = "두 명이 왔다. " * 200, "Two people came. " * 200
    assert drift(ko, en) == ()


def run(*arguments):
    return CliRunner().invoke(command, ["translate-check", *map(str, arguments)])


def test_the_command_prints_the_contract(tmp_path):
    """Kinds, spans of both sides and a sentence as JSON; exit 5 on drift, 0 on none."""
    ko, en = tmp_path / "x.ko.md", tmp_path / "x.en.md"
    ko.write_text("---\nbulletin: b-x\nlang: ko\ntitle: 무산\n---\n주민 5명이 다쳤다.\n", "utf-8")
    en.write_text("---\nbulletin: b-x\nlang: en\ntitle: Musan\n---\nSix residents were hurt.\n", "utf-8")
    with pytest.raises(SystemExit) as left:
        main(["translate-check", str(ko), str(en), "--json"])
    assert left.value.code == 5
    (found,) = json.loads(run(ko, en, "--json").stdout)["drift"]
    assert found["kind"] == "number"
    assert found["ko"] == {"span": [3, 5], "text": "5명"}
    assert found["en"] == {"span": [0, 3], "text": "Six"}
    assert found["says"]
    en.write_text("Five residents were hurt.", "utf-8")
    with pytest.raises(SystemExit) as left:
        main(["translate-check", str(ko), str(en), "--json"])
    assert left.value.code == 0


def test_the_command_shows_both_sides(tmp_path):
    """A table with the words of both versions and what differs."""
    ko, en = tmp_path / "ko.txt", tmp_path / "en.txt"
    ko.write_text("강폭이 좁다.", "utf-8")
    en.write_text("The river is wide.", "utf-8")
    shown = run(ko, en).stdout
    assert "강폭이 좁다." in shown
    assert "The river is wide." in shown
    assert "against wide" in shown


@pytest.mark.parametrize(("content", "code"), [(b"", 3), (b"\xff\xfe\x00", 3), ("강이 넓다.".encode(), 2)])
def test_the_command_refuses_in_one_sentence(tmp_path, content, code, capsys):
    """An empty file, one that is no text, and two of one language, each with its code."""
    ko, en = tmp_path / "ko.txt", tmp_path / "en.txt"
    ko.write_text("강폭이 좁다.", "utf-8")
    en.write_bytes(content)
    with pytest.raises(SystemExit) as left:
        main(["translate-check", str(ko), str(en)])
    assert left.value.code == code
    assert capsys.readouterr().err.startswith("E-")


@pytest.mark.parametrize("seed", range(20))
def test_any_two_texts_are_compared(seed):
    """Halves of texts that have nothing to do with each other give differences whose words stand at their spans."""
    chance = random.Random(seed)
    texts = scoring.texts("second")
    ko, en = chance.choice(texts)["ko"], chance.choice(texts)["en"]
    ko, en = ko[chance.randrange(len(ko)) :], en[: chance.randrange(len(en))]
    for one in drift(ko, en):
        assert ko[one.ko.start : one.ko.end] == one.ko.text
        assert en[one.en.start : one.en.end] == one.en.text
