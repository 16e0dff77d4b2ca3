"""Presence and quotes: words that show that the source saw or heard it there, and words that are the source's own."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from sosik.bulletins.disclosure import phrases_en
from sosik.bulletins.disclosure.found import Found, Page, SourcePhrase, finest
from sosik.bulletins.disclosure.portrait import clauses
from sosik.bulletins.disclosure.transcripts import answers
from sosik.claims.gazetteer.lookup import Entry
from sosik.claims.sentences import split
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

_QUOTE = re.compile(r"“[^”\n]+(?:”|$)|\"[^\"\n]+(?:\"|$)|「[^」\n]+」|‘[^’\n]{25,}’(?!\w)", re.MULTILINE)
_SENSE_EN = re.compile(
    r"\b(?:booms?|bangs?|blasts? (?:sound|noise|wave)|flash(?:es|ed)?|thuds?|screams?|screaming|shrieks?|cries|crying|moans?|groans?|gunshots?|gunfire|shots rang|rang out|sounds? of|noise of|roar(?:ed|ing)?|rumbl\w+|echo(?:ed|es|ing)?|"
    r"smell(?:ed|t|s)?|heard (?:a|an|the|several|loud|two|three|four) \w+|stench|smoke|flames?|glow(?:ed|ing)?|crimson|pitch[- ]dark|deafening|shook|shaking|trembled|rattled|blood (?:on|in|every)|bodies (?:lay|lying|floating|were lying)|lit up|burst of|could be (?:seen|heard))\b",
    re.IGNORECASE,
)
_SAW_EN = re.compile(
    r"\bI was (?:at|in|on|by|there|near|with|among|behind|under|inside)\b|\b(?:seen|heard|witnessed|watched|filmed|photographed|observed) by an?\s\w+|\b(?:I|we)\s(?:\w+\s){0,2}(?:saw|heard (?!that\b|about\b|of\b|from\b|it from\b|rumou?rs?\b)|watched|witnessed|felt the|noticed|counted|smelled|was there|were there|was standing|ran to|helped (?:carry|bury|pull)|found (?:the|a|two|three|him|her|them)|passed by|was nearby)"
    r"|\bwith (?:my|his|her|their|our) own (?:two )?(?:eyes|ears)\b|\b(?:first[- ]hand|in person)\b(?=[^.\n]{0,40}\b(?:saw|seen|witness))|\b(?:sources?|informants?|insiders?|residents?|villagers?|witness(?:es)?|contacts?|who|he|she)\s(?:(?:had|has|also|personally|later|himself|herself|themselves|actually|then)\s){0,3}"
    r"(?:saw|seen|witnessed|watched|heard (?!that\b|about\b|of\b|from\b)|observed|was (?:there|present|nearby|standing|at the scene|on the spot)|(?:had been|was|were) (?:standing|watching|working nearby|passing|hiding|fishing|on duty|on guard)|stood|ran past|were (?:there|present|at the scene|nearby)|noticed|counted|attended|took part in|survived|was made to watch|visited the (?:scene|site|spot)|arrived at the scene)\b"
    r"|\b(?:m[ae]n|wom[ae]n|officers?|soldiers?|police\w*|guards?|farmers?|traders?|workers?|miners?|neighbou?rs?|children|locals|people)\b[^.;,\n]{0,50}\b(?:saw|witnessed|watched) (?:it|the|him|her|them|what|how|a|an|as)\b|\b(?:eye-?)?witness(?:es|ed)?\b(?! (?:protection|stand))|\bat the scene\b(?=[^.\n]{0,60}\b(?:said|told|recalled))|\bpresent (?:at|when|during)\b",
    re.IGNORECASE,
)
_SENSE_KO = re.compile(
    r"굉음|폭음|폭발음|섬광|불빛이|번쩍|쾅|펑|꽝|총성|총소리|비명|울음소리|신음|고함|소리가 (?:나|들|울|났|들렸)|소리를 (?:들|냈)|들려왔|들렸다|울려\s?퍼|냄새가|악취|연기가|불길이|불꽃이|땅이 (?:흔들|울)|창문이 흔들|흔들렸|시커먼|붉은 (?:빛|불)|피범벅|피투성이|시신이 (?:널|떠|누워|나뒹)|떠내려|환해졌|캄캄"
)
_SAW_KO = re.compile(
    r"(?:내|제|우리|두|자기|본인) ?(?:두 )?(?:눈|귀)으?로|직접 (?:참석|참가|나가|동원|끌려|보|봤|본|목격|들은|들었|지켜|확인|세어|겪|가 ?보|가 ?봤)|목격(?:자|했|한|하|담|된)?|(?:내가|나는|나도|우리가|우리는|저는|제가|소식통은|소식통이|소식통도) (?:\S+ ){0,4}(?:봤|보았|보니|지켜봤|들었|목격|세어)|지켜보|지켜봤|현장에 (?:있|가|나가|도착|달려)|(?:봤|보았|목격했|지켜봤|지켜보았|느꼈)다(?:고|며|면서)|현장을 (?:본|봤|보|목격|찾|지나)|그 자리에 (?:있|서)|곁에서|옆에서 (?:보|봤|지켜)|[는던] 것을 (?:보았|봤|들었)|(?:앞|옆|곁|뒤|안|밖|속|현장|회의장|방|마당|로 앞)에 (?:있었|있던|있다가|서 있|앉아 있)|(?:제가|내가|자기는|저는|나는)\s(?:\S+\s){0,3}(?:있었|섰|선다|서 있)|(?:이|가|은|는)\s(?:보았다|들었다|봤다)(?=[.\s])|눈앞에서|눈으로 (?:보|확인)|두 눈"
)
_WAS_EN = re.compile(
    r"\b(?:saw|seen|heard (?!that\b|about\b|of\b|from\b|it from\b|rumou?rs?\b)|watched|witnessed|counted|noticed|smelled|smelt|overheard|looked (?:on|down|out|up|through)|opened|carried|dragged|pulled|lifted|buried|dug|washed|held|hid|fled|escaped|got (?:out|away|off)|climbed|jumped|crawled|ran (?:out|to|up|down|past)|stood|sat (?:in|on|at|by)|knelt|queued|marched|"
    r"filmed|photographed|recorded|unloaded|loaded|drove (?:the|them|him|her|it)|signed (?:the|it)|stamped|typed|copied|guarded|searched|"
    r"(?:was|were|had been|is) (?:(?:in|at|by|behind|under|near) (?:the|a) (?!time\b|end\b|same\b)\w+|on (?:the|duty|guard|watch|shift|board)|in the (?:room|crowd|yard|hall|line|queue|truck|boat|cell|car|hospital|ward|square|stadium)|at the (?:scene|spot|gate|window|door|bank|time|meeting|trial|back|front)|there|among|inside|outside|aboard|standing|sitting|hiding|watching|working (?:nearby|there)|fishing|present|made to (?:watch|attend|carry|sign)|awake|nearby|next to))\b[^.,;:\n“”\"]{0,40}|\b(?:himself|herself|themselves|myself|ourselves)\b",
    re.IGNORECASE,
)
_WAS_KO = re.compile(
    r"\S*(?:\s\S+)?\s?(?:보았|봤|보고 있|보는 앞|내려다보|올려다보|들여다보|바라보|지켜보|엿보|들었습|들었다(?!고)|들렸|세었|셌|열어 주|열어주|날랐|옮겼|끌어|묻었|파묻|씻|붙들|붙잡고|숨어|숨었|도망|빠져나|타고 내려|뛰어내|기어|서 있|서서|앉아 있|엎드려|줄을 서|끌려 나|불려 나|불려 나가|동원되|참석했|참가했|참관|찍었|촬영했|실었|부렸|몰았|서명했|도장을 찍|타자|지켰|보초를 서|근무를 서|당직|깨어 있|위층에|아래층에|옆방에|그 방에|현장에|그 자리에|마당에|지붕에서|창문으로|망원경)\S*|(?:자기가|제가|내가|직접|스스로|손수)\s\S+(?:\s\S+)?"
)
_HEARSAY_KO = re.compile(r"들었다고|들었는데|라고 들|다고 들|다는 (?:말|얘기|이야기|소문)")
_OFFICIAL = re.compile(
    r"\b(?:spokes(?:man|woman|person)|state media|KCNA|Rodong Sinmun|ministry|minister|president|Kim Jong|statement|decree|slogan|posters?|banners?|regulations?)\b|대변인|조선중앙통신|노동신문|로동신문|통일부|외무성|국방부|김정은|담화|성명|구호|포고문|지시문|방침",
    re.IGNORECASE,
)
_SHORT_EN, _SHORT_KO = 4, 4  # words of a quote that is a term, not speech
_SMALL = {
    Lang.en: re.compile(
        r"\b[A-Z][\w'’]*-(?:ri|dong|up|eup|myon|myeon|gu)\b|\b(?:the|a|our|my|his|her) (?:village|hamlet|street|courtyard|yard|house|apartment)\b"
    ),
    Lang.ko: re.compile(
        r"(?<![가-힣])[가-힣]{2,5}(?:리|동|노동자구)(?=(?:에|에서|의|\s?(?:부근|인근|근처|앞|뒤|쪽)))|(?:우리|그) (?:마을|동네|집)"
    ),
}
_AREAS = {"county", "city", "province"}
_TOLD_EN, _TOLD_KO = "A source told of this.", "소식통은 이 일을 전했다."
_CITATION = re.compile(r"\{figure:[^}]*\}|\[claim:[^\]]*\]")


@frozen
class Passage:
    """A quote with the sentences that it touches, or one sentence."""

    start: int
    end: int
    quotes: tuple[tuple[int, int], ...] = ()


def passages(text: str) -> tuple[Passage, ...]:
    """The text cut into sentences, joined where a quote runs over their ends."""
    quotes = [match.span() for match in _QUOTE.finditer(text)]
    found: list[Passage] = []
    for span in split(text):
        inside = tuple(quote for quote in quotes if quote[0] < span.end and span.start < quote[1])
        if found and inside and found[-1].quotes and found[-1].quotes[-1] == inside[0]:
            found[-1] = Passage(found[-1].start, span.end, tuple(dict.fromkeys((*found[-1].quotes, *inside))))
        else:
            found.append(Passage(span.start, span.end, inside))
    return tuple(found)


def present(page: Page) -> Iterator[Found]:
    """Every mention that shows a source to have seen, heard or been there; the rewrite stands for the whole passage."""
    parts = passages(page.text)
    spoken = _spoken(page)
    for at, passage in enumerate(parts):
        spans = _shown(page, passage, spoken)
        if spans:
            place, plain = _event_place(page, parts, at), _plainly(page, passage)
            for start, end in spans:
                yield Found("presence", start, end, plain, (passage.start, passage.end), numbered=True, place=place)


def quoted(page: Page) -> Iterator[Found]:
    """Each quote long enough to bear a person's style, unless an office or a state medium speaks, and each answer."""
    for passage in passages(page.text):
        if _OFFICIAL.search(_without(page.text, passage)):
            continue
        plain = _plainly(page, passage)
        for start, end in passage.quotes:
            if _is_speech(page.text[start + 1 : end - 1], page.lang):
                yield Found("verbatim-quote", start, end, plain, (passage.start, passage.end))
    plain = _TOLD_KO if page.lang is Lang.ko else _TOLD_EN
    yield from (Found("verbatim-quote", start, end, plain) for start, end in answers(page.text))


