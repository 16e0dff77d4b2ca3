"""Other things a text betrays: how many told, links between items, what few know, routes, victims who can be recognised."""

import re
from collections.abc import Iterator

from sosik.bulletins.disclosure import phrases_en
from sosik.bulletins.disclosure.found import Found
from sosik.values.text import Lang

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|both|a couple of|a handful of|several|multiple)"
_KIN = r"(?:wife|widow|husband|son|daughter|mother|father|parents|brother|sister|cousin|uncle|aunt|nephew|niece|grandmother|grandfather|grandson|granddaughter|fianc\wee?|child|children|baby|infant|twins?)"
_EN: tuple[tuple[str, str, str | None], ...] = (
    (
        "witness-count",
        (
            rf"\b(?:a (?:single|lone|sole)|the (?:only|sole|lone|last))\s(?:survivor|witness|eyewitness|source|informant|person)\b|\bone (?:survivor|witness|eyewitness)\b|\b{_NUMBER} (?:women|men|girls|boys|children|soldiers|people) and (?:an?|{_NUMBER}) (?:\w+ )?(?:wom[ae]n|m[ae]n|girls?|boys?|child(?:ren)?|officers?)\b|\b(?:the )?(?:only |sole |lone )?{_NUMBER}\s(?:(?:of|other|separate|different|independent|our|the|local|anonymous|unnamed)\s){{0,3}}(?:sources|witnesses|eyewitnesses|informants|insiders|contacts)\b"
            rf"|\b{_NUMBER} (?:people|residents|villagers|persons|men|women|neighbours|neighbors) (?:who )?(?:saw|witnessed|watched|heard|told (?:us|the|our|(?-i:[A-Z]))|confirmed)|\b{_NUMBER} (?:\w+ )?(?:people|residents|villagers|persons|men|women|neighbours|neighbors|soldiers|guards|children|workers|others)\b[^.;\n]{{0,60}}\b(?:saw|witnessed|watched|overheard|looked on)\b|\b(?:only|just|sole|lone|single) (?:one )?(?:source|witness|eyewitness|informant|person (?:saw|who saw))\b|\b{_NUMBER} (?:other )?(?:people|persons|others|men|women|residents|officials) (?:besides|other than|apart from|in addition to)\b|\b(?:was|were) (?:seen|witnessed|heard) by (?:only |just |about |some )?(?:\w+) (?:people|persons|residents|villagers|men|women|others|children)\b"
        ),
        "sources",
    ),
    (
        "same-source",
        (
            r"\b(?:the )?same (?:\w+ )?(?:source|informant|contact|insider|person|resident|witness|man|woman|officer|official|trader|driver|soldier|doctor|teacher|broker|account|voice|hand|correspondent)\b(?:\s(?:who|that|as)\b[^.,;\n]{0,60})?|\b(?:who|that)\s(?:also\s|earlier\s|previously\s|first\s|once\s|had\s|has\s|already\s){0,2}(?:sent|gave|given|told|brought|supplied|passed|forwarded|provided|warned|reported|described|helped|alerted|tipped|smuggled|filmed|spoke|spoken|written|wrote|talked)\s(?:to\s|for\s|with\s)?(?:us|the desk|this (?:paper|site|desk|outlet)|our)\b[^.,;\n]{0,50}|\b(?:has|had|have|he|she|they)\s(?:\w+\s)?(?:written|wrote|told|said|spoken|sent|given|warned|reported)\b[^.;\n]{0,25}\b(?:before|already|earlier|previously|last time|once more|again)\b[^.;\n]{0,40}|\b(?:from|by|in) the same (?:hand|pen|mouth|voice|person|phone|number)\b[^.;\n]{0,30}|\b(?:also|likewise) (?:behind|the source of|gave us|sent us)\b[^.;\n]{0,40}|\b(?:in|for) our (?:issue|edition|report|article|story|bulletin)s? (?:of|on|from|about|last)\b[^.,;\n]{0,40}|\b(?:see|as in|also) (?:our )?(?:case|item|report|entry|row|account)s? (?:no\.? ?)?\d+\b|\b(?:has|have|had) (?:been )?(?:our|a) (?:source|contact|correspondent) (?:since|for)\b[^.,;\n]{0,40}|\b(?:reliable|accurate|right|correct) (?:before|in the past|until now|so far|every time)\b|\b(?:source|informant|contact|insider|resident|person|who)\s(?:\w+\s)?(?:also|previously|earlier|had (?:also |earlier |previously )?)\s?(?:told|reported|informed|described|spoke|said|revealed|confirmed|warned) (?:us|the|our|[A-Z]\w+)|\bwho (?:also|earlier|previously|first|last \w+) (?:told|reported|informed|described|spoke|revealed|tipped)\b|\bin an? (?:earlier|previous|follow-up|second) (?:interview|report|call|conversation)\b"
            r"|\bas (?:the|this) (?:source|informant) (?:told|reported|said) (?:us )?(?:in|last|earlier|before)\b|\b(?:whom|who) (?:we|this (?:outlet|site|desk)) (?:quoted|cited|interviewed|spoke (?:to|with))\b|\b(?:known|worked with|spoken to|in touch with|in contact with|talked to) (?:us |him |her |them )?(?:since|for (?:\w+ )?(?:years|months))\b[^.,;\n]{0,30}|\blong[- ](?:time|standing) (?:source|contact|informant)\b|\b(?:regular|repeat) (?:source|contact|informant)\b"
        ),
        "a source",
    ),
    (
        "few-know",
        (
            r"\b(?:known|disclosed|revealed|told|circulated|shared|shown|announced|read(?: out)?|visible|available) (?:only|solely|exclusively|just) (?:to|among|within|by|inside)\b[^.,;\n]{0,60}|\bonly (?:a )?(?:few|handful|\w+ (?:people|persons|officials|members|officers|households|families)|those (?:present|in|who|at|on)|members of|people (?:in|who|at)|the family|senior|insiders)\b[^.,;\n]{0,50}\b(?:know|knew|knows|heard|learned|learnt|aware|saw|attended|access|told|informed|were present)\b"
            r"|\b(?:fewer|less) than (?:a dozen|\w+) (?:people|persons|officials|households|families|soldiers|residents|workers)\b[^.;\n]{0,40}|\bonly\s[^.;\n]{2,60}\b(?:saw|knew|knows?|heard|have|has|had|hold|were there|was there|were present)\b|\battended by (?:only |just )?(?:\w+|a (?:few|handful|dozen)(?: of)?) (?:cadres|officials|officers|people|persons|members|leaders|managers|delegates)\b|\bknown to [^.;\n]{2,50} alone\b|\b(?:few|hardly any|not many) (?:people |others |outsiders )?(?:know|knew|are aware|were aware|have heard|had access|have access)\b|\b(?:closed-door|closed|secret|confidential|internal|classified|in-camera|restricted) (?:meetings?|sessions?|lectures?|documents?|directives?|orders?|instructions?|reports?|notices?|briefings?|memos?|gatherings?|trials?|files?)\b|\bbehind closed doors\b|\bkept (?:strictly )?secret(?: from| even)?\b|\b(?:not|never|un)\s?(?:been )?(?:made public|announced|publici[sz]ed)\b|\bwithin (?:the|his|her|their|a single|one) (?:work[- ]?team|unit|squad|household|family|office|team|platoon|company)\b|\bunbeknownst\b|\b(?:nobody|no one|none) else\b[^.;\n]{0,40}|\bthe only (?:one|person|man|woman|family|household|official|soldier|resident|people)s? (?:who|in|with|to|on|there|allowed|permitted)\b[^.;\n]{0,40}"
        ),
        None,
    ),
    (
        "route",
        (
            r"\b(?:path|trail|route|crossing (?:point|spot|place)|ford|gap in the (?:fence|wire)|hole in the (?:fence|wire)|tunnel|footpath|track|shallows|gully|gullies|ravine|culvert|ditch|drain|sluice|reed ?bed|landing (?:place|spot))\b[^.;\n]{0,40}\b(?:near|by|behind|below|beneath|beside|between|from|past|under|upstream|downstream|opposite|through|via|at|along|next to)\b[^.;\n]{3,60}|\b(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|half a)\s?(?:m|km|metres?|meters?|kilometres?|kilometers?|miles?|paces|steps)\s(?:\w+\s)?(?:upstream|downstream|north|south|east|west|from|below|above|off|away from)\b[^.;\n]{0,50}"
            r"|\b(?:between|from) (?:border )?(?:guard )?(?:posts?|watchtowers?|towers?|pillars?|markers?|stones?) (?:no\.? ?|number )?\d+[^.;\n]{0,30}|\bguard post (?:no\.? ?|number )\d+|\b(?:border )?(?:pillar|marker|stone) (?:no\.? ?|number )?\d+|\b(?:cross(?:ed|es|ing)?|wad(?:ed|es|ing)|sw[aiu]m(?:ming)?|sneak\w*|slip(?:ped|s|ping)?) [^.;\n]{0,30}\b(?:at|by|below|behind|opposite|just (?:above|below|past)|where)\s(?:the\s)?[^.;\n]{0,20}\b(?:bridge|bend|sawmill|mill|school|station|post|dam|weir|pier|ford|village|cemetery|factory|ravine|islet|island|pump\w*)\b"
        ),
        None,
    ),
    (
        "recognisable-victim",
        (
            rf"\b(?:the|an?)\s(?:old|elderly|young|dead|murdered|arrested|executed|drowned|blind|lame|pregnant)\s(?:woman|man|girl|boy|couple|widow)\b|\b(?:first|second|third|fourth|final)-year (?:student|pupil|cadet)\b[^.,;\n]{{0,40}}|\b(?:goalkeeper|captain|singer|dancer|pupil|student|member|player|conductor|leader|head|guard)\s(?:of|at|in)\s(?:the|a|his|her)\s[^.,;\n]{{3,50}}|\b(?:the |an? |his |her |their )?(?:only |eldest |youngest |oldest |younger |older |elder |newborn |pregnant |\w+-year-old |\w+-month-old )?{_KIN} (?:of|to) (?:a|an|the|one)\s(?:\w+[- ]){{0,4}}(?:official|officer|secretary|manager|teacher|doctor|nurse|guard|soldier|cadre|agent|chairman|leader|head|director|trader|driver|captain|commander|chief|boss|principal|prosecutor|judge|mayor|victim|man|woman|worker|miner|farmer|widow|deputy|party\w*)s?\b"
            rf"|\b(?:a|an|the|one)\s(?:\w+[- ]){{0,2}}\d{{1,2}}[- ]year[- ]old\s(?:\w+\s){{0,4}}(?:(?:from|of|in|at|near|named|surnamed|who|with)\b[^.,;\n]{{3,60}}|(?:victim|woman|man|boy|girl|student|mother|father|soldier|teacher|nurse|trader|farmer|worker|miner|driver|widow))|\b(?:mother|father|parents) of (?:two|three|four|five|six|\d)\b[^.,;\n]{{0,30}}|\bfamily of (?:three|four|five|six|seven|\d)\b(?:[^.,;\n]{{0,40}})|\b(?:pregnant|one-legged|blind|deaf|disabled|newly[- ]?wed|amputee)\s(?:woman|man|wife|mother|girl|boy|couple|victim|bride|teacher|soldier|worker|veteran)\b"
            rf"|\b(?:the|a|an)\s(?:\w+\s){{0,2}}(?:{phrases_en.ROLE})['’]s?\s(?:\w+\s)?{_KIN}\b|\b(?:victim|patient(?: in [^.;\n]{{2,20}}?)?|dead (?:man|woman)|deceased|detainee|casualt(?:y|ies)|arrested (?:man|woman|person)) (?:was|is|were|had been|worked as)\s(?:an?|the)\s[^.;\n]{{3,70}}"
        ),
        None,
    ),
    (
        "source-imagery",
        r"\b(?:taken|filmed|shot|photographed|recorded) (?:secretly |covertly )?by (?:an?|our|the|one|local)\s[^.,;\n]{2,50}|\b(?:photos?|photographs?|pictures?|images?|videos?|footage|recordings?|clips?|audio),?\s(?:\w+\s){0,7}(?:sent|taken|shot|filmed|recorded|provided|supplied|obtained|smuggled|captured|shared|passed|given)\b[^.;\n]{0,50}|\b(?:sent|provided|supplied|shared|gave|passed|smuggled out|took|shot|filmed|recorded)\s(?:us\s|the\s|a\s|an\s|several\s|some\s|\w+\s){0,3}(?:photos?|photographs?|pictures?|images?|videos?|footage|recordings?|clips?)\b",
        None,
    ),
)
_NUM_KO = r"(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|둘|셋|넷|\d{1,2}|한|몇|여러|복수의)"
_KIN_KO = r"(?:아내|부인|미망인|과부|남편|아들|딸|외아들|외동딸|맏아들|맏딸|막내|어머니|아버지|부모|형|누나|오빠|언니|동생|남동생|여동생|사촌|삼촌|이모|고모|조카|손자|손녀|할머니|할아버지|며느리|사위|장인|시아버지|자녀|약혼녀|약혼자|처남)"
_KO: tuple[tuple[str, str, str | None], ...] = (
    (
        "witness-count",
        rf"(?:여자|녀자|남자|사내아이|아이|여성|남성|녀성)\s?{_NUM_KO}(?:과|와|하고|,)\s?(?:여자|녀자|남자|사내아이|아이|여성|남성|녀성|군관)\s?{_NUM_KO}|(?:생존자|산 사람|살아남은 사람)\s?(?:한|하나|두|둘)\s?(?:명|사람)?|{_NUM_KO}\s?(?:명|사람|분)의\s(?:\S+\s)?(?:소식통|목격자|취재원|제보자|주민|증언자|정보원)|(?:소식통|목격자|취재원|제보자|증언자|정보원)(?:은|는|이)?\s?(?:모두\s|단\s|약\s)?{_NUM_KO}\s?(?:명|사람)|(?:목격|본|지켜본|들은) (?:사람|주민)(?:은|이)? (?:\S+ )?{_NUM_KO}\s?(?:명|사람)|(?:유일한|단 한 명의|유일하게)\s?(?:소식통|목격자|증언자|제보자)|복수의 (?:소식통|취재원|목격자)|{_NUM_KO}\s?(?:명|사람)이 (?:목격|지켜봤|보았|봤|들었|전했)|(?:연락선|소식통|취재원|목격자|정보원) \S{{1,3}}\s?(?:명|사람) (?:중|가운데)\s?(?:\S{{1,3}}\s?(?:명|사람))?|소식통 (?:말고|외에|이외에|을 제외하고)[^.\n]{{0,12}}\S+\s?(?:명|사람)|(?:여러|복수) 소식통",
        "소식통",
    ),
    (
        "same-source",
        r"(?:같은|동일한|이전과 같은|바로 그|앞서의|앞의) (?:\S+ )?(?:소식통|취재원|제보자|주민|인물|사람|통신원|정보원|연락선|목소리)|(?:본지|본보|우리|저희|데스크|편집부)(?:에|에게|한테)\s(?:\S+\s){1,7}?(?:알려|전해|보내|제보|말해|증언|건네|들려|일러|넘겨|전한|전했|보낸|알린|밝힌)\S*\s?(?:온|준|왔던|주었던|던|했던|한)?\s?(?:바로 )?(?:그\s)?(?:소식통|취재원|제보자|사람|주민|인물|정보원|이)|(?:알려|전해|보내|말해|제보해|들려|건네)\s?(?:온|준|왔던|주었던|줬던)\s(?:바로\s)?그\s\S+|(?<![가-힣])그 (?:소식통|취재원|제보자|사람)(?:이다|이었다|입니다|과 같은|과 동일)\S*|같은 (?:손|글씨|목소리|번호|전화|사람)\S*(?:\s\S+){0,2}|(?:전에도|앞서도|이미|벌써|이전에|예전에)\s(?:\S+\s){0,4}?(?:썼|적었|보냈|보낸|말했|말한|전했|전한|알려|쓴)\S*|\d{1,2}월(?:\s?\d{1,2}일)?\s?자\s(?:본지|본보|기사|보도)\S*|(?:\d{4}년|\S+ 해|몇 해|오래전)(?:부터|째|전부터)\s(?:\S+\s)?(?:연락|알고 지내|이야기|소식을|제보)\S*(?:\s온|\s오는)?|지난 (?:호|기사|보도|번 기사)\S*(?:\s\S+){0,3}|(?:몇 해째|여러 해|오래전부터|수년째|\d+년째) (?:본지|우리|저희|데스크)\S*(?:\s\S+){0,3}|(?:이전에도|지난번에도|앞서도|그전에도) (?:정확|맞|사실)\S*|(?:앞서|이전에|일찍이|지난번|지난달에?|지난해|얼마 전|먼저|이미|전에도) (?:\S+ ){0,6}(?:전했던|알려왔던|밝혔던|제보했던|증언했던|전한 바 있는|제보한|전한|알려 준|알려준|말했던|말한) (?:바로 그 )?(?:\S+ ){0,3}(?:소식통|취재원|제보자|주민|이|사람|인물)|(?:소식통|취재원|제보자)은? (?:\S+ ){0,3}(?:앞서|이전에|일찍이|지난번에?도?|전에도|이미) (?:\S+ ){0,5}(?:전했|알려왔|밝혔|말한 바|전한 바|제보)|(?:오랜|오래된|오랫동안 (?:본지와|우리와) \S+) (?:소식통|취재원|제보자)|(?:도|사실도) (?:함께 |같이 )?(?:전했던|알려준) 소식통",
        "소식통",
    ),
    (
        "few-know",
        r"(?:극소수|극히 일부|일부 간부|소수|몇몇|몇 명|몇 사람|당사자|가족|관련자|해당 (?:부서|단위)|작업반|인민반|부대|내부 (?:사람|일꾼|간부))(?:만|들만|만이|에게만|끼리만|들에게만|원들만|사람들만|만 )\s?(?:\S+\s){0,3}(?:아는|알고|안다|알 수|알려|공유|전달|참석|접근|볼 수|들은|통보)|(?:아는|알고 있는) (?:사람|이|주민|간부)[은는이가]? (?:\S+ ){0,3}(?:거의 없|많지 않|드물|몇|없|극소수|손에 꼽)|(?:비공개|비밀|내부|극비|기밀|대외비|폐쇄)\s?(?:로 )?(?:회의|강연|문건|문서|지시문?|자료|보고서?|명령|총회|재판|방침|통보|강습|포치|진행|열린)|(?:외부|밖|주민들)(?:에|에는|에게는?)?\s?(?:알려지지|공개되지|새어나가지|누설)|비밀리에|쉬쉬|극비리에|입단속|아무도 모르|작업반 안에서만|내부에서만|[가-힣]+만 (?:가지고|갖고|쥐고|들어갈|열 수)\S*|\S{1,3}\s?명(?:이|만) (?:참석|모인|모여|참가)\S*(?:\s회의)?|\S+\s?명도 (?:안|채 안|되지)\S*(?:\s\S+)?|(?:본|아는|들은|겪은|있던) (?:사람|이|주민)[은는] [^.\n]{0,40}뿐\S*|(?:들)?(?:에게만|한테만|까지만)\s?(?:\S+\s){0,2}(?:전달|알려|통보|공유|하달|내려|배포|낭독|보여|공개|포치)\S*|[가-힣]+(?:만|만이|밖에|뿐이) (?:아는|알고|알 수|안다|모르)\S*|(?:유일하게|유일한) \S+",
        None,
    ),
    (
        "route",
        r"(?:에서|부터|로부터)\s?(?:상류|하류|북쪽|남쪽|동쪽|서쪽|위쪽|아래쪽|위로|아래로)?(?:으로|로)?\s?(?:약\s)?\d+(?:\.\d+)?\s?(?:m|km|미터|메터|킬로미터|킬로메터|키로|리|걸음)\s?(?:떨어진|지점|위|아래|상류|하류|거리|정도|쯤|지난|들어간|내려간|올라간)\S*|\d+(?:\.\d+)?\s?(?:m|km|미터|메터|킬로미터|킬로|키로)\s(?:상류|하류|북쪽|남쪽|동쪽|서쪽|위쪽|아래쪽|떨어진)\S*|\d+\s?호?\s?(?:초소|경비초소|표석|경계비|잠복초소|감시탑|말뚝)\S*|(?:골짜기|도랑|배수로|수로|갈대밭|물골|방수벽)(?:으로|로|를 따라|을 따라|를 지나|을 지나)(?:\s\S+){0,3}|(?:오솔길|샛길|지름길|도강 ?(?:길목|지점|경로|장소|루트)|탈북 ?(?:경로|루트|길)|밀수 ?(?:경로|루트|통로)|이동 ?경로|여울목|여울|개구멍|철조망 (?:구멍|틈))\S*(?:\s\S+){0,4}|(?:다리|굴|갱도|제재소|역|학교|철교|정미소|양수장|뚝|둑|섬|절벽|골짜기|계곡) (?:밑|아래|뒤|옆|앞|위|뒤편|근처)(?:으로|로|에서|를|을|의)?\s?(?:\S+\s){0,2}(?:강을|건너|건넜|도강|넘어|넘었|빠져나)",
        None,
    ),
    (
        "recognisable-victim",
        rf"\S+(?:대학|학교|학원)\s?(?:\S+\s)?(?:\d|[일이삼사오육])학년\S*(?:\s학생)?|(?<![가-힣])(?:할머니|할아버지|로인|노인|임산부)(?:는|가|은|이)(?=\s)|\S+\s?(?:축구|배구|탁구|빙상|소조|합창)\S*\s(?:문지기|선수|주장|성원)\S*|(?:[가-힣]{{1,6}}(?:부장|과장|국장|서장|소장|원장|교장|사장|처장|실장)|간부|군관|비서|지배인|위원장|교원|의사|군인|병사|보위원|안전원|당원|반장|책임자|상인|돈주|광부|노동자|농장원|지도원|과장|부장|희생자|사망자|피해자|체포된 (?:사람|주민|남성|여성))의 (?:\S+ )?{_KIN_KO}|\d{{1,2}}\s?(?:세|살)\s?(?:난|된|의|짜리)?\s?(?:\S+\s){{0,2}}(?:여성|남성|여자|남자|소년|소녀|학생|청년|처녀|아이|아기|어린이|딸|아들|임산부|군인|병사|교원|주민|노인|할머니|할아버지)|(?:임신한|임신 중인|만삭의|다리가 없는|눈이 먼|장애가 있는|장애인|신혼|갓 결혼한|갓난)\s?(?:\S+\s)?(?:여성|부인|아내|아기|부부|남성|여자|주민|새댁|교원|군인)?|(?:일가족|가족)\s?{_NUM_KO}\s?(?:명|식구)|(?:두|세|네|다섯|\d)\s?(?:명의\s)?(?:자녀|아이|남매|형제|자매)(?:를|을)? (?:둔|키우)|(?:사망자|희생자|피해자|숨진 사람|체포된 사람)(?:은|는|가|중 한 명은) (?:\S+ ){{0,8}}\S*(?:였다|이었다|이다|로 알려졌|으로 알려졌|로 확인|으로 확인)|[가-힣]+에서 (?:일하던|근무하던|살던) (?:\S+ )?(?:남성|여성|청년|노동자|군인|교원|주민)(?=[은는이가])",
        None,
    ),
    (
        "source-imagery",
        r"(?:몰래|현지\s?\S*|직접|손전화로|주민이|상인이|소식통이)\s(?:몰래\s|직접\s)?(?:촬영|찍은|찍어|녹화|녹음)\S*|(?:사진|영상|동영상|녹음|녹음 파일|음성 파일|화면|이미지)(?:을|를|은|는|과|도)?\s(?:\S+\s){0,6}(?:보내|찍|촬영|제공|전달|입수|전송|보내온|넘겨|공개)\S*|(?:보내온|보내 온|찍은|촬영한|제공한|입수한|전해온|전송한|몰래 찍은) (?:\S+ )?(?:사진|영상|동영상|녹음|화면)",
        None,
    ),
)
_PATTERNS = {
    Lang.en: tuple((rule, re.compile(pattern, re.IGNORECASE), plain) for rule, pattern, plain in _EN),
    Lang.ko: tuple((rule, re.compile(pattern), plain) for rule, pattern, plain in _KO),
}


def told_of(text: str, lang: Lang) -> Iterator[Found]:
    """Each mention, none twice under one rule."""
    for rule, pattern, plain in _PATTERNS[lang]:
        for match in pattern.finditer(text):
            start, end = match.start(), match.end()
            end -= len(match[0]) - len(match[0].rstrip())
            yield Found(rule, start, end, _fitting(rule, match[0], plain))


def _fitting(rule: str, words: str, plain: str | None) -> str | None:
    """The plain words, where they fit the grammar of what they replace."""
    if plain is None:
        return None
    first = words[:1]
    if rule == "same-source" and not re.search(r"same|같은|동일한", words):
        return None
    if rule == "witness-count" and not re.search(
        r"(?:sources|witnesses|informants|insiders|contacts|소식통|목격자|취재원|제보자)$", words
    ):
        return None
    return plain[0].upper() + plain[1:] if first.isupper() else plain
