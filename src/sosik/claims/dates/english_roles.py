"""English words around a date that show a telling, a publication, a comparison or what is to come."""

import re

from sosik.claims.dates.cues import Cues

_TELLS = (
    r"(?:said|says|told|tells|added|adds|explained|reported|reports|confirmed|recalled|recounted|related|described|wrote"
    r"|writes|testified|stated|relayed|informed|disclosed|revealed|spoke|speaking|phoned|messaged|replied|claimed"
    r"|shared|interviewed|reached|contacted|heard from|sent word|passed on|let us know|confided|learned|learnt|heard)"
)
_NAME = r"(?:[A-Z][\w'’&.-]*(?: (?:of |the )?[A-Z][\w'’&.-]*){0,4})"
_DESK = r"(?:desk|paper|newspaper|outlet|reporters?|magazine|agency|station|programme|program|correspondents?|office|team|journalists?|contacts?)"
_KIN = r"(?:mother|father|brother|sister|son|daughter|wife|husband|uncle|aunt|cousin|relatives?|neighbou?rs?|friends?|family|parents)"
_ADDRESSEE = rf"(?:(?:to |with |by |from )?(?:us|me|you|them|him|her|reporters|journalists|(?:the|this|our|a|an) (?:[\w-]+ ){{0,2}}{_DESK}|our [\w-]+|(?:his|her|their|my|a|the) {_KIN}|{_NAME}))"
_MEDIUM = (
    r"(?:(?:by|via|over|through|on|from|in|during|per) (?:(?:the|a|an|his|her|their|our) )?(?:[\w-]+ ){0,3}?(?:phone|telephone"
    r"|calls?|interviews?|conversations?|messages?|messenger|letters?|statements?|e-?mails?|notes?|chats?|voice|text|line|report|meeting)(?: with (?:\w+ ){0,3}\w+)?)"
)
_PREPOSITION = r"(?:(?:again |only |late |early |back )?(?:on|in|late|early|earlier|this|last|as late as)\s+)?"
_TOLD_BEFORE = re.compile(
    rf"(?P<passive>\b(?:was|were|be|been|being|is|are|got)\s+)?\b{_TELLS}(?:,?\s+{_ADDRESSEE}(?: (?:in|at|from) {_NAME})?)?(?:\s+(?:this|it|so|of it|about it|all this))?(?:,?\s+{_MEDIUM})?,?\s+{_PREPOSITION}\Z"
)
_BY_MEDIUM = re.compile(
    r"\b(?:letters?|messages?|notes?|lists?|notices?|statements?|reports?|records?|e-?mails?|recordings?|photographs?|photos?) (?:received|dated|sent|obtained|seen|shared|passed on|signed)(?: by (?:[\w-]+ ){1,3}?)? (?:on )?\Z|\b(?:in|by|from|during|over|via|on) (?:(?:the|a|an|his|her|their|our) )(?:[\w-]+ ){0,3}?(?:call|interview|conversation|message|letter"
    r"|statement|testimony|e-?mail|note|talk|report)(?: (?:with|to|from) (?:[\w-]+ ){1,3}?)?,? ?"
    r"(?:on|of|dated|sent|received|recorded|made|early|late|in| )*\Z",
    re.IGNORECASE,
)
_LOG_HEAD = re.compile(
    r"(?:\A|\n)\W*(?:[\w-]+ ){0,2}(?:log|call|interview|conversation|contact|recorded|told|date|message|diary of calls)(?: (?:of|on|dated|from|no\.? ?\d+))?\W{0,3}\Z",
    re.IGNORECASE,
)
_LOG_TAIL = re.compile(r"\s*(?:[.:;|)–—-]|\n|\Z)")
_TELLERS = (
    r"(?:source|resident|trader|witness|informant|contact|correspondent|caller|driver|farmer|worker|miner|soldier|guard|official"
    r"|woman|man|neighbou?r|relative|defector|broker|merchant|vendor|smuggler|fisherman|teacher|nurse|doctor|student|mother|father|"
    r"brother|sister|cousin|he|she|we|I|person|interviewee|[a-z]+er|[a-z]+or|[a-z]+ist)"
)
_ON = re.compile(r"\bon\s+\Z", re.IGNORECASE)
_TOLD_AFTER = re.compile(
    rf"(?:\s*,)?\s+(?:(?:the|a|an|another|one|our|this|that|two|three|second|first|same|local|former)\s+){{0,3}}(?:[\w-]+\s+){{0,2}}?{_TELLERS}s?"
    rf"(?:\s+(?:in|from|of|near|inside|at|there|with|on|familiar|close|based)(?:\s+[\w'’-]+){{1,6}}?)?,?\s+(?:who\s+(?:[\w-]+\s+){{1,6}}?)?{_TELLS}\b(?!\s*[,.;])",
)
_STATES = (
    r"(?:announced|declared|denied|denounced|condemned|insisted|acknowledged|admitted|conceded|warned|alleged|noted|maintained|estimated"
    r"|concluded|charged|asserted|lamented|rejected|dismissed|emphasi[sz]ed|pointed out|argued|demanded|called on|urged|welcomed|commented)"
)
# Of statements: the day stands behind the verb and before what is stated, or between the one who speaks and the verb.
_STATED_BEFORE = re.compile(
    rf"(?P<passive>\b(?:was|were|be|been|being|is|are)\s+)?\b{_STATES}(?:,?\s+{_MEDIUM})?\s+{_PREPOSITION}\Z"
)
_STATED_AFTER = re.compile(
    r"\s*(?:that\b|it\b|he\b|she\b|they\b|there\b|the\b|an?\b|any\b|having\b|reports?\b|claims?\b|what\b|[,.;:“\"])"
)
_SPEAKS_AFTER = re.compile(
    rf"\s+(?:also |again |only |officially )?(?:{_TELLS}|{_STATES})\b(?!\s+(?:to|from|in|by|dead|missing|wounded|killed|arrested)\b)"
)
_PASSIVE_BEFORE = re.compile(
    r"\b(?:was|were|be|been|being|is|are|who|which|of|in|on|from|since|until|till|by|between|and|or|the|a|an|after|before|during|ago|when|while|shot|taken|sent|held|seen|left|born|\w+ed)\s+\Z|\A\W*\Z|\bon\s+\Z",
    re.IGNORECASE,
)
_HEARD_AFTER = re.compile(r"\s*(?:that|of|about|how|what|why|[,.;])")
_EVENT_AFTER = re.compile(r"['’]s\b")
_PUBLISHED_BEFORE = re.compile(
    r"(?:\b(?i:published|posted|updated|filed|printed|issued online|last modified|translated|edited|first appeared)(?: by [^.;]{1,40})?[:,]?(?: on| in| at)?"
    r"|\bBy [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}\s*[|,–—-]?|\b[A-Z]{3,}(?: [A-Z]{3,})?,|\b(?:items?|reports?|stor(?:y|ies)|articles?|editions?|issues?|dispatch(?:es)?|broadcasts?|bulletins?|newsletters?|posts?) (?:of|dated|from))\s*\Z"
)
_COMPARED_BEFORE = re.compile(
    r"\b(?:(?:(?<!later )(?<!earlier )(?<!sooner )than(?! (?:\d+|an? (?:dozen|score|hundred|thousand)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|half)\b)|unlike|as against|compared (?:to|with)|in contrast (?:to|with)|similar to|not since|unseen since|reminiscent of|recalls?|echoes"
    r"|the (?:first|worst|most|largest|biggest|highest|lowest|deadliest)[\w ,'-]{0,40}? since|just as|much as|as it (?:was|did)|as they (?:were|did)|like (?:those|that|the one))"
    r"(?: (?!that\b)[\w'’-]+){0,4}? ?(?:(?:in|on|of|during|from|at|since)\s+)?(?:the\s+)?)\Z",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:similar|likewise|the like|same kind|earlier (?:case|blast|drive|campaign|wave|time)|such (?:a|an|things)|already|too|as well|once|also"
    r"|there (?:was|were|had been)|back in|as far back|in the past|speaks? of|remembers?|remembered|recalls?|famine|war|decades?|used to|at the time|then|history|a single|alone|anniversary|ever since)\b",
    re.IGNORECASE,
)
_PAST_TURN = re.compile(r"(?:the )?(?:last|this past|past|previous)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|shall|won't|(?:is|are|was|were) (?:due|scheduled|planned|expected|slated|set|supposed|going) (?:to|for|in|on)|(?:is|are) to(?= \w)(?! (?:believe|be believed|go by|judge|trust)\b)"
    r"|(?:trial|hearing|meeting|ceremony|drill|execution|search|inspection|campaign)s? to be|plans? to|planned for|intends? to|scheduled for|upcoming|at the latest|preparing to|about to)\b"
)
_CLAUSE = re.compile(
    r"[;:“”\"]|,? (?:but|while|whereas|and that|because|although)\b|, (?:a|an|the|another|one) [\w ]{1,40}? (?:said|told)"
    r"|, and (?=(?:[\w'’-]+ ){1,4}?(?:is|are|will|would|may|might|could) )"
)


