"""The vault's page: who opens an identity, by what, for how long, and what is left of it."""

import re
import subprocess
import sys

from fakes.desk_server import Member, started
from journeys.test_desk_keeps import WORDS, begun

IDENTITY = "Hong Gil-dong of the made-up ferry, reached by the third stall"
SOURCE = "s-wren"


def test_an_identity_opens_for_its_handler_and_trustee_by_their_passphrase_and_shuts_by_itself(tmp_path):
    """Sealed by its handler; a colleague and the member whose key opened the desk are refused; a wrong passphrase opens nothing."""
    desk, key = tmp_path / "desk", tmp_path / "key"
    of = ["--desk", str(desk), "--key-file", str(key)]
    init = [sys.executable, "-m", "sosik", "ledger", "init", *of, "--member", "m-one"]
    subprocess.run(init, check=True, capture_output=True)
    with started([sys.executable, "-m", "sosik", "desk", *of, "--port", "0"], until="welcome/") as (said, address):
        first = begun(Member(address), re.search(r"(/welcome/\S+/)", said)[1], "m-one")
        handler, trustee, other = (invited(first, address, name) for name in ("m-two", "m-three", "m-four"))
        path = f"/sources/{SOURCE}/vault/"
        handler.get(path)
        handler.post(f"{path}seal/", {"identity": IDENTITY, "trustee": "m-three"})
        for colleague in (other, first):
            assert "m-two" in colleague.get(path)[1]
            status, page = colleague.post(path, {"passphrase": WORDS})
            assert (status, IDENTITY in page) == (403, False)
            assert colleague.post(f"{path}seal/", {"identity": "x", "trustee": "m-three"})[0] == 422
        for one in (handler, trustee):
            one.get(path)
            status, page = one.post(path, {"passphrase": WORDS})
            assert (status, IDENTITY in page) == (200, True)
            assert re.fullmatch(rf"\d+; url={path}", one.headers["Refresh"])
            assert int(one.headers["Refresh"].split(";")[0]) <= 600
            assert one.headers["Cache-Control"] == "no-store"
            assert IDENTITY not in one.get(path)[1]
        for _ in range(5):
            status, page = handler.post(path, {"passphrase": "not the words at all"})
            assert (status, IDENTITY in page) == (403, False)
        status, page = handler.post(path, {"passphrase": WORDS})
        assert (status, "E-DESK-TRIES" in page) == (403, True)
    listed = subprocess.run(
        [sys.executable, "-m", "sosik", "ledger", "vault", "list", *of], check=True, capture_output=True, text=True
    )
    assert listed.stdout.count("m-two") >= 2
    assert IDENTITY not in listed.stdout


def invited(first, address, name):
    first.get("/members/")
    _, page = first.post("/members/invite/", [("member", name), ("roles", "reporter")])
    return begun(Member(address), re.search(r"<code>http://[^/]+(/join/\S+/)</code>", page)[1], name)
