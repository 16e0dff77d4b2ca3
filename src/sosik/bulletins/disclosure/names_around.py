"""Names of people that the words around them tell, whatever their shape: signed, turned round, by an initial, with an alias, in a pair of kin."""

import re
from collections.abc import Iterator

from sosik.bulletins.disclosure.names_en import is_korean_surname, is_ordinary, without_marks
from sosik.bulletins.disclosure.names_ko import GIVEN, ONE_GIVEN, RARE, SURNAMES, is_common, is_shaped
from sosik.claims.gazetteer.morphemes import WordCutter
from sosik.claims.sentences import split

_WORD = r"[A-Z][\w'’-]*[a-z]"
_SIGNED = re.compile(
    r"^\W*(?:(?:[Yy]ours|[Kk]ind|[Bb]est|[Ww]arm|[Mm]any|[Ww]ith)?\s?(?:[Rr]egards|[Ww]ishes|[Ss]incerely|[Ff]aithfully|[Tt]ruly|[Ww]armly|[Rr]espectfully|[Tt]hanks|[Cc]heers|[Gg]ratefully)|[Yy]ours|[Ss]igned(?: by)?|[Ll]ove)\s?,?:?\s*\n?\s*"
    rf"(?P<name>{_WORD}(?:\s(?:[A-Z]\.\s)?{_WORD}){{0,2}})\s*$",
    re.MULTILINE,
)
_INITIAL = re.compile(
    rf"(?<![\w.])(?P<name>(?!The|An?\s|In|At|On|Plan|Point|Annex|Part|Class|Type|Group|Block|Camp|Vitamin|Hepatitis){_WORD}\s[A-Z]\.)(?=,|;|\)|['’]s|\s[a-z])"
)
_TURNED = re.compile(
    r"(?<![\w-])(?P<sur>[A-Z][a-z]{0,6}|[A-Z]{2,7}),\s(?P<given>[A-Z][a-z]{1,6}[-\s][A-Za-z][a-z]{1,6}|[A-Z][a-z]{2,6})(?=\s?[(;.,:)]|\s*$)",
    re.MULTILINE,
)
_ALIAS = r"(?:일명|별명은?|가명은?|본명은?|실명은?|중국\s?이름은?|호적\s?이름은?|옛\s?이름은?|아명은?|개명 전|또는)"
_ALIASED = re.compile(
    rf"(?<![가-힣])(?P<name>[{SURNAMES}][가-힣]{{1,2}})\s?[(,]\s?{_ALIAS}\s?[“\"'‘]?(?P<other>[가-힣]{{2,4}})"
)
_PAIR = re.compile(
    rf"(?<![가-힣])(?P<name>[{SURNAMES}][가-힣]{{1,2}}(?:,|·|과|와|이와|\s및)\s?[{SURNAMES}]?[가-힣]{{1,2}})\s?(?:이\s)?(?:형제|자매|남매|부부|부자|부녀|모녀|모자|쌍둥이|오누이|고부)"
)
_ACCUSED = re.compile(
    rf"(?:피고인|피고|피의자|원고|고인|증인|참고인|신청인|보호자|동행자|대표자|명의자|소유자|주인|임자|수신|발신|서명|(?<![가-힣])고\s|故\s?)\s?(?P<name>[{SURNAMES}][가-힣]{{1,2}})(?=(?:은|는|이|가|을|를|의|과|와|에게|씨|로)?[\s,.;:)])"
)
_SAID_OF = re.compile(
    rf"(?:[가-힣](?:한|던|된|은|는|인|난|간|온|진|린|운)|같이|함께)\s(?P<name>[{SURNAMES}][{ONE_GIVEN}])(?=(?:은|는|이|가|을|를|과|와|의|에게|도|한테)\s)"
)
_NICKNAME = re.compile(
    rf"(?<![가-힣])(?P<name>(?:꼬마|뚱보|키다리|곰보|애꾸|대머리|째보|털보|절름발이|왕눈이|큰|작은|늙은|젊은)\s?[{SURNAMES}](?:가|서방|씨))(?=[\s,.;)은는이를의네와])"
)
_HOUSE = r"(?:mother|father|wife|husband|son|daughter|brother|sister|aunt|uncle|cousin|nephew|niece|mum|mom|dad|grandmother|grandfather|family|house|home|parents|widow|children|phone|number|handset|letter|diary|boat|stall|boss|neighbou?rs?|friend|account|plate|body|grave)"
_OWNS = re.compile(rf"(?<![\w-])(?P<name>{_WORD})['’]s\s(?:\w+\s)?{_HOUSE}\b")
_COURTESY = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Madame|Comrade)\.?\s(?P<name>[A-Z][\w'’-]+(?:\s{_WORD})?)")
_EASTERN = re.compile(
    rf"(?<![\w-])(?P<name>{_WORD}\s(?:[A-Z][a-z]+(?:ovna|evna|ichna|ovich|evich)(?:\s{_WORD})?|[A-Z][a-z]{{2,}}(?:ova|eva|ov|ev|sky|skaya|enko|chuk|yan|dze|shvili)))\b"
)
_ENTERED = re.compile(
    rf"\b(?:name|given|listed|entered|recorded|registered|put down|noted|known)\s(?:is\s|was\s)?(?:only\s)?(?:given\s)?as\s[“\"'‘](?P<name>{_WORD}(?:\s{_WORD}){{0,2}})[”\"'’]"
)
_KIN_KO = r"(?:이모|고모|언니|누나|누이|오빠|형님?|삼촌|할머니|할아버지|아주머니|아저씨|아지미|아매|아바이|엄마|아빠|오라버니|동생)"
_GIVEN_KIN = re.compile(
    rf"(?<![가-힣])(?P<name>[{GIVEN}]{{2}})이?\s{_KIN_KO}(?=[은는이가을를의도에와과네한랑께\s,.]|$)"
)
_CALLED_KO = re.compile(
    rf"(?<![가-힣])(?P<name>[{GIVEN}]{{2}})(?:이)?라는\s(?:\S+\s)?(?:녀자|여자|남자|사람|아이|처녀|총각|이름|청년|여성|남성|녀성|할머니|소녀|소년|친구|동무|로인|노인|이웃|병사|군관|의사|상인)"
    rf"|이름[은이]\s?[“\"'‘]?(?P<one>[{GIVEN}])[”\"'’]?이?(?:라고|라는|다|었다|고|며)"
)
_SHAPE_KO = re.compile(rf"(?<![가-힣])(?P<name>[{SURNAMES}계][{GIVEN}]{{2}})(?=[가-힣]{{0,3}}(?![가-힣]))")
_NO_GIVEN_KO = frozenset(
    "우리 자기 동네 이웃 고향 시댁 친정 외가 사촌 막내 둘째 첫째 셋째 넷째 서울 이복 의붓 수양 동갑 선배 후배 주인 지하 정치 일부 여기 저기 거기 이전 이후 오전 오후 지금 최근 당시 이번 지난 전체 하나 모두 여러 인민 주민 자신 본인 현지 외부 내부 소문 만화 영화 도서 상호 이상 이하 정도".split()
)
_ADDRESSED = re.compile(
    rf"(?<![가-힣])(?P<name>[{SURNAMES}][가-힣]{{2}})\s(?:님|씨|형제|자매|앞)(?=[\s가는이은의를도께에으(,.]|$)"
)
_RESPECTED = re.compile(
    rf"(?<![가-힣])(?P<name>[{SURNAMES}{RARE}])\s(?:씨|녀사|여사|사장|선생님|영감|로인|령감|할멈|할배|아무개|모 씨|지도원|반장)(?=[\s가는은이의를도께에와과네,.)]|$)"
)
_BY_GIVEN = re.compile(
    rf"(?<![가-힣])(?P<name>[{GIVEN}][{ONE_GIVEN}심월녀춘일])이(?=(?:한테|는|가|를|네|도|랑|하고|더러|보고|에게)[는도만]?\s)"
)
_TITLE_WORDS = frozenset(
    "한국 한반 이민 주민 고철 전철 지철 강철 구현 표현 실현 정현 양현 인수 장수 전수 신수 한수 방수 고수 성수 국경 인민 군민 국민 시민 서민 유민 공민 지식 장미".split()
)


def names_around(text: str) -> Iterator[tuple[int, int]]:
    """Characters of each, public persons' too; ``text`` is unveiled."""
    yield from _latin(without_marks(text))
    yield from _korean(text)


def _latin(bare: str) -> Iterator[tuple[int, int]]:
    for pattern in (_SIGNED, _INITIAL, _EASTERN, _ENTERED):
        yield from (match.span("name") for match in pattern.finditer(bare))
    yield from (match.span("name") for match in _OWNS.finditer(bare) if not is_ordinary(match["name"]))
    for match in _COURTESY.finditer(bare):
        yield match.span("name")
        yield from _again(bare, match["name"].split()[0], match.end())
    for match in _TURNED.finditer(bare):
        if is_korean_surname(match["sur"]):
            yield match.start("sur"), match.end("given")
            yield from _again(bare, match["sur"], match.end())


def _korean(text: str) -> Iterator[tuple[int, int]]:
    for match in _ALIASED.finditer(text):
        yield from (match.span("name"), match.span("other"))
    for pattern in (_PAIR, _NICKNAME, _ADDRESSED, _RESPECTED):
        yield from (match.span("name") for match in pattern.finditer(text))
    for pattern in (_GIVEN_KIN, _CALLED_KO, _ACCUSED, _SAID_OF, _BY_GIVEN):
        for match in pattern.finditer(text):
            group = str(match.lastgroup)
            if _is_given(match[group]):
                yield match.span(group)


def _is_given(name: str) -> bool:
    return name not in _NO_GIVEN_KO | _TITLE_WORDS and not is_common(name) and any(one in GIVEN for one in name[-2:])


def names_cut(text: str, words: WordCutter | None) -> Iterator[tuple[int, int]]:
    """Proper nouns in the shape of a name; nothing without a cutter of Korean words."""
    if words is None:
        return
    for sentence in split(text):
        shapes = (match["name"] for match in _SHAPE_KO.finditer(text, sentence.start, sentence.end))
        if any(is_shaped(shape) for shape in shapes):
            for one in words.cut(text[sentence.start : sentence.end]):
                start, end = sentence.start + one.start, sentence.start + one.end
                if one.is_name and is_shaped(text[start:end]):
                    yield start, end


def _again(text: str, surname: str, after: int) -> Iterator[tuple[int, int]]:
    """The surname alone, later on, for somebody who was named surname first."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(surname.title())}(?=['’]s|\s[a-z]|[,.;:)])", text[after:]):
        yield after + match.start(), after + match.end()
