"""People and outcomes in Korean sentences: which people the words of an outcome are about."""

import re
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from sosik.claims.people import korean_outcomes as outcomes
from sosik.claims.people.korean_outcomes import Cue
from sosik.claims.people.korean_phrases import Form, Phrase, find_phrases
from sosik.values.quantity import Outcome
from sosik.values.textspan import TextSpan

_FAR = 140
_INSTEAD_FAR = 48
_SUBJECT_MARKS = frozenset(["이", "가", "은", "는", "도", "만", "", "까지", "께서", "나", "이나", "씩"])
_SENT_BACK = ("돌려", "되돌려")  # home from work or school, unless a border is spoken of
_CONNECTS = frozenset("고며자기게")
_OBJECT_MARKS = frozenset(["을", "를", "", "도", "씩", "만", "까지"])
_NEGATED = re.compile(
    r"^[가-힣]{0,3}?(?:지|지는|지도)?\s?(?<=지|는|도|\s)(?:않|못했|못한 )|^[가-힣]{0,3}(?:지|지는|지도)\s?(?:않|아니)"
)
_WHETHER = re.compile(r"[가-힣]{0,2}?(?:는지|은지|을지|느냐|는가|나요|습니까)(?![가-힣]{2})")
_WHY = re.compile(r"왜|어디|언제|어떻게|무엇|누구|누가|무슨|어느")  # that it came about is taken for granted
_NOT_BEFORE = re.compile(r"(?<![가-힣])(?:안|못) ?\Z")
_NONE = re.compile(
    r"^[가-힣]{0,4}\s?(?:사람|이|주민|경우|인원|병사|군인|인민|일|사례|분|애|아이|게|건|것)(?:은|는|이|도|가)?\s(?:한 명도 |한 사람도 |아무도 |전혀 |아직 )?없"
)
_NO_HEADS = re.compile(
    r"^(?:는|은|도|가|이)?\s?(?:다행히 )?(?:한 명도 |전혀 |아직 |따로 )?(?:없|발생하지 않|나오지 않|생기지 않|확인되지 않)"
)
_NOBODY = re.compile(r"아무도|누구도|한 명도|한 사람도|누구 하나")
_ADNOMINAL = re.compile(
    r"^(?:[가-힣]{0,2}[은는던한된간친힌진덴인운난든])?(?<=[은는던한된간친힌진덴인운난든])\s(?:[가-힣]+\s)?(?:사람|인원|이|주민|수|숫자|군인|탈북민|건|것|게)?(?:들)?(?:은|는|이|가|의 수는|만 해도|만)?\s?(?:(?:[^\s.,]+\s){0,3}(?:통틀어|합쳐|모두|총|걸쳐)\s)?(?:모두 |총 |합계 |도합 |전부 |적어도 |최소 |벌써 |무려 )?(?:\d0대 )?$"
)
# Who died were not two, as was told at first, but these.
_INSTEAD = re.compile(
    r"^[은는던한된간친힌진덴인운난든]?\s?(?:[가-힣]+\s)?[가-힣]*[은는이가]\s(?:[가-힣]+\s){0,3}\S+\s?(?:명|사람)이 아니라 (?:모두 |총 )?$"
)
_NO_NOUN = re.compile(
    r"\s(?:뒤|후|채|것|사건|사고|데|다음|직후|곳|지|바|일|상태|이후|반면|만큼|가운데|가운데서|등)(?:[가-힣]{0,3})?\s"
)
_HEAD_GAP = re.compile(
    r"^(?:은|는|이|가|도|수는|를|을)?\s?(?:\S{1,8}(?:이?라고 (?:쓴|적은|보도한|전한|한) (?:것은|기사는|수는)|이? 아니라) )?(?:수는 |수가 )?(?:(?:[^\s.,]+\s){0,4}(?:통틀어|합쳐|모두|총)\s)?(?:모두 |총 |적어도 |최소 )?$"
)
_WHERE = r"(?:(?:지난\s|이달\s|같은\s)?(?:\d{1,2}월\s)?(?:\d{1,2}일|이튿날|다음 ?날|이날|전날)(?:에는|에|은|엔)?\s|[가-힣]{2,9}(?:에서|에서는|에선|서는)\s)"
_LIST_GAP = re.compile(
    rf"^(?:과|와|하고|이랑|랑|\s?및|이?\s?,|\s?·|,? 그리고|이고)\s?(?:{_WHERE}{{0,3}}|(?:[가-힣]{{1,6}}\s){{0,2}})(?:\d0대\s)?$"
)
_SAYS = re.compile(
    r"^(?:이|가|은|는|도)?\s(?:[가-힣]+(?:에|에게|에서|와의|과의|로|통화에서|인터뷰에서)\s){0,3}(?:말|전[했하]|밝[혔히]|설명|증언|알려|털어|덧붙|귀띔|주장|증언)"
)
_REPORT = re.compile(
    r"[다라자냐]고\s?(?:한 )?(?:[가-힣]+(?:에|에게|에서|와의|과의)\s){0,3}(?:말|전|밝|설명|덧붙|주장|알려|증언|털어|귀띔|했)"
)
_LIVED = re.compile(
    r"^(?:만|은|는|이|가|도)?\s?(?:살아남|구조|생존|무사|풀려나|풀려났)[가-힣]*(?:고|지만|으나|며)[\s,]"
)
_SUM_WORD = re.compile(r"(?:모두|총|도합|합쳐|합해)\s?")
_FICTION = re.compile(r"[는던]?\s(?:장면|영화|연극|소설|꿈|노래|대목|그림)")
_ABROAD = re.compile(r"중국|북한|북측|북조선|조선으로|송환|북송|탈북|공안|국경|변방|월경")
_SUMMED = re.compile(r"등\s?(?:모두 |총 )?$")
_BURIED = re.compile(
    r"갱|막장|탄광|광산|굴|흙|토사|잔해|붕락|붕괴|무너|승강기|엘리베이터|얼음|눈 속|눈에|배 안|불길|건물"
)
_INCLUDED = re.compile(r"^[을를]?\s?(?:포함|비롯)(?:해|하여|한|하고|된)")
_RATE = re.compile(
    r"(?:매일|매달|매주|매년|매월|해마다|날마다|달마다|주마다|하루에|하루 평균|하루에도|한 달에|한달에|일주일에|한 주에|일 년에|1년에|한 해에|연간|월평균|연평균|평균|많은 날[은엔]|많은 날에는|많을 때[는에]?|심한 날은|(?:명|가구|세대|집|호|마을)당)\s(?:평균\s|보통\s|적어도\s)?$"
)
_GREW = re.compile(r"^에서\s$")
_TOGETHER = re.compile("함께|같이")
_PAST_DEED = re.compile(r"^(?:했|됐|었)던")


