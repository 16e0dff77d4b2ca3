"""Korean phrases about people: number and counter, a single, a pair, a name, all of them."""

import re
from enum import StrEnum

from attrs import frozen

from sosik.claims.people import korean_numbers
from sosik.claims.people.korean_words import BARE_SINGLE, COUNTED_KIN, NOT_PEOPLE, PAIRS, PEOPLE, is_person, sex_of
from sosik.claims.sieve import Sieve
from sosik.values.quantity import Count

_ONE = Count.exactly(1)
_N = korean_numbers.NUMBER
_AGED = r"(?:만\s?)?(?:\d{1,3}|(?:열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)(?:\s?(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉))?|한|두|세|네|다섯|여섯|일곱|여덟|아홉)\s?(?:세|살)"
_PARTICLE = r"(?P<particle>에게서|에게|한테|으로|에서|이나|이라|께서|부터|까지|보다|당|꼴|째|씩|분|조|용|제|이|가|은|는|을|를|의|과|와|도|만|로|및|하고|나|에|중(?![가-힣]))?"
# What may stand right behind a counter: 한명숙 and 서명 are other words.
_FOLLOWS = "이가은는을를의과와도만로으에께중씩당꼴째까부보쯤정나안모전넘미초남내및하한인밖뿐조라였임입상여"
_OVER = re.compile(r"(?:넘|웃).$|웃돈$")
_COUNTED = re.compile(
    rf"(?:(?<![\d.,가-힣])|(?<=[가-힣])(?=\d))(?P<before>최소한?|적어도|못해도|최대|많게는|많아야|약|대략|무려|총|모두|도합|합계|단)?\s?(?<![\d.,])(?P<number>{_N})\s?(?P<some>여\s?)?"
    rf"(?P<counter>명(?=$|[^가-힣]|[{_FOLLOWS}])|사람|(?<=[한두세네섯섭덟홉러열]\s)분(?=[이가은는을를의도])|인(?=[이가은의을를과와도,.\s]|$)|구(?=[의가를 ])|식구)"
    rf"\s?(?P<after>이상|(?:[이을도]\s)?(?:넘(?:게|는|은|었|어(?=[\s,]|섰|선|서))|웃도|웃돈|웃돌)|초과|미만|이하|안팎|내외|정도|가량|쯤|남짓|까지)?(?P<all>\s?(?:전원|모두|다)(?=[이은가\s]))?{_PARTICLE}"
)
_SINGLE = re.compile(
    rf"(?<![가-힣\d])(?:(?P<one>한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s(?!살|세\s|달|해\s)|(?P<age>{_AGED})\s?(?:의|인|난|된|짜리)?\s?|(?P<decade>\d0대)(?:의)?\s?)(?P<noun>(?:[가-힣]{{1,7}}\s){{0,2}}?(?:{'|'.join(BARE_SINGLE)}))(?![가-힣]*들)(?:\s(?P<name>[가-힣]{{2,4}}|[가-힣]\s?모)\s?씨)?"
    rf"(?:\s?\((?P<aged>\d{{1,3}})(?:세|살)?\))?{_PARTICLE}(?![가-힣])"
)
_NAMED = re.compile(
    rf"(?<![가-힣])(?P<name>[가-힣]{{2,4}}|[가-힣]\s?모|[가-힣])(?:\s?\((?P<aged>\d{{1,3}})(?:세|살)?[^)]{{0,12}}\))?\s?씨(?:\s?\((?P<later>\d{{1,3}})(?:세|살)?[^)]{{0,12}}\))?{_PARTICLE}(?![가-힣])"
)
_MINOR = re.compile(
    rf"(?<![가-힣])(?P<name>[가-힣]{{2,4}}|[가-힣]\s?모)\s?\((?P<aged>\d{{1,3}})(?:세|살)?[^)]{{0,12}}\)\s?(?P<minor>군|양){_PARTICLE}(?![가-힣])"
    rf"|(?<![가-힣])(?P<surname>[가-힣]\s?모)\s(?P<title>군|양){_PARTICLE.replace('particle', 'mark')}(?![가-힣])"
)
_KIN = re.compile(
    rf"(?<![가-힣])(?:(?P<number>두|세|네|다섯|여섯|일곱)\s?(?P<kin>{'|'.join(COUNTED_KIN)})|(?P<pair>{'|'.join(sorted(PAIRS, key=len, reverse=True))}))(?!\s?(?:\d|[한두세네]\s?(?:명|사람)))\s?(?P<all>모두|다|전원|가 모두)?{_PARTICLE}(?![가-힣])"
)
_NATIVE = korean_numbers.NATIVE_ALONE
_FLOATED = re.compile(
    rf"(?<![가-힣])(?P<noun>일가족|가족|식구|{'|'.join(BARE_SINGLE)}|[가-힣]{{2,6}})\s(?P<number>{_NATIVE})(?!\s?(?:명|사람|살|시)){_PARTICLE}(?![가-힣])"
)
_SHORT = tuple(noun for noun in BARE_SINGLE if len(noun) == 1)  # 형, 딸: whole words alone, since 균형 is nobody
_LONG = tuple(noun for noun in BARE_SINGLE if len(noun) > 1)
# The number alone, of people spoken of before: not right behind a noun, which would be what is counted.
_NUMERAL = re.compile(
    rf"(?:(?<![가-힣]\s)(?<![가-힣])|(?<=[고며데만서중또][ ])|(?<=가운데 )|(?<=나머지 )|(?<=남은 )|(?<=우리 )|(?<=다른 )|(?<=에서 )|(?<=[은는던탄진된한간운선] 이 ))(?P<number>하나(?=[는가])|(?!하나){_NATIVE})(?P<particle>이|은|을|도|는|가)(?![가-힣])"
    rf"|(?:^|(?<=[.,;] )|(?<=\n))(?P<noted>{_NATIVE})(?= (?:죽|다[치침쳤친]|숨|사망|부상|실종|잡[힘혀혔힌]|체포|붙잡|붙들|끌려|얼어|굶어|빠져|사라|행불))"
)
_COPULA = r"(?:이다|입니다|이었|이라|이나|이며|이고|이오|이요|이외다|이야|이래|이란|이랍|이랬|이에요|예요|이지|이니|이더|이던|임(?=[.,\s]|$)|인데|일세|이올시다)"
# 죽은 사람이 일곱이다, 사망 3, 부상 7.
_SAID_LAST = re.compile(
    rf"(?:(?<=[가-힣]{{2}}[이은만는도] )|(?<=[은는던진된힌친간한긴린인] 이[가는만] )|(?<=[은는던진된힌친간한긴린인] 이들은 )|(?<=[은는던진된힌친간한긴린인] 분이 )|(?<=[은는던진된힌친간한긴린인] 애가 ))(?:모두 |총 |다 해서 |다 합쳐 )?(?P<number>{_NATIVE})(?P<over>이 넘|도 넘)?(?={_COPULA}|[”\"’'」]\s?(?:이?라|이었|이다|입니다|이고|이며)|이 넘|도 넘|에 이| 된다| 됩니다| 됐| 되오| 되는| 남짓|쯤)"
    rf"|(?:(?<=[은진된힌친간린] 건 )|(?<=[은진된힌친간린] 것은 )|(?<=[은진된힌친간린] 게 ))(?P<those>{_NATIVE})(?={_COPULA}|뿐|[.,]|$)"
    rf"|(?<=사람만 해도 )(?P<more>{_NATIVE})(?P<beyond>이 넘)?"
    r"|(?:(?<=사망 )|(?<=부상 )|(?<=실종 )|(?<=중상 )|(?<=경상 )|(?<=체포 ))(?P<figure>\d{1,4})(?=[,.·/;)\s]|$)(?!\s?(?:명|인|자|년|월|일|차|번|시))"
)
_RANGED = re.compile(
    rf"(?<![\d.,가-힣])(?:최소한?|적어도|적게는|약|대략)?\s?(?P<low>{korean_numbers.ONE})\s?(?:명|사람)(?:\s?(?:에서|내지|또는|혹은|이나|[~∼～–-])|,)\s?(?:최대|많게는|많으면)?\s?(?P<high>{korean_numbers.ONE})\s?(?:명|사람)(?!으로)(?:\s?(?:까지|정도|가량|사이))?{_PARTICLE}"
)
_BARE = re.compile(
    rf"(?<![가-힣])(?:[가-힣]{{1,6}}의\s)?(?P<noun>[가-힣]{{0,4}}(?:{'|'.join(_LONG)})|{'|'.join(_SHORT)})(?P<particle>이|가|은|는|을|를|도|의|께서|과|와|하고)(?![가-힣])"
)
_PLURAL = re.compile(r"(?<![가-힣])(?P<noun>[가-힣]{1,8})들(?P<particle>이|가|은|는|을|를|도)(?![가-힣])")
_OF_NOUN = re.compile(rf"\s(?P<noun>(?:[가-힣]{{1,6}}\s)?(?:{'|'.join(BARE_SINGLE)}))들?{_PARTICLE}(?![가-힣])")
_PRONOUN = re.compile(
    r"(?<![가-힣])(?P<noun>그 사람|그 여자|그 남자|그녀|그)(?P<particle>는|은|이|가|를|을|도)(?![가-힣])"
)
_ALL = re.compile(
    r"(?<![가-힣])(?P<noun>전원|이들|그들|일행|둘 다|두 사람 다|모두|나머지)(?:\s(?:모두|전원|다))?(?P<particle>이|가|은|는|을|를|도)?(?![가-힣])"
)
_GROUP = re.compile(r"(?:(?:[가-힣]{1,6}\s)?[가-힣A-Za-z]{1,10})\s?$")
_NOUN_BEFORE = re.compile(r"([가-힣A-Za-z]{1,10})\s?$")
_NO_NOUN = re.compile(
    r"(?:에서|으로|에게|까지|부터|보다|처럼|마다|하고|[은는을를의와]|(?<!주|이)이|가(?<!장사가)|고|며|서|로|에|해|져|혀|려|아|어|던|된|한|난|간|친|할|들|중|또|등|약|총|모두|다른|나머지|최소|최대|가운데|역시|함께|모든|각각|다시|도)$"
)
_BEFORE_NOUN = frozenset(["넘는", "이 넘는", "이상", "이하", "미만", "안팎", "가량", "정도", "남짓"])
# A number that is taken back: 5명이라고 쓴 것은 4명의 잘못, 다섯 명이 아니라 네 명.
_CORRECTED = re.compile(r"(?:이?라고 (?:쓴|적은|보도한|전한|한) (?:것|기사|수)|이? ?아니[라고])")
_REJECTED = frozenset("씩 당 꼴 째 분 조 용 제".split())
_AGE_AFTER = re.compile(rf"\s?[,(]\s?(?P<age>{_AGED})\s?[,)]")


