"""Words that turn a statement into its contrary: not, nobody, 않다, 못하다, 없다, and those that may."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from sosik.claims.gazetteer.morphemes import Morpheme
from sosik.values.textspan import TextSpan

_STRICT_EN = re.compile(
    r"\b(?:not|never|no|none|nobody|no[- ]one|nothing|nowhere|neither|nor|cannot|without)\b|n['’]t\b", re.IGNORECASE
)
_IDIOM_EN = re.compile(
    r"\bnot (?:only|just|merely|simply|least|to mention|far (?:from|off|away)|long (?:after|before|ago)|unlike|a few|until|uncommon|unusual)\b"
    r"|\bno (?:fewer|less|later|more|sooner|doubt|wonder|matter|earlier|better|worse)(?: than)?\b|\bnothing but\b|\bwhether or not\b|\bor not\b|\bif not\b|\bno\. ?\d|\bnothing less\b"
    r"|\bcannot (?:but|help)\b|\bnone other\b|\bnever before\b|\bnever so\b|\bnone the\b|\bbefore long\b|\bno time\b|\bnot (?:one|a) but\b|\bcan(?:no|['’])t help\b|\bno small\b|\bwould(?: no|n['’])t it\b|\bno ordinary\b|\bnot (?:to )?be (?:named|identified|quoted)\b|\bnot (?:want|wish) to be (?:named|identified|quoted)\b|\bno \w+(?:er|ther) than\b|\bno longer ago\b|\bin no way unlike\b|\bwithout (?:exception|fail|delay|doubt|question|warning)\b",
    re.IGNORECASE,
)
_IDIOM_KO = re.compile(
    r"넘지\s?(?:않|못|아니)|(?:이|도|가|에|에도)\s?(?:채\s?)?(?:(?:안|못)\s?(?:돼|됐|되는|되었|된다|미치|미쳐)|되지\s?(?:않|못)|미치지\s?못|못\s?미)|밖에\s?안\s?(?:되|된|돼|됐)|뿐(?:만)?\s?(?:이\s?)?아니라|지\s?않을\s?수\s?없|지\s?않으면\s?안|지\s?않고는|끊임없|틀림없|어김없|변함없|다름없|다름\s?아닌|못지않|적지\s?않|얼마\s?(?:지나지\s?않|안\s?돼|되지\s?않|안\s?되)|머지않"
    r"|상관없|관계없|예외\s?없|수없이|수\s?없이|아니나\s?다를까|하는\s?수\s?없이|할\s?수\s?없이|어쩔\s?수\s?없|더할\s?나위\s?없|밖에\s?(?:[가-힣]+\s?){0,4}?(?:없|않|못|안)|만만(?:치|하지)\s?않|지\s?않(?:을까|나|느냐|았느냐|겠느냐|습니까)|아니(?:냐|겠는가|ㄹ까)|아닐까|꼼짝없|쉴\s?새\s?없|빠짐없|남김없|가차없|난데없|예고\s?없|느닷없|거침없|하염없|속절없|멀지\s?않|쉽지\s?않|않는\s?한|오래지\s?않"
)
_UNDONE = re.compile(
    r"[^.,;:]{0,40}\bun(?!der|it|ion|til|iv|ique|iform|less)[a-z]{4,}", re.IGNORECASE
)  # never drink it unboiled
_STRICT_FORMS = {
    ("VX", "않"),
    ("VX", "못하"),
    ("VX", "말"),
    ("VA", "없"),
    ("VCN", "아니"),
    ("MAG", "안"),
    ("MAG", "못"),
    ("VV", "모르"),
    ("VA", "아니"),
    ("VX", "아니하"),
    ("VV", "아니하"),
    ("VV", "않"),
    ("VV", "못하"),
    ("MAG", "없이"),
}
_SOFT_FORMS: frozenset[tuple[str, str]] = frozenset()
_TEST = re.compile(r"(?:았|었|였|했|됐)?(?:는지|을지|ㄹ지|나|느냐)\s")


@frozen
class Negation:
    """``strict`` ones are counted, others may stand for one of the other language; ``scope`` are the words it bears on."""

    span: TextSpan
    strict: bool
    scope: TextSpan


def negations_en(text: str) -> Iterator[Negation]:
    idioms = [match.span() for match in _IDIOM_EN.finditer(text)]
    for match in _STRICT_EN.finditer(text):
        start, end = match.span()
        undone = _UNDONE.match(text, end) is not None
        strict = not any(a < end and start < b for a, b in idioms) and not undone and not _belongs(text, start, end)
        stop = re.search(r"[.;:!?]|\bbut\b|,(?= (?:but|and|although|though|while|because)\b)", text[end:])
        until = end + (stop.start() if stop else len(text) - end)
        yield Negation(TextSpan(start, end), strict, TextSpan(end, max(end + 1, min(until, end + 60))))


def _belongs(text: str, start: int, end: int) -> bool:
    """The second half of neither and nor; what did not come about until something did."""
    if text[start:end].lower() == "nor":
        return re.search(r"\bneither\b[^.;]{0,80}$", text[:start], re.IGNORECASE) is not None
    return re.match(r"[^.;]{0,60}\buntil\b", text[end:]) is not None


def negations_ko(text: str, morphemes: Sequence[Morpheme]) -> Iterator[Negation]:
    idioms = [match.span() for match in _IDIOM_KO.finditer(text)]
    last: Negation | None = None
    for number, one in enumerate(morphemes):
        if (one.tag, one.form) not in _STRICT_FORMS:
            continue
        if (
            last is not None
            and one.start - last.span.end < 3
            and text[last.span.end : one.start].strip() in {"", "지", "도"}
            and last.strict
            and one.form in {"않", "없"}
        ):
            continue
        span = TextSpan(one.start, max(one.end, one.start + 1))
        strict = (one.tag, one.form) not in _SOFT_FORMS and not any(a < span.end and span.start < b for a, b in idioms)
        last = Negation(span, strict, _scope_ko(morphemes, number, one))
        yield last


def _scope_ko(morphemes: Sequence[Morpheme], at: int, one: Morpheme) -> TextSpan:
    """The predicate before 지 않다, the noun before 없다, the verb behind 안 and 못."""
    if one.tag == "MAG":
        after = morphemes[at + 1 : at + 3]
        return TextSpan(one.start, max([one.end, *(other.end for other in after)]))
    start = one.start
    content = 0
    for before in reversed(morphemes[max(0, at - 6) : at]):
        if before.tag.startswith(("S", "EC")) and before.form not in {"지", "ㄹ", "을"} and content:
            break
        start = before.start
        content += before.tag.startswith(("N", "V", "XR"))
        if content >= 2:
            break
    return TextSpan(start, max(one.end, start + 1))
