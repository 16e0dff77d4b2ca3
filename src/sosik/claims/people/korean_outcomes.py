"""Korean words of an outcome: what became of people, and whether they are its subject, its object or its count."""

import re
from enum import StrEnum

from attrs import frozen

from sosik.claims.sieve import Sieve
from sosik.values.quantity import Outcome

_PASSIVE = r"(?:되|됐|된|돼|될|당하|당했|당한|당해|[을를]\s(?:당하|당했|당한|당해|받)|받(?:았|은|아|고|다)|\s당(?:하|했|한|해))"
_ACTIVE = r"(?:하|했|한|해)"
_LIMB = r"다리|팔|손|발|발목|손목|손가락|발가락|눈|무릎|한쪽 다리|두 다리|갈비뼈|뼈|턱|어깨|허리|이빨|코뼈|머리|갈비|가슴뼈|쇄골|척추|등뼈|골반|엉치뼈|광대뼈|이마|귀|고막|이|앞이|정강이|종아리|허벅지|팔목|팔뚝|팔꿈치|발뒤꿈치|턱뼈"
_SOME = r"(?:\s(?:[한두세네]|몇|\d)\s?(?:대|개|가락|쪽|군데|마디)[가이]?)?"
_BROKEN = r"부러[졌진져지짐뜨]|으스러|잘[리렸려린림]|잘려|절단|골절|바스러|금이 [갔가간]|터[졌진져](?=다|고|[ .,])|찢어[졌진져]|뭉개|꺾[였이인여]|빠[졌져진지](?=다|고|[ .,])|나[갔간](?=다|고|[ .,단])|못 ?쓰게 [됐되된]"
_BURNT = r"덴|데인|데였|데었|데여|데어|데이|데는(?=\s)"


class Form(StrEnum):
    subject = "subject"
    object = "object"
    either = "either"
    heads = "heads"


@frozen
class Cue:
    start: int
    end: int
    outcome: Outcome
    form: Form
    is_weak: bool = False


