"""Amounts in Korean: figures with 만 and 억, native and Sino-Korean numerals before a counter, days with names of their own."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from sosik.bulletins.translation.amount import Amount, Bound
from sosik.claims.gazetteer.morphemes import Morpheme
from sosik.claims.people import korean_numbers
from sosik.values.textspan import TextSpan

_UNITS = {
    "person": "명 인 사람 분 식구 구 인분",
    "household": "가구 세대 가정 집",
    "hour": "시간",
    "minute": "분간",
    "day": "일간 일째 일 날",
    "week": "주일 주간 주째 주",
    "month": "개월 달 달간",
    "year": "년간 년째 해째 해 년 주년 년여",
    "percent": "퍼센트 프로 % ％ %포인트",
    "tenth": "할",
    "metre": "미터 m ｍ M",
    "km": "킬로미터 ㎞ km 키로미터",
    "kg": "킬로그램 ㎏ kg 킬로 키로",
    "ton": "톤 t t가량",
    "won": "원",
    "yuan": "위안 위안화 원(위안)",
    "dollar": "달러 불",
    "yen": "엔",
    "ruble": "루블",
    "age": "살 세 살배기 세의",
    "fold": "배 곱절",
    "times": "번 차례 회 번씩",
    "ordinal": "번째 차 호 위 등 째",
    "degree": "도",
    "hectare": "헥타르 정보",
    "litre": "리터 L ℓ",
    "": "마리 채 대 척 개 곳 군데 건 발 자루 장 권 통 층 쌍 켤레 벌 포대 가마니 상자 병 봉지 끼 줄 쪽 편 짝 개국 개소 그루 평 필지 센티미터 ㎝ cm 리 그램 g 정 문 기 량 동 방울 컷 문장 가지 종 명분 개월치 여개 대대 중대 소대 팀 조 홉 말 갑 단 켠 칸 모금 바퀴 걸음 개비 뙈기 포기 두 잔 그릇 뿌리 부 과 계단 살림 연대 사단",
}
_UNIT_OF: dict[str, set[str]] = {}
for _unit, _counters in _UNITS.items():
    for _word in _counters.split():
        _UNIT_OF.setdefault(_word, set()).add(_unit)
_COUNTER = "|".join(sorted(map(re.escape, _UNIT_OF), key=len, reverse=True))
_FIGURE = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MIXED = rf"(?:(?:{_FIGURE})\s?[조억만천백십]{{0,2}}\s?)*(?:{_FIGURE})(?:\s?(?:[천백십]?[조억만]|[천백십])(?![가-힣]*?원자))?"
_WORDED = korean_numbers.ONE
_RANGE = r"\s?(?:[~∼～\-–]|에서|내지|또는|이나|나)\s?"
_NUMBERED = re.compile(r"제\s?(?P<number>\d{1,4})(?!\d)")
_DIGITS = re.compile(
    rf"(?<![\d.,A-Za-z])(?P<low>{_MIXED})(?:{_RANGE}(?P<high>{_MIXED}))?\s?(?P<some>여)?\s?(?P<counter>{_COUNTER})?"
)
_NATIVE = re.compile(
    rf"(?<![가-힣\d])(?P<low>{_WORDED})\s?(?P<some>여)?(?:{_RANGE}(?P<high>{_WORDED}))?\s?(?P<more>여)?\s?(?P<counter>{_COUNTER})(?P<rest>[가-힣]*)"
)
_BARE = frozenset(
    "둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 스물 서른 마흔 쉰 예순 일흔 여든 열둘 열셋 열넷 열다섯 열여섯 열일곱 열여덟 열아홉".split()
)
_BEFORE_NOUN = frozenset("두 세 네 석 넉 서 너 다섯 여섯 일곱 여덟 아홉 열".split())
_DAYS = {
    "이틀": (2, ()), "사흘": (3, ()), "나흘": (4, ()), "닷새": (5, ()), "엿새": (6, ()), "이레": (7, ()), "여드레": (8, ()),
    "아흐레": (9, ()), "열흘": (10, ()), "열하루": (11, ()), "열이틀": (12, ()), "열닷새": (15, (14,)), "보름": (15, (14,)),
}  # fmt: skip
_LARGE = {"십": 1, "백": 2, "천": 3, "만": 4, "억": 8}
_SEVERAL = re.compile(
    r"(?<![가-힣])(?P<word>수|몇)\s?(?P<size>[십백천만억]{1,2})(?P<some>여)?\s?(?:원|명|가구|세대|개|톤|마리|대|채|건|차례|번|위안|달러|년|㎏|kg|㎞|미터|통|장|배|리)?"
)
_FEW = re.compile(
    r"(?<![가-힣])(?:여러|몇몇|몇|서너|두어|두서너|수(?=\s?(?:차례|개월|년|일|시간|주|명)))\s?(?:명|사람|번|차례|집|가구|세대|마리|곳|군데|개월|개|달|해|년|주|날|시간|대|채|척|건|가지|장|발|분|일)"
)
_FRACTION = re.compile(r"(?P<of>\d+|[이삼사오육칠팔구십]|세|네)\s?분의\s?(?P<part>\d+|[일이삼사오육칠팔구])")
_HALF = re.compile(r"절반|(?<=의 )반(?=[이을은으도 ])")
_BEFORE = re.compile(
    r"(?P<bound>최소한?|적어도|못해도|최소로|최대|많게는|많아야|최고|기껏해야|약|대략|거의|근|얼추|어림잡아|줄잡아)\s?(?:으로|한)?\s?(?:[가-힣]{1,4}\s)?$"
)
_AFTER = re.compile(
    r"^(?:의)?\s?(?P<bound>(?:을|를|이|가|도)?\s?넘지\s?(?:않|못|아니)|이상|넘게|넘는|넘도록|남짓|초과|미만|이하|이내|안팎|내외|정도|가량|쯤|이 넘|을 넘|가 넘|를 넘|까지|에 이르|에 달하|에 육박|전까지|(?:이|도|가|에|에도)?\s?(?:채\s?)?(?:(?:안|못)\s?(?:되|돼|됐|미치|미쳐)|되지\s?(?:않|못)|미치지\s?못|못\s?미))"
)
_FROM = re.compile(
    r"(?:에서(?!\s?(?:일|살|열|만|보|온|나))|에서부터|부터|이던\s?것|하던\s?것|이었던\s?것|이었으나|이던)"
)
_TO = re.compile(r"(?:으로|로)(?!\s?(?:알려|추정|전해|보|집계|나타|나뉘|구성|이뤄|밝혀|인해|확인|드러|파악))|까지")
_LEAST = frozenset("최소 최소한 적어도 못해도 최소로 이상 넘게 넘는 넘도록 초과 줄잡아".split()) | {
    "이 넘",
    "을 넘",
    "가 넘",
    "를 넘",
}
_MOST = frozenset("최대 많게는 많아야 최고 기껏해야 미만 이하 이내".split())
_REACH = frozenset({"까지", "에 이르", "에 달하", "에 육박", "전까지"})
_ABOUT = frozenset("약 대략 거의 근 얼추 어림잡아 안팎 내외 정도 가량 쯤".split())
_DECADE = re.compile(r"(?<!\d)(?P<age>[1-9]0)대(?=\s|의|가|는|로|이|,|\)|부부|남|여|초|중|후)")


def amounts_ko(text: str, morphemes: Sequence[Morpheme]) -> Iterator[Amount]:
    taken: list[tuple[int, int]] = []
    ends = frozenset(one.end for one in morphemes)
    for found in (_special(text), _figures(text), _words(text, ends)):
        for one in found:
            if not any(a < one.span.end and one.span.start < b for a, b in taken):
                taken.append((one.span.start, one.span.end))
                yield one
    yield from _bare(text, morphemes, taken)


def _bare(text: str, morphemes: Sequence[Morpheme], taken: Sequence[tuple[int, int]]) -> Iterator[Amount]:
    """Native numerals without a counter that is known, such as 일가족 셋, 열아홉이던 and 두 나라."""
    run: list[Morpheme] = []
    for one in (*morphemes, None):
        if one is not None and one.tag in {"NR", "NNG"} and one.form in _BARE and (not run or run[-1].end == one.start):
            run.append(one)
            continue
        if run and run[-1].tag == "MM" and (one is None or not one.tag.startswith(("N", "XR"))):
            run = []
        if run and not any(a < run[-1].end and run[0].start < b for a, b in taken):
            value = korean_numbers.number("".join(part.form for part in run))
            if value:
                yield _bounded(text, Amount(TextSpan(run[0].start, run[-1].end), value, value))
        starts = one is not None and (
            (one.tag == "NR" and one.form in _BARE) or (one.tag == "MM" and one.form in _BEFORE_NOUN)
        )
        run = [one] if one is not None and starts else []


def _special(text: str) -> Iterator[Amount]:
    """What is no numeral with a counter: fractions, days with a name, decades of age, words without a number."""
    for match in _NUMBERED.finditer(text):
        number = int(match["number"])
        yield Amount(TextSpan(*match.span()), number, number, frozenset({"ordinal", "thing"}))
    for match in re.finditer(r"(?<![가-힣])반년(?![가-힣]{2})", text):
        yield Amount(TextSpan(*match.span()), 6, 6, frozenset({"month"}))
    for match in _FRACTION.finditer(text):
        of, part = (_small(match[name]) for name in ("of", "part"))
        if of and part:
            yield _bounded(text, Amount(TextSpan(*match.span()), part / of, part / of, frozenset({"share"})))
    for match in _HALF.finditer(text):
        yield _bounded(text, Amount(TextSpan(*match.span()), 0.5, 0.5, frozenset({"share"}), firm=match[0] == "절반"))
    yield from _spells(text)
    yield from _vague(text)


def _spells(text: str) -> Iterator[Amount]:
    """Days with a name of their own, and ages by decades."""
    for match in re.finditer(rf"(?<![가-힣])(?:{'|'.join(sorted(_DAYS, key=len, reverse=True))})", text):
        days, also = _DAYS[match[0]]
        yield _bounded(text, Amount(TextSpan(*match.span()), days, days, frozenset({"day"}), also=frozenset(also)))
    for match in _DECADE.finditer(text):
        age = int(match["age"])
        yield Amount(TextSpan(*match.span()), age, age, frozenset({"decade", "thing"}))


def _vague(text: str) -> Iterator[Amount]:
    """수십, 수백만, 여러 번: a size without a number."""
    for match in _SEVERAL.finditer(text):
        size = sum(_LARGE[char] for char in match["size"])
        yield Amount(TextSpan(*match.span()), 0, 0, magnitude=size, bound=Bound.some)
    for match in _FEW.finditer(text):
        if match[0].startswith(("서너", "두서너")):
            continue
        yield Amount(TextSpan(*match.span()), 0, 0, magnitude=0, firm=False)


def _small(word: str) -> int:
    return int(word) if word.isdigit() else {"세": 3, "네": 4}.get(word) or korean_numbers.number(word) or 0


def _figures(text: str) -> Iterator[Amount]:
    for match in _DIGITS.finditer(text):
        low = mixed(match["low"])
        high = mixed(match["high"]) if match["high"] else low
        if low is None or high is None:
            continue
        low = _scaled(low, high, match["low"], match["high"])
        end = (
            match.end()
            if match["counter"]
            else match.end("some")
            if match["some"]
            else match.end("high")
            if match["high"]
            else match.end("low")
        )
        yield from _made(text, match.start(), end, (low, high), match["counter"] or "", bool(match["some"]))


def _words(text: str, ends: frozenset[int]) -> Iterator[Amount]:
    for match in _NATIVE.finditer(text):
        count = korean_numbers.plain(match["low"])
        high = korean_numbers.plain(match["high"]) if match["high"] else count
        if count is None or high is None or not _is_counter(match, ends) or not _is_apart(match, ends):
            continue
        top = high.max if high.max is not None else high.min
        low, top = (count.min, top) if match["high"] else (count.min, count.max if count.max is not None else count.min)
        some = bool(match["some"] or match["more"])
        if match["low"].endswith(("십여", "여남은")) or match["low"] in {"십수", "여남은"}:
            low, top, some = 10, 10, True
        end = match.start("rest")
        yield from _made(text, match.start(), end, (low, top), match["counter"], some)


def _is_apart(match: re.Match[str], ends: frozenset[int]) -> bool:
    """The numeral is a word by itself, and not the beginning of another: 세 대, and not 세대."""
    after = match.end("high") if match["high"] else match.end("low")
    return len(match["low"]) > 2 or match.end("low") in ends or match.string[after : after + 1].isspace()


def _is_counter(match: re.Match[str], ends: frozenset[int]) -> bool:
    """A counter of one syllable is a word's beginning where the cutter sees no end behind it, and no particle follows."""
    if match["low"] in {"이", "일", "사", "오", "구", "수", "만"}:
        return False
    rest = match["rest"]
    return not rest or bool(_PARTICLE.fullmatch(rest)) or len(match["counter"]) > 1 or match.start("rest") in ends


