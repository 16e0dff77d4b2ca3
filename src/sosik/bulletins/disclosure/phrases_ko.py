"""Korean words that stand for somebody who told us: "함경북도 무산군의 한 소식통", "국경경비대 군관인 40대 남성"."""

import re
from collections.abc import Iterator

from sosik.bulletins.disclosure.found import SourcePhrase, finest
from sosik.bulletins.disclosure.patterns import pattern
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.values.text import Lang

TELL = (
    r"(?:전했|전해|전한|전하|말했|말한|말하|밝혔|밝힌|밝히|설명했|설명한|설명하|알려왔|알려 왔|알렸|알려줬|증언했|증언한|증언하|귀띔|토로|울먹|한탄|푸념|불평|걱정했|털어놓|하소연|지적했|지적|주장했|덧붙였|덧붙여|강조했|호소했|털어놨|털어놓|"
    r"이야기했|얘기했|이야기한|언급했|회상했|폭로했|제보했|보고했|말이다|말에 따르면|따르면|의하면|말씀|했다고 한다|입을 모았|하소연|전언|다고 했|라고 했|다고 한 |알려 온|알려온|알려 주|알려주|전해 온|전해온|전해 왔|전해왔|들려주|들려 주|털어놓|말해 준|말해 주|말해준|보내 왔|보내왔|설명|증언|진술했|진술한|답했|대답했|되물|귀띔|적었|썼다|써 보냈|세었다|일러 주|일러주|왈(?=\s)|보여 주|보여주|넘겨 주|넘겨주|건네|부탁했|당부했|해 달라고|달라고 했|짚었|꼽았|내다봤|추측했|기억했|회고했|떠올렸)"
)
_SOURCE = r"(?:소식통|취재원|제보자|정보원|내부자|협조자|취재협조자|정보통|목격자|증언자|통신원|현지인|연락선)"
_PEOPLE = r"(?:주민|시민|사람|탈북민|탈북자|인민|북한인|피난민|생존자|인사|인물)"
_SEXED = (
    r"(?:여성|녀성|녀자|남성|여자|남자|처녀|총각|아주머니|아줌마|할머니|할아버지|어머니|아버지|주부|가정주부|소녀|소년)"
)
ROLE = (
    r"(?:교장|원장|국장|과장|부장|처장|실장|서장|사장|공장장|선생|어민|뱃사람|관계자|관리|간부|일꾼|일군|당원|군인|병사|군관|장교|하전사|경비대원|대원|초병|상인|장사꾼|되거리꾼|농장원|농민|노동자|로동자|광부|탄부|어부|교원|교사|교수|의사|간호원|간호사|준의|약제사|약사|"
    r"운전사|운전수|기사|기술자|무역일꾼|무역업자|밀수꾼|밀수업자|브로커|돈주|보위원|보위부원|안전원|보안원|경찰|검사|판사|변호사|지배인|반장|인민반장|작업반장|위원장|부위원장|비서|학생|대학생|수감자|"
    r"죄수|통역|통역원|요리사|목사|선교사|기자|과학자|연구원|연구사|외교관|선원|선장|판매원|매대 주인|사업가|환전상|리발사|이발사|미용사|산림감독원|산림보호원|검열원|지도원|책임자|직원|종업원|부기원|창고장|"
    r"소대장|중대장|대대장|연대장|여단장|정치지도원|소좌|중좌|대좌|상좌|소위|중위|상위|대위|소장|중장|세관원|역장|철도원|기관사|조산원|퇴직자|제대군인|벌목공|파견 노동자|[가-힣]{1,5}공(?=[은는이가의인도을를에으,\s])|[가-힣]{1,5}꾼|[가-힣]{0,4}(?:부기원|통계원|판매원|봉사원|통신원|관리원|검사원|검열원|감독원|교환원|접수원|경비원|청소원|안내원|승무원|차장|영사원|방송원|기록원|계획원|로무원|노무원|수매원|창고원|창고장|교양원|보육원|료리사|미장공|목수|타자수|경리|급양관리원|서기|보초병|초병|신병|상등병|중급병사|초급병사|하사|중사|상사|특무상사|사관장|부소대장|분대장|조장|직장장|세포비서|당세포|초급당|리당비서|관리위원장|촬영가|배우|가수|무용수|선수|감독|수의사|치과의|외과의|내과의|구급대|구조대원|소방대원|산림원|등대지기|문지기|묘지기|포수|잠수부|해녀|부두 ?노동자|하역공|짐군|짐꾼|인력거|운반|도매꾼|되거리|달리기|환전꾼|송금책|중개인|중개업자|거간꾼|안내자|길잡이|품팔이|삯일꾼|머슴|식모|가정부|보모|간병인|리발원|미용원|세탁원|재봉공|재봉사|재단사|제화공|수리공|전공|용접공|선반공|조립공|제련공|용해공|기중기 ?운전공|굴착기 ?운전공|보이라공|화부|갑판장|기관장|항해사|통계|통신병|운전병|취사병|위생병|군의|군의관|정찰병|공병|포병|저격수|감시병))"
)
KIN = r"(?:친척|사촌|형제|형|누나|오빠|언니|동생|남동생|여동생|어머니|아버지|부모|이웃|친구|지인|동료|아들|딸|아내|남편|부인|미망인|삼촌|이모|고모|조카|가족|유가족|유족|동창|처남|사위|며느리|생존자|처제|처형|처조카|처|안해|형수|제수|시누이|올케|매부|매형|매제|시어머니|시아버지|장모|장인|외삼촌|외숙모|외할머니|외할아버지|숙모|숙부|큰아버지|작은아버지|큰어머니|조카뻘|조카딸|의붓아들|의붓딸|양아들|양딸|수양딸|손녀|손자|딸애|아들애|갓난애|쌍둥이|약혼녀|약혼자|애인|조카사위|손주사위|시아주버니|아주버니|시동생|도련님|시숙|외손자|외손녀|증손자|과부|홀어미|홀아비|고아)"
_HEAD = re.compile(
    rf"(?:(?P<source>{_SOURCE})|(?P<role>{ROLE})|(?P<sexed>{_SEXED})|(?P<kin>{KIN})|(?P<people>{_PEOPLE}))(?:들)?(?:\s?(?P<note>\([^)\n]{{1,30}}\)))?(?:\s?[A-Z]\s?씨|\s?씨)?(?:\s(?:한|두|세|네|몇|\d{{1,2}})\s?(?:명|사람|분))?(?P<particle>은|는|이|가|도|에 따르면|의 말|에 의하면|의 전언|에게서|한테서|로부터|으로부터|을 통해|를 통해|께서|과|와|에게|을|를|의|이라고|라고|인|이다|\s|,|$)"
)
_SUBJECT = re.compile(
    r"은|는|이|가|도|에 따르면|의 말|에 의하면|의 전언|에게서|한테서|로부터|으로부터|을 통해|를 통해|께서"
)
_FROM = re.compile(r"에게서|한테서|로부터|으로부터|을 통해|를 통해")
_GOT = re.compile(r"받았|받은|입수|얻었|얻은|들었|들은|전해|전달|확인|넘겨|건네")
_MODIFIER = re.compile(
    r"(?:.*(?:의|던|된|대|살|출신|소속|급|적인|거주|근무|인근|근처|부근|지역|일대|쪽|내부|현지|출신의|거주의|[가-힣]과|[가-힣]성|[가-힣]국|[가-힣]부|[가-힣]처|위원회|[가-힣]청|[가-힣]서|부대|군단|사단|여단|연대|대대|중대|소대|병원|학교|대학|공장|농장|탄광|광산|사업소|기업소|관리소)|한|두|세|네|다른|또|또다른|어느|어떤|복수의|여러|이|그|익명의|대북|고위|고위급|하급|중견|젊은|나이 든|늙은|전직|현직|퇴직|"
    rf"\S*(?:{ROLE}|{KIN})인|(?:{ROLE})|"
    r"모|해당|같은|동일한|믿을|만한|정통한|밝은|\d+대|\d+세|\d+살|열\S*|스물\S*|서른\S*|마흔\S*|쉰\S*|예순\S*|일흔\S*|살|세|초반|중반|후반|초반의|중반의|후반의|여성|남성|여|남|북한|북|국경|당|군|군부|보위|보안|안전|무역|세관|병원|탄광|광산|농장|공장|학교|대학|시장|장마당|검찰|기업소|도당|시당|군당|중앙당|정권|정부|외교|군사|밀수|경비대|국경경비대|량강도|회사)\Z"
)
_ADNOMINAL = re.compile(
    r"(?:사는|살던|살고|거주하는|거주|거주하던|일하는|일하던|근무하는|근무하던|근무|복무하는|복무하던|있는|있던|종사하는|다니는|활동하는|주둔한|아는|알고|잃은|둔|가진|장사하는|운영하는|가까운|친한|연락하는|통화한|이야기한|만난|목격한|겪은|(?:되|없|파|가|오|보|치|두|키우|모으|다루|드나드|오가|지키|만드|기르|나르)는|하는|맡은|맡고|지낸|직접|잘|[가-힣]+(?:하|되|치|키|리|이|우|추|두|주|쓰|모|기)는|[가-힣]+던|[가-힣]+(?:했|었|았)던)\Z"
)
_PLACED = re.compile(r".*(?:에|에서|으로|로|를|을|과|와|이|가)\Z")
_PLACE_UNIT = re.compile(r"[가-힣]{1,5}(?:도|시|군|읍|리|동|구역|노동자구|구|면|마을)(?:의|에|에서|쪽|내)?\Z")
_AGE = re.compile(
    r"\d{1,2}\s?(?:대|세|살)(?:\s?(?:초|중|후)반)?|(?:이십|삼십|사십|오십|육십|칠십)대|(?:스물|서른|마흔|쉰|예순|일흔)\S{0,3}\s?살?|(?:젊은|늙은|나이 든|고령의|중년|노인|청년|십대)|\(\s?\d{2}\s?(?:세)?\)"
)
_FEMALE = re.compile(
    r"여성|여자|녀성|녀자|처녀|아주머니|아줌마|할머니|어머니|주부|소녀|누나|언니|여동생|딸|아내|부인|미망인|이모|고모|며느리|\(여\)|그녀|(?<![가-힣])여(?:\s|\)|,)"
)
_MALE = re.compile(
    r"남성|남자|총각|할아버지|아버지|소년|(?<![가-힣])형(?![가-힣])|오빠|남동생|아들|남편|삼촌|처남|사위|\(남\)|(?<![가-힣])남(?:\s|\)|,)"
)
_ROLE_WORD = re.compile(
    rf"{ROLE}|일하는|근무하는|복무하는|종사하는|다니는|소속|고위|전직|현직|퇴직|제대|군부|군 (?:소식통|내부)|당 (?:소식통|내부)|보위부|보위국|보안서|안전부|안전국|세관|병원|탄광|광산|공장|농장|기업소|무역|도당|시당|군당|중앙당|검찰소|"
    r"경비대|군단|사단|여단|연대|대대|중대|소대|외교|군사|정권|대학|학교|밀수|회사|부대|여단|대대|인민위원회|위원회|행정기관|사법기관|법기관|돈주|보위성|안전성|보위사령부|안전국|총국|내각|중앙기관|[가-힣]{2,5}(?:성|국|청|원|위원회|기관)\s?(?:내부|내)"
)
_RELATED = re.compile(
    rf"(?:의|을 잃은|를 잃은|인)\s?(?:\S+\s)?{KIN}|{KIN}(?:을|를|이|가|의|인)\s|{KIN}(?=\s?\Z)|{KIN}(?:과|와) (?:가까운|연락하는|사는|친한)|유가족|유족|가까운"
)
_SMALL = re.compile(
    r"[가-힣]{1,5}(?:리|동|노동자구|구역|읍|인민반)(?:의|에|에서|\s)|(?:한|어느|이) (?:마을|동네|인민반|작업반)"
)
_NOT_UNIT = re.compile(
    r"(?:우리|머리|거리|멀리|빨리|자리|소리|활동|노동|이동|운동|행동|협동|공동|따로|서로|바로|국경 지역)"
)
_PUBLIC = re.compile(
    r"대변인|통일부|국방부|외교부|국정원|유엔|미국|한국 정부|정부 당국자|조선중앙통신|노동신문|로동신문"
)
_STOP = re.compile(r"(?<![\d])[.!?](?=\s|$)|\n")
_TELLER = re.compile(rf"{_SOURCE}(?:들)?(?:은|는|이|가|도|에 따르면|에 의하면)(?=\s|,)")
_TRAIL = re.compile(r"(?:의|에서|에|쪽|측|내|시내|인근|근처|부근|지역|일대|출신|의 한|에 사는|에 거주하는|에서 사는)+")


