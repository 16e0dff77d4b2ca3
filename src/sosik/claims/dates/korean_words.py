"""Korean words of time, and the tokens of a text: a run of Hangul is cut into words of the table, or is none of them."""

import itertools
import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import Any

from sosik.claims.dates.anchors import Onward, Part, Rel, Same, Turn
from sosik.claims.dates.calendar_words import Day, Month
from sosik.claims.dates.composed_words import Fixed
from sosik.claims.dates.grammar import Token

_MONTHS = "일월 이월 삼월 사월 오월 유월 칠월 팔월 구월 시월 십일월 십이월".split()
_NATIVE_DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9,
    "열흘": 10, "보름": 15, "스무날": 20,
}  # fmt: skip
_COUNTS = {
    "한": 1, "두": 2, "세": 3, "석": 3, "서": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8,
    "아홉": 9, "열": 10, "열한": 11, "열두": 12, "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "십": 10,
}  # fmt: skip
_UNITS = {
    "주": "week", "주일": "week", "주간": "week", "일주일": "week",
    "달": "month", "개월": "month", "해": "year", "년": "year",
}  # fmt: skip
_PARTS = {
    "초": Part.early, "초순": Part.early, "상순": Part.early, "초반": Part.early, "중순": Part.mid, "중반": Part.mid,
    "하순": Part.late, "말": Part.late, "후반": Part.late, "말경": Part.late, "초중순": Part.early_mid,
    "중하순": Part.mid_late, "전반기": Part.first_half, "후반기": Part.second_half,
}  # fmt: skip
_YEARS = {
    "올해": Rel(0), "금년": Rel(0), "올": Rel(0), "지난해": Rel(-1), "작년": Rel(-1), "전년": Same(-1),
    "재작년": Rel(-2), "지지난해": Rel(-2), "내년": Rel(1), "명년": Rel(1), "그해": Same(0), "동년": Same(0),
    "이듬해": Same(1), "전해": Same(-1),
}  # fmt: skip
_MONTH_REFS = {
    "이달": Rel(0), "이번달": Rel(0), "금월": Rel(0), "지난달": Rel(-1), "전달": Same(-1), "지지난달": Rel(-2),
    "내달": Rel(1), "익월": Same(1), "다음달": Onward(), "그달": Same(0), "동월": Same(0),
}  # fmt: skip
_WEEKS = {"이번주": 0, "금주": 0, "지난주": -1, "지지난주": -2, "다음주": 1, "내주": 1}
_NAMED = {
    "오늘": 0, "금일": 0, "어제": -1, "어저께": -1, "전일": -1, "그제": -2, "그저께": -2, "그끄제": -3,
    "내일": 1, "모레": 2, "어젯밤": -1, "간밤": -1, "지난밤": -1, "엊저녁": -1,
}  # fmt: skip
_FROM_NAMED = {"이날": 0, "당일": 0, "그날": 0, "동일": 0, "전날": -1, "이튿날": 1, "다음날": 1, "익일": 1}
_HOLIDAYS = {
    "설": "seollal", "설날": "seollal", "음력설": "seollal", "구정": "seollal", "추석": "chuseok", "추석날": "chuseok",
    "한가위": "chuseok", "단오": "dano", "단옷날": "dano", "단오날": "dano", "단오절": "dano",
    "대보름": "daeboreum", "대보름날": "daeboreum", "정월대보름": "daeboreum", "정월대보름날": "daeboreum",
    "신정": "new-year", "양력설": "new-year", "태양절": "sun", "광명성절": "shining-star", "당창건일": "party-founding",
    "당창건기념일": "party-founding", "구구절": "state-founding", "광복절": "liberation", "해방절": "liberation",
    "조국해방기념일": "liberation", "성탄절": "christmas", "크리스마스": "christmas",
    "정월초하루": "seollal", "섣달그믐": "seollal-eve", "섣달그믐날": "seollal-eve", "춘절": "seollal", "춘제": "seollal", "중추절": "chuseok",
    "새해첫날": "new-year", "신년첫날": "new-year", "양력설날": "new-year", "삼일절": "march-first", "한글날": "hangul", "개천절": "foundation",
    "현충일": "memorial", "제헌절": "constitution", "어린이날": "children", "어버이날": "parents", "어머니날": "mothers",
    "노동절": "may-day", "로동절": "may-day", "근로자의날": "may-day", "국제노동자절": "may-day", "국제로동자절": "may-day",
    "건군절": "army", "인민군창건일": "army-april", "전승절": "victory", "국제부녀절": "women", "부녀절": "women", "여성의날": "women",
    "청년절": "youth", "선군절": "songun", "헌법절": "north-constitution", "식수절": "planting", "아동절": "child-day", "국제아동절": "child-day",
    "정권수립일": "state-founding", "공화국창건일": "state-founding", "당창건절": "party-founding", "국경절": "china-national",
}  # fmt: skip
# Each falls on one of two days, by the year: both are the span.
_TERMS = {
    "입춘": "ipchun", "경칩": "gyeongchip", "춘분": "chunbun", "청명": "cheongmyeong", "청명절": "cheongmyeong", "곡우": "gogu", "입하": "ipha",
    "소만": "soman", "망종": "mangjong", "하지날": "haji", "하짓날": "haji", "입추": "ipchu", "처서": "cheoseo", "백로": "baengno", "추분": "chubun",
    "한로": "hallo", "상강": "sanggang", "입동": "ipdong", "동짓날": "dongji", "동지날": "dongji", "소한": "sohan", "한식날": "hansik",
}  # fmt: skip
_SEASONS = {"봄": "spring", "여름": "summer", "가을": "autumn", "겨울": "winter"}
# Part of a season, which no rule divides: the whole of it.
_SEASONS |= {f"{part}{word}": season for word, season in _SEASONS.items() for part in ("초", "늦", "한")}
_TENS = {"초": 0, "열": 10, "스무": 20}
_DAY_STEMS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9,
    "하룻날": 1, "이튿날": 2, "사흗날": 3, "나흗날": 4, "닷샛날": 5, "엿샛날": 6, "이렛날": 7, "여드렛날": 8, "아흐렛날": 9,
    "하루날": 1, "이틀날": 2, "사흘날": 3, "나흘날": 4, "닷새날": 5, "엿새날": 6, "이레날": 7, "여드레날": 8, "아흐레날": 9,
}  # fmt: skip
# 초닷새, 열이튿날, 스무하루: days of a month counted in native words; of the lunar month where no month is named.
_DAY_NAMES = {f"{ten}{stem}": tens + day for ten, tens in _TENS.items() for stem, day in _DAY_STEMS.items()}
_DAY_NAMES |= {"초열흘": 10, "초열흘날": 10, "보름날": 15, "스무날": 20}
_HALVES = {"상반기": 1, "하반기": 2, "상반년": 1, "하반년": 2}
_RANKS = {
    "첫": 1,
    "첫째": 1,
    "둘째": 2,
    "셋째": 3,
    "넷째": 4,
    "다섯째": 5,
    "마지막": 0,
    "첫번째": 1,
    "두번째": 2,
    "세번째": 3,
    "네번째": 4,
}
_HOURS = "새벽 아침 오전 낮 대낮 정오 오후 저녁 밤 심야 한밤 밤중".split()
# What may hang on a word of time without changing the day.
_PARTICLES = (
    "에 에는 에도 에만 에서 에서는 에야 엔 은 는 이 가 을 를 의 도 만 과 와 로 으로 께 경 쯤 무렵 들어 들어서 중 자 자로 날 당일 내내 하루 내"
    " 이나 이던 인 사이 기간 명절 연휴 때 때에 에까지"
    " 이에요 예요 이요 인데요 이었어요 였어요 였는데 이었는데 이오 이지요 이다 이라 이라고 이라는 이라며 이었다 이었던 였다 였던 입니다 인데 이며 이고 이지만 보다 처럼 만큼 이면 철 무렵에 께에 경에 쯤에 즈음 즈음에 자정"
).split()


