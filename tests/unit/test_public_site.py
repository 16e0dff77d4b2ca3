"""The site as a bundle of bytes: complete, bilingual, closed to the outside, and the same each time."""

import html
import io
import json
import os
import re
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

import html5lib
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from fakes.editions import DESK, editions, mine, names
from sosik.adapters.charts import AltairCharts
from sosik.adapters.pictures import check_segments
from sosik.adapters.public_instruments import instruments
from sosik.bulletins.edition import ClearedEdition, Edition, Picture, PublicGrade, Version
from sosik.claims.rules import Rules
from sosik.public.base_map import BaseMap
from sosik.public.desk_words import DeskWords
from sosik.public.feeds import sitemaps
from sosik.public.finding import terms
from sosik.public.instruments import Instruments
from sosik.public.long_words import ABOUT, METHOD
from sosik.public.names_zh import CATEGORIES, PLACES
from sosik.public.site import build
from sosik.public.tongue import Tongue
from sosik.public.words import FILES, OUTCOMES, WORDS
from sosik.public.words_zh import FILES_ZH, GRADES_ZH, OUTCOMES_ZH, ZH
from sosik.values.ids import BulletinId, IncidentId, PlaceId
from sosik.values.quantity import Outcome
from sosik.values.text import Lang

BASE = BaseMap.shipped()
HOSTILE = '"><script>alert(1)</script><img src=http://evil.example/x onerror=alert(1)>&lt;</style>'


