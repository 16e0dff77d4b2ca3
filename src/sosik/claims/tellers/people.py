"""English nouns for those who tell: persons, and the bodies, outlets and papers that are no tellers."""

import re

from sosik.claims.people.english_words import SINGLE

PERSONS = frozenset(
    "source resident trader merchant vendor broker witness eyewitness informant insider contact guard official cadre woman man girl boy child"
    " mother father brother sister son daughter wife husband uncle aunt cousin nephew niece relative relation neighbour neighbor friend"
    " acquaintance colleague coworker student pupil nurse orderly midwife monk activist refugee detainee inmate captive survivor victim"
    " cook clerk member agronomist conscript sergeant lieutenant captain private guide aide person local citizen veteran interviewee patient"
    " accountant assistant attendant peasant servant immigrant migrant emigrant participant occupant applicant lieutenant hand porter"
    " grandmother grandfather grandson granddaughter kinsman kinswoman in-law mother-in-law widow widower orphan youth teenager elder"
    " secretary chef judge mechanic tailor medic alumnus graduate regular devotee cadet recruit deserter diver pilot sailor".split()
)
# Who sees, hears or is told something for the desk: of them, seeing is telling.
WITNESSES = frozenset(
    "source resident witness eyewitness informant contact interviewee respondent caller insider interlocutor local villager neighbour neighbor survivor"
    " correspondent defector escapee passer-by passerby onlooker bystander relative acquaintance".split()
)
_PERSON_ENDING = re.compile(r"[a-z-]{2,}(?:er|or|ist|ian|man|woman|person|ee|wife|smith|monger|herd|mate|folk)\Z")
_THINGS = frozenset(
    "paper newspaper letter order number register ledger center river border winter summer autumn corner power tower water weather"
    " matter manner paper poster folder banner charter chapter header answer offer cover cluster encounter transfer tender computer"
    " transmitter container corridor factor sector tractor motor door floor error terror mirror rumor rumour labor labour harbor harbour"
    " color colour visitor committee guarantee coffee tree employer quarter shelter server printer timber leader minister premier"
    " commander barrier frontier newsletter sender other another former latter career counter monitor"
    " spokesman spokeswoman spokesperson september october november december never ever over under after together however"
    " whether per wonder danger anger hunger finger hammer center centre disaster fever liquor fee knee three degree refugee-agency".split()
) - {"visitor", "monitor", "employer"}
_PAPERS = frozenset(
    "story study survey sign voice recording video photo photograph image picture map circular telegram memo transcript diary entry page website"
    " site blog post channel film book leaflet pamphlet flyer banner chart graph tape song rumour rumor saying proverb joke tale sum total"
    " count figure estimate source-list agency channel network programme program coalition alliance front movement team unit crew family"
    " household village town city street market factory mine camp school hospital church court tribunal panel commission mission foundation centre"
    " center charity body firm enterprise bank shop office desk line call message text mail email reply answer word fact case law rule"
    " morning afternoon evening night day week month year moment time way thing place part half third few lot number side section edge end".split()
)
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ity|ness|ance|ence|ism|ship|hood|ing|age|ics|phy)\Z")
BODIES = re.compile(
    r"(?:spokes\w+|authorit\w+|government|ministry|minister|army|military|agency|office|court|police|command|commander|chiefs|staff|television|tv|radio"
    r"|station|media|paper|newspaper|daily|press|news|statement|report|notice|document|file|party|committee|embassy|group|organi[sz]ation|department"
    r"|bureau|council|union|board|company|ministries|officials|leader|president|premier|chairman|secretariat|parliament|congress|delegation|council|order|decree"
    r"|proclamation|plan|slip|sheet|annex|summary|letter|list|table|log|law|poster|broadcast|article|announcement|communique|indictment|verdict|ruling"
    r"|experts?|analysts?|observers?|institute|think tank|un|rapporteur|administration|leadership|state|regime|city|county|province|north|south|seoul|pyongyang|beijing)\Z",
    re.IGNORECASE,
)


def may_tell(noun: str) -> bool:
    """Whoever "a" or "his" stands before and who says something: anybody but a paper, a body or a thing."""
    low = noun.lower()
    return is_person(low) or not (
        low in _THINGS or low in _PAPERS or BODIES.match(low) or _ABSTRACT.search(low) or is_people(low)
    )


def is_person(noun: str) -> bool:
    """A singular noun that means one human being who may tell something."""
    low = noun.lower()
    if low in PERSONS or low in SINGLE:
        return low not in _THINGS and not BODIES.match(low)
    return low not in _THINGS and not BODIES.match(low) and _PERSON_ENDING.fullmatch(low) is not None


def is_people(noun: str) -> bool:
    """The plural of such a noun."""
    low = noun.lower()
    if low in {"people", "persons"}:
        return True
    if low.endswith("men"):
        return is_person(low[:-3] + "man")
    return low.endswith("s") and (is_person(low[:-1]) or (is_person(low[:-2]) and low.endswith("es")))
