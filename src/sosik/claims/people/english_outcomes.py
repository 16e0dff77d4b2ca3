"""English words of an outcome: what became of people, and how the words take them."""

import re
from enum import StrEnum

from attrs import frozen

from sosik.claims.sieve import Sieve
from sosik.values.quantity import Outcome

_BODY = "feet|foot|legs?|arms?|hands?|fingers?|toes?|eyes?|heads?|shoulders?|chest|stomach|back|thighs?|knees?|ankles?|jaw|ribs?|face|neck|limbs?|bones?|skull|hips?|wrists?|nose|teeth"
# A day may stand inside: the death yesterday of two men.
_DAY = r"(?: (?:yesterday|today|this \w+|last \w+|on \w+(?: \d+)?|in \w+(?: \d+)?))?"
_GONE = "away|with them|with him|into custody|off|prisoner|to the (?:police|station|security)"


class Form(StrEnum):
    """How the words take people: as passive or active object, as subject, behind "of", beside, or as counted heads."""

    verb = "verb"
    subject = "subject"
    object = "object"
    nominal = "nominal"
    beside = "beside"
    heads = "heads"


@frozen
class Cue:
    start: int
    end: int
    outcome: Outcome
    form: Form
    is_weak: bool = False


def _alternatives(*words: str) -> str:
    return "|".join(words)


