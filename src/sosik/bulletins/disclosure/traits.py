"""What is seen or heard of a person: a limp, a scar, a missing finger, an accent, and what was done to them."""

import re
from collections.abc import Iterator

from sosik.bulletins.disclosure.found import Found, Page
from sosik.claims.sentences import split
from sosik.values.text import Lang

_EN = re.compile(
    r"\b(?:limps?|limping|stutters?|stammers?|scars?|scarred|birthmark|mole|tattoo(?:ed)?|one-eyed|glass eye|false teeth|gold (?:tooth|teeth)|crutch(?:es)?|wheelchair|hunchback(?:ed)?|bald|left-handed|albino|twin)\b"
    r"|\b(?:lost|missing|broke|burned|burnt|crushed|injured)\s(?:an?|one|two|three|his|her|the)\s(?:\w+\s)?(?:fingers?|hands?|arms?|legs?|eyes?|ears?|teeth|tooth|foot|feet|toes?)\b|\b(?:speaks|spoke|talks)\s(?:with|in)\s(?:an?|the|her|his)\s(?:\w+\s)?(?:accent|dialect|voice)\b|\b(?:tall|short|fat|thin|slight|stout|grey-haired|red-haired)\s(?:man|woman|girl|boy)\b|\bknown (?:there|locally|in the \w+) (?:for|as)\b[^.,;\n]{2,40}"
)
_KO = re.compile(
    r"(?<![가-힣])(?:손가락|다리|팔|눈|귀|손|발|발가락)(?:을|를|이|가|은|는|도)?\s(?:\S+\s)?(?:잃|잘리|잘렸|다쳤|절단|못 쓰|안 보이|멀었|절고|절며|전다)\S*|다리를 저\S*|절름\S*|외눈\S*|의안|의족|의수|흉터\S*|화상 자국|점이 있\S*|금이발|말을 더듬\S*|사투리\S*|왼손잡이|목발|지팡이를 짚\S*|(?:키가|몸집이)\s(?:큰|작은|크|작)\S*|문신\S*|쌍둥이"
)
_WENT_EN = re.compile(
    r"\bwho\s(?:had\s|has\s)?(?:returned|came back|been (?:sent|released|mobili[sz]ed)|was (?:mobili[sz]ed|sent|posted|assigned|drafted|released|transferred|dismissed|demoted|expelled))\b[^.,;\n]{0,50}"
)
_WENT_KO = re.compile(
    r"\S+(?:에|로|에서)\s(?:동원됐던|동원되었던|동원된|파견됐던|파견된|배치된|배치됐던|다녀온|갔다 온|끌려갔던|수감됐던|갇혔던|풀려난|석방된|제대한|퇴직한|해임된|철직된|추방된|쫓겨난)(?=\s\S)"
)


def traits(page: Page) -> Iterator[Found]:
    """In sentences that speak of a source; what somebody went through stands under the role."""
    is_ko = page.lang is Lang.ko
    for sentence in split(page.text):
        if not any(sentence.start <= phrase.start < sentence.end for phrase in page.phrases):
            continue
        words = page.text[sentence.start : sentence.end]
        for rule, pattern in (("trait", _KO if is_ko else _EN), ("rare-role", _WENT_KO if is_ko else _WENT_EN)):
            yield from (
                Found(rule, sentence.start + m.start(), sentence.start + m.end()) for m in pattern.finditer(words)
            )
