"""Numbers that a sentence takes back: "we wrote that four died, but the dead are five"."""

import re
from collections.abc import Sequence

from attrs import evolve

from sosik.claims.people import korean_numbers
from sosik.claims.people.mention import VictimMention
from sosik.values.quantity import Quantity
from sosik.values.textspan import TextSpan

_SAID = r"(?:썼|쓰|적었|적혔|보도|전했|전하였|전해졌|알렸|알려졌|밝혔|발표|기록|집계|말했|했|들었|알았|알고 있었|이야기했|얘기했|파악|추정|생각)"
_BUT = r"[가-힣]{0,4}?(?:으나|지만|는데|건만)(?=[\s,])"
_TAKEN_BACK = re.compile(
    rf"(?:(?:[다라냐]고|것으로)\s?(?:[가-힣]{{1,4}}\s){{0,2}}?|(?:명|사람)(?:이라고|으로|을|로)\s?(?:[가-힣]{{1,4}}\s){{0,2}}?){_SAID}(?:{_BUT}|[가-힣]{{0,3}} (?:것을|것은|것과 달리|것이))"
)
# It is the desk's own word, or an earlier one, that is taken back; or the words that follow put it right.
_FIRST_TOLD = re.compile(
    r"본지|본보|본사|본 매체|우리(?:는|가)|앞서|앞선|처음|당초|애초|첫 (?:보도|소식|통화)|기사|보도에서|이전|지난번|먼저번|초기|어제는|전번"
)
_PUT_RIGHT = re.compile(
    r"실제|사실은|사실이|정정|바로 ?잡|다시|확인|잘못|맞(?:다|습|는|소|고)|아니라|고쳐|고칩|틀[렸린려]|오보|수정|나중에|뒤늦게|알고 보니"
)
_ANOTHER = re.compile(r"(?:또\s?다른|다른|또 한)\s(?:[가-힣]+\s)?(?:소식통|주민|취재원|제보자|상인|사람|이웃|증언자)")
_RIGHT = re.compile(
    rf"(?P<number>{korean_numbers.NUMBER})\s?(?:명|사람)(?:이|으로|이라는 것이|이라고)\s?(?:[가-힣]{{1,5}}\s)?(?:맞|옳|확인|바로 ?잡|정정|고치|고칩|고쳤|수정|밝혀)"
)


def as_corrected(text: str, span: TextSpan, mentions: Sequence[VictimMention]) -> list[VictimMention]:
    """Without the numbers that the rest of the sentence takes back; a number alone that is right stands for the last of them."""
    turn = _turn(text, span) if mentions else None
    if turn is None:
        return list(mentions)
    before = [one for one in mentions if one.span.start < turn.start()]
    after = [one for one in mentions if one.span.start >= turn.start()]
    if after:
        told = {one.outcome for one in after}
        return [*(one for one in before if one.outcome not in told), *after]
    right = _RIGHT.search(text, turn.end(), span.end)
    count = korean_numbers.plain(right["number"].strip()) if right else None
    if right is None or count is None or not before:
        return list(mentions)
    whole = before[-1].span.joined(TextSpan(right.start("number"), right.end("number")))
    return [*before[:-1], evolve(before[-1], span=whole, quantity=Quantity(before[-1].outcome, count))]


def _turn(text: str, span: TextSpan) -> re.Match[str] | None:
    """Where the sentence turns from what was told first to what is right; None where two people differ."""
    found = _TAKEN_BACK.search(text, span.start, span.end)
    if found is None or _ANOTHER.search(text, found.end(), span.end):
        return None
    is_first = _FIRST_TOLD.search(text, span.start, found.start())
    return found if is_first or _PUT_RIGHT.search(text, found.end(), span.end) else None