class Reader(HTMLParser):
    """Every tag with its attributes, and the ids."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def all(self, tag, name):
        return [attrs[name] for found, attrs in self.tags if found == tag and attrs.get(name) is not None]


@pytest.fixture(scope="module")
def bundle():
    return build(editions(), DESK, BASE, Instruments(charts=AltairCharts()))


def pages(bundle):
    return {path: content.decode() for path, content in bundle.items() if path.endswith(".html")}


def built(versions, **rows):
    edition = Edition(BulletinId("b-one"), 1, tuple(versions), **rows)
    return build([ClearedEdition(edition, date(2031, 1, 2))], DESK, BASE)


def test_the_same_editions_give_the_same_bytes(bundle):
    """In any order, every file is the same to the byte."""
    assert build(editions()[::-1], DESK, BASE, Instruments(charts=AltairCharts())) == bundle


def test_every_page_has_its_twin(bundle):
    """Each Korean page has an English one at the same address, each Chinese one both; each names the others by a link and hreflang."""
    found = pages(bundle)
    for lang, other in (("ko", "en"), ("en", "ko"), ("zh", "ko"), ("zh", "en")):
        for path in (each for each in found if each.startswith(f"{lang}/")):
            twin = f"{other}/{path[3:]}"
            assert twin in found
            reader = Reader(found[path])
            assert ("html", {"lang": lang}) in reader.tags
            links = {a["hreflang"]: a["href"] for tag, a in reader.tags if tag == "link" and a.get("hreflang")}
            assert resolved(path, links[other]) == twin
            assert resolved(path, links[lang]) == path
            assert ("zh" in links) == (f"zh/{path[3:]}" in found)
            assert twin in {
                resolved(path, href) for href in reader.all("a", "href") if "#" not in href and ":" not in href
            }


def resolved(path, href):
    parts = list(PurePosixPath(path).parent.parts)
    for part in href.split("#")[0].split("/"):
        if part == "..":
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def test_every_link_leads_somewhere(bundle):
    """Every address inside the site is a file of the bundle; others are plain links and nothing is fetched from there."""
    checked = 0
    for path, text in pages(bundle).items():
        reader = Reader(text)
        for tag, name in (("a", "href"), ("link", "href"), ("img", "src")):
            for address in reader.all(tag, name):
                if tag == "a" and address.startswith("https://"):
                    continue
                if address.startswith("#"):
                    assert f'id="{address[1:]}"' in text
                    continue
                assert not re.match(r"[a-z]+:|/", address), (path, address)
                assert resolved(path, address) in bundle, (path, address)
                checked += 1
    assert checked > 500


def test_pages_are_closed_to_the_outside(bundle):
    """A strict policy on every page, no script but data, no style in attributes, no event handlers."""
    for path, text in pages(bundle).items():
        reader = Reader(text)
        policies = [a["content"] for tag, a in reader.tags if a.get("http-equiv") == "Content-Security-Policy"]
        assert policies == [
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
        ]
        for tag, attrs in reader.tags:
            assert tag not in {"iframe", "object", "embed", "form", "base", "style"}, path
            assert tag != "script" or attrs.get("type") == "application/ld+json" or "src" in attrs
            assert not any(name.startswith("on") or name == "style" for name in attrs), path


def test_no_two_elements_of_a_page_share_an_id(bundle):
    """What is named once can be pointed at."""
    for path, text in pages(bundle).items():
        ids = [attrs["id"] for _, attrs in Reader(text).tags if attrs.get("id")]
        assert len(ids) == len(set(ids)), path
        labelled = [name for _, attrs in Reader(text).tags for name in (attrs.get("aria-labelledby") or "").split()]
        assert set(labelled) <= set(ids), path


@pytest.mark.parametrize(
    "field", ["title", "body", "writer", "translator", "editor", "correction", "caption", "label", "place"]
)
def test_hostile_text_stays_text(field):
    """A script in any field that a person wrote is shown, and never run, on no page and in no feed."""
    said = {
        each: (HOSTILE if each == field else "plain") for each in ("title", "body", "writer", "translator", "editor")
    }
    picture = Picture("a.png", HOSTILE if field == "caption" else "c", HOSTILE if field == "caption" else "d", HOSTILE)
    versions = [
        Version(lang, **said, correction=HOSTILE if field == "correction" else None, pictures=(picture,))
        for lang in Lang
    ]
    label = names(HOSTILE, HOSTILE) if field == "label" else names("a", "b")
    place = mine().where
    if field == "place":
        place = type(place)(
            place.id, names(HOSTILE, HOSTILE), place.precision, 25.0, place.centre, place.province, place.country
        )
    bundle = built(versions, incidents=(mine(labels=label, where=place, contested=(HOSTILE,)),))

    for path, content in bundle.items():
        if path.endswith((".html", ".xml")):
            assert b"<script>alert" not in content, path
            assert b"<img src=http" not in content, path


def test_an_id_cannot_leave_the_folder():
    """Whatever an id holds, its address is plain letters inside the folder of its kind."""
    edition = Edition(BulletinId("../../etc/비밀"), 1, (Version(Lang.ko, "가", "나"),), (mine("../x"), mine("..-x")))
    bundle = build([ClearedEdition(edition, date(2031, 1, 2))], DESK, BASE)

    assert all(re.fullmatch(r"[a-z0-9][a-zA-Z0-9./_-]*", path) and ".." not in path for path in bundle)
    assert sum(path.startswith("ko/incidents/") for path in bundle) == 2


def test_raw_html_and_pictures_from_elsewhere_are_not_rendered():
    """Markdown in a text gives headings and links, never HTML or an image."""
    body = "First.\n\n# Head\n\n##### Deep\n\n![x](https://evil.example/x.png) <b>bold</b> [go](javascript:alert(1)) [ok](https://ok.example)"
    text = built([Version(Lang.en, "T", body)])["en/bulletins/b-one.html"].decode()

    assert "<h2>Head</h2>" in text
    assert "<h3>Deep</h3>" in text
    assert "<b>" not in text
    assert 'src="https' not in text
    assert 'href="javascript' not in text
    assert 'href="https://ok.example" rel="noreferrer noopener"' in text


def test_a_bulletin_page_says_who_wrote_it_and_what_was_corrected(bundle):
    """Credits, the link to the other language, the correction above the text, caption, credit and the file photo's note."""
    text = bundle["en/bulletins/b-musan-2031-11.html"].decode()
    order = [
        text.index(part) for part in ("Written by Han Ga-on", "Read in Korean", "An earlier version said", "standfirst")
    ]

    assert order == sorted(order)
    for part in (
        "Translated by Park Nuri",
        "Edited by Seo Da-mi",
        "File photo.",
        "Photo: A. Made-up",
        "4 December 2031",
    ):
        assert part in text


