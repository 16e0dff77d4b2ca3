"""Answers in a transcript, and a teller's own letter or note: lines that are a source's words without quotation marks."""

import re
from collections.abc import Iterator

_ASKS = r"(?:Q|Question|Interviewer|Reporter|Desk|Editor|Caseworker|Researcher|Monitor|Prosecutor|Moderator|Host|Staff|문|질문|기자|면담자|조사자|진행자|사회자|데스크|편집자|상담원|연구자|취재|질의)"
_ANSWERS = r"(?:A|Answer|Witness|Source|Speaker|Interviewee|Respondent|Informant|Caller|Woman|Man|Mother|Father|Survivor|Defector|Resident|Farmer|Trader|Soldier|Guard|Nurse|Doctor|Teacher|Driver|Official|Voice|Broker|Relay|Contact|Participant(?:\s?\w)?|Testifier|Escapee|답|대답|답변|증인|증언자|소식통|취재원|제보자|목격자|주민|여성|남성|탈북민|탈북자|통화자|발신자|화자|응답자|구술자|면담 ?대상자|상대방|진술인|진술자|[가-힣A-Z]\s?씨|[A-Z]{1,2})"
_LINE = re.compile(
    rf"^[\s>*_-]*(?:\[?\d{{1,2}}:\d{{2}}(?::\d{{2}})?\]?\s*)?(?P<who>(?P<asks>{_ASKS})|(?P<answers>{_ANSWERS}))\s?\d{{0,2}}\s?(?:\([^)\n]{{1,40}}\))?[*_]*\s?[:.)：】\]|]\s?[*_]*\s?(?P<words>\S[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_LETTER = re.compile(
    r"\b(?:letter|note|translated from|handed on|relayed|passed on|statement|testimony|in (?:her|his) own words|diary|as dictated|dear)\b|편지|쪽지|서신|옮깁니다|옮긴 글|전달자|구술|수기|자필|진술서|받은 대로|올립니다|드립니다",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:I|my|me)\b|(?<![가-힣])(?:저는|제가|저도|저의|제|나는|내가|저에게|저더러|저희는|우리는)(?=\s)")


_TURN = re.compile(r"^[\s>*_-]*(?P<who>[^\s:：.“\"(][^:：\n“\"]{0,23})[:：][*_]*\s(?P<words>\S[^\n]*)$", re.MULTILINE)
_DASHED = re.compile(r"^\s*(?:--?|[–—―‐])\s*(?P<words>\S[^\n]*)$", re.MULTILINE)
_DATED = re.compile(
    r"^\W*(?:\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?\s\d{1,2}|\d{1,2}월\s?\d{1,2}일|\d{4}-\d\d-\d\d)[.,:\s]",
    re.MULTILINE,
)
_WRITER = re.compile(r"\b(?:told me|I (?:met|asked|interviewed|visited|spoke)|we interviewed)\b")
_HUMBLE = re.compile(r"(?<![가-힣])(?:저는|제가|저더러|저에게|저도)\s")


def answers(text: str) -> Iterator[tuple[int, int]]:
    """Characters of what is answered on each line; a text has answers when somebody asks, or several lines have a speaker."""
    lines = list(_LINE.finditer(text))
    asked = any(line["asks"] for line in lines)
    spoken = [line.span("words") for line in lines if line["answers"]]
    if not asked and len(spoken) < 3:
        spoken = []
    yield from sorted({*spoken, *_by_turns(text), *_by_dashes(text)})


def _by_dashes(text: str) -> Iterator[tuple[int, int]]:
    """A dialogue of lines that open with a dash: what does not ask, answers."""
    lines = list(_DASHED.finditer(text))
    asks = [line["words"].rstrip(' "”*_').endswith(("?", "까.", "요?", "지요.")) for line in lines]
    if len(lines) > 3 and sum(asks) > 1:
        yield from (line.span("words") for line, is_question in zip(lines, asks, strict=True) if not is_question)


def _by_turns(text: str) -> Iterator[tuple[int, int]]:
    """Lines of any speaker, where one speaker asks most of the questions: the others answer."""
    lines = [line for line in _TURN.finditer(text) if line["words"].strip()]
    labels = {line["who"].strip() for line in lines}
    if len(lines) < 3 or not 2 <= len(labels) <= 4:
        return
    asks = {
        label: [
            line["words"].rstrip(' "”').endswith(("?", "까.", "요?", "까", "지요."))
            for line in lines
            if line["who"].strip() == label
        ]
        for label in labels
    }
    asker = max(labels, key=lambda label: (sum(asks[label]) / len(asks[label]), sum(asks[label]), label))
    if sum(asks[asker]) * 2 >= len(asks[asker]):
        yield from (line.span("words") for line in lines if line["who"].strip() != asker)


def own_words(text: str) -> bool:
    """A letter, note, diary or statement in the first person: whoever says I is a source."""
    outside = re.sub(r"“[^”]*”|\"[^\"]*\"", "", text)
    said = len(_OWN.findall(outside))
    if said < 2 or _WRITER.search(outside):
        return False
    return bool(_LETTER.search(text[:400]) or _HUMBLE.search(outside) or len(_DATED.findall(text)) > 1)