class Form(StrEnum):
    counted = "counted"
    single = "single"
    bare = "bare"
    plural = "plural"
    anaphor = "anaphor"


@frozen
class Phrase:
    """Characters ``start`` to ``end`` without the particle; ``count`` is None for a plural and for "all"."""

    start: int
    end: int
    form: Form
    count: Count | None
    particle: str = ""
    group: str | None = None
    sex: str | None = None
    age: int | None = None
    repeats: bool = False


def find_phrases(text: str, start: int, end: int) -> list[Phrase]:
    """Every phrase about people between two offsets, in order, none overlapping another."""
    found: list[Phrase] = []
    for number in _SIEVE.candidates(text[start:end]):
        make, pattern = _MAKERS[number]
        for match in pattern.finditer(text, start, end):
            phrase = make(text, match, start)
            if phrase is not None:
                found.append(phrase)
    return _apart(found)


def _apart(found: list[Phrase]) -> list[Phrase]:
    """Of overlapping phrases the one of the earlier kind: a number before a bare noun."""
    taken: list[Phrase] = []
    covered: set[int] = set()
    for phrase in found:
        place = range(phrase.start, phrase.end)
        if not covered.intersection(place):
            taken.append(phrase)
            covered.update(place)
    return sorted(taken, key=lambda phrase: phrase.start)