def test_a_language_that_is_missing_says_so(bundle):
    """A bulletin in Korean alone has an English page that shows the Korean and says that it is not translated."""
    text = bundle["en/bulletins/b-chagang-2031-09.html"].decode()

    assert "not available in English yet" in text
    assert '<div lang="ko">' in text


def test_a_withdrawn_edition_leaves_a_page_without_the_text(bundle):
    """The page, the feed and the corrections say that it was withdrawn; no byte of its title, text or row remains."""
    page = bundle["en/bulletins/b-gone-2031-05.html"].decode()

    assert "This article has been withdrawn." in page
    assert "Five killed or injured" not in page
    assert b"i-ee05" not in bundle["data/incidents.csv"]
    assert b"i-ee05,2031-06-02" in bundle["data/withdrawn.csv"]
    assert "withdrawn" in bundle["en/incidents/i-ee05.html"].decode()
    assert b"has been withdrawn" in bundle["en/corrections.html"]


def test_pictures_of_what_was_withdrawn_are_gone():
    """Only pictures of what stands published are in the bundle, under names made of what they show."""
    shown = Picture("informant-phone.jpg", "c", "d", "e", content=b"shown")
    hidden = Picture("other.png", "c", "d", "e", content=b"hidden")
    one = Edition(BulletinId("b-1"), 1, (Version(Lang.ko, "가", "나", pictures=(shown,)),))
    two = Edition(BulletinId("b-2"), 1, (Version(Lang.ko, "가", "나", pictures=(hidden,)),))
    bundle = build(
        [ClearedEdition(one, date(2031, 1, 2)), ClearedEdition(two, date(2031, 1, 2), withdrawn=True)], DESK, BASE
    )

    assert [content for path, content in bundle.items() if path.startswith("pictures/")] == [b"shown"]
    assert not any(b"informant-phone" in content for content in bundle.values())


def test_the_newest_revision_stands():
    """Of two revisions of one bulletin the later is shown, whatever order they come in, under the first one's day."""
    old = Edition(BulletinId("b-1"), 1, (Version(Lang.en, "Old words", "Body."),))
    new = Edition(BulletinId("b-1"), 2, (Version(Lang.en, "New words", "Body."),))
    bundle = build([ClearedEdition(new, date(2031, 3, 9)), ClearedEdition(old, date(2031, 3, 1))], DESK, BASE)
    text = bundle["en/bulletins/b-1.html"].decode()

    assert "New words" in text
    assert "1 March 2031" in text
    assert not any(b"Old words" in content for content in bundle.values())


def test_an_empty_site_is_a_site():
    """With nothing published every page stands and says so."""
    bundle = build([], DeskWords.plain("Desk", "데스크"), BASE)

    assert "Nothing has been published yet." in bundle["en/index.html"].decode()
    assert {"ko/index.html", "en/measures.html", "data/incidents.csv", "manifest.json"} <= set(bundle)


def test_an_incident_page_says_what_is_and_is_not_known(bundle):
    """Known, how it is known, not known, in that order, with the grade as a word and no count of sources."""
    text = bundle["en/incidents/i-aa01.html"].decode()
    order = [text.index(f'id="{part}"') for part in ("known", "how", "unknown", "table")]

    assert order == sorted(order)
    assert "Five people were killed or injured." in text
    assert "How many of them were killed and how many injured cannot be told apart." in text
    assert "reported" in text


@pytest.mark.parametrize(
    ("field", "says"), [("happened", "whether it happened"), ("killed", "Killed"), ("when", "When")]
)
def test_what_is_disputed_is_named(field, says):
    """A disputed field is said in the reader's words among what is not known, beside its mark."""
    text = built([Version(Lang.en, "T", "B.")], incidents=(mine(contested=(field,)),))[
        "en/incidents/i-aa01.html"
    ].decode()

    assert f"There is disagreement about this: {says}." in text
    assert "Contested" in text


