"""Ages of persons, in digits and in words."""

import re
from collections.abc import Iterator

from sosik.values.text import Lang

_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)"
_DECADE = r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|\d0s)"
_WORDED = rf"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|{_TENS}(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
_ANY = rf"(?:\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|{_WORDED})"
_PERSON = r"(?:m[ae]n|wom[ae]n|boys?|girls?|child(?:ren)?|sons?|daughters?|bab(?:y|ies)|infants?|teenagers?|youths?|students?|pupils?|teachers?|soldiers?|workers?|farmers?|miners?|traders?|drivers?|nurses?|doctors?|mothers?|fathers?|wi(?:fe|ves)|husbands?|widow(?:er)?s?|brothers?|sisters?|\w+(?:er|or|ist|ess|man|woman|ant|ian))"
_EN = re.compile(
    rf"\b{_ANY}[- ](?:years?|months?)[- ]olds?\b|\baged?\s(?:of\s)?(?:about\s|around\s)?{_ANY}\b(?!\s(?:to|and over|or over|and above))"
    rf"|\b(?:in|into|of|entering|well into)\s(?:his|her|their|the|my)\s(?:early\s|mid[- ]?|middle\s|late\s)?{_DECADE}|\b(?:early|mid|late|middle)[- ]{_DECADE}(?!\w)|\b(?:just\s)?(?:turned|turning|nearly|not yet|barely|almost|about to turn)\s(?:\d{{2}}|{_WORDED})(?=[,.;\s](?!people|men|women|percent|kilo|km|metres|per))"
    rf"|\b{_PERSON}\sof\s(?:about\s|some\s|barely\s)?(?:\d{{1,2}}|{_WORDED}|nine|eight|seven|six|five|four|three)(?=[,.;)]|\s(?:who|with|from|at|in|was|had|and|were|to|on|has|is)\b)"
    rf"|(?<=,\s)\d{{2}}(?=[,;)]|\.(?!\d)|\sand\s(?:a|an|the|now)\b)|(?<=\()\d{{2}}(?=[,)])|(?:^|(?<=,\s)|(?<=[.!?]\s)|(?<=\n)|(?<=\()){_WORDED}(?=,|\)|\sand\s(?:a|an|the|now)\b)|\b(?:he|she|I|who)\s(?:is|was|am|turned)\s(?:now\s|only\s|just\s)?(?:\d{{2}}|{_WORDED})(?=[,.;\s](?!(?:people|men|women|percent|kilo|km|metres|per|years in|days|hours|minutes))|$)"
    r"|\byear of the (?:rat|ox|tiger|rabbit|hare|dragon|snake|horse|goat|sheep|ram|monkey|rooster|cock|dog|pig|boar)\b|\bborn in (?:19|20)\d\d\b|\bage\s(?:as|of|is|was)\s\d{1,2}\b|\b\d{2}\sat the time\b|\b(?:elderly|middle-aged|teenaged?|thirty-?something|\w+-something|octogenarian|septuagenarian)\b",
    re.IGNORECASE | re.MULTILINE,
)
_NATIVE = r"(?:열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)(?:한|하나|두|둘|세|셋|네|넷|다섯|여섯|일곱|여덟|아홉)?"
_KO = re.compile(
    rf"(?<!\d)(?:만\s?)?\d{{1,2}}\s?(?:살|세)(?!기|대|\s?(?:이상|이하|미만|부터|까지|에서))(?:\s?(?:난|된|의|짜리|안팎|가량|쯤))?|{_NATIVE}\s?(?:살|이\s?(?:된|넘)|줄)(?:에|의|로|인|난|된|짜리|안팎|\s안팎)?|(?<![가-힣])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)\s살"
    r"|(?<!\d)[1-9]0\s?대(?!\s?(?:의\s)?(?:차|트럭|감시|카메라|승용|대|가\s|를\s))(?:\s?(?:초|중|후)반)?|(?:십|이십|삼십|사십|오십|육십|칠십|팔십)대(?:\s?(?:초|중|후)반)?|[가-힣]띠(?=[인이로의,.\s]|다|였)|\d{2,4}년\s?생|(?:19|20)\d\d년에?\s(?:난|태어난)|(?:스물|서른|마흔|쉰|예순|일흔)(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)(?=[이인로의,.\s])|환갑(?:이|을|도)?|(?:중년의?|고령의|나이 든|늙은|젊은)\s(?:여성|남성|여자|남자|주민|군인|군관|부부|소식통|교원|의사|녀성|상인|노동자)|\(\s?\d{2}\s?(?:세|살)?\s?(?=[,)·])"
)
_NO_ONE = re.compile(r"(?:percent|%|km|kilomet|metres|won|yuan|tons|부터|까지)")


def ages(text: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """Characters of each age of a person, exact or by decade."""
    pattern = _KO if lang is Lang.ko else _EN
    for match in pattern.finditer(text):
        if not _NO_ONE.match(text[match.end() : match.end() + 8].lstrip()):
            yield match.span()
