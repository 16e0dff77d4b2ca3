"""Why two claims are or are not one event: each step in words and bits, and what they add up to."""

from collections.abc import Iterator

from sosik.cli.words import reader_lang, say
from sosik.incidents.scoring import ScoredPair, Verdict

_VERDICTS = {
    Verdict.same: say("the same event", "같은 사건"),
    Verdict.different: say("two events", "서로 다른 사건"),
    Verdict.cannot_tell: say("nobody can tell", "가릴 수 없음"),
}


def waterfall_lines(pair: ScoredPair) -> Iterator[str]:
    """One line a reason with the odds so far; then the verdict."""
    yield f"{pair.left}  {pair.right}"
    total = 0.0
    for reason in pair.reasons:
        total += reason.bits
        words = reason.words.ko if reader_lang() == "ko" else reason.words.en
        yield f"  {reason.bits:+9.2f}  {total:+9.2f}  {reason.name}: {words} ({reason.level})"
    if not pair.met:
        yield "  " + say("they never met: too far apart, or too vague", "만나지 않은 쌍: 너무 멀거나 모호함")
    if pair.judgement is not None:
        yield "  " + say(f"a member judged: {_VERDICTS[pair.judgement]}", f"구성원의 판단: {_VERDICTS[pair.judgement]}")
    share = pair.probability.value
    yield f"  = {pair.weight:+.6f}  " + say(
        f"probability {share:.3f}: {_VERDICTS[pair.verdict]}", f"확률 {share:.3f}: {_VERDICTS[pair.verdict]}"
    )
