"""Names of people that the words around them tell, whatever their shape: signed, turned round, by an initial, with an alias, in a pair of kin."""

import re
from collections.abc import Iterator

from sosik.bulletins.disclosure.names_en import is_korean_surname, without_marks
from sosik.bulletins.disclosure.names_ko import GIVEN, ONE_GIVEN, SURNAMES, is_common

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
    rf"(?:피고인|피고|피의자|원고|고인|증인|참고인|신청인|보호자|동행자|대표자|명의자|소유자|주인|임자|수신|발신|서명|고\s|故\s?)\s?(?P<name>[{SURNAMES}][가-힣]{{1,2}})(?=(?:은|는|이|가|을|를|의|과|와|에게|씨|로)?[\s,.;:)])"
)
_SAID_OF = re.compile(
    rf"(?:[가-힣](?:한|던|된|은|는|인|난|간|온|진|린|운)|같이|함께)\s(?P<name>[{SURNAMES}][{ONE_GIVEN}])(?=(?:은|는|이|가|을|를|과|와|의|에게|도|한테)\s)"
)
_NICKNAME = re.compile(
    rf"(?<![가-힣])(?P<name>(?:꼬마|뚱보|키다리|곰보|애꾸|대머리|째보|털보|절름발이|왕눈이|큰|작은|늙은|젊은)\s?[{SURNAMES}](?:가|서방|씨))(?=[\s,.;)은는이를의네와])"
)
_TITLE_WORDS = frozenset(
    "한국 한반 이민 주민 고철 전철 지철 강철 구현 표현 실현 정현 양현 인수 장수 전수 신수 한수 방수 고수 성수 국경 인민 군민 국민 시민 서민 유민 공민 지식 장미".split()
)


def names_around(text: str) -> Iterator[tuple[int, int]]:
    """Characters of each, public persons' too; ``text`` is unveiled."""
    bare = without_marks(text)
    for pattern in (_SIGNED, _INITIAL):
        yield from (match.span("name") for match in pattern.finditer(bare))
    for match in _TURNED.finditer(bare):
        if is_korean_surname(match["sur"]):
            yield match.start("sur"), match.end("given")
            yield from _again(bare, match["sur"], match.end())
    for match in _ALIASED.finditer(text):
        yield from (match.span("name"), match.span("other"))
    for pattern in (_PAIR, _NICKNAME):
        yield from (match.span("name") for match in pattern.finditer(text))
    for match in _ACCUSED.finditer(text):
        if any(one in GIVEN for one in match["name"][1:]) and not is_common(match["name"]):
            yield match.span("name")
    for match in _SAID_OF.finditer(text):
        if match["name"] not in _TITLE_WORDS and not is_common(match["name"]):
            yield match.span("name")


def _again(text: str, surname: str, after: int) -> Iterator[tuple[int, int]]:
    """The surname alone, later on, for somebody who was named surname first."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(surname.title())}(?=['’]s|\s[a-z]|[,.;:)])", text[after:]):
        yield after + match.start(), after + match.end()
