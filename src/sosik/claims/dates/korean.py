"""Korean dates: the phrases that words of time make, in four passes from counts to ranges."""

from collections.abc import Iterator

from sosik.claims.dates.anchors import Onward, Part, Ref, Rel, Same, Turn
from sosik.claims.dates.calendar_words import (
    Day,
    Decade,
    Fraction,
    Holiday,
    Lunar,
    Month,
    Season,
    Week,
    Weekday,
    Weekend,
    Year,
)
from sosik.claims.dates.composed_words import (
    Ahead,
    Between,
    DaysOf,
    Expression,
    HolidayBreak,
    Lasted,
    LastNamed,
    MonthPart,
    Moved,
    NthWeekday,
    PartOf,
    StartOf,
    Vague,
    WeekdayIn,
    WeekendIn,
    WeekOf,
    Window,
)
from sosik.claims.dates.grammar import Grammar, Rule, Token
from sosik.claims.dates.korean_words import islands as islands_of

_FIRST_JUCHE_YEAR = 1912
_NO_YEAR = 0
_DAYS_OF = {"day": 1, "week": 7}
_QUARTERS = 4
_LAST_CENTURY = 60  # two digits from here on are of the last century


def _juche(year: int, stated: int | None = None) -> int:
    """Juche 1 is 1912; where both are stated and differ, no year can be said."""
    solar = year + _FIRST_JUCHE_YEAR - 1
    return solar if stated in {None, solar} else _NO_YEAR


def _month(number: int) -> int | None:
    return number if number <= 19 else None


def _short_year(year: int, month: int) -> Month | None:
    """23년 11월: the century goes without saying."""
    return Month(month, _century(year)) if year < 100 and month <= 12 else None


def _century(year: int) -> int:
    """87 is of the last century, 23 of this one."""
    return year + (1900 if year >= _LAST_CENTURY else 2000)


def _two_digits(year: int) -> Year | None:
    return Year(_century(year)) if year <= 99 else None


def _last_century(span: tuple[int, str]) -> Year | None:
    """87년 alone: nobody tells of so many years; what is a length says so behind it."""
    return Year(_century(span[0])) if span[1] == "year" and _LAST_CENTURY <= span[0] <= 99 else None


def _season(year: Ref, season: str) -> Season:
    """The winter of this year is the one that we are in, or the latest."""
    return Season(season) if (year, season) == (Rel(0), "winter") else Season(season, year)


def _turned(turn: Turn) -> Turn:
    return turn if turn is Turn.coming else Turn.latest


