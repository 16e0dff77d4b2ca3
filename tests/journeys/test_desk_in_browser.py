"""A day at the desk in a real browser: what a member types and clicks, in both languages."""

import re
from importlib.resources import files

import pytest

from fakes.desk_server import PASSWORD, totp

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

TEXT = "The source says two farmers were shot dead near Hoeryong on 12 November. People spoke of it in the queue for water."
PATIENCE = 90_000  # milliseconds: a machine may be busy with other tests
OVERLAPPED = """[...document.querySelectorAll('.two > *, .three > *')].filter(one => one.scrollWidth > one.clientWidth + 1
  && getComputedStyle(one).overflowX === 'visible').map(one => one.outerHTML.slice(0, 120))"""  # runs under its neighbour
PAGES = (
    *("/", "/?show=waiting", "/accounts/a02-heron-notes/", "/accounts/new/", "/accounts/import/", "/incidents/"),
    *("/measures/", "/search/?q=무산", "/search/", "/door/factors/", "/incidents/?grade=confirmed"),
    *(
        "/bulletins/",
        "/bulletins/b-village-2025-11/",
        "/sources/",
        "/sources/s-heron/vault/",
        "/accounts/a02-heron-notes/coding/",
        "/sources/s-heron/",
        "/sources/s-heron/erase/",
    ),
    *("/releases/", "/replies/", "/audit/", "/settings/", "/exports/", "/estimates/", "/own/passphrase/"),
)


@pytest.fixture(scope="module")
def editor(browser, demo):
    """What a browser keeps once m-han has signed in."""
    context = browser.new_context(locale="en-GB")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    sign_in(page, demo, "m-han")
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture
def at(browser, demo, editor):
    """A page of the editor's in a language; whatever the console complains of fails the journey."""
    opened = []

    def begin(lang="en", **options):
        context = browser.new_context(
            storage_state=editor, locale="ko-KR" if lang == "ko" else "en-GB", base_url=demo.address, **options
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: request.url.startswith((demo.address, "data:")) or said.append(request.url))
        opened.append((context, said))
        return page

    yield begin
    for context, said in opened:
        context.close()
        assert [one for one in said if "422" not in one] == []


def sign_in(page, demo, member):
    page.goto(demo.address)
    page.fill("#id_login", member)
    page.fill("#id_password", PASSWORD)
    page.click("button.now")
    page.fill("#id_code", demo.code(member))
    page.click("button.now")
    page.wait_for_url(re.compile(r"/(incidents/|members/)?$"))


def until(page, expression):
    """Asked from outside: the policy lets nothing within a page evaluate a string."""
    for _ in range(400):
        try:
            if page.evaluate(expression):
                return
        except playwright.Error:  # the page came again meanwhile
            pass
        page.wait_for_timeout(200)
    raise AssertionError(expression)


def pressed(page, key, css):
    """Pressed again where a page that was just put in place did not listen yet, as a member would; a second press does nothing more."""
    for _ in range(12):
        page.keyboard.press(key)
        try:
            page.wait_for_selector(css, timeout=5000)
        except playwright.TimeoutError:
            continue
        return
    raise AssertionError(css)


def counted(page):
    """Until incidents are counted up to the last decision."""
    until(page, "fetch('/progress/counted/').then(said => said.json()).then(said => said.is_current)")


def choose(page, words):
    """The words of the text, as a member marks them with the mouse."""
    page.evaluate(
        """(words) => { const text = document.querySelector('#text'), walk = document.createTreeWalker(text, 4);
        const range = document.createRange(), from = text.textContent.indexOf(words), to = from + words.length;
        let at = 0, node; while ((node = walk.nextNode())) { const end = at + node.length;
        if (from >= at && from < end) range.setStart(node, from - at); if (to > at && to <= end) range.setEnd(node, to - at); at = end; }
        getSelection().removeAllRanges(); getSelection().addRange(range); }""",
        words,
    )


def statuses(page):
    return page.locator("#claims .end.word").all_inner_texts()


