"""English dates: the phrases that words of time make, in four passes from names to ranges."""

from sosik.claims.dates.anchors import Digits, Part, Rel, Same, Turn
from sosik.claims.dates.calendar_words import Day, Decade, Fraction, Holiday, Month, Season, Weekday, Weekend, Year
from sosik.claims.dates.composed_words import (
    Between,
    DaysOf,
    Expression,
    Lasted,
    LastNamed,
    MonthPart,
    Moved,
    NthWeekday,
    PartOf,
    StartOf,
    UnitsOf,
    Vague,
    WeekOf,
    Window,
)
from sosik.claims.dates.english_words import tokens
from sosik.claims.dates.grammar import Grammar, Rule

_LEADS = frozenset(
    "in since until till by from of during between to through throughout before after around about early mid late - and"
    " or last this next past as".split()
)
_DAY_LEADS = frozenset("on from by until till since of and between to through before after".split())
_SEASON_LEADS = frozenset(
    "in over during since until through throughout by from of all and to - early late mid".split()
)
_YEAR_LEADS = frozenset(
    "in since until till of from by during before after early mid late throughout year - between to through as".split()
)
_HABIT = frozenset("every each but except any alternate".split())
_NOT_DAYS = frozenset(
    "floor corps division brigade army company regiment battalion congress plenum plenary bureau anniversary grade time"
    " century parallel party meeting session department".split()
)
_IN = frozenset(["in"])
# What stands after "the day before" when it counts from an event, of which no day is known.
_EVENTS = frozenset("the a an his her their its our my this that these those they he she it we I being".split())
_THE = frozenset(["the"])
_OF = frozenset(["of", "in"])
# What is of a season and dates nothing: winter drills.
_SEASONED = frozenset(
    "drills drill training exercises exercise clothes clothing coats coat crops crop uniforms boots wheat fuel fishing ploughing planting offensive harvest".split()
)
# Told of before, and its day with it: two days after the shooting.
_HAPPENINGS = (
    "shooting|blast|explosion|attack|accident|arrest|arrests|raid|flood|fire|collapse|execution|executions|trial|clash|incident"
    "|crash|landslide|funeral|disappearance|killing|murder|death|deaths|escape|drowning|storm|beating|crossing|bombing|ambush"
)
# What stands behind a year of two figures, where a number of people would have a noun.
_ENDS = frozenset(
    ["", ",", ".", ";", ":", ")", "(", "|", "\n", "-", "–", "—", "and", "to", "that", "in", "at", "by", "when", "as"]
)
_PAPERS = frozenset(
    "photo photos image images imagery picture pictures footage video document documents letter news report reports list"
    " figures data notice order message call letters".split()
)


def _month_turn(turn: int, month: int) -> Month:
    return Month(month, turn={-1: Turn.last, 0: Turn.latest, 1: Turn.coming}[turn])


def _weekday_turn(turn: int, day: int) -> Weekday:
    return Weekday(day, 0) if turn == 0 else Weekday(day, turn=Turn.coming if turn > 0 else Turn.latest)


def _season_turn(turn: int, season: str) -> Season:
    return Season(season, turn={-1: Turn.last, 0: Turn.latest, 1: Turn.coming}[turn])


def _unit_turn(turn: int, unit: str) -> Moved | None:
    return None if unit == "day" else Moved(turn, unit)


def _unit_from_named(turn: int, unit: str) -> Moved | None:
    """The next day, the previous week: counted from the date named last."""
    return Moved(turn, unit, LastNamed()) if turn else None


def _years(first: int, last: int) -> Between | None:
    """2022-23: two years that follow one another."""
    last = last if last > 99 else first - first % 100 + last
    return Between(Year(first), Year(last)) if last == first + 1 else None


def _wider(first: Part, last: Part) -> Part:
    if Part.early in {first, last}:
        return Part.early_mid if Part.mid in {first, last} else Part.whole
    return Part.mid_late


def _dated(last: Expression | int) -> Expression:
    return Year(last) if isinstance(last, int) else last