def _lexicon() -> dict[str, dict[str, Any]]:
    words: dict[str, dict[str, Any]] = {}

    def add(word: str, **kinds: Any) -> None:
        words[word] = words.get(word, {}) | kinds

    tables: tuple[tuple[str, dict[str, Any]], ...] = (
        ("DAYS", _NATIVE_DAYS),
        ("N", _COUNTS),
        ("UNIT", _UNITS),
        ("PART", _PARTS),
        ("YEARREF", _YEARS),
        ("MONTHREF", _MONTH_REFS),
        ("WEEKREF", _WEEKS),
        ("NAMED", _NAMED),
        ("FROMNAMED", _FROM_NAMED),
        ("HOLIDAY", _HOLIDAYS | _TERMS),
        ("SEASON", _SEASONS),
        ("HALF", _HALVES),
        ("DAYNAME", _DAY_NAMES),
        ("RANK", _RANKS),
        ("몇", dict.fromkeys("몇 한두 두어 두세 서너 여러 수".split(), 0)),
        ("WEEKDAY", {f"{day}{name}": number for number, day in enumerate("월화수목금토일") for name in ("요일", "욜")}),
        ("MONTH", {name: number for number, name in enumerate(_MONTHS, 1)}),
        ("TURN", {"지난": Turn.last, "오는": Turn.coming, "다가오는": Turn.coming, "돌아오는": Turn.coming}),
    )
    for kind, table in tables:
        for word, value in table.items():
            if value is not None:
                add(word, **{kind: value})
    for word in _PARTICLES:
        add(word, p=None)
    for word in _HOURS:
        add(word, hour=None)
    for word in ("초순", "상순", "중순", "하순"):
        add(word, TENTH=_PARTS[word])
    for word in (
        "년 년도 월 일 분기 전 뒤 후 부터 까지 이후 이래 이전 전까지 이후로 정월 다음 이번 지난 같은 그 에서 와 과 사이 년대 간 동안 만에 만 째"
        " 주체 연초 연말 연중 월초 월말 초 말 당시 최근 해 달 주 들어 들어서 지금까지 매년 해마다 매달 매주 마다 로 으로 날 일주일 반년 지금 새 매월 달마다 여 당 노동당 창건일 창건 기념일 음력 초하루 주말 주차 엊그제 며칠 얼마 몇 이보다 그보다 앞서 저번 또는 이나 나 의 첫날 새해 신년 스승 노동자 근로자 말일 마지막 그믐날 그믐 연휴 앞두고 을 를 가량 정도 쯤 이맘때 주초 주중 동짓달 섣달 즈음 앞둔 신년 정권 수립일 공화국 인민군 지나 지나서 여일"
    ).split():
        add(word, **{word: None})
    for word in "김장철 모내기철 모내기 장마철 농번기 가을걷이철 추수철 감자철 송이철 해빙기 결빙기".split():
        add(word, 농사철=None)
    add("연초", RELPART=Part.early)
    add("연말", RELPART=Part.late)
    add("월초", MONTHPART=Part.early)
    add("월말", MONTHPART=Part.late)
    return words


