"""People in accounts: wording -> outcome and count, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosik.claims.people import find_victims
from sosik.claims.people.numbers import parse_number
from sosik.claims.people.quantities import vague_counts
from sosik.values.quantity import Count
from sosik.values.text import Lang

EXACT = [
    ("Four miners were killed and seven were injured.", [("killed", 4, 4), ("injured", 7, 7)]),
    ("The blast left three dead and four hurt.", [("killed", 3, 3), ("injured", 4, 4)]),
    ("A clash ended with 9 smugglers and 2 guards dead.", [("killed", 9, 9), ("killed", 2, 2)]),
    ("Six people were killed or wounded by a blast.", [("killed_or_injured", 6, 6)]),
    ("Five herders were wounded or killed.", [("killed_or_injured", 5, 5)]),
    ("The killing of six brokers was not announced.", [("killed", 6, 6)]),
    ("The death of a boy was kept quiet.", [("killed", 1, 1)]),
    ("A woman was shot dead at the river.", [("killed", 1, 1)]),
    ("A guard shot a man dead.", [("killed", 1, 1)]),
    ("Soldiers shot dead two women.", [("killed", 2, 2)]),
    ("The guards beat a trader to death.", [("killed", 1, 1)]),
    ("A patrol killed three people and arrested 12 others.", [("killed", 3, 3), ("detained", 12, 12)]),
    ("The fire claimed six lives.", [("killed", 6, 6)]),
    ("The flood took the lives of five loggers.", [("killed", 5, 5)]),
    ("Three more died on the way.", [("killed", 3, 3)]),
    ("The body of a man was found.", [("killed", 1, 1)]),
    ("His brother was arrested.", [("detained", 1, 1)]),
    ("They took five people with them.", [("detained", 5, 5)]),
    ("Chinese police sent thirty-one women back.", [("repatriated", 31, 31)]),
    ("Eleven miners are still missing.", [("missing", 11, 11)]),
    ("The fate of the other three is unknown.", [("missing", 3, 3)]),
    ("A married couple took their own lives.", [("killed", 2, 2)]),
    ("A family of five froze to death.", [("killed", 5, 5)]),
    ("A mother and her two children were killed.", [("killed", 1, 1), ("killed", 2, 2)]),
    ("Two of the eight hikers died; the rest came home.", [("killed", 2, 2)]),
    ("Twelve rebels, including three women, were captured.", [("detained", 12, 12)]),
    ("Pak Chol Su, 33, died in the cells.", [("killed", 1, 1)]),
    ("A student, Kim Un Jong, was executed.", [("killed", 1, 1)]),
    ("At least ten people were arrested.", [("detained", 10, None)]),
    ("More than 100 people were detained.", [("detained", 101, None)]),
    ("Up to 20 workers were killed.", [("killed", 0, 20)]),
    ("Fewer than ten people died.", [("killed", 0, 9)]),
    ("Between fifteen and eighteen children died.", [("killed", 15, 18)]),
    ("Dozens were killed.", [("killed", 24, None)]),
    ("Several people were hurt.", [("injured", 2, None)]),
    ("Half a dozen players were arrested.", [("detained", 6, 6)]),
    ("The death toll rose to 14.", [("killed", 14, 14)]),
    ("The paper puts the number of people arrested at 118.", [("detained", 118, 118)]),
    ("The number of traders arrested is 40; fifty-two were fined.", [("detained", 40, 40)]),
    ("A boy stepped on a mine and lost a foot.", [("injured", 1, 1)]),
    ("A man was beaten and died of it.", [("killed", 1, 1)]),
    ("Six priests -- five old men and one young -- and two women were killed.", [("killed", 6, 6), ("killed", 2, 2)]),
    ("One soldier died and another was wounded.", [("killed", 1, 1), ("injured", 1, 1)]),
    ("Thirteen people, most of them women, were deported.", [("repatriated", 13, 13)]),
    ("The flood affected 5,000 people, 12 of whom died.", [("killed", 12, 12)]),
    ("At 10:30 a.m. three men were arrested.", [("detained", 3, 3)]),
    ("A chief was killed along with two of his bodyguards.", [("killed", 1, 1), ("killed", 2, 2)]),
    ("Thirty people are dead or missing.", [("unknown", 30, 30)]),
    ("The couple were executed.", [("killed", 2, 2)]),
    (
        "여성 3명과 남성 2명이 체포돼 처형됐다.",
        [("detained", 3, 3), ("killed", 3, 3), ("detained", 2, 2), ("killed", 2, 2)],
    ),
    ("100명 이상의 주민이 끌려갔다.", [("detained", 100, None)]),
    ("두 청년이 강을 건너다 익사했다.", [("killed", 2, 2)]),
    ("사망 3명, 실종 2명, 부상 10명.", [("killed", 3, 3), ("missing", 2, 2), ("injured", 10, 10)]),
    ("1,500여 명이 죽거나 실종됐다.", [("unknown", 1500, 1599)]),
    ("광부 3명이 숨지고 8명이 다쳤다.", [("killed", 3, 3), ("injured", 8, 8)]),
    ("군인 3명과 여성 1명이 숨졌다.", [("killed", 3, 3), ("killed", 1, 1)]),
    ("7명이 죽거나 다쳤다.", [("killed_or_injured", 7, 7)]),
    ("5명의 사상자가 났다.", [("killed_or_injured", 5, 5)]),
    ("사상자 열두 명이 났다.", [("killed_or_injured", 12, 12)]),
    ("6명의 사망이 확인됐다.", [("killed", 6, 6)]),
    ("한 여성이 숨졌다.", [("killed", 1, 1)]),
    ("그의 동생이 체포됐다.", [("detained", 1, 1)]),
    ("보위부가 주민 5명을 구금했다.", [("detained", 5, 5)]),
    ("보위원 2명이 집에 들이닥쳐 아내를 끌고 갔다.", [("detained", 1, 1)]),
    ("탈북민 22명을 강제 송환했다.", [("repatriated", 22, 22)]),
    ("숨진 사람은 모두 다섯 명이다.", [("killed", 5, 5)]),
    ("10명 가운데 6명은 헤엄쳐 나왔고 3명이 숨졌으며 1명은 실종됐다.", [("killed", 3, 3), ("missing", 1, 1)]),
    ("부부가 스스로 목숨을 끊었다.", [("killed", 2, 2)]),
    ("세 모녀가 굶어 죽었다.", [("killed", 3, 3)]),
    ("남편과 아내가 함께 체포됐다.", [("detained", 1, 1), ("detained", 1, 1)]),
    ("짐꾼 2명 체포.", [("detained", 2, 2)]),
    ("세 명 이상이 동상을 입었다.", [("injured", 3, None)]),
    ("최대 15명이 체포됐다.", [("detained", 0, 15)]),
    ("최소 5명이 굶어 죽었다.", [("killed", 5, None)]),
    ("35~40명이 체포됐다.", [("detained", 35, 40)]),
    ("서너 명이 실종됐다.", [("missing", 3, 4)]),
    ("10여 명이 연행됐다.", [("detained", 10, 19)]),
    ("수십 명이 목숨을 잃었다.", [("killed", 20, 99)]),
    ("시신 세 구가 발견됐다.", [("killed", 3, 3)]),
]

NOBODY = [
    "About 200 soldiers were deployed to the border.",
    "Ten people saw the lorry burn.",
    "Thirty families were banished.",
    "Rice cost 9,400 won, 12 per cent more; the rate is 149.0 per 100,000.",
    "Seven houses were destroyed and five cows were killed.",
    "Those who crossed will be shot, a notice says.",
    "인구 10만 명당 결핵 사망자 비율은 149.0명이다.",
    "군인 200명이 국경에 배치됐다.",
    "열네 가구가 추방됐다.",
    "청년 둘이 강을 건너 사라졌다.",
    "Two pistols were seized and six parcels were sent back.",
    "The camp holds 3,000 prisoners.",
    "Not all of the twelve were hurt.",
    "소 두 마리가 죽었다.",
    "살아남은 3명은 병원으로 옮겨졌다.",
    "가족 중 한 사람만 살아남고 모두 숨졌다.",
    "주민 50여 명이 처형을 목격했다.",
    "하루에 두세 명씩 굶어 죽는다.",
]


def found(text: str) -> list[tuple[str, int, int | None]]:
    lang = Lang.ko if any("가" <= char <= "힣" for char in text) else Lang.en
    return [(str(m.quantity.outcome), m.quantity.count.min, m.quantity.count.max) for m in find_victims(text, lang)]


@pytest.mark.parametrize(("text", "expected"), EXACT)
def test_wording_gives_outcome_and_count(text, expected):
    """Each wording is read as these outcomes with these counts, and as nothing else."""
    assert found(text) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_who_did_not_come_to_harm_is_no_victim(text):
    """Rates, prices, households, beasts, witnesses and those who got across are nobody's victims."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Nobody was killed or hurt.", {"killed_or_injured"}),
        ("None of them died.", {"killed"}),
        ("Neither was hurt.", {"injured"}),
        ("No casualties were reported.", {"killed_or_injured"}),
        ("The fire killed no one.", {"killed"}),
        ("죽거나 다친 사람은 없었다.", {"killed_or_injured"}),
        ("다친 사람은 없다.", {"injured"}),
        ("두 명 모두 다치지 않았다.", {"injured"}),
        ("인명 피해는 없었다.", {"killed_or_injured"}),
        ("아무도 체포되지 않았다.", {"detained"}),
    ],
)
def test_a_denied_harm_counts_nought(text, outcomes):
    """That nobody suffered something is a count of nought, marked as negated."""
    mentions = find_victims(text, Lang.ko if text[0] >= "가" else Lang.en)

    assert {str(m.quantity.outcome) for m in mentions} == outcomes
    assert all(m.negated and m.quantity.count == Count.exactly(0) for m in mentions)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nine workers were on the raft when it sank. All nine drowned.", Lang.en),
        ("Nine workers drowned. All nine had been on one raft; all of them died.", Lang.en),
        ("Nine workers were on the raft, all of whom drowned.", Lang.en),
        ("대원 아홉 명이 숨졌다. 아홉 명 전원이 숨졌다고 한다.", Lang.ko),
        ("대원 아홉 명이 천막에 있었다. 전원이 숨졌다.", Lang.ko),
    ],
)
def test_a_number_that_is_repeated_counts_once(text, lang):
    """ "All nine" stands for the nine named before and adds nothing to them."""
    assert [m.quantity.count for m in find_victims(text, lang)] == [Count.exactly(9)]


