"""What Korean words around a name say of a place: near it, within it, toward it, from it, or whose home it is."""

import re

from sosik.claims.claim import Role
from sosik.values.textspan import TextSpan

_U = r"(?:특별시|광역시|시내|시|군|읍|구역|구|리|역|항|도|성)?"  # a unit that the gazetteer's name may leave out
_FAR = r"\s?(?:약|불과|대략|한)?\s?(?:\d[\d.,]*|[수몇]|십여|수십)\s?(?:여)?\s?(?:㎞|km|킬로미터|킬로|키로|m|미터|메터|리|분|시간)"
_NEAR = re.compile(
    rf"{_U}\s?(?:의\s)?(?:인근|근처|부근|주변|근방|가까이|앞바다|외곽|교외|변두리|어귀|건너편|맞은편|접경|린근)"
    rf"|{_U}에서{_FAR}\s?(?:가량|정도|쯤)?\s?(?:떨어진|거리|밖|안팎|[동서남북]|상류|하류|지점|들어간|가면|걸리는)"
    rf"|{_U}(?:에서|와|과)\s?(?:멀지 않은|그리 멀지 않은|가까운|인접한|맞닿은|마주한|잇닿은|린접한)"
)
_BETWEEN = re.compile(rf"{_U}(?:와|과|[~·-])\s?(?P<other>[가-힣]{{2,8}}?){_U}\s?사이")
_BETWEEN_END = re.compile(rf"{_U}\s?사이")
_WITHIN = re.compile(r"\s?(?:일대|관내|전역|전체|지역 어딘가|어딘가|곳곳|각지|안에서|내에서|내 )")
_TOWARD = re.compile(
    rf"{_U}\s(?:산골|산간|오지|농촌|광산|탄광|농장|수용소|관리소|교화소|집결소|구류장|세관|지역|마을|시골|변방|국경|쪽 국경)(?:으)?로(?![부서])|"
    r"(?:시|군|읍)?(?:\s?쪽으로|\s?방향|\s?방면|(?:으)?로(?![부서])|\s?쪽 (?:으로|강))|까지|(?:으)?로 향|(?:시|군|읍)?행(?:\s|$)"
)
_FROM = re.compile(
    r"(?:시|군|읍)?(?:\s?(?:쪽|측))?\s?(?:에서 (?:[가-힣]{1,6}[을를] )?(?:건너|넘어|나|들어|떠나|도망|탈출|올라|내려|실려|몰래 건너)(?:온|오던|오다|왔|와)(?![가-힣]성)|에서 (?:온(?![가-힣])|왔|살던|떠나|출발|끌려온|넘어온|건너온|이송|나와|나온|도망|탈출|데려온|이주|실어|달아|올라온|내려온)"
    r"|발 |을 떠나|를 떠나|을 출발|를 출발|산 )"
    r"|(?:시|군|읍)?(?:\s?(?:세관|해관|다리|대교|철교))?[을를] (?:거쳐|지나|경유|벗어나|빠져나)|(?:시|군|읍)?\s?(?:세관|해관|다리|대교|철교)[을를] 통해"
)
_MOVE = re.compile(r"(?:송환|이송|북송|넘겨|인계|추방|이주|호송|떠나|출발|압송|도망|달아|끌려|보내|실려)")
_HELD_THEN_MOVED = re.compile(
    rf"{_U}(?:에|에서)\s(?:구금|수감|억류|체포|감금|갇|붙잡|숨어|머물|머무르|살|은신)[가-힣]*\s?(?:있)?(?:던|된|한|였던|힌|혔던)\s[^.]{{0,40}}(?:송환|이송|북송|인계|추방|호송|압송|돌려보|넘[겼겨])"
)
_EXPELLED = re.compile(rf"{_U}에서\s[^.]{{0,24}}(?:추방|쫓겨|강제 ?이주)(?:[되됐당했하시]|된|나|났)")
_FROM_TO = re.compile(
    rf"{_U}에서\s[가-힣]{{2,8}}?(?:으로|로)\s[^.]{{0,40}}(?:송환|이송|북송|호송|압송|넘겨|끌려|실려|보내)"
)
_BOUND = re.compile(
    rf"{_U}(?:에)?서\s[가-힣]{{2,8}}?(?:으로|로|까지|쪽으로)(?:\.|$)|{_U}에서\s[가-힣]{{2,8}}?(?:으로|로|까지|쪽으로)\s(?:[가-힣]+\s){{0,2}}?(?:가[던다려는]|향하|향해|이동|달리|오[던다가]|운행|나르|옮기|내려가|올라가|들어가|돌아오|돌아가|넘어가|넘어오|건너|출발|도망|떠나|짐을|출장)"
)
_LINE = re.compile(
    rf"{_U}\s?[-~–∼·]\s?[가-힣]{{2,6}}?(?:간|행|발)?\s?(?:급행|준급|정기|화물|직행|여객|국제)?\s?(?:열차|렬차|버스|뻐스|기차|전동차)"
)
_LINE_END = re.compile(
    rf"{_U}(?:간|행|발)?\s?(?:급행|준급|정기|화물|직행|여객|국제)?\s?(?:열차|렬차|버스|뻐스|기차|전동차)"
)
_ORDERS = re.compile(
    r"(?:의|발|에서 내려온|이|이 내린)?\s?(?:중앙의?\s)?(?:지시|방침|명령|결정|연설|담화|발표|성명|방송|당국|정권|지도부|권력)"
)
_COUNTRY_IS_PLACE = re.compile(
    r"(?:에서|에|으로|로|까지|안|내|땅|쪽|국경|변방|영내|경내|전역|전체|각지|곳곳|현지|북부|남부|동부|서부|접경|령|행)"
    r"|\s(?:안|내|땅|쪽|국경|변방|영내|경내|전역|전체|각지|곳곳|현지|북부|남부|동부|서부|접경|내륙|영토|땅|측)(?![가-힣]{2})"
)
_FIGURES_OF_THE_STATE = ("김책", "김정숙", "김형직", "김형권", "김일성", "김정일")
_INSTITUTION = re.compile(
    r"\s?(?:제철|공업|종합|대학|사범|의과|해군|군관|탁아소|휴양소|공대|제강|정치|군사|평양|교원|전기|농업대)"
)
_KIN = r"(?:친척|가족|부모|형제|자매|딸|아들|남편|아내|안해|언니|누나|오빠|형|동생|어머니|아버지|이모|삼촌|사촌|조카|친구|지인|본가|시집|친정|처가|집|고향)"
_PERSON = (
    r"(?:주민|사람|여성|남성|녀성|여자|남자|청년|처녀|총각|노인|출신|태생|시민|일가족|일가|가족|부부|형제|자매|모녀|모자|부자|여인|농민|농장원|상인|장사꾼|장사군"
    r"|학생|대학생|젊은이|돈주|밀수꾼|밀수업자|탈북민|탈북자|노동자|로동자|광부|탄부|어부|군인|병사|주부|할머니|할아버지|소년|소녀|아이|어린이)"
)
_HOME = re.compile(
    rf"{_U}(?:에|에서)\s(?:사는|살던|살고 있는|살고 있던|거주하는|거주하던|거주 중인|거주해 온|집이 있는)\s"
    rf"|{_U}에\s(?:집|가족|본가|고향|살림집|친척|친정)[을를]\s둔|{_U}에\s(?:있는|간|온|남은|남겨진|정착한|시집간|사는|살던|나가 있는)\s{_KIN}"
    rf"|{_U}\s?(?:출신|태생|거주)(?![가-힣]*지)"
    rf"|{_U}(?:의)?\s(?:한 |어느 )?(?:[2-9]0대 |\d\d살 |\d\d세 )?(?:초반 |중반 |후반 )?{_PERSON}(?!들|[가-힣]*들)(?=\s?(?:[이가은는을를도,(]|\d|[한두세네서너]|다섯|여섯|여러|수십|수백|[가-힣]\s?(?:모|씨)))"
)
_SOURCE = re.compile(
    r"(?:시|군|읍)?(?:의|에 있는|에 사는|에 거주하는|에서 활동하는|에서 장사하는|\s내부|\s현지)?\s?(?:한|다른|또 다른|현지|내부|복수의|대북|주민|익명의)?\s?(?:한 )?(?:현지 |내부 |대북 |주민 |군 내부 |군 )?(?:소식통|취재원|정보원|제보자)"
)