def _counted(text: str, match: re.Match[str], floor: int) -> Phrase | None:
    particle = match["particle"] or ""
    if particle in _REJECTED or match["number"].startswith("0") or _is_taken_back(text, match):
        return None
    number = match["number"].strip() + ("여" if match["some"] and not match["number"].endswith("여") else "")
    count = korean_numbers.plain(number)
    if count is None:
        return None
    after = _OVER.sub("넘게", match["after"] or "").split()[-1:]
    if match["counter"] == "식구" and count.best == 1:
        return None
    if match["counter"] == "인" and not number[0].isdigit():
        return None
    count = korean_numbers.bounded(count, (match["before"] or "").strip(), "".join(after))
    group, start = _group(text, match.start("number") if not match["before"] else match.start(), floor)
    if match["counter"] == "사람" and group is None and number in {"몇", "여러", "한"}:
        group = "사람"
    if (
        match["counter"] == "구"
        and not (group and group.split()[-1] in {"시신", "시체", "유해", "주검"})
        and "시신" not in text[match.end() : match.end() + 6]
        and "시체" not in text[match.end() : match.end() + 6]
    ):
        return None
    age = _age_before(text, start, floor) or _age_behind(text, match.end()) if count == _ONE else None
    repeats = bool(match["all"]) or text.startswith("두 사람", match.start("number"))
    end = match.start("particle") if match["particle"] else match.end()
    end = match.start() + len(text[match.start() : end].rstrip())
    bounds = particle == "의" or (not particle and match["after"] in _BEFORE_NOUN)
    noun = _OF_NOUN.match(text, match.end()) if bounds and group is None else None
    if noun is not None:
        group, particle = noun["noun"], noun["particle"] or ""
        end = noun.start("particle") if noun["particle"] else noun.end()
    sex = sex_of(group) if group else None
    return Phrase(start, end, Form.counted, count, particle, group, sex, age, repeats)


