"""Words of a text that the table of contrasts knows, each with what it may mean."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from sosik.bulletins.translation.lexicon import Lexicon, Meaning
from sosik.claims.gazetteer.morphemes import Morpheme
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

TOKEN = re.compile(r"[A-Za-z]+(?:['’.-][A-Za-z]+)*['’]?")
_HARM = "outcome.harm"
_EITHER = {frozenset({"killed"}), frozenset({"injured"})}
_OFFICE = "attribution.office"
SOFT = "soft.negative"
_SOFTLY = Meaning(SOFT, "soft")
_PREFIXED = Meaning("soft.word", "prefix", firm=True)  # unpaid, 무급: a denial within a word, in either language
_JOINED = frozenset("NNG NNP NNB NP NR MM MAG XR XPN SL".split())  # what begins a phrase: 오기 전 is no 오전
_PREFIX_KO = re.compile(r"[불비무미부][가-힣]{2,}")
_SEASON = "date.season"
_DEPUTIES = {
    "minister": "viceminister",
    "chairman": "vicechairman",
    "director": "deputy",
    "governor": "deputy",
    "mayor": "deputy",
}
_DEPUTY = re.compile(r"\b(?:vice|deputy|assistant|acting)[\s-](?:[A-Za-z-]+\s){0,2}$", re.IGNORECASE)
_JOINT_KO = re.compile(
    r"(?:하|되|지|당하)?(?:거나|고|나|며|혹은|또는|과|와|및|·|,|\s|이나|자와|자|했거나|을 입|를 입|였거나|았거나|었거나|졌거나)*"
)
_JOINT_EN = re.compile(r"(?:\s|or|and|were|was|either|,|been|being|got|are|is|be)*", re.IGNORECASE)


@frozen
class Term:
    """``negated``: something in the text turns it into its contrary, or may."""

    span: TextSpan
    meanings: tuple[Meaning, ...]
    negated: bool = False

    def values(self, of: str) -> frozenset[str]:
        return frozenset(one.value for one in self.meanings if one.set == of)

    def firmly(self, of: str) -> frozenset[str]:
        return frozenset(one.value for one in self.meanings if one.set == of and one.firm)

    def is_firm(self, of: str) -> bool:
        return any(one.firm for one in self.meanings if one.set == of)

    @property
    def is_doubtful(self) -> bool:
        """It means nothing for certain, and so may stand for what it might mean."""
        return not any(one.firm and one.set != SOFT for one in self.meanings)

    @property
    def sets(self) -> frozenset[str]:
        return frozenset(one.set for one in self.meanings)


def terms_en(text: str, lexicon: Lexicon, hidden: Sequence[TextSpan] = ()) -> Iterator[Term]:
    """The longest words first; names of places and days in ``hidden`` mean nothing else, but for a season."""
    for match in TOKEN.finditer(text):
        if _meets(match.start(), match.end(), hidden):
            yield from _season(*match.span(), lexicon.get(match[0].lower(), Lang.en))
    tokens = [match for match in TOKEN.finditer(text) if not _meets(match.start(), match.end(), hidden)]
    keys = [match[0].lower().replace("’", "'").rstrip("'") for match in tokens]
    at = 0
    found: list[Term] = []
    soft: list[Term] = []
    while at < len(tokens):
        soft += _soft(tokens[at].start(), tokens[at].end(), _softly(keys, at, lexicon))
        size, meanings = _longest_en(keys, at, lexicon)
        if size and all(
            text[a.end() : b.start()].strip() == ""
            for a, b in zip(tokens[at : at + size - 1], tokens[at + 1 : at + size], strict=True)
        ):
            found.append(Term(TextSpan(tokens[at].start(), tokens[at + size - 1].end()), meanings))
            soft += [
                one
                for other in range(at + 1, at + size)
                for one in _soft(*tokens[other].span(), _softly(keys, other, lexicon))
            ]
            at += size
        else:
            found += [Term(TextSpan(*tokens[at].span()), single)] if (single := _one_en(keys[at], lexicon)) else []
            at += 1
    yield from _casualties(_offices(found, text), text, Lang.en)
    yield from soft


def _longest_en(keys: Sequence[str], at: int, lexicon: Lexicon) -> tuple[int, tuple[Meaning, ...]]:
    for size in range(min(lexicon.longest, len(keys) - at), 1, -1):
        meanings = tuple(one for one in lexicon.get(" ".join(keys[at : at + size]), Lang.en) if one.set != SOFT)
        if meanings:
            return size, meanings
    return 0, ()


_NEGATIVE = re.compile(
    r"un(?!der|its?$|ion|til|iv|cle|ique|iform|less|ification|ited)[a-z]{4,}|(?:in(?:consisten|complet|correct|accura|secur|effect|suffic|adequa|visib|valid|abil|capab|elig|access|activ|humane|surmount)|im(?:pass|possib|mobil|pract|punity|perfect)|ir(?:regul|respons|relev)"
    r"|dis(?:agree|appear|continu|obe|approv|connect|regard|satisf|honest|trust|allow|prov|put|qualif)|mis(?:s|under|taken|inform|lead)|non)[a-z-]*|[a-z]{3,}less"
)


def _softly(keys: Sequence[str], at: int, lexicon: Lexicon) -> tuple[Meaning, ...]:
    """What a word, or the words that it begins, may stand for in a denial."""
    runs = (" ".join(keys[at : at + size]) for size in range(1, 4))
    found = tuple(one for run in runs for one in lexicon.get(run, Lang.en) if one.set == SOFT)
    if found or not _NEGATIVE.fullmatch(keys[at]) or keys[at] in {"unless", "nonetheless", "regardless"}:
        return found
    return (_SOFTLY, _PREFIXED)


def _one_en(key: str, lexicon: Lexicon) -> tuple[Meaning, ...]:
    """A word, the parts of a hyphened one, or what a possessive is of."""
    plain = key.removesuffix("'s")
    if meanings := lexicon.get(key, Lang.en) or lexicon.get(plain, Lang.en):
        return tuple(one for one in meanings if one.set != SOFT)
    parts = [part for part in plain.split("-") if len(part) > 2] if "-" in plain and "-year-" not in plain else []
    return tuple(meaning for part in parts for meaning in lexicon.get(part, Lang.en))


def terms_ko(
    text: str, morphemes: Sequence[Morpheme], lexicon: Lexicon, hidden: Sequence[TextSpan] = ()
) -> Iterator[Term]:
    for one in morphemes:
        if _meets(one.start, one.end, hidden):
            yield from _season(one.start, max(one.end, one.start + 1), lexicon.get(_key(one), Lang.ko))
    words = [one for one in morphemes if _key(one) and not _meets(one.start, one.end, hidden)]
    at = 0
    found: list[Term] = []
    for one in words:
        yield from _soft(one.start, max(one.end, one.start + 1), lexicon.get(_key(one), Lang.ko))
        if _PREFIX_KO.fullmatch(one.form):
            yield Term(TextSpan(one.start, one.end), (_PREFIXED,))
    while at < len(words):
        size, meanings = _longest_ko(words, at, lexicon)
        if meanings:
            found.append(Term(TextSpan(words[at].start, max(words[at + size - 1].end, words[at].start + 1)), meanings))
        at += max(size, 1)
    yield from _casualties(found, text, Lang.ko)


def _longest_ko(words: Sequence[Morpheme], at: int, lexicon: Lexicon) -> tuple[int, tuple[Meaning, ...]]:
    for size in range(min(3, len(words) - at), 0, -1):
        run = words[at : at + size]
        if size > 1 and (run[-1].start - run[0].end > 4 * size or not all(one.tag in _JOINED for one in run[:-1])):
            continue
        key = "".join(one.form for one in run[:-1]) + _key(run[-1])
        if meanings := lexicon.get(key, Lang.ko):
            return size, _in_place(tuple(one for one in meanings if one.set != SOFT), words, at)
    return 1, _compound(words[at], lexicon)


def _soft(start: int, end: int, meanings: Sequence[Meaning]) -> list[Term]:
    """A word that may stand for a negation does so in whatever phrase it is."""
    kept = tuple(one for one in meanings if one.set == SOFT or one == _PREFIXED)
    return [Term(TextSpan(start, end), kept)] if kept else []


def _season(start: int, end: int, meanings: Sequence[Meaning]) -> list[Term]:
    kept = tuple(one for one in meanings if one.set == _SEASON)
    return [Term(TextSpan(start, end), kept)] if kept else []


def _offices(found: list[Term], text: str) -> list[Term]:
    """The deputy of an office holds another: vice foreign minister."""
    made: list[Term] = []
    for term in found:
        values = term.values(_OFFICE) & _DEPUTIES.keys()
        before = text[max(0, term.span.start - 40) : term.span.start]
        if values and _DEPUTY.search(before):
            deputies = tuple(Meaning(_OFFICE, _DEPUTIES[value]) for value in sorted(values))
            made.append(evolve(term, meanings=deputies))
        else:
            made.append(term)
    return made


def _in_place(meanings: tuple[Meaning, ...], words: Sequence[Morpheme], at: int) -> tuple[Meaning, ...]:
    """부상 behind a ministry is its vice minister; elsewhere it is a wound."""
    if words[at].form != "부상":
        return meanings
    is_office = at > 0 and words[at - 1].form.endswith("성")
    return tuple(one for one in meanings if (one.set == _OFFICE) is is_office)


def _key(one: Morpheme) -> str:
    if one.tag in {"VV", "VA", "VCN"}:
        return one.form + "다"
    return one.form if one.tag.startswith(("N", "MA", "MM", "XR", "SL", "XPN", "XSN")) else ""


def _compound(one: Morpheme, lexicon: Lexicon) -> tuple[Meaning, ...]:
    """A compound noun means what its end or its beginning means."""
    if not one.tag.startswith("NN") or len(one.form) < 3:
        return ()
    for size in range(len(one.form) - 1, 1, -1):
        meanings = lexicon.get(one.form[-size:], Lang.ko) or lexicon.get(one.form[:size], Lang.ko)
        if meanings:
            return tuple(evolve(meaning, firm=False) for meaning in meanings)
    return ()


def _casualties(found: list[Term], text: str, lang: Lang) -> list[Term]:
    """Killed or wounded, in a row, is one outcome."""
    joint = _JOINT_KO if lang is Lang.ko else _JOINT_EN
    made: list[Term] = []
    for term in found:
        last = made[-1] if made else None
        pair = {last.firmly(_HARM), term.firmly(_HARM)} if last else set()
        between = text[last.span.end : term.span.start] if last else "."
        if last and pair == _EITHER and joint.fullmatch(between):
            both = (Meaning(_HARM, "casualties"),)
            made[-1] = Term(last.span.joined(term.span), both)
        else:
            made.append(term)
    return made


def _meets(start: int, end: int, spans: Sequence[TextSpan]) -> bool:
    return any(one.start < end and start < one.end for one in spans)
