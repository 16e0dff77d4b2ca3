"""What stands beside an account: a translation, attachments by way of the sandbox, two codings."""

import io
import re
import shutil

import pytest
from PIL import Image

from fakes.desk_server import PASSWORD, Member, demo_desk
from faults.test_desk_imports import until, upload_raw
from journeys.desk_browser import signed_in

pytestmark = pytest.mark.browser
REPORT = """---
received: 2031-08-09
source: s-reed
basis: eyewitness
consent: none
attachments: [weir.jpg]
---
A source in Onsong County said that four people drowned in the Tumen River on 3 August 2031.
"""


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_translation_stands_beside_the_text_and_the_last_one_counts(browser, demo, lang):
    """A translator writes one and mends it: both stand side by side, the text itself is as it was."""
    page = signed_in(browser, demo, "m-lim", lang)
    page.goto("/accounts/a02-heron-notes/")
    text = page.inner_text("#text")
    for words in (f"First try {lang}", f"Second try {lang}"):
        page.locator("details:has(#translated) summary").click()
        page.fill("#translated", words)
        page.locator("form:has(#translated) button").click()
        page.wait_for_selector(f".abreast :text('{words}')")
    assert f"First try {lang}" not in page.inner_text(".abreast")
    assert "m-lim" in page.inner_text(".abreast")
    assert page.inner_text("#text") == text
    page.context.close()


def test_two_members_code_one_account_and_their_agreement_is_shown(demo):
    """One accepts what the other rejects: the page names both, the alpha of every field, and where they differ."""
    both = [Member(demo.address).sign_in(name, demo.code(name)) for name in ("m-han", "m-seo")]
    _, page = both[0].get("/accounts/a11-too-vague/")
    claim = re.search(r"/claims/(c-\w+)/decide/", page)[1]
    for one, kind in zip(both, ("accept", "reject"), strict=True):
        one.get("/accounts/a11-too-vague/")
        assert one.post(f"/accounts/a11-too-vague/claims/{claim}/decide/", {"kind": kind})[0] == 302
    _, page = both[0].get("/accounts/a11-too-vague/coding/")
    assert "Only the first: 1. Only the second: 0." in page
    assert "m-han" in page
    assert "m-seo" in page
    assert "whether there is a claim" in page


def test_an_attachment_is_opened_by_the_sandbox_alone_and_noted(browser, tmp_path):
    """A picture comes drawn anew, with no byte of its camera; who opened it and what was verified stand in the custody."""
    if not shutil.which("bwrap"):
        pytest.skip("no bubblewrap on this machine")
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "a camera of nobody"
    Image.new("RGB", (60, 40), "#7a1f2b").save(out, "JPEG", exif=exif)
    with demo_desk(tmp_path / "demo") as demo:
        member = Member(demo.address).sign_in("m-seo", demo.code("m-seo"))
        member.get("/accounts/import/")
        upload_raw(member, {"reed.txt": REPORT.encode(), "weir.jpg": out.getvalue()})
        until(member, lambda page, _: ">done<" in page)
        page = signed_in(browser, demo, "m-han", "ko")
        page.goto("/accounts/reed/")
        page.locator("a:has-text('weir.jpg')").click()
        assert page.locator("img.opened").count() == 0
        page.click("main form button.now")
        page.wait_for_selector("img.opened")
        assert page.evaluate("document.querySelector('img.opened').naturalWidth") == 60
        assert "camera" not in str(page.evaluate("atob(document.querySelector('img.opened').src.split(',')[1])"))
        page.fill("#words", "the weir stands so")
        page.locator("form:has(#words) button").click()
        page.wait_for_selector("text=the weir stands so")
        custody = page.inner_text(".history")
        assert "열어 봄" in custody
        assert "m-han" in custody
        page.context.close()


def test_instalments_of_one_story_are_joined_in_the_inbox_and_on_each(demo):
    """Three calls of one source with their numbers lead to one another, in the order of the numbers; a call without one stands alone."""
    member = Member(demo.address).sign_in("m-seo", demo.code("m-seo"))
    kept = {}
    for number in ("2", "1", "3", ""):
        _, page = member.get("/accounts/new/")
        once = re.search(r'name="once" value="(\w+)"', page)[1]
        text = f"온성군 장마당 단속 이야기 {number or '없음'}."
        fields = {"text": text, "once": once, "instalment": number, "source": "s-rush", "received": "2026-11-20"}
        assert member.post("/accounts/new/", fields)[0] == 302
        kept[number] = member.headers["Location"]
    _, page = member.get(kept["2"])
    story = page[page.index("one story:") :]
    assert story.index(kept["1"]) < story.index("<strong>2</strong>") < story.index(kept["3"])
    assert "one story:" not in member.get(kept[""])[1]
    assert member.get("/?source=s-rush")[1].count("one story:") == 3


def test_a_recovery_code_works_once(demo):
    """The same code does not sign in a second time."""
    code = demo.code("m-noh")
    Member(demo.address).sign_in("m-noh", code)
    again = Member(demo.address)
    again.get("/door/login/")
    again.post("/door/login/", {"login": "m-noh", "password": PASSWORD})
    again.get("/door/factors/authenticate/")
    assert again.post("/door/factors/authenticate/", {"code": code})[0] == 200
    assert again.get("/incidents/")[0] == 302
