"""Who a source is, wherever the text says it: in a clause about them, in brackets, in a list, in their own letter or answer."""

import re
from collections.abc import Iterator, Sequence

from sosik.bulletins.disclosure import phrases_en, phrases_ko
from sosik.bulletins.disclosure.ages import ages
from sosik.bulletins.disclosure.found import Found, Page, SourcePhrase, finest
from sosik.bulletins.disclosure.kin import relations
from sosik.bulletins.disclosure.transcripts import answers, own_words
from sosik.claims.gazetteer.lookup import Entry
from sosik.claims.sentences import split
from sosik.values.text import Lang

_ABOUT_EN = re.compile(
    r"(?:^|(?<=[.;:!?(\n“\"]\s)|(?<=[;(\n“\"])|(?<=,\s)|(?<=\band\s)|(?<=\bwhile\s))(?:[Oo]ne(?: of them)?|[Tt]he other(?: one)?|[Aa]nother(?: one)?|(?:[Aa]|[Tt]he) (?:first|second|third|fourth|fifth|last|former|latter)(?: one| source| person| of them)?|[Bb]oth|[Tt]he (?:speaker|narrator|teller|author|writer|sender|caller|informant|source|insider|contact|relay|witness|interviewee|respondent|person)|[Tt]he one who\b[^.,;\n]{0,40}?|[Ww]hoever\b[^.,;\n]{0,40}?|[Oo]ur (?:source|contact|informant|correspondent|person|man|woman|relay)(?: there)?|[Hh]e|[Ss]he|[Tt]hey)(?=,|\s(?:is|was|are|were|has|had|who|whose|works?|worked|serves?|served|keeps?|kept|drives?|drove|runs?|ran|sells?|sold|teaches|taught|lives?|lived|comes?|came|used|once|now|also|left|got|grew|moved|belongs|guards|guarded|cleans?|cooks?|heads?|headed|commands?|commanded|manages|managed|repairs?|makes?|made|tends?|[a-z]+s\s(?:a|an|the|at|in|for|on)\b))"
)
_ABOUT_KO = re.compile(
    r"(?<![가-힣])(?:(?:첫|두|세|네|다섯)\s?번째(?:\s(?:사람|소식통|증언자))?|한 (?:사람|명)|다른 (?:한 )?(?:사람|명)|또 ?다른 (?:한 )?(?:사람|명)|나머지 (?:한 )?(?:사람|명)|하나|둘 다|두 사람|앞사람|뒷사람|말해 준 (?:사람|이)|전해 준 (?:사람|이)|알려 ?준 (?:사람|이)|보낸 (?:사람|이)|쓴 (?:사람|이)|말한 (?:사람|이)|글쓴이|필자|화자|구술자|발신자|전달자|(?:이|그|해당|본|위) (?:소식통|취재원|제보자|사람|인물|주민|여성|남성|증언자|정보원|녀성|이)|소식통|취재원|제보자|정보원|증언자|목격자|그녀|그|본인|자신|저|나|제|내|(?:이|그)\s(?:"
    + phrases_ko.ROLE
    + r"))(?:은|는|이|가|도)\s"
)
_BRACKETS = re.compile(
    r"(?:(?:[가-힣]+(?:분|사람)|there)|sources?|contacts?|informants?|insiders?|witness(?:es)?|correspondents?|소식통|취재원|제보자|정보원|목격자|증언자|주민|연락선|협조자)(?:\s\w+){0,3}\s?\((?P<in>[^)\n]{3,100})\)",
    re.IGNORECASE,
)
_WORKS_EN = re.compile(
    rf"\b(?:an?|the|as|chief|head|deputy|former|retired|junior|senior|assistant|trainee)\s(?:[\w'’-]+\s){{0,5}}?(?:{phrases_en.ROLE})\b(?:\s(?:of|at|in|for|with|on|under|from)\s(?:[\w'’-]+\s?){{1,6}})?"
    r"|\b(?:works?|worked|working|serves?|served|serving|employed|stationed|posted|drives?|drove|keeps?|kept|runs?|ran|sells?|sold|teaches|taught|repairs?|repaired|guards?|guarded|cleans?|cleaned|cooks?|cooked|heads?|headed|commands?|commanded|manages?|managed|tends?|tended|moves|moved|carries|carried|ferries|ferried|hauls|hauled|supplies|supplied|buys|bought|rents|lends|lent|changes|exchanges|prints|paints|painted|plays|played|coaches|trains|trained|plants|grows|grew|breeds|raises|raised|minds|minded|rakes|cuts|builds|built|fixes|fixed|installs|operates|operated|handles|collects|collected|weighs|weighed|registers|stokes|stoked|polishes|trades?|traded|smuggles?|smuggled|mends?|mended|delivers?|delivered|loads?|loaded|digs?|dug|farms?|farmed|fishes|fished|weaves?|sews?|sewed|bakes?|brews?|treats?|nurses?|translates?|types?|typed)\s(?!out of\b)(?:an?\s|the\s|in\s|at\s|for\s|as\s|on\s|with\s|from\s|his\s|her\s|it\b|under\s|there|\w+s\b)[^.,;:\n“”\"]{2,60}|\bmembers?\sof\s[^.,;\n]{3,50}|\b(?:post|job|shift|unit|office|factory|ward|stall|shop|brigade)\b[^.,;\n]{0,10}\b(?:is|was|lies|lay|stands|stood)\s(?:in|at|near|by|on|under|behind)\b[^.,;\n]{2,50}"
)
_WORKS_KO = re.compile(
    rf"(?:[가-힣0-9]+\s){{0,3}}(?:{phrases_ko.ROLE})(?:들)?(?:으로|로|이고|이며|이다|이었|였|입니다|인데|인|이자|이요|이오|출신|다|을\s?(?:하|지내|맡)|를\s?(?:하|지내|맡)|\s?노릇|\s?일)\S*"
    r"|(?:\S+(?:에서|을|를|로|으로|에)\s){1,2}(?:일하|일한|일했|근무|복무|종사|다니|다녔|운영|장사|맡고|맡았|맡은|지키|때(?:며|고|는|ㄴ다)|땝니다|뗀다|땐다|몰고|몬다|모는|몹니다|팔고|팝니다|파는|판다|가르치|고치|나르|굽|짓|치료|관리|경비|운전|보초)\S*"
)
_LIVES_EN = re.compile(
    r"\b(?:lives?|lived|living|resides?|resided|born|grew up|raised|comes?|came|moved|based|stays?|stayed|settled|house|home|post|village|from|in|at|near|behind|opposite|outside|beyond|next to|posted|stationed)\s(?:\w+\s){0,3}?(?:(?:the|a|his|her)\s)?(?:[\w'’-]+\s){0,4}?(?:[A-Z][\w'’-]+|cinema|theatre|shop|store|well|chapel|temple|barber|bakery|restaurant|clinic|hospital|hotel|bathhouse|market|station|school|mill|mine|factory|bridge|river|village|hamlet|lane|street|block|farm|camp|bank|harbour|port|quay)\b[^.,;:\n“”\"]{0,30}"
)
_LIVES_KO = re.compile(
    r"\S+(?:에서|에|의|으로|로)?\s?(?:살고|산다|살았|살며|사는|살던|삽니다|거주|출신|태어|나서 자란|자랐|이사|에 있는 (?:초소|집|공장|농장|부대)|근처|뒤에 사는|옆에 사는)\S*"
)
_SMALL_EN = re.compile(
    r"\b[A-Z][\w'’]*-(?:ri|dong|up|eup|myon|myeon|gu|gun|nodongjagu)\b|\b(?:under|below|at|near|behind|on|by)\s(?:the\s)?[A-Z][\w'’-]+\s(?:[Hh]ill|[Mm]ountain|[Pp]ass|[Bb]ridge|[Mm]ine|[Ff]arm|[Ff]actory|[Cc]amp|[Ss]tation|[Vv]illage|[Pp]ost|[Oo]utpost|[Pp]ort|[Mm]arket|[Ss]chool|[Hh]ospital)\b|\bMt\.?\s[A-Z]\w+"
)
_SMALL_KO = re.compile(
    r"(?<![가-힣])[가-힣]{2,5}(?:리|동|노동자구|로동자구|읍|구역|골|촌|산|봉)(?=(?:에|에서|의|\s?(?:부근|인근|근처|앞|뒤|쪽|밑|아래|초소|탄광|광산|농장|공장|시장|병원|학교))|\s|,)"
)
_BY_EN = re.compile(
    r"\b(?:given|handed|passed|shown|sent|told|described|leaked|supplied|provided|brought|smuggled|taken|filmed|photographed|recorded|written|drawn|made|received|obtained|got|heard|learned|learnt|came|comes|bought|copied|confirmed|reported|relayed|forwarded)\b[^.;:\n“”\"]{0,60}?\b(?:by|from|to us by|through)\s(?P<who>(?:an?|the|our|one|another|someone|somebody)\s[^.;:\n“”\"]{3,110})"
)
_WHO_EN = re.compile(
    r"\b(?:m[ae]n|wom[ae]n|person|people|resident|someone|somebody|girl|boy|youth|couple|family|source|contact|informant|\w+(?:er|or|ist|ant|ian|man|woman))\s(?:who|whose|that)\s(?:\w+\s){0,2}?(?P<where>(?:lives?|lived|living|works?|worked|serves?|served|keeps?|kept|runs?|ran|post|house|home|stall|shop|unit|office|farm|boat)\b\s(?:is\s|was\s|lies\s|stands\s)?(?:\w+\s){0,2}?(?:in|at|near|behind|opposite|by|on|under|next to|beside|above|below|outside|across)\s[^.,;:\n“”\"]{3,50})",
    re.IGNORECASE,
)
_WHO_KO = re.compile(
    r"(?P<where>(?:[가-힣0-9]+\s){0,3}?[가-힣0-9]+(?:에|에서|\s?(?:뒤|옆|앞|근처|부근|아래|위|건너편|맞은편)(?:에|에서)?)\s?(?:살고 있는|사는|살던|거주하는|일하는|일하던|근무하는|근무하던|복무하는|복무하던|다니는|장사하는|있는 (?:초소|공장|농장|병원|학교|부대|집|가게)))(?=\s(?:\S+\s)?[가-힣]+)"
)
_LISTED = re.compile(
    r"(?:^|[:：.;\n(]\s*)(?P<in>(?:[^,.:;\n()]{1,40},\s){0,3}(?:(?:여|남|녀|여성|남성|녀성|f|m|F|M|female|male|woman|man),\s(?:aged\s)?(?:\d0s|\d{1,2}(?:\s?(?:세|살))?|(?:early|mid|late)[- ]\w+|\d0s|in (?:his|her) \w+(?: \w+)?|\d0대(?: \S+)?)|\d{1,2}(?:\s?(?:세|살))?,\s(?:여|남|녀|여성|남성|녀성|f|m|F|M|female|male|woman|man))(?:,\s[^,.;\n()]{2,50}){0,4})",
    re.MULTILINE,
)
_DOES_EN = re.compile(
    rf"\b(?:an?|the|one|another)\s(?:[\w'’-]+\s){{0,3}}?(?:m[ae]n|wom[ae]n|person|people|girl|boy|{phrases_en.ROLE})\s(?P<does>who\s(?!was\b|is\b|has\b|says\b|does\b)[a-z]+s\s(?:an?|the|his|her|at|in|for|on|with|from)\b[^,.;:\n“”\"]{{2,40}})"
    r"|\b(?P<does2>(?:colonels?|majors?|captains?|lieutenants?|generals?|sergeants?|corporals?|privates?|officers?)\s(?:of|in|from|at)\s(?:the|an?|his|her)\s[^,.;:\n“”\"]{3,40})".replace(
        "?P<does2>", ""
    )
)
_DOES_KO = re.compile(
    r"(?P<does>\S+(?:에서|에)\s\S+(?:을|를)\s[가-힣]+(?:는|던))\s(?=(?:\S+\s){0,2}\S*(?:사람|여성|남성|녀성|주민|원|사|공|장|군관|소좌|중좌|대좌|상좌|대위|상위|중위|소위|수|자)(?:[이가은는을의]|에게|에\s?따르면)\s)"
)
_HOUSE_EN = r"(?:farm|factory|mine|pit|hospital|school|clinic|mill|sawmill|work team|brigade|shipyard|dock|pier|port|depot|camp|prison|kiln|works|power station|office|institute|university|college|dormitory|barracks|outpost|battalion|regiment|company|corps|division|hamlet|village|cooperative)"
_UNIT_EN = re.compile(
    rf"\b[A-Z][\w'’]*-(?:ri|dong|up|eup|myon|myeon|nodongjagu)\b|\b(?:an?|the|our|his|her)\s(?:[\w'’-]+\s){{0,4}}?{_HOUSE_EN}\s(?:in|near|at|outside|below|above|beyond|of)\s(?:[a-z]+\s){{0,3}}?[A-Z][\w'’-]+|\b[A-Z][\w'’-]+['’]s\s(?:[\w-]+\s){{0,2}}?{_HOUSE_EN}\b(?:\s\d+)?|\b(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))\s(?:work team|battalion|regiment|company|platoon|brigade|corps|division|section|shift)\b|\b(?:hamlet|village|settlement) of\s[^.,;\n]{{3,40}}"
)
_HOUSE_KO = r"(?:공장|농장|목장|탄광|광산|갱|병원|진료소|학교|대학|부대|초소|기업소|사업소|세관|려관|여관|시장|마을|동네|부두|조선소|제재소|발전소|연구소|기숙사|관리소|교화소|구류장|소대|중대|대대|련대|연대|여단|군단|사단|인민반|작업반|분조)"
_UNIT_KO = re.compile(
    rf"(?<![가-힣])[가-힣]{{2,4}}(?:리|동|노동자구|로동자구)(?=(?:에|에서|의|은|는|이|가|\s(?:주민|사람|소식통|{_HOUSE_KO}))[\s,.])|(?<![가-힣])[가-힣]{{2,5}}의\s(?:한|어느|모)\s{_HOUSE_KO}(?:\s?제?\d+\s?\S*)?|(?<![가-힣])[가-힣]{{2,4}}(?:시|군|구역)?\s?(?:근처|부근|인근)\s{_HOUSE_KO}|(?<!\d)제?\d{{1,3}}\s?(?:작업반|분조|부두|군단|사단|여단|련대|연대|대대|중대|소대)|(?<![가-힣])[가-힣]{{2,6}}(?:항|탄광|광산|농장|공장|병원|학교|대학|초소|사업소)(?:\s\S+)?(?=(?:에서|의)\s\S*(?:일|근무|복무|다니|사는|원|사|공|장))"
)
_MONTH = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\Z")
_NO_UNIT = re.compile(
    r"(?:우리|머리|거리|멀리|빨리|자리|소리|활동|노동|로동|이동|운동|행동|협동|공동|따로|서로|마무리|울타리|봉우리|모서리|귀퉁이|감동|변동|추동|출동|난동|제멋대로|부동|자동|수동|동동|하동|역동|사리|관리|처리|정리|수리|거래|다리|유리|권리|승리|물리|원리|심리|논리|총리|대리|요리|료리|도리|무리|허리|꼬리|고리|오리|보리|미리|먼저|가리|조리)"
)
_DESCRIBED = re.compile(
    r"\((?P<in>[^()\n]{0,40}(?:\d0대|\d{2}\s?세|여성|남성|녀성|[1-9]0s|aged \d{2}|female|male)[^()\n]{0,40})\)"
)
_CELL = re.compile(
    rf"(?<=\|)\s*(?P<in>(?:[^|\n]{{0,30}}\b(?:{phrases_en.ROLE})\b|[^|\n]{{0,20}}(?:{phrases_ko.ROLE}|검차원|[가-힣]+원))(?:,[^|\n]{{1,30}})?)\s*(?=\|)",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"[“\"][^”\"\n]{20,}[.,?!][”\"]\s(?:he|she|the \w+)\s(?:said|says|wrote|told)|[”\"](?:이?라고|고)\s(?:그는|그가|말|전|했|썼)|(?:그는|그녀는)\s[^.\n]{0,30}말(?:했|한)"
)
_US = re.compile(
    r"\b(?:us|our|we|account|survivors?|eyewitness|interview(?:ed)?|testimony|caller|speaker)\b|본지|본보|우리에게|저희|데스크|제보|진술|증언|소식통|취재원"
)
_OFFICE = re.compile(
    r"\b(?:spokes\w+|ministr\w+|president|ambassador|professor|parliament|lawmaker|analyst|researcher|expert|historian|commissioner|secretary of state|Joint Chiefs|United Nations|South Korean|Seoul|Chinese|Japanese|American|U\.S\.)\b|대변인|외무성|장관|대사|교수|국회|의원|연구위원|전문가|합동참모|유엔|한국 정부|중국 정부",
    re.IGNORECASE,
)
_TRADE = r"(?:[a-z]+(?:ist|ian|smith|wright|keeper|monger|herd|hand|wife|minder|doctor|oiler|rower|roper|fitter|cutter|raker|picker|setter|binder|maker|mender|grower|breeder|catcher|diver|carver|printer|teller|cleaner|washer|loader|weigher|oiler|stoker|stitcher))"
_MOD = rf"(?!(?:{phrases_en.TELL}|us|me|we|that|the|an?|was|were|is|are|and|or|who|whose|which|had|has|have|of|in|to|from|for|with|source|sources|informant|contact|resident|by|on|at|when|where)\b)[\w'’-]+"
_INTRODUCED_EN = re.compile(
    r"\b(?:an?|one|the)\s"
    rf"(?:{_MOD}\s){{0,3}}?"
    r"(?!(?:number|river|letter|paper|order|water|winter|summer|corner|matter|centre|center|tower|border|power|daughter|mother|father|brother|sister|other|another|further|former|later|latter|quarter|computer|container|counter|chapter|order|shelter|trailer|transmitter|speaker|helicopter|newspaper|layer|cover|dinner|supper|butter|floor|door|error|motor|tractor|sector|factor|reactor|generator|mirror|terror|minor|major|prior|anchor|colour|honour|neighbour|harbour|sensor|corridor|victor|monitor|visitor|survivor|reporter|reader|minister|foreigner|never|over|under|after|consumer|buyer|border|customer|teenager|stranger|prisoner|voter|member)\b)[a-z-]{3,}(?:er|or)(?=,|\s(?:of|at|in|from|who|whose|said|told|did|did|described|wrote|on|with)\b)|"
    rf"\b(?:an?|one|another|our|my|her|his)\s(?!spokes)(?:{_MOD}\s){{0,4}}?(?:{phrases_en.ROLE}|{_TRADE}|sub-lieutenants?|brigadiers?|marshals?|deputy|widow of an?\s\w+)\b(?![-’'])(?:\s(?:of|at|in|for|from|with|on)\s(?:(?:an?|the|his|her)\s)?(?:[\w'’-]+\s?){{1,4}})?"
    rf"|\bthe\s(?:[\w'’-]+\s){{0,2}}?(?:{phrases_en.ROLE}|{_TRADE})\s(?:of|at|in)\s(?:an?|our|the|his|her)\s[^,.;:\n“”\"]{{3,40}}|\b(?:first|second|third|fourth|junior|senior|warrant|petty|sub-)[- ]?(?:lieutenants?|sergeants?|officers?|corporals?|captains?|class)\b|\b(?:[Cc]ook|[Dd]river|[Nn]urse|[Tt]eacher|[Cc]lerk|[Gg]uard|[Bb]ookkeeper|[Mm]iner|[Ff]oreman|[Mm]idwife)\s(?:of|for|in|at)\sthe\s[^,.;:\n“”\"]{{3,40}}",
    re.IGNORECASE,
)
_INTRODUCED_KO = re.compile(
    rf"(?:[가-힣0-9]+(?:의|에서|을|를|시|군|도|소|부|과|국|장|교|원|실)\s){{0,2}}(?:{phrases_ko.ROLE}|[가-힣]{{1,5}}(?:기사|지기|직공|가공|수리|기능공|장부원|계량원|부위원장|부지배인|부사장|부장|대리|지령원|로공|제재공|기능원|보호원|감시원)|소위|중위|상위|대위|소좌|중좌|대좌|상좌)(?:이|가|은|는|인|로|으로|에게서|한테서|로부터|의\s(?:말|글|쪽지|편지|전언|설명|이야기)|이다|입니다|였다|이었다|이며|이고|라고|들)?(?=[\s,.])"
)
_ROLE_EN, _ROLE_KO = re.compile(rf"\b(?:{phrases_en.ROLE})\b", re.IGNORECASE), re.compile(phrases_ko.ROLE)
_AREAS = {"county", "city"}


