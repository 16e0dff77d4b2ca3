"""The main job on the text that the product was conceived from, by the commands that a newsroom types."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

READ = ["--received", "2023-11-08", "--basis", "press", "--outlet", "Daily NK"]
EN = """---
bulletin: b-two-mines
lang: en
title: Two mine blasts near Musan
writer: m-a
translator: m-b
editor: m-c
---
A source told our desk on Monday that {figure:FIRST.total} were killed or wounded by a mine on the way to the river in North Hamgyong Province in October. [claim:FIRST]

Another source near Musan heard the blast of a second mine in September and saw the light of it. {figure:SECOND.killed} died. [claim:SECOND]
"""
KO = """---
bulletin: b-two-mines
lang: ko
title: 무산 부근에서 지뢰 폭발 두 건
writer: m-a
editor: m-c
---
10월 함경북도에서 강으로 가던 길에 지뢰가 터져 {figure:FIRST.total}이 죽거나 다쳤다고 소식통이 6일 본지에 전했다. [claim:FIRST]

9월에도 지뢰가 터져 {figure:SECOND.killed}이 숨졌다. 무산 인근의 다른 소식통은 폭음을 듣고 불빛을 보았다. [claim:SECOND]
"""


class Desk:
    """A desk's folder and the commands on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.options = ["--desk", str(folder / "desk"), "--key-file", str(folder / "key")]

    def sosik(self, *arguments, code=0, desk=True):
        command = [sys.executable, "-m", "sosik", *map(str, arguments), *(self.options if desk else [])]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env={**os.environ, "LANG": "C.UTF-8"}
        )
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout

    def json(self, *arguments, code=0, desk=True):
        return json.loads(self.sosik(*arguments, code=code, desk=desk))

    def decide(self, *lines):
        file = self.folder / "more.jsonl"
        file.write_text(
            "".join(json.dumps({"on": "2023-11-20", "because": "checked", **line}) + "\n" for line in lines)
        )
        self.sosik("decide", file)


@pytest.fixture
def desk(tmp_path, seed_text):
    desk = Desk(tmp_path)
    desk.sosik("ledger", "init", "--demo")
    desk.sosik("run", seed_text, *READ)
    return desk


def figures(incident):
    return {key: (count["min"], count["max"]) for key, count in incident["figures"].items() if count}


def test_the_seed_gives_the_table(desk):
    """Two incidents, three measures, one origin each, with the ranges that the article states."""
    book = desk.json("incidents", "--format", "json")
    by_month = {one["when"]["edtf"]: one for one in book["incidents"]}

    assert set(by_month) == {"2023-10-11/2023-10-20", "2023-09"}
    october, september = by_month["2023-10-11/2023-10-20"], by_month["2023-09"]
    assert figures(october) == {"killed": (0, 5), "injured": (0, 5), "total": (5, 5)}
    assert figures(september)["killed"] == (3, 3)
    assert {one["category"] for one in book["incidents"]} == {"landmine"}
    assert {one["grade"] for one in book["incidents"]} == {"single_source"}
    assert {one["origins"] for one in book["incidents"]} == {1}
    assert {one["where"]["name_ko"] for one in book["incidents"]} == {"무산군"}
    measures = {one["category"]: one["since"] for one in book["measures"]}
    assert measures == {"mine_laying": "2023-08", "cameras": None, "border_tightening": "2023-09"}


def test_each_figure_goes_back_to_the_words(desk, seed_text):
    """A trace of a figure shows words that stand at its span in the account."""
    text = seed_text.read_text("utf-8")
    for one in desk.json("incidents", "--format", "json")["incidents"]:
        for name, count in one["figures"].items():
            if count is None:
                continue
            trace = desk.json("trace", f"{one['incident']}.{name}", "--json")
            assert trace["claims"]
            for claim in trace["claims"]:
                assert claim["words"]
                for words in claim["words"]:
                    start, end = words["span"]
                    assert text[start:end] == words["text"]


