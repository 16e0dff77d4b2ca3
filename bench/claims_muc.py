"""How many groups of killed and injured people the reader finds in news reports that nobody here wrote.

The texts are those of the MUC-3 and MUC-4 evaluations (upper-case wire copy), read from ``../shared`` and copied nowhere.
For every range of two or more killed or injured people in a report's keys: does a claim of that report carry a count
of that outcome that matches? A closed range matches the same range; an open one ("some, at least two") a count that
may be as high. Keys whose own words say "no injury or death" are left out, since their range contradicts them.

python -m bench.claims_muc [--misses] [--sample N [--seed S]] [dev|tst]
"""

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sosik.accounts.account import Account, Basis
from sosik.claims.claim import Claim, Victims
from sosik.claims.reading import read
from sosik.claims.rules import Rules
from sosik.values.ids import AccountId
from sosik.values.quantity import Count, Outcome
from sosik.values.text import Lang, normalise

CORPORA = Path(__file__).parents[1].parent / "shared" / "data" / "corpora"
FILES = {"dev": ("muc4_dev",), "tst": ("muc4_tst1", "muc4_tst2")}
_EFFECTS = {"killed": "DEATH", "injured": "INJURY"}
_EITHER = {Outcome.killed, Outcome.injured, Outcome.killed_or_injured}
_NUMBER = re.compile(r'^\W*(?P<number>\d+)[^:"]*:\s*(?P<names>.+)$')


def reports(part: str) -> Iterator[dict[str, Any]]:
    for name in FILES[part]:
        with (CORPORA / f"{name}.jsonl").open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def keys_of(report: dict[str, Any]) -> list[tuple[str, int, int | None, str]]:
    """Outcome, least and most, and the kind of key: stated (the words hold the number), summed, plural."""
    found = []
    for template in report["templates"]:
        for outcome in _EFFECTS:
            low, high = template[outcome]
            if low < 2 or "NO INJURY OR DEATH" in template["effect"]:
                continue
            stated = any(int(number) == low for number in re.findall(r"\d+", template["number"]))
            found.append((outcome, low, high, "open" if high is None else "stated" if stated else "summed"))
    return found


def groups_of(report: dict[str, Any]) -> set[tuple[str, int]]:
    """Every group of two or more with a number of its own that the keys say was killed or injured, or one of the two.

    A number above the range that the same key gives for the outcome counts those aboard or attacked, not those harmed.
    """
    found = set()
    for template in report["templates"]:
        effects = [line.partition(":") for line in template["effect"].split("\n")]
        for line in template["number"].split("\n"):
            match = _NUMBER.match(line)
            if not match or int(match["number"]) < 2:
                continue
            names = match["names"].strip()
            heads = {head.strip("? ") for head, _, said in effects if said.strip() == names}
            kinds = [outcome for outcome, word in _EFFECTS.items() if word in heads]
            tops = [template[kind][1] for kind in kinds]
            if any(top is None or int(match["number"]) <= top for top in tops):
                found.add((" or ".join(kinds), int(match["number"])))
    return found


def claims_of(report: dict[str, Any], rules: Rules) -> tuple[tuple[Claim, ...], str]:
    text = normalise(report["text"]).strip()
    day = date.fromisoformat(report["dct"] or "1990-01-01")
    account = Account(id=AccountId(report["id"]), text=text, lang=Lang.en, basis=Basis.press, published=day)
    return read(account, rules).claims, text


def counts_of(claims: tuple[Claim, ...], outcome: str) -> list[Count]:
    """Every count that a claim carries for the outcome: of one group, and of all groups of the claim together."""
    kinds = outcome.split(" or ")
    either = {*map(Outcome, kinds), Outcome.killed_or_injured}
    single = [v.quantity.count for claim in claims for v in claim.victims if v.quantity.outcome in either]
    summed = [claim.casualties.get(kind) for claim in claims for kind in kinds]
    return [*single, *(count for count in summed if count is not None)]


def matches(count: Count, low: int, high: int | None) -> bool:
    """The keys write "more than 30" as 30."""
    if high is None:
        return count.max is None or count.max >= low
    return (count.min, count.max) == (low, high) or (count.max is None and count.min in {low, low + 1})


def measure(part: str, *, misses: bool = False) -> Counter[str]:
    rules, tally = Rules.shipped(), Counter[str]()
    for report in reports(part):
        claims, text = claims_of(report, rules)
        missed = []
        for outcome, low, high, kind in keys_of(report):
            hit = any(matches(count, low, high) for count in counts_of(claims, outcome))
            tally.update({"ranges": 1, "ranges found": hit, kind: 1, f"{kind} found": hit})
            missed += [] if hit else [(outcome, low, high)]
        for outcome, number in groups_of(report):
            hit = any(matches(count, number, number) for count in counts_of(claims, outcome))
            tally.update({"groups": 1, "groups found": hit})
            missed += [] if hit else [(outcome, number)]
        if misses and missed:
            _show(report["id"], text, missed, claims)
    return tally


def readings(part: str) -> Iterator[tuple[str, str, Victims]]:
    """Every count of two or more killed or injured people that was read, with its report and sentence."""
    rules = Rules.shipped()
    for report in reports(part):
        claims, text = claims_of(report, rules)
        for victims in {v.span: v for claim in claims for v in claim.victims}.values():
            top = victims.quantity.count.max
            if victims.quantity.outcome in _EITHER and (top is None or top > 1):
                yield report["id"], text, victims


def sample(part: str, size: int, seed: int) -> None:
    """Readings to be judged by eye, each marked in its surroundings."""
    every = sorted(readings(part), key=lambda one: (one[0], one[2].span))
    for number, (name, text, v) in enumerate(random.Random(seed).sample(every, min(size, len(every))), 1):
        left = " ".join(text[max(0, v.span.start - 260) : v.span.start].split())
        right = " ".join(text[v.span.end : v.span.end + 160].split())
        said = " ".join(v.span.words(text).split())
        count = v.quantity.count
        print(f"{number:3} {name} {v.quantity.outcome} {count.min}..{count.max}  {left} >>>{said}<<< {right}\n")


def _show(name: str, text: str, missed: list[Any], claims: tuple[Claim, ...]) -> None:
    print(f"--- {name}: {missed}")
    numbers = {str(low) for _, low, *_ in missed}
    for sentence in re.split(r"(?<=[.])\s+", " ".join(text.split())):
        if numbers & set(re.findall(r"\d+", sentence)) or re.search(
            r"\b(?:KILL|DEAD|DIED|DEATH|MURDER|WOUND|INJUR)", sentence
        ):
            print("    ", sentence)
    for claim in claims:
        for v in claim.victims:
            print("  read", v.quantity.outcome, v.quantity.count.min, v.quantity.count.max, repr(v.span.words(text)))


def main() -> None:
    if not CORPORA.exists():
        print("The reports lie outside the repository and are absent here.")
        return
    asked = [word for word in sys.argv[1:] if word in FILES] or ["dev", "tst"]
    options = dict(zip(sys.argv[1:], sys.argv[2:], strict=False))
    for part in asked:
        if "--sample" in options:
            sample(part, int(options["--sample"]), int(options.get("--seed", "1")))
            continue
        tally = measure(part, misses="--misses" in sys.argv)
        print(
            part,
            *(
                f"{kind} {tally[f'{kind} found']}/{tally[kind]}"
                for kind in ("groups", "ranges", "stated", "summed", "open")
            ),
        )


if __name__ == "__main__":
    main()
