"""Dates in texts: what words of time name, what they count from and what they date."""

import itertools
import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosik.claims.dates import DateMention, DateRole, find_dates, find_unread_dates
from sosik.values.datespan import DateSpan
from sosik.values.edtf import read_period, read_span, write_period, write_span
from sosik.values.text import Lang
from sosik.values.textspan import text_hash

WEDNESDAY = date(2024, 11, 13)

ENGLISH = [
    ("It happened on 3 May 2023.", "3 May 2023", "2023-05-03"),
    ("It happened on the 3rd of May, 2023.", "the 3rd of May, 2023", "2023-05-03"),
    ("On Nov. 3, 2023, it happened.", "Nov. 3, 2023", "2023-11-03"),
    ("It happened on 2023-05-03.", "2023-05-03", "2023-05-03"),
    ("It happened on 03.05.2023.", "03.05.2023", "2023-05-03"),
    ("It happened on 25/05/2023.", "25/05/2023", "2023-05-25"),
    ("It happened in May.", "May", "2024-05"),
    ("It happened in December.", "December", "2023-12"),
    ("It happened this past September.", "this past September", "2024-09"),
    ("It happened in November last year.", "November last year", "2023-11"),
    ("It happened in early May.", "early May", "2024-05-01/2024-05-10"),
    ("It happened in mid-May.", "mid-May", "2024-05-11/2024-05-20"),
    ("It happened in late February.", "late February", "2024-02-21/2024-02-29"),
    ("It happened at the end of October.", "the end of October", "2024-10-21/2024-10-31"),
    ("It happened early this year.", "early this year", "2024-01-01/2024-04-30"),
    ("It happened in the first week of October.", "the first week of October", "2024-10-01/2024-10-07"),
    ("It happened in the last week of October.", "the last week of October", "2024-10-25/2024-10-31"),
    ("It happened in the first ten days of October.", "the first ten days of October", "2024-10-01/2024-10-10"),
    ("It happened in the second half of 2023.", "the second half of 2023", "2023-07-01/2023-12-31"),
    ("It happened in the third quarter of 2023.", "the third quarter of 2023", "2023-07-01/2023-09-30"),
    ("It happened in the spring of 2023.", "the spring of 2023", "2023-03-01/2023-05-31"),
    ("It happened in the winter of 2022-23.", "the winter of 2022-23", "2022-12-01/2023-02-28"),
    ("It happened last summer.", "last summer", "2024-06-01/2024-08-31"),
    ("It happened last week.", "last week", "2024-11-04/2024-11-10"),
    ("It happened last month.", "last month", "2024-10"),
    ("It happened three days ago.", "three days ago", "2024-11-10"),
    ("It happened two weeks ago.", "two weeks ago", "2024-10-28/2024-11-03"),
    ("It happened two months ago.", "two months ago", "2024-09"),
    ("It happened on Monday.", "Monday", "2024-11-11"),
    ("It happened on Wednesday.", "Wednesday", "2024-11-06"),
    ("It happened last weekend.", "last weekend", "2024-11-09/2024-11-10"),
    ("It happened yesterday.", "yesterday", "2024-11-12"),
    ("It happened the day before yesterday.", "the day before yesterday", "2024-11-11"),
    ("It happened on Chuseok.", "Chuseok", "2024-09-17"),
    ("It happened on the eve of the Lunar New Year.", "the eve of the Lunar New Year", "2024-02-09"),
    ("It happened on the night of 3-4 November.", "the night of 3-4 November", "2024-11-03/2024-11-04"),
    ("It happened between late August and mid-September.", "between late August and mid-September", "2024-08-21/2024-09-20"),
    ("It happened in the week of 4 November.", "the week of 4 November", "2024-11-04/2024-11-10"),
    ("It happened on the day after Chuseok.", "the day after Chuseok", "2024-09-18"),
    ("It happened three days before Christmas.", "three days before Christmas", "2023-12-22"),
    ("It happened on 3, 5 and 7 October.", "3, 5 and 7 October", "2024-10-03/2024-10-07"),
    ("It happened on the last day of October.", "the last day of October", "2024-10-31"),
    ("It happened last November.", "last November", "2023-11"),
    ("It happened on the 8th.", "the 8th", "2024-11-08"),
    ("It happened on the 20th.", "the 20th", "2024-10-20"),
    ("It will happen in February.", "February", "2025-02"),
    ("It will happen on Friday.", "Friday", "2024-11-15"),
    ("It will happen next month.", "next month", "2024-12"),
]  # fmt: skip
KOREAN = [
    ("2023년 5월 3일 있었다.", "2023년 5월 3일", "2023-05-03"),
    ("23년 5월 3일 있었다.", "23년 5월 3일", "2023-05-03"),
    ("2023.5.3 있었다.", "2023.5.3", "2023-05-03"),
    ("주체112(2023)년 5월 3일 있었다.", "주체112(2023)년 5월 3일", "2023-05-03"),
    ("5월에 있었다.", "5월에", "2024-05"),
    ("지난해 11월에 있었다.", "지난해 11월에", "2023-11"),
    ("이달 초 있었다.", "이달 초", "2024-11-01/2024-11-10"),
    ("지난달 중순에 있었다.", "지난달 중순에", "2024-10-11/2024-10-20"),
    ("2월 하순 있었다.", "2월 하순", "2024-02-21/2024-02-29"),
    ("7월 말 있었다.", "7월 말", "2024-07-21/2024-07-31"),
    ("올해 초 있었다.", "올해 초", "2024-01-01/2024-04-30"),
    ("10월 마지막 주에 있었다.", "10월 마지막 주에", "2024-10-25/2024-10-31"),
    ("지난 9월 있었다.", "지난 9월", "2024-09"),
    ("지난 3일 있었다.", "지난 3일", "2024-11-03"),
    ("지난 20일 있었다.", "지난 20일", "2024-10-20"),
    ("지난주 금요일 있었다.", "지난주 금요일", "2024-11-08"),
    ("지난주에 있었다.", "지난주에", "2024-11-04/2024-11-10"),
    ("지난 주말 있었다.", "지난 주말", "2024-11-09/2024-11-10"),
    ("사흘 전 있었다.", "사흘 전", "2024-11-10"),
    ("열흘 전 있었다.", "열흘 전", "2024-11-03"),
    ("2주 전 있었다.", "2주 전", "2024-10-28/2024-11-03"),
    ("두 달 전 있었다.", "두 달 전", "2024-09"),
    ("어제 저녁 있었다.", "어제 저녁", "2024-11-12"),
    ("올봄 있었다.", "올봄", "2024-03-01/2024-05-31"),
    ("지난겨울 있었다.", "지난겨울", "2023-12-01/2024-02-29"),
    ("올해 2분기에 있었다.", "올해 2분기에", "2024-04-01/2024-06-30"),
    ("지난해 하반기에 있었다.", "지난해 하반기에", "2023-07-01/2023-12-31"),
    ("추석 전날 있었다.", "추석 전날", "2024-09-16"),
    ("설 이틀 전 있었다.", "설 이틀 전", "2024-02-08"),
    ("음력 8월 15일 있었다.", "음력 8월 15일", "2024-09-17"),
    ("9월 28~30일 있었다.", "9월 28~30일", "2024-09-28/2024-09-30"),
    ("10월말 있었다.", "10월말", "2024-10-21/2024-10-31"),
    ("지난 11일부터 13일 사이 있었다.", "지난 11일부터 13일 사이", "2024-11-11/2024-11-13"),
    ("3주 전 금요일 있었다.", "3주 전 금요일", "2024-10-25"),
    ("11월 3일 일요일 있었다.", "11월 3일 일요일", "2024-11-03"),
    ("2022~2023년 겨울 있었다.", "2022~2023년 겨울", "2022-12-01/2023-02-28"),
    ("당 창건 기념일에 있었다.", "당 창건 기념일에", "2024-10-10"),
    ("오는 20일 공사를 시작할 예정이다.", "오는 20일", "2024-11-20"),
    ("다음 주 화요일 시작할 예정이다.", "다음 주 화요일", "2024-11-19"),
]
PERIODS = [
    (Lang.en, "Since August, the road has been shut.", "Since August", "2024-08/.."),
    (Lang.en, "From 2 May 2023 on, the road has been shut.", "From 2 May 2023 on", "2023-05-02/.."),
    (Lang.en, "The road was shut until 31 March.", "until 31 March", "../2024-03-31"),
    (Lang.en, "From 2 to 5 November, the road was shut.", "From 2 to 5 November", "2024-11-02/2024-11-05"),
    (Lang.en, "So far this year 17 have died.", "So far this year", "2024-01-01/.."),
    (Lang.ko, "올해 8월부터 닫혔다.", "올해 8월부터", "2024-08/.."),
    (Lang.ko, "봉쇄가 3월 31일까지 이어졌다.", "3월 31일까지", "../2024-03-31"),
    (Lang.ko, "11월 4일부터 7일까지 닫혔다.", "11월 4일부터 7일까지", "2024-11-04/2024-11-07"),
    (Lang.ko, "올해 들어 63명이 체포됐다.", "올해 들어", "2024-01-01/.."),
]
UNREAD = [
    (Lang.en, "It happened on 30 February 2024.", "30 February 2024"),
    (Lang.en, "It happened on 03/04/2024.", "03/04/2024"),
    (Lang.en, "A few days ago it happened.", "A few days ago"),
    (Lang.ko, "2024년 2월 30일 있었다.", "2024년 2월 30일"),
    (Lang.ko, "며칠 전 있었다.", "며칠 전"),
    (Lang.ko, "두어 달 전 있었다.", "두어 달 전"),
    (Lang.ko, "주체112(2024)년 5월 3일 있었다.", "주체112(2024)년 5월 3일"),
    (Lang.en, "The next day it happened.", "The next day"),
    (Lang.ko, "음력 8월 31일 있었다.", "음력 8월 31일"),
]
ROLES = [
    (Lang.en, "A source told us Monday that two died.", {"Monday": DateRole.told}),
    (Lang.en, "Two died, a resident said on 3 November.", {"3 November": DateRole.told}),
    (Lang.en, "On 5 November a resident told us that two had died.", {"5 November": DateRole.told}),
    (Lang.en, "On Monday a mine went off, a resident said.", {"Monday": DateRole.happened}),
    (Lang.en, "A man said that in 2017 he saw two executions.", {"2017": DateRole.happened}),
    (Lang.en, "She heard from her sister on Thursday that five died.", {"Thursday": DateRole.told}),
    (Lang.en, "Published on 3 November 2024\nTwo died on Sunday.", {"3 November 2024": DateRole.published, "Sunday": DateRole.happened}),
    (Lang.en, "In 2012 a similar blast took five lives.", {"2012": DateRole.background}),
    (Lang.en, "Unlike in 2019, nobody was hurt.", {"2019": DateRole.background}),
    (Lang.ko, "두 명이 숨졌다고 소식통이 6일 전했다.", {"6일": DateRole.told}),
    (Lang.ko, "소식통은 6일 본지와의 통화에서 두 명이 숨졌다고 말했다.", {"6일": DateRole.told}),
    (Lang.ko, "한 상인은 3월 2일 강에서 두 명이 숨졌다고 전했다.", {"3월 2일": DateRole.happened}),
    (Lang.ko, "입력 2024.11.12\n두 명이 숨졌다.", {"2024.11.12": DateRole.published}),
    (Lang.ko, "2012년에도 비슷한 사고가 있었다.", {"2012년": DateRole.background}),
]  # fmt: skip


