"""How fast the leak scan reads, and what passes it.

python -m bench.scan [--hidden N] [--seed S]

Plain text in two languages, a site of marked-up pages, bytes without sense; then N publications with a secret hidden up to two
layers deep by the encoder of the tests, which knows nothing of the scan.
"""

import argparse
import random
import time
from collections.abc import Callable

from tests.fakes.hiding import CHARSETS, SPELLINGS, TEXTUAL, WRAPPINGS, hide

from sosik.adapters.pattern_search import PatternSearch
from sosik.bulletins.leaks.matching import Matcher
from sosik.bulletins.leaks.scan import scan_pieces
from sosik.bulletins.leaks.secret import read_secrets

MB = 1 << 20
SECRETS = (
    *("김영희", "회령시 남문동 12반 박철수", "Kim Young-hee", "010-5523-8841", "Han Sorim of Unit 4"),
    "o.yang@riverpost.example",
)
SYLLABLES = "가나다라마바사아자하고노도로모보소오조호기니디리미비시이지히는은을를에의"
WORDS = "the river road night people market guards border post winter county order said found after three".split()
PAGE = "<html><body><p>Two people were reported missing. 강가에서 두 사람이 실종되었다.</p>%s</body></html>"


def english(rng: random.Random) -> str:
    return " ".join(rng.choices(WORDS, k=12)) + ".\n"


def korean(rng: random.Random) -> str:
    return " ".join("".join(rng.choices(SYLLABLES, k=rng.randrange(2, 5))) for _ in range(12)) + ".\n"


def marked_up(rng: random.Random) -> str:
    """An entry of a page: attributes, identifiers, entities, numbers of a drawing, two languages."""
    number = f"{rng.randrange(1 << 60):016x}"
    path = " ".join(f"L{rng.random() * 100:.1f},{rng.random() * 40:.1f}" for _ in range(4))
    return (
        f'<article class="incident-card card--{rng.choice(WORDS)}" id="i-{number}"><h2><a href="../incidents/i-{number}.html?a=1&amp;b=2">'
        f'{english(rng)} &middot; {korean(rng)}</a></h2><p>&#8220;{english(rng)}&#8221; {korean(rng)}</p><svg viewBox="0 0 100 40">'
        f'<path d="M0,0 {path}" fill="#c0{rng.randrange(256):02x}ff"/></svg><time datetime="2023-11-08">{rng.choice(WORDS)}</time></article>\n'
    )


def of_size(size: int, write: Callable[[random.Random], str], rng: random.Random) -> bytes:
    parts: list[bytes] = []
    total = 0
    while total < size:
        parts.append(write(rng).encode())
        total += len(parts[-1])
    return b"".join(parts)


def speed(matcher: Matcher, rng: random.Random) -> None:
    files = (
        ("plain English", [of_size(10 * MB, english, rng)]),
        ("plain Korean", [of_size(10 * MB, korean, rng)]),
        ("a site of 200 marked-up pages", [of_size(MB // 20, marked_up, rng) for _ in range(200)]),
        ("one marked-up page", [of_size(10 * MB, marked_up, rng)]),
        ("bytes without sense", [rng.randbytes(MB)]),
    )
    for name, parts in files:
        begun = time.process_time()
        hits = sum(len(scan_pieces("file", [part], matcher).hits) for part in parts)
        took, size = time.process_time() - begun, sum(map(len, parts)) / MB
        print(f"{name}: {size:.1f} MB in {took:.2f} s of processor time, {size / took:.1f} MB/s, {hits} hits")


def passed(matcher: Matcher, rng: random.Random, count: int) -> None:
    """Prints how many of the hidden secrets are not found, and how each was hidden."""
    tried, missed = 0, []
    for _ in range(count):
        number = rng.randrange(len(SECRETS))
        spelling = rng.choice(list(SPELLINGS)) if rng.random() < 0.6 else "plain"
        charset, wrappings = rng.choice(list(CHARSETS)), tuple(rng.choices(list(WRAPPINGS), k=rng.randrange(3)))
        raw = hide(SECRETS[number], rng, spelling, charset, wrappings)
        if raw is None:
            continue
        tried += 1
        if rng.random() < 0.5 and (not wrappings or wrappings[-1] in TEXTUAL):
            raw = (PAGE % "\0").encode().replace(b"\0", raw, 1)
        if number + 1 not in {hit.secret for hit in scan_pieces("page", [raw], matcher).hits}:
            missed.append((number + 1, spelling, charset, wrappings))
    print(f"{len(missed)} of {tried} hidden secrets pass", *missed, sep="\n  ")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--hidden", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    rng = random.Random(told.seed)
    matcher = Matcher(read_secrets("list", "\n".join(SECRETS)), PatternSearch)
    speed(matcher, rng)
    passed(matcher, rng, told.hidden)


if __name__ == "__main__":
    main()