def test_a_time_of_day_is_nowhere(bundle):
    """Public times are days: no clock time stands in any text file, but for the feeds' midnight."""
    for path, content in bundle.items():
        if path.endswith((".html", ".csv", ".json", ".geojson", ".md", ".xml")):
            text = content.decode().replace("T00:00:00Z", "")
            assert not re.search(r"\d{4}-\d\d-\d\dT\d|\b[0-2]\d:[0-5]\d\b", text), path


def test_every_word_is_in_every_language():
    """No word of the site is missing in any language, each is in its own script, and all take the same values."""
    for key, (en, ko) in WORDS.items():
        assert en.isascii() or "“" in en or "–" in en, key
        assert re.search("[가-힣]", ko) or key == "map_source", key
        assert re.search("[一-鿿]", ZH[key]), key
        assert len({tuple(re.findall(r"{\w*}", said)) for said in (en, ko, ZH[key])}) == 1, key
    assert set(ZH) == set(WORDS)
    assert set(OUTCOMES_ZH) == set(OUTCOMES)
    assert set(FILES_ZH) == set(FILES)
    assert set(GRADES_ZH) == {grade.value for grade in PublicGrade}
    assert {outcome.value for outcome in Outcome} <= set(OUTCOMES)
    assert {len(METHOD[lang]) for lang in Tongue} == {len(METHOD[Tongue.en])}
    assert {len(ABOUT[lang]) for lang in Tongue} == {len(ABOUT[Tongue.en])}


def test_names_in_chinese_are_of_what_is_shipped():
    """A Chinese name of a kind of event or of a place is of one that is shipped; nearly every kind and all that is on the map have one."""
    shipped = Rules.shipped()
    assert set(CATEGORIES) <= set(shipped.codebook.categories)
    assert len(CATEGORIES) >= len(shipped.codebook.categories) * 0.9
    drawn = {each.id for each in (*BASE.countries, *BASE.provinces, *BASE.courses, *BASE.towns)}
    assert drawn <= set(PLACES)
    assert all(shipped.gazetteer.get(PlaceId(key)) for key in PLACES if key not in drawn)


def test_no_page_in_chinese_says_a_word_of_the_site_in_another_language(bundle):
    """Outside texts that bear their own language, codes, names of files and names from elsewhere, a Chinese page has no Hangul."""
    for path, text in pages(bundle).items():
        if path.startswith("zh/") and "codebook" not in path:
            plain = re.sub(r"<svg.*?</svg>|<(\w+)[^>]* lang=\"(?:ko|en)\".*?</\1>", "", text, flags=re.DOTALL)
            assert not re.search("[가-힣]", plain.replace(DESK.name[Lang.ko], "")), path


def test_chinese_has_no_article_of_its_own(bundle):
    """Articles are in the languages in which a version was written; Chinese pages lead to those, and say in which language they are."""
    assert not any(path.startswith("zh/bulletins/") for path in bundle)
    text = bundle["zh/index.html"].decode()
    assert '<a href="../en/bulletins/b-musan-2031-11.html" lang="en">' in text
    assert '<a href="../ko/bulletins/b-chagang-2031-09.html" lang="ko">' in text


def luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def test_colours_can_be_read_in_light_and_in_dark(bundle):
    """Text has contrast AAA (7:1) on paper and on sunk paper, and marks 3:1 on what they are drawn on."""
    css = bundle["site.css"].decode()
    light = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css.split("@media")[0]))
    dark = light | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css.split("@media")[1].split("*, *")[0]))

    for colours in (light, dark):
        for ink in ("ink", "soft", "river", "ochre"):
            for paper in ("paper", "sunk"):
                assert contrast(colours[ink], colours[paper]) >= 7, (ink, paper)
        for mark in ("crimson", "bar", "ochre-fill", "river"):
            assert contrast(colours[mark], colours["paper"]) >= 3, mark
        assert contrast(colours["water"], colours["land"]) >= 3
        for name in ("ink", "soft", "river"):
            for ground in ("land", "beyond", "sea"):
                assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)


@settings(max_examples=6)
@given(st.lists(st.sampled_from(editions()), max_size=6))
def test_any_choice_of_editions_builds(chosen):
    """Whatever stands or was withdrawn, links inside the bundle resolve and the manifest names every file."""
    bundle = build(chosen, DESK, BASE)

    for path, text in pages(bundle).items():
        for address in Reader(text).all("a", "href"):
            assert address.startswith(("https://", "#")) or resolved(path, address) in bundle
    assert all(f'"{path}"'.encode() in bundle["manifest.json"] for path in bundle if path != "manifest.json")