LEXICON = _lexicon()
_FIRSTS = frozenset(word[0] for word in LEXICON)
_LONGEST = max(map(len, LEXICON))
_MAX_RUN = 14
_LONGEST_COUNT = 999

_TOKEN = re.compile(
    r"(?P<quoted>(?<=['’‘])\d{2}\.\s?\d{1,2}\.\s?\d{1,2}(?!\d)\.?)"
    r"|(?P<slashed>(?<![\d/.])\d{1,2}/\d{1,2}(?=\s?(?:\(|새벽|밤|오전|오후|저녁|아침|낮|일|자|경|,|:|부터)))"
    r"|(?P<feast>(?<![\d.·])(?:9[.·]9|8[.·]15|10[.·]10|4[.·]15|2[.·]16|4[.·]25|7[.·]27|3[.·]8)(?=절|명절|\s?(?:당일|행사|기념)|(?:을|를|에|날)(?:\s|$)))"
    r"|(?P<edtf>\d{4}-(?:0\d|1[012]|[01X]X)(?:-[0123X][\dX])?(?:/(?:\d{4}-\d{2}(?:-\d{2})?|\.\.))?(?![\w-]))"
    r"|(?P<dotted>\d{4}\s?[./]\s?\d{1,2}\s?[./]\s?\d{1,2}(?!\d)[.]?)"
    r"|(?P<short>(?<![\d.])\d{1,2}\.\s?\d{1,2}(?=\.(?!\d)|일|\s?\([월화수목금토일]\))\.?)"
    r"|(?P<yearmonth>(?:19|20)\d{2}\.\s?\d{1,2}\.?(?![\d%]))"
    r"|(?P<weekday>(?<=일)\s?\([월화수목금토일](?:요일)?\))"
    r"|(?P<figure>\d+(?:[.,]\d+)+%?|\d+%)"
    r"|(?P<number>\d+)|(?P<hangul>[가-힣]+)|(?P<word>[^\W\d_가-힣]+)|(?P<mark>\n|\S)"
)


def islands(text: str, kinds: Container[str]) -> Iterator[list[Token]]:
    """The words of time of a text, those together that no other word parts, each group between its neighbours.

    ``kinds`` are those of which a grammar speaks: what is of none of them parts two groups, since no rule runs over it.
    """
    island: list[Token] = []
    last: Token | None = None
    has_word = before_has_kind = False
    for match in _TOKEN.finditer(text):
        group = match.lastgroup
        if group == "weekday":
            continue
        found = (
            _hangul(match, before_has_kind=before_has_kind) if group == "hangul" else _other(match, str(group), kinds)
        )
        before_has_kind = bool(found) or group in {"mark", "word"}
        if found:
            if not island and last is not None:
                island.append(last)
            island += found
            has_word = has_word or group not in {"mark", "number"}
            last = found[-1]
            continue
        last = Token({}, match.start(), match.end(), match[0])
        if has_word:
            yield [*island, last]
        island, has_word = [], False
    if has_word:
        yield island