def _written(mention: DateMention) -> str:
    value = mention.value
    return write_span(value) if isinstance(value, DateSpan) else write_period(value)


def _only(text: str, lang: Lang) -> DateMention:
    (mention,) = find_dates(text, lang, WEDNESDAY)
    return mention


@pytest.mark.parametrize(
    ("lang", "text", "wording", "edtf"),
    [(Lang.en, *row) for row in ENGLISH] + [(Lang.ko, *row) for row in KOREAN],
)
def test_words_of_time_name_their_days(lang: Lang, text: str, wording: str, edtf: str) -> None:
    """A wording told on Wednesday 13 November 2024 names exactly these days, and keeps its words."""
    mention = _only(text, lang)

    assert isinstance(mention.value, DateSpan)
    assert write_span(mention.value) == write_span(read_span(edtf))
    assert mention.value.wording == mention.span.words(text)
    assert wording.startswith(mention.value.wording)
    assert wording[len(mention.value.wording) :] in {"", "에"}


@pytest.mark.parametrize(("lang", "text", "wording", "edtf"), PERIODS)
def test_a_start_or_an_end_is_a_period(lang: Lang, text: str, wording: str, edtf: str) -> None:
    """ "Since" leaves the end open, "until" the start, and each end keeps its own days."""
    mention = _only(text, lang)

    assert mention.value == read_period(edtf)
    assert mention.value.wording == wording


