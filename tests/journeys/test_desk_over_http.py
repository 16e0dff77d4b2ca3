"""The desk over HTTP: who comes in to what, and what every answer carries."""

import json
import re
import subprocess
import sys

import pytest

from fakes.desk_server import PASSWORD, ROOT, Member, started, totp

ACCOUNT, CLAIM, WORD = "a11-too-vague", "c-0", "x"
MEMBERS = {"m-han": "editor", "m-seo": "reporter", "m-lim": "translator", "m-noh": "analyst", "m-ahn": "administrator"}
EVERY = {"editor", "reporter", "translator", "analyst", "administrator"}
READ, DECIDE, EDIT = {"editor", "reporter", "translator"}, {"editor", "reporter"}, {"editor"}
SEE = READ | {"analyst"}
EXPORT, SET_UP = {"editor", "analyst"}, {"editor", "administrator"}
WHO = {
    "lock": EVERY, "sign": EVERY, "members": {"administrator"}, "invite": {"administrator"},
    "member_roles": {"administrator"}, "progress": SEE, "counted": SEE, "import_progress": DECIDE, "inbox": SEE,
    "new_account": DECIDE, "numbers": DECIDE, "imports": DECIDE, "stop_import": DECIDE, "account": READ, "words": DECIDE,
    "add_claim": DECIDE, "undo_on_account": DECIDE, "stands": DECIDE, "relate": DECIDE, "claim_form": DECIDE,
    "decide_claim": DECIDE, "incidents": SEE, "incident": SEE, "judge": DECIDE, "undo_on_incident": DECIDE,
    "choose_best": DECIDE, "measures": SEE, "search": SEE,
    "bulletins": READ, "new_bulletin": READ, "bulletin": READ, "check_bulletin": READ, "save_bulletin": READ,
    "move_bulletin": READ, "override_bulletin": READ, "preview_bulletin": READ, "releases": READ,
    "release_progress": READ, "prepare_release": READ, "preview_release": READ, "scan_release": DECIDE,
    "let_release_go": EDIT, "plan_release": EDIT, "replies": DECIDE, "reply": DECIDE, "fetch_mirror": DECIDE,
    "sources": READ, "source": READ, "compromise_source": DECIDE, "hand_over_source": DECIDE, "erase_source": EDIT,
    "erase_account": EDIT, "sealed_call": DECIDE, "correct_call": DECIDE, "paper_form": DECIDE, "vault": DECIDE,
    "seal_identity": DECIDE, "translation": READ, "attachment": DECIDE,
    "note_attachment": DECIDE, "coding": READ,
    "add_picture": READ, "picture": READ, "remove_picture": READ,
    "estimates": EXPORT, "exports": EXPORT, "export": EXPORT, "audit": DECIDE, "verify_ledger": DECIDE,
    "ledger_head": DECIDE, "settings": SET_UP, "set_site": EDIT, "set_retention": EDIT, "own_passphrase": EVERY,
}  # fmt: skip
OPEN = {
    "static", "language", "welcome", "join", "account_login", "account_logout", "account_reauthenticate",
    "mfa_authenticate", "mfa_reauthenticate", "mfa_login_webauthn", "mfa_reauthenticate_webauthn",
}  # fmt: skip
FACTORS = {
    "mfa_index", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_list_webauthn", "mfa_add_webauthn",
    "mfa_remove_webauthn", "mfa_edit_webauthn", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
}  # fmt: skip
NOWHERE = {"account_signup", "account_reset_password", "account_email"}
FILLED = {
    "name": ACCOUNT, "claim": CLAIM, "word": WORD, "member": "m-lim", "source": "s-heron", "digest": "0" * 64,
    "file": "index.html", "pk": "1", "lang": "ko",
}  # fmt: skip


@pytest.fixture(scope="module")
def members(demo):
    return {role: Member(demo.address).sign_in(name, demo.code(name)) for name, role in MEMBERS.items()}