def source_phrases(text: str, gazetteer: Gazetteer) -> Iterator[SourcePhrase]:
    """In order, none inside another."""
    reached = 0
    for head in _HEAD.finditer(text):
        if head.start() < reached or not _begins(text, head):
            continue
        end = head.end("note") if head["note"] else _noun_end(head)
        start = _left(text, head.start(), gazetteer)
        if start < reached or not _tells(text, head) or _PUBLIC.search(text[start:end]):
            continue
        reached = end
        yield _described(text, start, end, head, gazetteer)


def _noun_end(head: re.Match[str]) -> int:
    return head.end() - len(head["particle"])


def _begins(text: str, head: re.Match[str]) -> bool:
    """The head is a word or ends one, as in 북한소식통; it is not the beginning of a longer noun."""
    return head["source"] is not None or head.start() == 0 or not ("가" <= text[head.start() - 1] <= "힣")


def _tells(text: str, head: re.Match[str]) -> bool:
    """A source is one by its word; anybody else when the sentence says that they tell."""
    if head["source"]:
        return True
    if not _SUBJECT.match(head["particle"]) or _is_told_of(text, head.start()):
        return False
    if head["particle"].startswith(("에 따르면", "의 말", "에 의하면", "의 전언")):
        return True
    stop = re.search(r"(?<![\d])[.!?](?=\s|$)|\n", text[head.end() :])
    rest = text[head.end() : head.end() + stop.start() if stop else len(text)]
    quoted = rest.lstrip()[:1] in {"“", '"', "‘", "「"}
    long_quote = text[head.end() : head.end() + 600]
    if _FROM.match(head["particle"]) and _GOT.search(rest):
        return True
    if re.search(
        r"(?:진술|증언|제보|구술|녹음|영상|사진|편지|쪽지|통보)(?:은|는|을|를)\s", _sentence(text, head.start())
    ):
        return True
    return bool(pattern(TELL).search(rest)) or (
        quoted and bool(pattern(rf"[”\"’」](?:이?라고|고|며|면서)\s?\S{{0,6}}\s?{TELL}").search(long_quote))
    )