_SENT_BACK = re.compile(
    rf"{_U}(?:(?:[·,]\s?|와 |과 )[가-힣]{{2,6}}){{0,6}}(?:\s?등지?)?에서\s[^.]{{0,40}}?(?:북송|송환)"
)
_LEAVING = re.compile(r"(?:시|군)?에서")
_DASHES = frozenset("-~–∼·")
_CAPITALS = frozenset(["평양", "서울", "베이징", "북경", "모스크바", "워싱턴"])


def is_tellers(text: str, span: TextSpan) -> bool:
    """The place is where a source is: it says nothing of the event."""
    is_dateline = text[span.end : span.end + 1] == "=" and text[max(0, span.start - 1) : span.start] in {"(", "["}
    return is_dateline or bool(_SOURCE.match(text, span.end))


def names_no_place(text: str, span: TextSpan, kind: str) -> bool:
    """A country that only says whose or what kind, a capital that stands for its rulers, an institution named after somebody."""
    if kind == "country":
        return _COUNTRY_IS_PLACE.match(text, span.end) is None
    if span.words(text) in _FIGURES_OF_THE_STATE:
        return _INSTITUTION.match(text, span.end) is not None
    return span.words(text) in _CAPITALS and _ORDERS.match(text, span.end) is not None


def is_sent_from(text: str, span: TextSpan) -> bool:
    """A place from which people are sent back, alone or in a list."""
    return _SENT_BACK.match(text, span.end) is not None


