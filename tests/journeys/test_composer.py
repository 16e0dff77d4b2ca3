"""The composer in real browsers, from a file, with the network cut."""

import base64
import hashlib
import io
import json
import os
import random
import re
import shutil
import subprocess
from pathlib import Path

import cv2
import numpy as np
import pyrage
import pytest
from PIL import Image, PngImagePlugin

from fakes.bech32_reference import encoded
from fakes.firefox import firefox
from fakes.reply_vectors import content_of
from sosik.adapters.age_files import seal_sized
from sosik.adapters.envelope_files import archived
from sosik.adapters.pictures import check_segments
from sosik.cli.main import main
from sosik.intake.parts import join, read_part
from sosik.intake.sizes import REPLY_SIZE, SIZES

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

VECTORS = json.loads((Path(__file__).parents[1] / "spec" / "envelopes" / "mailboxes.json").read_text("utf-8"))
REPLIES = json.loads((Path(__file__).parents[1] / "spec" / "envelopes" / "replies.json").read_text("utf-8"))
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
KEY = pyrage.x25519.Identity.from_str(encoded("age-secret-key-", bytes(range(32))).upper())
OLD = str(KEY.to_public())
SOAK = os.environ.get("SOSIK_PROFILE") == "soak"
SECRET = "Harbour-Cam 3000"


@pytest.fixture
def letter(tmp_path):
    return built(tmp_path, OLD)


def built(folder, *recipients):
    out = folder / "letter.html"
    run("envelope", *[word for one in recipients for word in ("--recipient", one)], "--out", str(out))
    return out


def run(*arguments):
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return ended.value.code


def page_of(browser, path, **options):
    """A page, and what it said and asked for."""
    context = browser.new_context(offline=True, **options)
    page = context.new_page()
    page.said, page.asked = [], []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(path.as_uri())
    return page


def photo(folder, name="photo.jpg", size=(2600, 1300)):
    picture = Image.effect_noise(size, 40).convert("RGB")
    tags = picture.getexif()
    tags[0x010F] = SECRET
    picture.save(folder / name, exif=tags, comment=SECRET.encode())
    with (folder / name).open("ab") as file:
        file.write(SECRET.encode() * 50)
    return folder / name


def sealed_by(page, folder):
    page.click("#seal")
    page.wait_for_selector("#result:not([hidden])")
    with page.expect_download() as download:
        page.click("#save")
    download.value.save_as(folder / "letter.bin")
    return folder / "letter.bin"


def identity(folder):
    (folder / "key").write_text(str(KEY) + "\n")
    return str(folder / "key")


def test_from_page_to_report(browser, letter, tmp_path):
    """Words and a photo written offline arrive as a report; nothing of the camera does; the page asked for nothing else."""
    page = page_of(browser, letter, locale="ko-KR")
    page.fill("#text", "나루리 쪽에서 다섯 명이 다쳤다고 한다.\n<b>&</b>")
    page.fill("#told", "2031-02-03")
    page.select_option("#basis", "second-hand")
    page.set_input_files("#photos", photo(tmp_path))
    page.wait_for_selector("#shown-photos img")
    sealed = sealed_by(page, tmp_path)

    assert (
        run(
            "open",
            str(sealed),
            "--identity",
            identity(tmp_path),
            "--out",
            str(tmp_path / "o"),
            "--received",
            "2031-02-05",
        )
        == 0
    )
    (report,) = (tmp_path / "o").glob("*.md")
    (picture,) = (tmp_path / "o").glob("*.jpg")
    text = report.read_text("utf-8")
    assert text.endswith("---\n나루리 쪽에서 다섯 명이 다쳤다고 한다.\n<b>&</b>\n")
    assert "told: 2031-02-03\nbasis: second-hand\nlang: ko" in text
    assert SECRET.encode() not in picture.read_bytes()
    with Image.open(picture) as shown:
        assert max(shown.size) == 2048
    assert report.stat().st_mode & 0o777 == 0o600
    assert not page.said
    assert {url.split(":")[0] for url in page.asked} <= {"file", "blob", "data"}
    assert sum(url.startswith("file:") for url in page.asked) == 1


def laden(folder, number):
    """A small photo in one of three formats that carries the canary wherever its format lets it."""
    chance = random.Random(number)
    picture = Image.effect_noise((chance.randint(20, 90), chance.randint(20, 90)), 40).convert("RGB")
    tags, kind = picture.getexif(), ("JPEG", "PNG", "WEBP")[number % 3]
    tags[0x010F], tags[0x9286] = SECRET, SECRET
    tags.get_ifd(0x8825)[29] = SECRET
    more = {"JPEG": {"comment": SECRET.encode()}, "PNG": {"pnginfo": text_chunk()}, "WEBP": {}}[kind]
    path = folder / f"{number}.{kind.lower()}"
    picture.save(path, kind, exif=tags, xmp=f"<x>{SECRET}</x>".encode(), icc_profile=SECRET.encode() * 9, **more)
    with path.open("ab") as file:
        file.write(b"MotionPhoto_Data" + SECRET.encode() * 20)
    return path