@pytest.mark.parametrize(("lang", "text", "wording"), UNREAD)
def test_what_names_no_day_is_reported(lang: Lang, text: str, wording: str) -> None:
    """A day that the calendar lacks, figures in either order and days that nobody counted are reported, never guessed."""
    assert find_dates(text, lang, WEDNESDAY) == ()
    assert [span.words(text) for span in find_unread_dates(text, lang, WEDNESDAY)] == [wording]


@pytest.mark.parametrize(("lang", "text", "roles"), ROLES)
def test_a_date_dates_one_thing(lang: Lang, text: str, roles: dict[str, DateRole]) -> None:
    """Telling, publication, history and happening are told apart."""
    assert {one.value.wording: one.role for one in find_dates(text, lang, WEDNESDAY)} == roles


@pytest.mark.parametrize(
    ("lang", "text", "spans"),
    [
        (Lang.en, "On 3 May 2023 it began. The next day it ended.", ["2023-05-03", "2023-05-04"]),
        (Lang.en, "In March 2022 two fled. On the 5th one died.", ["2022-03", "2022-03-05"]),
        (Lang.en, "It began in March 2022. In May of that year it ended.", ["2022-03", "2022-05"]),
        (Lang.ko, "2021년 6월 체포됐다. 그해 12월 숨졌고 이듬해 2월 묻혔다.", ["2021-06", "2021-12", "2022-02"]),
        (Lang.ko, "2023년 5월 3일 있었다. 이튿날 또 있었다.", ["2023-05-03", "2023-05-04"]),
        (Lang.ko, "지난달 3일 숨졌다. 8일 묻혔다.", ["2024-10-03", "2024-10-08"]),
    ],
)
def test_words_point_back_to_the_date_before(lang: Lang, text: str, spans: list[str]) -> None:
    """The next day, that year and a bare day count from the date named last."""
    assert [_written(one) for one in find_dates(text, lang, WEDNESDAY)] == spans


