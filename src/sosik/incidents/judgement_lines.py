"""Judgements as `sosik link` takes them: pairs of claims with a verdict, later lines above earlier ones."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from attrs import frozen

from sosik.incidents.ids import pairing
from sosik.incidents.judgement import Judgements, standing
from sosik.incidents.scoring import Verdict
from sosik.values.ids import ClaimId

COLUMNS = ("claim_l", "claim_r", "verdict")
_WORDS = {
    "pair": ("it does not name two claims", "주장 둘을 적지 않았습니다"),
    "unknown": ("a claim is not in the table", "표에 없는 주장입니다"),
    "verdict": ("verdict is not same, different or cannot_tell", "verdict 가 same, different, cannot_tell 이 아닙니다"),
}


@frozen
class JudgementLines:
    """``refused`` are lines with the reason in English and Korean."""

    judgements: Judgements
    refused: tuple[tuple[int, str, str], ...]


def judgements_of(lines: Iterable[tuple[int, Mapping[str, Any]]], claims: Container[str]) -> JudgementLines:
    """``lines`` bear their number in the file."""
    said: dict[tuple[ClaimId, ClaimId], Verdict] = {}
    refused: list[tuple[int, str, str]] = []
    for number, line in lines:
        one, other, verdict = (str(line.get(name) or "").strip() for name in COLUMNS)
        wrong = _wrong(one, other, verdict, claims)
        if wrong:
            refused.append((number, *_WORDS[wrong]))
            continue
        pair = pairing(ClaimId(one), ClaimId(other))
        said.pop(pair, None)
        said[pair] = Verdict(verdict)
    return JudgementLines(standing(list(said.items())), tuple(refused))


def _wrong(one: str, other: str, verdict: str, claims: Container[str]) -> str | None:
    if not one or not other or one == other:
        return "pair"
    if one not in claims or other not in claims:
        return "unknown"
    return None if verdict in set(Verdict) else "verdict"