def portraits(page: Page) -> Iterator[Found]:
    """Role, age, relation and place in each clause about a source."""
    for start, end, own in clauses(page):
        yield from _said_in(page, start, end, own=own)
    for match in _BRACKETS.finditer(page.text):
        yield from _in_brackets(page, *match.span("in"))
    for match in _DESCRIBED.finditer(page.text):
        yield from _in_brackets(page, *match.span("in"))
    for match in _LISTED.finditer(page.text):
        yield from _in_brackets(page, *match.span("in"))
    yield from _introduced(page)
    for match in _CELL.finditer(page.text):
        yield from _in_brackets(page, *match.span("in"))
    yield from _agents(page)
    yield from _who(page)


def clauses(page: Page) -> Iterator[tuple[int, int, bool]]:
    """Characters of each clause whose subject is a source, and whether a source says it of themselves."""
    spoken = tuple(answers(page.text))
    yield from ((start, end, True) for start, end in spoken)
    own = own_words(page.text)
    about = _ABOUT_KO if page.lang is Lang.ko else _ABOUT_EN
    first = 0 if spoken or own else min((phrase.start for phrase in page.phrases), default=len(page.text))
    for sentence in split(page.text):
        if any(start <= sentence.start < end for start, end in spoken):
            continue
        if own:
            yield sentence.start, sentence.end, True
        if sentence.end > first:
            for match in about.finditer(page.text, sentence.start, sentence.end):
                yield match.end(), min(sentence.end, match.end() + 160), False
                break


