"""Names of people in Hangul and in Chinese characters, by the shape of the name and by the words around it."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from sosik.bulletins.disclosure.patterns import pattern
from sosik.bulletins.disclosure.phrases_ko import KIN, ROLE

SURNAMES = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노로하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라나왕금옥육인맹제모탁국어은편용리림량렬려"
RARE = "동태호피감계봉빈사승시옹온운음종좌창초후"  # trusted only where the words around say that it is a name
_DOUBLE = r"(?:남궁|선우|황보|독고|제갈|사공|서문|동방)"
GIVEN = "가강건겸경관광교구국군권규균근금기길나남녀년다단달담대덕도동두득라란람래려련렬령례록룡류륜률륭름리린림만매명모목무묵문미민바배백범별병보복봉분비빈삼상샘서석선설섭성세소솔송수숙순술숭슬승시식신실심아안애양억언연열엽영예오옥온완용우욱운웅원월위유윤율은을음의이익인일자잔잠장재전점정제조종주준중지직진찬창채천철첨청초총춘출충치칠탁탄태택팔평표필하학한해행향헌혁현형혜호홍화환활황회효후훈휘흔흥희"
_SURNAME = f"(?:{_DOUBLE}|[{SURNAMES}{RARE}])"
_CALLED_AFTER = (
    r"(?:씨|동무|동지|할머니|할아버지|아주머니|아저씨|선생|여사|님|노인|어르신|옹|여인|양(?=[은이을의과\s(,.]|$)|군(?=[은이을의과\s(,.]|$)|전사|병사|하사|중사|상사|소위|중위|상위|대위|소좌|중좌|대좌|상좌|특무상사|"
    r"반장|분조장|작업반장|인민반장|지배인|기사장|위원장|보위원|보위지도원|지도원|안전원|보안원|담당보위원|초급당비서|당비서|부비서|비서|목사|전도사|집사|장로|교수|박사|교장|교원|의사|과장|부장|국장|처장|소장|원장|관장|서장|세대주|아무개|모\s씨|네(?=\s(?:집|식구|가족)|집)|이네|엄마|아빠|아버지|어머니)"
)
_AGE_AFTER = r"(?:\(\s?(?:\d{1,2}\s?(?:세|살)?|만\s?\d|가명|여|남|녀|본명|실명|[가-힣·\s]{1,10},?\s?\d{1,2}(?:세|살)?|\d{1,2}[,·\s]|[A-Z一-龥]|신원|당시)|[,，]\s?\d{1,2}\s?(?:세|살)|\s\d{1,2}\s?(?:세|살)(?:\s|,|[로의인은]))"
_PARTICLE = r"(?:이?(?:은|는|이|가|을|를|의|에게서?|한테|께서?|와|과|도|만|라고|라는|란|로|으로|랑|이랑|이며|며|하고|이?랑|부터|까지|처럼|보다|더러|밖에|뿐|이고|이?었다|였다|다|였고|입니다|인|에|네|씨))"
_END = r"(?=[\s,.;:!?)\]」』”’\"'…/|·-]|$)"
_AHEAD = r"(?<![가-힣一-龥])"
_ROLES = rf"(?:{ROLE}|{KIN}|소식통|취재원|제보자|주민|여성|남성|목격자|환자|사망자|희생자|피해자|부상자|체포자|수감자|탈북민|탈북자|이웃|세대주|아이|청년|처녀|총각|학생|담당자|책임자|가해자|용의자|본명|실명|이름|성명|명의|예금주|수취인|받는 사람|연락처|연락인|소대장|중대장|분대장|운전수|화교|중개인|송금인|발신인|수신인)"
_STRONG = re.compile(
    rf"{_AHEAD}(?P<a>{_SURNAME}[가-힣]{{1,2}})\s?(?={_CALLED_AFTER})"
    rf"|{_AHEAD}(?P<b>{_SURNAME}[가-힣]{{1,3}})\s?(?={_AGE_AFTER})"
    rf"|{_AHEAD}(?P<c>[{SURNAMES}])\s?(?:모|○+|O+|0{{1,2}}|×+|X+|\*+|아무개)\s?(?=씨|\(|여인|군|양|할머니|할아버지|노인|동무|[,.\s]|[은는이가을를의]\s)"
    rf"|{_AHEAD}(?P<g>[{SURNAMES}])\s?씨(?=[\s,.은는이가을를의네도와과에로]|$)"
    rf"|(?:이름은|이름이|본명은|실명은|성명은|성명|이름:|이름|본명|실명|명의는|예금주는?|수취인은?)\s?[:=]?\s?[“\"'‘]?(?P<d>{_SURNAME}[가-힣]{{1,2}})(?=[”\"'’이인으라로은는\s.,)]|$)"
    rf"|{_AHEAD}(?P<e>{_SURNAME}[가-힣]{{1,2}})(?:이?라는|이?라고 (?:하는|불리|부르|밝힌|소개)|라고|이란|란)\s?(?=이름|사람|남성|여성|주민|청년|동무|[가-힣])"
)
_CHINESE = re.compile(
    rf"{_AHEAD}(?P<k>(?:쑨|왕|장|리|자오|천|저우|우|쉬|황|류|양|린|궈|허|가오|뤄|정|량|셰|쑹|탕|덩|펑|한|차오|쩡|샤오|위|판|두|다이|루|딩|선|야오|중|톈|구|쉐|친|스|멍|진|웨이|마|주|후|취|추이|퍄오|레이|바이|옌|팡|스|쿵|마오|추)(?=[가-힣]{{0,2}}(?:궈|쥔|웨이|샤오|룽|훙|쉬|즈|젠|쥐안|옌|페이|레이|하오|타오|웨|톈|칭|쯔|쩌|린|펑|밍|창|량|화|메이|링|핑|샹|둥|빈|보|제|후이|신))[가-힣]{{1,3}}){_PARTICLE}?{_END}"
)
_ELDER = re.compile(
    rf"{_AHEAD}(?P<l>[{SURNAMES}])\s(?=(?:삼촌|집사|권사|장로|전도사|아저씨|아바이|아매|아지미|할머니|할아버지|어른|영감|형님|누님|선생|아주머니|로인|노인|반장|지배인|소좌|대위|상위|중위|상좌|중좌|대좌|하사|상사|동무|동지|목사|사장|부장|과장)(?:[\s은는이가을를의도에와과,.(]|$))"
)
_BY_ROLE = re.compile(rf"{_ROLES}(?:인|이자|였던)?\s(?P<f>{_SURNAME}[가-힣]{{1,2}}){_PARTICLE}?{_END}")
_SHAPE = re.compile(rf"{_AHEAD}(?P<h>[{SURNAMES}][{GIVEN}]{{2}}|{_DOUBLE}[{GIVEN}]{{1,2}}){_PARTICLE}?{_END}")
_GIVEN_ONLY = re.compile(
    rf"{_AHEAD}(?P<i>[{GIVEN}][{GIVEN}])(?:이)?\s?(?=(?:씨|엄마|아빠|동무)(?:[\s,.은는이가을를의네도와과]|$)|이?네\s?(?:집|식구|가족|옆집)|(?:이\s?)?(?:어머니|아버지)[은는이가의]\s|\s(?:카톡|카카오톡|위챗|텔레그램|새 번호|전화번호|손전화|계정|아이디)(?:[\s은는이가을를의로에]))"
)
_HANJA = re.compile(
    r"(?<![一-龥])(?P<j>[金李朴崔鄭姜趙尹張林韓吳徐申權黃安宋柳劉全洪高文梁孫裵白許南沈盧河郭成車朱禹具閔陳池嚴蔡元千方孔玄咸卞廉呂秋都蘇石宣薛馬王张赵刘陈杨黄周吴徐孙胡朱高林何郭罗郑梁谢许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤鲜玉全吉池南朴][一-龥]{1,2})(?![一-龥])"
)
_LISTS = tomllib.loads((files("sosik.bulletins.disclosure") / "names_ko.toml").read_text(encoding="utf-8"))
_WORDS, _NOUNS, _COMMON = (frozenset(_LISTS[name].split()) for name in ("words", "nouns", "given"))
_SUFFIX = frozenset(
    "자인원기관국소학대제도선권위서지문전식안세금상병단령청범론법장물비품력민체측당군반실과처부증탄화용성형산률급망차층생수식미심주시적상감권로리구조진간액표행년월일시별율량회석경계판함방실류품질종계열급들"
)
_LIKE_PARTICLE = frozenset("은이의도로만인서라가과와을를에들적")
_LIKE_VERB = frozenset("하한해되된할함히던나다지난려")
_AMBIGUOUS_END = _LIKE_PARTICLE | _LIKE_VERB
_OPEN_NO_VERB = frozenset("김박최윤황권홍류림리강임백허곽엄변염석문")
ONE_GIVEN = frozenset("철혁준민석호성진현영수희순옥숙란미경연은별남국광훈웅욱빈솔향림학룡춘실금복건")


def korean_names(text: str) -> Iterator[tuple[int, int]]:
    """Characters of each, public persons' too; ``text`` is unveiled."""
    for match in _STRONG.finditer(text):
        group = str(match.lastgroup)
        name = match[group]
        if len(name) == 1 or (not _is_word(name, strong=True) and _fits_title(group, name, text[match.end(group) :])):
            yield match.span(group)
    yield from (
        match.span("k") for match in _CHINESE.finditer(text) if len(match["k"]) > 2 and match["k"] not in _WORDS
    )
    yield from (match.span("l") for match in _ELDER.finditer(text))
    for form in (_BY_ROLE, _SHAPE):
        for match in form.finditer(text):
            name = match[str(match.lastgroup)]
            if _is_name(text, name, match, by_role=form is _BY_ROLE):
                yield match.span(str(match.lastgroup))
    yield from (match.span("i") for match in _GIVEN_ONLY.finditer(text) if not is_common(match["i"]))
    yield from (match.span("j") for match in _HANJA.finditer(text))


