"""The desk's own affairs: who decided what, how it is set up, what is taken out of it, one's own passphrase, pictures."""

import base64
import html
import io
import json
import re
import shutil
import subprocess
import sys
import time
import uuid

import pytest
from PIL import Image, ImageDraw, ImageFilter

from fakes.desk_server import ROOT, Member, started, totp

VILLAGE = "/bulletins/b-village-2025-11/"
NEW = "nine grey herons by the weir"
LISTS = "a,b,c,count\n1,0,0,300\n0,1,0,260\n0,0,1,280\n1,1,0,70\n1,0,1,80\n0,1,1,66\n1,1,1,20\n"


@pytest.fixture(scope="module")
def members(demo):
    names = ("m-han", "m-seo", "m-noh", "m-ahn")
    return {name: Member(demo.address).sign_in(name, demo.code(name)) for name in names}


def counted(member):
    """Once the count is over that a decision began."""
    for _ in range(300):
        if json.loads(member.get("/progress/counted/")[1])["is_current"]:
            return
        time.sleep(0.2)
    raise AssertionError("the count does not end")


def sosik(demo, *words):
    command = [sys.executable, "-m", "sosik", *words, "--desk", str(demo.folder / "desk")]
    command += ["--key-file", str(demo.folder / "demo.key")]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_decisions_are_found_by_member_kind_and_object(members):
    """Each filter leaves the lines that fit; every line names who and why."""
    _, every = members["m-han"].get("/audit/")
    _, hers = members["m-han"].get("/audit/?member=m-cho")
    _, of_bulletin = members["m-han"].get("/audit/?object=b-musan&kind=review")
    _, nothing = members["m-han"].get("/audit/?object=nobody")

    assert every.count("<tr data-row>") == 22
    assert hers.count("<tr data-row>") == 2
    assert of_bulletin.count("<tr data-row>") == 1
    assert "Every figure followed back to the words." in of_bulletin
    assert "No decision is like that." in nothing


def test_a_ledger_is_verified_against_heads_that_were_kept_and_written_down(demo, members):
    """Whole, it keeps its head; a head of another chain is named; what is no head is refused."""
    han = members["m-han"]
    _, page = han.get("/audit/")
    seq, mac = re.search(r'<code class="head">(\d+)\.([0-9a-f]{64})</code>', page).groups()
    _, whole = han.post("/audit/verify/", {"heads": f"{seq}.{mac[:20]}\n"})
    _, line = han.get("/audit/heads.jsonl")
    _, signed = han.post("/audit/verify/", {"heads": line})
    _, other = han.post("/audit/verify/", {"heads": f"{seq}.{'0' * 64}"})
    status, none = han.post("/audit/verify/", {"heads": "not a head"})
    _, later = han.get("/audit/")

    assert "Whole: " in whole
    assert "Whole: " in signed
    assert json.loads(line)["head"].startswith(f"{seq}.")
    assert "It is not whole." in other
    assert f"the witnessed head {seq} is not in the chain" in other
    assert status == 422
    assert "E-HEAD" in none
    assert f"{seq}.{mac[:16]}" in later  # the one that was false was not kept


def site_form(page):
    return dict(re.findall(r'<input id="((?:name|about|contact|licence|address)\w*)"[^>]* value="([^"]*)"', page))