@pytest.mark.parametrize(
    ("text", "sex", "age"),
    [
        ("A 42-year-old man was executed.", "male", 42),
        ("A woman of 71 froze to death.", "female", 71),
        ("A corporal was killed when he stepped on a mine.", "male", None),
        ("Pak Chol Su, 33, died. He had been ill.", "male", 33),
        ("Two sisters were arrested.", "female", None),
        ("A boy of about twelve drowned.", "male", None),
        ("A mother of three starved to death.", "female", None),
        ("A grandfather of 68 was killed.", "male", 68),
        ("A couple in their fifties died.", None, None),
        ("74세 여성이 얼어 죽었다.", "female", 74),
        ("스물네 살 남성이 체포됐다.", "male", 24),
        ("처녀 1명, 스무 살, 빠져 죽음.", "female", 20),
        ("김모(45) 씨가 구타로 사망했다.", None, 45),
        ("30대 남성이 숨졌다.", "male", None),
    ],
)
def test_sex_and_age_where_the_words_say_them(text, sex, age):
    """Sex and age stand only where the words, or a pronoun for the same person, state them."""
    (mention,) = find_victims(text, Lang.ko if any("가" <= char <= "힣" for char in text) else Lang.en)

    assert (mention.sex, mention.age) == (sex, age)


