"""Whether the words assert, pass on, suppose, deny or plan; and whether they tell of an event at all."""

import re
from enum import StrEnum

from sosik.claims.claim import Stance
from sosik.claims.sieve import Sieve
from sosik.values.text import Lang

_DENIED = {
    Lang.en: re.compile(
        r"\b(?:den(?:y|ies|ied|ying)|denial|dismiss(?:es|ed)|reject(?:s|ed)|refut(?:es|ed)|disput(?:es|ed)(?= (?:the|that|this|it|any|those|such|reports?|claims?)\b)|contradict(?:s|ed)(?! (?:him|her|them)\b)|(?:called|dismissed as|described as) (?:an? )?(?:smear|lies?|fabrications?|slander|inventions?|nonsense|rumou?rs?|provocation)\b|(?:was|were|is|are) (?:not true|untrue|false|groundless)|no truth in|called? (?:it|them|the \w+|\w+ \w+) [\"“'‘]?(?:(?:an? )?(?:complete |total |pure |utter )?(?:fabrication|invention|slander|rumou?r)|a lie|lies|false|untrue|invented|fabricat\w+)|never (?:happened|took place)|did not (?:happen|take place|occur)|nothing of the (?:kind|sort))\b",
        re.IGNORECASE,
    ),
    Lang.ko: re.compile(
        r"부인(?:했|하|해|한)|사실이 아니|사실무근|거짓이라|거짓말이라|날조|반박했|반박하|그런 일(?:은|이) 없"
    ),
}
_HEARSAY = {
    Lang.en: re.compile(
        r"\b(?:rumou?rs?|rumou?red|there is talk|talk (?:in|at|of|among|is)|(?:is|are|was|were) said to|it is (?:said|whispered)|people (?:\w+ ){0,3}(?:say|whisper|(?:are|were) (?:also )?saying)|they (?:are|were) (?:also )?saying|word (?:is|has it|went round|spread)|gossip|supposedly|allegedly|hearsay|stories? (?:going|doing) (?:a?round|the rounds)|I (?:have )?heard (?:of|that)|(?:had|has) only heard|unverified|unconfirmed|whispers?|the story goes|so they say|nobody (?:\w+ ){0,4}(?:saw|seen) it)\b",
        re.IGNORECASE,
    ),
    Lang.ko: re.compile(
        r"소문(?!난|나 있)|풍문|뜬소문|떠도는 (?:말|이야기|얘기)|말이 (?:돌|돈다|떠돌|퍼지|나돌|오가)|이야기가 (?:돌|떠돌|퍼지|나돌)|얘기가 (?:돌|나돌)|(?<![가-힣])수군(?:거|대|덕)|카더라|들은 이야기|전해 들|전해들|확인되지 않은|도는 말|[다라]더라(?=[.\s])|입소문|귓속말"
    ),
}
_SUPPOSED = {
    Lang.en: re.compile(
        r"\b(?:probably|presumably|apparently|possibly|perhaps|maybe|likely|(?:is|are|was|were) (?:believed|thought|presumed|feared|assumed|suspected|supposed|understood) to|(?:is|are|was|were) (?:presumed|feared|believed|thought) (?:dead|drowned|killed|lost)?|believes?|suspects?|supposes?|guess(?:es|ed)?|assumes?|may have|might have|could have|must have|seems? to|seems|appears? to|it (?:seems|appears)|fears? that|presumed)\b",
        re.IGNORECASE,
    ),
    Lang.ko: re.compile(
        r"것으로 (?:보인|보이|추정|추측|짐작|여겨|관측|알려져 있지만|생각)|추정(?:된|되|했|하)|추측|짐작|(?:것|듯|모양) ?같|[은는ㄴ을] 듯|듯하|듯싶|모양이|아마|가능성이|수도 있|지도 모|의심(?:된|하|했)|것으로 (?:봤|본다|보고)|않았을까|으리라|였을 것|았을 것|었을 것|했을 것|됐을 것|갔을 것"
    ),
}
_PLANNED = {
    Lang.en: re.compile(
        r"\b(?:will (?!not (?:say|tell|talk|speak|give|name|discuss|comment)\b)(?:be|begin|start|take|go|soon|have|close|put|set|open|install|send|\w+)|(?:is|are|was|were) (?:going )?to (?:be|begin|start)|(?:is|are|was|were) (?:planned|scheduled|due|slated|expected) (?:to|for)|plans? (?:to|for)|planned (?:to|for)|intends? to|preparing to|set to|next (?:month|week|year|spring|summer|autumn|winter)|about to|in preparation|shall be|from next|(?:trial|hearing|meeting|ceremony|drill|execution|search|inspection|campaign)s? to be (?:held|staged|conducted|carried out|opened))\b",
        re.IGNORECASE,
    ),
    Lang.ko: re.compile(
        r"예정|계획(?!을 어|이 무산|경제)|다음 (?:집계|보고서?|통화|소식|조사|면담|기사|호|편지|방송)[은는이가]|하기로 (?:했|결정|한)|할 것이라|될 것이라|할 방침|준비(?:하고|를 하고|중|에 들어)|앞두고 있|아직 (?:시작|시행)되지|다음 ?달|다음 ?주|내달|내년|하게 된다|실시한다고|시작한다고|들어간다고|할 것(?:으로|을)|세운다고|설치한다고|될 예정|라는 지시가 내려"
    ),
}
_UNREAL_BEFORE = re.compile(
    r"\b(?:risks? of (?:being )?|danger of (?:being )?|fear(?:s|ing)? (?:of )?(?:being )?|threat(?:s|en\w*)? (?:of|to|with) (?:being )?|avoid (?:being )?|prevent (?:\w+ ){0,3}(?:from )?|could (?:be )?|would (?:be )?|should (?:be )?|might be |may be |can be |can |if (?:\w+ ){0,4}|unless (?:\w+ ){0,4}|in case (?:of )?(?:\w+ ){0,3}|lest (?:\w+ ){0,3}|whether |used to |accused of |charges? of |suspected of |suspicion of |convicted of |guilty of |wanted for |punish\w* for |for (?:having )?|afraid of (?:being )?|instead of |without |so as to |in order to |escape |hop(?:e|es|ing) to |want(?:s|ed)? to |wish(?:es|ed)? to |mean(?:s|t)? to |dream\w* of |never to |refus\w+ to |not to |warn\w* (?:\w+ ){0,4}(?:of|about|against) |trained to )(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"(?P<before>\S+) to (?:\w+ly )?$", re.IGNORECASE)
_REAL_TO = re.compile(
    r"(?:beg[au]n|begin\w*|start\w*|continu\w*|ha[sd]|have|having|going|forced?|forcing|made|compelled|order\w*|told|plan\w*|meant|said|reported|believed|supposed|thought|feared|known|sent\w*|sentenced|need\w*|try|tries|tried|trying|attempt\w*|fail\w*|managed|is|are|was|were|due|set|about|allowed|free|permission|instruct\w*|starv\w*|fr[eo]\w+|beaten|hacked|burn\w*|stabbed|crushed|shot|hours?|people|anyone|expected|scheduled|down|taken|brought|used|resorted|right|\d+|ought|seem\w*|appear\w*|put|back|over|on|they|orders?)$",
    re.IGNORECASE,
)
_UNREAL_KO = re.compile(
    r"^[가-힣\s]{0,12}?(?:기 위해|기 위한|려고|려던|려는|려다|지 않기|지 않으|혐의|죄로|죄를|위험|우려|경우|(?:하|되|지|으)면(?!서)|을까|ㄹ까|두려|무서|겁내|할 수 있|될 수 있|에 대비|방지|예방|막기|막으|피하|피해 (?:숨|달아|도망)|않도록|금지|모의)"
)
_FORBIDS = re.compile(r"^[가-힣\s]{0,12}?(?:금지|막으|막기|방지)")
_DEED = re.compile(
    r"(?:murders?|killings?|deaths?|massacres?|assassinations?|executions?|slayings?|arrests?|detentions?|abductions?|kidnappings?|disappearances?"
    r"|shootings?|bombings?|explosions?|blasts?|clash(?:es)?|attacks?|repatriations?|drownings?|beatings?|fires?|floods?|accidents?|collapses?|crash(?:es)?|collisions?|landslides?|derailments?|storms?|raids?)",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\b(?:the|this|these|those|their|his|her|its|\w+['’]s)\s+(?:(?!of\b)[\w-]+\s+){0,2}$", re.IGNORECASE
)
_GOVERNED = re.compile(
    r"\b(?:den\w+|reject\w+|dismiss\w+|refut\w+|plan\w*|schedul\w+|order\w*|rumou?r\w*|no|not|any|risk|threat|danger|prevent\w*|avoid\w*|stop\w*|prepar\w+)"
    r"(?:\s+(?:of|for|all|about|reports?|the|any|that))*\s+(?:the|this|these|those|their|his|her|its|\w+['’]s)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_NEGATED_EN = re.compile(
    r"\b(?:nobody|no[- ]one|none|no|not|never|neither|nor|without|n't|nothing|cannot|hardly)\b(?:\s+(?!but\b|because\b|when\b|where\b|who\b|since\b)[\w'’-]+){0,5}\s*$",
    re.IGNORECASE,
)
_NEGATED_KO = re.compile(
    r"^[가-힣]{0,6}?(?:지\s?(?:도\s|는\s)?(?:않|못)|(?:은|는|이|도|가|한 일이|된 일이|된 사람은?|한 사람은?|적이|적은)\s?없|[가-힣]{0,4}[은는된한던] (?:사람|이|주민|일|경우|사례|인원)(?:은|는|이|도|가)? (?:한 명도 |아무도 |아직 )?없|\s?일은? 없|지 ?아니)|^\s?(?:은|는|도|을|를|이|가)?\s?(?:안|못) "
)
_NEGATED_BEFORE_KO = re.compile(r"(?<![가-힣])(?:안|못) ?\Z")
_ASKED_KO = re.compile(
    r"^[가-힣]{0,5}?(?:[^\s,.?!”\"]{0,6}\s){0,3}?[^\s,.?!”\"]{0,5}?(?:[었았했됐였났는은던]는가|(?<=[있없었았했됐였났])는지|[는은던]가|느냐|으냐|더냐|[었았했됐였났]냐|[었았했됐였났]나|나요|습니까|입니까|을까|ㄹ까)(?:요)?(?=[\s,.?!”\"]|는 |고 |라는|라고|$)"
    r"|^[^,.!”\"\n]{0,14}\?"
)
_GENERAL = {
    Lang.en: re.compile(
        r"\b(?:often|usually|generally|always|sometimes|in general|as a rule|frequently|commonly|typically|normally|tends? to|every (?:year|winter|summer|spring|autumn|time|month)|each (?:year|winter|summer|spring|autumn)|more and more people|more common|whenever|used to|in the past|over the years|in the old days|long ago|historically|for decades|for generations|once upon|in earlier years|in those days|years ago|since the (?:war|famine))\b",
        re.IGNORECASE,
    ),
    Lang.ko: re.compile(
        r"흔히|종종|자주|보통|대개|해마다|매년|해마다|늘 (?:있|그)|언제나|원래|예로부터|옛날|과거에|예전|한때|전쟁 때|오래전|고난의 행군|흔하|흔한|드물지|마다 되풀이|때마다|곤 한다|곤 했|기 마련|법이다|일쑤"
    ),
}


_STANCES = (
    (Stance.denied, _DENIED),
    (Stance.hearsay, _HEARSAY),
    (Stance.planned, _PLANNED),
    (Stance.supposed, _SUPPOSED),
)
_SIEVES = {lang: Sieve([patterns[lang] for _, patterns in _STANCES]) for lang in Lang}
_GENERAL_SIEVES = {lang: Sieve([_GENERAL[lang]]) for lang in Lang}


class Mood(StrEnum):
    """How a trigger stands in its clause."""

    told = "told"
    unreal = "unreal"
    negated = "negated"


def mood(clause: str, start: int, end: int, lang: Lang, *, is_rule: bool = False) -> Mood:
    """Whether the words at the span tell of something that came about, in this clause; a rule may forbid without being unreal."""
    if lang is Lang.ko:
        after = clause[end : end + 28]
        if _NEGATED_KO.search(after) or _NEGATED_BEFORE_KO.search(clause, max(0, start - 4), start):
            return Mood.negated
        unreal = _UNREAL_KO.search(after) if not (is_rule and _FORBIDS.search(after)) else None
        return Mood.unreal if unreal or _ASKED_KO.search(after) else Mood.told
    before = clause[max(0, start - 70) : start]
    if is_presupposed(clause, start, end):
        return Mood.told
    if _NEGATED_EN.search(before):
        return Mood.negated
    if _UNREAL_BEFORE.search(before) or _is_purpose(before):
        return Mood.unreal
    return Mood.told


def is_presupposed(clause: str, start: int, end: int) -> bool:
    """A deed that the clause takes as done whatever else it denies or plans: the murder of the six, yesterday's blast."""
    if not _DEED.fullmatch(clause, start, end):
        return False
    before = clause[max(0, start - 60) : start]
    return _DEFINITE.search(before) is not None and _GOVERNED.search(before) is None


def stance_of(clause: str, lang: Lang) -> Stance:
    """The weakest word of the clause decides: denied, hearsay, planned, supposed, else asserted."""
    for number in _SIEVES[lang].candidates(clause):
        stance, patterns = _STANCES[number]
        if patterns[lang].search(clause):
            return stance
    return Stance.asserted


def is_general(clause: str, lang: Lang) -> bool:
    """A custom, a general truth or times long past, told beside the news."""
    return bool(_GENERAL_SIEVES[lang].candidates(clause) and _GENERAL[lang].search(clause))


def _is_purpose(before: str) -> bool:
    """An infinitive of purpose ("to beef up") asserts nothing; one after a verb that takes it does."""
    match = _PURPOSE.search(before)
    return match is not None and not _REAL_TO.fullmatch(match["before"].strip(",;"))
