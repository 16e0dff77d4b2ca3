"""When and how a telling, a paper or a picture reached us, in sentences about that and not about events."""

import re
from collections.abc import Iterator

from sosik.bulletins.disclosure.found import Found, SourcePhrase
from sosik.claims.sentences import split
from sosik.values.text import Lang

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN_EN = (
    rf"(?:(?:on|by|since|before|after|until|around|about|early on|late on)\s(?:the\s)?(?:(?:morning|afternoon|evening|night|eve|day)\s(?:of|before|after)\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s{_MONTH}(?:\s\d{{4}})?|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)|{_WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?|\d{{4}}-\d\d-\d\d|(?:\w+\s)?(?:fair|market|feast|pay|rest|holi|name|birth)[\s-]?day|New Year(?:['’]s (?:Day|Eve))?|Chuseok|Christmas(?: Eve| Day)?)"
    rf"|\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|\d{{4}}-\d\d-\d\d|in\s(?:early\s|mid-?\s?|late\s)?{_MONTH}(?:\s\d{{4}})?|(?:last|this|next|that|every|each)\s(?:{_WEEKDAY}|week(?:end)?|month|night|morning|evening|afternoon|spring|summer|autumn|winter|{_MONTH})"
    r"|yesterday|today|tonight|(?:just\s)?(?:a few|several|two|three|four|five|six|an?|\d+)\s(?:hours?|days?|nights?|weeks?|months?)\s(?:ago|later|earlier|before|after)|over the weekend|the (?:next|same|following|previous) (?:day|night|morning|evening|week)|(?:at|on|with)\s(?:each|every)\s(?:new moon|full moon|moon|week|month|market day|\w+day)|on the (?:day|night|morning) (?:it|they|he|she|that) [^.;,\n]{{3,25}}|(?:every|each)\s(?:\w+\s)?(?:week|month|year|moon|\w+day|night)|(?:on\s)?the\s(?:first|second|third|last)\s(?:\w+\s)?{_WEEKDAY}|(?:on\s)?the\s(?:morning|evening|night|afternoon)\sof\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?)|{_WEEKDAY}|at (?:dawn|dusk|midnight|noon|night)|in the (?:morning|evening|night|small hours)|\d{1,2}:\d\d|\d{1,2}\s?[ap]\.?m\.?)"
)
_HOW_EN = r"(?:(?:over|by|via|through|on|using|with|in)\s(?:(?:an?|the|his|her|their|our|its|several|two|short|long|second|late|secret|encrypted|smuggled|Chinese|borrowed|mobile|hidden)\s){0,3}(?:(?:tele)?phone(?:\scall)?|mobile|call|calls|voice (?:messages?|notes?|mails?)|video (?:calls?|messages?)|text(?:s|\smessages?)?|messages?|e-?mails?|letters?|notes?|WeChat|Telegram|KakaoTalk|Kakao|Line|Signal|WhatsApp|Skype|QQ|messenger|chat|radio|courier|relay|memory (?:card|stick)|SD card|USB(?: stick)?|SIM card|go-between|intermediary|hand|boat|train|smuggler|trader|broker|relative)\b|\b(?:on foot|in person|face[- ]to[- ]face|by hand|(?:at|in) an? (?:tea ?house|café|cafe|restaurant|hotel|church|car|park|station|market|safe house|guest ?house|flat|inn|hospital)(?:\s(?:in|near|at)\s[A-Z]\w+)?))"
_VERB_EN = r"(?:recorded|interviewed|received|handed|given|gave|passed|arrived|reached|reaches|came|comes|sent|sends|met|meets|visited|spoke|speaks|talked|called|phoned|rang|wrote|dictated|told|tells|described|translated|brought|delivered|forwarded|transmitted|relayed|uploaded|photographed|filmed|taken|contacted|answered|replied|texted|messaged|heard from|shown|showed|smuggled|obtained|collected|noted|taken down|transcribed|conversation|interview|call|contact|message|letter|note|dated|explained|confirmed|said|reported|added|meeting|appointment|visit|call in|calls in|card|parcel|line|sends|met)"
_US_EN = re.compile(
    r"\b(?:us|me|we|our|desk|source|informant|contact|account|statement|testimony|interview(?:ed)?|recorded|recording|copy|copies|letter|note|message|call|correspondent|relay|witness|speaker|WeChat|KakaoTalk|Telegram|Signal|teller|told|encrypted|received|meeting|appointment|call in|line from|card)\b|\b(?:she|he)\s(?:came|called|phoned|rang|wrote|sent|visited|answered)\b",
    re.IGNORECASE,
)
_EN = re.compile(rf"\b{_VERB_EN}\b(?:[^.;\n“”\"]{{0,60}}?\s)?(?P<when>{_WHEN_EN})(?!['’]s)", re.IGNORECASE)
_EN_BEFORE = re.compile(
    rf"(?P<when>{_WHEN_EN}),?\s(?:[^.;,\n“”\"]{{0,40}}\s)?(?:in an?\s(?:\w+\s)?(?:interview|call|conversation|message|letter)|(?:he|she|they|we|I|source|informant|contact)\s(?:\w+\s)?{_VERB_EN})\b",
    re.IGNORECASE,
)
_HOW = re.compile(
    rf"(?:\b{_VERB_EN}\b[^.;\n“”\"]{{0,50}}?\s(?P<after>{_HOW_EN}))|(?:(?P<before>{_HOW_EN})[^.;\n“”\"]{{0,40}}?\b{_VERB_EN}\b)",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"\b(?:spokes(?:man|woman|person)|ministry|state media|KCNA|agency said|statement of|announc\w+|press conference|broadcast|parliament|minister|president|court ruled|police said|Joint Chiefs|published|issued)\b",
    re.IGNORECASE,
)
_WHEN_KO = r"(?:(?:\d{4}년\s?)?\d{1,2}월(?:\s?(?:\d{1,2}일|초|중순|하순|초순|말|중))?(?:\s?(?:오전|오후|저녁|밤|새벽|아침))?|\d{1,2}일(?:\s?(?:오전|오후|저녁|밤|새벽|아침))?|(?:지난|이번|지지난|다음)\s?(?:주|달|해|봄|여름|가을|겨울)?\s?(?:[월화수목금토일]요일|주말|초|중순|하순|말)?|[월화수목금토일]요일(?:\s?(?:밤|저녁|새벽|아침|오전|오후))?|장날|설날|음력설|추석|명절|생일날|휴일|로임날|월급날|어제|오늘|그제|그저께|어젯밤|간밤|전날|이튿날|며칠 전|사흘 전|이틀 전|나흘 전|닷새 전|보름 전|달포 전|한 달 전|일주일 전|\d+일 전|몇 시간 (?:전|뒤|후)|새벽|한밤중|밤늦게|초하루|보름|매달|매주|\d{1,2}:\d\d|처음 \S+ \S*요일|[월화수목금토일]요일|\S+마다|\d{1,2}월\s(?:첫|둘째|셋째|넷째|마지막)\s?주|섣달그믐|그믐|정월 대보름|대보름|동지|단오|격주|\S{1,4}\s만에|그날 (?:밤|저녁|새벽))"
_HOW_KO = r"(?:전화|손전화|휴대전화|통화|영상통화|음성\s?(?:통보문|메시지|파일|녹음)?|위챗|웨이신|텔레그램|카카오톡|카톡|시그널|라인|왓츠앱|메신저|문자|통보문|메시지|이메일|전자우편|메일|편지|쪽지|서신|인편|배편|선편|차편|기차편|손을 거쳐|대면|무전|메모리|기억기|카드|운전수 편|돌아오는 (?:차|배) 편|사람을 통해|밀수꾼 편|걸어|직접)"
_VERB_KO = r"(?:받|입수|얻|전달|넘겨|건네|보내|보냈|보낸|왔|와서|만나|만났|녹음|설명|진술|증언|구술|통화|들렀|찾아|찾아와|걸어와|들려|전해|전했|전한|전하|말했|말한|말해|밝혔|알려|알렸|적어|적은|써|쓴|촬영|찍|대답|답했|연락|접촉|인터뷰|면담|했다|했습니다|한 것|하였|걸려|만나기로|만날|가져왔|가져온|가져다|도착|켬|켠다|켜는|자리에서|보내는|부치는|옴|온다|들음)"
_KO = re.compile(
    rf"(?P<when>{_WHEN_KO})(?:에|날|에도|에야|부터|까지|경|쯤)?,?\s?(?:에\s)?(?:[^.\n“”\"]{{0,24}}?\s)?(?:{_HOW_KO}\S*\s(?:\S+\s){{0,2}}?)?{_VERB_KO}"
)
_KO_HOW = re.compile(
    rf"(?P<how>{_HOW_KO}(?:으로|로|을 통해|를 통해|통해|에서|상으로|와서|편에|편으로))\s?(?:\S+\s){{0,3}}?{_VERB_KO}"
)
_DEED = re.compile(
    r"(?:recorded|interviewed|received|handed|given|passed|arrived|reached|reaches|came|comes|sent|sends|met|meets|visited|called|phoned|rang|wrote|dictated|translated|brought|delivered|forwarded|transmitted|relayed|uploaded|contacted|texted|messaged|heard from|shown|smuggled|obtained|collected|noted|taken down|transcribed|conversation|interview|call|contact|message|letter|note|dated|meeting|appointment|visit|card|parcel|line)\b(?!.*\b(?:that|how|about|what|where|because|said|says)\b)",
    re.IGNORECASE | re.DOTALL,
)
_DIRECTLY = re.compile(
    r"\w+(?:ed)?(?:\W+(?:us|me|it|this|so|them|to|the|our|a|an|desk|newspaper|paper|reporters?|editors?|correspondent|over|by|via|through|in|at|on|from|of|and|then|again|first|also|interview|call|conversation|messages?|phone|telephone|dinner|lunch|order|account|encrypted|short|long|second|mobile|text|voice|video|when|we|he|she|him|her|reached|(?-i:[A-Z])[\w’'&.-]*))*\W*",
    re.IGNORECASE,
)
_US_KO = re.compile(
    r"본지|본보|우리에게|저희|데스크|소식통|취재원|제보|증언|진술|녹음|면담|인터뷰|사본|편지|쪽지|통화|전달자|연락선|말해 준|전해 준|위챗|카카오톡|카톡|텔레그램|시그널|구술|걸어와|찾아와|들렀|회선|걸려 옴|만나기로|가져왔|벤치에서|글은|영상은|사진은|소식은|면담일|켬|보내는|도착"
)
_ARRIVES = re.compile(
    r"\b(?:second|next|first|last)?\s?(?:meeting|meetings|appointment|call|calls|visit) (?:in|set|fixed|agreed|at|on|with|from)\b|\b(?:reached|met|rang|phoned|visited|called) (?:him|her|them|us|me|[A-Z]\w+)\b|\b(?:was|were) (?:sent|handed|brought|delivered|passed|received|dropped)\b|\bI (?:met|saw|called|rang|phoned|visited)\b|자리에서|만나기로|만났다|도착했|건네받|전해 왔",
    re.IGNORECASE,
)
_NOT_OURS_KO = re.compile(
    r"대변인|통신은|신문은|통일부|외무성|국방부|합동참모본부|발표했|보도했|담화|성명|기자회견|방송은"
)