_NAMES = Grammar(
    [
        Rule("YEAR 년|년도", "Y", int),
        Rule("주체 NUMBER 년?", "Y", _juche),
        Rule("주체 NUMBER ( YEAR ) 년?", "Y", _juche),
        Rule("주체 NUMBER 년 ( YEAR 년? )", "Y", _juche),
        Rule("YEARREF", "Y", lambda year: year),
        Rule("같은 해", "Y", Same),
        Rule("다음 해", "Y", lambda: Same(1)),
        Rule("그 해", "Y", Same),
        Rule("그 다음 해", "Y", lambda: Same(1)),
        Rule("지난 해", "Y", lambda: Rel(-1)),
        Rule("지난 N 해", "Y", lambda n: Rel(-1) if n == 1 else None),
        Rule("YEARREF N 해", "Y", lambda year, n: year if n == 1 else None),
        Rule("NUMBER 월 달?", "M", _month),
        Rule("MONTH", "M", int),
        Rule("MONTHREF", "R", lambda month: month),
        Rule("이번 달", "R", lambda: Rel(0)),
        Rule("지난|저번 달", "R", lambda: Rel(-1)),
        Rule("다음 달", "R", Onward),
        Rule("같은 달", "R", Same),
        Rule("그 달", "R", Same),
        Rule("WEEKREF", "W", lambda week: week),
        Rule("이번 주", "W", lambda: 0),
        Rule("지난|저번 주", "W", lambda: -1),
        Rule("다음 주", "W", lambda: 1),
        Rule("DAYS", "SPAN", lambda days: (days, "day")),
        Rule("노동자|근로자 의 날", "HOLIDAY", lambda: "may-day"),
        Rule("스승 의 날", "HOLIDAY", lambda: "teachers"),
        Rule("새해|신년 첫날", "HOLIDAY", lambda: "new-year"),
        Rule("정권 수립일", "HOLIDAY", lambda: "state-founding"),
        Rule("공화국 창건일", "HOLIDAY", lambda: "state-founding"),
        Rule("인민군 창건일", "HOLIDAY", lambda: "army-april"),
        Rule("당|노동당 창건일", "HOLIDAY", lambda: "party-founding"),
        Rule("당|노동당 창건 기념일", "HOLIDAY", lambda: "party-founding"),
        Rule("정월 HOLIDAY", "HOLIDAY", lambda key: key),
        Rule("N UNIT", "SPAN", lambda n, unit: (n, unit)),
        Rule("일주일", "SPAN", lambda: (1, "week")),
        Rule("NUMBER 년 NUMBER 월", "YM", _short_year),
        Rule("반년", "SPAN", lambda: (6, "month")),
        Rule("NUMBER 주", "NTHWEEK", lambda n: n if n <= 5 else None),
        Rule("RANK 주|주차", "NTHWEEK", lambda n: n),
        Rule("음력 NUMBER 월 NUMBER 일", "LUNAR", lambda m, d: (m, d)),
        Rule("음력 NUMBER 월 DAYNAME", "LUNAR", lambda m, d: (m, d)),
        Rule("음력 MONTH DAYNAME", "LUNAR", lambda m, d: (m, d)),
        Rule("음력 MONTH NUMBER 일", "LUNAR", lambda m, d: (m, d)),
        Rule("음력 정월 DAYNAME", "LUNAR", lambda d: (1, d)),
        Rule("음력 정월 NUMBER 일", "LUNAR", lambda d: (1, d)),
        Rule("동짓달 DAYNAME", "LUNAR", lambda d: (11, d)),
        Rule("섣달 DAYNAME", "LUNAR", lambda d: (12, d)),
        Rule("음력 NUMBER 월", "VAGUE", lambda _: True),
        Rule("음력 MONTH", "VAGUE", lambda _: True),
        Rule("동짓달|섣달", "VAGUE", lambda: True),
    ]
)


_LENGTHS = frozenset("간 동안 만에 만 째 치 사이 이상 이내 내내 차".split())
_TERM = frozenset("징역 교화형 형 무려 약 단련형 만 총 최소 최대".split())
_HABIT = frozenset("매년 해마다 매달 매월 달마다 매주".split())


def _days(first: int, last: int, month: Month | None = None) -> Between:
    return Between(Day(first, month), Day(last, month))


def _next_days(first: int, last: int) -> Between | None:
    """8, 9일: two days that follow each other, never a list of figures."""
    return _days(first, last) if last == first + 1 else None


def _turn_days(turn: Turn, first: int, last: int) -> Between:
    return Between(Day(first, turn=_turned(turn)), Day(last))


def _turn_day(turn: Turn, *rest: int) -> Day:
    *year, month, day = rest
    return Day(day, Month(month, year[0] if year else None, _turned(turn)))


def _ahead(key: str, span: tuple[int, str]) -> Ahead:
    return Ahead(span[0], span[1], Holiday(key))


def _lasting(first: Expression, span: tuple[int, str]) -> Lasted | None:
    """7일부터 사흘간: so many days, the first among them; what lasted months has no day on which it ended."""
    days = span[0] * _DAYS_OF.get(span[1], 0)
    return Lasted(first, Moved(days - 1, "day", first)) if days else None


def _turned_part(part: Part) -> PartOf:
    """지난 연말 is the end of the year before; 지난 연초 the beginning of this one."""
    return PartOf(part, Year(Rel(0 if part is Part.early else -1)))


def _two_days(first: Expression, last: Expression, span: tuple[int, str]) -> Between | None:
    """3일과 4일 이틀에 걸쳐: one stretch of two days."""
    return Between(first, last) if span == (2, "day") else None