@frozen
class Link:
    """A phrase, or nobody, and the words of its outcome."""

    phrase: Phrase | None
    cue: Cue
    is_negated: bool = False
    negation_end: int = 0


@frozen
class Sentence:
    """One sentence with its phrases about people and its words of outcome."""

    text: str
    span: TextSpan
    phrases: Sequence[Phrase]
    cues: Sequence[Cue]
    used: dict[int, Cue] = field(factory=dict)

    @classmethod
    def of(cls, text: str, span: TextSpan, cues: Sequence[Cue]) -> "Sentence":
        phrases = find_phrases(text, span.start, span.end)
        cues = [
            cue
            for cue in cues
            if not (
                cue.form is outcomes.Form.heads
                and _is_counted_head(cue, phrases, text) is None
                and _within(cue, phrases)
            )
        ]
        return cls(
            text,
            span,
            [phrase for phrase in phrases if not (_is_teller(text, span, phrase) or _is_no_sum(text, span, phrase))],
            cues,
        )

    def links(self) -> Iterator[Link]:
        for number, cue in enumerate(self.cues):
            upper = self.cues[number + 1].start if number + 1 < len(self.cues) else self.span.end
            yield from self._links(cue, upper)

    def _links(self, cue: Cue, upper: int) -> Iterator[Link]:
        negation = self._negation(cue)
        if negation is not None:
            yield Link(None, cue, is_negated=True, negation_end=negation)
            return
        if _is_missing_over_the_river(self.text, cue) or _PAST_DEED.match(self.text, cue.end - 1):
            return
        if self._is_denied(cue) or self._is_buried(cue) or _FICTION.match(self.text, cue.end - 1):
            return
        if (
            cue.outcome is Outcome.repatriated
            and self.text.startswith(_SENT_BACK, cue.start)
            and not _ABROAD.search(self.text)
        ):
            return
        people = self._heads(cue) if cue.form is outcomes.Form.heads else self._after(cue, upper) or self._before(cue)
        for phrase in people:
            self.used[phrase.start] = cue
            yield Link(phrase, cue)

    def _negation(self, cue: Cue) -> int | None:
        """Where the words end that say that nobody suffered it; None where they do not say so."""
        tail = self.text[cue.end : cue.end + 24]
        lead = self.text[max(self.span.start, cue.start - 40) : cue.start]
        universal = _NOBODY.search(lead)
        if cue.form is outcomes.Form.heads:
            found = _NO_HEADS.match(tail)
        else:
            found = _NONE.match(tail)
            denied = _NEGATED.match(tail) or _NOT_BEFORE.search(lead)
            harm = cue.outcome in {Outcome.killed, Outcome.injured, Outcome.killed_or_injured}
            found = found or (denied if denied and (universal or harm) else None)
        return cue.end + (0 if found is not None and found.re is _NOT_BEFORE else found.end()) if found else None

    def _is_buried(self, cue: Cue) -> bool:
        """Shut in by what came down, not by anybody."""
        held = self.text.startswith("갇", cue.start)
        return held and bool(_BURIED.search(self.text, self.span.start, cue.start))

    def _is_denied(self, cue: Cue) -> bool:
        before = self.text[max(self.span.start, cue.start - 4) : cue.start]
        if _WHETHER.match(self.text, cue.end) and not _WHY.search(
            self.text, max(self.span.start, cue.start - 24), cue.end
        ):
            return True
        return bool(_NEGATED.match(self.text[cue.end : cue.end + 12]) or _NOT_BEFORE.search(before))

    def _heads(self, cue: Cue) -> list[Phrase]:
        """사망자 3명, 5명의 사상자, 사상자가 모두 12명."""
        counted = _is_counted_head(cue, self.phrases, self.text)
        return [counted] if counted else []

    def _after(self, cue: Cue, upper: int) -> list[Phrase]:
        """숨진 주민 3명, 송환된 인원이 모두 140명."""
        following = next((p for p in self.phrases if p.start >= cue.end and p.form is Form.counted), None)
        if following is None or following.start > upper:
            return []
        if _INSTEAD.match(self.text[cue.end - 1 : following.start]) and following.start - cue.end <= _INSTEAD_FAR:
            return [following]
        if following.start - cue.end > 24:
            return []
        goes_on = self.text[cue.end - 1] in _CONNECTS  # 죽고, 숨지며: who follows is of the next clause
        if self.text[cue.end : following.start] == " " and not goes_on and not self._ends_at(cue.start):
            return [following]
        # The last character of the words may itself be the ending: 숨진, 죽은, 체포된.
        gap = self.text[cue.end - 1 : following.start]
        if _NO_NOUN.search(gap) or not _ADNOMINAL.match(gap):
            return []
        return [following]

    def _ends_at(self, at: int) -> bool:
        """A phrase stands right before the place."""
        return any(
            phrase.end <= at and self.text[phrase.end : at].strip() in _SUBJECT_MARKS and at - phrase.end <= 3
            for phrase in self.phrases
        )

    def _before(self, cue: Cue) -> list[Phrase]:
        marks = _OBJECT_MARKS if cue.form is outcomes.Form.object else _SUBJECT_MARKS
        if cue.form is outcomes.Form.either:
            marks = _SUBJECT_MARKS | _OBJECT_MARKS
        bare: Phrase | None = None
        for phrase in reversed(self.phrases):
            if phrase.end > cue.start:
                continue
            if cue.start - phrase.end > _FAR:
                break
            if not self._fits(phrase, cue, marks):
                continue
            if phrase.form is Form.plural:
                break
            if phrase.form is Form.bare:
                bare = bare or phrase
                continue
            if bare is not None and (phrase.start in self.used or not phrase.particle or self._is_cut(phrase, bare)):
                break
            if phrase.start in self.used and self._has_new_subject(phrase, cue):
                break
            return self._listed(phrase)
        return self._listed(bare) if bare is not None and self._is_one(cue) else []

    def _fits(self, phrase: Phrase, cue: Cue, marks: frozenset[str]) -> bool:
        if phrase.form is Form.plural and cue.form is outcomes.Form.object:
            return phrase.particle in {"을", "를"}
        tail = self.text[phrase.end : cue.start].strip()
        if _LIVED.match(tail):
            return False
        if phrase.particle in {"중", "에"} or tail.startswith(("가운데", "중 ", "중에", "의 가운데")):
            return False
        if phrase.particle == "의":
            is_limb = cue.form is outcomes.Form.either and cue.outcome is Outcome.injured
            return tail in {"의", ""} and (is_limb or phrase.form is not Form.bare)
        return phrase.particle in marks

    def _is_cut(self, one: Phrase, other: Phrase) -> bool:
        """A clause ends between the two."""
        return bool(re.search(r"[가-힣](?:고|며|지만|는데|으나|자)[,\s]", self.text[one.end : other.start]))

    def _has_new_subject(self, phrase: Phrase, cue: Cue) -> bool:
        return any(
            p.start > phrase.start and p.end <= cue.start and p.particle in {"이", "가", "은", "는"}
            for p in self.phrases
        )

    def _is_one(self, cue: Cue) -> bool:
        """A noun without a number is one person where the deed is over, not where it is told in general."""
        tail = self.text[cue.end : cue.end + 12]
        return not re.match(r"[가-힣]{0,3}고 있|[가-힣]{0,2}는 (?:일|경우|사례)|[가-힣]{0,2}기도|[가-힣]{0,3}곤", tail)

    def _listed(self, phrase: Phrase) -> list[Phrase]:
        """The phrase with those before it that are listed with it: 군인 3명과 여성 1명이."""
        found = [phrase]
        if _SUM_WORD.match(self.text, phrase.start):
            return found
        for before in reversed(
            [
                p
                for p in self.phrases
                if p.end <= phrase.start
                and (p.form in {Form.counted, Form.single} or p.particle in {"과", "와", "하고"})
            ]
        ):
            gap = self.text[before.end : found[0].start]
            other_deed = self.used.get(before.start) is not self.used.get(phrase.start)
            names_some = _SUMMED.search(gap)  # a couple and a grandson, 등 three in all: the number is of them all
            if names_some or other_deed or before.count is None or not _LIST_GAP.match(gap) or _TOGETHER.search(gap):
                break
            found.insert(0, before)
        return found