def given_again(text: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The given name alone of somebody whose full name stands elsewhere."""
    for name in names:
        given = name[1:]
        if len(name) == 3 and not is_common(given):
            yield from (match.span(1) for match in re.finditer(rf"{_AHEAD}({given}){_PARTICLE}?{_END}", text))


def _is_name(text: str, name: str, match: re.Match[str], *, by_role: bool) -> bool:
    if _is_word(name, strong=by_role):
        return False
    given = name[2:] if re.match(_DOUBLE, name) and len(name) > 2 else name[1:]
    if not all(one in GIVEN for one in given):
        return by_role and len(given) == 2 and any(one in GIVEN for one in given) and given[-1] not in _AMBIGUOUS_END
    if len(given) == 1:
        end = match.end(str(match.lastgroup))
        return (
            by_role
            and given in ONE_GIVEN
            and (match.end() > end or re.match(r"\s*(?:[,.)(\n]|\Z)", text[end:]) is not None)
        )
    if by_role:
        return not (name[-1] in _AMBIGUOUS_END and name[:2] in _NOUNS)
    start, end = match.span(str(match.lastgroup))
    return not _is_place(text, name, start) and (
        _ends_as_name(name, match.end() - end, text[end:]) or _is_vouched(text, start)
    )


def _ends_as_name(name: str, particle: int, after: str) -> bool:
    """Its last syllable is no particle and no ending of a verb, or what follows shows that it is neither."""
    if name[-1] in _LIKE_PARTICLE:
        return particle > 0
    if name[-1] in _LIKE_VERB:
        return particle > 0 and (name[0] in _OPEN_NO_VERB or after[:1] in set("가를의와씨"))
    return True


def _is_vouched(text: str, at: int) -> bool:
    """A name that could end in a particle stands where a list of names, a line or a sentence begins it."""
    return pattern(rf"(?:{_ROLES}|[:：,·(/|])\s?\Z").search(text[max(0, at - 12) : at]) is not None


def _fits_title(group: str, name: str, after: str) -> bool:
    """Before a title that is also a common noun, a name has the syllables of one."""
    if group != "a" or after.lstrip().startswith(("씨", "여사")):
        return True
    given = name[1:]
    return given in ONE_GIVEN if len(given) == 1 else all(one in GIVEN for one in given) and name[-1] not in _LIKE_VERB


def _is_place(text: str, name: str, at: int) -> bool:
    """A unit of the country that stands behind a larger one: 서울시 강서구."""
    return (
        name[-1] in "시군구동리읍면도역강산항로촌현성"
        and re.search(r"(?:[시도군구성현]|서울|부산|인천|대구)\s\Z", text[max(0, at - 6) : at]) is not None
    )


def _is_word(name: str, *, strong: bool) -> bool:
    """A common word in the shape of a name."""
    if name in _WORDS or name in _COMMON or (len(name) == 2 and name in _NOUNS):
        return True
    first, last = name[:2], name[-1]
    if len(name) < 3 or first not in _NOUNS:
        return False
    return last in _SUFFIX or (not strong and last in _AMBIGUOUS_END)


def is_shaped(name: str) -> bool:
    """A surname and two syllables of given names, and no common word in that shape."""
    return (
        len(name) == 3
        and name[0] in SURNAMES + "계"
        and set(name[1:]) <= set(GIVEN)
        and not _is_word(name, strong=False)
    )


def is_common(word: str) -> bool:
    return word in _NOUNS or word in _COMMON