def _is_taken_back(text: str, match: re.Match[str]) -> bool:
    """A number that is corrected in the same breath, or 서명, a signature."""
    return match[0].strip().startswith("서명") or _CORRECTED.match(text, match.end("counter")) is not None


def _group(text: str, at: int, floor: int) -> tuple[str | None, int]:
    """The noun right before the number, with the noun before that where it belongs to it."""
    before = _NOUN_BEFORE.search(text, max(floor, at - 12), at)
    if not before or (_NO_NOUN.search(before[1]) and before[1] not in NOT_NO_NOUN):
        return None, at
    if not is_person(before[1]) and before[1] not in {"시신", "시체", "유해", "주검", "일가족", "가족"}:
        return None, at
    first = _NOUN_BEFORE.search(text, max(floor, before.start() - 12), before.start())
    if first and is_person(first[1]) and not _NO_NOUN.search(first[1]):
        return text[first.start() : before.end()].strip(), first.start()
    return before[1], before.start()


NOT_NO_NOUN = frozenset(
    "아이 어린이 젊은이 길잡이 늙은이 장교 아내 여자 남자 기사 의사 화교 친구 동료 아기 영아 유아 고아 간호사 운전사 사람 처녀 소녀 요리사 교사 목사 선교사 남매 자매 형제 조선족 가수 죄수 교수 목수 탄부 광부 농부 어부 갱부 부부 강도 주민".split()
)


def _age_before(text: str, at: int, floor: int) -> int | None:
    found = re.search(rf"({_AGED})(?:의|인|난|짜리)?\s$", text[max(floor, at - 12) : at])
    return _age(found[1]) if found else None


def _age_behind(text: str, at: int) -> int | None:
    found = _AGE_AFTER.match(text, at)
    return _age(found["age"]) if found else None


def _age(words: str) -> int | None:
    number = korean_numbers.number(re.sub(r"^만\s?|\s?(?:세|살)$", "", words))
    return number if number is not None and 0 < number < 130 else None


def _single(_text: str, match: re.Match[str], _floor: int) -> Phrase | None:
    """한 여성, 74세 여성, and a few without a counter: 두 청년."""
    noun = match["noun"]
    aged = match["age"] or match["aged"]
    age = _age(aged) if aged else None
    end = match.start("particle") if match["particle"] else match.end()
    number = korean_numbers.number(match["one"]) if match["one"] else 1
    form = Form.single if number == 1 else Form.counted
    count = Count.exactly(number or 1)
    return Phrase(match.start(), end, form, count, match["particle"] or "", noun, sex_of(noun), age)


def _named(_text: str, match: re.Match[str], _floor: int) -> Phrase | None:
    aged = match["aged"] or match["later"]
    end = match.start("particle") if match["particle"] else match.end()
    return Phrase(
        match.start(), end, Form.single, _ONE, match["particle"] or "", None, None, _age(aged) if aged else None
    )


def _kin(_text: str, match: re.Match[str], _floor: int) -> Phrase | None:
    noun = match["kin"] or match["pair"]
    number = korean_numbers.number(match["number"]) if match["number"] else PAIRS[noun]
    end = match.start("particle") if match["particle"] else match.end()
    return Phrase(
        match.start(), end, Form.counted, Count.exactly(number or 2), match["particle"] or "", noun, sex_of(noun)
    )


