"""How fast accounts are read, on one core in one run: notes a second, and times ``dateparser`` on the same texts.

python -m bench.claims_speed [--seconds N]
python -m bench.claims_speed --growth 100000     what the process holds while so many notes are read

The notes are of about 500 characters, packed from the sentences of the gold notes, each one different.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.metadata import version
from itertools import islice

from dateparser.search import search_dates
from psutil import Process

from bench.claims_gold import NOTES, note
from sosik.accounts.account import Account
from sosik.claims.reading import read
from sosik.cli.reading_rules import rules_of_reading
from sosik.values.ids import AccountId
from sosik.values.text import Lang

CHARS = 500
TARGETS = {Lang.en: 300, Lang.ko: 60}
TIMES = 20
WARM = 60


def notes(lang: Lang, seed: int = 7) -> Iterator[Account]:
    """Different notes without end: lines of gold notes in a random order, about ``CHARS`` characters of them."""
    lines = [
        line
        for path in sorted(NOTES.glob(f"{lang}/*.md"))
        for line in note(path)[1].splitlines()
        if line.strip() and len(line) < CHARS
    ]
    chance = random.Random(seed)
    number = 0
    while True:
        chance.shuffle(lines)
        text = ""
        for line in lines:
            text = f"{text}\n{line}" if text else line
            if len(text) >= CHARS:
                number += 1
                yield Account(id=AccountId(f"n{number}"), text=text[:CHARS], lang=lang, received=date(2024, 11, 8))
                text = ""


def rate(lang: Lang, seconds: float) -> tuple[int, float]:
    """How many notes were read, and how many a second, once what is loaded when first needed stands."""
    rules, supply = rules_of_reading(), notes(lang)
    for account in islice(supply, WARM):
        read(account, rules)
    count, start = 0, time.process_time()
    while (spent := time.process_time() - start) < seconds:
        for account in islice(supply, 20):
            read(account, rules)
            count += 1
    return count, count / spent


def other_rate(lang: Lang, seconds: float, *, hinted: bool = False) -> tuple[int, float]:
    """As a user calls it who says nothing of the language; with the language named, where ``hinted``."""
    supply, languages = notes(lang), [str(lang)] if hinted else None
    search_dates(next(supply).text, languages=languages)
    count, start = 0, time.process_time()
    while (spent := time.process_time() - start) < seconds:
        search_dates(next(supply).text, languages=languages)
        count += 1
    return count, count / spent


def growth(lang: Lang, count: int) -> list[tuple[int, float]]:
    """MB that the process holds after each tenth of the notes: flat when the last are like the first."""
    rules, supply, process = rules_of_reading(), notes(lang), Process()
    held: list[tuple[int, float]] = []
    for tenth in range(1, 11):
        for account in islice(supply, count // 10):
            read(account, rules)
        held.append((tenth * count // 10, process.memory_info().rss / 1e6))
    return held


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--seconds", type=float, default=10.0)
    asked.add_argument("--growth", type=int)
    options = asked.parse_args()
    if options.growth:
        for lang in Lang:
            print(
                f"{lang}: " + ", ".join(f"{held:.0f} MB after {read:,}" for read, held in growth(lang, options.growth))
            )
        return
    seconds = options.seconds
    print(f"Python {sys.version.split()[0]}, dateparser {version('dateparser')}, {datetime.now(UTC).date()}")
    print(
        "| language | notes | notes a second | target | dateparser a second | times | target | with its language named | times |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for lang in Lang:
        count, mine = rate(lang, seconds)
        _, other = other_rate(lang, seconds)
        _, named = other_rate(lang, seconds, hinted=True)
        times = (f"{mine / other:.1f}", TIMES, f"{named:.1f}", f"{mine / named:.1f}")
        row = (lang, count, f"{mine:.0f}", TARGETS[lang], f"{other:.1f}", *times)
        print("| " + " | ".join(map(str, row)) + " |")


if __name__ == "__main__":
    main()
