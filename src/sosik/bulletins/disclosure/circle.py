"""Who can know: words that say that few do, in a circle that can be questioned."""

import re
from collections.abc import Iterator

from sosik.values.text import Lang

_FEW = r"(?:two|three|four|five|six|seven|eight|nine|ten|a few|a handful|a dozen|\d{1,2})"
_KNOW_EN = r"(?:kn[eo]w|knows|known|heard?|hears|saw|seen|sees|read|told|aware|present|attend(?:ed)?|there|awake|access|cop(?:y|ies)|keys?|shown|informed|signed|witness\w*|learn\w*|notice\w*|remember\w*|understand|understood|hold|holds|held|have|has|had|were in|was in|worked|work|entered|enter|allowed|permitted|guard\w*|could)"
_PEOPLE_EN = r"(?:he|she|they|we|I|him|her|us|them|people|persons?|men|women|officers?|officials?|guards?|soldiers?|workers?|managers?|heads?|leaders?|members?|cadres?|doctors?|nurses?|staff|families|family|households?|neighbou?rs?|clerks?|secretar(?:y|ies)|commanders?|directors?|drivers?|\w+(?:man|men|ers|ors|ists))"
_EN = re.compile(
    rf"\b(?:only|just|solely|no more than|fewer than|less than|not more than|at most)\s[^.;:\n“”\"]{{0,60}}?\b{_PEOPLE_EN}\b[^.;:\n“”\"]{{0,60}}?\b{_KNOW_EN}\b[^.;:,\n“”\"]{{0,30}}"
    rf"|\b{_KNOW_EN}\b[^.;:\n“”\"]{{0,40}}?\b(?:only|alone|exclusively|solely)\b(?:\s(?:to|by|among|in|within|for|from|inside|on)\b[^.;:,\n“”\"]{{0,40}})?|\bto\s[^.;:,\n]{{2,40}}\s(?:only|alone)\b|\bonly\s(?:to|by|among|within|for|from|inside)\s[^.;:,\n“”\"]{{2,50}}"
    rf"|\b(?:nobody|no one|no-one|none|not a soul|nobody else|no one else|few|hardly any(?:one|body)?|not many|few others|no others?|no other \w+)\b(?:\s(?:else|but|except|other than|besides|apart from|outside|beyond|in|of|at)\b[^.;:\n“”\"]{{0,60}}|\s(?:\w+\s){{0,4}}{_KNOW_EN}\b[^.;:,\n“”\"]{{0,40}})|\bby (?:nobody|no one|none)(?: but| except)?\b[^.;\n]{{0,50}}"
    rf"|\b(?:the|we|us|all|each of(?: the)?|one of(?: the)?|any of(?: the)?)\s{_FEW}\sof\s(?:us|them|you)\b|\bone of\s(?:us\s)?{_FEW}\b(?! million| thousand| hundred)|\b(?:we|they)\s(?:were|are)\s(?:only\s|just\s)?{_FEW}\b(?!\s(?:years|days|hours|km|percent|hundred|thousand))|\b(?:there (?:are|were)|we were)\s(?:only\s|just\s)(?:{_FEW}|one)\b[^.;\n]{{0,40}}"
    rf"|\b{_FEW}\s(?:{_PEOPLE_EN}|department heads|section chiefs|shift leaders|team leaders|copies|keys|signatures|others)\s(?:(?:\w+\s){{0,2}}(?:exist|worked|work|attended|present|sat|met|signed|knew|know|hold|held|have|had access|were there|were in|guard|took part|in the room))\b[^.;\n]{{0,40}}|\bcop(?:y|ies)\s(?:of it\s)?exists?\b|\bmeeting of\s(?:only\s|just\s)?(?:{_FEW}|the)\s[^.;,\n]{{2,40}}|\bin front of\s(?:only\s|just\s)?{_FEW}\b[^.;,\n]{{0,30}}"
    r"|\b(?:closed|secret|confidential|internal|classified|in-camera|restricted|closed-door|unannounced|unpublished|unwritten|oral|verbal|sealed)\s(?:\w+\s){0,2}(?:meetings?|sessions?|lectures?|documents?|directives?|orders?|instructions?|reports?|notices?|briefings?|memos?|gatherings?|trials?|files?|lists?|ledgers?|registers?|rooms?)\b|\bbehind (?:closed|locked) doors\b|\b(?:kept|held|told|said|shown|given)\s(?:strictly\s)?(?:secret|in confidence|in secret|in private|under lock|locked)\b|\bnot on paper\b|\bnever (?:written|put) (?:down|on paper)\b|\boff the record\b|\b(?:not|never)\s(?:been\s)?(?:made public|announced|publici[sz]ed|circulated|posted|printed|read out)\b|\bunbeknownst\b"
    r"|\b(?:the )?first (?:person |one |people )?(?:to|who) (?:hear|know|learn|be told|heard|knows?|learns)\b[^.;\n]{0,30}|\b(?:have|has|had) told (?:nobody|no one)(?: else)?\b|\b(?:locked|put|kept|hid(?:den)?)\s(?:it\s|them\s)?(?:away|in (?:a|the|his|her) (?:safe|drawer|desk|cabinet))\b|\bthe only (?:one|person|man|woman|family|household|official|soldier|resident|\w+)s? (?:who|in|with|to|on|there|that|allowed|permitted|left)\b[^.;\n]{0,40}|\b(?:my|our|his|her|their) (?:work[- ]?team|unit|squad|household|brigade|shift|section|office|class|platoon|company|inminban|people['’]s unit|family) (?:only|alone)\b|\bwithin (?:the|his|her|their|our|a single|one) (?:work[- ]?team|unit|squad|household|family|office|team|platoon|company|people['’]s unit|shift)\b",
    re.IGNORECASE,
)
_PERSON_KO = r"(?:[가-힣]{1,8}(?:원|사|공|장|수|자|꾼|관|병|군|생|인|부|기사|서기|일군|일꾼|간부|비서|주민|사람|가족|식구|부부|형제|이웃|들|명|분|이)|우리|저희|그|그녀|저|나|둘|셋|넷|다섯|당사자|본인|세대|극소수|소수|몇몇|몇 명|몇 사람|한두 (?:명|사람))"
_COUNT_KO = r"(?:한두|두세|서너|두|세|네|다섯|여섯|일곱|여덟|아홉|열|둘|셋|넷|\d{1,2})"
_KO = re.compile(
    rf"{_PERSON_KO}(?:들)?(?:에게|한테|께|까지|끼리|사이에서|안에서)?만(?:이|의|은)?\s[^.\n]{{0,40}}?(?:알|안다|아는|보|봤|들|읽|받|가지|갖|쥐|참석|참가|모|내려|전달|공유|통보|하달|있|남|열|들어|드나|접근|지시|포치|말|회람|낭독|쓰|적)\S*"
    rf"|{_PERSON_KO}\s?(?:둘|셋|넷|{_COUNT_KO}\s?(?:명|사람|분))?뿐\S*|{_COUNT_KO}\s?(?:명|사람|분|장|부|집|세대)뿐\S*|(?:우리|저희|그|그들)\s{_COUNT_KO}(?:\s?(?:명|사람))?(?=[\s,.이가은는중뿐])"
    r"|\S+(?:말고는?|외에는?|이외에는?|밖에는?|빼고는?|빼놓고는?|제외하고는?|제외하면)\s[^.\n]{0,30}?(?:없|모르|모른|못|않|아니|안)\S*|(?:다른\s)?(?:아무도|누구도|그 누구도|누구에게도|아무에게도|아무한테도|어느 누구도)\s[^.\n]{0,30}?(?:모르|모른|못|않|없|안)\S*"
    rf"|(?:아는|알고 있는|본|들은|읽은|참석한|있던|일한|깨어 있던|드나드는|지키는|관계한)\s(?:사람|이|주민|간부|군인|집|세대)[은는이가도]?\s[^.\n]{{0,30}}?(?:거의 없|많지 않|드물|몇|없|극소수|손에 꼽|뿐|{_COUNT_KO}\s?(?:명|사람))\S*"
    r"|(?:비공개|비밀|내부|극비|기밀|대외비|폐쇄|구두|미공개|밀봉)\s?(?:로 |적인 |적으로 )?(?:회의|강연|문건|문서|지시문?|자료|보고서?|명령|총회|재판|방침|통보|강습|포치|진행|열린|모임|명단|장부|대장)\S*|(?:외부|밖|주민들|세상)(?:에|에는|에게는?)?\s?(?:알려지지|공개되지|새어나가지|누설|발표되지)\S*|비밀리에|극비리에|쉬쉬|입단속|문을 닫아걸고|문을 걸어 잠그고|종이에 (?:쓰|적)(?:지|이지)\s?않\S*|공개(?:하|되)지 않\S*|내부에서만|안에서만"
    rf"|(?:사본|열쇠|명단|문건|원본|도장)[은는이가도]\s(?:\S+\s){{0,3}}?(?:{_COUNT_KO}|석|넉)\s?(?:장|부|개|통|벌)(?:뿐|밖에|만)?\S*|(?:금고|서랍|함|캐비닛)에\s?(?:넣|보관|잠|감추|두)\S*|(?:처음|맨 먼저|제일 먼저)\s?(?:듣|들|아는|알|입니다|이다|이오|말하|털어)\S*|{_COUNT_KO}\s?(?:명|사람|분)(?:이|만|만이)?\s?(?:모인|모여|참석|참가|앉은|둘러앉)\S*(?:\s회의\S*)?|\S+\s?{_COUNT_KO}\s?(?:명|사람)의\s(?:회의|모임|협의회|자리)\S*|{_COUNT_KO}\s?(?:명|사람)\s?(?:중|가운데)\s?(?:하나|한 (?:명|사람))\S*|(?:유일하게|유일한)\s\S+|\S+\s?명도\s(?:안|채 안|되지)\S*(?:\s\S+)?|(?:우리|한|같은|저희)\s(?:작업반|인민반|분조|소대|중대|반|조|교대|과|부서|집안|가족)(?:에서)?만"
)


def circles(text: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """Characters of each passage that makes the circle of those who know small."""
    pattern = _KO if lang is Lang.ko else _EN
    for match in pattern.finditer(text):
        yield match.start(), match.end() - (len(match[0]) - len(match[0].rstrip(" ,.")))