@pytest.mark.parametrize(
    ("text", "lang", "total"),
    [
        ("So far this year 17 inmates have died.", Lang.en, True),
        ("At least 30 people have been executed since January.", Lang.en, True),
        ("Two men have been missing since Monday.", Lang.en, False),
        ("Hundreds starved to death in the second half of 2020.", Lang.en, False),
        ("올해 들어 지금까지 브로커 63명이 체포됐다.", Lang.ko, True),
        ("상반기에 열병으로 숨진 사람이 모두 48명이다.", Lang.ko, True),
        ("지난해 11월 모두 3명이 숨졌다.", Lang.ko, False),
    ],
)
def test_a_running_total_is_marked(text, lang, total):
    """A sum "so far" or over a period is a total over many events; a state that lasts is not."""
    assert [m.is_total for m in find_victims(text, lang)] == [total]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Five would-be defectors were wounded or killed.", "would-be defectors"),
        ("Police killed two North Korean smugglers.", "North Korean smugglers"),
        ("광부 3명이 숨졌다.", "광부"),
    ],
)
def test_the_group_is_in_the_words_of_the_text(text, group):
    """Who they were is kept as the text writes it."""
    (mention,) = find_victims(text, Lang.ko if text[0] >= "가" else Lang.en)

    assert mention.group == group
    assert group in mention.span.words(text)