_PARTICLE = re.compile(
    r"(?:의|이|가|은|는|을|를|도|만|과|와|에|에서|로|으로|씩|째|쯤|가량|정도|이나|까지|뿐|밖에|마다|당|간|전|후|뒤|이상|이하|미만|남짓|여|꼴|이다|이었다|였다|인|이며|이고|이라고|이라|라고|동안|만에|에게|한테|에게서|부터|들|분|짜리|배기|안팎|내외|이던|이었던|에는|에도|으로는|에서는|이서|끼리|넘게|모두|보다|처럼|조차|뿐이었다|뿐이다|밖에는|에다|이지만|인데|을까)(?:은|는|도|만|의|다|이)?"
)


def _scaled(low: float, high: float, low_word: str, high_word: str | None) -> float:
    """3~4만 is 30,000 to 40,000."""
    if high_word and re.fullmatch(r"[\d.,]+", low_word) and not re.fullmatch(r"[\d.,]+", high_word) and low < 1000:
        plain = mixed(re.sub(r"[^\d.,]", "", high_word) or "0") or 0
        return low * high / plain if plain else low
    return low


def _made(text: str, start: int, end: int, ends: tuple[float, float], counter: str, some: bool) -> Iterator[Amount]:  # noqa: PLR0913 - the parts of one reading
    units = set(_UNIT_OF.get(counter, set())) - {""}
    low, high = ends
    also: frozenset[float] = frozenset()
    if "week" in units:
        low, high, units = low * 7, high * 7, {"day"}
        also = frozenset({15.0}) if low == 14 else frozenset()
    if "year" in units:
        low, high, units = low * 12, high * 12, {"month"}
    if counter == "분":
        units |= {"minute", "person"}
    if counter in {
        "도",
        "호",
        "차",
        "등",
        "위",
        "회",
        "인",
        "집",
        "일",
        "날",
        "구",
        "해",
        "세",
        "기",
        "대",
        "말",
        "부",
    }:
        units |= {"thing"}
    if "tenth" in units:
        low, high, units = low / 10, high / 10, {"share"}
    if "percent" in units:
        low, high, units = low / 100, high / 100, {"share"}
    made = Amount(
        TextSpan(start, end),
        low,
        high,
        frozenset(units or {"thing"}),
        Bound.some if some else Bound.exact,
        also=also,
        firm=not (low == high and low in {1, 12 if "month" in units else 1, 7 if "day" in units else 1}),
    )
    yield _bounded(text, made)