def _introduced(page: Page) -> Iterator[Found]:
    """In a text that speaks of a source: somebody brought in by a trade, a post or a rank, and whoever acts toward us."""
    spoken = tuple(answers(page.text))
    if not (page.phrases or spoken or _US.search(page.text) or _SPEECH.search(page.text)):
        return
    pattern = _INTRODUCED_KO if page.lang is Lang.ko else _INTRODUCED_EN
    for match in pattern.finditer(page.text):
        if not _OFFICE.search(page.text[max(0, match.start() - 25) : match.end() + 30]):
            yield Found("rare-role", match.start(), match.end())
    pattern = _DOES_KO if page.lang is Lang.ko else _DOES_EN
    yield from (
        Found("rare-role", max(match.start(), match.start("does")), match.end())
        for match in pattern.finditer(page.text)
    )
    for start, end in spoken:
        yield from _counties(page, start, page.text[start:end])
    for match in (_UNIT_KO if page.lang is Lang.ko else _UNIT_EN).finditer(page.text):
        if not _NO_UNIT.match(match[0]) and not _MONTH.search(match[0]):
            yield Found("place-narrows", match.start(), match.end(), numbered=True)


def _agents(page: Page) -> Iterator[Found]:
    """By whom something was given, taken, filmed, told: a teller whom no word for telling follows."""
    if page.lang is Lang.ko:
        return
    for match in _BY_EN.finditer(page.text):
        yield from _said_in(page, *match.span("who"), own=False)