def test_a_row_is_told_by_the_bulletins_that_carry_it():
    """An incident in two bulletins links to both and is one row."""
    shared = mine("i-both")
    both = [
        ClearedEdition(
            Edition(BulletinId(f"b-{n}"), 1, (Version(Lang.en, f"T{n}", "B."),), (shared,)), date(2031, 1, n)
        )
        for n in (1, 2)
    ]
    bundle = build(both, DESK, BASE)

    assert bundle["data/incidents.csv"].decode().count(IncidentId("i-both")) == 1
    assert b"b-1 b-2" in bundle["data/incidents.csv"]
    assert all(f"../bulletins/b-{n}.html".encode() in bundle["en/incidents/i-both.html"] for n in (1, 2))


def test_the_bytes_do_not_hang_on_the_process():
    """Another process, with its own order of hashes, makes the same manifest."""
    script = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1]); from fakes.editions import DESK, editions\n"
        "from sosik.adapters.public_instruments import instruments; from sosik.public.base_map import BaseMap\n"
        "from sosik.public.site import build\n"
        "made = build(editions(), DESK, BaseMap.shipped(), instruments(bytes(32)))['manifest.json']\n"
        "print(hashlib.sha256(made).hexdigest())"
    )
    tests = str(Path(__file__).resolve().parents[1])
    hashes = {
        subprocess.run(
            [sys.executable, "-c", script, tests],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(hashes) == 1


def test_a_feed_holds_what_is_in_its_language_newest_first(bundle):
    """The Korean feed has the article in Korean alone, the English one has not, and both tell of the withdrawal."""
    atom = {"a": "http://www.w3.org/2005/Atom"}
    found = {lang: ET.fromstring(bundle[f"{lang}/feed.xml"]).findall("a:entry", atom) for lang in ("ko", "en")}  # noqa: S314
    days = {lang: [entry.findtext("a:published", None, atom) for entry in entries] for lang, entries in found.items()}

    assert len(found["ko"]) == 4
    assert len(found["en"]) == 3
    assert all(each == sorted(each, reverse=True) for each in days.values())
    assert [entry.findtext("a:title", None, atom) for entry in found["en"]][-1] == "Withdrawn"


def test_the_front_page_stays_small():
    """With a hundred bulletins it is under 100 KB, shows the latest, and leads to the rest."""
    many = [
        ClearedEdition(
            Edition(BulletinId(f"b-{n}"), 1, (Version(Lang.en, f"Title {n}", "Body."),), (mine(f"i-{n}"),)),
            date(2031, 1, 1 + n % 28),
        )
        for n in range(100)
    ]
    bundle = build(many, DESK, BASE)

    assert len(bundle["en/index.html"]) < 100_000
    assert b"All incidents" in bundle["en/index.html"]
    assert b"100 incidents" in bundle["en/incidents.html"]


# --- standards


ADDRESSED = evolve(DESK, address="https://riverside.example/")


@pytest.fixture(scope="module")
def whole():
    return build(editions(), ADDRESSED, BASE, instruments(bytes(32)))


def test_pages_are_valid_html(bundle, whole):
    """A strict parser of the standard finds no error on any page, with an address or without."""
    for made in (bundle, whole):
        for path, text in pages(made).items():
            parser = html5lib.HTMLParser(strict=True)
            parser.parse(text)
            assert not parser.errors, path


def test_scripts_are_files_of_the_site_and_do_no_more_than_find_and_filter(whole):
    """No script stands on a page but JSON-LD; a script file is only what the manifest names; none speaks to anybody."""
    for path, text in pages(whole).items():
        for tag, attributes in Reader(text).tags:
            if tag == "script" and attributes.get("type") != "application/ld+json":
                name = attributes["src"].replace("../", "")
                assert name in {"lunr.js", "search.js", "filters.js"}, path
                assert name in whole
    for name in ("search.js", "filters.js"):
        assert not re.search(
            rb"https?:|fetch|XMLHttp|WebSocket|sendBeacon|innerHTML|eval|cookie|localStorage", whole[name]
        )


def test_feeds_tell_the_same_in_both_forms(whole):
    """JSON Feed 1.1 has the entries of the Atom feed, with absolute addresses and days alone."""
    for lang in ("ko", "en"):
        said = json.loads(whole[f"{lang}/feed.json"])
        atom = ET.fromstring(whole[f"{lang}/feed.xml"])  # noqa: S314 - ours
        ids = [
            each.text for each in atom.iterfind("{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}id")
        ]
        assert said["version"] == "https://jsonfeed.org/version/1.1"
        assert [item["id"] for item in said["items"]] == ids != []
        for item in said["items"]:
            assert item["url"].removeprefix(ADDRESSED.address) in whole
            assert item["date_published"].endswith("T00:00:00Z")
            assert item["content_text"]


def test_the_sitemap_names_every_page(whole, bundle):
    """Each page once, by its address; none where the desk has no address."""
    tree = ET.fromstring(whole["sitemap.xml"])  # noqa: S314 - ours
    named = [each.text for each in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    wanted = {f"{ADDRESSED.address}{path}" for path in pages(whole) if "404" not in path}

    assert set(named) == wanted
    assert len(named) == len(wanted)
    assert "sitemap.xml" not in bundle


def test_a_long_sitemap_is_cut_into_parts():
    """More pages than one file may name become an index of files that name them all."""
    paths = [f"en/{number}.html" for number in range(100_000)]
    files = sitemaps(paths, "https://a.example/")
    parts = [name for name in files if name != "sitemap.xml"]

    assert files["sitemap.xml"].count(b"<sitemap>") == len(parts) == 3
    assert sum(files[name].count(b"<url>") for name in parts) == 100_000


def test_an_article_is_linked_to_the_one_it_was_translated_from(whole):
    """The English names the Korean as its original, with language and address; both have a picture for links."""
    text = whole["en/bulletins/b-musan-2031-11.html"].decode()
    linked = json.loads(re.search(r'application/ld\+json">(.*?)</script>', text)[1])

    assert linked["@type"] == "NewsArticle"
    assert (linked["inLanguage"], linked["translationOfWork"]["inLanguage"]) == ("en", "ko")
    assert linked["translationOfWork"]["url"].removeprefix(ADDRESSED.address) in whole
    assert linked["image"].removeprefix(ADDRESSED.address) in whole


def test_a_shared_link_has_a_picture_without_a_word(whole):
    """Every bulletin's picture for links is in the bundle, PNG or its own photo, pixels alone and of the asked size."""
    for path, text in pages(whole).items():
        for tag, attributes in Reader(text).tags:
            if tag == "meta" and attributes.get("property") == "og:image":
                name = attributes["content"].removeprefix(ADDRESSED.address)
                assert name in whole, path
                check_segments(name, whole[name])
    pictures = [name for name in whole if name.startswith("previews/")]
    assert pictures
    for name in pictures:
        with Image.open(io.BytesIO(whole[name])) as opened:
            assert opened.size == (1200, 630)


def test_search_holds_every_word_of_the_published_text_and_of_nothing_else(whole):
    """Korean names are found by two syllables, English ones by their stem; a withdrawn article is in no index."""
    assert "무산" in set(terms("무산군에서"))
    korean = whole["search/ko-2031-11.js"].decode()
    english = whole["search/en-2031-11.js"].decode()
    assert '["무산",' in korean
    assert '["landmin",' in english
    assert not any(b"b-gone" in content for name, content in whole.items() if name.startswith("search/"))


def test_the_page_about_the_network_says_what_is_not_told(bundle):
    """What is and is not disclosed, and how to comment, in both languages, with the desk's own words and contact."""
    for lang in (Lang.ko, Lang.en):
        text = bundle[f"{lang}/about.html"].decode()
        assert DESK.about[lang] in html.unescape(text)
        assert DESK.contact[lang] in text
        assert all(heading in text for heading, _ in ABOUT[lang])
