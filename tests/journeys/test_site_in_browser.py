"""The site in a real browser, from a folder, without a script and without the network."""

from pathlib import Path

import axe_playwright_python
import pytest

from fakes.editions import DESK, editions
from sosik.adapters.public_instruments import instruments
from sosik.adapters.site_folder import write_site
from sosik.public.base_map import BaseMap
from sosik.public.site import build

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

TONGUES = ["ko", "en", "zh"]
PAGES = [
    "index.html", "articles.html", "incidents.html", "measures.html", "about.html", "codebook.html", "method.html", "corrections.html", "data.html", "404.html",
    "bulletins/b-musan-2031-11.html", "bulletins/b-chagang-2031-09.html", "bulletins/b-gone-2031-05.html",
    "incidents/i-aa01.html", "incidents/i-bb02.html", "incidents/i-cc03.html", "incidents/i-dd04.html",
]  # fmt: skip

READS = """() => {
  const luminance = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b; };
  const rgb = s => { const m = s.match(/[\\d.]+/g).map(Number); return m.length > 3 && m[3] === 0 ? null : m.slice(0, 3); };
  const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c) return c; } return [255, 255, 255]; };
  const poor = [];
  for (const e of document.querySelectorAll('body *:not(svg *)')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !e.offsetParent) continue;
    const [a, b] = [luminance(rgb(getComputedStyle(e).color)), luminance(ground(e))].sort((x, y) => x - y);
    if ((b + .05) / (a + .05) < 7) poor.push(e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 30));
  }
  return poor;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    out = tmp_path_factory.mktemp("out") / "site"
    write_site(build(editions(), DESK, BaseMap.shipped(), instruments(bytes(32))), out)
    return out


def visit(browser, site, lang, check, **options):
    """Every page of a language in one fresh context; returns what the console said and what was asked for."""
    said, asked, failed = [], [], []
    context = browser.new_context(**options)
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    for path in PAGES:
        if lang == "zh" and path.startswith("bulletins/"):
            continue
        page.goto((site / lang / path).as_uri())
        check(page, f"{lang}/{path}")
    context.close()
    assert not said
    assert not failed
    return asked


@pytest.mark.parametrize("lang", TONGUES)
def test_pages_open_from_a_folder_without_script_or_network(browser, site, lang):
    """With JavaScript off every page opens, is styled, has one heading of the first level, and asks for nothing outside."""

    def check(page, path):
        assert page.locator("h1").count() == 1, path
        assert page.locator("main").inner_text().strip(), path

    asked = visit(browser, site, lang, check, java_script_enabled=False, offline=True)
    assert asked
    assert all(url.startswith(site.as_uri()) for url in asked)


@pytest.mark.parametrize("width", [360, 1100])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_at_any_width_in_light_and_dark(browser, site, width, scheme):
    """The style sheet is applied, no page is wider than its window, and text has contrast 7:1 where it stands."""

    def check(page, path):
        assert page.evaluate("getComputedStyle(document.querySelector('.desk a')).textDecorationLine") == "none", path
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
        assert page.evaluate(READS) == [], path
        assert page.evaluate("[...document.images].every(i => i.naturalWidth > 0)"), path

    for lang in TONGUES:
        visit(browser, site, lang, check, color_scheme=scheme, viewport={"width": width, "height": 800})


def test_a_reader_finds_the_other_language_and_comes_back(browser, site):
    """From a bulletin to its Korean twin, to an incident, to the map, by links alone."""
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="Read in English").click()
    page.get_by_role("link", name="Five killed or injured by a landmine near Musan").click()
    page.get_by_role("link", name="Read in Korean").click()
    assert page.locator("html").get_attribute("lang") == "ko"
    page.get_by_role("link", name="무산군 근처 지뢰 폭발").first.click()
    assert page.locator("h1").inner_text() == "무산군 근처 지뢰 폭발"
    assert page.get_by_role("img", name="지도: 무산군 근처(반경 25km)").is_visible()
    page.get_by_role("link", name="Read in English").click()
    assert page.locator("h1").inner_text() == "Landmine explosion near Musan"
    context.close()


def test_a_range_is_as_wide_on_screen_as_it_is(browser, site):
    """On the incident's page the bar of the killed runs from nought to five, and is hatched."""
    page = browser.new_page()
    page.goto((site / "en/incidents/i-aa01.html").as_uri())
    box = page.locator(".bar.killed .range").first.bounding_box()
    rail = page.locator(".bar.killed .rail").first.bounding_box()
    fill = page.locator(".bar.killed .range").first.evaluate("e => getComputedStyle(e).fill")

    assert abs(box["width"] - rail["width"]) < 4
    assert "url(" in fill


@pytest.mark.parametrize(("lang", "width"), [("ko", 390), ("en", 1100), ("zh", 390), ("zh", 1100)])
def test_axe_finds_no_violation(browser, site, lang, width):
    """Every page, in Korean on a phone, in English on a desk, in Chinese on both: none of axe's rules is broken."""
    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
    broken = []

    def check(page, path):
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {preload: false, resultTypes: ['violations']})")
        broken.extend((path, each["id"], node["html"][:160]) for each in found["violations"] for node in each["nodes"])

    visit(browser, site, lang, check, viewport={"width": width, "height": 800})
    assert not broken


@pytest.mark.parametrize(
    ("lang", "words", "title"),
    [
        ("ko", "무산", "무산군 근처 지뢰 폭발로 다섯 명 사상"),
        ("ko", "혜산시에서", "무산군 근처 지뢰 폭발로 다섯 명 사상"),
        ("ko", "익", "두만강에서 두 명 이상 익사"),
        ("en", "landmines families", "Five killed or injured by a landmine near Musan"),
        ("en", "DROWNED tumen", "At least two drown in the Tumen"),
        ("en", "hyesan drowning", None),
        ("en", "drown", "At least two drown in the Tumen"),
    ],
)
def test_search_finds_words_in_a_folder_without_the_network(browser, site, lang, words, title):
    """A reader types words and gets the articles that hold all of them, in their language, with the network cut."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / lang / "articles.html").as_uri())
    page.locator("#words").fill(words)
    page.wait_for_function("document.getElementById('told').textContent")
    found = page.locator("#found a").all_inner_texts()

    assert (title in found) if title else not found
    assert all(url.startswith(site.as_uri()) for url in asked)
    if title:
        page.get_by_role("link", name=title).first.click()
        assert page.locator("h1").inner_text() == title
    context.close()


def test_filters_show_a_part_and_all_again(browser, site):
    """Choosing a grade hides rows, cards and marks of the others; without a script all are there."""
    page = browser.new_page()
    page.goto((site / "en/incidents.html").as_uri())
    every = page.locator("tr[data-id]:visible").count()
    page.get_by_label("Corroboration").select_option("corroborated")
    assert page.locator("tr[data-id]:visible").count() == 1 < every
    assert page.locator("article.card:visible").count() == 1
    page.get_by_label("Corroboration").select_option("")
    assert page.locator("tr[data-id]:visible").count() == every
    page.close()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "en/incidents.html").as_uri())
    assert page.locator("tr[data-id]:visible").count() == every
    assert not page.locator("#filters").is_visible()
    context.close()


def test_a_front_page_is_light(site):
    """Under 100 KB with its style sheet, without pictures."""
    for lang in TONGUES:
        assert (site / lang / "index.html").stat().st_size + (site / "site.css").stat().st_size < 100_000
