"""Korean nouns for those who tell: persons by list and by ending, bodies that are no tellers, and things that tell nothing."""

import re
from enum import StrEnum
from functools import lru_cache

from sosik.claims.people.korean_words import NOT_PEOPLE, PEOPLE

SOURCES = frozenset("소식통 취재원 제보자 통신원 정보원 면접자 응답자 증언자".split())


class NounKind(StrEnum):
    """``open`` is a noun that no list knows: a trade or kin, where a verb of telling stands right behind it."""

    person = "person"
    body = "body"
    thing = "thing"
    open = "open"


_SOURCE = re.compile(r"(?:면접자|응답자|증언자|부인|소식통|취재원|제보자|통신원|정보원|조력자|목격자|내부자)\Z")
_CORE = re.compile(
    r"(?:[ㄱ-ㅎ]\s?씨|소식통|취재원|제보자|통신원|정보원|무역업자|무역상|상인|주민|장사꾼|탈북민|탈북자|[가-힣A-Z]{1,4}\s?씨)\Z"
)
_BODY = re.compile(
    r"(?:대변인|당국자?|통신|통신사|신문사|언론사|방송사|방송국|방송위원회|잡지사|출판사|보도국|보도부|공보국|공보실|공보부|선전부|선동부|선전선동부|외무성|보위성|안전성|무력성|국방성|보건성|교육성|내각|총참모부|총정치국|무역성|적십자회|검찰|인민위|당위|사령관실|총련|거류민단|신문|방송|매체|참모본부|합참|보위부|보위국|안전부|안전국|보안서|위원회|정부|국방부|통일부|외교부|국정원|지시문|문건|포고문|보고서?|판결문|보도|TV|티비|군부대"
    r"|중앙당|도당|군당|시당|인민군|경찰|공안|대사관|영사관|단체|기구|유엔|연합|연구원|연구소|재단|협회|일보|뉴스|NK|엔케이|타임스|저널|성명|담화|발표|자료|통계|기록|일지|명단|편지|공고|법원|검찰소|재판소"
    r"|사령부|부대|측|관영|기관|당|북한|남한|중국|미국|한국|북측|남측|정보당국|언론|외신|라디오|사이트|홈페이지|회견|브리핑|대표단|사무소|군부|지도부|여단|사단|연대|대대|중대|소대|편집국|본부|(?:변방|경비|수비|기동|순찰|조사|검열|소방)대|연설|논평|사설|김정은|김정일|김일성|김여정|시진핑|푸틴|트럼프|총비서|국무위원장|주석|대통령|총리|장관|차관|센터|학교|대학교?|병원|공장|회사|은행|총국|관리국|비서국|기관지|주간지|월간지|잡지)\Z"
)
_OF_A_BODY = re.compile(
    r"(?:합참|합동참모본부|통일부|국방부|외교부|국정원|국가정보원|법무부|대통령실|청와대|정부|유엔|적십자|우리 군|한국군|군 당국|경찰청|해경|해양경찰|단체|협회|재단|위원회|연구원|연구소|기구|대사관|영사관)의?\s?(?:한\s)?(?:관계자|직원|고위 관계자|핵심 관계자)\Z"
)
_THING = re.compile(
    r"(?:(?:것|일|날|때|곳|수|점|뿐|바|데|말|책|글|시|길|산|집|차|배|돈|값|입|손|불|물|총|강|비|눈|해|달|밤|낮|힘|몸|피|뼈|살|옷|밥|쌀|술|약|문|방|벽|벌|죄|법)\Z|.*(?:소리|소문|풍문|소식|이야기|얘기|전언|사진|영상|문서|쪽지|전단|노래|사실|상황|분위기|결과|이유|원인|방침|지시|명령|규정|정책|사건|사고|사태|피해|문제"
    r"|경우|전망|관측|분석|의혹|논란|우려|가능성|여론|목소리|눈물|눈빛|표정|얼굴|마음|생각|기억|시간|오늘|어제|이날|당시|현재|최근|지난달|이달|올해|작년|가격|물가|쌀값|환율|배급|식량|다리|버스|트럭|열차|총소리"
    r"|시신|시체|주검|사망자|부상자|희생자|사상자|실종자|체포자|북송자|송환자|아사자|피해액|숫자|인원|대부분|일부|다수|모두|전원|이들|그들|누구|아무|무엇|성|력|화|감|론|률|율|량|품|록|표|망)\Z)"
)
# What ends a noun for a person: a trade (-공, -꾼, -원), a rank (-병), kin (-모). An ending that most often ends a thing
# stands with the syllables before it that make it a person.
_PERSON_ENDING = re.compile(
    r"(?:[가-힣]{1,8}(?:자|원|민|꾼|공|생|병|사|인|족|객|범|님|댁|이|지기|쟁이|장이|잡이|내기|아비|어미|할미|할멈|영감|노친|엄마|아빠|어멈|아범|동무|동지|각시|처남|처제|동서|사돈|관계자|비서|사람|녀석|일꾼"
    r"|(?:여|소|처|손|궁|아)녀|(?:장|차|손자)남|(?:농|장사|짐|밀수|나무|구경|사냥|일|심부름|머슴|지게)군|(?:식|계|산|유|이|고|보|장|시|노|숙|형|조)모|(?:선|후)배"
    r"|(?:어|농|광|갱|탄|인|잡|청소|배달|잠수|가정|접대|파출|화|마|숙|백|고모|이모|벌)부|(?:반|조|소대|중대|대대|분대|단|역|교|원|과|국|부|지배|인민반|작업반|선|기사|사|촌|리|면|읍|동|가|위원|세대|소|관리위원|당비서|갑판|기관|주방|직)장"
    r"|(?:운전|가|교|목|포|죄|소방|무용|재단|기관|고|나팔|타자|경비|군악|갑판|조타)수|(?:선|돈|업|세대|건물|점|차|물|화|농장|가게|식당|매대|집|밭)주|(?:무역|도매|소매|고물|행|중개|잡화|환전|밀매|포목|보따리|보부|쌀|되거리|왕복|달리기)상"
    r"|(?:군|경찰|감독|외교|심사|검사|사무|교|수사|계호|지휘|조사|면접|법무|검열|교화|보위|정치)관)|[가-힣]{0,4}(?:장수|매부|매형|매제|자형|형부|제부|고모부|이모부|숙부|백부|당숙|외숙|시동생|시누이|올케|처형|사위|며느리|조카|손주|손자|손녀|종형|사돈|부친|모친|이모|고모|삼촌|사촌)|이모|고모|엄마|아빠|할멈|영감|어멈|아범|노친|색시|새댁|언니|누나|오빠|누이|딸|아들|형|동생|처|남편|아내|안해|이웃|동무|친구)\Z"
)
_LETTERED = re.compile(r"\s?(?:[A-Zㄱ-ㅎ]|(?<=자 )[가나다라마바])\Z")
# Nouns that end like a person and are none, besides those that the list of people knows.
_NOT_TELLERS = frozenset(
    """장사 기사 농사 행사 공사 의사표시 감사 인사 봉사 식사 회사 검사 조사 군사 역사 수사 제사 시장 공장 농장 광장 극장 현장 직장 입장 주장 고장 통장 훈련장 비행장 건설장 작업장 장마당시장
    탄광 제공 유치원 고아원 육아원 양로원 천원 만원 백만원 사이 나이 차이 종이 높이 길이 깊이 놀이 아이디어 어린이집 병원 공원 법원 학원 지원 동원 자원 인원 이자 숫자 문자 의자 상자 투자 글자 한자 과자 모자 전자 생산 개인 원인 확인 부인 성인 외국인 대다수 다수 소수 점수 횟수 홍수 압수 특수 교수형 재상 이상 사상
    세상 지상 정상 부상 중상 총상 동상 화상 보상 예상 현상 대상 영상 사병 문병 질병 전염병 만족 부족 가족회의 가을 마을 사이 나이 차이 종이 높이 길이 깊이 놀이 아이디어 많이 같이 사실상 전부 내부 외부 일부
    정부 간부급 본부 서부 동부 남부 북부 중부 상부 하부 공부 여부 거주 이주 도주 음주 지주 매주 다음주 지난주 이번주 규모 군 시군 도군 장군 해군 육군 공군 아군 적군 보관 여관 세관 기관 해관 장관 차관 정관 우리네 동네 재배 지배 분배
    손님맞이 어린이날 이이 사망자 부상자 희생자 실종자 사상자 피살자 전사자 아사자 익사자 체포자 북송자 송환자 구속자 사형수 범인""".split()
)


@lru_cache(maxsize=4096)
def kind_of(noun: str) -> NounKind:
    """What the noun, without particle and plural, means as the subject of a telling."""
    noun = _LETTERED.sub("", noun) if not noun.isascii() else noun
    words = noun.rsplit(" ", 1)[-1] if " " in noun and not noun.endswith("씨") else noun
    if _CORE.search(noun) or _SOURCE.search(noun):
        return NounKind.person
    if _BODY.search(words):
        return NounKind.body
    if words in PEOPLE - _NOT_TELLERS:
        return NounKind.person
    if words in _NOT_TELLERS or words in NOT_PEOPLE or _THING.match(words):
        return NounKind.thing
    return NounKind.person if _PERSON_ENDING.fullmatch(words) else NounKind.open


def is_of_a_body(words: str) -> bool:
    """The words end with somebody who speaks for a body: an official of a ministry."""
    return _OF_A_BODY.search(words) is not None


def bare(noun: str) -> str:
    """Without a letter that tells one source from another: of 소식통 A, of 면접자 가."""
    return _LETTERED.sub("", noun)


def head_of(noun: str) -> str:
    """The part of a compound that says who it is: of 대북소식통 the source."""
    core = _CORE.search(noun)
    return core[0] if core else noun