_NAMES = Grammar(
    [
        Rule("the? lunar new year 's? day?", "HOLIDAY", lambda: "seollal"),
        Rule("the? chinese new year 's? day?", "HOLIDAY", lambda: "seollal"),
        Rule("new year 's day", "HOLIDAY", lambda: "new-year"),
        Rule("new year 's eve", "DATE", lambda: Moved(-1, "day", Holiday("new-year", turn=Turn.latest))),
        Rule("the? first full moon festival?", "HOLIDAY", lambda: "daeboreum"),
        Rule("the? day of the sun", "HOLIDAY", lambda: "sun"),
        Rule("the? day of the shining star", "HOLIDAY", lambda: "shining-star"),
        Rule("liberation day", "HOLIDAY", lambda: "liberation"),
        Rule("the? party foundation|founding day|anniversary", "HOLIDAY", lambda: "party-founding"),
        Rule("the? party 's foundation|founding day|anniversary", "HOLIDAY", lambda: "party-founding"),
        Rule("the? anniversary of the party 's? foundation|founding?", "HOLIDAY", lambda: "party-founding"),
        Rule("the? anniversary of the foundation|founding of the party", "HOLIDAY", lambda: "party-founding"),
        Rule("the? day of the foundation|founding of the republic", "HOLIDAY", lambda: "state-founding"),
        Rule("the? republic 's? foundation|founding day", "HOLIDAY", lambda: "state-founding"),
        Rule("juche N", "YEARREF", lambda n: 1911 + n),
        Rule("a|an UNIT", "SPAN", lambda unit: (1, unit)),
        Rule("N UNIT", "SPAN", lambda n, unit: (n, unit)),
        Rule("a couple of UNIT", "SPAN", lambda unit: (2, unit)),
        Rule("half a year", "SPAN", lambda: (6, "month")),
        Rule("a FORTNIGHT", "SPAN", lambda n: (n, "week")),
        Rule("N FORTNIGHT", "SPAN", lambda n, two: (n * two, "week")),
        Rule("SHORTMONTH .", "ABBREVIATED", lambda month: month),
        Rule("ORD half", "HALF", lambda n: n if n <= 2 else None),
        Rule("ORD quarter", "QUARTER", lambda n: n),
        Rule("the year before last", "YEARREF", lambda: Rel(-2)),
        Rule("TURN year", "YEARREF", Rel, unless_after=frozenset(["the"])),
        Rule("that|same year", "YEARREF", lambda: Same(0)),
        Rule("the same year", "YEARREF", lambda: Same(0)),
        Rule("the following|next year", "YEARREF", lambda: Same(1)),
        Rule("the previous year", "YEARREF", lambda: Same(-1)),
        Rule("the year before", "YEARREF", lambda: Same(-1)),
        Rule("the year after", "YEARREF", lambda: Same(1)),
    ]
)

_M = "MONTH|ABBREVIATED"
_Y = "YEAR|YEARREF"
_DASH = "-|to|and|or|through"
_W = "WEEKDAY|SHORTDAY"
_TO = "-|to|through"


def _days(first: int, last: int, month: Month | None) -> Between:
    return Between(Day(first, month), Day(last, month))


