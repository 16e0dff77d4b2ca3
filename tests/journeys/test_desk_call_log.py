"""The call log when the connection drops, and the paper form."""

import json
import re
from importlib.resources import files

import pypdf
import pytest

from fakes.desk_server import Member
from journeys.desk_browser import signed_in

pytestmark = pytest.mark.browser
WORDS = {
    "en": "The source says three herders were shot dead near Hoeryong on 14 November, by the lower weir.",
    "ko": "회령 근처에서 11월 14일 목동 세 명이 총에 맞아 숨졌다고 아랫보 사람이 전했다.",
}
STORED = """async () => { const found = [JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage}), document.cookie];
    for (const { name } of await indexedDB.databases()) found.push(name);
    for (const name of await caches.keys()) found.push(name);
    return found; }"""


def waiting(page):
    return page.evaluate("Object.keys(localStorage).filter(one => one.startsWith('call.')).length")


def calls(page):
    """The calls of the inbox, which a member may have open meanwhile."""
    page.goto("/")
    links = page.locator("main a[href^='/accounts/call-']").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )
    return set(links)


@pytest.mark.parametrize(("lang", "member"), [("en", "m-han"), ("ko", "m-seo")])
def test_a_call_is_sealed_while_the_desk_does_not_answer_and_sent_once(browser, demo, lang, member):
    """The network is cut: the call is ciphertext in the browser, no word of it in any storage; it comes in once when the network is back."""
    page = signed_in(browser, demo, member, lang)
    before = calls(page)
    page.goto("/accounts/new/")
    page.context.set_offline(True)
    page.fill("#text", WORDS[lang])
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#waiting-calls:not([hidden])")
    assert waiting(page) == 1
    assert page.input_value("#text") == ""
    stored = json.dumps(page.evaluate(STORED), ensure_ascii=False)
    for word in (*WORDS[lang].split(), "told", "consent"):
        assert len(word) < 4 or word not in stored, word
    page.fill("#text", WORDS[lang] + " 010-2345-6789")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#waiting-calls .number:text('2')")

    page.context.set_offline(False)
    page.goto("/")
    page.wait_for_selector("#waiting-calls form:not([hidden])")
    assert waiting(page) == 1
    assert len(calls(page) - before) == 1
    page.wait_for_selector("#waiting-calls form:not([hidden])")
    page.click("#waiting-calls form button")
    page.wait_for_selector("#text")
    assert "010-2345-6789" in page.input_value("#text")
    page.fill("#text", WORDS[lang] + " +")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#work")
    page.goto("/")
    page.wait_for_selector("#waiting-calls", state="hidden")
    assert waiting(page) == 0
    assert len(calls(page) - before) == 2
    page.context.close()


def test_the_same_call_sent_twice_is_one_account(demo):
    """An answer that is lost makes no second account; other words under the same mark are kept as another."""
    member = Member(demo.address).sign_in("m-han", demo.code("m-han"))
    _, page = member.get("/accounts/new/")
    once = re.search(r'name="once" value="(\w+)"', page)[1]
    kept = set()
    for text in (
        "무산군에서 사흘째 길이 막혔다고 했다.",
        "무산군에서 사흘째 길이 막혔다고 했다.",
        "무산군에서 길이 열렸다고 했다.",
    ):
        status, _ = member.post("/accounts/new/", {"text": text, "once": once, "received": "2026-11-20"})
        assert status == 302
        kept.add(member.headers["Location"])
    assert len(kept) == 2


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_paper_form_is_one_page_that_names_nobody(lang):
    """One page of A4 with its letters embedded, every field that the call log has, and no name of ours in any byte."""
    content = (files("sosik.desk") / "paper" / f"form.{lang}.pdf").read_bytes()
    (page,) = pypdf.PdfReader(str(files("sosik.desk") / "paper" / f"form.{lang}.pdf")).pages
    said = page.extract_text()
    fields = {"ko": "부호 회차 들은 받은 동의 전에는", "en": "Handle Instalment told reached knows Agreed before"}
    for word in fields[lang].split():
        assert word in said, word
    for name in ("sosik", "소식", "desk", "데스크"):
        assert name not in said.lower()
        assert name.encode() not in content.lower()
    fonts = [one.get_object()["/DescendantFonts"][0].get_object() for one in page["/Resources"]["/Font"].values()]
    assert all("/FontFile3" in one["/FontDescriptor"] or "/FontFile2" in one["/FontDescriptor"] for one in fonts)


def test_the_paper_form_is_printed_from_the_desk(demo):
    """A member who takes calls gets it in both languages, and nothing else by that address."""
    member = Member(demo.address).sign_in("m-seo", demo.code("m-seo"))
    for lang in ("ko", "en"):
        assert member.get(f"/accounts/paper/{lang}/")[0] == 200
        assert member.headers["Content-Type"] == "application/pdf"
    assert member.get("/accounts/paper/fr/")[0] == 404
