"""Who tells what in a text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosik.claims.dates import find_dates
from sosik.claims.speakers import Tellers, find_retellings, find_tellers
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan, text_hash

DAY = date(2024, 11, 13)

COUNTED = [
    (Lang.en, "Two men drowned, a source in Onsong said.", ["a source in Onsong"]),
    (Lang.en, "Two men drowned, said a trader who saw it.", ["a trader"]),
    (Lang.en, "According to a woman who sells shoes there, the market is shut.", ["a woman"]),
    (Lang.en, "A trader said two drowned. The trader added that one was a boy. He wept, he said.", ["A trader"]),
    (Lang.en, "A source said two drowned. Another source, who trades there, said three.", ["A source", "Another source"]),
    (Lang.en, "A resident said two drowned. Another resident, a cook, said three.", ["A resident", "Another resident"]),
    (Lang.en, "One resident said two drowned. Another said three.", ["One resident", "Another"]),
    (Lang.en, "Two sources told us of it. One of the sources wept; the other said nothing was left.", ["Two sources", "Two sources"]),
    (Lang.en, "A source said two drowned. According to another source, three did. The first source added a name.", ["A source", "another source"]),
    (Lang.en, "Kim Ok-sun, a farmer, told us that two drowned. Kim said one was a boy.", ["Kim Ok-sun"]),
    (Lang.en, "I was at the river when two drowned. My cousin said that the ice was thin.", ["I"]),
    (Lang.en, "CALL LOG. Caller: driver. Two dead at the bridge. A guard said nothing.", ["driver"]),
    (Lang.en, 'A teacher: "Two starved." A cook: "It was three."', ["A teacher", "A cook"]),
    (Lang.en, "A man who gave his name as Choe said that two drowned.", ["A man"]),
    (Lang.en, "A soldier saw it. Two drowned, he said.", ["A soldier"]),
    (Lang.en, "Two drowned, sources in Onsong say.", ["sources in Onsong"]),
    (Lang.en, "Two drowned, the Joint Chiefs of Staff said. No shots were fired, a spokesman added.", []),
    (Lang.en, "The ministry said that two drowned, according to a statement.", []),
    (Lang.en, "It is said that two drowned. People say that it was three.", []),
    (Lang.en, "A nurse told us two died. Her brother told her that they were beaten.", ["A nurse"]),
    (Lang.ko, "두 명이 숨졌다고 함경북도 소식통이 전했다.", ["함경북도 소식통"]),
    (Lang.ko, "한 상인은 두 명이 숨졌다고 말했다. 상인은 한 명이 더 있다고 덧붙였다.", ["한 상인"]),
    (Lang.ko, "소식통은 두 명이 숨졌다고 전했다. 또 다른 소식통은 세 명이라고 말했다. 앞의 소식통은 이름을 밝혔다.", ["소식통", "또 다른 소식통"]),
    (Lang.ko, "현지 소식통에 따르면 두 명이 숨졌다. 그는 한 명이 더 있다고 전했다.", ["현지 소식통"]),
    (Lang.ko, "주민 A씨는 두 명이 숨졌다고 말했다. 주민 B씨는 세 명이라고 말했다. A씨는 울었다고 했다.", ["주민 A씨", "주민 B씨"]),
    (Lang.ko, "내부 소식통과 현지 주민에 따르면 두 명이 숨졌다.", ["내부 소식통과 현지 주민", "내부 소식통과 현지 주민"]),
    (Lang.ko, "한 주민은 총소리를 들었다고 했다. 다른 주민은 보지 못했다고 했다.", ["한 주민", "다른 주민"]),
    (Lang.ko, "한 주민은 두 명이 숨졌다고 전했다. 의사는 물만 먹이라고 했다.", ["한 주민"]),
    (Lang.ko, "나는 총소리를 들었다. 옆집 사람이 두 명이 숨졌다고 말했다.", ["나"]),
    (Lang.ko, "합동참모본부는 두 명이 넘어왔다고 밝혔다. 대변인은 총격은 없었다고 덧붙였다.", []),
    (Lang.ko, "지시문에 따르면 다음 달 철조망을 설치한다.", []),
    (Lang.ko, "통화 기록. 상대: 주민(여). 두 명 사망.", ["주민(여)"]),
    (Lang.ko, "두 명이 숨졌다는 소문이 시장에 퍼지고 있다.", []),
]  # fmt: skip


def _tellers(text: str, lang: Lang) -> Tellers:
    return find_tellers(text, lang, find_dates(text, lang, DAY))


def _who(text: str, lang: Lang, words: str) -> str | None:
    start = text.index(words)
    return _tellers(text, lang).speaker_of(TextSpan(start, start + len(words)))


@pytest.mark.parametrize(("lang", "text", "labels"), COUNTED)
def test_each_person_who_tells_is_one_speaker(lang: Lang, text: str, labels: list[str]) -> None:
    """Persons who tell are counted once each; outlets, bodies, papers and talk are not, nor kin who told the teller."""
    assert [one.label for one in _tellers(text, lang).speakers] == labels


@pytest.mark.parametrize(
    ("lang", "text", "words", "teller"),
    [
        (Lang.en, "Two drowned. One was a boy, a source said.", "Two drowned", "p1"),
        (Lang.en, "A source said two drowned. One was a boy.", "One was", "p1"),
        (Lang.en, "A source said two drowned. A trader said three froze.", "three froze", "p2"),
        (Lang.en, "A source said two drowned. One was a boy. A trader said three froze.", "One was", "p1"),
        (Lang.en, "A source said two drowned. A trader said three froze.\n\nMore fled.", "More fled", "p2"),
        (Lang.en, "A source said two drowned. A spokesman said none had.\n\nMore fled.", "More fled", "p1"),
        (Lang.en, "Two drowned, a source said, and three froze, said a trader.", "three froze", "p2"),
        (Lang.en, "A source sent us this list:\n- two drowned\n- three froze", "three froze", "p1"),
        (
            Lang.en,
            "A source said two drowned. The city's health office denies that anybody died.",
            "anybody died",
            None,
        ),
        (Lang.en, 'A source said two drowned.\n\n"Three froze. One fled," a trader told us.', "Three froze", "p2"),
        (Lang.ko, "두 명이 숨졌다. 세 명이 다쳤다고 소식통이 전했다.", "두 명", "p1"),
        (Lang.ko, '소식통은 "두 명이 숨졌다"고 전했다. 한 상인은 세 명이 다쳤다고 말했다.', "세 명", "p2"),
        (Lang.ko, "소식통은 두 명이 숨졌다고 전했다. 대변인은 총격은 없었다고 부인했다.", "총격", None),
    ],
)
def test_words_belong_to_who_tells_them(lang: Lang, text: str, words: str, teller: str | None) -> None:
    """Words are their teller's until another tells; what comes first belongs to the first who tells; a body's are nobody's."""
    assert _who(text, lang, words) == teller


