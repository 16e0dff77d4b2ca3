"""The whole way at a desk that is no demo: three members with passkeys, from the call log to the release after an erasure."""

import os
import re
import subprocess
import sys
from importlib.resources import files

import pytest

from fakes.desk_server import ROOT, started

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

PATIENCE = 90_000
WORDS = {
    "m-han": "nine slow barges at dusk",
    "m-lee": "cold plums under the eaves",
    "m-kim": "three lanterns on a pier",
}
CALLS = {
    "s-teal": (
        "On 12 April 2024 three people were killed by a landmine near Musan. I stood by the mill wall when they were carried past under a green tarpaulin.",
        "eyewitness",
    ),
    "s-finch": (
        "On 12 April 2024 a mine killed three people near Musan. The carter who took them home told my brother about it over maize wine.",
        "second-hand",
    ),
}
SECRETS = {"s-teal": "Ryom Chol Gun\nmill wall", "s-finch": "Pyo Sun Nyo\nmaize wine"}
TEXTS = {
    "ko": "함경북도의 한 소식통은 4월에 {figure}이 지뢰로 숨졌다고 전했다. {claim}\n",
    "en": "A source in North Hamgyong Province said {figure} were killed by a landmine in April. {claim}\n",
}


class Person:
    """A member in a browser of their own, with a passkey on a device of their own."""

    def __init__(self, browser, address, member, lang):
        self.member, self.lang, self.said = member, lang, []
        locale = "ko-KR" if lang == "ko" else "en-GB"
        self.context = browser.new_context(locale=locale, base_url=address.replace("127.0.0.1", "localhost"))
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("console", lambda message: message.type == "error" and self.said.append(message.text))
        device = self.context.new_cdp_session(self.page)
        device.send("WebAuthn.enable")
        options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
                   "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
        device.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    def begins(self, way_in):
        """Chooses a passphrase at the address that they were given, and adds a passkey: then the desk opens."""
        page = self.page
        page.goto(re.sub(r"https?://[^/]+", "", way_in))
        page.fill("#password", WORDS[self.member])
        page.fill("#again", WORDS[self.member])
        page.click("button.now")
        page.fill("#id_login", self.member)
        page.fill("#id_password", WORDS[self.member])
        page.click("button.now")
        page.wait_for_selector(".own")
        page.goto("/door/factors/webauthn/add/")
        page.fill("#id_name", "device")
        page.click("#mfa_webauthn_add")
        page.wait_for_url(re.compile(r"/door/factors/(webauthn/|recovery-codes/.*)?$"))
        page.goto("/incidents/")
        page.wait_for_selector("nav [aria-current]")

    def comes_in_by_passkey(self):
        self.page.locator(".own form[action*=logout] button").click()
        self.page.wait_for_url("**/door/login/**")
        self.page.click("#passkey_login")
        self.page.wait_for_selector("nav")

    def calls(self, source):
        """Writes down a call and accepts what was read of it."""
        text, basis = CALLS[source]
        self.page.goto("/accounts/new/")
        self.page.fill("#text", text)
        self.page.fill("#source", source)
        self.page.fill("#told", "2024-05-01")
        self.page.fill("#received", "2024-05-02")
        self.page.select_option("#basis", basis)
        self.page.select_option("#consent", "publish")
        self.page.locator("form.two button.now").click()
        self.page.wait_for_selector("#claims [data-key=a]")
        self.page.locator("#claims [data-key=a]").first.click()
        self.page.wait_for_selector("#claims .end.word.accepted")

    def settled(self, path):
        """The page once the incidents are counted."""
        for _ in range(300):
            answer = self.page.goto(path)
            if answer.status == 200 and not self.page.locator(".counting[data-counting]").count():
                return self.page
            self.page.wait_for_timeout(200)
        raise AssertionError(self.page.inner_text("main"))

    def moves(self, move, bulletin="b-april"):
        page = self.settled(f"/bulletins/{bulletin}/")
        form = page.locator(f"form.move:has(button[value={move}])")
        form.locator("[name=because]").fill("Read twice, word for word.")
        form.locator(f"button[value={move}]").click()
        page.wait_for_load_state()
        return page

    def offered(self, bulletin="b-april"):
        return (
            self.settled(f"/bulletins/{bulletin}/")
            .locator("button[name=move]")
            .evaluate_all("all => all.map(one => one.value)")
        )

    def makes_ready(self):
        page = self.settled("/releases/")
        page.locator("form[action='/releases/prepare/'] button").first.click()
        page.wait_for_selector("#next iframe.site")
        return page

    def scans(self, source, strings):
        page = self.settled("/releases/")
        form = page.locator(f"form[action='/releases/scan/']:has(input[value={source}])")
        page.locator(f"details:has(input[value={source}]) summary").click()
        form.locator("[name=strings]").fill(strings)
        form.locator("[name=because]").fill("All that I know of them.")
        form.locator("button").click()
        page.wait_for_url("**/releases/scan/")
        return page.inner_text("main")

    def lets_go(self):
        """What the page says when the gate has opened or not."""
        page = self.settled("/releases/")
        form = page.locator("form[action='/releases/go/']")
        form.locator("[name=because]").fill("It is ready.")
        form.locator("button").click()
        page.wait_for_selector("#next .problem, #next .said")
        return page.locator("#next .problem, #next .said").inner_text()