def addresses():
    """Every address that the desk answers at, by its name: asked of the resolver itself, whatever file it comes from."""
    said = subprocess.run([sys.executable, "-c", _RESOLVED], capture_output=True, text=True, check=True, cwd=ROOT)
    found = dict(json.loads(said.stdout))
    assert len(found) == said.stdout.count('["')  # no two of one name
    return {name: "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda m: FILLED[m[1]], route) for name, route in found.items()}


_RESOLVED = """
import json
from sosik.desk.configuring import configure
configure()
from django.urls import get_resolver
def every(patterns, before=""):
    for one in patterns:
        route = before + str(one.pattern)
        if hasattr(one, "url_patterns"):
            yield from every(one.url_patterns, route)
        else:
            yield [one.name, route]
print(json.dumps(list(every(get_resolver().url_patterns))))
"""


def test_every_address_is_for_its_roles_and_for_nobody_else(demo, members):
    """Each address, read or posted to, as each role and as nobody: whoever may not gets 403, nobody is sent to the door."""
    table = addresses()
    assert set(table) == set(WHO) | OPEN | FACTORS | NOWHERE
    for name, path in table.items():
        if name in OPEN:
            continue
        nobody = Member(demo.address)
        nobody.get("/door/login/")
        for ask in (nobody.get, nobody.post):
            assert ask(path)[0] == 302, name
            assert nobody.headers["Location"].startswith("/door/login/"), name
        for role, member in members.items():
            may = name in FACTORS or role in WHO.get(name, ())
            if name != "lock":
                assert (member.get(path)[0] == 403) is not may, (name, role)
            if not may:
                assert member.post(path)[0] == 403, (name, role)


def test_nobody_signs_up_or_guesses_a_way_in(demo):
    """Signing up, resetting a password, a welcome without its word and an invitation that was never made are not there."""
    for path in ("/door/signup/", "/door/reset/", "/welcome/x/", "/join/x/"):
        status, _ = Member(demo.address).get(path)
        assert status in {302, 404}, path


def test_an_answer_is_kept_by_no_browser_and_runs_no_script_of_a_page(demo, members):
    """Pages bear a strict policy and are not kept; no page has a script or a style within it."""
    for path in ("/", f"/accounts/{ACCOUNT}/", "/incidents/", "/measures/", "/search/?q=무산", "/accounts/new/"):
        status, body = members["editor"].get(path)
        assert status == 200, path
        headers = members["editor"].headers
        assert headers["Cache-Control"] == "no-store"
        assert "script-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert not re.search(r"<script(?![^>]*(?:src=|application/json))|<style|\sstyle=|\son\w+=", body), path


def test_a_password_alone_does_not_come_in(demo):
    """After the password every page still leads to the second factor; a wrong code leads nowhere."""
    somebody = Member(demo.address)
    somebody.get("/door/login/")
    somebody.post("/door/login/", {"login": "m-lim", "password": PASSWORD})
    assert somebody.get("/incidents/")[0] == 302
    somebody.get("/door/factors/authenticate/")
    status, _ = somebody.post("/door/factors/authenticate/", {"code": "000000"})
    assert status == 200
    assert somebody.get("/incidents/")[0] == 302


def test_an_app_code_works_and_a_session_stays_with_its_browser(demo):
    """A code of the authenticator signs in; the same cookies from another browser are signed out."""
    member = Member(demo.address).sign_in("m-lim", totp(demo.secrets["m-lim"]))
    assert member.get("/incidents/")[0] == 200
    member.browser = "another browser"
    assert member.get("/incidents/")[0] == 302
    member.browser = "a browser of the tests"
    assert member.get("/incidents/")[0] == 302


def test_a_form_of_another_site_does_nothing(demo, members):
    """A post without its word is refused, and so is any request by another name than the desk's."""
    assert members["editor"].get("/", Host="rebound.example")[0] == 400
    keep = members["editor"].word
    members["editor"].word = "0" * 64
    status, _ = members["editor"].post(f"/accounts/{ACCOUNT}/stands/", {"consent": "publish", "because": "x"})
    members["editor"].word = keep
    assert status == 403


def test_numbers_in_an_account_are_refused_and_said_while_typing(members):
    """A telephone number keeps an account out; the same words without it come in, and their claims wait."""
    text = "무산군에서 11월 20일 지뢰가 터져 두 명이 죽었다고 전했다. 연락처 010-2345-6789"
    fields = {"text": text, "source": "s-teal", "told": "2026-11-21", "basis": "eyewitness", "consent": "publish"}
    editor = members["editor"]
    editor.get("/accounts/new/")
    status, body = editor.post("/accounts/numbers/", {"text": text})
    assert status == 200
    assert "010-2345-6789" in body
    status, body = editor.post("/accounts/new/", fields)
    assert status == 422
    assert "E-INPUT-NUMBERS" in body
    status, _ = editor.post("/accounts/new/", fields | {"text": text.split(" 연락처", maxsplit=1)[0]})
    assert status == 302
    _, page = editor.get(editor.headers["Location"])
    assert "1 to decide" in page
    assert "landmine explosion" in page


def test_an_analyst_sees_no_word_of_an_account(members):
    """Incident pages for an analyst hold figures and grades; handles, titles and quotations of accounts are not there."""
    _, listed = members["analyst"].get("/incidents/")
    for path in re.findall(r'href="(/incidents/i-[0-9a-f]+/)"', listed):
        _, body = members["analyst"].get(path)
        assert "s-kestrel" not in body
        assert "blockquote" not in body
        assert "/accounts/" not in body


def test_an_unlocked_desk_of_nobody_begins_with_the_word_on_the_terminal(tmp_path):
    """Locked, it has one page; the first member begins with the printed word, and adds a factor before any page opens."""
    from click.testing import CliRunner

    from sosik.cli.main import command

    desk, key = tmp_path / "desk", tmp_path / "key"
    CliRunner().invoke(command, ["ledger", "init", "--desk", str(desk), "--key-file", str(key), "--member", "m-han"])
    run = [sys.executable, "-m", "sosik", "desk", "--desk", str(desk), "--key-file", str(key), "--port", "0"]
    with started([*run, "--locked"]) as (_, address):
        status, body = Member(address).get("/accounts/anything/")
        assert status == 200
        assert "This desk is locked" in body
        assert Member(address).get("/", Host="rebound.example")[0] == 400
        locked = Member(address, lang="ko")
        _, korean = locked.get("/")
        assert "데스크가 잠겨 있습니다" in korean
        status, body = locked.post("/unlock/", {"passphrase": "wrong"})
        assert status == 403
        assert "E-KEY" in body
    with started(run) as (_, address):
        first = Member(address)
        assert first.get("/")[0] == 403
        assert first.get("/welcome/guess/")[0] == 404


def test_guessing_a_password_closes_the_name_for_a_while(demo):
    """After five wrong passwords the right one does not come in either."""
    guesser = Member(demo.address)
    guesser.get("/door/login/")
    for _ in range(5):
        guesser.post("/door/login/", {"login": "m-noh", "password": "wrong and long enough"})
    status, body = guesser.post("/door/login/", {"login": "m-noh", "password": PASSWORD})
    assert status != 302, body