_UNITS_OF_TIME = Grammar(
    [
        Rule("DATE", "T", lambda date: date),
        Rule(f"the? DAY of? {_M} ,? {_Y}", "T", lambda d, m, y: Day(d, Month(m, y))),
        Rule(f"the? DAY of? {_M} ,? of {_Y}", "T", lambda d, m, y: Day(d, Month(m, y))),
        Rule(f"the? DAY of? {_M}", "T", lambda d, m: Day(d, Month(m))),
        Rule(f"{_M} the? DAY ,? {_Y}", "T", lambda m, d, y: Day(d, Month(m, y))),
        Rule(f"{_M} the? DAY of {_Y}", "T", lambda m, d, y: Day(d, Month(m, y))),
        Rule(f"{_M} the? DAY", "T", lambda m, d: Day(d, Month(m)), unless_after=_IN | {"mid", "early", "late", "-"}),
        Rule(f"{_W} ,? the? DAY of? {_M} ,? {_Y}?", "T", lambda _, d, m, y=None: Day(d, Month(m, y))),
        Rule(f"{_W} ,? {_M} the? DAY ,? {_Y}?", "T", lambda _, m, d, y=None: Day(d, Month(m, y))),
        Rule("the? DAY of? MONTH ,? '? PASTYEAR", "T", lambda d, m, y: Day(d, Month(m, Digits(y))), before=_ENDS),
        Rule("MONTH the? DAY , '? PASTYEAR", "T", lambda m, d, y: Day(d, Month(m, Digits(y))), before=_ENDS),
        Rule(
            f"{_M} DAY {_TO} {_M} DAY ,? {_Y}?",
            "T",
            lambda m, a, n, b, y=None: Between(Day(a, Month(m)), Day(b, Month(n, y))),
        ),
        Rule("the? YEAR -|/ SHORTYEAR|YEAR school|academic|fiscal|financial|agricultural year|season?", "T", _years),
        Rule(f"{_W} the NTH", "T", lambda _, d: Day(d)),
        Rule(f"{_M} ,? {_Y}", "T", Month),
        Rule(f"{_M} of {_Y}", "T", Month),
        Rule(f"YEARREF 's {_M}", "T", lambda y, m: Month(m, y)),
        Rule(f"this past|last {_M}", "T", lambda m: Month(m, turn=Turn.last)),
        Rule(f"TURN {_M}", "T", _month_turn, unless_after=frozenset(["the"])),
        Rule("CLEAR", "T", Month),
        Rule(_M, "T", Month, after=_LEADS),
        Rule(f"the? DAY {_DASH} the? DAY of? {_M} ,? {_Y}?", "T", lambda a, b, m, y=None: _days(a, b, Month(m, y))),
        Rule(f"between the? DAY and the? DAY of? {_M} ,? {_Y}?", "T", lambda a, b, m, y=None: _days(a, b, Month(m, y))),
        Rule(f"{_M} DAY {_DASH} DAY ,? {_Y}?", "T", lambda m, a, b, y=None: _days(a, b, Month(m, y))),
        Rule(
            f"from the? DAY to|until|till|through the? DAY of? {_M} ,? {_Y}?",
            "P",
            lambda a, b, m, y=None: Lasted(Day(a, Month(m, y)), Day(b, Month(m, y))),
        ),
        Rule(
            f"from {_M} DAY to|until|till|through|- DAY ,? {_Y}?",
            "P",
            lambda m, a, b, y=None: Lasted(Day(a, Month(m, y)), Day(b, Month(m, y))),
        ),
        Rule(
            f"from {_M} DAY to|until|till|through|- {_M} DAY ,? {_Y}?",
            "P",
            lambda m, a, n, b, y=None: Lasted(Day(a, Month(m)), Day(b, Month(n, y))),
        ),
        Rule(f"DAY , DAY ,? and|or DAY of? {_M} ,? {_Y}?", "T", lambda a, _, c, m, y=None: _days(a, c, Month(m, y))),
        Rule(f"the ORD of {_M} ,? {_Y}?", "T", lambda d, m, y=None: Day(d, Month(m, y))),
        Rule(f"{_M} {_DASH} {_M} ,? {_Y}?", "T", lambda a, b, y=None: Between(Month(a), Month(b, y))),
        Rule(f"from {_M} to|until|till|through {_M} ,? {_Y}?", "P", lambda a, b, y=None: Lasted(Month(a), Month(b, y))),
        Rule(f"between {_M} and {_M} ,? {_Y}?", "T", lambda a, b, y=None: Between(Month(a), Month(b, y))),
        Rule("the? DAY of TURN month", "T", lambda d, n: Day(d, Month(Rel(n)))),
        Rule("the? DAY of that month", "T", lambda d: Day(d, Month(Same()))),
        Rule("the NTH", "T", Day, after=_DAY_LEADS, unless_before=_NOT_DAYS),
        Rule("the? NTH", "T", Day, before=frozenset([":"])),
        Rule("NTH", "T", Day, after=_DAY_LEADS, unless_before=_NOT_DAYS),
        Rule("WEEKDAY", "T", Weekday, unless_after=_HABIT),
        Rule("SHORTDAY", "T", Weekday, before=frozenset([":"])),
        Rule("TURN WEEKDAY", "T", _weekday_turn, unless_before=_OF),
        Rule("the? WEEKDAY before last", "T", lambda _: Vague()),
        Rule("the? ORD WEEKDAY", "NTHDAY", lambda n, d: (n, d), before=_OF),
        Rule("the? last WEEKDAY", "NTHDAY", lambda d: (0, d), before=_OF),
        Rule("mid -? month", "T", lambda: MonthPart(Part.mid)),
        Rule("this past|last WEEKDAY", "T", Weekday),
        Rule("WEEKDAY of? TURN week", "T", Weekday),
        Rule("WEEKDAY of the previous week", "T", lambda d: Weekday(d, -1)),
        Rule("TURN week on? WEEKDAY", "T", lambda n, d: Weekday(d, n)),
        Rule(f"the? SEASON of? {_Y}", "T", Season),
        Rule("the? SEASON of? YEAR -|/ SHORTYEAR|YEAR", "T", lambda s, y, _: Season(s, y)),
        Rule("TURN SEASON", "T", _season_turn, unless_after=frozenset(["the"])),
        Rule("this past SEASON", "T", lambda s: Season(s, turn=Turn.last)),
        Rule("YEARREF 's SEASON", "T", lambda y, s: Season(s, y)),
        Rule("that SEASON", "T", lambda s: Season(s, Same())),
        Rule("the? SEASON", "T", Season, after=_SEASON_LEADS, unless_before=_SEASONED),
        Rule(f"the? QUARTER of? {_Y}?", "T", lambda n, y=None: Fraction(n, 3, y)),
        Rule(f"the? HALF of? {_Y}", "T", lambda n, y: Fraction(n, 6, y)),
        Rule("TURN HOLIDAY", "T", lambda n, key: Holiday(key, turn=Turn.coming if n > 0 else Turn.latest)),
        Rule(f"HOLIDAY of|in? {_Y}", "T", Holiday),
        Rule("YEARREF 's HOLIDAY", "T", lambda y, key: Holiday(key, y)),
        Rule("HOLIDAY", "T", Holiday),
        Rule("HOLIDAY 's? eve", "T", lambda key: Moved(-1, "day", Holiday(key))),
        Rule("TURN WEEKEND", "T", lambda week, _: Weekend(week), unless_after=_THE),
        Rule("the? WEEKEND", "T", lambda _: Weekend(), after=frozenset("on at over during in since until by".split())),
        Rule("the last|past WEEKEND", "T", lambda _: Weekend(-1)),
        Rule("this past WEEKEND", "T", lambda _: Weekend()),
        Rule("NAMED", "T", lambda n: Moved(n, "day")),
        Rule("the? day before yesterday", "T", lambda: Moved(-2, "day")),
        Rule("the? day after tomorrow", "T", lambda: Moved(2, "day")),
        Rule("last night", "T", lambda: Moved(-1, "day"), unless_before=_OF),
        Rule("this HOUR", "T", lambda _: Moved(0, "day")),
        Rule("TURN UNIT", "T", _unit_turn, unless_after=_THE | _HABIT, unless_before=frozenset(["on", "before"])),
        Rule("TURN FORTNIGHT", "T", lambda _, n: Window(n, "week")),
        Rule("the last|past UNIT", "T", lambda unit: Window(1, unit), unless_before=frozenset(["of"])),
        Rule("the? last|past SPAN", "T", lambda span: Window(*span), unless_before=frozenset(["of"])),
        Rule("the previous UNIT", "T", lambda unit: _unit_from_named(-1, unit), unless_before=_OF),
        Rule("the next|coming UNIT", "T", lambda unit: _unit_from_named(1, unit), unless_before=_OF),
        Rule("the? following UNIT", "T", lambda unit: Moved(1, unit, LastNamed())),
        Rule("next day", "T", lambda: Moved(1, "day", LastNamed())),
        Rule("the? next|following HOUR", "T", lambda _: Moved(1, "day", LastNamed())),
        Rule("the? previous HOUR", "T", lambda _: Moved(-1, "day", LastNamed())),
        Rule("the UNIT before last", "T", lambda unit: Moved(-2, unit)),
        Rule("the same UNIT", "T", LastNamed),
        Rule("same UNIT", "T", LastNamed),
        Rule("that UNIT", "T", LastNamed, unless_before=_NOT_DAYS),
        Rule("the? same|that HOUR", "T", lambda _: LastNamed()),
        Rule("the other UNIT|WEEKDAY|HOUR", "T", lambda _: Vague()),
        Rule("the turn of the year", "T", Vague),
        Rule("fiscal|financial year? YEAR", "T", lambda _: Vague()),
        Rule("a few UNIT ago|back|earlier|later", "T", lambda _: Vague()),
        Rule("several|some|many UNIT ago|back|earlier|later", "T", lambda _: Vague()),
        Rule("SPAN ago|back", "T", lambda span: Moved(-span[0], span[1])),
        Rule("SPAN ago today", "T", lambda span: Moved(-7 * span[0], "day") if span[1] == "week" else None),
        Rule("SPAN earlier", "EARLIER", lambda span: span),
        Rule("SPAN before", "BEFORE", lambda span: span),
        Rule("SPAN later", "LATER", lambda span: span),
        Rule("SPAN after", "AFTER", lambda span: span),
        Rule("the? SIDE of the UNIT", "T", lambda part, unit: PartOf(part, Moved(0, unit))),
        Rule("the? HALF of the year", "T", lambda n: Fraction(n, 6)),
        Rule("the? QUARTER of the year", "T", lambda n: Fraction(n, 3)),
        Rule(f"the? last quarter of {_Y}", "T", lambda y: Fraction(4, 3, y)),
        Rule("so far YEARREF", "P", lambda y: Lasted(StartOf(Year(y)))),
        Rule("YEARREF so far", "P", lambda y: Lasted(StartOf(Year(y)))),
        Rule("so far in YEAR", "P", lambda y: Lasted(StartOf(Year(y)))),
        Rule("so far this UNIT", "P", lambda unit: Lasted(StartOf(Moved(0, unit)))),
        Rule("this UNIT so far", "P", lambda unit: Lasted(StartOf(Moved(0, unit)))),
        Rule("for the? last|past SPAN", "P", lambda span: Lasted(Moved(-span[0], span[1]))),
        Rule("YEARREF", "T", Year),
        Rule("the? DECADE", "T", Decade),
        Rule("the? year? YEAR", "T", Year, after=_YEAR_LEADS),
    ]
)


