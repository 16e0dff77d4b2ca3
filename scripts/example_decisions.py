"""Write ``decisions.jsonl`` and ``expected/`` of ``examples/musan`` anew, after the rules of reading or an account of the example has changed.

    python scripts/example_decisions.py

What the desk decides stands in this file by account; the claims and the hashes that the lines carry come from the program.
Bulletins name claims by their ids, so run it, then look at what ``git diff`` shows.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "musan"
DECISIONS = EXAMPLE / "decisions.jsonl"
ACCEPTED = {
    "a01": "Read against both calls; the count is what he saw.",
    "a02": "Read back to her; she is sure of the two.",
    "a03": "As published.",
    "a04": "As published; it names where it comes from.",
    "a05": "As published.",
    "a06": "Kept beside the others: he has it from a cousin.",
    "a07": "As the office said it.",
    "a08": "He passes the poles each day.",
    "a09": "She counted them on her way.",
    "a10": "As told.",
    "a12": "As told; nothing of it may be published as it stands.",
    "a13": "As told; he asked us to keep it.",
    "a14": "The gallery's mouth is the one in older pictures.",
    "a15": "As told; for sums alone.",
}
REJECTED = {"a16": "A plan that he has from one clerk; ask again in December."}
CITED = {"MINE": "a01", "CAMERAS": "a08", "DENIAL": "a07", "BEATING": "a12"}
CLEARED = "b-musan-2025-11"


def sosik(*arguments: str, code: int = 0) -> str:
    done = subprocess.run([sys.executable, "-m", "sosik", *arguments], capture_output=True, text=True, check=False)
    if done.returncode != code:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


def line(decision: str, member: str, on: str, because: str, **about: Any) -> dict[str, Any]:
    return {"decision": decision, "member": member, "on": on, "about": about, "because": because}


def claims() -> dict[str, dict[str, Any]]:
    """The first claim of each account, by the beginning of the account's name."""
    found: dict[str, dict[str, Any]] = {}
    for text in sosik("claims", str(EXAMPLE / "accounts")).splitlines():
        record = json.loads(text)
        if record["record"] == "claim":
            found.setdefault(record["account"][:3], record)
    return found


def decisions(read: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    lines = [line("relate", "m-seo", "2025-11-16", "A machine's English of the other.",
                  account="a05-machine-copy", relation="retells", to="a03-ganggeonneo")]  # fmt: skip
    lines += [line("accept", "m-seo", "2025-11-18", why, claim=read[key]) for key, why in ACCEPTED.items()]
    lines += [line("reject", "m-seo", "2025-11-18", why, claim=read[key]) for key, why in REJECTED.items()]
    pair = [read["a01"]["claim"], read["a02"]["claim"]]
    lines.append(
        line(
            "judge", "m-seo", "2025-11-18", "The same night, the same road above the bank.", claims=pair, verdict="same"
        )
    )
    lines.append(line("choose_best", "m-seo", "2025-11-18", "She saw the covered carts; the others could not tell them apart.",
                      incident=read["a02"]["claim"], figure="killed", best=2))  # fmt: skip
    lines.append(
        line(
            "source",
            "m-han",
            "2025-11-18",
            "Right in both of his earlier accounts.",
            source="s-plover",
            reliability="C",
        )
    )
    return lines


def fill(read: dict[str, dict[str, Any]], old: dict[str, str]) -> dict[str, str]:
    """Put the ids of the claims into the bulletins in place of those of the last time."""
    ids = {name: read[key]["claim"] for name, key in CITED.items()}
    for file in (EXAMPLE / "bulletins").glob("*.md"):
        text = file.read_text("utf-8")
        for name, claim in ids.items():
            text = re.sub(rf"(?<=[:{{]){name}\b|{old.get(name, '$^')}", claim, text)
        file.write_text(text, "utf-8")
    return ids


def main() -> None:
    old = {}
    if DECISIONS.is_file():
        kept = [json.loads(text) for text in DECISIONS.read_text("utf-8").splitlines()]
        by_account = {
            one["about"]["claim"]["account"][:3]: one["about"]["claim"]["claim"]
            for one in kept
            if "claim" in one["about"]
        }
        old = {name: by_account[key] for name, key in CITED.items() if key in by_account}
    read = claims()
    fill(read, old)
    lines = decisions(read)
    with tempfile.TemporaryDirectory() as folder:
        desk = ["--desk", f"{folder}/desk", "--key-file", f"{folder}/key"]
        write(Path(folder) / "decisions.jsonl", lines)
        sosik("run", str(EXAMPLE / "accounts"), *desk, "--id-key", str(EXAMPLE / "id-key"),
              "--bulletins", str(EXAMPLE / "bulletins"), "--decisions", f"{folder}/decisions.jsonl")  # fmt: skip
        verdict = json.loads(sosik("check", str(EXAMPLE / "bulletins" / CLEARED), "--json", *desk))
    about = {"bulletin": CLEARED, "revision": verdict["revision"], "hash": verdict["hash"]}
    lines += [
        line("review", "m-seo", "2025-11-21", "Every figure followed back to the words.", **about),
        line("clear", "m-cho", "2025-11-21", "The warnings are read and can be borne.", **about),
        line("publish", "m-cho", "2025-11-22", "With the weekly release.", **about),
    ]
    write(DECISIONS, lines)
    expect()


def expect() -> None:
    """What the program finds now, as the golden files."""
    with tempfile.TemporaryDirectory() as folder:
        desk = ["--desk", f"{folder}/desk", "--key-file", f"{folder}/key"]
        sosik("run", str(EXAMPLE / "accounts"), *desk, "--id-key", str(EXAMPLE / "id-key"), "--out", f"{folder}/site",
              "--bulletins", str(EXAMPLE / "bulletins"), "--decisions", str(DECISIONS))  # fmt: skip
        golden = EXAMPLE / "expected"
        golden.mkdir(exist_ok=True)
        (golden / "incidents.json").write_text(sosik("incidents", "--format", "json", *desk), "utf-8")
        for name in ("incidents.csv", "measures.csv"):
            (golden / f"public-{name}").write_bytes(Path(folder, "site", "data", name).read_bytes())


def write(path: Path, lines: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(one, ensure_ascii=False, sort_keys=True) + "\n" for one in lines), "utf-8")


if __name__ == "__main__":
    main()
