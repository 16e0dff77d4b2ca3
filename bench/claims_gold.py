"""How well the reader reads the gold notes: claims found, values right, values that no claim may hold.

python bench/claims_gold.py [--misses] [en|ko] [FOLDER]

FOLDER holds notes in the format of ``tests/spec/notes``, in ``en`` and ``ko``; ``tests/spec/notes_apart`` was held out.
"""

import re
import sys
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from sosik.accounts.account import Account, Basis
from sosik.claims.claim import Claim
from sosik.claims.reading import read
from sosik.cli.reading_rules import rules_of_reading
from sosik.errors import ValueUnreadable
from sosik.values.edtf import read_span, write_period, write_span
from sosik.values.ids import AccountId
from sosik.values.text import Lang, normalise

NOTES = Path(__file__).parents[1] / "tests" / "spec" / "notes"
FIGURES = ("killed", "injured", "total", "missing", "detained", "repatriated")


def note(path: Path) -> tuple[dict[str, Any], str]:
    head, _, text = path.read_text("utf-8").removeprefix("+++\n").partition("\n+++\n")
    return tomllib.loads(head), normalise(text).strip()


def account_of(path: Path, gold: dict[str, Any], text: str) -> Account:
    days = {key: _day(gold[key]) for key in ("received", "told", "published") if key in gold}
    basis = Basis(gold.get("basis", "unknown"))
    return Account(
        id=AccountId(path.stem), text=text, lang=Lang(path.parent.name), basis=basis, outlet=gold.get("outlet"), **days
    )


def when_of(claim: Claim) -> str | None:
    if claim.period:
        return write_period(claim.period.value)
    return write_span(claim.when.value) if claim.when else None


def figures_of(claim: Claim) -> dict[str, list[int]]:
    counts = {key: count for key, count in claim.casualties.items() if count is not None and key in FIGURES}
    return {key: [count.min, -1 if count.max is None else count.max] for key, count in counts.items()}


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _bounds(text: str | None) -> object:
    if text is None:
        return None
    try:
        span = read_span(text)
    except ValueUnreadable:
        return text
    return span.earliest, span.latest


def expected_figures(gold: dict[str, Any]) -> dict[str, list[int]]:
    known = {key: list(gold[key]) for key in FIGURES if key in gold}
    parts = [known[key] for key in ("killed", "injured") if key in known]
    if parts and "total" not in known:
        known["total"] = [sum(p[0] for p in parts), -1 if any(p[1] < 0 for p in parts) else sum(p[1] for p in parts)]
    return known


def likeness(claim: Claim, gold: dict[str, Any]) -> float:
    if claim.kind != gold["kind"]:
        return 0.0
    score = 1.0 + 2.0 * (claim.category.value == gold["category"])
    score += _bounds(when_of(claim)) == _bounds(gold.get("when"))
    score += figures_of(claim) == expected_figures(gold)
    return score + (claim.stance == gold.get("stance", "asserted"))


def pair(claims: list[Claim], golds: list[dict[str, Any]]) -> list[tuple[Claim, dict[str, Any]]]:
    scored = sorted(((likeness(c, g), -i, -j) for i, c in enumerate(claims) for j, g in enumerate(golds)), reverse=True)
    pairs, left, right = [], set(), set()
    for score, i, j in scored:
        if score >= 2.0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((claims[-i], golds[-j]))
    return pairs


def compare(claim: Claim, gold: dict[str, Any], speakers: list[str]) -> dict[str, bool]:
    places = {
        (_key(w.names[0] if w.names else ""), _key(w.names[1] if w.names else ""))
        for w in claim.where
        if w.role.says_where
    }
    wanted = [_key(w["name"]) for w in gold.get("where", []) if w["role"] in {"at", "near", "within"}]
    found = expected_figures(gold)
    mine = figures_of(claim)
    number = speakers.index(claim.speaker) + 1 if claim.speaker in speakers else None
    return {
        "category": claim.category.value == gold["category"],
        "when": _bounds(when_of(claim)) == _bounds(gold.get("when")),
        "figures": mine == found,
        "stance": claim.stance == gold.get("stance", "asserted"),
        "where": all(any(_same(name, two) for two in places) for name in wanted) and (bool(wanted) or not places),
        "told": (write_span(claim.told.value) if claim.told else None)
        == (str(gold["told"]) if "told" in gold else None),
        "speaker": number == gold.get("speaker"),
    }


def _key(name: str) -> str:
    return re.sub(
        r"\b(county|city|province|river|district)\b|[-' ]|(?<=..)(?:[시군도구]|두만강|압록강)$", "", name.lower()
    )


def _same(name: str, two: tuple[str, str]) -> bool:
    return any(name and other and (name == other or name in other or other in name) for other in two)


def measure(lang: str = "*", *, folder: Path = NOTES, misses: bool = False) -> Counter[str]:
    """How many of each were right; ``paired`` claims are those that stand for an expected one."""
    rules, tally = rules_of_reading(), Counter[str]()
    for path in sorted(folder.glob(f"{lang}/*.md")):
        gold, text = note(path)
        reading = read(account_of(path, gold, text), rules)
        golds = gold.get("claims", [])
        pairs = pair(list(reading.claims), golds)
        tally.update(gold=len(golds), read=len(reading.claims), paired=len(pairs))
        tally.update(notes=1, speakers=gold.get("speakers", 0) == len(reading.speakers))
        wrong = []
        for claim, wanted in pairs:
            answer = compare(claim, wanted, [speaker.id for speaker in reading.speakers])
            tally.update({key: int(value) for key, value in answer.items()})
            tally.update(whole=all(answer[key] for key in ("category", "when", "figures", "stance", "where")))
            wrong += [key for key, value in answer.items() if not value]
        perfect = not wrong and len(pairs) == len(golds) == len(reading.claims)
        tally.update(perfect=perfect)
        if misses and not perfect:
            _show(path, text, golds, reading.claims, wrong)
    return tally


def main() -> None:
    lang = next((word for word in sys.argv[1:] if word in {"en", "ko"}), "*")
    folder = next((Path(word) for word in sys.argv[1:] if word not in {"en", "ko", "--misses"}), NOTES)
    tally = measure(lang, folder=folder, misses="--misses" in sys.argv)
    for key in ("category", "when", "figures", "stance", "where", "told", "speaker", "whole"):
        print(f"{key:10} {tally[key]}/{tally['paired']}")
    print(f"precision {tally['paired']}/{tally['read']}  recall {tally['paired']}/{tally['gold']}")
    print(f"speakers counted right {tally['speakers']}/{tally['notes']}")
    print(f"notes without a fault {tally['perfect']}/{tally['notes']}")


def _show(path: Path, text: str, golds: list[dict[str, Any]], claims: tuple[Claim, ...], wrong: list[str]) -> None:
    print(f"--- {path.parent.name}/{path.stem}: {' '.join(wrong)}\n{text}")
    for gold in golds:
        where = [(w["name"], w["role"]) for w in gold.get("where", [])]
        print(
            "  gold",
            gold["kind"],
            gold["category"],
            gold.get("stance"),
            gold.get("when"),
            where,
            expected_figures(gold),
            gold.get("speaker"),
        )
    for claim in claims:
        where = [(w.names and w.names[0], str(w.role)) for w in claim.where]
        print(
            "  read",
            claim.kind,
            claim.category.value,
            claim.stance,
            when_of(claim),
            where,
            figures_of(claim),
            claim.speaker,
        )


if __name__ == "__main__":
    main()