def test_a_setting_is_a_decision_and_commands_follow_it(demo, members):
    """The licence and the days of release stand in the ledger with who and why; what is no licence is refused whole."""
    han = members["m-han"]
    fields = site_form(han.get("/settings/")[1])
    wrong, said = han.post("/settings/site/", fields | {"licence_url": "no address", "because": "a try"})
    unsaid, _ = han.post("/settings/site/", fields | {"licence_name": "ODbL-1.0", "because": " "})
    chosen = {
        "licence_name": "ODbL-1.0",
        "licence_title": 'Open "Data"\\',
        "because": "Asked for by those who reuse it.",
    }
    status, _ = han.post("/settings/site/", [*(fields | chosen).items(), ("days", "monday")])
    _, page = han.get("/settings/")
    _, audit = han.get("/audit/?kind=setting")
    line = {"decision": "setting", "member": "m-han", "on": "2025-12-01", "because": "x"}
    lines = [
        line | {"about": {"setting": "weather", "text": "fine"}},
        line | {"about": {"setting": "site", "text": "[name]"}},
    ]

    assert (wrong, unsaid, status) == (422, 422, 302)
    assert "E-BULLETIN" in said
    assert site_form(page)["licence_name"] == "ODbL-1.0"
    assert "Open &quot;Data&quot;\\" in page
    assert audit.count("<tr data-row>") == 1
    assert "Asked for by those who reuse it." in audit
    assert members["m-ahn"].get("/settings/")[0] == 200
    assert members["m-ahn"].post("/settings/site/", fields | chosen)[0] == 403
    assert followed(demo) == ["ODbL-1.0", 'Open "Data"\\', [0]]
    assert [one.fields["why"] for one in refused_of(lines)] == [
        "there is no such setting",
        "it gives no name in each language",
    ]


def followed(demo):
    """What a command reads of the desk that is served: licence and days of release."""
    code = (
        "import json, sys; from pathlib import Path; from sosik.cli.wiring import open_desk; "
        "from sosik.adapters.release.kept import desk_words; "
        "words = desk_words(open_desk(Path(sys.argv[1]), Path(sys.argv[2])).ledger); "
        "print(json.dumps([*words.licence[:2], words.release_days]))"
    )
    command = [sys.executable, "-c", code, str(demo.folder / "desk"), str(demo.folder / "demo.key")]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout)


def refused_of(lines):
    """What ``sosik decide`` says of lines on settings."""
    from sosik.accounts.decision_lines import read_lines
    from sosik.cli.newsroom import _check_setting
    from sosik.errors import DecisionRefused

    for found in read_lines("x", "\n".join(map(json.dumps, lines))):
        with pytest.raises(DecisionRefused) as refused:
            _check_setting(found.decision, found.line, "x")
        yield refused.value


def test_how_long_accounts_are_kept_is_followed_by_the_command_too(demo, members):
    """Past the months that were decided an account is listed at the desk and by the command, and is not erased."""
    han = members["m-han"]
    refused, _ = han.post("/settings/retention/", {"months": "-3", "because": "x"})
    status, _ = han.post("/settings/retention/", {"months": "1", "because": "Nothing is needed longer."})
    _, page = han.get("/settings/")
    said = sosik(demo, "ledger", "waiting").stdout

    assert (refused, status) == (422, 302)
    assert "/accounts/a01-kestrel-call/erase/" in page
    assert "Kept longer than the desk decided: a01-kestrel-call" in said
    assert han.get("/accounts/a01-kestrel-call/")[0] == 200


@pytest.mark.parametrize("kind", ["incidents", "measures", "tallies"])
def test_what_is_taken_out_is_marked_and_holds_no_account(members, kind):
    """Each row names who took it and that it is private; no claim, account, handle or word of one is in it."""
    counted(members["m-noh"])
    _, table = members["m-noh"].get(f"/exports/{kind}.csv")
    _, record = members["m-noh"].get(f"/exports/{kind}.json")

    assert all("PRIVATE 비공개 · m-noh" in line for line in table.strip().splitlines()[1:])
    assert "PRIVATE 비공개 · m-noh" in json.loads(record)["private"]
    assert members["m-noh"].headers["Content-Disposition"] == f'attachment; filename="private-{kind}.json"'
    for text in (table, record):
        assert not re.search(r"kestrel|heron|plover|\bc-[0-9a-f]{8}|\ba\d\d-", text)
    assert members["m-seo"].get(f"/exports/{kind}.csv")[0] == 403


