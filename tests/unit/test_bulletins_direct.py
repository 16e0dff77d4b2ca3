"""Direct identifiers are found in every written form, all mentions of them, and what only looks like one is left alone."""

import pytest

from sosik.bulletins.disclosure.direct import direct
from sosik.bulletins.policy import Policy
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.values.text import detect

FORMS = [
    *[("phone", f"번호는 {form} 이다.", form) for form in (
        "010-2345-6789", "010 2345 6789", "010.2345.6789", "01023456789", "(010) 2345-6789", "+82 10-2345-6789", "+821023456789", "82-10-2345-6789",
        "０１０－２３４５－６７８９", "0\u200b10-23\u200b45-6789", "010–2345–6789", "010ㅡ2345ㅡ6789", "공일공 이삼사오 육칠팔구", "공일공에 이삼사오에 육칠팔구", "O1O-2345-6789",
        "010-2345-****", "02-312-4455", "031-555-0134", "139 1234 5678", "13912345678", "+86-139-1234-5678", "0433-2512345", "一三九 一二三四 五六七八",
        "+850 191 234 5678", "191-234-5678", "1912345678", "010-**2345**-6789", "&#48;10-2345-6789", "①③⑨ 1234 5678",
    )],
    ("phone", "Call zero one zero, two three four five, six seven eight nine.", "zero one zero, two three four five, six seven eight nine"),
    ("phone", "Dial plus eight six one three nine double four oh one two three four five.", "plus eight six one three nine double four oh one two three four five"),
    *[("id-number", f"{lead} {form}", form) for lead, form in (
        ("주민번호", "850312-1234567"), ("주민등록번호", "850312-1******"), ("공민증 번호는", "함북 12345-67890"), ("당증 번호", "1234567"), ("여권번호", "M12345678"),
        ("Her passport number is", "654120987"), ("party card no.", "0345671"), ("ID card", "222405198503121234"), ("IMEI", "35-693803-564380-9"), ("the handset,", "356938035643809"), ("SIM", "8986012345678901234"),
    )],
    *[("bank-account", f"{lead} {form}", form) for lead, form in (
        ("계좌번호", "352-0123-4567-83"), ("국민은행", "123456-04-123456"), ("Bank of China card", "6217 8600 0012 3456 789"), ("account number", "110-234-567890"),
    )],
    *[("coordinate", f"It lies at {form} now.", form) for form in (
        "42.2261, 129.2084", "42.22 129.21", "42.2261N 129.2084E", "42°13'34\"N 129°12'30\"E", "42°13′34″N", "N42°13.567'", "42 13 34 N", "52TDN 12345 67890", "52TDN1234567890",
        "52T 481234 4675321", "8Q7XFW2H+3C", "geo:42.2261,129.2084", "https://maps.app.goo.gl/AbCdEf123", "https://www.google.com/maps/@42.2261,129.2084,15z", "https://naver.me/xAbCd12", "///filled.count.soap",
        "forty-two degrees thirteen minutes north", "북위 42도 13분 34초", "동경 129.2084도",
    )],
    *[("messenger", form, form) for form in (
        "minnow77@example.org", "minnow77 (at) example (dot) org", "minnow77@example．org", "https://t.me/minnow_77", "wxid_92kd82k", "@minnow_77",
    )],
    *[("messenger", f"{lead} {form}", form) for lead, form in (
        ("카톡 아이디", "minnow_0909"), ("위챗 ID:", "tumen1987"), ("Signal:", "robin.42"), ("QQ", "284771903"), ("Add her on WeChat (id", "tumen1987"), ("이메일은", "kim77골뱅이example.com"),
    )],
    *[("plate", f"{lead} {form}", form) for lead, form in (
        ("A car,", "12가3456"), ("A van,", "吉H·A1234"), ("A truck,", "함북 31-4455"), ("트럭", "평양 12-3456"), ("a van with licence plate", "Pyongyang 12-3456"),
    )],
    *[("address", f"{lead} {form}", form) for lead, form in (
        ("혜산시", "혜명동 15인민반"), ("무산읍", "27인민반 3층 2호"), ("그는", "강안동 12반"), ("They live at", "House 14, inminban 32"), ("It is", "4th floor, flat 2"), ("in", "people's unit 27"), ("역전동", "아파트 3현관 5층 2호"),
    )],
]  # fmt: skip
NAMES = [
    *[(f"{name} was taken at night.", name) for name in (
        "Kim Yong-hui", "Kim Yŏng-hŭi", "Ch’oe Ch’ŏl-su", "PAK Chol Su", "Yong-hui Kim", "Zhang Wei", "Li Xiaoming", "An Song Hui", "No Kum Chol", "O Kyong-nam", "Jeong Seung-woo", "Ryu Myong Guk", "Chol-su",
    )],
    *[(text, name) for text, name in (
        ("the trader, Pak Chol Su, 43, left", "Pak Chol Su"), ("a smuggler called Lao Wang", "Lao Wang"), ("Comrade Ho left", "Ho"), ("her daughter Un-byol", "Un-byol"), ("Ri Hye-sun's house", "Ri Hye-sun"),
        ("김영희 씨가 붙잡혔다", "김영희"), ("박철수(43)는 집을 나갔다", "박철수"), ("리혜순은 집을 나갔다", "리혜순"), ("무역상 최광남의 집", "최광남"), ("경비대 군관 허철", "허철"), ("정모 씨가 왔다", "정모"), ("강 씨가 왔다", "강"),
        ("남궁혁 씨", "남궁혁"), ("짐꾼은 백옥란이었다", "백옥란"), ("순옥이네 집", "순옥"), ("李明哲이라는 사람", "李明哲"), ("왕리(42)라는 화교", "왕리"),
    )],
]  # fmt: skip
PUBLIC = [
    "Kim Jong Un visited a farm.", "Kim Jong-un's regime", "Choi Sun-hee and Choe Ryong-hae met Xi Jinping.", "Foreign Minister Choe Son Hui spoke.", "김정은 총비서가 왔다.", "최선희 외무상과 조용원 비서가 왔다.", "이재명 대통령은 말했다.",
    "The Han River and the Song dynasty.", "정치범 수용소의 지배인은 조선인 노동자를 불렀다.", "고양이와 소나무, 옥수수가 있다.", "홍길동 기자",
]  # fmt: skip
NUMBERS = ["2023.10.11 10:30", "쌀 1kg에 5,800원이다.", "12,345 people in 2023", "기온은 영하 12.5도였다.", "from 1995 to 2005", "주민 123명이 3일 뒤 25톤을 옮겼다.", "1,234,567 won"]  # fmt: skip


