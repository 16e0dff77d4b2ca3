"""How much of what betrays a source the check finds in the marked drafts, and how fast it reads.

python -m bench.disclosure [--misses] [--alarms] [en|ko]
"""

import sys
import time
from collections.abc import Iterable

from tests.spec import drafts_scoring as scoring

from sosik.adapters.kiwi_words import KiwiWords
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.check import check
from sosik.bulletins.disclosure.found import Page
from sosik.bulletins.disclosure.read import betrayed
from sosik.bulletins.draft import read_bulletin
from sosik.bulletins.policy import Policy
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.values.text import Lang


def predictions(draft: scoring.Draft, policy: Policy, gazetteer: Gazetteer) -> list[scoring.Span]:
    """What the check says of the draft alone, without a desk."""
    page = Page(draft.text, draft.text, "", Lang(draft.lang), gazetteer)
    return [scoring.Span(one.start, one.end, policy.rules[one.rule].kind, one.rule) for one in betrayed(page, policy)]


def report(golds: Iterable[scoring.Draft], said: dict[str, list[scoring.Span]]) -> None:
    golds = list(golds)
    for name, chosen in (
        ("all", golds),
        *((lang, [one for one in golds if one.lang == lang]) for lang in ("en", "ko")),
    ):
        score = scoring.score(said, chosen)
        print(
            f"{name}: {len(chosen)} drafts; direct {score.direct_found}/{score.direct_marks} = {score.direct_recall:.3f}"
            f" at precision {score.direct_precision:.3f}; quasi {score.quasi_found}/{score.quasi_marks} = {score.quasi_recall:.3f}"
            f" at precision {score.quasi_precision:.3f}"
        )
    for rule, (found, marks) in sorted(
        scoring.score(said, golds).by_rule.items(), key=lambda one: one[1][0] / one[1][1]
    ):
        print(f"  {rule:14} {found}/{marks} = {found / marks:.2f}")


def misses(golds: Iterable[scoring.Draft], said: dict[str, list[scoring.Span]]) -> None:
    for gold in golds:
        for mark in gold.marks:
            if not any(one.kind == mark.kind and one.stands_for(mark) for one in said[gold.name]):
                around = gold.text[max(0, mark.start - 60) : mark.end + 50].replace("\n", " / ")
                print(f"{gold.name} {mark.rule}: {gold.text[mark.start : mark.end]!r} | {around}")


def alarms(golds: Iterable[scoring.Draft], said: dict[str, list[scoring.Span]]) -> None:
    for gold in golds:
        for one in said[gold.name]:
            if not any(one.stands_for(mark) for mark in gold.marks) and not any(
                one.overlaps(way) for way in gold.either
            ):
                print(f"{gold.name} {one.rule}: {gold.text[one.start : one.end][:120]!r}")


def bilingual(golds: list[scoring.Draft], words: int) -> Bulletin:
    """A bulletin of about so many words, half in each language, made of the drafts."""
    files = {}
    for lang in ("en", "ko"):
        texts: list[str] = []
        for gold in (one for one in golds if one.lang == lang):
            texts.append(gold.text.translate(str.maketrans("{}[]", "()()")))
            if sum(len(text.split()) for text in texts) >= words / 2:
                break
        files[f"long.{lang}.md"] = f"---\nbulletin: b-long\nlang: {lang}\ntitle: x\n---\n" + "\n\n".join(texts)
    return read_bulletin(files)


def speed(golds: list[scoring.Draft], policy: Policy, gazetteer: Gazetteer) -> None:
    """Milliseconds a check, and the ratio of twice as long a draft to it: 2 is linear."""
    last = 0.0
    for words in (500, 1000, 2000):
        of = bilingual(golds, words)
        best = min(_seconds(of, policy, gazetteer) for _ in range(3))
        ratio = f", {best / last:.2f} times the half" if last else ""
        print(
            f"check of {sum(len(one.body.split()) for one in of.drafts)} words in two languages: {best * 1000:.0f} ms{ratio}"
        )
        last = best


def _seconds(of: Bulletin, policy: Policy, gazetteer: Gazetteer) -> float:
    begun = time.perf_counter()
    check(of, None, policy, gazetteer)
    return time.perf_counter() - begun


def main(arguments: list[str]) -> None:
    policy, gazetteer = Policy.shipped(), Gazetteer.shipped().cutting(KiwiWords())
    golds = [one for one in scoring.drafts() if not {"en", "ko"} & set(arguments) or one.lang in arguments]
    said = {gold.name: predictions(gold, policy, gazetteer) for gold in golds}
    report(golds, said)
    if len({gold.lang for gold in golds}) == 2:
        speed(golds, policy, gazetteer)
    if "--misses" in arguments:
        misses(golds, said)
    if "--alarms" in arguments:
        alarms(golds, said)


if __name__ == "__main__":
    main(sys.argv[1:])