def test_an_end_within_a_part_of_a_month_is_written_by_its_last_day() -> None:
    """ "Until mid-October" held on the 20th, perhaps."""
    mention = _only("The road was shut until mid-October.", Lang.en)

    assert _written(mention) == "../2024-10-20"


def test_a_quotation_counts_from_the_day_it_was_told() -> None:
    """Yesterday, in words told on the 9th, is the 8th."""
    text = '주민은 9일 "어제 두 명이 건넜다"고 전했다.'

    assert [_written(one) for one in find_dates(text, Lang.ko, WEDNESDAY)] == ["2024-11-09", "2024-11-08"]


def test_nobody_points_back_to_a_telling() -> None:
    """The same day is the day of the event, not the day on which it was told."""
    text = "On 2 November two died, a source told us on Monday. On the same day three fled."

    assert [_written(one) for one in find_dates(text, Lang.en, WEDNESDAY)] == ["2024-11-02", "2024-11-11", "2024-11-02"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (Lang.en, "They march every Monday. It may be. Unit 1998 has 1200 men. The day before the wedding they fled."),
        (
            Lang.ko,
            "해가 졌다. 설치했다. 가을걷이가 끝났다. 매달 10일이면 온다. 2일 차 근무다. 3일 치 식량. 사흘 만에 왔다.",
        ),
    ],
)
def test_words_that_only_look_like_time_are_none(lang: Lang, text: str) -> None:
    """Verbs, lengths, customs, ordinals and numbers of other things are no dates."""
    assert find_dates(text, lang, WEDNESDAY) == ()
    assert find_unread_dates(text, lang, WEDNESDAY) == ()


