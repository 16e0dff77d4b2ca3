"""How many people tell something in a Korean text, and whose words are whose."""

from datetime import date

import pytest

from sosik.claims.dates import find_dates
from sosik.claims.speakers import find_tellers
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

DAY = date(2024, 11, 13)
COUNTED = [
    (1, "함경북도 소식통은 세 명이 숨졌다고 전했다. 그는 한 명이 더 있다고 덧붙였다."),
    (2, "함경북도 소식통은 세 명이 숨졌다고 전했다. 또 다른 소식통은 네 명이라고 말했다."),
    (2, "함경북도 소식통은 세 명이 숨졌다고 전했다. 또 다른 소식통은 네 명이라고 말했다. 이 소식통은 이름도 밝혔다."),
    (1, "이 관계자는 세 명이 숨졌다고 말했다."),
    (1, "현지 관계자는 세 명이 숨졌다고 말했다. 이 관계자는 시신이 없다고 덧붙였다."),
    (2, "량강도 소식통은 혜산에서 두 명이 체포됐다고 전했다. 함경북도 소식통은 회령에서 세 명이 체포됐다고 전했다."),
    (2, "량강도의 한 소식통에 따르면 두 명이 체포됐다. 다른 소식통에 의하면 세 명이다."),
    (0, "조선중앙통신은 세 명이 숨졌다고 보도했다."),
    (0, "통일부 당국자는 확인해 줄 수 없다고 말했다."),
    (0, "외교부 대변인은 사실이 아니라고 밝혔다."),
    (1, "회령에 사는 한 주민은 세 명이 숨졌다고 말했다. 이 주민은 시신을 봤다고 했다."),
    (2, "회령의 한 주민은 세 명이 숨졌다고 말했다. 무산의 한 주민은 두 명이라고 했다."),
    (1, "중국에 있는 무역업자 A씨는 22명이 북송됐다고 말했다. A씨는 버스를 봤다고 덧붙였다."),
    (2, "탈북민 김모 씨는 세 명이 처형됐다고 증언했다. 박모 씨도 같은 장면을 봤다고 증언했다."),
    (1, '한 탈북민은 "세 명이 처형되는 것을 봤다"고 증언했다.'),
    (1, "나는 강가에서 세 명이 총에 맞는 것을 봤다. 남편이 소문을 들었다고 했다."),
    (1, "저는 그날 교화소에 있었습니다. 두 명이 죽었습니다."),
    (1, "통화 기록. 통화자: 운전사. 트럭이 굴러 세 명이 죽었다고 함."),
    (1, '소식통은 "세 명이 숨졌다"면서 "시신은 강에 버려졌다"고 전했다.'),
    (1, '"세 명이 숨졌다"고 소식통은 전했다. "시신은 강에 버려졌다"고도 했다.'),
    (1, "세 명이 숨졌다는 것이 소식통의 전언이다."),
    (1, "소식통의 말을 종합하면 세 명이 숨졌다."),
    (1, "현지 사정에 밝은 한 대북 소식통은 세 명이 숨졌다고 귀띔했다. 소식통은 그 이상은 모른다고 했다."),
    (3, "첫 번째 소식통은 두 명이 숨졌다고 했다. 두 번째 소식통은 세 명이라고 했다. 세 번째 소식통은 모른다고 했다."),
    (2, "소식통 A는 두 명이 숨졌다고 전했다. 소식통 B는 세 명이라고 전했다. 소식통 A는 이름을 댔다."),
    (1, "간호사인 한 여성은 세 명이 숨졌다고 말했다. 그녀는 그날 근무했다고 한다."),
    (0, "두 명이 숨졌다는 소문이 돌고 있다."),
    (0, "사람들은 두 명이 숨졌다고 말한다."),
    (2, "한 병사의 아버지는 아들이 다쳤다고 말했다. 같은 부대 병사의 어머니는 두 명이 더 있다고 말했다."),
    (1, "보위부 사정을 아는 소식통은 20일 체포가 있었다고 전했다. 소식통에 따르면 체포된 사람은 셋이다."),
    (1, "데일리NK 함경북도 소식통은 세 명이 숨졌다고 전했다."),
    (2, "목격자 두 명은 총소리를 들었다고 말했다."),
    (1, "운전사에 따르면 트럭이 굴렀다. 이 운전사는 시신을 옮겼다고 한다."),
    (1, '소식통은 안전원이 "다 죽었다"고 말했다고 전했다.'),
    (2, "평안북도 소식통은 2명이 숨졌다고 전했다. 현지의 다른 소식통도 같은 내용을 확인했다."),
    (1, "황해남도의 한 주민 소식통은 전화 통화에서 두 명이 굶어 죽었다고 알려 왔다. 그는 이어 쌀값이 올랐다고 말했다."),
    (1, "익명을 요구한 소식통은 두 명이 숨졌다고 말했다. 익명의 소식통은 더 말하지 않았다."),
    (0, "노동신문은 7일 큰물로 두 명이 숨졌다고 보도했다. 신문은 복구가 끝났다고 전했다."),
    (1, "국경경비대 군관으로 근무하는 소식통은 지뢰를 묻었다고 말했다. 군관은 지도를 봤다고 덧붙였다."),
    (2, "한 상인은 두 명이 숨졌다고 말했다. 그의 동생은 세 명이라고 전했다."),
    (1, "현지 농장원은 두 명이 병으로 숨졌다고 전해 왔다."),
    (0, "합참 관계자는 신원을 확인 중이라고 말했다."),
]  # fmt: skip


def tellers(text):
    return find_tellers(text, Lang.ko, find_dates(text, Lang.ko, DAY))


@pytest.mark.parametrize(("number", "text"), COUNTED)
def test_each_person_who_tells_is_one(number, text):
    """The same one by a pronoun or by the noun again, another by "another"; bodies, outlets and talk are nobody."""
    speakers = tellers(text).speakers
    assert len(speakers) == number, [one.label for one in speakers]
    for one in speakers:
        assert all(span.words(text).strip() for span in one.mentions)


@pytest.mark.parametrize(
    ("text", "words", "teller"),
    [
        (
            "량강도 소식통은 두 명이 체포됐다고 전했다. 함경북도 소식통은 세 명이 숨졌다고 전했다.",
            "세 명",
            "함경북도 소식통",
        ),
        (
            "량강도 소식통은 두 명이 체포됐다고 전했다. 또 다른 소식통은 세 명이 숨졌다고 말했다. 앞의 소식통은 다섯 명이 더 있다고 했다.",
            "다섯 명",
            "량강도 소식통",
        ),
        ("첫 번째 소식통은 두 명이라고 했다. 두 번째 소식통은 세 명이라고 했다.", "세 명", "두 번째 소식통"),
        ("합참 관계자는 두 명이라고 말했다. 한 주민은 세 명이라고 말했다.", "세 명", "한 주민"),
    ],
)
def test_words_are_of_the_one_who_tells_them(text, words, teller):
    """A claim in them bears that speaker."""
    found = tellers(text)
    start = text.index(words)
    labels = {one.id: one.label for one in found.speakers}
    assert labels[found.speaker_of(TextSpan(start, start + len(words)))] == teller