def text_chunk():
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("Comment", SECRET)
    return chunks


def test_photos_keep_nothing_but_their_pixels(browser, letter, tmp_path):
    """Of many photos with tags, thumbnails, profiles, comments and trailers, none has one after page and desk."""
    page = page_of(browser, letter)
    count = 200 if SOAK else 9
    page.set_input_files("#photos", [laden(tmp_path, number) for number in range(count)])
    page.wait_for_function(f"() => document.querySelectorAll('#shown-photos img').length === {count}")
    sealed = sealed_by(page, tmp_path)
    assert SECRET.encode() not in pyrage.decrypt(sealed.read_bytes(), [KEY])
    assert run("open", str(sealed), "--identity", identity(tmp_path), "--out", str(tmp_path / "o")) == 0
    pictures = list((tmp_path / "o").glob("*.jpg"))

    assert len(pictures) == count
    for one in pictures:
        check_segments(one.name, one.read_bytes())
        assert SECRET.encode() not in one.read_bytes()


def test_sizes_and_stanzas_tell_nothing(browser, tmp_path):
    """Short and long notes to one or three recipients have one of the sizes and eight stanzas; each recipient opens them alone."""
    keys = [pyrage.x25519.Identity.generate() for _ in range(3)]
    for count, length in ((1, 3), (3, 40_000)):
        page = page_of(browser, built(tmp_path, *[str(key.to_public()) for key in keys[:count]]))
        page.fill("#text", "가" * length)
        content = sealed_by(page, tmp_path).read_bytes()
        assert len(content) in SIZES
        assert content.partition(b"\n--- ")[0].count(b"\n-> X25519 ") == 8
        for key in keys[:count]:
            assert ("가" * length).encode() in pyrage.decrypt(content, [key])


def test_the_age_of_the_distribution_opens_it(browser, letter, tmp_path):
    """Debian's age, which knows nothing of us, opens what the page sealed."""
    program = shutil.which("age") or pytest.skip("no age on this machine")
    page = page_of(browser, letter)
    page.fill("#text", "a plain word")
    sealed = sealed_by(page, tmp_path)
    opened = subprocess.run([program, "-d", "-i", identity(tmp_path), str(sealed)], capture_output=True, check=True)

    assert b'"text":"a plain word"' in opened.stdout


def test_parts_and_codes_are_joined(browser, letter, tmp_path):
    """Numbered parts, all but one of them doubled, open as the one file; without the last, its number is named."""
    page = page_of(browser, letter)
    page.fill("#text", "in pieces")
    sealed_by(page, tmp_path)
    page.click("text=Save in parts")
    page.fill("#part-size", "1500")
    names = []
    for link in page.query_selector_all("#parts a"):
        with page.expect_download() as download:
            link.click()
        download.value.save_as(tmp_path / download.value.suggested_filename)
        names.append(str(tmp_path / download.value.suggested_filename))
    page.click("text=Show as square codes")

    assert len(names) == len(page.query_selector_all("#parts a")) == 4
    assert len(page.query_selector_all("#codes img")) == 7
    assert run("open", *names, *names[1:], "--identity", identity(tmp_path), "--out", str(tmp_path / "o")) == 0
    assert len(list((tmp_path / "o").glob("*.md"))) == 1
    assert run("open", *names[:-1], "--identity", identity(tmp_path), "--out", str(tmp_path / "p")) == 3


def photographed(address):
    """What is read off a code, held nearer until one of two readers has it."""
    drawn = Image.open(io.BytesIO(base64.b64decode(address.partition(",")[2]))).convert("RGB")
    for nearer in (2, 3, 1, 4):
        shot = np.asarray(drawn.resize((drawn.width * nearer, drawn.height * nearer), Image.Resampling.NEAREST))
        for reader in (cv2.QRCodeDetector(), cv2.QRCodeDetectorAruco()):
            words, _, _ = reader.detectAndDecode(shot)
            if words:
                return words.encode()
    raise AssertionError("no reader has it")