def test_an_estimate_says_at_least_or_why_it_says_nothing(members):
    """Of the desk's own few incidents no number is said; of a table that bears one, the lower end, with marked pictures."""
    noh = members["m-noh"]
    counted(noh)
    noh.get("/estimates/")
    _, refused = noh.post("/estimates/", {})
    _, said = noh.post("/estimates/", {"table": LISTS, "one_population": "on"})
    status, wrong = noh.post("/estimates/", {"table": "a,b\n1,1\n"})
    _, own = noh.get("/exports/lists.csv")
    _, again = noh.post("/estimates/", {"table": own})
    pictures = [base64.b64decode(one).decode() for one in re.findall(r"svg\+xml;base64,([^\"]+)", said)]

    assert "No number is said" in refused
    assert "at least 20 are needed" in refused
    assert re.search(r"At least 1[\d,]+ incidents", said)
    assert len(pictures) == 3
    assert all("PRIVATE 비공개 · m-noh" in one for one in pictures)
    assert status == 422
    assert "E-ESTIMATE-TABLE" in wrong
    assert own.startswith("# PRIVATE")
    assert "No number is said" in again


def picture(size=(900, 600), kind="JPEG"):
    out = io.BytesIO()
    drawn = Image.new("RGB", size, (110, 130, 140))
    exif = drawn.getexif()
    exif[0x010F] = "A maker of cameras"
    drawn.save(out, kind, exif=exif)
    return out.getvalue()


WORDS = {
    "credit": "A. Made-up", "caption_ko": "강둑.", "caption_en": "A bank.", "alt_ko": "넓은 강.", "alt_en": "A wide river.",
}  # fmt: skip


def send(member, path, fields, name, content):
    """A form with a file, as a browser sends it."""
    edge = uuid.uuid4().hex
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields.items()
    ]
    head = f'--{edge}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{member.word}\r\n'
    file = f'--{edge}\r\nContent-Disposition: form-data; name="picture"; filename="{name}"\r\n\r\n'
    body = (head + "".join(parts) + file).encode() + content + f"\r\n--{edge}--\r\n".encode()
    return member._ask(path, body, {"Content-Type": f"multipart/form-data; boundary={edge}"})


@pytest.mark.skipif(not shutil.which("bwrap"), reason="no bubblewrap on this machine")
def test_a_picture_is_made_anew_and_named_in_each_version(members):
    """Neither its file's name nor what the camera wrote is kept; without words or as no picture it is refused; it can be taken out."""
    han = members["m-han"]
    han.get(VILLAGE)
    status, said = send(han, VILLAGE + "pictures/", WORDS, "IMG_Hong_2031.jpg", picture())
    assert status == 302, said
    counted(han)
    _, page = han.get(VILLAGE)
    path = re.search(rf'src="({VILLAGE}pictures/picture-[0-9a-f]+\.jpg/)"', page)[1]
    _, content = han.get(path)
    wordless, _ = send(han, VILLAGE + "pictures/", WORDS | {"alt_ko": ""}, "x.jpg", picture())
    none, why = send(han, VILLAGE + "pictures/", WORDS, "x.jpg", b"GIF89a no picture")
    cut, _ = send(han, VILLAGE + "pictures/", WORDS, "x.png", picture(kind="PNG")[:300])

    assert "A wide river." in page
    assert "Hong" not in page
    assert "maker" not in content
    assert (wordless, none, cut) == (422, 422, 422)
    assert "E-PICTURE" in why
    assert han.post(path + "remove/")[0] == 302
    counted(han)
    assert path not in han.get(VILLAGE)[1]


@pytest.mark.skipif(not shutil.which("bwrap"), reason="no bubblewrap on this machine")
def test_a_picture_with_faces_waits_for_a_members_eye(members):
    """Where a detector sees a face, the picture is shown and not kept until a member says that they looked; who did stands beside it."""
    han = members["m-han"]
    counted(han)
    han.get(VILLAGE)
    status, asked = send(han, VILLAGE + "pictures/", WORDS, "x.jpg", face())
    fields = {
        name: html.unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', asked)
    }
    fields.pop("csrfmiddlewaretoken")
    again, _ = han.post(VILLAGE + "pictures/", fields)
    before = han.get(VILLAGE)[1]
    looked, _ = han.post(VILLAGE + "pictures/", fields | {"looked": "on"})
    counted(han)
    after = han.get(VILLAGE)[1]

    assert (status, again, looked) == (200, 200, 302)
    assert "A detector saw faces: 1" in asked
    assert "/pictures/picture-" not in before
    assert "faces 1, plates 0 seen; m-han looked" in after