_TABLE: tuple[tuple[Outcome, Form, bool, str], ...] = (
    (Outcome.killed_or_injured, Form.heads, False, r"casualties|casualty"),
    (Outcome.killed, Form.heads, False, r"deaths|suicides|drownings|fatalities|fatality|dead bodies|bodies|corpses|lives"),
    (Outcome.killed, Form.heads, False, r"(?:death )?toll"),
    (Outcome.injured, Form.heads, False, r"injuries|wounded people|injured people"),
    (Outcome.detained, Form.heads, False, r"arrests"),
    (Outcome.missing, Form.heads, False, r"disappearances"),
    (
        Outcome.killed,
        Form.subject,
        False,
        _alternatives(
            r"died", r"dies", r"(?<!to )(?<!would )(?<!will )(?<!may )(?<!might )(?<!could )(?<!can )(?<!must )(?<!not )die(?=(?: (?:as|in|after|when|of|on|at|from|during))|[.,]|\Z)", r"dying", r"has died", r"perish(?:ed|es)", r"los(?:t|es|ing) (?:his|her|their) (?:own )?li(?:fe|ves)", r"lost li(?:fe|ves)",
            r"(?:took|taken|taking|takes|ended) (?:his|her|their) own li(?:fe|ves)", r"(?:ended|ending) (?:his|her|their) li(?:fe|ves)",
            r"(?:committ?ed|commits) suicide", r"(?:killed|kills|hanged|drowned|poisoned|shot) (?:himself|herself|themselves)",
            r"starved to death", r"(?:froze|freezes|freezing|bled|burned|burnt|choked|suffocated|fell|plunged|plummeted) to (?:his |her |their )?deaths?",
            r"drowns?", r"succumbed(?: to \w+ (?:injuries|wounds))?", r"suffocated", r"asphyxiated", r"met (?:his|her|their) deaths?", r"passed away", r"went to (?:his|her|their) deaths?",
            r"turn(?:ed|ing) the (?:gun|rifle|pistol|weapon) on (?:himself|herself)", r"fell dead", r"dropped dead", r"did not survive", r"(?:did|could) not (?:live|make it)", r"paid with (?:his|her|their) li(?:fe|ves)", r"breathed (?:his|her) last",
        ),
    ),
    (
        Outcome.injured,
        Form.subject,
        False,
        _alternatives(
            rf"los(?:t|es|ing) (?:an? |his |her |their |both |the |one )?(?:(?:right|left|lower|eye)\s?)?(?:{_BODY}|sight|eyesight|hearing)",
            r"(?:suffer|sustain|receiv)(?:ed|s|ing) (?:\w+ ){0,3}?(?:injur(?:y|ies)|burns?|wounds?|fractures?|bruises|frostbite|concussion|broken \w+|crushed \w+|shrapnel wounds?)",
            rf"(?:broke|breaks|breaking) (?:his|her|their|an?) (?:{_BODY})", r"(?:has|have|had) (?:\w+ )?(?:wounds|injuries|burns)", r"got hurt", rf"(?:has|have|had|with) (?:an? |both )?(?:\w+ly )?(?:broken|fractured|crushed|severed|shattered|dislocated) (?:{_BODY})", r"went blind", rf"(?:had|has|having) (?:his|her|their|an?|one|both) (?:\w+ )?(?:{_BODY}) (?:\w+ly )?(?:broken|crushed|amputated|severed|cut off|torn off|blown off|burned|burnt|shattered|smashed|fractured|mangled)", rf"(?:came|come|came back|returned|emerged|limped \w+) (?:back |home |out )?with (?:an? |both |two |three |several )?(?:\w+ly )?(?:broken|fractured|crushed|severed|shattered|dislocated) (?:{_BODY})", r"(?:are|were|was|is|being) nursing (?:injuries|wounds|burns|broken \w+)", r"got frostbite", r"survived with (?:injuries|burns|wounds)",
        ),
    ),
    (
        Outcome.missing,
        Form.subject,
        False,
        _alternatives(
            r"disappear(?:ed|s)?", r"vanish(?:ed|es)", r"(?:went|gone|goes|go) missing",
            r"(?:have|has|had) not been (?:seen|heard of|heard from)(?: (?:since|again))?", r"never (?:came back|returned|came home|went home|reappeared)", r"failed to (?:return|come back|come home)", r"was never seen again", r"were never seen again", r"(?:have|has|had) not (?:yet |so far )?been (?:found|traced|located|recovered|accounted for)", r"(?:have|has|had) never been (?:found|seen|traced)", r"(?:did|has|have) not (?:come back|returned?|come home)(?= (?:since|to this day|alive)|[.,;])",
        ),
    ),
    (
        Outcome.killed,
        Form.verb,
        False,
        _alternatives(
            r"killed", r"slain", r"slaughtered", r"murdered", r"assassinated", r"executed", r"massacred", r"beheaded", r"hanged", r"lynched", r"electrocuted",
            r"strangled", r"gunned down", r"shot (?:and killed|to death|dead)", r"shooting (?:to death|dead)", r"put to death", r"putting to death",
            r"(?:beaten|stabbed|hacked|crushed|trampled|burned|burnt|scalded|frozen|starved|tortured|choked|stoned|kicked|battered|clubbed|squashed|gassed|poisoned|bludgeoned|knifed|worked) to death",
            r"(?:burned|burnt|buried) alive", r"blown (?:up|apart|to (?:pieces|bits|shreds))", r"torn (?:apart|to pieces)", r"fatally (?:shot|wounded|injured|stabbed|hit|beaten|struck)", r"mortally wounded",
            r"found (?:\w+ )?(?:dead|drowned|frozen|murdered|hanged|strangled|stabbed|beaten to death)", r"drowned", r"shot by (?:a )?firing squad", r"executed by (?:a )?firing squad", r"liquidated", r"eliminated", r"decapitated",
            r"(?:publicly|secretly) (?:shot|executed|hanged)", r"shot (?:in public|before (?:a|the) crowd|in front of (?:a|the) crowd|publicly)", r"pronounced dead", r"buried and killed",
        ),
    ),
    (Outcome.killed, Form.object, False, r"(?:manag(?:ed|ing)|went on|going on|proceeded) to (?:kill|murder|shoot dead)|killing|murdering|executing|assassinating|massacring|kills|claim(?:ed|s|ing) the li(?:fe|ves) of|(?:took|taken|taking|takes|cost|costs|costing) the li(?:fe|ves) of|caus(?:ed|ing|es?) the deaths? of|drowning"),
    (
        Outcome.killed,
        Form.beside,
        False,
        r"dead(?! (?:calm|ends?|lines?|wood|weight|seas?|zones?|season|letters?|drops?|heat|ahead|tired|set|silen\w+|quiet|slow|certain|sure|drunk|asleep|batter\w+|spots?)\b)",
    ),
    (
        Outcome.injured,
        Form.verb,
        False,
        _alternatives(
            r"wounded", r"injured", r"hurt", r"maimed", r"mutilated", r"crippled", r"blinded", r"scalded", r"disfigured", r"hospitali[sz]ed with (?:injuries|burns|wounds)",
            r"(?:(?:taken|rushed|brought|admitted|sent|carried|evacuated|flown|transferred|driven) to (?:an? |the )?(?:\w+ ){0,3}?(?:hospital|clinic|infirmary|doctor)|hospitali[sz]ed|treated|in (?:the )?hospital)(?: (?:there|in \w+))? (?:with|for) (?:\w+ ){0,3}?(?:burns?|injur(?:y|ies)|wounds?|fractures?|cuts|bruises|frostbite|broken \w+|crushed \w+)",
            r"in (?:an? )?(?:critical|serious|grave) condition", r"left (?:paralysed|paralyzed|crippled|disabled|blind|unconscious|maimed)", r"in a coma", r"fighting for (?:his|her|their) li(?:fe|ves)",
            rf"(?:shot|hit|struck|wounded|stabbed|cut|grazed) in the (?:{_BODY})", r"(?:hit|struck) by (?:an? |the )?(?:(?:stray|sniper's) )?(?:bullets?|shrapnel|splinters?|shots?|gunfire)",
            r"(?:pulled|carried|dug|brought|taken) out (?:alive )?with (?:broken|crushed|severe|serious|bad) \w+",
        ),
    ),
    (Outcome.injured, Form.object, False, rf"(?:blew|blown|tore|torn|ripp(?:ed|ing)|sever(?:ed|ing)|blow(?:s|ing)|tear(?:s|ing)|shear(?:ed|ing)|took|taking|cut|cutting)(?: off)? (?:(?:the|an?|one|both|part of the) )?(?:(?:left|right|lower) )?(?:{_BODY}) (?:of|off|from)"),
    (Outcome.killed, Form.object, False, r"(?:hunger|famine|typhus|typhoid|cholera|measles|disease|fever|epidemic|outbreak|influenza|flu|cold|winter|flood|virus|infection)s? (?:(?:has|have|had|also|already) ){0,2}(?:carried off|taken|claimed)"),
    (Outcome.injured, Form.object, False, r"(?:left|leaving)(?= (?:[\w'’-]+ ){1,6}?(?:blind|paraly[sz]ed|crippled|disabled|disfigured|maimed|unconscious)\b)"),
    (Outcome.missing, Form.beside, False, r"lost(?= (?:at sea|off [A-Z]|in (?:the|a) (?:storms?|river|snow|mountains?|blizzard|gale)))"),
    (Outcome.injured, Form.object, False, r"wounding|injuring|hurting|maiming|injures|wounds|blinding"),
    (Outcome.killed, Form.verb, False, r"(?:beaten|tortured|kicked|burned|burnt|injured|wounded|hurt|treated) so (?:badly|severely|hard|brutally) that (?:he|she|they) (?:later |soon )?(?:died|did not survive)"),
    (Outcome.injured, Form.verb, True, r"beat(?:en)?(?: up)?|tortured|stabbed|burn(?:ed|t)|electrocuted and survived|flogged|whipped|clubbed|knifed|frostbitten"),
    (Outcome.injured, Form.beside, False, rf"with (?:\w+ )?(?:crushed|broken|severed|shattered|burned|burnt|fractured) (?:{_BODY})|hurt|injured"),
    (
        Outcome.missing,
        Form.verb,
        False,
        r"abducted|kidnapped|kidnaped|taken hostage|swept away|carried off by the (?:current|river|flood)|not seen (?:since|again)(?! on)|unaccounted for|never found|reported missing|listed as missing",
    ),
    (Outcome.missing, Form.object, False, r"abducting|kidnapping"),
    (Outcome.missing, Form.beside, False, r"missing|unaccounted for"),
    (
        Outcome.detained,
        Form.verb,
        False,
        _alternatives(
            r"(?:re-)?arrested", r"detained", r"imprisoned", r"jailed", r"(?:re)?captured", r"apprehended", r"rounded up", r"(?:taken|took) into (?:police |military )?custody", r"interned", r"incarcerated",
            r"locked up", r"taken from (?:the|their|his|her|an?|its|our|my) (?:[\w'’]+ ){0,2}?(?:homes?|houses?|flats?|apartments?|rooms?|dormitor(?:y|ies)|beds?|barracks|cells?|villages?|workplaces?|office|mosque|church|market|stalls?|shop|school|field|train|bus|station|street|car|tent|camp|hut|factory|kitchen)", r"(?:hauled|led|marched|dragged|driven|carted) (?:away|off)(?: in handcuffs)?", r"taken (?:away|prisoner|off(?! (?:the|a|his|her|their|duty|work)\b))(?: in handcuffs)?", r"picked up(?= by| in| at| on| for|\s?[.,])", r"nabbed", r"caught",
            r"held(?= (?:in|by|at|for|without|on|under|since)|\s?[.,;])", r"being held", r"remanded", r"sentenced(?= (?:[\w'-]+ ){1,8}?to (?!death|be (?:shot|hanged|executed))(?:terms|hard|forced|labou?r|prison|life|jail|reform|re-education|between|\w+(?:-\w+)* (?:years?|months?)))", r"(?:handed|given|received|got)(?: down)? (?:[\w-]+ ){0,4}?(?:(?:prison|jail|camp|labou?r) (?:terms?|sentences?)|(?:terms?|sentences?) of)", r"sentenced to (?!death|be (?:shot|hanged|executed))\w+(?: \w+)?", r"(?:sent|committed|transferred|taken|moved|transported|brought) to (?:an? |the )?(?:\w+[- ]){0,2}(?:prison|jail|labou?r|re-?education|detention|concentration|gulag)(?: camp| house| brigade| unit)?",
            rf"took(?= (?:[\w'-]+ ){{1,7}}(?:{_GONE}))", r"took away", r"seized", r"put (?:in|behind) (?:prison|jail|bars|the cells)",
        ),
    ),
    (Outcome.detained, Form.object, False, _alternatives(
            r"arresting", r"detaining", r"capturing", r"jailing", r"arrests", r"(?:drag|lead|march|haul|take|cart|drive)s? (?:away|off)", r"(?:dragging|leading|marching|hauling|taking|carting|driving) (?:away|off)",
            r"(?:came|come) for(?= (?:my|his|her|our|their|the|two|three|four|another) )", r"(?<=[Tt]hey )took(?= (?:my|his|her|our|their) (?:\w+ ){0,2}\w+(?! to (?:hospital|safety|the hospital|a doctor)))",
        )),
    (Outcome.detained, Form.beside, False, r"in custody|under arrest|behind bars|in detention|in prison"),
    (
        Outcome.repatriated,
        Form.verb,
        False,
        r"(?:forcibly |forcefully )?repatriated|(?:(?<=were )|(?<=was )|(?<=been )|(?<=being ))(?:returned|driven back|escorted back|bussed back|trucked back)(?= (?:from [A-Z]\w+(?: \w+)? )?(?:to|across|over|into)\b)|(?:(?<=were )|(?<=was )|(?<=been ))returned(?= from [A-Z])|sent (?:back|home to (?:the )?North)|deported|handed (?:back|over)|forcibly returned|returned (?:by force|against (?:his|her|their) will|to (?:the )?North(?:ern)?(?: Korea)?)|taken back to (?:the )?North|extradited|shipped back|sent(?= (?:[\w'-]+ ){1,6}back\b)|handed(?= (?:[\w'-]+ ){1,6}(?:over|back)\b)",
    ),
    (Outcome.repatriated, Form.object, False, r"repatriating|deporting|sending back|handing over"),
    (Outcome.killed_or_injured, Form.subject, False, r"(?:became|were|are|have become|had become|was) (?:among the )?casualt(?:y|ies)"),
    (Outcome.killed_or_injured, Form.verb, False, r"killed (?:or|and/or) (?:seriously |badly )?(?:wounded|injured|hurt|maimed)"),
    (Outcome.unknown, Form.verb, False, r"(?:gang-)?raped|sexually (?:assaulted|abused)|trafficked|sold(?= (?:to|into|as|off|on|for) )|forced to (?:abort|have an abortion|undergo an abortion)|molested"),
    (Outcome.killed, Form.nominal, False, rf"(?:killings?|murders?|deaths?|executions?|assassinations?|massacre|slaying|slaughter|drownings?|suicides?|hanging|lynching|loss){_DAY} of|bod(?:y|ies) of|corpses? of|remains of|(?:loss|cost|lost|claim(?:ed|ing)?|took|taken|taking|ended|ending)(?: of)?(?: the| many| \w+)? li(?:fe|ves) of|(?:shooting|beating|stabbing) (?:death|to death) of"),
    (Outcome.killed, Form.nominal, False, r"(?:killers?|murderers?|assassins?|executioners?) of|(?:killings?|murders?|deaths?|executions?|assassinations?|massacres?)(?= (?:on|in|at|by|last|this|yesterday|today)\b| ?(?:--|[—–(]))"),
    (Outcome.injured, Form.nominal, False, r"(?:wounding|injury|injuring|maiming|beatings?|torture) (?:of|to)|injuries to"),
    (Outcome.missing, Form.nominal, False, rf"(?:disappearances?|abductions?|kidnappings?|kidnaping){_DAY} of|(?:fate|whereabouts) of"),
    (Outcome.detained, Form.nominal, False, rf"(?:arrests?|detentions?|imprisonment|capture|jailing|recapture){_DAY} of"),
    (Outcome.repatriated, Form.nominal, False, r"(?:(?:forced |forcible )?repatriations?|deportations?|handover|extradition|(?:forced|forcible) return) of"),
    (Outcome.unknown, Form.nominal, False, r"(?:rapes?|forced abortions?|trafficking|sexual assaults?) (?:of|on)"),
    (Outcome.unknown, Form.verb, False, r"shot"),
)  # fmt: skip
# The longest reading of the words wins, then the earlier row: "killed or wounded" before "killed".
_CUES = tuple(
    (outcome, form, weak, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for outcome, form, weak, pattern in _TABLE
)
_SIEVE = Sieve([pattern for *_, pattern in _CUES])
_OF_BODIES = re.compile(r" (?:(?:and )?\w+ed )?(?:bodies|body|corpses?|remains)\b(?! of (?:water|men))", re.IGNORECASE)
_SPLIT = re.compile(
    r"\b(?:shot|shooting|beat|stabbed|put(?= (?:[\w'’,-]+ ){1,7}?to death)|burned|burnt|froze|blew|tortured|crushed|kicked|hacked|starved)\b(?=(?: [\w'’,-]+){1,7}? (?:dead|to death|up)\b)",
    re.IGNORECASE,
)


def has_outcome(text: str, start: int, end: int) -> bool:
    return any(_CUES[number][3].search(text, start, end) for number in _SIEVE.candidates(text[start:end]))


def find_cues(text: str, start: int, end: int) -> list[Cue]:
    """Every outcome in order; where readings overlap, the longer one."""
    found = [Cue(m.start(), m.end(), Outcome.killed, Form.verb) for m in _SPLIT.finditer(text, start, end)]
    for outcome, form, weak, pattern in (_CUES[number] for number in _SIEVE.candidates(text[start:end])):
        matches = (m for m in pattern.finditer(text, start, end) if not _OF_BODIES.match(text, m.end()))
        found.extend(Cue(m.start(), m.end(), outcome, form, weak) for m in matches)
    order = {cue: n for n, cue in enumerate(found)}
    best: list[Cue] = []
    for cue in sorted(found, key=lambda cue: (cue.start, -cue.end, cue.outcome is Outcome.unknown, order[cue])):
        if not best or cue.start >= best[-1].end:
            best.append(cue)
    return best