def _who(page: Page) -> Iterator[Found]:
    """Somebody whom a clause places: a woman who lives behind the bathhouse, 목욕탕 뒤에 사는 녀성."""
    pattern = _WHO_KO if page.lang is Lang.ko else _WHO_EN
    for match in pattern.finditer(page.text):
        places = [
            entry
            for mention in page.gazetteer.find(match["where"], page.lang)
            for entry in mention.entries
            if entry.kind in _AREAS
        ]
        small = (_SMALL_KO if page.lang is Lang.ko else _SMALL_EN).search(match["where"])
        place = None if small or not places else finest(tuple(places))[0]
        yield Found("place-narrows", *match.span("where"), numbered=True, place=place)


def _said_in(page: Page, start: int, end: int, *, own: bool) -> Iterator[Found]:
    words = page.text[start:end]
    works, lives, small = (
        (_WORKS_KO, _LIVES_KO, _SMALL_KO) if page.lang is Lang.ko else (_WORKS_EN, _LIVES_EN, _SMALL_EN)
    )
    if not own or _says_i(words, page.lang):
        yield from (
            Found("rare-role", start + match.start(), start + match.end())
            for match in works.finditer(words)
            if not own or _is_own(words, match, page.lang)
        )
    place = _own_place(page, start)
    for a, b in ages(words, page.lang):
        yield Found("age", start + a, start + b, numbered=True, place=place, attributes=("age",))
    yield from (Found("relation", start + a, start + b) for a, b in relations(words, page.lang))
    if own:
        yield from _own_places(page, start, words)
        return
    for match in (*lives.finditer(words), *small.finditer(words)):
        found = finest(
            tuple(entry for mention in page.gazetteer.find(match[0], page.lang) for entry in mention.entries)
        )
        if found or small.search(match[0]) or not re.search(r"[A-Z]", match[0]):
            is_small = bool(small.search(match[0])) or not found
            yield Found(
                "place-narrows",
                start + match.start(),
                start + match.end(),
                numbered=True,
                place=None if is_small else found[0],
            )
    yield from _counties(page, start, words)