def _first_days(first: int, span: tuple[int, str], whole: Expression) -> Expression | None:
    if first != 1:
        return None
    return DaysOf(span[0], whole) if span[1] == "day" else UnitsOf(*span, whole)


def _last_days(turn: int, span: tuple[int, str], whole: Expression) -> Expression | None:
    if turn >= 0:
        return None
    return DaysOf(-span[0], whole) if span[1] == "day" else UnitsOf(-span[0], span[1], whole)


def _nth_weekday(which: tuple[int, int], whole: Expression) -> NthWeekday:
    number, day = which
    return NthWeekday(number, day, whole)


_PARTS = Grammar(
    [
        Rule("PART -? in? T", "T", PartOf),
        Rule("PART -? to|or|and -? PART -? T", "T", lambda a, b, whole: PartOf(_wider(a, b), whole)),
        Rule("the? SIDE of T", "T", PartOf),
        Rule("the? PART part|days|weeks of T", "T", PartOf),
        Rule("the? HALF of T", "T", lambda n, whole: PartOf((Part.first_half, Part.second_half)[n - 1], whole)),
        Rule("the? ORD week of T", "T", WeekOf),
        Rule("the? TURN week of T", "T", lambda turn, whole: WeekOf(0, whole) if turn < 0 else None),
        Rule("the? ORD day of T", "T", lambda first, whole: DaysOf(1, whole) if first == 1 else None),
        Rule("the? TURN day of T", "T", lambda turn, whole: DaysOf(-1, whole) if turn < 0 else None),
        Rule("the? ORD SPAN of T", "T", _first_days),
        Rule("the? TURN SPAN of T", "T", _last_days),
        Rule("the? ORD days of T", "T", lambda n, whole: PartOf(Part.early, whole) if n == 1 else whole),
        Rule("the? TURN days of T", "T", lambda turn, whole: PartOf(Part.late, whole) if turn < 0 else whole),
        Rule("the? ORD HOUR of T", "T", lambda first, _, whole: DaysOf(1, whole) if first == 1 else None),
        Rule("the? last HOUR of T", "T", lambda _, whole: DaysOf(-1, whole)),
        Rule("NTHDAY of|in T", "T", _nth_weekday),
        Rule(
            f"AFTER the|that|this {_HAPPENINGS}",
            "T",
            lambda span: Moved(span[0], span[1], LastNamed()),
            unless_before=_OF,
        ),
        Rule(
            f"BEFORE the|that|this {_HAPPENINGS}",
            "T",
            lambda span: Moved(-span[0], span[1], LastNamed()),
            unless_before=_OF,
        ),
        Rule(
            f"the UNIT after the|that|this {_HAPPENINGS}",
            "T",
            lambda unit: Moved(1, unit, LastNamed()),
            unless_before=_OF,
        ),
        Rule(
            f"the UNIT before the|that|this {_HAPPENINGS}",
            "T",
            lambda unit: Moved(-1, unit, LastNamed()),
            unless_before=_OF,
        ),
        Rule(
            f"the HOUR after the|that|this {_HAPPENINGS}",
            "T",
            lambda _: Moved(1, "day", LastNamed()),
            unless_before=_OF,
        ),
        Rule(
            f"the HOUR before the|that|this {_HAPPENINGS}",
            "T",
            lambda _: Moved(-1, "day", LastNamed()),
            unless_before=_OF,
        ),
        Rule("the? HOUR of T", "T", lambda _, whole: whole),
        Rule("the? eve of T", "T", lambda day: Moved(-1, "day", day)),
        Rule("the? week of T", "T", lambda day: Moved(0, "week", day)),
        Rule("the? UNIT before T", "T", lambda unit, day: Moved(-1, unit, day)),
        Rule("the? UNIT after T", "T", lambda unit, day: Moved(1, unit, day)),
        Rule("the UNIT earlier", "T", lambda unit: Moved(-1, unit, LastNamed())),
        Rule("the UNIT before", "T", lambda unit: Moved(-1, unit, LastNamed()), unless_before=_EVENTS),
        Rule("the UNIT after", "T", lambda unit: Moved(1, unit, LastNamed()), unless_before=_EVENTS),
        Rule("BEFORE T", "T", lambda span, day: Moved(-span[0], span[1], day)),
        Rule("AFTER T", "T", lambda span, day: Moved(span[0], span[1], day)),
        Rule("BEFORE", "T", lambda span: Moved(-span[0], span[1], LastNamed()), unless_before=_EVENTS),
        Rule("AFTER", "T", lambda span: Moved(span[0], span[1], LastNamed()), unless_before=_EVENTS),
        Rule("EARLIER", "T", lambda span: Moved(-span[0], span[1], LastNamed())),
        Rule("LATER", "T", lambda span: Moved(span[0], span[1], LastNamed())),
    ]
)