def test_a_telling_bears_its_day() -> None:
    """The day on which it was told stands with the telling."""
    text = "A source told us on Monday that two drowned. Another source said three froze."
    first, second = _tellers(text, Lang.en).tellings

    assert first.told is not None
    assert first.told.span.words(text) == "Monday"
    assert first.verb.words(text) == "told"
    assert (first.speaker, second.speaker, second.told) == ("p1", "p2", None)


@pytest.mark.parametrize(
    ("lang", "text", "outlets"),
    [
        (Lang.en, "Tumen Wire has learned that two drowned, a source told Tumen Wire.", ["Tumen Wire"]),
        (Lang.en, "According to the Yalu Daily, two drowned.", ["Yalu Daily"]),
        (Lang.en, "According to a source in Onsong County, two drowned.", []),
        (Lang.en, "The Provincial Committee reported that two drowned.", []),
        (Lang.ko, "압록신문에 따르면 두 명이 숨졌다.", ["압록신문"]),
        (Lang.ko, "강변통신은 두 명이 숨졌다고 보도했다.", ["강변통신"]),
        (Lang.ko, "소식통에 따르면 두 명이 숨졌다.", []),
    ],
)
def test_an_outlet_named_as_source_is_retold(lang: Lang, text: str, outlets: list[str]) -> None:
    """An outlet that reported or was told is named once; a source, a place or a body is none."""
    found = find_retellings(text, lang)

    assert [one.outlet for one in found] == outlets
    assert all(one.span.words(text) == one.outlet for one in found)


_PIECES = st.sampled_from(
    'a the another two one of source trader Kim said told us according to , . " “ ” and he I who first Daily News Monday 소식통 은 는 이 한 또 다른'
    " 전했다 말했다고 에 따르면 그는 6일 본지에 \n 통화 기록".split(" ")
)


@given(st.text(max_size=300) | st.lists(_PIECES, max_size=40).map(" ".join), st.sampled_from(Lang))
def test_any_text_has_tellers_or_none(text: str, lang: Lang) -> None:
    """No text breaks it: ids are in order of appearance, every mention holds words of the text, every telling has a speaker."""
    tellers = _tellers(text, lang)
    ids = [one.id for one in tellers.speakers]

    assert ids == [f"p{number}" for number in range(1, len(ids) + 1)]
    for one in tellers.speakers:
        assert one.mentions
        assert all(span.end <= len(text) and span.sha256 == text_hash(text) for span in one.mentions)
        assert one.label == " ".join(one.mentions[0].words(text).split())
    for telling in tellers.tellings:
        assert telling.speaker in ids
        assert telling.span.end <= len(text)
    for at in range(0, len(text), 7):
        assert tellers.speaker_of(TextSpan(at, at + 1)) in {None, *ids}
    for retold in find_retellings(text, lang):
        assert retold.span.words(text) == retold.outlet