_TRAVELS_EN = re.compile(
    r"\b(?:crossed|came|come|travelled|traveled|got|went|fled|moved|arrived|visiting|staying|is now|was then|now|recently)\s(?:out\s|over\s|back\s)?(?:into|to|in|from)\s(?:China|Yanji|Dandong|Changbai|Longjing|Tumen|Hunchun|Shenyang|Beijing|Dalian|Russia|Vladivostok|South Korea|Seoul|Thailand|Laos|Mongolia)\b(?:\s(?:last|this|in|on)\s\w+)?|\b(?:met|meet|meets|meeting)\s(?:him|her|them|us|the source|our source)\b[^.;\n]{0,25}?\b(?:in|at|near)\s(?:the\s|a\s)?[A-Z]?\w+|\bby way of an?\s\w+(?:\s\w+)?"
)
_TRAVELS_KO = re.compile(
    r"(?:사사여행|사사려행|친척\s?방문|무역|출장|파견|비법월경|도강)\S*\s(?:(?:중국|로씨야|러시아)\S*\s)?(?:나온|나와|온|와 있는|와서|들어온|체류)\S*|\S+에서\s(?:그를|그녀를|소식통을|취재원을|제보자를|그와|그녀와|소식통과)\s(?:\S+\s)?만나\S*|\S+에서\s(?:그를|그녀를|소식통을|그와)\s만났\S*|(?:중국|연길|단동|단둥|장백|훈춘|도문|심양|선양|로씨야|러시아|한국)(?:에|으로|로)\s(?:잠시\s|최근\s)?(?:나온|나와|온|와 있는|들어온|체류|머물|머무|건너온|건너간|나갔던)\S*"
)