_UNITS_OF_TIME = Grammar(
    [
        Rule("DATE", "T", lambda date: date),
        Rule("Y M NUMBER 일", "T", lambda y, m, d: Day(d, Month(m, y))),
        Rule("M NUMBER 일 p? ,? WEEKDAY", "T", lambda m, d, _: Day(d, Month(m))),
        Rule("Y M NUMBER 일 p? ,? WEEKDAY", "T", lambda y, m, d, _: Day(d, Month(m, y))),
        Rule("WEEKDAY p NUMBER 일", "T", lambda _, d: Day(d)),
        Rule("M NUMBER 일? , NUMBER 일", "T", lambda m, a, b: _days(a, b, Month(m))),
        Rule("R NUMBER 일? , NUMBER 일", "T", lambda r, a, b: _days(a, b, Month(r))),
        Rule("Y M NUMBER 일? , NUMBER 일", "T", lambda y, m, a, b: _days(a, b, Month(m, y))),
        Rule("TURN NUMBER 일? , NUMBER 일", "T", _turn_days),
        Rule("YEAR ~ Y SEASON", "T", lambda y, _, season: Season(season, y)),
        Rule("SPAN 전 WEEKDAY", "T", lambda span, day: Weekday(day, -span[0]) if span[1] == "week" else None),
        Rule("YM NUMBER 일", "T", lambda month, d: Day(d, month)),
        Rule("M NUMBER 일", "T", lambda m, d: Day(d, Month(m))),
        Rule("M DAYNAME", "T", lambda m, d: Day(d, Month(m))),
        Rule("R DAYNAME", "T", lambda r, d: Day(d, Month(r))),
        Rule("DAYNAME", "T", lambda _: Vague()),
        Rule("그믐날|그믐", "T", Vague),
        Rule("M NUMBER 일 와|과 NUMBER 일 사이", "T", lambda m, a, b: _days(a, b, Month(m))),
        Rule("R NUMBER 일 와|과 NUMBER 일 사이", "T", lambda r, a, b: _days(a, b, Month(r))),
        Rule("Y M NUMBER 일 와|과 NUMBER 일 사이", "T", lambda y, m, a, b: _days(a, b, Month(m, y))),
        Rule("TURN NUMBER 일 와|과 NUMBER 일 사이", "T", _turn_days),
        Rule("R NUMBER 일", "T", lambda r, d: Day(d, Month(r))),
        Rule("TURN Y? M NUMBER 일", "T", _turn_day),
        Rule("Y M NUMBER 일? ~ NUMBER 일", "T", lambda y, m, a, b: _days(a, b, Month(m, y))),
        Rule("M NUMBER 일? ~ NUMBER 일", "T", lambda m, a, b: _days(a, b, Month(m))),
        Rule("TURN M NUMBER 일? ~ NUMBER 일", "T", lambda _, m, a, b: _days(a, b, Month(m))),
        Rule("R NUMBER 일? ~ NUMBER 일", "T", lambda r, a, b: _days(a, b, Month(r))),
        Rule("NUMBER 일? ~ NUMBER 일", "T", _days, unless_before=_LENGTHS - {"사이"}),
        Rule("TURN NUMBER 일? ~ NUMBER 일", "T", _turn_days, unless_before=_LENGTHS - {"사이"}),
        Rule("NUMBER 일 부터|에서 NUMBER 일 사이", "T", _days),
        Rule("Y M NUMBER 일 부터|에서 NUMBER 일 사이", "T", lambda y, m, a, b: _days(a, b, Month(m, y))),
        Rule("R NUMBER 일 부터|에서 NUMBER 일 사이", "T", lambda r, a, b: _days(a, b, Month(r))),
        Rule("TURN NUMBER 일 부터|에서 NUMBER 일 사이", "T", _turn_days),
        Rule("M NUMBER 일 부터|에서 NUMBER 일 사이", "T", lambda m, a, b: _days(a, b, Month(m))),
        Rule("TURN NUMBER 일", "T", lambda t, d: Day(d, turn=_turned(t)), unless_before=_LENGTHS),
        Rule("NUMBER 일", "T", Day, unless_after=_HABIT, unless_before=_LENGTHS | {"전", "뒤", "후"}),
        Rule("NUMBER MONTHPART", "T", lambda m, part: PartOf(part, Month(m))),
        Rule("Y NUMBER MONTHPART", "T", lambda y, m, part: PartOf(part, Month(m, y))),
        Rule("TURN NUMBER MONTHPART", "T", lambda t, m, part: PartOf(part, Month(m, turn=_turned(t)))),
        Rule("R MONTHPART", "T", lambda r, part: PartOf(part, Month(r))),
        Rule("YM", "T", lambda month: month),
        Rule("Y M", "T", lambda y, m: Month(m, y)),
        Rule("TURN Y M", "T", lambda _, y, m: Month(m, y)),
        Rule("TURN M", "T", lambda t, m: Month(m, turn=_turned(t))),
        Rule("M", "T", Month, unless_after=_HABIT),
        Rule("R", "T", Month),
        Rule("NUMBER ~ M", "T", lambda a, b: Between(Month(a), Month(b))),
        Rule("Y NUMBER ~ M", "T", lambda y, a, b: Between(Month(a, y), Month(b, y))),
        Rule("TURN Y", "T", lambda _, y: Year(y)),
        Rule("Y", "T", Year),
        Rule("NUMBER 년도", "T", _two_digits),
        Rule("SPAN", "T", _last_century, unless_after=_TERM, unless_before=_LENGTHS | {"전", "뒤", "후", "형"}),
        Rule("YEAR SEASON", "T", lambda y, season: Season(season, y)),
        Rule("YEAR HALF", "T", lambda y, n: Fraction(n, 6, y)),
        Rule("W WEEKDAY", "T", lambda week, day: Weekday(day, week)),
        Rule("W", "T", Week),
        Rule("그|같은 주 WEEKDAY", "T", lambda day: WeekdayIn(day, LastNamed("week"))),
        Rule("TURN WEEKDAY", "T", lambda t, day: Weekday(day, turn=_turned(t))),
        Rule("WEEKDAY", "T", Weekday, unless_after=_HABIT, unless_before=frozenset(["마다"])),
        Rule("Y SEASON", "T", _season),
        Rule("TURN SEASON", "T", lambda t, season: Season(season, turn=t)),
        Rule("이번 SEASON", "T", Season),
        Rule("SEASON", "T", Season, unless_after=_HABIT, unless_before=frozenset(["마다"])),
        Rule("Y NUMBER /|· NUMBER 분기", "T", lambda y, n, of: Fraction(n, 3, y) if of == _QUARTERS else None),
        Rule(
            "TURN? NUMBER /|· NUMBER 분기",
            "T",
            lambda *found: Fraction(found[-2], 3) if found[-1] == _QUARTERS else None,
        ),
        Rule("NUMBER , NUMBER 일", "T", _next_days, unless_before=_LENGTHS),
        Rule("SPAN 여 전|앞서", "T", lambda _: Vague()),
        Rule("Y NUMBER 분기", "T", lambda y, n: Fraction(n, 3, y)),
        Rule("TURN? NUMBER 분기", "T", lambda *found: Fraction(found[-1], 3)),
        Rule("Y HALF", "T", lambda y, n: Fraction(n, 6, y)),
        Rule("TURN? HALF", "T", lambda *found: Fraction(found[-1], 6)),
        Rule("Y RELPART", "T", lambda y, part: PartOf(part, Year(y))),
        Rule("지난 RELPART", "T", _turned_part),
        Rule("RELPART", "T", lambda part: Fraction(1 if part is Part.early else 3, 4)),
        Rule("Y HOLIDAY", "T", lambda y, key: Holiday(key, y)),
        Rule("TURN HOLIDAY", "T", lambda t, key: Holiday(key, turn=_turned(t))),
        Rule("이번 HOLIDAY", "T", Holiday),
        Rule("HOLIDAY", "T", Holiday, unless_after=_HABIT),
        Rule("YEAR|NUMBER 년대", "T", lambda year: Decade(year if year > 99 else 1900 + year)),
        Rule("M RANK WEEKDAY", "T", lambda m, n, day: NthWeekday(n, day, Month(m))),
        Rule("R RANK WEEKDAY", "T", lambda r, n, day: NthWeekday(n, day, Month(r))),
        Rule("Y M RANK WEEKDAY", "T", lambda y, m, n, day: NthWeekday(n, day, Month(m, y))),
        Rule("M RANK 주말", "T", lambda m, n: WeekendIn(n, Month(m))),
        Rule("R RANK 주말", "T", lambda r, n: WeekendIn(n, Month(r))),
        Rule("Y M RANK 주말", "T", lambda y, m, n: WeekendIn(n, Month(m, y))),
        Rule("지난 주말", "T", lambda: Weekend(-1)),
        Rule("이번 주말", "T", lambda: Weekend(0)),
        Rule("다음 주말", "T", lambda: Weekend(1)),
        Rule("WEEKREF 주말", "T", Weekend),
        Rule("주말", "T", Weekend, unless_after=_HABIT, unless_before=frozenset(["마다"])),
        Rule("LUNAR", "T", lambda day: Lunar(day[0], day[1])),
        Rule("Y LUNAR", "T", lambda y, day: Lunar(day[0], day[1], y)),
        Rule("정월 초하루", "T", lambda: Lunar(1, 1)),
        Rule("HOLIDAY SPAN 전", "T", _ahead),
        Rule("Y HOLIDAY SPAN 전", "T", lambda y, key, span: Moved(-span[0], span[1], Holiday(key, y))),
        Rule("HOLIDAY NUMBER 일 전", "T", lambda key, n: Moved(-n, "day", Holiday(key))),
        Rule("이보다|그보다 SPAN 전|앞서", "T", lambda span: Moved(-span[0], span[1], LastNamed())),
        Rule("이보다|그보다 NUMBER 일 전|앞서", "T", lambda n: Moved(-n, "day", LastNamed())),
        Rule("엊그제", "T", Vague),
        Rule("며칠|얼마 전|뒤|후|지나|지나서", "T", Vague),
        Rule("SPAN 가량|정도|쯤 전|뒤|후", "T", lambda _: Vague()),
        Rule("N|NUMBER 일 가량|정도|쯤 전|뒤|후", "T", lambda *_: Vague()),
        Rule("HOLIDAY 을|를? 앞두고", "T", lambda _: Vague()),
        Rule("HOLIDAY 을|를? SPAN 앞두고|앞둔", "T", _ahead),
        Rule("SPAN 전 쯤|가량|정도|즈음", "T", lambda _: Vague()),
        Rule("N|NUMBER 일 전 쯤|가량|정도|즈음", "T", lambda *_: Vague()),
        Rule("N SPAN 전", "T", lambda *_: Vague()),
        Rule("VAGUE", "T", lambda _: Vague()),
        Rule("Y 농사철", "T", Year),
        Rule("농사철", "T", Vague),
        Rule("HOLIDAY 연휴 기간?", "T", HolidayBreak),
        Rule("이번 HOLIDAY 연휴 기간?", "T", HolidayBreak),
        Rule("Y HOLIDAY 연휴 기간?", "T", lambda y, key: HolidayBreak(key, y)),
        Rule("SPAN 전 SEASON", "T", lambda span, season: _years_ago(span, season=season)),
        Rule("SPAN 전 M", "T", lambda span, month: _years_ago(span, month=month)),
        Rule("MONTHPART", "T", MonthPart),
        Rule("주초|주중", "T", lambda: Week(0)),
        Rule("몇 일|UNIT 전", "T", lambda *_: Vague()),
        Rule("NUMBER|N 여 일|UNIT 전", "T", lambda *_: Vague()),
        Rule("NAMED", "T", lambda n: Moved(n, "day")),
        Rule("FROMNAMED", "NEXT", lambda n: n),
        Rule("다음 날", "NEXT", lambda: 1),
        Rule("같은|그 날", "NEXT", lambda: 0),
        Rule("NUMBER 일 전", "T", lambda n: Moved(-n, "day")),
        Rule("NUMBER 일 뒤|후", "LATER", lambda n: (n, "day")),
        Rule("SPAN 전", "T", lambda span: Moved(-span[0], span[1])),
        Rule("SPAN 뒤|후", "LATER", lambda span: span),
        Rule("최근|지난 SPAN 간|동안|사이?", "T", lambda span: Window(*span)),
        Rule("최근|지난 NUMBER 일 간|동안|사이", "T", lambda n: Window(n, "day")),
    ]
)