def test_the_teller_is_no_victim():
    """Who tells of an arrest is not the one arrested."""
    assert found("A man who sells shoes said that a trader was arrested.") == [("detained", 1, 1)]
    assert found("한 주민은 남편이 체포됐다고 말했다.") == [("detained", 1, 1)]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("at least twenty-three", Count.at_least(23)),
        ("more than 1,200", Count.at_least(1201)),
        ("no more than six", Count.between(0, 6)),
        ("three to five", Count.between(3, 5)),
        ("3-5", Count.between(3, 5)),
        ("two dozen", Count.exactly(24)),
        ("a dozen", Count.exactly(12)),
        ("half a dozen", Count.exactly(6)),
        ("about 40", Count.exactly(40)),
        ("ten or more", Count.at_least(10)),
        ("tens of thousands", Count.at_least(20_000)),
    ],
)
def test_english_bounds(words, count):
    """The words before and behind a number say which of its ends stand."""
    assert parse_number(words, Lang.en) == count


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("서너 명", Count.between(3, 4)),
        ("두세 명", Count.between(2, 3)),
        ("대여섯", Count.between(5, 6)),
        ("여러 명", Count.at_least(2)),
        ("10여 명", Count.between(10, 19)),
        ("20여 명", Count.between(20, 29)),
        ("수백 명", Count.between(200, 999)),
        ("35~40명", Count.between(35, 40)),
        ("3-4명", Count.between(3, 4)),
        ("5명 이상", Count.at_least(5)),
        ("10명 미만", Count.between(0, 9)),
        ("10명 이하", Count.between(0, 10)),
        ("최대 15명", Count.between(0, 15)),
        ("최소 5명", Count.at_least(5)),
        ("1만 2천 명", Count.exactly(12_000)),
        ("약 40명", Count.exactly(40)),
    ],
)
def test_korean_bounds(words, count):
    """The same in Korean, with the vague numbers of the table."""
    assert parse_number(words, Lang.ko) == count


def test_the_vague_numbers_are_those_of_the_design():
    """several, dozens, 수십 and 수백 hold the ranges that the design fixes."""
    assert vague_counts(Lang.en)["several"] == Count.at_least(2)
    assert vague_counts(Lang.en)["dozens"] == Count.at_least(24)
    assert vague_counts(Lang.ko)["수십"] == Count.between(20, 99)
    assert vague_counts(Lang.ko)["수백"] == Count.between(200, 999)


_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int, joiner: str) -> str:
    """The English words, by the plain rule; ``joiner`` stands after a hundred."""
    if number < 20:
        return _UNITS[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_UNITS[number % 10]}" if number % 10 else "")
    size, word = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = number % size
    link = joiner if size == 100 or rest < 100 else " "
    return f"{spelled(number // size, joiner)} {word}" + (f"{link}{spelled(rest, joiner)}" if rest else "")


def sino(number: int) -> str:
    """The Sino-Korean words: 이천삼백사십오."""
    digits = "영일이삼사오육칠팔구"
    if number == 0:
        return "영"
    out = ""
    for size, name in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            out += ("" if digit == 1 and name else digits[digit]) + name
    return out


def native(number: int) -> str:
    """The native Korean words below a hundred, before a counter."""
    tens = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"]
    units = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"]
    return "스무" if number == 20 else tens[number // 10] + units[number % 10]


def test_every_number_is_read_as_it_is_spelled():
    """From 0 to 9999, English with and without "and", Sino-Korean, digits; native Korean below a hundred."""
    wrong = [
        number
        for number in range(10_000)
        if {
            parse_number(spelled(number, " and "), Lang.en),
            parse_number(spelled(number, " "), Lang.en),
            parse_number(f"{number:,}", Lang.en),
            parse_number(sino(number), Lang.ko),
            parse_number(f"{number}명", Lang.ko),
        }
        != {Count.exactly(number)}
    ]
    assert wrong == []
    assert [n for n in range(1, 100) if parse_number(f"{native(n)} 명", Lang.ko) != Count.exactly(n)] == []


_WORDS = st.sampled_from(
    "five a man men were killed or wounded and no one at least - , . ; who the dead arrested sent back 1,200 (33) he all nine"
    " 명 다섯 3명이 숨졌다 죽거나 다쳤다 주민 한 여성이 체포됐다 사상자 없다 전원이 10여 최소 이상 이 고 \n".split(" ")
)


@given(st.lists(st.one_of(_WORDS, st.text(max_size=6)), max_size=40).map(" ".join), st.sampled_from(Lang))
def test_any_text_is_read_and_every_span_lies_in_it(text, lang):
    """Nothing crashes, spans lie in the text and come in order, and nobody is counted below nought."""
    mentions = find_victims(text, lang)

    assert all(m.span.end <= len(text) and m.span.words(text) for m in mentions)
    assert all(m.outcome_span is None or m.outcome_span.end <= len(text) for m in mentions)
    assert list(mentions) == sorted(mentions, key=lambda m: m.span)
    assert all(m.quantity.count == Count.exactly(0) for m in mentions if m.negated)


@given(st.integers(1, 9999))
def test_the_count_of_a_sentence_is_the_number_in_it(number):
    """Whatever the number, as many were killed as the sentence says."""
    assert found(f"{spelled(number, ' and ').capitalize()} {'miners were' if number > 1 else 'miner was'} killed.") == [
        ("killed", number, number)
    ]
    assert found(f"주민 {number:,}명이 숨졌다.") == [("killed", number, number)]
