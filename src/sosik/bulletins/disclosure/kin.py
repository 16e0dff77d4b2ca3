"""Relations: whose kin, neighbour or friend somebody is."""

import re
from collections.abc import Iterator

from sosik.bulletins.disclosure import phrases_en, phrases_ko
from sosik.values.text import Lang

_WHICH = r"(?:(?:only|eldest|oldest|youngest|elder|older|younger|second|third|fourth|late|dead|own|sick|lame|blind|deaf|pregnant|newborn|unmarried|married|estranged|first|former|ex-?|adopted|\w+-year-old|\w+-month-old)\s){0,3}"
_SOMEONE = r"(?:(?:an?|the|one|my|his|her|their|our|someone|somebody|another|this|that|those|two|three)\b|(?:Kim|Ri|Pak|Choe|[A-Z][a-z]+)\b)"
_SINGLE = r"(?:cousin|brother|sister|mother|father|parent|neighbou?r|friend|colleague|son|daughter|wife|husband|widow|widower|uncle|aunt|nephew|niece|in-law|classmate|roommate|workmate|acquaintance|grand(?:mother|father|son|daughter|child)|god(?:son|daughter|mother|father|child)|step(?:son|daughter|mother|father|brother|sister)|(?:son|daughter|mother|father|brother|sister)-in-law|fianc[eé]e?|twin|girlfriend|boyfriend|lover|relative|child|baby|spouse|orphan|heir|half-(?:brother|sister)|twins|foster \w+)"
_EN = re.compile(
    rf"\b(?:an?\s|the\s|one\s)?(?:distant\s|close\s|old\s)?{_WHICH}{_SINGLE}s?\s(?:of|to)\s{_SOMEONE}[^,.;:\n“”\"]{{0,40}}"
    rf"|\b(?:my|our)\s{_WHICH}{_SINGLE}s?\b|\b(?:whose)\s{_WHICH}(?:{phrases_en.KIN})\b|\b(?:{phrases_en.ROLE}|victim|man|woman|boy|girl|detainee|deceased|official|officer)['’]s?\s{_WHICH}(?:{phrases_en.KIN})\b"
    rf"|\b(?:he|she|they|who|and)\s(?:has|had|have|left(?: behind)?|leaves(?: behind)?|leaving(?: behind)?|is survived by|was survived by)\s(?:a|an|two|three|four|five|his|her|one)\s{_WHICH}(?:{_SINGLE}|children|sons|daughters)\b[^.;\n]{{0,60}}"
    rf"|\b(?:leaves|leaving|survived by|leaves behind)\s(?:a|an|two|three|four|five|his|her|one)\s{_WHICH}(?:{_SINGLE}|children|sons|daughters)\b[^.;\n]{{0,50}}|\b(?:his|her|their)\s{_WHICH}{_SINGLE}(?=,\s(?:an?|the|who|aged|\d)|\s(?:who|aged|is|was|works?|worked|serves?|served|had been|has been|lives?)\b|[-,]?\s[A-Z])|\b(?:mother|father|parents?)\s(?:of|to)\s(?:two|three|four|five|six|seven|\d)\b|\brelated (?:to|by)\s[^,.;\n]{{3,30}}|\b(?:an?|the|one)\s{_WHICH}{_SINGLE}\s(?:who|that|in|at|of|with|serving|working|living|studying|teaching)\b[^,.;\n]{{0,50}}|\bthe\s(?:elder|younger|eldest|youngest|older|second)\s(?:boy|girl|child|one)\b[^,.;\n]{{0,60}}|\b(?:has|had|have)\s(?:an?|two|three)\s{_WHICH}{_SINGLE}s?\b[^,.;\n]{{0,40}}|\b{_SINGLE}['’]s\s{_WHICH}{_SINGLE}\b|\ban?\s{_WHICH}{_SINGLE},\san?\s[^,.;\n]{{3,40}}|\bmarried (?:to|into)\s[^,.;\n]{{3,40}}|\b(?:who |had |was )?(?:had )?married an?\s[^,.;\n]{{3,40}}|\bfamily of (?:an?|the|one)\s[^,.;\n]{{3,40}}",
    re.IGNORECASE,
)
_KIN = rf"(?:(?:큰|작은|이복|배다른|이붓|맏|막내|둘째|셋째|넷째|외|친|손위|손아래|갓난|홀|늙은|죽은|돌아간|앓는|친정|시집간)\s?){{0,2}}(?:{phrases_ko.KIN})(?:뻘|벌)?"
_KO = re.compile(
    rf"(?:[가-힣]{{1,10}}(?:의|였던|이던|인)\s)(?:\S{{1,8}}\s)?{_KIN}(?=[은는이가을를도의로인과와에께한네,.\s]|들|였|이|다|입)"
    rf"|(?<![가-힣])(?:제|내|저의|나의|우리|저희|자기|자신의|본인의)\s(?:\S{{1,6}}\s)?{_KIN}(?=[은는이가을를도의로인과와에께한네,.\s]|들|였|이|다|입)|{_KIN}(?:을|를|이|가)\s(?:잃은|잃고|둔|데리고|부양|먼저 보낸|군대에 보낸)"
    rf"|{_KIN}(?:과|와)\s(?:{_KIN})?[^.\n]{{0,20}}(?:있습니다|있다|남았|남겨|두고)|{_KIN}(?:이|가|하고|도|랑)\s(?:\S+\s){{0,4}}?(?:있|삽|살|산다|일하|다니|근무|복무|가르치)\S*|[가-힣]+(?:는|던|은|한|된|난|둔|있는)\s{_KIN}(?=[은는이가을를도의로인과와에께한네하,.\s]|들|였|이|다|입)|{_KIN}(?:이|가|은|는)\s(?:\S+\s){{0,3}}?(?:{phrases_ko.ROLE}|선수|대학생|배우|당원)\S*|(?<![가-힣])(?:나는|저는|난|전)\s(?:\S+\s){{0,2}}{_KIN}\S*|[가-힣]+(?:과|와)\s(?:결혼한|약혼한|리혼한|이혼한|혼인한)\s?(?:\S+\s){{0,2}}\S+|(?:옆집|앞집|윗집|아랫집|이웃집|뒷집|한동네|같은 동네|같은 인민반)(?:에\s?(?:사는|살던)|의|\s)\s?\S*|\S+(?:과|와)\s(?:한집|한 집|동서|사돈|이웃|동창|한반|한 반|동기)\S*"
)
_PLURAL_EN = re.compile(
    r"(?:the\s)?(?:relatives|families|parents|children|friends|neighbou?rs|colleagues|sons|daughters|mothers|wives|husbands)\s(?:of|to)\s(?:the|those|these)\b(?!\s\w+(?:\s\w+)?['’])",
    re.IGNORECASE,
)


def relations(text: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """Characters of each relation to somebody; mourners in general are none."""
    pattern = _KO if lang is Lang.ko else _EN
    for match in pattern.finditer(text):
        if not _PLURAL_EN.match(match[0]):
            end = match.end() - (len(match[0]) - len(match[0].rstrip(" ,")))
            yield match.start(), end