def test_a_camera_reads_the_square_codes(browser, letter, tmp_path):
    """Photographed one after another, in any order, the codes give the sealed file."""
    page = page_of(browser, letter)
    page.fill("#text", "in squares")
    sealed = sealed_by(page, tmp_path).read_bytes()
    pictures = page.eval_on_selector_all("#codes img", "all => all.map(one => one.src)")
    parts = [read_part("code", photographed(address)) for address in pictures]

    assert list(join(reversed(parts)).whole.values()) == [sealed]


def test_twelve_words_are_one_mailbox_everywhere(browser, letter):
    """For every good vector the page derives the address that Python derives; every malformed one is refused in words."""
    page = page_of(browser, letter)
    for one in VECTORS["good"]:
        page.fill("#open-phrase", "  " + one["phrase"].upper().replace(" ", "   "))
        page.click("#open")
        page.wait_for_function(f"() => document.querySelector('#where').textContent.includes('{one['address']}')")
    for phrase in VECTORS["malformed"]:
        page.evaluate("document.querySelector('#reply').textContent = ''")
        page.fill("#open-phrase", phrase)
        page.click("#open")
        page.wait_for_function("() => document.querySelector('#reply').textContent.includes('not twelve words')")


def test_a_reply_is_read_and_nothing_else_is(browser, letter, tmp_path):
    """The words open their reply; a reply to others is nothing; a flipped bit is damage, said in words."""
    mine, other = VECTORS["good"][:2]
    reply = seal_sized(archived({"reply.txt": "답: 알았다 <b>".encode()}), [mine["recipient"]], REPLY_SIZE)
    (tmp_path / "reply.bin").write_bytes(reply)
    (tmp_path / "flipped.bin").write_bytes(reply[:-9] + bytes([reply[-9] ^ 1]) + reply[-8:])
    page = page_of(browser, letter)
    shown = {}
    for phrase, name in ((mine, "reply"), (other, "reply"), (mine, "flipped")):
        page.fill("#open-phrase", phrase["phrase"])
        page.set_input_files("#open-file", tmp_path / f"{name}.bin")
        page.click("#open")
        page.wait_for_function("() => document.querySelector('#reply').textContent !== ''")
        shown[phrase["address"], name] = page.inner_text("#reply")

    assert shown[mine["address"], "reply"] == "답: 알았다 <b>"
    assert "nothing for these words" in shown[other["address"], "reply"]
    assert "damaged" in shown[mine["address"], "flipped"]


def test_every_shared_reply_is_read_as_at_the_desk(browser, letter, tmp_path):
    """Good, sealed to another, cut, flipped or malformed within: the page says of each what the vectors say of it."""
    page = page_of(browser, letter)
    page.fill("#open-phrase", VECTORS["good"][0]["phrase"])
    shown = {}
    for vector in REPLIES:
        (tmp_path / "reply.bin").write_bytes(content_of(vector, REPLIES))
        page.set_input_files("#open-file", tmp_path / "reply.bin")
        page.evaluate("() => { document.querySelector('#reply').textContent = '' }")
        page.click("#open")
        page.wait_for_function("() => document.querySelector('#reply').textContent !== ''")
        shown[vector["name"]] = page.inner_text("#reply")

    words = {"not ours": "nothing for these words", "damaged": "damaged"}
    for vector in REPLIES:
        said = shown[vector["name"]]
        assert said == vector["text"] if "text" in vector else words[vector["is"]] in said, vector["name"]


def with_settings(path, settings):
    said = json.dumps(settings).replace("<", "\\u003c")
    changed = re.sub(
        r'(id="settings">).*?(</script>)',
        lambda found: found[1] + said + found[2],
        path.read_text("utf-8"),
        flags=re.DOTALL,
    )
    path.write_text(changed, "utf-8")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"keys": json.dumps([{"recipient": OLD, "from": "2020-01-01", "until": "2020-03-31"}])}, "too old"),
        ({"keys": json.dumps([{"recipient": OLD}]), "signer": "aa" * 32, "signature": "bb" * 64}, "were changed"),
        ({"keys": "[]"}, "too old"),
        ({"keys": json.dumps([{"recipient": OLD}, {"recipient": "age1pq1" + "q" * 1952}])}, "two kinds"),
    ],
)
def test_a_page_that_must_not_seal_does_not(browser, letter, settings, words):
    """After its last key, with changed keys, with none, or with two kinds, the page refuses and keeps what was written."""
    with_settings(letter, settings)
    page = page_of(browser, letter)
    page.fill("#text", "still here")
    page.click("#seal")
    page.wait_for_function(f"() => document.querySelector('#trouble').textContent.includes('{words}')")

    assert page.is_hidden("#result")
    assert page.input_value("#text") == "still here"