def _own_places(page: Page, start: int, words: str) -> Iterator[Found]:
    """Where somebody says that they served, lived or came from."""
    said = re.search(
        r"\b(?:I|we)\s(?:\w+\s)?(?:live|lived|served|worked|was (?:born|stationed|posted)|were|came from|come from|am from)\b|\bAt the\b|살았|산다|살고|복무|근무|일했|일합니다|초소입니다|출신|고향",
        words,
    )
    if said:
        yield from _counties(page, start, words)
        small = _SMALL_KO if page.lang is Lang.ko else _SMALL_EN
        yield from (
            Found("place-narrows", start + match.start(), start + match.end(), numbered=True)
            for match in small.finditer(words)
        )


def _counties(page: Page, start: int, words: str) -> Iterator[Found]:
    for mention in page.gazetteer.find(words, page.lang):
        known = [entry for entry in mention.entries if entry.kind in _AREAS]
        if known:
            yield Found(
                "place-narrows",
                start + mention.span.start,
                start + mention.span.end,
                numbered=True,
                place=finest(tuple(known))[0],
            )


def _in_brackets(page: Page, start: int, end: int) -> Iterator[Found]:
    """A list of what somebody is: trade, age, place."""
    at = start
    for part in re.split(r"([,/;·])", page.text[start:end]):
        begin = at + len(part) - len(part.lstrip())
        at += len(part)
        if len(part.strip()) < 2 and not re.fullmatch(r"[fmFM여남녀]", part.strip()):
            continue
        stop = begin + len(part.strip())
        places = finest(tuple(entry for mention in page.gazetteer.find(part, page.lang) for entry in mention.entries))
        if any(True for _ in ages(part.strip(), page.lang)) or re.fullmatch(
            r"\s*(?:\d{2}|(?:early|mid|late)\s\S+)\s*", part
        ):
            yield Found("age", begin, stop, numbered=True, attributes=("age",))
        elif places or _SMALL_EN.search(part) or _SMALL_KO.search(part + " "):
            yield Found("place-narrows", begin, stop, numbered=True, place=places[0] if places else None)
        elif re.fullmatch(r"\s*(?:f|m|female|male|woman|man|여|남|여성|남성|녀)\s*", part, re.IGNORECASE):
            yield Found("sex", begin, stop, numbered=True)
        else:
            yield Found("rare-role", begin, stop)