@pytest.fixture
def place(tmp_path):
    key = ["--desk", str(tmp_path / "desk"), "--key-file", str(tmp_path / "key")]
    command = [sys.executable, "-m", "sosik", "ledger", "init", "--member", "m-han", *key]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    return tmp_path


LANGS = [("ko", "en", "ko"), ("en", "ko", "en")] if os.environ.get("SOSIK_PROFILE") == "soak" else [("ko", "en", "ko")]


@pytest.mark.parametrize("langs", LANGS)
def test_from_a_call_to_the_release_after_an_erasure(browser, place, langs):
    """Call log, claims, incident, bulletin in two languages, blocked, rewritten, reviewed, scanned, published, corrected, a source erased, released."""
    site = place / "site"
    of = ["--desk", str(place / "desk"), "--key-file", str(place / "key"), "--port", "0", "--site", str(site)]
    with started([sys.executable, "-m", "sosik", "desk", *of], until="welcome") as (said, address):
        han, lee, kim = (Person(browser, address, name, lang) for name, lang in zip(WORDS, langs, strict=True))
        han.begins(re.search(r"http\S+/welcome/\S+", said)[0])
        for other in (lee, kim):
            other.begins(invited(han, other.member))
        han.calls("s-teal")
        lee.calls("s-finch")

        marks = written(han)
        published(han, lee, kim, site)
        corrected(han, lee, kim, site, marks)
        erased(han, lee, kim, site)
        for person in (han, lee, kim):
            assert [one for one in person.said if not re.search(r"status of (422|403)", one)] == []


def invited(han, member):
    page = han.page
    page.goto("/members/")
    page.fill("#member", member)
    page.locator("fieldset input[value=reporter]").check()
    page.locator("form[action*=invite] button").click()
    return page.locator("main code").first.inner_text()


def written(han):
    """Blocked as it was first written; the first rewrite by its key, the rest by hand."""
    page = han.settled("/bulletins/")
    page.fill("[name=bulletin]", "b-april")
    page.locator("form[action*=new] button").click()
    page = han.settled("/bulletins/b-april/")
    page.locator(".beside details summary").click()
    page.fill("[name=body_en]", "")
    page.locator("[data-put$='killed}']").first.click()
    figure = page.input_value("[name=body_en]")
    claim = f"[claim:{re.search(r'c-[0-9a-f]+', figure)[0]}]"
    page.fill("[name=title_ko]", "무산군에서 지뢰로 세 명 숨져")
    page.fill("[name=title_en]", "Three killed by a mine near Musan")
    page.fill("[name=sources]", "s-teal s-finch")
    page.fill("[name=body_ko]", f"무산군의 한 소식통은 4월에 {figure}이 지뢰로 숨졌다고 전했다. {claim}\n")
    page.fill(
        "[name=body_en]",
        f"A stoker at the Musan mill told us on Friday that {figure} were killed by a landmine. {claim}\n",
    )
    page.wait_for_selector("#verdict .verdict-block")
    page.wait_for_selector("#verdict [data-rewrite]")
    before = page.input_value("[name=body_ko]") + page.input_value("[name=body_en]")
    page.keyboard.press("Control+.")
    assert page.input_value("[name=body_ko]") + page.input_value("[name=body_en]") != before
    for lang, text in TEXTS.items():
        page.fill(f"[name=body_{lang}]", text.format(figure=figure, claim=claim))
    page.wait_for_selector("#verdict:not(:has(.verdict-block))")
    page.locator("#bulletin button.now").click()
    page.wait_for_load_state()
    assert han.offered() == []  # nobody reviews their own
    return figure, claim