def _is_stated(before: str, after: str) -> bool:
    """It dates a statement: behind its verb, or between the one who speaks and the verb."""
    stated = _STATED_BEFORE.search(before)
    if stated is not None and stated["passive"] is None and _STATED_AFTER.match(after):
        return True
    return bool(_SPEAKS_AFTER.match(after)) and not _PASSIVE_BEFORE.search(_ON.sub("", before))


def _is_told(before: str, words: str, after: str, opens: bool) -> bool:
    """It dates the telling: right behind a verb of telling, or before a teller who tells."""
    if _EVENT_AFTER.match(after) or words[:4].lower() in {"from", "sinc", "unti"}:
        return False
    match = _TOLD_BEFORE.search(before)
    if match is not None:
        return match["passive"] is None or _HEARD_AFTER.match(after) is not None
    if _is_stated(before, after) or _BY_MEDIUM.search(before):
        return True
    if _LOG_HEAD.search(before) and _LOG_TAIL.match(after):
        return True
    return opens and _TOLD_AFTER.match(after) is not None


CUES = Cues(
    is_told=_is_told,
    published_before=_PUBLISHED_BEFORE,
    compared_before=_COMPARED_BEFORE,
    history_before=_HISTORY,
    history_after=_HISTORY,
    past_turn=_PAST_TURN,
    to_come_before=_TO_COME,
    to_come_after=_TO_COME,
    clause=_CLAUSE,
)