def _other(match: re.Match[str], group: str, kinds: Container[str]) -> list[Token]:
    values = {kind: value for kind, value in _kinds(match[0], group).items() if kind in kinds}
    return [Token(values, match.start(), match.end(), match[0])] if values else []


def _hangul(match: re.Match[str], *, before_has_kind: bool) -> list[Token]:
    """The words of the table that the run is made of; none when it is not made of them."""
    run = match[0]
    if run[0] not in _FIRSTS:
        return []
    words = _words_of(run)
    if not words:
        return []
    if run == "봄" and not before_has_kind:
        return []  # "saw", unless a year or the like stands before it
    if run == "전해" and not _YEAR_BEFORE.match(match.string, match.end()):
        return []  # "passed on", unless a part of the year follows
    at = match.start()
    cut: list[Token] = []
    for word in words:
        cut.append(Token(LEXICON[word], at, at + len(word), word))
        at += len(word)
    return cut


@lru_cache(maxsize=1 << 15)  # the same words come again and again
def _words_of(run: str) -> tuple[str, ...]:
    if len(run) > _MAX_RUN:
        return ()
    words = _words(run)
    return tuple(words) if words is not None and _reads_as_time(words) else ()


# One syllable that is a word of time only where it begins: 설 in 전설, 봄 in 처음봄 are nothing of the kind.
_BEGINS = frozenset(["설", "봄", "올", *_HOLIDAYS, *_TERMS])
_DAYS_NAMED = frozenset([*_HOLIDAYS, *_TERMS])
_OBJECT = frozenset(["을", "를"])
_MAY_PRECEDE = frozenset(
    "올 올해 금년 작년 지난해 재작년 지지난해 내년 명년 그해 이듬해 전해 년 년도 해 지난 오는 다가오는 돌아오는 이번 새 음력".split()
)
_YEAR_BEFORE = re.compile(r"\s?(?:\d|봄|여름|가을|겨울)")
_NO_TIME = frozenset(["해주", "오늘날", "설전", "올만에"])


def _reads_as_time(words: list[str]) -> bool:
    """The cut is not one of another word that happens to fall into words of time."""
    if "".join(words[:2]) in _NO_TIME or "".join(words) in _NO_TIME:
        return False
    pairs = list(itertools.pairwise(words))
    if any(after in _OBJECT and before not in _DAYS_NAMED for before, after in pairs):
        return False
    if any(before in _BEGINS and "N" in LEXICON[after] and "p" not in LEXICON[after] for before, after in pairs):
        return False  # 설사 is no 설 and four
    return all(before in _MAY_PRECEDE for before, after in pairs if after in _BEGINS)


def _words(run: str) -> list[str] | None:
    """The cut into the longest words first; None when there is none. Filled from the end, so that no run is slow."""
    cuts: list[list[str] | None] = [None] * len(run) + [[]]
    for start in range(len(run) - 1, -1, -1):
        for length in range(min(_LONGEST, len(run) - start), 0, -1):
            rest = cuts[start + length]
            word = run[start : start + length]
            if rest is not None and word in LEXICON:
                cuts[start] = [word, *rest]
                break
    return cuts[0]


def _kinds(word: str, group: str) -> dict[str, Any]:
    if group == "number":
        return _number(word)
    if group == "edtf":
        return {"DATE": Fixed(word)}
    if group == "quoted":
        year, month, day = (int(part) for part in re.findall(r"\d+", word))
        return {"DATE": Day(day, Month(month, 2000 + year))}
    if group in {"dotted", "feast", "short", "yearmonth", "slashed"}:
        return {"DATE": _dotted([int(part) for part in re.findall(r"\d+", word)])}
    return {"~": None} if word in {"~", "-", "∼", "～", "–", "〜"} else {word.lower(): None}


def _number(word: str) -> dict[str, Any]:
    if len(word) > 4:
        return {}
    number = int(word)
    kinds: dict[str, Any] = {"N": number} if number <= _LONGEST_COUNT else {}
    kinds["NUMBER"] = number
    if 1900 <= number <= 2099:
        kinds["YEAR"] = number
    return kinds


def _dotted(parts: list[int]) -> Day | Month:
    match parts:
        case [year, month, day]:
            return Day(day, Month(month, year))
        case [year, month] if year > 99:
            return Month(month, year)
        case _:
            return Day(parts[1], Month(parts[0]))
