"""A client that means harm at every form of the desk, and words that must not get where others look: logs, errors, addresses, titles."""

import html
import re
import shutil
import sys
import urllib.error
import urllib.parse
import urllib.request

import pytest

from fakes.desk_server import Demo, Member, _made, started

CANARY = "seomjin-canary-4417"
PAGES = (
    "/", "/accounts/a01-kestrel-call/", "/accounts/a11-too-vague/", "/accounts/new/", "/accounts/import/", "/incidents/",
    "/measures/", "/search/", "/bulletins/", "/bulletins/b-village-2025-11/", "/releases/", "/replies/", "/sources/",
    "/sources/s-heron/", "/accounts/a11-too-vague/erase/", "/audit/", "/settings/", "/estimates/", "/exports/",
    "/own/passphrase/", "/members/", "/sign/", "/door/factors/",
)  # fmt: skip
LEAVE = {"/lock/", "/door/logout/"}
HOSTILE = (
    "",
    "\x00\x1b[2J",
    "<script>alert(4417)</script>\"'><img src=x onerror=alert(4417)>",
    "{{7*7}}{% debug %}${7*7}",
    "../../../../etc/passwd",
    "'; DROP TABLE entry; --",
    "-99999999999999999999",
    "\u202e\ud7ff\U0010ffff" * 20,
    "가" * 60_000,
)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A demo of its own whose complaints go to a file."""
    place = tmp_path_factory.mktemp("hostile")
    made, said = _made()
    shutil.copytree(made, place / "demo")
    run = [sys.executable, "-m", "sosik", "desk", "--desk", str(place / "demo/desk"), "--port", "0"]
    run += ["--key-file", str(place / "demo/demo.key")]
    with started(["sh", "-c", f'exec "$@" 2>{place / "said"}', "sh", *run]) as (_, address):
        yield Demo(address, said, place / "demo"), place / "said"


@pytest.fixture(scope="module")
def members(served):
    return {name: Member(served[0].address).sign_in(name, served[0].code(name)) for name in ("m-han", "m-ahn")}


def forms(member):
    """Each form of the desk once, by its address: the names of its fields."""
    found = {}
    for path in PAGES:
        _, page = member.get(path)
        for attributes, inner in re.findall(r"<form([^>]*)>(.*?)</form>", page, re.DOTALL):
            if 'method="post"' in attributes:
                action = html.unescape((re.search(r'action="([^"]*)"', attributes) or [None, path])[1])
                names = re.findall(r'name="([\w-]+)"', inner)
                found.setdefault(action, set()).update(set(names) - {"csrfmiddlewaretoken"})
        for action in re.findall(r'hx-post="([^"]*)"', page):
            found.setdefault(html.unescape(action), set())
    return {action: sorted(names) for action, names in found.items() if action not in LEAVE}


def test_no_form_gives_way(served, members):
    """Every field of every form with what means harm: an answer in words, never a failure, nothing of it run or said back as a page."""
    tried = 0
    for member in members.values():
        for action, names in forms(member).items():
            member.get("/door/factors/")
            for value in HOSTILE:
                status, body = member.post(action, [(name, value) for name in names])
                assert status < 500, (action, value[:20], status)
                assert "<script>alert(4417)" not in body, action
                assert "onerror=alert(4417)>" not in body.replace("&gt;", ""), action
                assert "Traceback" not in body, action
                assert member.headers["Cache-Control"] == "no-store"
                tried += 1
            if member.get("/door/factors/")[0] == 302:  # five wrong passphrases sign out
                member.sign_in(
                    "m-han" if member is members["m-han"] else "m-ahn",
                    served[0].code("m-han" if member is members["m-han"] else "m-ahn"),
                )
    assert tried > 150


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
def test_other_verbs_do_nothing(members, method):
    """What no form sends is refused, also with the word against forgery left out."""
    member = members["m-han"]
    for path in ("/", "/accounts/new/", "/settings/site/", "/audit/verify/", "/exports/incidents.csv"):
        request = urllib.request.Request(  # noqa: S310 - our own server
            member.address + path, b"{}", {"User-Agent": member.browser}, method=method
        )
        with pytest.raises(urllib.error.HTTPError) as refused:
            member.opener.open(request, timeout=60)
        assert refused.value.code in {403, 405}, path
        refused.value.close()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b'{"text":"x"}'),
        ("multipart/form-data; boundary=x", b"--x\r\nbroken"),
        ("multipart/form-data", b""),
        ("application/x-www-form-urlencoded", b"text=%ff%fe%00&" * 4000),
        ("application/x-www-form-urlencoded", b"a=1&" * 2000),
    ],
)
def test_a_body_that_is_no_form_is_refused(members, kind, body):
    """JSON, broken parts, bytes that are no text, thousands of fields: refused in one answer."""
    member = members["m-han"]
    for path in ("/accounts/new/", "/accounts/import/", "/estimates/"):
        status, _ = member._ask(path, body, {"Content-Type": kind})
        assert 400 <= status < 500, (path, status)


def test_no_word_of_an_account_is_in_a_log_an_error_an_address_or_a_title(served, members):
    """Words of an account stay in the body of pages that show it: nowhere else, whatever fails."""
    demo, said = served
    member = members["m-han"]
    text = f"{CANARY} 무산군에서 11월 20일 지뢰가 터져 두 명이 죽었다고 전했다."
    fields = {"text": text, "source": "s-teal", "told": "2026-11-21", "basis": "eyewitness", "consent": "publish"}
    member.get("/accounts/new/")
    refused = [
        member.post("/accounts/new/", fields | wrong)
        for wrong in ({"told": "yesterday"}, {"basis": "x"}, {"source": "no handle at all"})
    ]
    status, _ = member.post("/accounts/new/", fields)
    assert status == 302
    address = member.headers["Location"]
    answers = [*refused, *((member.get(path)) for path in (address, *PAGES, "/nowhere/", f"{address}claims/c-0/"))]
    for _, body in answers:
        problems = re.findall(r"<title>(.*?)</title>", body, re.DOTALL)
        problems += re.findall(r'class="problem"[^>]*>(.*?)</', body, re.DOTALL)
        problems += re.findall(r'(?:href|action|src)="([^"]*)"', body)
        assert [one for one in problems if CANARY in html.unescape(urllib.parse.unquote(one))] == []
    assert CANARY not in address
    assert CANARY not in said.read_text("utf-8")
    assert CANARY.encode() not in b"".join(
        file.read_bytes() for file in (demo.folder / "desk").rglob("*") if file.is_file()
    )