def _years_ago(span: tuple[int, str], *, season: str | None = None, month: int | None = None) -> Expression | None:
    """2년 전 가을, 3년 전 10월: of that year."""
    if span[1] != "year":
        return None
    return Season(season, Rel(-span[0])) if season else Month(month, Rel(-span[0])) if month else None


def _weekday_in(whole: Expression, week: int, day: Expression) -> Expression | None:
    return WeekdayIn(day.day, WeekOf(week, whole)) if isinstance(day, Weekday) and day.offset is None else None


_PARTS = Grammar(
    [
        Rule("T PART", "T", lambda whole, part: PartOf(part, whole)),
        Rule("T PART ~|에서 PART", "T", lambda whole, a, b: Between(PartOf(a, whole), PartOf(b, whole))),
        Rule("T PART 또는|이나|나 PART", "T", lambda whole, a, b: Between(PartOf(a, whole), PartOf(b, whole))),
        Rule("T 말일", "T", lambda whole: DaysOf(-1, whole)),
        Rule("T 의 마지막 날", "T", lambda whole: DaysOf(-1, whole)),
        Rule("T 의 첫날", "T", lambda whole: DaysOf(1, whole)),
        Rule("T 마지막 날", "T", lambda whole: DaysOf(-1, whole)),
        Rule("T 첫날", "T", lambda whole: DaysOf(1, whole)),
        Rule("TENTH", "T", lambda part: PartOf(part, Month(Same()))),
        Rule("T NTHWEEK", "T", lambda whole, n: WeekOf(n, whole)),
        Rule("T NTHWEEK T", "T", _weekday_in),
        Rule("T NEXT", "T", lambda day, n: Moved(n, "day", day)),
        Rule("NEXT", "T", lambda n: Moved(n, "day", LastNamed()) if n else LastNamed()),
        Rule("T LATER", "T", lambda day, span: Moved(span[0], span[1], day)),
        Rule("LATER", "T", lambda span: Moved(span[0], span[1], LastNamed())),
        Rule("T hour", "T", lambda day: day),
        Rule("T NEXT hour", "T", lambda day, n: Moved(n, "day", day)),
        Rule("NEXT hour", "T", lambda n: Moved(n, "day", LastNamed()) if n else LastNamed()),
    ]
)