def test_a_bulletin_is_blocked_rewritten_cleared_and_published(desk, seed_text, tmp_path):
    """The contact day blocks, the presence near Musan warns; rewritten and cleared by two, both incidents come out."""
    claims = [
        line
        for line in map(
            json.loads, desk.sosik("claims", seed_text, "--received", "2023-11-08", desk=False).splitlines()
        )
        if line["record"] == "claim"
    ]
    october, september = (
        next(one for one in claims if one["kind"] == "incident" and one["when"]["earliest"] == day)
        for day in ("2023-10-11", "2023-09-01")
    )
    texts = tmp_path / "bulletins"
    texts.mkdir()
    for lang, text in (("en", EN), ("ko", KO)):
        filled = text.replace("FIRST", october["claim"]).replace("SECOND", september["claim"])
        (texts / f"b-two-mines.{lang}.md").write_text(filled, "utf-8")
    bulletin = texts / "b-two-mines"
    desk.decide(*({"decision": "accept", "member": "m-a", "about": {"claim": one}} for one in claims))

    verdict = desk.json("check", bulletin, "--json", code=4)
    assert verdict["verdict"] == "block"
    assert {reason["lang"] for reason in verdict["reasons"] if reason["rule"] == "contact-day"} == {"en", "ko"}
    presence = [reason for reason in verdict["reasons"] if reason["rule"] == "presence"]
    assert {reason.get("n_low") for reason in presence} == {316}
    assert {reason["severity"] for reason in presence} == {"warn"}

    rewrite(texts, verdict)
    verdict = desk.json("check", bulletin, "--json")
    assert verdict["verdict"] != "block"
    desk.sosik("publish", bulletin, "--out", tmp_path / "site", code=4)

    about = {"bulletin": "b-two-mines", "revision": verdict["revision"], "hash": verdict["hash"]}
    desk.decide({"decision": "review", "member": "m-reviewer", "about": about})
    desk.sosik("publish", bulletin, "--out", tmp_path / "site", code=4)
    desk.decide(
        {"decision": "clear", "member": "m-clearer", "about": about},
        {"decision": "publish", "member": "m-clearer", "about": about},
    )
    desk.sosik("publish", bulletin, "--out", tmp_path / "site")
    check_site(tmp_path / "site", {one["account"] for one in claims} | {one["claim"] for one in claims})


def rewrite(texts, verdict):
    """What an editor does who takes every proposed phrase: from the last to the first, so that spans stay true."""
    for lang in ("en", "ko"):
        file = texts / f"b-two-mines.{lang}.md"
        head, mark, body = file.read_text("utf-8").rpartition("\n---\n")
        taken = []
        for reason in sorted(verdict["reasons"], key=lambda reason: reason["span"] or [0, 0], reverse=True):
            if reason["lang"] != lang or reason.get("suggest") is None:
                continue
            start, end = reason["span"]
            if any(start < other[1] and other[0] < end for other in taken):
                continue
            assert body[start:end] == reason["text"]
            body = body[:start] + reason["suggest"] + body[end:]
            taken.append((start, end))
        file.write_text(head + mark + body, "utf-8")


def check_site(site, private):
    with (site / "data" / "incidents.csv").open(encoding="utf-8") as file:
        import csv

        rows = {row["date_earliest"][:7]: row for row in csv.DictReader(file)}
    assert {row["total_min"] for row in rows.values()} == {"5", "3"}
    assert (rows["2023-10"]["killed_min"], rows["2023-10"]["killed_max"]) == ("0", "5")
    assert (rows["2023-09"]["killed_min"], rows["2023-09"]["killed_max"]) == ("3", "3")
    for file in site.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            for word in private | {"single_source", "speaker", "m-reviewer", "m-clearer", "Monday", "6일"}:
                assert word.encode() not in content, (file, word)
