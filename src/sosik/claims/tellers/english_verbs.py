"""English words that show a telling: verbs of saying, of seeing and of remembering, and "according to"."""

import re
from collections.abc import Iterator

from sosik.claims.sieve import Sieve

_ADDRESSED = (
    r"(?:us|me|you|(?:his|her|my|their) (?:mother|father|brother|sister|son|daughter|wife|husband|uncle|aunt|cousin|family|parents|friends?|relatives?)\b|reporters|journalists|investigators|researchers|monitors|activists|interviewers|rescuers|relatives|friends|our\b(?! source)"
    r"|(?:this|the|an?) (?:[\w-]+ ){0,2}?(?:desk|paper|newspaper|outlet|reporters?|office|magazine|agency|station|programme|program|correspondents?|contacts?"
    r"|journalists?|group|monitors?|network|project|team|investigators?|researchers?|organi[sz]ation|collective|broadcaster|website|interviewers?|volunteers?|editors?)\b"
    r"|the [A-Z]|[A-Z]|of\b|by\b|over\b|on\b|how\b|about\b)"
)
_SAYS = "said|says|say|added|adds|add|explained|explains"
# Of telling alone, whatever follows.
_RECALLS = "recalled|recalls|recall|recounted|recounts|recount|remembers|remembered|remember|testified|testifies|described|describes|describe|confided|reckons|reckoned|recollects|recollected|jokes|joked|contradicts|contradicted|disputes|disputed"
# Of telling only where a clause follows that is told: an officer reported the theft, a man admitted a crime.
_WEAK = (
    "confirmed|confirms|stated|states|related|relates|noted|notes|continued"
    "|stressed|emphasi[sz]ed|reported|reports|claimed|claims|complained|complains|believes|believed|thinks|thought|insisted|insists|relayed|relays|warned|warns"
    "|revealed|reveals|disclosed|discloses|admitted|admits|replied|answered|remarked|lamented|wrote|writes|asserted|asserts"
    "|alleged|alleges|estimated|estimates|estimate|maintained|maintains|concluded|speculated|suspects|suspected|fears|feared|guesses|guessed|observed|mentioned|announced"
    "|denied|denies|denying|acknowledged|conceded|declared|pointed out|volunteered|suggested|indicated|knows|knew|quipped|sighed|quoted|specified|clarified|corrected"
    "|went on|goes on|agreed|agrees|concurred|differed|disagreed|cautioned|specifies|argued|argues|whispered|texted|messaged|heard|learned|learnt|assured|swore|swears|vouched|corrects|maintain|say[s]? so"
)
# What a witness does, and anybody else does too.
_WITNESSED = "saw|sees|seen|witnessed|watched|overheard|heard|knows|knew|learned|learnt|counted|dated|noticed|found out|confirmed|corroborated|put together|compiled|drew up|wrote down|noted down|signs"
VERB = re.compile(
    rf"\b(?:(?P<says>{_SAYS})\b(?! (?:nothing|goodbye|farewell|yes|no\b|prayers|to (?:the|him|her|them|have|be)\b))"
    rf"|(?P<told>told|tells|tell|telling|informed|alerted)(?= {_ADDRESSED})|(?P<asked>asked|asks|begged|begs)(?= (?:us|not to be|to remain|that (?:we|the|his|her|their|neither|no)|for (?:anonymity|his|her|their)))|(?P<spoke>spoke|speaks|speak|talked|talks|told|tells)(?= (?:of|about|to us|with us|to [A-Z]|with [A-Z]|only|by phone|by telephone|on condition|to this|to the)\b)"
    r"|(?P<sent>sent|sends|passed|gave|gives|supplied|provided|shared)(?= (?:us|word|this|the (?:following|desk|paper|list|log)|an? (?:\w+ ){0,2}(?:list|message|note|log|report|recording|figure|account|version|count|estimate|description|number|toll|date)"
    r"|our|on (?:the|this) (?:news|word)|in (?:a|this)|(?:the same|different|similar|conflicting|other|lower|higher|their own|his own|her own|matching) (?:\w+ )?(?:figures?|accounts?|versions?|descriptions?|numbers?|estimates?|tolls?|counts?|testimony|dates?))\b)"
    r"|(?P<put>put|puts|counts|counted)(?= (?:the|it|their|his) (?:\w+ )?(?:number|figure|toll|total|count|losses|dead|tally|killed|injured|wounded|missing|deaths?|suicides|arrests|executions|price|prices|cost|date)\b| it at\b)"
    rf"|(?P<recalls>{_RECALLS})|(?P<weak>{_WEAK})|(?P<saw>{_WITNESSED}|(?:was|were|had been|has been) (?:told|informed)(?= (?:by|that|of|about|how))))\b"
)
NEEDS_CLAUSE = re.compile(
    r"(?:\s+from (?:an?|his|her|the|another|one)\b|\s*:|,?\s+(?:that|how|of|on|what|why|where|when|whether|as|seeing|hearing|about|having)\b|\s*[,.;]|\s*\Z|,?\s*[“\"]|\s+(?:by phone|by telephone|by message|to (?:us|say|add|describe|explain|recall|[A-Z])|(?:on|last|this|late|early)\b|there|it|he|she|they|the|a|an|two|three|one|no|nobody|some|several|many|at least|about|more|about|yesterday|today)\b)"
)
NO_SUBJECT_VERB = re.compile(
    r"\b(?:was|were|been|being|is|are|be|to|not|never|would|could|should|must|can|cannot|will|might|(?-i:may)|n['’]t|which|having|nobody|no one|people|everyone|everybody|some|many|others|did|do|does|let|to)\s+(?:\w+ly\s+)?\Z|(?:\A|[,;:.]\s+|\b(?:that|and|but|as|what)\s+)(?:it|what|as|who)\s+(?:\w+ly\s+)?\Z",
    re.IGNORECASE,
)
ACCORDING = re.compile(
    r"\b(?P<verb>[Aa]ccording to|[Ii]n the (?:words|estimate|estimation|account|view|opinion|recollection|memory|telling|version) of|[Aa]s told (?:to us )?by|[Aa]s (?:related|reported|described|recounted) by|[Bb]y the account of|[Oo]n the word of|(?P<cites>[Qq]uoting|[Cc]iting|(?:[Qq]uoted|[Cc]ited|[Cc]ites|[Qq]uotes)(?= (?:an?|another|one|the|its) ))|(?:[Ww]ord|[Nn]ews|[Rr]eports?|[Mm]essages?|[Cc]alls?|[Ll]etters?) (?:has |have |had )?(?:\w+ ){0,3}from(?= (?:an?|another|our|the|one) )|(?:[Ww]e|[Tt]he (?:desk|paper)) (?:have |has |had )?(?:hear|hears|heard|learn|learned|learnt|know|knows|had|have|has|got|owe)(?: (?:it|this|of it|of this|about it|about this|the (?:news|story|account|figure|number)))? (?:from|to)(?= (?:an?|another|our|the|one) )"
    r"|(?:(?:put|given|estimated|reckoned) (?:at|as) [^,;.]{1,40}|confirmed|estimated|reported|corroborated|described) by(?= (?:an?|another|our|one) )|(?:read out|dictated|passed on|relayed|recounted|related|supplied|put together|compiled|drawn up|written|sent)(?: (?!by\b)[\w'-]+){0,5} by(?= (?:an?|another|our|one) )|[Tt]old by(?= (?:an?|another|our|the|one|his|her) )|(?:[Ii]f (?:we (?:are to )?(?:believe|go by|trust)))(?= )|[Bb]y the (?:telling|reckoning) of|[Tt]he account of(?= (?:an?|another|our|one) )|(?:[Tt]estimony|[Ss]tatement|[Aa]ccount) (?:of|by|from)(?= (?:an?|another|our|one) ))\s+"
)
# "The other that it was seven": the verb of the teller before goes for this one too.
ELLIPSIS = re.compile(
    r"(?<=[;,]) (?:and |but |while )?(?=(?:the (?:other|second|first|third|latter)|another|a second|a third)\b(?: \w+){0,2},? that\b)"
)
# "..., whom we reached by phone": who is asked tells.
ASKED = re.compile(
    r",? (?:whom?|that) (?:we|this \w+|our \w+|the (?:desk|paper|newspaper|group|monitors?))(?: (?:later|also|then|have|had|separately))? (?:spoke (?:to|with)|talked (?:to|with)|interviewed|reached|contacted|met|questioned|asked)\b"
    r"|,? (?:who (?:was|were) )?(?:separately )?(?:interviewed|reached|contacted|questioned)(?: separately)?(?= (?:by|over|via|in|on|through|separately|after|from)\b)"
    r"|(?<=[Ww]e )(?:spoke (?:to|with)|talked (?:to|with)|interviewed|reached|contacted) (?=(?:an?|two|three|four|five|another) )"
)
# Anybody tells who "saw it", whatever their trade.
SAW_IT = re.compile(
    r"\s+(?:(?:at least|about|around|more than|only|some) )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens)\b|\s+(?:it|this|everything|the whole|all of it|what happened)\b"
)
COLON = re.compile(r":(?=\s*[“\"])")


_PATTERNS = (VERB, ACCORDING, COLON, ELLIPSIS, ASKED)
_SIEVE = Sieve(_PATTERNS)


def verbs_of(sentence: str) -> Iterator[re.Match[str]]:
    """Every word that may show a telling, in order."""
    may = _SIEVE.candidates(sentence)
    found = [match for number in may for match in _PATTERNS[number].finditer(sentence)]
    return iter(sorted(found, key=lambda match: match.start()))