def face():
    """A drawing that a detector of faces takes for one."""
    drawn = Image.new("L", (640, 640), 150)
    on = ImageDraw.Draw(drawn)
    on.ellipse((200, 140, 440, 480), fill=205)
    on.ellipse((195, 120, 445, 240), fill=60)
    on.rectangle((225, 210, 415, 235), fill=205)
    for x in (262, 378):
        on.rectangle((x - 38, 245, x + 38, 256), fill=70)
        on.ellipse((x - 30, 266, x + 30, 296), fill=90)
        on.ellipse((x - 12, 270, x + 12, 294), fill=30)
    on.polygon(((320, 290), (300, 366), (340, 366)), fill=185)
    on.ellipse((300, 356, 340, 372), fill=130)
    on.ellipse((270, 400, 370, 424), fill=95)
    out = io.BytesIO()
    drawn.filter(ImageFilter.GaussianBlur(3)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def test_a_new_passphrase_signs_in_opens_the_desk_and_seals_the_key(tmp_path):
    """An invited member's key lies under the new passphrase alone; the old one signs in and opens nothing; a wrong old one changes nothing."""
    from click.testing import CliRunner

    from sosik.cli.main import command

    desk, key = tmp_path / "desk", tmp_path / "key"
    CliRunner().invoke(command, ["ledger", "init", "--desk", str(desk), "--key-file", str(key), "--member", "m-han"])
    run = [sys.executable, "-m", "sosik", "desk", "--desk", str(desk), "--port", "0"]
    first = "seven slow rivers in a drawer"
    with started([*run, "--key-file", str(key)], until="Begin at") as (said, address):
        han = Member(address)
        welcome = "/" + re.search(r"Begin at http://[^/]+/(\S+)", said)[1]
        han.get(welcome)
        han.post(welcome, {"password": first, "again": first})
        secret = factor(han, "m-han", first)
        assert secret
        _, invited = han.get("/members/")
        _, invited = han.post("/members/invite/", {"member": "m-seo", "roles": "reporter"})
        join = re.search(r"<code>http://[^/]+(/join/\S+/)</code>", invited)[1]
        seo = Member(address)
        seo.get(join)
        seo.post(join, {"password": first, "again": first})
        factor(seo, "m-seo", first)
        before = {file: file.read_bytes() for file in (desk / "members").glob("*.age")}
        seo.get("/own/passphrase/")
        wrong, _ = seo.post("/own/passphrase/", {"old": "not it at all, no", "password": NEW, "again": NEW})
        short, _ = seo.post("/own/passphrase/", {"old": first, "password": "short", "again": "short"})
        assert {file: file.read_bytes() for file in (desk / "members").glob("*.age")} == before
        status, done = seo.post("/own/passphrase/", {"old": first, "password": NEW, "again": NEW})
        assert (wrong, short, status) == (403, 403, 200)
        assert "your key lies under it" in done
        assert seo.get("/")[0] == 200
        late = Member(address)
        late.get("/door/login/")
        assert late.post("/door/login/", {"login": "m-seo", "password": first})[0] == 200
    with started([*run, "--locked"]) as (_, address):
        back = Member(address)
        back.get("/")
        assert back.post("/unlock/", {"passphrase": first})[0] == 403
        assert back.post("/unlock/", {"passphrase": NEW})[0] == 302


def factor(member, name, password):
    """Signed in with an authenticator app that is added now."""
    member.get("/door/login/")
    assert member.post("/door/login/", {"login": name, "password": password})[0] == 302
    _, page = member.get("/door/factors/totp/activate/")
    secret = re.search(r"\b([A-Z2-7]{32})\b", page)[1]
    status, said = member.post("/door/factors/totp/activate/", {"code": totp(secret, time.time())})
    assert status == 302, said
    return secret