def _floated(_text: str, match: re.Match[str], _floor: int) -> Phrase | None:
    """로동자 셋, 일가족 다섯: a person's noun and a number without a counter."""
    noun = match["noun"]
    if not (noun in {"일가족", "가족", "식구"} or is_person(noun)) or (_NO_NOUN.search(noun) and noun not in PEOPLE):
        return None
    count = korean_numbers.plain(match["number"])
    if count is None:
        return None
    end = match.start("particle") if match["particle"] else match.end()
    return Phrase(match.start(), end, Form.counted, count, match["particle"] or "", noun, sex_of(noun))


def _numeral(_text: str, match: re.Match[str], _floor: int) -> Phrase | None:
    """Two died and five were hurt: 다섯이, of people that were counted before."""
    which = "number" if match["number"] else "noted"  # in minutes: 둘 죽음, without a particle
    count = korean_numbers.plain(match[which])
    if count is None:
        return None
    return Phrase(match.start(which), match.end(which), Form.counted, count, match["particle"] or "")


def _said_last(_text: str, match: re.Match[str], _floor: int) -> Phrase | None:
    words = match["number"] or match["those"] or match["more"] or match["figure"]
    count = korean_numbers.plain(words)
    if count is None:
        return None
    if match["over"] or match["beyond"]:
        count = Count.at_least(count.min + 1)
    return Phrase(match.start(), match.start() + len(words), Form.counted, count)


def _ranged(_text: str, match: re.Match[str], _floor: int) -> Phrase | None:
    """적게는 12명에서 많게는 20명, 3명 또는 4명."""
    low, high = korean_numbers.plain(match["low"]), korean_numbers.plain(match["high"])
    if low is None or high is None or match["particle"] in _REJECTED:
        return None
    if high.max is not None and high.max <= low.min:
        return None
    end = match.start("particle") if match["particle"] else match.end()
    count = Count.between(low.min, high.max)
    return Phrase(match.start(), end, Form.counted, count, match["particle"] or "")


def _minor(_text: str, match: re.Match[str], _floor: int) -> Phrase | None:
    """김모(15) 군, 박 모 양."""
    mark = "particle" if match["name"] else "mark"
    end = match.start(mark) if match[mark] else match.end()
    sex = "male" if (match["minor"] or match["title"]) == "군" else "female"
    age = _age(match["aged"]) if match["aged"] else None
    return Phrase(match.start(), end, Form.single, _ONE, match[mark] or "", None, sex, age)


def _bare(_text: str, match: re.Match[str], _floor: int) -> Phrase | None:
    noun = match["noun"]
    if noun in NOT_PEOPLE or "소식통" in noun:
        return None
    return Phrase(match.start("noun"), match.end("noun"), Form.bare, _ONE, match["particle"], noun, sex_of(noun))


def _plural(_text: str, match: re.Match[str], _floor: int) -> Phrase | None:
    if match["noun"] in {"이", "그"} or match["noun"].endswith("아"):
        return None
    return Phrase(match.start(), match.end("noun") + 1, Form.plural, None, match["particle"], match["noun"] + "들")


def _all(_text: str, match: re.Match[str], _floor: int) -> Phrase | None:
    if match["noun"] == "모두" and not match["particle"]:
        return None
    return Phrase(match.start(), match.end("noun"), Form.anaphor, None, match["particle"] or "", None, repeats=True)


def _pronoun(_text: str, match: re.Match[str], _floor: int) -> Phrase | None:
    sex = "female" if match["noun"] == "그녀" else None
    return Phrase(match.start(), match.end("noun"), Form.bare, _ONE, match["particle"], None, sex, repeats=True)


_MAKERS = (
    (_ranged, _RANGED),
    (_counted, _COUNTED),
    (_kin, _KIN),
    (_floated, _FLOATED),
    (_numeral, _NUMERAL),
    (_said_last, _SAID_LAST),
    (_single, _SINGLE),
    (_named, _NAMED),
    (_minor, _MINOR),
    (_all, _ALL),
    (_plural, _PLURAL),
    (_bare, _BARE),
    (_pronoun, _PRONOUN),
)
_SIEVE = Sieve([pattern for _, pattern in _MAKERS])