def test_long_texts_take_linear_time() -> None:
    """A hundred thousand characters are read in a moment, also as one sentence."""
    text = "지난 10월 중순 두 명이 숨졌다고 6일 전했다, " * 3500
    started = time.perf_counter()
    found = find_dates(text, Lang.ko, WEDNESDAY)

    assert len(found) == 7000
    assert time.perf_counter() - started < 5


@given(st.text(max_size=300), st.sampled_from(Lang), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_any_text_is_read(text: str, lang: Lang, reference: date) -> None:
    """No text breaks the reader; mentions are in order, apart, and hold their words."""
    _check(text, lang, reference)


_PIECES = st.sampled_from(
    "the 3 31 2024 0 May early mid - last week of on since until from to Monday ago two days , . year that next 부터 까지 년 월 일 지난 초"
    " 이날 전 사흘 추석 그해 이달 3월 2주 말 ~ ( ) 올해 들어 told us said 전했다 소식통은 \n".split(" ")
)


@given(st.lists(_PIECES, max_size=30).map(" ".join), st.sampled_from(Lang), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_any_words_of_time_are_read(text: str, lang: Lang, reference: date) -> None:
    """Words of time in any order, on any day of the calendar, break nothing."""
    _check(text, lang, reference)


def _check(text: str, lang: Lang, reference: date) -> None:
    found = find_dates(text, lang, reference)
    for before, after in itertools.pairwise(found):
        assert before.span.end <= after.span.start
    for mention in found:
        assert mention.value.wording == mention.span.words(text)
        assert mention.span.sha256 == text_hash(text)
    read = {mention.span for mention in found}
    assert not read & set(find_unread_dates(text, lang, reference))


@given(
    st.sampled_from(["yesterday", "three days ago", "last week", "on Monday"]),
    st.dates(date(2001, 1, 1), date(2090, 1, 1)),
    st.integers(0, 500),
)
def test_relative_words_move_with_the_reference(wording: str, reference: date, weeks: int) -> None:
    """So many weeks later, the same words name days so many weeks later."""
    (here,) = find_dates(f"It happened {wording}.", Lang.en, reference)
    (there,) = find_dates(f"It happened {wording}.", Lang.en, reference + timedelta(weeks=weeks))

    assert here.relative
    assert isinstance(here.value, DateSpan)
    assert isinstance(there.value, DateSpan)
    assert here.value.earliest is not None
    assert there.value.earliest == here.value.earliest + timedelta(weeks=weeks)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_date_that_says_its_year_stays(day: date, reference: date) -> None:
    """No reference moves it."""
    (mention,) = find_dates(f"{day.year}년 {day.month}월 {day.day}일 있었다.", Lang.ko, reference)

    assert not mention.relative
    assert mention.value == DateSpan.day(day)