_SUBJECT: tuple[tuple[Outcome, bool, str], ...] = (
    (
        Outcome.killed_or_injured,
        False,
        r"(?:죽거나|숨지거나|사망하거나|숨지고|죽고) (?:다[치친쳤쳐]|크게 다[치친쳤]|부상)|다치거나 (?:죽|숨|사망)|부상하거나 (?:죽|숨|사망)|사상(?:하|했|당|되|됐)|죽고다[치쳤]|사망 (?:또는|혹은) 부상|사망·부상",
    ),
    (
        Outcome.killed,
        False,
        (
            r"숨(?:지(?!게)|졌|진|져|질|짐|을 거[두둔뒀뒤둘]|이 (?:끊|멎|지|졌|넘어갔))|(?<!로 )(?<!에 )돌아가[셨신시]|눈을 감[았은]|몰[살사](?:하|했|한|당|됐|되|돼)|떼죽음|사망(?!\s?(?:자|률|원인|신고|통지|진단|소식|사건|사고|설))(?=\s?(?:하|했|한|해|함|에 이|으로|[.,)\s]|$))|(?<![가-힣])죽(?:었|은|고|어(?! ?가)|는|음|자(?= )|기|게 |(?=지(?:는|도)? ?않))|(?:굶어|얼어|맞아|빠져|깔려|타|치여|떨어져) ?죽"
            r"|목숨을 (?:잃|끊|거두|버)|생을 마[감쳤치]|생명을 잃|세상을 (?:떠|떴|등)|유명을 달리|참변을 당|변을 당|불귀의 객|희생(?:되|됐|된|돼|당)"
            r"|(?<![가-힣])(?:즉사|익사|아사|압사|질식사|감전사|폭사|추락사|급사|순직|자살|자결|음독|옥사|과로사|돌연사|횡사|절명)(?=하|했|한|해|함|[.,)\s]|$)|(?<![가-힣])(?:병사|전사|동사|객사|변사|소사)(?=하[고였며]|했|한 |해 |함|[.)]|$)|극단적(?:인)? 선택"
            r"|(?:시신|시체|주검|변사체|익사체|동사체)(?:이 ?되|으?로 (?:발견|떠[오올]|돌아|건[져졌]|나[왔온]|수습|인양|실려|변해|변했|끌려|되돌))|숨 ?거둠"
        ),
    ),
    (
        Outcome.injured,
        False,
        rf"다[치친쳤쳐침](?!게)|(?:부상|중상|경상|총상|화상|동상|골절상|상처|상해|찰과상|자상|열상|타박상|관통상|치명상)(?:[을를] (?:\S+ )?(?:입|당)|했|한|하[였고는며던]|해|당(?:하|했)|(?=[.,)\s]|$|이[다고며었]))|실명(?:하|했|한|됐|되)|(?:(?:불|물|쇳물|끓는 물|기름|국|죽|증기|김|가스불|화로|숯|알탄불|알칼리|양잿물|산)에 (?:[가-힣]{{1,4}}[을를이] )?)(?:{_BURNT})|(?:얼굴|손|손등|팔|다리|발|온몸|전신|등|몸|목|가슴|배)[을를이가] (?:{_BURNT})|(?<![가-힣])(?:덴|데인|데였|데었)(?=[\s다고지])|불구(?:가|로) (?:됐|되|돼)|(?:{_LIMB}|시력)[을를] (?:잃|절단|다치|다쳤)|절단(?:됐|되|된|돼|수술)|골절(?:됐|되|된|돼|을 입|상을)|뇌진탕|파편(?:에|을) (?:맞|박)|파편이 박|동상[을에] (?:입|걸)|살이 (?:찢|터)|(?:눈|시력|청력|앞)이 멀|귀가 먹|시력을 잃|반신불수|하반신(?:이|을)? ?마비|피를 흘리며 (?:업혀|실려)",
    ),
    (
        Outcome.injured,
        True,
        r"(?:폭행|구타|고문|매질|뭇매)(?:[을를])? ?(?:당|받)|매를 맞|뭇매를 맞|얻어맞|두들겨 ?맞|총에 맞아 부상|매 맞|입원(?=했|한|해|하|중)|중태(?=다|이|에|였|인|로|[.,]|$)|위독(?:하|한|해)|의식 ?불명|의식을 잃|총(?:탄|알)?에 맞(?=[가-힣\\s]{0,24}(?:목숨[은을]? (?:건|부지)|살아|치료|병원|수술|후송|업혀|실려))",
    ),
    (
        Outcome.missing,
        False,
        r"실종(?!자|신고| 신고)(?:되|됐|된|돼|함|(?=[.,)\s]|$))|행방(?:을 (?:알|모르|모른|모를|몰라|몰랐|찾|감)|(?:이|은|도) (?:[가-힣]+\\s){0,2}(?:묘연|알려지지|확인되지|알 수|모르|모른)|불명|조차)|사라(?:졌|진|져|지|짐)|종적을 감|종적이 (?:없|묘연|끊)|자취를 감|소식이 끊|연락이 (?:끊|두절)|없어[졌진져짐]|보이지 (?:않|못)|(?:돌아오|나타나|나오)지 (?:못[했한하해]|않[았은고아])|생사(?:를 (?:알|모)|가 (?:확인되지|불명))|떠내려[갔가간]|휩쓸려[갔 ]",
    ),
    (
        Outcome.detained,
        False,
        r"붙[잡잽](?:혔|히|힌|혀|힘)|잽혀 ?[가갔간감]|붙들(?:렸|려|린|리|림)|잡혀 ?[가갔간감]|잡[혔혀힌힘](?=[다고지었음 으.,)]|$)|끌려 ?[가갔간감]|(?:끌려|잡혀|붙들려) ?(?:들어|나[갔가간]|[왔온])|덜미를 잡[혔히혀힌]|쇠고랑을 [찼차찬]|갇[혔히힌혀힘]|(?:수용소|관리소|교화소|단련대|집결소|구류장|감옥|교도소|감방|노동교화소|정치범수용소)[에로으]+ (?:보내[졌져진]|이송|수용|넘겨|들어[갔가])|(?:교화형|단련형|로동교화형|노동교화형|로동단련형|노동단련형|징역형?|실형|무기형)(?:\s?(?:\d+|[일이삼사오육칠팔구십]+)\s?(?:년|개월|달)(?:형)?)?[을를] (?:선고받|언도받|받)",
    ),
    (
        Outcome.repatriated,
        False,
        r"(?:북한|북측|북쪽|북조선|북|조선)(?:으로|에|측에|쪽으로) (?:강제로 )?(?:돌려보내[졌져진]|되돌려 ?보내[졌져진]|넘겨[졌져진]|끌려 ?[가갔])|강제로 돌려보내[졌져진]",
    ),
    (
        Outcome.unknown,
        False,
        r"(?:죽거나|숨지거나|사망하거나) (?:실종|행방불명|사라)[가-힣]*|(?:사망|숨지고|죽고)(?:·| 및 | 또는 |하고 | )실종(?:됐|되|된|돼)",
    ),
    (
        Outcome.unknown,
        False,
        r"팔려 ?(?:[가갔간감]|넘|나)|팔[렸려린]|강제로 [낙락]태|강제 [낙락]태를|[낙락]태를 (?:당|강요)",
    ),
)
_OBJECT: tuple[tuple[Outcome, bool, str], ...] = (
    (Outcome.killed, False, r"죽[였이인여]|숨지게|목숨을 (?:앗|빼앗)|쏴 ?죽|쏘아 ?죽|때려 ?죽|처단"),
    (Outcome.injured, False, r"다치게|부상을 입[혔히]|상처를 입[혔히]|중상을 입[혔히]"),
    (Outcome.injured, True, r"때[렸려리]|두들겨 ?패|두들겨 ?팼"),
    (
        Outcome.detained,
        False,
        r"붙잡(?:았|아|은|고|는)|붙들[었어]|잡아 ?[가갔간들]|끌고 ?[가갔간]|데려 ?[갔간]|가[두뒀둔][었어다 ]|가뒀",
    ),
    (Outcome.repatriated, False, r"(?:강제로 |되)?돌려 ?보[냈내낸](?![져졌진])|되돌려 ?보[냈내낸](?![져졌진])"),
    (Outcome.unknown, False, r"팔아 ?넘[겼기긴겨]"),
)
_DEEDS: tuple[tuple[Outcome, bool, str], ...] = (
    (Outcome.killed, False, r"살해|피살|사살|총살|처형|학살|몰살|참살|암살|타살|교살|참수|총격 살해|공개처형|사형(?:이|을)? ?집행|사형"),
    (Outcome.injured, True, r"폭행|구타|고문"),
    (Outcome.missing, False, r"[납랍]치|유괴|피랍"),
    (Outcome.detained, False, r"체포|구금|억류|[연련]행|수감|구속|감금|검거|투옥|구류|압송|나포|생포|구인"),
    (Outcome.repatriated, False, r"강제 ?북송|북송|강제 ?송환|송환|강제 ?추방되어 북"),
    (Outcome.unknown, False, r"성폭행|성폭력|강간|성추행|성희롱|강제 ?[낙락]태|인신매매"),
)  # fmt: skip
_HEADS: tuple[tuple[Outcome, str], ...] = (
    (Outcome.killed_or_injured, r"사상자|사상|인명 ?피해|살상자"),
    (Outcome.killed, r"(?:공개)?처형자|피살자|총살자|사망자|희생자|아사자|익사자|동사자|시신|시체|주검|유해|사망"),
    (Outcome.injured, r"부상자|중상자|경상자|중경상자|환상자|부상"),
    (Outcome.missing, r"실종자|행방불명자"),
    (Outcome.detained, r"체포자|연행자|억류자|피체포자"),
    (Outcome.repatriated, r"북송자|송환자"),
)
_NO_DEED = r"(?!\s?(?:소식|사건|사고|장소|대상|명단|계획|혐의|이유|위기|위험|영장|작전|이후|전|뒤|후|경위|방식|장면|과정|문제|현장|당시|명령|죄|시설|기간|중인|상태))"
_PATTERNS: list[tuple[Outcome, Form, bool, re.Pattern[str]]] = (
    [(outcome, Form.subject, weak, re.compile(pattern)) for outcome, weak, pattern in _SUBJECT]
    + [(outcome, Form.object, weak, re.compile(pattern)) for outcome, weak, pattern in _OBJECT]
    + [
        (outcome, Form.subject, weak, re.compile(rf"(?:{stem})(?:이|가)?\s?{_PASSIVE}"))
        for outcome, weak, stem in _DEEDS
    ]
    + [(outcome, Form.object, weak, re.compile(rf"(?:{stem})(?:[을를]\s)?{_ACTIVE}")) for outcome, weak, stem in _DEEDS]
    + [
        (outcome, Form.either, weak, re.compile(rf"(?:{stem}){_NO_DEED}(?=[.,)·/;\s]|$|이 |가 |도 )"))
        for outcome, weak, stem in _DEEDS
    ]
    + [
        (
            Outcome.missing,
            Form.either,
            False,
            re.compile(r"찾지 (?:못[했한하해]|않[았은고아])|찾을 (?:수|길이) 없|못 찾[았은고]"),
        )
    ]
    + [
        (
            outcome,
            Form.heads,
            False,
            re.compile(rf"(?<![가-힣])(?:{stem})(?![가-힣]*들)(?=[은는이가도를의와과]?(?:[\s.,)·/;:]|$))"),
        )
        for outcome, stem in _HEADS
    ]
)
# So many people, then the deed as a noun of what happened: 주민 6명 체포 사건.
_PATTERNS.extend(
    (outcome, Form.either, weak, re.compile(rf"(?<=[명람] )(?:{stem})(?= ?(?:사건|사태|소식|사실|이후|뒤|과정))"))
    for outcome, weak, stem in _DEEDS
)
# Whose limb it is stands before it, as the subject or as the one who was beaten.
_PATTERNS.append(
    (
        Outcome.injured,
        Form.either,
        False,
        re.compile(rf"(?<![가-힣])(?:{_LIMB})[이가은는도]?{_SOME} ?(?:{_BROKEN})|(?:{_LIMB}){_SOME}[을를]? ?부러뜨"),
    )
)
_SIEVE = Sieve([pattern for *_, pattern in _PATTERNS])


def find_cues(text: str, start: int, end: int) -> list[Cue]:
    """Every outcome in order; where readings overlap, the longer one."""
    possible = (_PATTERNS[number] for number in _SIEVE.candidates(text[start:end]))
    found = [
        Cue(m.start(), m.end(), outcome, form, weak)
        for outcome, form, weak, pattern in possible
        for m in pattern.finditer(text, start, end)
    ]
    order = {cue: n for n, cue in enumerate(found)}
    best: list[Cue] = []
    for cue in sorted(found, key=lambda cue: (cue.start, -cue.end, order[cue])):
        if not best or cue.start >= best[-1].end:
            best.append(cue)
    return best
