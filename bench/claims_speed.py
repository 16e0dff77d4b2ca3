"""How fast accounts are read, on one core in one run: notes a second, and times ``dateparser`` on the same texts.

python -m bench.claims_speed [--seconds N]

The notes are of about 500 characters, packed from the sentences of the gold notes, each one different.
"""

import argparse
import random
import sys
import time
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.metadata import version
from itertools import islice

from dateparser.search import search_dates

from bench.claims_gold import NOTES, note
from sosik.accounts.account import Account
from sosik.claims.reading import read
from sosik.cli.reading_rules import rules_of_reading
from sosik.values.ids import AccountId
from sosik.values.text import Lang

CHARS = 500
TARGETS = {Lang.en: 300, Lang.ko: 60}
TIMES = 20


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
    """How many notes were read, and how many a second, after one warm note."""
    rules, supply = rules_of_reading(), notes(lang)
    read(next(supply), rules)
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


def growth(lang: Lang, count: int) -> tuple[float, float]:
    """MB held after a tenth of the notes and after all of them: flat when the two are alike."""
    rules, supply = rules_of_reading(), notes(lang)
    tracemalloc.start()
    for account in islice(supply, count // 10):
        read(account, rules)
    first = tracemalloc.get_traced_memory()[0] / 1e6
    for account in islice(supply, count - count // 10):
        read(account, rules)
    last = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    return first, last


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--seconds", type=float, default=10.0)
    seconds = asked.parse_args().seconds
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