def _spoken(page: Page) -> tuple[tuple[int, int], ...]:
    """Characters of every clause in which a source is the one who acts."""
    acting = (
        (phrase.end, min(len(page.text), phrase.end + 90)) for phrase in page.phrases if not _only_tells(page, phrase)
    )
    return (*((start, end) for start, end, _ in clauses(page)), *acting)


def _only_tells(page: Page, phrase: SourcePhrase) -> bool:
    """What follows in their sentence is what they tell, not what they did; later sentences have no say."""
    after = re.split(r"[.!?。\n]", page.text[phrase.end : phrase.end + 90], maxsplit=1)[0]
    if page.lang is Lang.ko:
        return re.search(r"[다라자냐]고|따르면|의하면", after) is not None
    return re.match(rf",?\s(?:also\s|later\s|has\s|had\s)?{phrases_en.TELL}\b", after) is not None


def _shown(page: Page, passage: Passage, spoken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the passage shows it, none inside another."""
    words = page.text[passage.start : passage.end]
    if passage.quotes and _OFFICIAL.search(_without(page.text, passage)):
        return []
    told = bool(passage.quotes) or any(_in(phrase, passage) for phrase in page.phrases)
    is_ko = page.lang is Lang.ko
    matches = list((_SAW_KO if is_ko else _SAW_EN).finditer(words))
    if told and not (is_ko and _HEARSAY_KO.search(words)):
        matches += (_SENSE_KO if is_ko else _SENSE_EN).finditer(words)
    spans = [(passage.start + match.start(), passage.start + match.end()) for match in matches]
    for start, end in spoken:
        begin, stop = max(start, passage.start), min(end, passage.end)
        if begin < stop:
            own = (_WAS_KO if is_ko else _WAS_EN).finditer(page.text, begin, stop)
            spans += (match.span() for match in own)
    return _apart(spans)


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _event_place(page: Page, parts: Sequence[Passage], at: int) -> Entry | None:
    """The finest area named for the event, here or in the nearest passage before; else in the title; else the source's own.

    None for a unit smaller than a county, of which no number is known. Nothing that comes later is looked at, so that
    more text never makes less of a presence.
    """
    passage = parts[at]
    if _SMALL[page.lang].search(page.text[passage.start : passage.end]):
        return None
    for earlier in reversed(parts[: at + 1]):
        areas = _areas(page, earlier)
        if areas:
            own = tuple(place for phrase in page.phrases if _in(phrase, passage) for place in phrase.places)
            return finest((*areas, *own))[0]
    titled = (entry for mention in page.gazetteer.find(page.title, page.lang) for entry in mention.entries)
    own = tuple(place for phrase in page.phrases if phrase.start < passage.end for place in phrase.places)
    known = finest((*(entry for entry in titled if entry.kind in _AREAS), *own))
    return known[0] if known else None


def _areas(page: Page, passage: Passage) -> tuple[Entry, ...]:
    """Areas named outside the words that stand for a source."""
    mentions = page.gazetteer.find(page.text[passage.start : passage.end], page.lang)
    return tuple(
        entry
        for mention in mentions
        for entry in mention.entries
        if entry.kind in _AREAS and not _inside(mention.span.moved(passage.start), page.phrases)
    )


def _inside(span: TextSpan, phrases: Sequence[SourcePhrase]) -> bool:
    return any(phrase.start <= span.start < phrase.end for phrase in phrases)


def _in(phrase: SourcePhrase, passage: Passage) -> bool:
    return passage.start <= phrase.start < passage.end


def _is_speech(words: str, lang: Lang) -> bool:
    count = len(words.split())
    if count > 1 and words.rstrip().endswith((".", "!", "…", "?", ",")) and len(words) > 5:
        return True
    return count >= (_SHORT_KO if lang is Lang.ko else _SHORT_EN) or (lang is Lang.ko and len(words) >= 12)


def _without(text: str, passage: Passage) -> str:
    """The passage without what stands in quotes."""
    words = text[passage.start : passage.end]
    for start, end in reversed(passage.quotes):
        words = words[: max(0, start - passage.start)] + words[end - passage.start :]
    return words


def _plainly(page: Page, passage: Passage) -> str:
    """The passage told without sight, sound or the source's own words; what it cites stays cited."""
    cited = "".join(f" {match[0]}" for match in _CITATION.finditer(page.body[passage.start : passage.end]))
    return (_TOLD_KO if page.lang is Lang.ko else _TOLD_EN) + cited
