"""Ways across and into a place, and the exact spot of a hazard, a camera or a gap."""

import re
from collections.abc import Iterator

from sosik.values.text import Lang

_MARK = (
    r"(?:bridge|weir|dam|culvert|gully|gulley|ravine|ditch|drain|sluice|shrine|monument|statue|temple|church|school|mill|sawmill|kiln|cement works|factory|mine|pit|shaft|quarry|pump\w*|well|spring|pylon|pole|post|watchtower|tower|pillar|marker|stone|rock|boulder|cliff|ledge|tree|birch|willow|poplar|pine|oak|elm|stump|islet|island|sandbar|shoal|shallows|ford|"
    r"bend|bank|embankment|levee|dike|dyke|jetty|pier|landing|ferry|boathouse|shed|barn|hut|stack|graves?|graveyard|cemetery|orchard|field|terrace|saddle|pass|ridge|spur|hollow|tunnel|cave|fence|wire|gate|gap|hole|wall|track|siding|crossing|junction|fork|path|trail|footpath|road|lane|reeds?|reed ?bed|marsh|steps|stairs|ladder|footbridge|pump house|ice house|brewery|sand ?pit|(?:bee)?hives?|boiler|corner|breakwater|door|roof|cart track|kennel|latrine|wood ?pile|haystack|raft|wreck|cable|winch|stream|brook|creek|confluence|mouth|checkpoint|guard post|barracks|depot|station|garage|greenhouse|silo|chimney|water tank|reservoir)"
)
_SIZE = r"(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|a hundred|hundred|two hundred|three hundred|half a|several|a few)"
_UNIT = r"(?:m|km|metres?|meters?|kilometres?|kilometers?|miles?|yards?|feet|paces?|steps?|strides?|ri|li)"
_EN = re.compile(
    rf"\b(?:over|across|along|through|under|past|behind|below|above|up|down|via|between|from|beside|round|around)\s(?:the\s|an?\s)?(?:[\w'’-]+\s){{0,4}}?{_MARK}\b(?:[\w\s'’-]{{0,30}})?(?:,\s|\s)(?:and\s)?(?:then\s|up\s|down\s|left\s|right\s|over\s|across\s|along\s|through\s|past\s|under\s)(?:\w+\s){{0,4}}[^.;\n]{{0,60}}"
    rf"|\b(?:path|trail|route|crossing (?:point|spot|place)|crosses|crossing|ford|gap|hole|opening|breach|tunnel|footpath|track|shallows|gully|gullies|ravine|culvert|landing (?:place|spot)|way (?:in|out|across|over|through))\b[^.;\n]{{0,30}}\b(?:near|by|behind|below|beneath|beside|between|from|past|under|upstream|downstream|opposite|through|via|at|along|next to|above|where|in)\b[^.;\n]{{3,60}}"
    rf"|\b{_SIZE}\s?{_UNIT}\s(?:\w+\s){{0,2}}?(?:upstream|downstream|north|south|east|west|north-?east|north-?west|south-?east|south-?west|from|below|above|off|past|beyond|behind|short of|away from|in front of|outside|inside|before|after|upriver|downriver|inland|to the (?:left|right|north|south|east|west))\b[^.;\n]{{0,50}}"
    rf"|\b(?:between|from|at|near|beside|behind|by|to)\s(?:the\s)?(?:border\s)?(?:guard\s)?(?:posts?|watchtowers?|towers?|pillars?|markers?|stones?|poles?|pylons?|blocks?|gates?|cameras?|culverts?|sections?)\s(?:no\.?\s?|numbers?\s|nos?\.?\s?)?\d+[^.;\n]{{0,30}}|\b(?:between|at|from|behind|by|past|near|on|under|above|below)\s(?:the\s)?(?:\d{{1,3}}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|\w+teenth|twentieth)\s(?:(?:and|or|to)\s(?:the\s)?(?:\w+\s)?)?{_MARK}s?\b[^.;\n]{{0,40}}|\bguard post (?:no\.? ?|number )?\d+|\b(?:border )?(?:pillar|marker|stone|post) (?:no\.? ?|number )\d+"
    rf"|\b(?:cross(?:ed|es|ing)?|wad(?:ed|es|ing)|sw[aiu]m(?:ming)?|sneak\w*|slip(?:ped|s|ping)?|forded|climb(?:ed|s|ing)?|crawl(?:ed|s|ing)?|row(?:ed|s|ing)?|went over|came over|get over|go over)\b[^.;\n]{{0,40}}\b(?:at|by|below|behind|opposite|just (?:above|below|past)|where|under|through|over|from|between|past)\s(?:the\s)?[^.;\n]{{0,30}}\b{_MARK}\b"
    rf"|\b(?:mines?|landmines?|traps?|tripwires?|cameras?|sensors?|spikes?|nails?|pits?|snares?|explosives?|charges?)\b[^.;\n]{{0,40}}\b(?:in a (?:row|line)|buried|laid|set|placed|strung|hidden|fixed|mounted|stand|hangs?|lie|lies|sits?)\b[^.;\n]{{0,30}}\b(?:at|by|under|behind|between|beside|along|from|below|above|on|in front of|next to|near)\s(?:the|an?|its|that|this|each|every)\s(?:\w+[\s'’-]+){{0,4}}?{_MARK}\b[^.;\n]{{0,40}}|\b{_SIZE}\s(?:mines?|landmines?|traps?|tripwires?|cameras?)\s(?:in a (?:row|line)|buried|under|behind|between|beside|along)\b[^.;\n]{{0,50}}|\b(?:mines?|box mines?|landmines?|traps?|tripwires?|(?:new |hidden )?cameras?|sensors?|snares?|blind (?:corner|spot)|searchlights?)\b[^.;:\n]{{0,25}}?\b(?:under|over|behind|between|beside|by|above|below|on both sides of|along|at|in front of|inside|opposite)\s(?:the\s)?[^.;\n]{{3,60}}|\b(?:walked|crossed|climbed|swam|waded|rowed|landed|reached (?:land|the bank|the shore)|crept|crawled|smuggled|slipped|carried)\b[^.;:\n]{{0,50}}?\b(?:by|over|on|from|through|along|past|under|across|up|down)\s(?:the\s|an?\s)[^.;:\n]{{0,25}}?\b{_MARK}\b[^.;\n]{{0,30}}|\b(?:gap|hole|break|blind spot|dead (?:ground|spot|angle)|cut)\s(?:in|of|between|under|behind|at|where)\s[^.;\n]{{3,60}}",
    re.IGNORECASE,
)
_MARK_KO = r"(?:다리|철교|굴|갱|갱도|제재소|역|학교|정미소|양수장|뚝|둑|제방|섬|절벽|골짜기|계곡|도랑|배수로|배수구|수로|갈대밭|물골|방수벽|초소|감시탑|전주|전봇대|전신주|말뚝|표석|경계비|바위|벼랑|버드나무|봇나무|자작나무|소나무|느티나무|포플러|나무|묘지|무덤|산소|과수원|밭|논|둔덕|고개|령|능선|언덕|굽이|모래톱|모래불|여울|나루|나루터|배터|선착장|창고|움막|초막|굴뚝|물탱크|저수지|우물|샘|계단|사다리|벌통|나무다리|출렁다리|빙고|맥주공장|모래 채취장|모래터|보이라실|출입문|모퉁이|구석|기슭|뗏목|방파제|넙적돌|돌|바위|변소|짚더미|나무더미|쇠줄|기념비|탑|비석|사당|철조망|울타리|문|담|담장|길|오솔길|갈림길|건널목|차단소|세멘트 공장|공장|보|보뚝|언제|합수목|합수머리)"
_KO = re.compile(
    rf"(?:에서|부터|로부터|{_MARK_KO})\s?(?:상류|하류|북쪽|남쪽|동쪽|서쪽|위쪽|아래쪽|위로|아래로|왼쪽|오른쪽|안쪽|바깥쪽)?(?:으로|로)?\s?(?:약\s|한\s)?(?:\d+(?:\.\d+)?|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|서른|쉰|백|몇)\s?(?:m|km|미터|메터|킬로미터|킬로메터|킬로|키로|리|걸음|발자국|보)(?:\s?(?:떨어진|지점|위|아래|상류|하류|거리|정도|쯤|지난|들어간|내려간|올라간|앞|뒤|옆|안쪽|바깥)\S*)?(?:,?\s\S+){{0,4}}"
    rf"|\d+(?:\.\d+)?\s?(?:m|km|미터|메터|킬로미터|킬로|키로|걸음)\s(?:상류|하류|북쪽|남쪽|동쪽|서쪽|위쪽|아래쪽|떨어진)\S*|\d+\s?호?\s?(?:초소|경비초소|표석|경계비|잠복초소|감시탑|말뚝|전주|전봇대|전신주|배수구)\S*|(?:첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두|열세|열네|열다섯|스무|\d+)\s?번째\s?(?:(?:와|과)\s(?:\S+\s)?번째\s?)?{_MARK_KO}\S*(?:\s(?:사이|옆|뒤|앞|밑|아래)\S*)?|(?:와|과|{_MARK_KO})\s\S{{1,4}}\s?번째\s{_MARK_KO}\s?사이\S*"
    rf"|{_MARK_KO}(?:으로|로|를 따라|을 따라|를 지나|을 지나|를 넘어|을 넘어|를 건너|을 건너|를 타고|을 타고|에서)\s(?:\S+\s){{0,5}}?(?:내려|올라|들어|빠져|건너|건넜|넘어|넘었|돌아|꺾|나와|나간|가면|가서|간다|이어|왼쪽|오른쪽|골|산|고개)\S*(?:\s\S+){{0,4}}|(?:오솔길|샛길|지름길|도강 ?(?:길목|지점|경로|장소|루트|길)|탈북 ?(?:경로|루트|길)|밀수 ?(?:경로|루트|통로|길)|이동 ?경로|여울목|여울|개구멍|철조망 ?(?:구멍|틈|밑)|빈틈|사각지대)\S*(?:\s\S+){{0,4}}"
    rf"|{_MARK_KO}\s(?:밑|아래|뒤|옆|앞|위|뒤편|근처|사이|왼쪽|오른쪽|건너편|맞은편)(?:으로|로|에서|를|을|의|에)?\s?(?:\S+\s){{0,3}}(?:강을|건너|건넜|도강|넘어|넘었|빠져나|지뢰|덫|함정|못판|카메라|묻|설치|숨겨|매설)\S*|(?:지뢰|덫|함정|못판|카메라|감지기|철선|가시철)\S*\s(?:\S+\s){{0,4}}?{_MARK_KO}\s?(?:밑|아래|뒤|옆|앞|위|사이|에서|부터)\S*(?:\s\S+){{0,3}}|(?:지뢰|목함지뢰|덫|함정|인계선|카메라|감지기|철선|올무|사각|안 보이는 구석)\S*\s?[^.\n]{{0,30}}?(?:밑|아래|뒤|옆|앞|우|위|사이|량쪽|양쪽|걸음|간격|까지|높이|구석)\S*|[^.\n]{{0,30}}?(?:밑|아래|뒤|옆|앞|우|위|사이|량쪽|양쪽|높이)(?:에|의)?\s(?:\S+\s){{0,3}}?(?:지뢰|목함지뢰|덫|함정|인계선|카메라|감지기|올무)\S*|(?:얼음|눈|물|모래톱|철길|뗏목)\s?(?:우|위)(?:로|를)\s(?:\S+\s){{0,2}}?(?:건너|건넜|걸어|넘어)\S*|{_MARK_KO}\s?(?:\S+\s){{0,2}}?(?:길|자리|쪽|목|앞|뒤)(?:로|으로)\s(?:\S+\s){{0,2}}?(?:날랐|나른|오른|올라|내려|건너|넘|간다|갔|들어|빠져)\S*|(?:지뢰|덫|함정|카메라)\s?(?:\S+\s)?(?:한|두|세|네|다섯|여섯|일곱|\d+)\s?(?:개|대|줄)(?:가|를|이)?\s?(?:한|두|세)?\s?줄\S*"
)


_BROAD = re.compile(
    r"\b(?:went off|exploded|blew up|killed|wounded|died|detonated|stepped on)\b|"
    r"\b(?:along|near|on|by|across|over|into|from|at) (?:the )?(?:whole |entire |Chinese |northern |[A-Z]\w+ )?(?:border|frontier|coast|rivers?|River|Zone|Demilitari[sz]ed Zone|county|province|demarcation line)\b(?! (?:post|bridge|guard|stone|pillar))|^(?:cameras?|mines?|landmines?)\b[^,]*\bin (?:the )?(?:county|province|[A-Z]\w+ (?:County|Province))",
)


def ways(text: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """Characters of each passage that would lead somebody there."""
    pattern = _KO if lang is Lang.ko else _EN
    for match in pattern.finditer(text):
        if _BROAD.search(match[0]):
            continue
        yield match.start(), match.end() - (len(match[0]) - len(match[0].rstrip(" ,.")))