_RANGES = Grammar(
    [
        Rule("T 부터|에서 NUMBER 일 사이", "T", lambda first, day: Between(first, Day(day))),
        Rule("T 부터 SPAN 간|동안|내내?", "P", _lasting),
        Rule("T 부터 NUMBER 일 간|동안", "P", lambda first, n: _lasting(first, (n, "day"))),
        Rule("T 부터 T 까지", "P", Lasted),
        Rule("T 에서 T 까지", "P", Lasted),
        Rule("T 에서|부터 T 사이", "T", Between),
        Rule("T ~ T 사이", "T", Between),
        Rule("T ~ T 까지?", "T", Between),
        Rule("T 와|과 T 사이", "T", Between),
        Rule("T 나|이나|또는 T", "T", Between),
        Rule("T 부터", "P", Lasted),
        Rule("T 까지", "P", lambda end: Lasted(None, end)),
        Rule("T 이후|이후로|이래|후", "P", Lasted),
        Rule("T 이전|전|전까지", "P", lambda end: Lasted(None, end)),
        Rule("T 들어|들어서 지금 까지?", "P", lambda whole: Lasted(StartOf(whole))),
        Rule("새해|신년 들어|들어서", "P", lambda: Lasted(StartOf(Year(Rel(0))))),
        Rule("T 와|과 T SPAN", "T", _two_days),
        Rule("T 에서 T 로", "T", Between, before=frozenset("넘어가는 넘어가던 넘어갈 이어지는 이어진 바뀌는".split())),
        Rule("T 들어|들어서", "P", lambda whole: Lasted(StartOf(whole))),
    ]
)

CASCADE = (_NAMES, _UNITS_OF_TIME, _PARTS, _RANGES)

_KINDS = frozenset[str]().union(*(grammar.kinds for grammar in CASCADE))


def islands(text: str) -> Iterator[list[Token]]:
    """Groups of words of time, in order, over none of which a phrase runs."""
    return islands_of(text, _KINDS)


__all__ = ["CASCADE", "islands"]