def _sentence(text: str, at: int) -> str:
    begin = max(text.rfind("\n", 0, at), *(text.rfind(stop, 0, at) for stop in (". ", "? ", "! "))) + 1
    stop = _STOP.search(text, at)
    return text[begin : stop.start() if stop else len(text)]


def _is_told_of(text: str, at: int) -> bool:
    """Inside a quote, or in a sentence whose teller is a source: what the words tell of, not who tells."""
    begin = max(text.rfind("\n", 0, at), *(text.rfind(stop, 0, at) for stop in (". ", "? ", "! "))) + 1
    stop = _STOP.search(text, at)
    sentence = text[begin : stop.start() if stop else len(text)]
    before = text[begin:at]
    return before.count("“") > before.count("”") or bool(_TELLER.search(sentence))


def _left(text: str, at: int, gazetteer: Gazetteer) -> int:
    """Leftward over words that describe the head: places, adnominal verbs with what they govern, ages, ranks."""
    base = max(0, at - 80)
    while "가" <= text[at - 1 : at] <= "힣":
        at -= 1
    tokens = list(re.finditer(r"[^\s]+", text[base:at]))
    start, governs = at, 0
    for token in reversed(tokens):
        word = token[0]
        if re.search(r"[.!?,“”\"‘’」『:;·—]$", word) or "\n" in text[base + token.end() : start]:
            break
        word = word.lstrip('“"‘「『(')
        named = _is_place(word, gazetteer)
        if (
            named
            or _MODIFIER.match(word)
            or _PLACE_UNIT.match(word)
            or _ADNOMINAL.match(word)
            or (governs and _PLACED.match(word))
        ):
            governs = 3 if _ADNOMINAL.match(word) else 0 if named else max(0, governs - 1)
            start = base + token.end() - len(word)
            if len(word) < len(token[0]):
                break
            continue
        break
    return start