def test_a_clock_that_runs_behind_still_seals(browser, letter, tmp_path):
    """A device whose clock is before the first key seals to the first key."""
    with_settings(letter, {"keys": json.dumps([{"recipient": OLD, "from": "2090-01-01", "until": "2090-03-31"}])})
    page = page_of(browser, letter)
    page.fill("#text", "early")

    assert b"early" in pyrage.decrypt(sealed_by(page, tmp_path).read_bytes(), [KEY])


def test_without_web_crypto_the_page_seals_by_its_own_arithmetic(browser, letter, tmp_path):
    """Where the browser has no WebCrypto the result opens all the same."""
    context = browser.new_context(offline=True)
    context.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', {get: () => undefined})")
    page = context.new_page()
    page.goto(letter.as_uri())
    page.fill("#text", "by hand")

    assert page.evaluate("crypto.subtle") is None
    assert b"by hand" in pyrage.decrypt(sealed_by(page, tmp_path).read_bytes(), [KEY])


def test_a_canvas_that_lies_takes_no_photo(browser, letter, tmp_path):
    """A browser that returns other pixels than were drawn is found out before a photo is ruined."""
    context = browser.new_context(offline=True)
    context.add_init_script(
        "const real = CanvasRenderingContext2D.prototype.getImageData;"
        "CanvasRenderingContext2D.prototype.getImageData = function (...a) { const d = real.apply(this, a); d.data.fill(255); return d; }"
    )
    page = context.new_page()
    page.goto(letter.as_uri())
    page.set_input_files("#photos", photo(tmp_path, size=(40, 40)))
    page.wait_for_function("() => document.querySelector('#photo-trouble').textContent.includes('drawn anew')")

    assert not page.query_selector_all("#shown-photos img")


def test_clearing_leaves_an_empty_page(browser, letter):
    """Escape twice: the words are gone, the page is another, and the way back does not bring them."""
    page = page_of(browser, letter)
    page.fill("#text", "gone in a moment")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url("about:blank")

    assert "gone" not in page.content()
    assert page.evaluate("history.length") <= 2


def test_nothing_is_stored_and_nobody_is_named(browser, letter):
    """No storage, no cookie, no product's or newsroom's name, no address but its own, under 200 KB, in three languages."""
    page = page_of(browser, letter)
    page.fill("#text", "words")
    stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie.length]")
    text = letter.read_text("utf-8")

    assert stored == [0, 0, 0]
    assert len(letter.read_bytes()) < 200_000
    assert "sosik" not in text.lower()
    assert "소식" not in text.replace("소식통", "")
    assert set(re.findall(r"https?://[^\"'\s)]+", text)) <= {"http://www.w3.org/2000/svg"}
    titles = set()
    for lang in ("ko", "en", "zh"):
        page.click(f"[data-lang={lang}]")
        titles.add(page.title())
        assert page.evaluate("[...document.querySelectorAll('[data-say]')].every(e => e.textContent.trim())")
    assert len(titles) == 3


def test_the_page_forbids_what_it_does_not_need(letter):
    """Its policy allows one script and one style, by hash, and no connection; the settings lie outside both."""
    text = letter.read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1]
    script = re.search(r"<script>(.*)</script>", text, re.DOTALL)[1]
    wanted = hashlib.sha256(script.encode()).digest()

    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "connect-src" not in policy
    assert base64.b64encode(wanted).decode() in policy


def test_firefox_seals_too(letter, tmp_path):
    """Firefox ESR from a file, with a proxy that nobody answers: a note with a photo opens on our side."""
    program = shutil.which("firefox-esr") or shutil.which("firefox") or pytest.skip("no Firefox on this machine")
    with firefox(program, tmp_path) as opened:
        opened.do("WebDriver:Navigate", url=letter.as_uri())
        opened.keys("#text", "from another browser")
        opened.keys("#photos", str(photo(tmp_path, size=(300, 200))))
        opened.until("return document.querySelectorAll('#shown-photos img').length === 1")
        opened.click("#seal")
        opened.until("return !document.querySelector('#result').hidden")
        opened.click("#save")
        opened.until("return true")
        wait_for(tmp_path / "letter.bin")

    assert (
        run("open", str(tmp_path / "letter.bin"), "--identity", identity(tmp_path), "--out", str(tmp_path / "o")) == 0
    )
    (report,) = (tmp_path / "o").glob("*.md")
    assert "from another browser" in report.read_text("utf-8")
    (picture,) = (tmp_path / "o").glob("*.jpg")
    assert SECRET.encode() not in picture.read_bytes()


def wait_for(path):
    import time

    for _ in range(200):
        if path.exists() and path.stat().st_size in SIZES:
            return
        time.sleep(0.05)
    raise AssertionError(path.name)
