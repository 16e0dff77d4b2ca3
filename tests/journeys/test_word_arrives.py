"""The whole way of a word: composer, file, drop, desk, account, reply, and the reply read, in a real browser and a real server."""

import hashlib
import json
import shutil
import subprocess
import sys

import pytest

from fakes.desk_server import PASSWORD, Demo, _made, started
from fakes.drop_server import drop, get
from fakes.drop_server import sealed as sealed_to_others
from sosik.intake.parts import parts_of

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def run(*arguments):
    """What the command prints; in a process of its own, as Django refuses a thread in which a browser is driven."""
    done = subprocess.run(
        [sys.executable, "-m", "sosik", *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def saved(page, click, target):
    with page.expect_download() as download:
        click()
    download.value.save_as(target)
    return target


def test_from_a_word_to_its_answer(browser, tmp_path):
    """What is written offline becomes an account of the desk, and what the desk answers is read with the twelve words alone."""
    desk, key, spool = tmp_path / "desk", tmp_path / "key", tmp_path / "spool"
    run("ledger", "init", "--desk", desk, "--key-file", key, "--member", "m-han")
    made = run("envelope", "--desk", desk, "--key-file", key, "--out", tmp_path / "letter.html")

    writer = browser.new_context(offline=True, locale="en-GB").new_page()
    writer.goto((tmp_path / "letter.html").as_uri())
    assert writer.inner_text("#signer").rpartition(": ")[2] == made.strip().rpartition(": ")[2]
    writer.fill("#text", "Three women were shot dead near Musan on 3 February, a trader told me.")
    writer.click("text=Words for a reply >> nth=0")
    writer.click("#make-words")
    phrase = writer.input_value("#phrase")
    writer.click("#seal")
    writer.wait_for_selector("#result:not([hidden])")
    sealed = saved(writer, lambda: writer.click("#save"), tmp_path / "letter.bin")

    with drop(spool, str(tmp_path / "letter.html")) as (_, port):
        bringer = browser.new_context(java_script_enabled=False).new_page()
        bringer.goto(f"http://127.0.0.1:{port}/")
        bringer.set_input_files("section[lang=ko] input[type=file]", sealed)
        bringer.click("section[lang=ko] button")
        assert (spool / "in" / bringer.inner_text("code")).read_bytes() == sealed.read_bytes()

        mirror = tmp_path / "mirror"
        shutil.copytree(spool / "in", mirror)
        run(
            "open",
            mirror,
            "--desk",
            desk,
            "--key-file",
            key,
            "--out",
            tmp_path / "word",
            "--received",
            "2031-02-06",
        )
        run("run", tmp_path / "word", "--desk", desk, "--key-file", key)
        listed = run("incidents", "--desk", desk, "--key-file", key, "--format", "json")
        (incident,) = json.loads(listed)["incidents"]
        assert incident["figures"]["killed"] == {"min": 3, "best": 3, "max": 3}

        (tmp_path / "answer.txt").write_text("Who told the trader?", "utf-8")
        (address,) = (tmp_path / "word").glob("*-reply.json")
        run("reply", address, "--text", tmp_path / "answer.txt", "--spool", spool)
        mailbox = json.loads(address.read_text())["address"]
        (tmp_path / "reply.bin").write_bytes(get(port, f"/m/{mailbox}")[2])

    reader = browser.new_context(offline=True, locale="en-GB").new_page()
    reader.goto((tmp_path / "letter.html").as_uri())
    reader.fill("#open-phrase", phrase)
    reader.set_input_files("#open-file", tmp_path / "reply.bin")
    reader.click("#open")
    reader.wait_for_function("() => document.querySelector('#reply').textContent !== ''")
    assert reader.inner_text("#reply") == "Who told the trader?"


def test_an_envelope_reaches_the_inbox(browser, tmp_path):
    """Out of the drop's mirror, then again in parts among plain files and one sealed to others: one account, and what did not open is named.

    What the desk answers lies in the mirror, of one size, and the twelve words read it.
    """
    made, said = _made()
    shutil.copytree(made, tmp_path / "demo")
    desk, key = tmp_path / "demo" / "desk", tmp_path / "demo" / "demo.key"
    run("envelope", "--desk", desk, "--key-file", key, "--out", tmp_path / "letter.html")
    writer = browser.new_context(offline=True, locale="en-GB").new_page()
    writer.goto((tmp_path / "letter.html").as_uri())
    writer.fill("#text", "Four traders were arrested in Hyesan on 3 February, a cousin told me.")
    writer.click("text=Words for a reply >> nth=0")
    writer.click("#make-words")
    phrase = writer.input_value("#phrase")
    writer.click("#seal")
    writer.wait_for_selector("#result:not([hidden])")
    sealed = saved(writer, lambda: writer.click("#save"), tmp_path / "letter.bin").read_bytes()
    files = [tmp_path / "letter.bin", tmp_path / "strange.bin"]
    files[1].write_bytes(sealed_to_others(4096))
    for number, part in enumerate(parts_of(sealed, 2500)):
        files.append(tmp_path / f"p{number}.txt")
        files[-1].write_text(part)

    mirror = tmp_path / "mirror"
    (mirror / "in").mkdir(parents=True)
    (mirror / "in" / hashlib.sha256(sealed).hexdigest()).write_bytes(sealed)
    (mirror / "in" / "letter.bin").write_bytes(sealed)  # not as the drop names it: no file of its
    of = ["--desk", str(desk), "--key-file", str(key), "--port", "0", "--mirror", str(mirror)]
    with started([sys.executable, "-m", "sosik", "desk", *of]) as (_, address):
        demo = Demo(address, said, tmp_path / "demo")
        page = browser.new_context(locale="en-GB", base_url=address).new_page()
        page.goto("/")
        page.fill("#id_login", "m-han")
        page.fill("#id_password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_selector("#id_code")
        page.fill("#id_code", demo.code("m-han"))
        page.keyboard.press("Enter")
        page.wait_for_selector("nav")
        page.goto("/replies/")
        page.click("form[action*=fetch] button")
        page.wait_for_selector("text=1 taken in, 0 known already, 0 refused.")
        page.goto("/replies/")
        page.click("form[action*=fetch] button")
        page.wait_for_selector("text=Nothing new lies in the mirror.")
        page.click("text=Seal a reply")
        page.fill("#text", "Which market?")
        page.click("main button.now")
        page.wait_for_selector("text=The desk keeps no copy.")
        page.goto("/accounts/import/")
        page.set_input_files("input[type=file]", files)
        page.locator("form:has(input[type=file]) button").first.click()
        page.wait_for_selector("text=strange.bin")
        page.goto("/")
        page.wait_for_selector("text=Four traders were arrested")
        assert page.locator("text=Four traders were arrested").count() == 1
    (answer,) = (mirror / "mailboxes").iterdir()
    assert answer.stat().st_mode & 0o777 == 0o600
    assert b"Which market" not in answer.read_bytes()
    writer.goto((tmp_path / "letter.html").as_uri())
    writer.fill("#open-phrase", phrase)
    writer.set_input_files("#open-file", answer)
    writer.click("#open")
    writer.wait_for_function("() => document.querySelector('#reply').textContent !== ''")
    assert writer.inner_text("#reply") == "Which market?"