def test_an_account_is_typed_and_its_claims_decided_by_keyboard_alone(at):
    """From N to the last decision without a mouse: numbers refused, saved, accepted, undone, corrected, added."""
    page = at()
    keys = page.keyboard
    page.goto("/")
    keys.press("n")
    page.wait_for_url("**/accounts/new/")
    until(page, "document.activeElement.id === 'text'")
    keys.type(TEXT + " 010-2345-6789")
    page.wait_for_selector("#numbers .numbers")
    keys.press("Control+Enter")
    page.wait_for_selector("#said .problem")
    assert "E-INPUT-NUMBERS" in page.locator("#said").inner_text()
    for _ in " 010-2345-6789":
        keys.press("Backspace")
    keys.press("Control+Enter")
    page.wait_for_selector("#work")
    assert "/accounts/call-" in page.url
    assert statuses(page) == ["waits"]

    pressed(page, "a", "#claims .end.word.accepted")
    pressed(page, "u", "#claims .end.word.waits")
    pressed(page, "c", "form[data-claim-form]")
    until(
        page, "document.activeElement.id === 'f-category'"
    )  # before, Escape would close the form instead of leaving its field
    keys.press("Escape")
    keys.press("t")
    for press in ("ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
        keys.press(press)
    assert page.evaluate("getSelection().toString().trim()") == "two farmers"
    keys.press("v")
    until(page, "document.querySelector('[data-into=people] q').textContent === 'two farmers'")
    assert page.locator("[data-into=people] .row").count() == 1
    page.focus("#f-why")
    keys.type("two, by her word")
    keys.press("Control+Enter")
    page.wait_for_selector("#claims .end.word.accepted")

    choose(page, "spoke of it")
    keys.press("n")
    page.wait_for_selector("#new form")
    page.select_option("#f-category", "arrest")
    choose(page, "12 November")
    page.click("[data-take=when]")
    page.wait_for_selector("[data-into=when] input")
    assert page.input_value("[data-into=when] input[name=when]").endswith("-11-12")
    page.focus("#f-why")
    keys.press("Control+Enter")
    until(page, "document.querySelectorAll('#claims .end.word.accepted').length === 2")
    keys.press("?")
    assert page.locator("#keys").is_visible()
    counted(page)
    page.goto("/incidents/?place=Hoeryong")
    assert "shooting, Hoeryong" in page.locator("tbody").inner_text()


def test_two_incidents_become_one_and_two_again(at):
    """In Korean: a pair is opened with its waterfall and judged with key 1, the incident holds both, one step undoes it."""
    page = at("ko")
    page.goto("/search/")
    counted(page)
    page.goto("/incidents/?category=public_trial")
    page.click("tbody th a")
    page.wait_for_selector("article.card")
    if page.locator(".pair.waits").count() == 0:
        page.locator("details.settled summary").first.click()
    assert page.locator(".pair .fall tr:visible").count() > 3
    page.keyboard.press("1")
    page.wait_for_url("**/incidents/c-*/")
    until(page, "document.querySelectorAll('article.card').length === 2")
    page.locator(".history form button").first.click()
    page.wait_for_url("**/incidents/c-*/")
    until(page, "document.querySelectorAll('article.card').length === 1")
    assert "되돌림" in page.locator(".history").inner_text()


def test_filters_stand_in_the_address_and_list_map_and_timeline_show_the_same(at):
    """A filtered list comes back from its address; each row is on the day axis, each with a place on the map."""
    page = at()
    page.goto("/search/")
    counted(page)
    page.goto("/incidents/?category=landmine&from=2025-11-01&to=2025-11-30")
    rows = page.locator("tbody th a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert len(rows) == 1
    assert page.input_value("#category") == "landmine"
    for figure in (".timeline", ".map"):
        shown = page.locator(f"{figure} a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        assert shown == rows, figure
    page.click("tbody th a")
    for words in ("corroborated", "For the next grade", "contested", "best 2"):
        assert words in page.locator("main").inner_text(), words
    page.locator("details:has(.chain) summary").first.click()
    page.locator(".chain a").first.click()
    assert page.locator("#text mark").count() > 0


def test_words_of_both_languages_are_found(at):
    """A Korean verb in another form, and an English word, lead to accounts, claims and incidents."""
    page = at("ko")
    page.goto("/search/")
    until(page, "document.activeElement.id === 'q'")
    for asked, found in (
        ("터지다", "a01-kestrel-call"),
        ("landmine", "a04-riverside-retelling"),
        ("무산", "지뢰 폭발"),
    ):
        page.fill("#q", asked)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert found in page.locator("main").inner_text(), asked


def test_files_come_in_while_the_member_goes_on(at, tmp_path):
    """Of three files one is taken in, one is refused by its name, a README is passed over."""
    (tmp_path / "note.txt").write_text(
        "Three people drowned in the Tumen River on 3 August 2031, a source said.", "utf-8"
    )
    (tmp_path / "empty.txt").write_text(" ", "utf-8")
    (tmp_path / "README.md").write_text("Not an account.", "utf-8")
    page = at()
    page.goto("/accounts/import/")
    page.set_input_files("#files", [str(tmp_path / name) for name in ("note.txt", "empty.txt", "README.md")])
    page.click("main button.now")
    page.wait_for_selector("section.card .word")
    said = page.locator("section.card").first.inner_text()
    assert "1 taken in, 0 known already, 1 refused." in said
    assert "E-INPUT-EMPTY" in said
    page.goto("/accounts/note/")
    assert "drowning" in page.locator("#claims").inner_text().lower()


@pytest.mark.parametrize(("lang", "scheme", "width"), [("en", "light", 1280), ("ko", "dark", 390)])
def test_axe_finds_nothing(at, lang, scheme, width):
    """No page has anything that axe objects to, in light and dark, wide and on a phone; none is wider than its window."""
    source = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    page = at(lang, color_scheme=scheme, viewport={"width": width, "height": 900})
    page.goto("/search/")
    counted(page)
    page.goto("/incidents/")
    incident = page.locator("tbody th a").first.get_attribute("href")
    for path in (*PAGES, incident, "/incidents/?category=landmine"):
        page.goto(path)
        page.evaluate(source)
        found = page.evaluate(
            "axe.run().then(done => done.violations.map(v => [v.id, v.nodes.map(n => n.html).slice(0, 3)]))"
        )
        assert found == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
        assert page.evaluate(OVERLAPPED) == [], path


def test_nothing_runs_under_its_neighbour(at):
    """At every width of a window a list stands beside its map, or above it, and never below it."""
    page = at("en")
    for width in (820, 900, 1000, 1160, 1240, 1260, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        for path in ("/incidents/", "/measures/", "/accounts/a02-heron-notes/"):
            page.goto(path)
            assert page.evaluate(OVERLAPPED) == [], (width, path)


def test_a_passkey_signs_in_and_an_invited_member_unlocks_the_desk(browser, demo):
    """A passkey is added and signs in by itself; a member joins by invitation, adds an app, and their passphrase unlocks."""
    words = "nine quiet herons on ice"
    context = browser.new_context(locale="en-GB", base_url=demo.address.replace("127.0.0.1", "localhost"))
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
               "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto("/door/login/")
    page.fill("#id_login", "m-ahn")
    page.fill("#id_password", PASSWORD)
    page.click("button.now")
    page.fill("#id_code", demo.code("m-ahn"))
    page.click("button.now")
    page.wait_for_selector(".own button")
    page.goto("/door/factors/webauthn/add/")
    page.fill("#id_name", "this machine")
    page.click("#mfa_webauthn_add")
    page.wait_for_url(re.compile(r"/door/factors/(webauthn/|recovery-codes/)?$"))
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/door/login/**")
    page.click("#passkey_login")
    page.wait_for_url(re.compile(r"localhost:\d+/$"))
    assert "m-ahn" in page.locator(".own").inner_text()

    page.goto("/members/")
    page.fill("#member", "m-new")
    page.locator("fieldset input[value=reporter]").check()
    page.locator("fieldset + button, form button.now").last.click()
    invitation = page.locator("main code").first.inner_text()
    context.close()
    joined(browser, demo, invitation, words)


def joined(browser, demo, invitation, words):
    context = browser.new_context(locale="ko-KR", base_url=demo.address)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(invitation.replace("localhost", "127.0.0.1"))
    page.fill("#password", words)
    page.fill("#again", words)
    page.click("button.now")
    page.wait_for_url("**/door/login/")
    page.fill("#id_login", "m-new")
    page.fill("#id_password", words)
    page.click("button.now")
    page.wait_for_selector("text=모두 둘째 인증이 필요합니다")
    page.goto("/incidents/")
    assert page.url.endswith("/door/factors/")
    page.goto("/door/factors/totp/activate/")
    secret = page.locator("#secret").inner_text()
    page.fill("#id_code", totp(secret))
    page.click("main button.now")
    page.wait_for_url("**/recovery-codes/**")
    page.goto("/")
    assert "들어온 진술" in page.locator("h1").inner_text()
    page.get_by_role("button", name="데스크 잠그기").click()
    page.wait_for_selector("text=잠그는 중")
    page.wait_for_selector("#passphrase")
    page.fill("#passphrase", words)
    page.click("main button.now")
    page.wait_for_selector("#id_login")
    context.close()