def _is_no_sum(text: str, span: TextSpan, phrase: Phrase) -> bool:
    """Some of a number that follows ("two of them included"), or so many each day or month."""
    if phrase.form is not Form.counted:
        return False
    lead = text[max(span.start, phrase.start - 14) : phrase.start]
    return bool(_INCLUDED.match(text[phrase.end : phrase.end + 8]) or _RATE.search(lead))


def _grown(found: Phrase, phrases: Sequence[Phrase], text: str) -> Phrase:
    """Of "from three to five", the five."""
    later = next((phrase for phrase in phrases if phrase.start > found.end), None)
    if later is not None and later.form is Form.counted and _GREW.match(text[found.end : later.start]):
        return later
    return found


def _is_counted_head(cue: Cue, phrases: Sequence[Phrase], text: str) -> Phrase | None:
    """The number that a noun of outcome stands with."""
    for phrase in phrases:
        if phrase.form is not Form.counted:
            continue
        if phrase.start <= cue.start and cue.end <= phrase.end:
            return phrase
        if phrase.start >= cue.end and _HEAD_GAP.match(text[cue.end : phrase.start]):
            return _grown(phrase, phrases, text)
        if phrase.end <= cue.start and text[phrase.end : cue.start].strip() in {"의", "", "가량의", "정도의"}:
            return phrase
    return None


def _within(cue: Cue, phrases: Sequence[Phrase]) -> bool:
    return any(phrase.start <= cue.start < phrase.end for phrase in phrases)


def _is_teller(text: str, span: TextSpan, phrase: Phrase) -> bool:
    if _SAYS.match(text[phrase.end : phrase.end + 40]):
        return True
    topical = phrase.particle in {"은", "는"} and phrase.form in {Form.single, Form.bare}
    return (
        topical
        and bool(_REPORT.search(text, phrase.end, span.end))
        and not re.search(r"[고며]\s", text[span.start : phrase.start])
    )


def _is_missing_over_the_river(text: str, cue: Cue) -> bool:
    """Who crossed and was gone is not missing."""
    return cue.outcome is Outcome.missing and bool(
        re.search(r"(?:건너|넘어)\s?$", text[max(0, cue.start - 6) : cue.start])
    )