_RANGES = Grammar(
    [
        Rule("between T and T|YEAR", "T", lambda a, b: Between(a, _dated(b))),
        Rule("from T to|until|till|through T|YEAR", "P", lambda a, b: Lasted(a, _dated(b))),
        Rule("T to|through|- T|YEAR", "T", lambda a, b: Between(a, _dated(b))),
        Rule("T or T", "T", Between),
        Rule("T until|till T|YEAR", "P", lambda a, b: Lasted(a, _dated(b))),
        Rule("since T", "P", Lasted),
        Rule("from T on|onward|onwards|forward", "P", Lasted),
        Rule("T onward|onwards", "P", Lasted),
        Rule("from T", "P", Lasted, unless_after=_PAPERS),
        Rule("as of T", "P", Lasted),
        Rule("starting|beginning|effective in|on|from? T", "P", Lasted),
        Rule("after T", "P", Lasted),
        Rule("until|till|by|before T", "P", lambda end: Lasted(None, end)),
        Rule("up to|until T", "P", lambda end: Lasted(None, end)),
        Rule("no later|sooner than T", "P", lambda end: Lasted(None, end)),
        Rule("prior to T", "P", lambda end: Lasted(None, end)),
        Rule("through T", "P", lambda end: Lasted(None, end)),
    ]
)

CASCADE = (_NAMES, _UNITS_OF_TIME, _PARTS, _RANGES)


__all__ = ["CASCADE", "tokens"]