def _bounded(text: str, amount: Amount) -> Amount:
    before = _BEFORE.search(text, max(0, amount.span.start - 12), amount.span.start)
    after = _AFTER.search(text[amount.span.end : amount.span.end + 10])
    words = [match["bound"] for match in (before, after) if match]
    bound = amount.bound
    for word in words:
        if word in _LEAST:
            bound = Bound.least
        elif word == "남짓":
            bound = Bound.some
        elif word in _MOST or any(part in word for part in ("못", "안 ", "않", "안되", "안돼", "안됐")):
            bound = Bound.most
        elif word in _REACH and bound is Bound.exact:
            bound = Bound.reach
        elif word in _ABOUT and bound is Bound.exact:
            bound = Bound.about
    rest = text[amount.span.end : amount.span.end + 14]
    way = "from" if _FROM.match(rest) else "to" if _TO.match(rest) else ""
    return evolve(amount, bound=bound, way=way)


_PART = re.compile(rf"(?P<figure>{_FIGURE})?(?P<unit>[천백십])?")


def mixed(words: str) -> float | None:
    """A number of figures and units: 1만 2천, 3억 2천만, 6천500, 2.5만; None when it is none."""
    rest = words.replace(" ", "").replace(",", "")
    total = 0.0
    for unit, size in (("조", 1e12), ("억", 1e8), ("만", 1e4)):
        head, found, tail = rest.partition(unit)
        if found:
            part = _thousands(head) if head else 1.0
            if part is None:
                return None
            total, rest = total + part * size, tail
    if not rest:
        return total
    part = _thousands(rest)
    return None if part is None else total + part


def _thousands(words: str) -> float | None:
    total, at = 0.0, 0
    while at < len(words):
        match = _PART.match(words, at)
        if match is None or not match[0]:
            return None
        value = float(match["figure"]) if match["figure"] else 1.0
        total += value * {"천": 1000, "백": 100, "십": 10}.get(match["unit"] or "", 1)
        at = match.end()
    return total