def arrivals(text: str, lang: Lang, phrases: tuple[SourcePhrase, ...]) -> Iterator[Found]:
    """A day under ``contact-day`` and a channel under ``contact-channel``; both are to be dropped."""
    ours, theirs = (_US_KO, _NOT_OURS_KO) if lang is Lang.ko else (_US_EN, _NOT_OURS)
    for sentence in split(text):
        words = text[sentence.start : sentence.end]
        told = any(sentence.start <= phrase.start < sentence.end for phrase in phrases)
        if told or _US_KO.search(words) or _US_EN.search(words) or "취재진" in words:
            travels = _TRAVELS_KO if lang is Lang.ko else _TRAVELS_EN
            yield from (
                Found("contact-channel", sentence.start + match.start(), sentence.start + match.end())
                for match in travels.finditer(words)
            )
        outside = _outside(words)
        if not (told or ours.search(outside) or _ARRIVES.search(outside)) or theirs.search(outside):
            continue
        yield from _korean(outside, sentence.start) if lang is Lang.ko else _english(outside, sentence.start)


def _english(words: str, base: int) -> Iterator[Found]:
    for pattern in (_EN, _EN_BEFORE):
        for match in pattern.finditer(words):
            if _is_contact(words[match.start() : match.start("when")]) or pattern is _EN_BEFORE:
                yield Found("contact-day", base + match.start("when"), base + match.end("when"), "")
    for match in _HOW.finditer(words):
        group = "after" if match["after"] else "before"
        yield Found("contact-channel", base + match.start(group), base + match.end(group), "")


def _is_contact(words: str) -> bool:
    """A day right behind the word for telling, or behind a deed that brings something; else it is the day of what is told."""
    deed = _DEED.match(words)
    return deed is not None or _DIRECTLY.fullmatch(words) is not None


def _korean(words: str, base: int) -> Iterator[Found]:
    for match in _KO.finditer(words):
        if not re.search(
            r"(?:다|라|자)(?:고|며|면서)\s?\S*\Z|[은는이가]\s\S*\s?(?:\S+\s)?\S*다고",
            words[match.start() : match.end()],
        ):
            yield Found("contact-day", base + match.start("when"), base + match.end("when"), "")
    for match in _KO_HOW.finditer(words):
        yield Found("contact-channel", base + match.start("how"), base + match.end("how"), "")


def _outside(words: str) -> str:
    """What stands in quotation marks turned to spaces."""
    return re.sub(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|「[^」]*」", lambda match: " " * len(match[0]), words)
