"""From two accounts to a site on a desk that is no demo: every step by the member whose it is, with their own key."""

import json
import os
import re
import subprocess
import sys

import pytest

KESTREL = """---
received: 2024-05-02
told: 2024-05-01
source: s-kestrel
basis: eyewitness
reliability: B
consent: publish
lang: en
---
On 12 April 2024 three people were killed by a landmine near Musan. I stood by the mill wall when they were carried past under a green tarpaulin.
"""
PLOVER = """---
received: 2024-05-04
told: 2024-05-03
source: s-plover
basis: second-hand
reliability: C
consent: publish
lang: en
---
On 12 April 2024 a mine killed three people near Musan. The carter who took them home told my brother about it over maize wine.
"""
BULLETIN = """---
bulletin: b-april
lang: en
title: Three killed by a mine
sources: [s-kestrel, s-plover]
writer: m-han
editor: m-han
---
{phrase} that {{figure:{claim}.killed}} were killed by a landmine in April. [claim:{claim}]
"""
BLOCKED, COARSE = "A stoker at the Musan mill told us on Friday", "A source in North Hamgyong Province said"
SECRETS = {"s-kestrel": "Ryom Chol Gun\nmill wall\n", "s-plover": "Pyo Sun Nyo\nmaize wine\n"}


class Newsroom:
    """``m-han`` made the desk and handles s-kestrel; ``m-lee`` handles s-plover; ``m-kim`` clears."""

    def __init__(self, folder):
        self.folder = folder
        self.sosik("ledger", "init", "--member", "m-han", key="m-han")
        for member in ("m-lee", "m-kim"):
            self.sosik("ledger", "members", "card", "--key-file", folder / member, key=None)
            self.sosik("ledger", "members", "add", member, "--new-key-file", folder / member, key="m-han")

    def sosik(self, *arguments, key, code=0):
        desk = ["--desk", self.folder / "desk", "--key-file", self.folder / key] if key else []
        done = subprocess.run(
            [sys.executable, "-m", "sosik", *map(str, arguments), *map(str, desk)],
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "LANG": "C.UTF-8", "XDG_CACHE_HOME": str(self.folder / "cache")},
        )
        assert code is None or done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr

    def decide(self, member, *lines):
        file = self.folder / "lines.jsonl"
        whole = ({"on": "2024-05-20", "member": member, "because": "looked at", **line} for line in lines)
        file.write_text("".join(json.dumps(line) + "\n" for line in whole))
        return self.sosik("decide", file, key=member)

    def scanned(self, handler, source):
        """What the handler's own scan of the waiting release says it was of; it finds nothing."""
        secrets = self.folder / "secrets"
        secrets.write_text(SECRETS[source])
        return json.loads(self.sosik("scan", "--secrets", secrets, "--json", key=handler))["bundle"]

    def write(self, phrase, claim):
        folder = self.folder / "bulletins"
        folder.mkdir(exist_ok=True)
        (folder / "b-april.en.md").write_text(BULLETIN.format(phrase=phrase, claim=claim))
        return folder / "b-april"


@pytest.fixture
def room(tmp_path):
    room = Newsroom(tmp_path)
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "kestrel.md").write_text(KESTREL)
    (notes / "plover.md").write_text(PLOVER)
    room.sosik("run", notes, key="m-han")
    return room


def test_from_a_blocked_draft_to_a_scanned_release(room, tmp_path):
    """Blocked, rewritten, reviewed, cleared; held back while a handler has found something, and until each has scanned these bytes."""
    (incident, *_) = json.loads(room.sosik("incidents", "--format", "json", key="m-han"))["incidents"]
    read = room.sosik("claims", tmp_path / "notes", key=None).splitlines()
    claims = [one for one in map(json.loads, read) if one["record"] == "claim" and one["claim"] in incident["claims"]]
    room.decide("m-han", *({"decision": "accept", "about": {"claim": one}} for one in claims))
    claim, out = claims[0]["claim"], tmp_path / "site"

    bulletin = room.write(BLOCKED, claim)
    blocked = json.loads(room.sosik("check", bulletin, "--json", key="m-han", code=4))
    assert {"rare-role", "contact-day"} <= {one["rule"] for one in blocked["reasons"]}
    room.sosik("publish", bulletin, "--out", out, key="m-han", code=4)

    bulletin = room.write(COARSE, claim)
    verdict = json.loads(room.sosik("check", bulletin, "--json", key="m-han"))
    assert verdict["verdict"] != "block"
    about = {"bulletin": "b-april", "revision": verdict["revision"], "hash": verdict["hash"]}
    room.sosik("publish", bulletin, "--out", out, key="m-kim", code=4)
    assert "1" in room.decide("m-lee", {"decision": "review", "about": about})
    room.sosik("publish", bulletin, "--out", out, key="m-kim", code=4)
    room.decide("m-kim", {"decision": "clear", "about": about}, {"decision": "publish", "about": about})

    said = room.sosik("publish", bulletin, "--out", out, key="m-kim", code=4)
    bundle = re.search(r"\b[0-9a-f]{64}\b", said)[0]
    assert "s-kestrel" in said
    assert "s-plover" in said
    assert not out.exists()
    (tmp_path / "mine").write_text("mine\nNorth Hamgyong Province said that\n")
    found = room.sosik("scan", "--secrets", tmp_path / "mine", key="m-han", code=3)
    (tmp_path / "mine").write_text("North Hamgyong Province said that\n")
    found += room.sosik("scan", "--secrets", tmp_path / "mine", key="m-han", code=4)
    assert "Hamgyong" not in found
    room.decide("m-han", {"decision": "scan", "about": {"bundle": bundle, "source": "s-kestrel", "verdict": "hit"}})
    assert "E-SCAN-HIT" in room.sosik("publish", bulletin, "--out", out, key="m-kim", code=4)
    for handler, source in (("m-han", "s-kestrel"), ("m-lee", "s-plover")):
        assert room.scanned(handler, source) == bundle
        scan = {"bundle": bundle, "source": source, "verdict": "clean"}
        room.decide(handler, {"decision": "scan", "about": scan})

    room.sosik("publish", bulletin, "--out", out, key="m-kim")
    page = next(out.rglob("b-april.html")).read_text("utf-8")
    assert COARSE in page
    words = "".join(path.read_text("utf-8", "replace") for path in out.rglob("*") if path.is_file())
    assert not [secret for secret in ("mill wall", "maize wine", "s-kestrel", "s-plover") if secret in words]