def home_of(text: str, span: TextSpan) -> TextSpan | None:
    """The place with the words that make it somebody's home; None where no words do."""
    match = _HOME.match(text, span.end)
    return _up_to(text, span.start, match.end()) if match else None


def role_of(text: str, span: TextSpan) -> tuple[Role, TextSpan]:
    """The role and the span with the words that give it."""
    for role, pattern in ((Role.near, _NEAR), (Role.within, _WITHIN), (Role.origin, _FROM), (Role.toward, _TOWARD)):
        match = pattern.match(text, span.end)
        if match:
            return role, _up_to(text, span.start, match.end())
    if text[max(0, span.start - 1) : span.start] in _DASHES and _LINE_END.match(text, span.end):
        return Role.toward, span
    if _BETWEEN.match(text, span.end) or _ends_a_pair(text, span):
        return Role.near, span
    return (Role.origin if _is_left(text, span) else Role.at), span


def _is_left(text: str, span: TextSpan) -> bool:
    """A place from which somebody goes or is taken elsewhere."""
    if any(pattern.match(text, span.end) for pattern in (_BOUND, _LINE, _HELD_THEN_MOVED, _EXPELLED, _FROM_TO)):
        return True
    leaving = _LEAVING.match(text, span.end)
    onward = text[span.end : span.end + 28]
    return bool(leaving and _MOVE.search(onward) and _TOWARD.search(onward[leaving.end() - span.end :]))


def _ends_a_pair(text: str, span: TextSpan) -> bool:
    """The second of "between A and B"."""
    before = text[max(0, span.start - 12) : span.start]
    return bool(_BETWEEN_END.match(text, span.end) and re.search(r"(?:와|과|[~·-])\s?$", before))


def _up_to(text: str, start: int, end: int) -> TextSpan:
    """Without the white space at its end."""
    return TextSpan(start, start + len(text[start:end].rstrip()))
