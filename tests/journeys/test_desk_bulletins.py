"""A bulletin at the desk: two languages, what they betray, where they drift, and who may move them on."""

import json
import re
import shutil
import subprocess
import sys
import time

import pytest

from fakes.desk_server import ROOT, Demo, Member, _made, started
from fakes.sealed_desks import new_holder, opened

playwright = pytest.importorskip("playwright.sync_api")
VILLAGE = "/bulletins/b-village-2025-11/"
SAFE = {
    "ko": "함경북도의 한 소식통은 11월 온성군에서 주민 한 명이 맞아 다쳤다고 전했다. [claim:c-46de765b29b5f3ee]\n",
    "en": "A source in North Hamgyong Province said a resident of Onsong County was beaten and injured in November. [claim:c-46de765b29b5f3ee]\n",
}


@pytest.fixture(scope="module")
def members(demo):
    return {name: Member(demo.address).sign_in(name, demo.code(name)) for name in ("m-han", "m-seo", "m-lim")}


def form_of(member, path=VILLAGE):
    """The fields of the page's form, as a browser would send them."""
    import html

    status, page = member.get(path)
    assert status == 200
    fields = dict(re.findall(r'<input[^>]*name="(\w+)"[^>]*value="([^"]*)"', page))
    texts = re.findall(r'<textarea name="(\w+)"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    kept = {name: html.unescape(value) for name, value in [*fields.items(), *texts]}
    kept.pop("csrfmiddlewaretoken", None)
    return kept, page


def test_what_is_in_the_form_is_judged_and_nothing_is_kept(members):
    """A village and a day of contact block; told of a province without a day they do not; the kept text is as before."""
    member = members["m-seo"]
    fields, _ = form_of(member)
    _, as_kept = member.post(VILLAGE + "check/", fields)
    _, milder = member.post(VILLAGE + "check/", fields | {f"body_{lang}": text for lang, text in SAFE.items()})
    _, drifting = member.post(
        VILLAGE + "check/", fields | {"body_ko": SAFE["ko"].replace("한 명이", "세 명이"), "body_en": SAFE["en"]}
    )

    assert "verdict-block" in as_kept
    assert "contact" in as_kept
    assert "on 12 November" not in milder
    assert "No difference was found" in milder
    assert ">number<" in drifting
    assert form_of(member)[0] == fields


def test_a_save_is_a_revision_and_the_other_version_falls_behind(members):
    """The original rises by one and the translation is stale until somebody looks at it."""
    writer = members["m-han"]
    fields, _ = form_of(writer)
    assert writer.post(VILLAGE + "save/", fields | {"body_ko": SAFE["ko"]})[0] == 302
    now, page = settled(writer)

    assert now["body_ko"].strip() == SAFE["ko"].strip()
    assert "revision 2" in page
    assert 'class="word contested">stale' in page
    assert writer.post(VILLAGE + "save/", now | {"body_en": SAFE["en"]})[0] == 302
    _, page = settled(writer)
    assert 'class="word contested">stale' not in page


def test_two_members_who_edit_one_bulletin_lose_nothing(members):
    """Each changes what the other does not: both stand. Both change one headline: the second is shown both, and chooses."""
    one, other = members["m-han"], members["m-lim"]
    fields, _ = form_of(one)
    second, _ = form_of(other)
    assert one.post(VILLAGE + "save/", fields | {"body_ko": fields["body_ko"] + "\n\n덧붙인 말.\n"})[0] == 302
    assert other.post(VILLAGE + "save/", second | {"title_en": "A title of the second"})[0] == 302
    now, _ = settled(one)
    assert "덧붙인 말." in now["body_ko"]
    assert now["title_en"] == "A title of the second"

    late, _ = form_of(other)
    assert one.post(VILLAGE + "save/", now | {"title_ko": "첫 사람의 제목"})[0] == 302
    status, page = other.post(VILLAGE + "save/", late | {"title_ko": "둘째 사람의 제목", "editor_en": "m-lim"})
    assert status == 409
    assert "첫 사람의 제목" in page
    assert "둘째 사람의 제목" in page
    kept = dict(re.findall(r'<input[^>]*name="(\w+)"[^>]*value="([^"]*)"', page))
    texts = dict(re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>(.*?)</textarea>', page, re.DOTALL))
    kept.pop("csrfmiddlewaretoken")
    assert other.post(VILLAGE + "save/", kept | texts | {"title_ko": "둘이 함께 지은 제목"})[0] == 302
    now, _ = settled(one)
    assert (now["title_ko"], now["editor_en"]) == ("둘이 함께 지은 제목", "m-lim")
    assert other.post(VILLAGE + "save/", late | {"base": "0" * 24})[0] == 422
    restored = fields | {"base": now["base"], "body_en": SAFE["en"], "body_ko": SAFE["ko"]}
    assert one.post(VILLAGE + "save/", restored)[0] == 302


def settled(member, path=VILLAGE):
    """Once the incidents are counted again."""
    for _ in range(150):
        status, page = member.get(path)
        if status == 200:
            return form_of(member, path)
        assert "E-DESK-COUNTING" in page
        time.sleep(0.2)
    raise AssertionError(page)


def moved(member, move, path=VILLAGE, **more):
    """By the form of that move, once a count stands; where there is none, as somebody who makes one up."""
    for _ in range(150):
        _, page = settled(member, path)
        found = re.search(rf'name="hash" value="(\w+)">(?:(?!</form>).)*value="{move}"', page)
        digest = found[1] if found else re.search(r'name="hash" value="(\w+)"', page + ' name="hash" value="0"')[1]
        status, said = member.post(path + "move/", {"move": move, "hash": digest, "because": "Read twice."} | more)
        if "E-DESK-COUNTING" not in said:
            break
        time.sleep(0.2)
    return status, said


def moves(member, path=VILLAGE):
    """Those that the page offers."""
    return re.findall(r'<button name="move" value="(\w+)"', settled(member, path)[1])


def test_nobody_moves_their_own_and_nothing_moves_without_a_reason(members):
    """Whoever wrote it is offered no review, and is refused one with a code; a reason is asked for; other bytes are not moved."""
    assert moves(members["m-han"]) == []
    assert moves(members["m-seo"]) == ["review"]
    assert moved(members["m-seo"], "review", because="")[0] == 422
    assert moved(members["m-seo"], "review", hash="0" * 64)[0] == 422
    digest = re.search(r'name="hash" value="(\w+)"', settled(members["m-seo"])[1])[1]
    status, said = moved(members["m-han"], "review", hash=digest)
    assert status == 422
    assert "its reviewer wrote or translated it" not in said
    assert "reviewed by who wrote or translated it. (E-NOT-CLEARED)" in said
    status, said = moved(members["m-seo"], "publish", hash=digest)
    assert status == 422
    assert "E-NOT-CLEARED" in said
    members["m-han"].lang = "ko"
    _, said = moved(members["m-han"], "review", hash=digest)
    members["m-han"].lang = "en"
    assert "쓰거나 옮긴 이가 검토함" in said


def test_two_others_move_it_on(members):
    """Reviewed by one, cleared by another, published from a day on and then at once: each is offered the moves that are theirs, and no other."""
    for name, move, then in (
        ("m-seo", "review", "waits for a second member"),
        ("m-lim", "clear", "waits for the decision to publish"),
        ("m-lim", "publish", "leaves with the next release"),
    ):
        assert move in moves(members[name]), (name, move)
        assert moved(members[name], move, **({"from": "2999-01-01"} if move == "publish" else {}))[0] == 302
        assert then in settled(members[name])[1], (name, move)
        if move == "review":
            assert moves(members["m-seo"]) == []
    _, page = members["m-han"].get("/releases/")
    assert re.search(r"b-village-2025-11.*?held until 2999-01-01", page, re.DOTALL)
    assert moves(members["m-seo"]) == ["publish", "withdraw"]
    assert moved(members["m-seo"], "publish")[0] == 302
    _, page = settled_page(members["m-han"], "/releases/")
    assert re.search(r"b-village-2025-11.*?with the next release", page, re.DOTALL)
    assert moved(members["m-seo"], "withdraw")[0] == 302
    assert "Withdrawn" in settled(members["m-seo"])[1]
    assert moves(members["m-seo"]) == []


def test_versions_that_differ_do_not_move(members):
    """Of a bulletin whose versions name different months nobody is offered a review, and the page says which rule it waits for."""
    fields, _ = settled(members["m-han"])
    drifting = {"body_ko": SAFE["ko"].replace("11월", "10월"), "body_en": SAFE["en"], "looked": "on"}
    assert members["m-han"].post(VILLAGE + "save/", fields | drifting)[0] == 302
    _, page = settled(members["m-seo"])

    assert moves(members["m-seo"]) == []
    assert "the versions differ: translation-date" in page
    assert "leaves with the next release" not in page
    assert "<option>translation-date</option>" in page


def test_the_desk_judges_the_bytes_that_the_command_judges(tmp_path):
    """A bulletin with a picture has one hash and one verdict at both, and a save at the desk keeps its picture."""
    made, said = _made()
    shutil.copytree(made, tmp_path / "demo")
    of = ["--desk", str(tmp_path / "demo" / "desk"), "--key-file", str(tmp_path / "demo" / "demo.key")]
    kept = ROOT / "examples" / "musan" / "bulletins" / "b-musan-2025-11"
    command = [sys.executable, "-m", "sosik", "check", str(kept), *of, "--json"]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    with started([sys.executable, "-m", "sosik", "desk", *of, "--port", "0"]) as (_, address):
        demo = Demo(address, said, tmp_path / "demo")
        member = Member(demo.address).sign_in("m-han", demo.code("m-han"))
        fields, page = settled(member, "/bulletins/b-musan-2025-11/")
        assert re.search(r'name="hash" value="(\w+)"', page)[1] == told["hash"]
        assert "Cleared and to be published" in page
        framed = re.search(r'src="(/bulletins/[^"]+/preview/[^"]+/en/[^"]+)"', page)[1]
        assert "The river valley" in member.get(framed)[1]
        title = {"title_en": fields["title_en"] + "."}
        assert member.post("/bulletins/b-musan-2025-11/save/", fields | title)[0] == 302
        assert settled(member, "/bulletins/b-musan-2025-11/")[0]["title_en"].endswith(".")
    secret = (tmp_path / "demo" / "demo.key").read_text().split()[-1]
    store, ledger = opened(tmp_path / "demo" / "desk", new_holder(secret), writing=False)
    kept_text = ledger.kept().bulletins["b-musan-2025-11.en.md"]
    store.close()
    assert "pictures:\n- file: " in kept_text


def test_a_new_one_begins_in_both_languages_and_a_name_is_taken_once(members):
    """An id of the form b-...; the same again, or another form, is refused."""
    member = members["m-han"]
    member.get("/bulletins/")
    assert member.post("/bulletins/new/", {"bulletin": "b-fresh"})[0] == 302
    member.get("/bulletins/")
    assert member.post("/bulletins/new/", {"bulletin": "b-fresh"})[0] == 422
    assert member.post("/bulletins/new/", {"bulletin": "../x"})[0] == 422
    fields, _ = settled(member, "/bulletins/b-fresh/")
    assert {"body_ko", "body_en"} <= set(fields)


def test_a_source_that_is_marked_is_shown_as_such(members):
    """And the way in which published bulletins spoke of each stands beside it."""
    member = members["m-han"]
    _, page = settled_page(member, "/sources/")
    assert re.search(r"s-heron.*?b-musan-2025-11.*?North Hamgyong", page, re.DOTALL)
    assert member.post("/sources/s-dunlin/compromised/", {"since": "2025-11-20", "because": "Arrested."})[0] == 302
    _, page = settled_page(member, "/sources/")
    assert re.search(r"s-dunlin</a>\s*<span class=\"word contested\">compromised", page)


def settled_page(member, path):
    for _ in range(150):
        status, page = member.get(path)
        if status == 200:
            return status, page
        time.sleep(0.2)
    raise AssertionError(page)


@pytest.mark.browser
def test_a_rewrite_is_one_key_away(browser, demo):
    """In a real browser Ctrl and a full stop take the first proposal into the text, and the verdict is told anew without a save."""
    page = browser.new_page(base_url=demo.address, locale="en-GB")
    page.goto("/")
    page.fill("#id_login", "m-seo")
    page.fill("#id_password", "seven slow rivers in a drawer")
    page.keyboard.press("Enter")
    page.wait_for_selector("#id_code")
    page.fill("#id_code", demo.code("m-seo"))
    page.keyboard.press("Enter")
    page.wait_for_selector("nav")
    page.goto("/bulletins/b-musan-2025-11/")
    page.fill("[name=body_en]", "A source in Karak-ri said three people died. [claim:c-3bd078ac1fda93de]")
    page.wait_for_selector("#verdict [data-rewrite][data-lang=en]")
    page.keyboard.press("Control+.")
    page.wait_for_function("() => !document.querySelector('[name=body_en]').value.includes('Karak-ri')")
    page.wait_for_selector("#verdict:not(:has-text('Karak-ri'))")
    page.click("summary >> text=Put in a figure")
    page.locator("[data-put]").first.click()

    assert "{figure:" in page.input_value("[name=body_en]")
    assert page.is_visible("text=as it stands here, not saved")