def _is_place(word: str, gazetteer: Gazetteer) -> bool:
    """The whole word is a place, with nothing but what a place may trail."""
    mentions = gazetteer.find(word, Lang.ko)
    if not mentions or mentions[0].span.start != 0:
        return False
    rest = word[mentions[-1].span.end :]
    return not rest or bool(_TRAIL.fullmatch(rest))


def _described(text: str, start: int, end: int, head: re.Match[str], gazetteer: Gazetteer) -> SourcePhrase:
    words = text[start:end]
    mentions = gazetteer.find(words + head["particle"], Lang.ko)
    places = finest(tuple(entry for mention in mentions for entry in mention.entries))
    place_start, place_end = (mentions[0].span.start, mentions[-1].span.end) if mentions else (0, 0)
    trail = _TRAIL.match(words, place_end) if mentions else None
    bare = words[:place_start] + words[place_end:]
    female, male = _FEMALE.search(bare), _MALE.search(bare)
    kin_only = head["kin"] and not head["people"]
    attributes = tuple(
        name
        for name, seen in (
            ("role", head["role"] or _ROLE_WORD.search(bare)),
            ("age", _AGE.search(bare)),
            ("sex", bool(female) != bool(male)),
            (
                "relation",
                kin_only
                or (_RELATED.search(bare) and not head["source"])
                or pattern(rf"{KIN}[을를]\s?(?:잃|둔)").search(bare),
            ),
        )
        if seen
    )
    return SourcePhrase(
        start=start,
        end=end,
        plain=_plain(words),
        places=places,
        place_start=start + place_start,
        place_end=start + (trail.end() if trail else place_end),
        unknown_place=any(
            not _NOT_UNIT.match(unit[0]) and not _known(unit[0], gazetteer) for unit in _SMALL.finditer(bare)
        ),
        attributes=attributes,
        sex="female" if female and not male else "male" if male and not female else None,
        is_witness="목격" in words,
    )


def _known(word: str, gazetteer: Gazetteer) -> bool:
    return bool(gazetteer.find(word, Lang.ko))


def _plain(words: str) -> str:
    """The same "another" with the plain word for who told us."""
    plural = "들" if "소식통들" in words else ""
    if re.search(r"또 ?다른|다른", words):
        return f"또 다른 소식통{plural}"
    return f"한 소식통{plural}" if re.search(r"(?:^|\s)한\s", words) else f"소식통{plural}"