def found(text):
    return list(direct(text, detect(text), Policy.shipped().public_names, Gazetteer.shipped()))


@pytest.mark.parametrize(("rule", "text", "words"), FORMS, ids=[f"{rule}: {words!a}" for rule, _, words in FORMS])
def test_every_written_form_is_found(rule, text, words):
    """The identifier is found whole, at its own characters, under its rule."""
    at = text.index(words)
    assert [one.rule for one in found(text) if one.start <= at and at + len(words) <= one.end + 2] == [rule]


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[name for _, name in NAMES])
def test_names_of_private_people_are_found(text, name):
    """In every romanisation, in Hangul and in Chinese characters."""
    at = text.index(name)
    assert any(one.rule == "person-name" and one.start <= at and at + len(name) <= one.end for one in found(text))


@pytest.mark.parametrize("text", [*PUBLIC, *NUMBERS])
def test_what_is_public_or_only_a_number_is_left_alone(text):
    """Public persons in any romanisation, common words in the shape of a name, prices, dates and weather."""
    assert found(text) == []


def test_every_mention_is_listed():
    """The full name again, the surname alone, the given name alone: each where it stands."""
    text = "Kim Yong-hui ran. Kim fell. Yong-hui rose.\n\n김영희가 뛰었다. 영희는 일어났다. 김영희."
    assert [text[one.start : one.end] for one in found(text)] == [
        "Kim Yong-hui",
        "Kim",
        "Yong-hui",
        "김영희",
        "영희",
        "김영희",
    ]


@pytest.mark.parametrize("join", ["\u200b", "\u200d", "\u00ad", "\ufeff", "\u2060"])
def test_what_is_not_seen_hides_nothing(join):
    """Invisible characters between all the letters of a number, a name or an address of mail change nothing."""
    for words in ("010-2345-6789", "minnow77@example.org", "김영희"):
        text = f"번호 {join.join(words)} 씨"
        assert [text[one.start : one.end].replace(join, "") for one in found(text)] == [words]