def _says_i(words: str, lang: Lang) -> bool:
    pattern = (
        r"(?<![가-힣])(?:저|나|제|내|우리|저희)(?:는|은|가|도|희는)?\s|습니다|했소|했어|로 있"
        if lang is Lang.ko
        else r"\b(?:I|we|my|our|me)\b"
    )
    return re.search(pattern, words) is not None


def _is_own(words: str, match: re.Match[str], lang: Lang) -> bool:
    """What is said of oneself: I was a corporal, then the clerk; 상등병으로 있다가 서기를 했습니다."""
    if lang is Lang.ko:
        return (
            re.search(
                r"(?:으로|로|을|를|이었|였|입니다|출신|근무|복무|일하|일한|일했|다니|다녔)",
                match[0] + words[match.end() : match.end() + 8],
            )
            is not None
        )
    before = words[max(0, match.start() - 70) : match.start()]
    return (
        re.search(
            r"\b(?:I|we)(?:['’]m|\s(?:am|was|were|have been|had been|worked as|served as|became|used to be))\b[^.;]*\Z|\b(?:I|we)\s(?:\w+\s)?\Z",
            before,
        )
        is not None
    )


def _own_place(page: Page, at: int) -> Entry | None:
    own = finest(tuple(place for phrase in page.phrases if phrase.start < at for place in phrase.places))
    return next(iter(own), None)


