"""How many planted errors the translation check finds in pairs of texts, how many clean pairs alarm it, and how fast it reads.

python -m bench.translation [SET...] [--show]
"""

import sys
import time

from tests.spec import pairs_scoring as scoring

from sosik.adapters.kiwi_words import KiwiWords
from sosik.bulletins.translation.check import compare
from sosik.claims.gazetteer.lookup import Gazetteer

WORDS = KiwiWords()
GAZETTEER = Gazetteer.shipped().cutting(WORDS)


def drifts(ko: str, en: str) -> set[tuple[str, str, str]]:
    return {(one.kind.value, one.ko.text, one.en.text) for one in compare(ko, en, GAZETTEER, WORDS).drift}


def show(what: str, pair: scoring.Pair, found: set) -> None:
    print(f"{what} {pair.id} {pair.kind or ''}: {sorted(found)}\n    {pair.ko}\n    {pair.en}")


def report(name: str, of: scoring.Score) -> None:
    planted = sum(of.planted.values())
    print(
        f"| {name} | {of.clean} | {of.alarms} = {of.alarm_rate:.3f} | {planted} | {sum(of.caught.values())} = {of.recall:.3f} | {of.exact:.3f} |"
    )
    print("    " + ", ".join(f"{kind} {of.caught[kind]}/{of.planted[kind]}" for kind in sorted(of.planted)))


def speed() -> None:
    """Milliseconds a comparison, and the ratio of a text twice as long to it: 2 is linear."""
    texts = [text for name in sets() for text in scoring.texts(name)]
    last = 0.0
    for count in (10, 20, 40):
        ko, en = ("\n\n".join(text[lang] for text in texts[:count]) for lang in ("ko", "en"))
        best = min(_seconds(ko + " " * n, en) for n in range(3))
        ratio = f", {best / last:.2f} times the half" if last else ""
        print(f"{len(ko.split()) + len(en.split())} words in two languages: {best * 1000:.0f} ms{ratio}")
        last = best


def _seconds(ko: str, en: str) -> float:
    begun = time.perf_counter()
    compare(ko, en, GAZETTEER, WORDS)
    return time.perf_counter() - begun


def sets() -> list[str]:
    return sorted(path.stem for path in scoring.FOLDER.glob("*.jsonl"))


def main(arguments: list[str]) -> None:
    names = [one for one in arguments if not one.startswith("-")] or sets()
    shown = show if "--show" in arguments else lambda *_: None
    print("| set | clean | alarms | planted | caught | of its kind |")
    for name in names:
        report(name, scoring.score(name, drifts, shown))
    speed()


if __name__ == "__main__":
    main(sys.argv[1:])
