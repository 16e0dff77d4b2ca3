"""Korean words around a date that show a telling, a publication, a comparison or what is to come."""

import re

from sosik.claims.dates.cues import Cues

_TELLS = (
    r"(?:전했|전한|전해|전하|말했|말한|말하|밝혔|밝힌|밝히|알려\s?왔|알려\s?온|알렸|알린|설명했|설명한|증언했|증언한|이야기했|얘기했|토로했|덧붙였|보내\s?왔"
    r"|보도했|보도한|털어놓|귀띔했|제보했|주장했|강조했|지적했|언급했|통화했|연락해|확인했|전화를? 걸어|들려\s?줬|들려주었|회고했)"
)
_MEDIUM = (
    r"(?:(?:전화|국제전화|통화|인터뷰|서면|메신저|메시지|문자|음성|음성 메시지|위챗|텔레그램|이메일|편지|취재|만난 자리|접촉)"
    r"(?:\s?(?:통화|인터뷰|메시지|취재))?(?:에서|에|로|으로|를 통해|을 통해|를 통해서|에서는)?)"
)
_DESK = r"(?:본지|본보|본사|기자|취재진|우리|편집국|저희)"
_OUTLET = r"(?:[가-힣A-Za-z]{0,10}(?:NK|엔케이|통신|신문|뉴스|일보|방송|저널|타임스|타임즈|미디어|매체|소식))"
_ADDRESSEE = rf"(?:(?:{_DESK}|{_OUTLET})\s?(?:측|쪽|들)?(?:에|에게|와의|과의|와|과|에도))"
_TOLD_AFTER = re.compile(
    rf"\)?(?:에|날|자)?\s*(?:새벽|아침|오전|오후|저녁|밤|늦게|각각)?에?\s*(?:각각\s*)?(?:{_ADDRESSEE}|(?:본지|본보|본사|취재진|편집국)|{_MEDIUM}\s*(?:[\"“‘「]|{_TELLS})|(?:\S{{1,15}}(?:에|에게)\s+)?(?:{_MEDIUM}\s*)?{_TELLS}"
    rf"|(?:연락이|연락을|통화가|전화를|소식을|메시지를|문자를|편지를)\s(?:닿은|취한|주고받은|된|이뤄진|건|걸어온|받은|보내온|보내 온|전해온)|(?:통화|접촉|인터뷰|취재에 응|전화로 연결)(?:한|된|했던)\s|만난\s"
    rf"|\S{{1,12}}[와과]의\s*{_MEDIUM}|,?\s*[\"“「])"
)
_QUOTED_EVENT = re.compile(r"(?:에|날|자)?\s*,?\s*[\"“「]")
_TELLER_TOPIC = re.compile(r"(?:은|는|이|가)\s*(?:지난\s*)?\Z")
_DENIES = re.compile(
    r"[^.\n]{1,90}?(?:[다라]는|란) (?:말|보도|소문|주장|이야기|얘기|소식|설)[은을이]?[^.\n]{0,60}?(?:부인|반박|일축|거짓|사실이 아니)"
)
_SOURCE_AFTER = re.compile(
    r"\s*,?\s*(?:(?![가-힣]*[다라냐자]고\s)[가-힣·()]{1,12}\s+){0,4}?(?:내부\s?)?(?:소식통|취재원|제보자|통신원)(?:은|는|에 따르면|에 의하면|이 전|이 말|이 알)"
)
_LOG_HEAD = re.compile(
    r"(?:\A|\n)\W*(?:통화|전화|면담|기록|청취|접수|녹취|상담|인터뷰)(?:\s?(?:기록|일시|날짜|일자|일지|시점|일))?\W{0,4}\Z"
)
_LOG_TAIL = re.compile(r"\s*(?:[.,:;|)–—-]|\n|\Z|통화)")
_PUBLISHED_BEFORE = re.compile(
    r"(?:입력|게재|발행|등록|수정|보도일|보도 날짜|송고|승인|최종\s?수정|작성|출고|게시)(?:일|일시|일자|시간)?\s*[:：|]?\s*\Z"
)
_COMPARED_AFTER = re.compile(
    r"\s?(?:같은 기간|같은 시기|동기|때|당시|이맘때|의)?\s?(?:보다|처럼|만큼|같이 |에\s?비(?:해|하면|교)|과\s?달리|와\s?달리|과\s?비교|와\s?비교|대비|이후 처음|이래 처음|이후 가장|이래 가장|\s[가-힣]{1,6}(?:\s[가-힣]{1,6})?\s(?:이후|이래)\s(?:처음|가장|최대|최악))"
)
_HISTORY = re.compile(
    r"(?:(?<=[은ㄴ신난진간된한친온든른]\s)(?:뒤|후|이후)로|^에도|비슷|유사|같은 (?:일|사고|사건)|(?:한|은|던|었던|았던) (?:일|적)이 있|바 있|예전|과거|당시|고난의 행군|대기근|전쟁|때도|옛|이야기|기억)"
)
_PAST_TURN = re.compile(r"지난|작년|올|그|이\s?날|어제")
_TO_COME = re.compile(
    r"(?:예정|계획(?:이|을|하|대로|중|돼|되)|방침|하기로 (?:했|돼|되|결정)|(?:할|될|갈|올|릴|칠|울|낼) (?:것이|것으로|거라|거란|전망)|시작한다|실시한다|(?:설치|금지|시행|진행|개최|운영|단속)한다(?:\.|\s|$|고)|[한된]다는 (?:포치|지시|통보|방침|공고|포고)|아직 (?:시작|시행)|들어간다고|열린다고)"
)
_CLAUSE = re.compile(r"[;:“”\"]|다고 |었고 |았고 |했고 |됐고 |으며 |지만 |는데,? |은데,? |으나,? ")


def _is_told(before: str, words: str, after: str, opens: bool) -> bool:
    """It dates the telling: right before the verb, its addressee or its medium, or before the source who tells."""
    if words.endswith(("부터", "까지", "이후", "이래")):
        return False
    if _LOG_HEAD.search(before) and _LOG_TAIL.match(after):
        return True
    if _QUOTED_EVENT.match(after):
        return _TELLER_TOPIC.search(before) is not None
    if _TELLER_TOPIC.search(before) and _DENIES.match(after):
        return True
    if _TOLD_AFTER.match(after):
        return True
    return opens and _SOURCE_AFTER.match(after) is not None


_PAST = re.compile(
    r"[았었했됐였졌났왔갔렸겼쳤켰썼뒀줬섰랐잤컸폈웠뤘렀혔셨녔뎠겠]\s*$|[았었했됐졌났왔갔렸겼쳤켰썼웠섰혔](?:다|고|으며|지만|는데|던)"
)


CUES = Cues(
    is_told=_is_told,
    published_before=_PUBLISHED_BEFORE,
    compared_after=_COMPARED_AFTER,
    history_before=re.compile(r"년대\Z"),
    history_after=_HISTORY,
    past_turn=_PAST_TURN,
    to_come_after=_TO_COME,
    past_after=_PAST,
    clause=_CLAUSE,
)