def repeated(page: Page, phrases: Sequence[SourcePhrase], found: Sequence[Found]) -> Iterator[Found]:
    """A trade, post or rank that was said of a source, wherever it stands for them again: "the driver", "이 상사"."""
    said = {page.text[phrase.start : phrase.end] for phrase in phrases if "role" in phrase.attributes}
    said |= {page.text[one.start : one.end] for one in found if one.rule == "rare-role"}
    words = {word.casefold() for text in said for word in _role_words(text, page.lang)}
    for word in sorted(words):
        pattern = (
            rf"(?<![가-힣])(?:(?:이|그|해당|같은)\s)?{re.escape(word)}(?=[은는이가의도께다로였]|에\s?따르면|에게|에서|한테|로부터|들|입니다)"
            if page.lang is Lang.ko
            else rf"\b(?:the|this|that|same|another)\s(?:\w+\s)?{re.escape(word)}\b"
        )
        for match in re.finditer(pattern, page.text, re.IGNORECASE):
            yield Found(
                "rare-role",
                match.start(),
                match.end(),
                "소식통" if page.lang is Lang.ko else "the source" if match[0][0].islower() else "The source",
            )


def _role_words(text: str, lang: Lang) -> list[str]:
    plain = {
        "member",
        "members",
        "head",
        "leader",
        "leaders",
        "people",
        "worker",
        "workers",
        "soldiers",
        "officials",
        "guards",
        "관계자",
        "일꾼",
        "군인",
        "노동자",
        "주민",
    }
    pattern = _ROLE_KO if lang is Lang.ko else _ROLE_EN
    found = [match[0].strip() for match in pattern.finditer(text + " ")]
    return [word for word in found if word.casefold() not in plain and len(word) > 1]