def published(han, lee, kim, site):
    assert lee.offered() == ["review"]
    lee.moves("review")
    assert lee.offered() == []
    kim.comes_in_by_passkey()  # without a passphrase: the first decision asks for it once
    page = kim.moves("clear")
    page.fill("#passphrase", WORDS["m-kim"])
    page.click("main button.now")
    page.wait_for_url("**/bulletins/b-april/")
    assert "clear" in kim.offered()
    kim.moves("clear")
    kim.moves("publish")
    assert han.offered() == ["publish", "withdraw"]
    han.makes_ready()
    assert "E-SCAN-MISSING" in han.lets_go()
    assert not site.exists()
    found = lee.scans("s-finch", "North Hamgyong Province said")
    assert "en/bulletins/b-april.html" in found
    assert "North Hamgyong" not in found
    assert "E-SCAN-HIT" in han.lets_go()
    lee.scans("s-finch", SECRETS["s-finch"])
    han.scans("s-teal", SECRETS["s-teal"])
    assert "E-SCAN" not in han.lets_go()
    english = (site / "en" / "bulletins" / "b-april.html").read_text("utf-8")
    assert "A source in North Hamgyong Province said" in english
    assert "함경북도의 한 소식통" in (site / "ko" / "bulletins" / "b-april.html").read_text("utf-8")


def corrected(han, lee, kim, site, marks):
    """A correction in one language leaves the other stale until somebody looks; it goes the same way as the first words."""
    figure, claim = marks
    page = han.settled("/bulletins/b-april/")
    page.fill(
        "[name=body_en]", TEXTS["en"].replace("in April", "in April near Musan").format(figure=figure, claim=claim)
    )
    page.fill("[name=correction_en]", "An earlier version left out the place.")
    page.locator("#bulletin button.now").click()
    page.wait_for_load_state()
    page = han.settled("/bulletins/b-april/")
    assert page.locator(".version .word.contested").count() == 1
    assert lee.offered() == ["withdraw"]
    page.fill("[name=body_ko]", TEXTS["ko"].replace("4월에", "4월 무산군 근처에서").format(figure=figure, claim=claim))
    page.fill("[name=correction_ko]", "앞서 낸 글에는 곳이 빠져 있었다.")
    page.fill("[name=body_en]", page.input_value("[name=body_en]").strip() + "\n")
    page.locator("#bulletin button.now").click()
    page.wait_for_load_state()
    freshened(han)
    for person, move in ((lee, "review"), (kim, "clear"), (kim, "publish")):
        assert move in person.offered(), (move, person.page.inner_text(".may-not"), person.page.inner_text("#verdict"))
        person.moves(move)
    released(han, lee, {"s-teal", "s-finch"})
    assert "An earlier version left out the place." in (site / "en" / "bulletins" / "b-april.html").read_text("utf-8")


def freshened(han):
    """Where a version still lags, a member says that they looked at it."""
    page = han.settled("/bulletins/b-april/")
    if page.locator("[name=looked]").count():
        page.check("[name=looked]")
        page.locator("#bulletin button.now").click()
        page.wait_for_load_state()


def erased(han, lee, kim, site):
    """What would change is shown first; afterwards readers have what they had, until a withdrawal leaves with a release."""
    before = {path.name: path.read_bytes() for path in site.rglob("*.html")}
    page = han.settled("/sources/s-finch/erase/")
    shown = page.inner_text("main")
    assert "b-april" in shown
    page.fill("#again", "s-other")
    page.fill("#because", "They asked for it.")
    page.locator("form.danger button").click()
    page.wait_for_selector(".problem")
    page = han.settled("/sources/s-finch/erase/")
    page.fill("#again", "s-finch")
    page.fill("#because", "They asked for it.")
    page.locator("form.danger button").click()
    page.wait_for_selector("a[href='/releases/']")
    assert {path.name: path.read_bytes() for path in site.rglob("*.html")} == before
    page = han.settled("/sources/")
    assert "s-finch" not in page.inner_text("main")
    page = han.settled("/releases/")
    assert "b-april" in page.locator(".said:visible").first.inner_text()
    assert "withdraw" in kim.offered()
    kim.moves("withdraw")
    released(han, lee, {"s-teal"})
    assert b"withdrawn" in (site / "en" / "bulletins" / "b-april.html").read_bytes().lower()


def released(han, lee, sources):
    han.makes_ready()
    axe_finds_nothing(han)
    due = han.page.locator("form[action='/releases/scan/'] [name=source]").evaluate_all(
        "all => all.map(one => one.value)"
    )
    assert set(due) == sources
    for source in due:
        (han if source == "s-teal" else lee).scans(source, SECRETS[source])
    assert "E-" not in han.lets_go()


def axe_finds_nothing(person):
    """On a release that is ready, with its scans and its frame."""
    person.page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = person.page.evaluate(
        "axe.run(document, {iframes: false}).then(done => done.violations.map(v => [v.id, v.nodes.map(n => n.html).slice(0, 3)]))"
    )
    assert found == [], person.lang
