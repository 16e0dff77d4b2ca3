"""What the desk acknowledged is kept: under two members at once, under a kill, and with each member's signature."""

import os
import re
import signal
import subprocess
import sys
import threading

from fakes.desk_server import Member, demo_desk, started, totp
from fakes.sealed_desks import new_holder, opened
from sosik.accounts.decision import DecisionKind
from sosik.adapters.age_identity import secret_of_file
from sosik.adapters.signing import is_signed
from sosik.adapters.store.members import members
from sosik.adapters.store.signed import signed_bytes

WORDS = "nine quiet herons on ice"
CALL = "무산군에서 {day}일 지뢰가 터져 두 명이 죽었다고 한 주민이 전했다."


def calls(member, numbers, kept):
    """Save one call after another; the addresses of those that were acknowledged."""
    member.get("/accounts/new/")
    for number in numbers:
        fields = {
            "text": CALL.format(day=number % 27 + 1),
            "told": "2026-11-21",
            "received": f"2026-11-{number % 27 + 1:02}",
        }
        try:
            status, _ = member.post("/accounts/new/", fields)
        except OSError:
            return
        if status == 302:
            kept.append(member.headers["Location"])


def decide(member, account, claim, turns):
    for turn in range(turns):
        kind = ("accept", "reject")[turn % 2]
        status, _ = member.post(
            f"/accounts/{account}/claims/{claim}/decide/", {"kind": kind, "because": f"turn {turn}"}
        )
        assert status == 302


def test_two_members_deciding_on_one_claim_lose_nothing(tmp_path):
    """Both say yes and no in turns at the same moment: the history holds every word of both."""
    with demo_desk(tmp_path / "demo") as demo:
        both = [Member(demo.address).sign_in(name, demo.code(name)) for name in ("m-han", "m-seo")]
        _, page = both[0].get("/accounts/a11-too-vague/")
        both[1].get("/accounts/a11-too-vague/")
        claim = re.search(r"/claims/(c-\w+)/decide/", page)[1]
        work = [threading.Thread(target=decide, args=(one, "a11-too-vague", claim, 8)) for one in both]
        for one in work:
            one.start()
        for one in work:
            one.join()
    store, ledger = opened(demo.folder / "desk", holder(demo.folder / "demo.key"))
    said = [(one.member, one.because) for one in ledger.kept().decisions if one.because.startswith("turn")]
    store.close()
    assert sorted(said) == sorted((name, f"turn {turn}") for name in ("m-han", "m-seo") for turn in range(8))


def test_a_kill_between_two_saves_loses_none_that_was_acknowledged(tmp_path):
    """The program is killed while two members save calls: every call that was answered is there, the ledger is whole."""
    with demo_desk(tmp_path / "demo") as demo:
        kept = []
        both = [Member(demo.address).sign_in(name, demo.code(name)) for name in ("m-han", "m-seo")]
        work = [threading.Thread(target=calls, args=(one, range(400), kept)) for one in both]
        for one in work:
            one.start()
        while len(kept) < 12:
            work[0].join(0.05)
        os.kill(demo.process.pid, signal.SIGKILL)
        for one in work:
            one.join()
    of = ["--desk", str(demo.folder / "desk"), "--key-file", str(demo.folder / "demo.key")]
    subprocess.run([sys.executable, "-m", "sosik", "ledger", "verify", *of], check=True, capture_output=True)
    store, ledger = opened(demo.folder / "desk", holder(demo.folder / "demo.key"))
    names = [address.strip("/").split("/")[1] for address in kept]
    assert len(ledger.accounts_of(names)) == len(set(names)) >= 12
    store.close()


def test_a_decision_bears_the_signature_of_the_member_who_took_it(tmp_path):
    """On a desk that is no demo: whoever was invited signs with their own key; the key comes with their passphrase."""
    desk, key = tmp_path / "desk", tmp_path / "key"
    of = ["--desk", str(desk), "--key-file", str(key)]
    subprocess.run(
        [sys.executable, "-m", "sosik", "ledger", "init", *of, "--member", "m-one"], check=True, capture_output=True
    )
    with started([sys.executable, "-m", "sosik", "desk", *of, "--port", "0"], until="welcome/") as (said, address):
        first = begun(Member(address), re.search(r"(/welcome/\S+/)", said)[1], "m-one")
        assert "Nothing has come in yet" in first.get("/")[1]
        first.get("/members/")
        _, page = first.post("/members/invite/", [("member", "m-two"), ("roles", "reporter")])
        second = begun(Member(address), re.search(r"<code>http://[^/]+(/join/\S+/)</code>", page)[1], "m-two")
        second.get("/accounts/new/")
        second.post("/accounts/new/", {"text": CALL.format(day=3), "told": "2026-11-21"})
        account = second.headers["Location"]
        _, page = second.get(account)
        claim = re.search(r"/claims/(c-\w+)/decide/", page)[1]
        status, _ = second.post(f"{account}claims/{claim}/decide/", {"kind": "accept"})
        assert (status, second.headers["Location"]) == (302, account)
    store, ledger = opened(desk, holder(key))
    (line,) = [one for one in ledger.kept().decisions if one.kind is DecisionKind.accept]
    known = members(store)["m-two"]
    message = signed_bytes(store.ring.desk, line)
    store.close()
    assert line.member == "m-two"
    assert is_signed(message, line.sig, known.verify)


def begun(member, address, name):
    """A password and an app, from the address that was handed over; signed in."""
    member.get(address)
    _, weak = member.post(address, {"password": "short", "again": "short"})
    assert "at least 12" in weak
    status, _ = member.post(address, {"password": WORDS, "again": WORDS})
    assert status == 302
    member.get("/door/login/")
    member.post("/door/login/", {"login": name, "password": WORDS})
    _, page = member.get("/door/factors/totp/activate/")
    secret = re.search(r'<code id="secret">(\w+)</code>', page)[1]
    status, _ = member.post("/door/factors/totp/activate/", {"code": totp(secret)})
    assert status == 302
    return member


def holder(key):
    return new_holder(secret_of_file(key))
