"""The drop as a process: what it answers, what it keeps, what it forgets, and what a kill leaves."""

import base64
import hashlib
import os
import random
import re
import socket
import subprocess
import sys
import threading
import time
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPException
from pathlib import Path

import psutil
import pyrage
import pytest

from fakes.drop_server import BOUNDARY, drop, form, get, kept, post, sealed, varied
from sosik.adapters.age_files import seal_sized
from sosik.adapters.envelope_files import archived
from sosik.drop.spool import LIMIT, Spool
from sosik.intake.sizes import REPLY_SIZE

SOAK = os.environ.get("SOSIK_PROFILE") == "soak"
CANARY = b"canary-7f3a91"


@pytest.fixture
def spool(tmp_path):
    return tmp_path / "spool"


@pytest.fixture
def running(spool):
    with drop(spool) as (process, port):
        yield process, port


def receipt_in(page):
    return re.search(rb"[0-9a-f]{64}", page).group().decode()


def test_a_sealed_file_is_kept_under_its_hash(running, spool):
    """201 and the hash; the same file again is the same file; midnight is the only time that it bears."""
    _, port = running
    content = sealed()
    answers = [post(port, form(content)) for _ in range(2)]

    assert [status for status, _ in answers] == [201, 201]
    assert {receipt_in(page) for _, page in answers} == kept(spool) == {hashlib.sha256(content).hexdigest()}
    (path,) = (spool / "in").iterdir()
    assert path.read_bytes() == content
    assert path.stat().st_mtime % 86_400 == 0
    assert path.stat().st_mode & 0o777 == 0o600
    assert (spool / "in").stat().st_mtime % 86_400 == 0


def hostile():
    """Bodies that are no sealed file, with the answer that each gets."""
    whole = sealed()
    two = form(whole)[: -len(BOUNDARY) - 6] + form(b"another")
    yield from [
        (b"", 400), (b"\x00" * 5000, 400), (form(b""), 400), (form(b"hello " + CANARY), 400), (form(whole[:-1]), 400),
        (form(whole + b"x"), 400), (form(b"age-encryption.org/v1\n-> " + bytes(4071)), 400), (form(whole, name="other"), 400),
        (form(whole)[:-4], 400),
        (form(whole)[:-40], 400), (form(whole)[:200], 400), (form(whole, filename="../../../../etc/cron.d/x"), 201),
        (form(whole, filename="\x00"), 201), (b"--" + b"-" * 9000, 400), (form(whole, filename="a" * 20_000), 400),
        (form(b"x" * 10, name="a") * 40, 400), (two, 201), (form(bytes(LIMIT + 1)), 400),
    ]  # fmt: skip


@pytest.mark.parametrize(("body", "status"), [pytest.param(*one, id=str(at)) for at, one in enumerate(hostile())])
def test_what_is_no_envelope_is_turned_away(running, spool, body, status):
    """A clear status for every kind of rubbish; nothing of it stays, and no name leads out of the folder."""
    _, port = running

    assert post(port, body)[0] == status
    assert len(list((spool / "in").iterdir())) == (1 if status == 201 else 0)
    assert post(port, form(sealed()))[0] == 201


def test_more_than_the_limit_is_too_large(running, spool):
    """A sealed head before more bytes than any envelope has: 413, and nothing stays."""
    _, port = running

    assert post(port, form(sealed() + bytes(LIMIT)))[0] == 413
    assert not list((spool / "in").iterdir())


def test_the_largest_is_taken_in_little_memory(running, spool):
    """64 MiB stream through: the process grows by far less than the file."""
    process, port = running
    head = sealed(16384)
    before = psutil.Process(process.pid).memory_info().rss
    assert post(port, form(head + bytes(LIMIT - len(head))))[0] == 201

    assert psutil.Process(process.pid).memory_info().rss - before < 16 * 2**20
    assert [path.stat().st_size for path in (spool / "in").iterdir()] == [LIMIT]


@pytest.mark.parametrize(
    "content_type",
    ["", "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "application/x-www-form-urlencoded"],
)
def test_other_kinds_of_bodies_are_turned_away(running, content_type):
    """Not a form with files: 400."""
    _, port = running

    assert post(port, form(sealed()), content_type)[0] == 400


@pytest.mark.parametrize(
    ("method", "path"),
    [("PUT", "/"), ("DELETE", "/"), ("POST", "/m/" + "a" * 32), ("POST", "/letter.html"), ("POST", "/in")],
)
def test_there_is_nothing_else(running, method, path):
    """No other address and no other method does anything."""
    _, port = running

    assert post(port, b"", path=path, method=method)[0] in {404, 405}


def test_the_pages_say_nothing_of_the_server(running):
    """No server, no date, no cookie, no script, nothing from elsewhere, no product's name, in three languages."""
    _, port = running
    status, headers, page = get(port, "/")

    assert status == 200
    assert not {name.lower() for name in headers} & {
        "server",
        "date",
        "set-cookie",
        "x-powered-by",
        "etag",
        "last-modified",
    }
    assert b"<script" not in page.lower()
    style = re.search(rb"<style>(.*?)</style>", page, re.DOTALL)[1]
    allowed = base64.b64encode(hashlib.sha256(style).digest()).decode()
    assert f"style-src 'sha256-{allowed}'" in headers["content-security-policy"]
    assert not re.search(rb"https?://", page)
    assert b"sosik" not in page.lower()
    assert all(f'lang="{lang}"'.encode() in page for lang in ("ko", "en", "zh"))


def test_the_composer_is_handed_out_with_its_hash(tmp_path, spool):
    """The link's hash is that of the page behind it."""
    (tmp_path / "letter.html").write_bytes(b"<p>a page</p>")
    with drop(spool, str(tmp_path / "letter.html")) as (_, port):
        front, letter = get(port, "/")[2], get(port, "/letter.html")

    assert hashlib.sha256(letter[2]).hexdigest().encode() in front
    assert "attachment" in letter[1]["content-disposition"]


def test_mailboxes_answer_alike(running, spool):
    """Known, unknown, malformed and reserved addresses: 200, the same headers, as many bytes; an unknown one twice the same."""
    _, port = running
    full = "5" * 32
    (spool / "mailboxes" / full).write_bytes(sealed(REPLY_SIZE))
    addresses = [full, "6" * 32, "7" * 32, "0" * 32, "x", "..%2f..%2fseed", "%2e%2e/seed", "a" * 5000]
    answers = {address: get(port, "/m/" + address) for address in addresses}

    assert {status for status, _, _ in answers.values()} == {200}
    assert {tuple(sorted(headers.items())) for _, headers, _ in answers.values()} == {
        tuple(sorted(answers[full][1].items()))
    }
    assert {len(body) for _, _, body in answers.values()} == {REPLY_SIZE}
    assert answers[full][2] == (spool / "mailboxes" / full).read_bytes()
    assert get(port, "/m/" + "6" * 32)[2] == answers["6" * 32][2]
    assert all(body.startswith(b"age-encryption.org/v1\n-> X25519 ") for _, _, body in answers.values())


def test_an_empty_mailbox_answers_the_same_after_a_restart(spool):
    """So that nobody learns by asking twice which mailbox is real."""
    found = []
    for _ in range(2):
        with drop(spool) as (_, port):
            found.append(get(port, "/m/" + "6" * 32)[2])

    assert found[0] == found[1]


def test_a_slow_or_cut_upload_keeps_nobody_out(running, spool):
    """Twenty connections that dribble and ten that break off: an honest file lands all the same, and nothing half is kept."""
    _, port = running
    body = form(sealed())
    head = f"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: {len(body)}\r\n\r\n"
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(30)]
    for at, one in enumerate(slow):
        one.sendall(head.encode() + body[:1000])
        if at >= 20:
            one.close()
    time.sleep(0.3)

    assert post(port, form(sealed()))[0] == 201
    for one in slow:
        one.close()
    time.sleep(0.5)
    assert len(kept(spool)) == 1
    assert len(list((spool / "in").iterdir())) == 1


def test_nothing_is_logged(spool, tmp_path):
    """Neither standard output nor error says anything of what was asked, by whom or when."""
    log = (tmp_path / "log").open("w+")
    with log, drop(spool, output=log) as (process, port):
        post(port, form(b"x"))
        post(port, form(sealed()))
        get(port, "/m/" + "a" * 32)
        get(port, "/no-such")
        process.terminate()
        said = process.stdout.read()
        process.wait(timeout=20)
        log.seek(0)
        assert said + log.read() == ""


def test_old_files_leave_on_a_day_of_their_own(spool):
    """None before 30 days, all after 45, and not all on one day."""
    store = Spool.at(spool)
    arrived = datetime(2031, 5, 1, tzinfo=UTC).timestamp()
    for _ in range(60):
        path = spool / "in" / hashlib.sha256(os.urandom(8)).hexdigest()
        path.write_bytes(b"x")
        os.utime(path, (arrived, arrived))
    gone = [store.expire(date(2031, 5, 1) + timedelta(days=day)) for day in range(50)]

    assert sum(gone[:31]) == 0
    assert sum(gone) == 60
    assert sum(1 for one in gone if one) > 5


def canary_hits(process, spool):
    """Where the canary stands in the memory of the process and in its spool."""
    found = [path for path in spool.rglob("*") if path.is_file() and CANARY in path.read_bytes()]
    proc = Path(f"/proc/{process.pid}")
    with (proc / "maps").open() as maps, (proc / "mem").open("rb", 0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            start, end = (int(part, 16) for part in span.split("-"))
            if "r" in rights and "[v" not in line and end - start < 2**31:
                try:
                    memory.seek(start)
                    content = memory.read(end - start)
                except (OSError, OverflowError):
                    continue
                found += [span] * (CANARY in content)
    return found


def test_what_was_turned_away_is_not_on_the_disk(running, spool):
    """Plain words that somebody sends unsealed by mistake are in no file afterwards."""
    process, port = running
    for at in range(50):
        post(port, form(b"x" * at * 100 + CANARY))

    assert not [one for one in canary_hits(process, spool) if not isinstance(one, str)]


def test_no_sealed_word_is_in_memory_or_on_the_disk(running, spool):
    """10,000 words inside sealed notes: none stands in the drop's memory or in any of its files, though all of them came through it."""
    process, port = running
    key = str(pyrage.x25519.Identity.generate().to_public())
    for at in range(10):
        words = "\n".join(f"{CANARY.decode()}-{at * 1000 + number}" for number in range(1000))
        note = archived({"note.json": words.encode()})
        assert post(port, form(seal_sized(note, [key], 65536)))[0] == 201

    assert not canary_hits(process, spool)


def kill_once(spool, seed):
    """Uploads from four threads until a kill at a random instant; what was answered with 201."""
    chance = random.Random(seed)
    template = sealed()
    answered, stop = [], threading.Event()

    def send():
        while not stop.is_set():
            content = varied(template)
            try:
                status, page = post(port, form(content))
            except (OSError, HTTPException):
                return
            if status == 201:
                answered.append((receipt_in(page), content))

    with drop(spool) as (process, port):
        threads = [threading.Thread(target=send) for _ in range(4)]
        for one in threads:
            one.start()
        time.sleep(chance.uniform(0.05, 0.4))
        process.kill()
        process.wait(timeout=20)
        stop.set()
        for one in threads:
            one.join(timeout=70)
    return answered


@pytest.mark.parametrize("seed", range(200 if SOAK else 4))
def test_a_kill_loses_nothing_that_was_answered(spool, seed):
    """Each 201 before the kill is on the disk, whole, under its hash; nothing partial has a name; the next start clears the rest."""
    answered = kill_once(spool, seed)

    for receipt, content in answered:
        assert (spool / "in" / receipt).read_bytes() == content
    for name in kept(spool):
        assert hashlib.sha256((spool / "in" / name).read_bytes()).hexdigest() == name
    Spool.at(spool)
    assert {path.name for path in (spool / "in").iterdir()} == kept(spool)


def test_the_drop_runs_without_the_desks_code():
    """The process imports neither the store, the opener, Django nor any stage past the envelope."""
    words = "import sys, sosik.drop.wiring; print(*sorted(name for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()

    assert not [
        name for name in loaded
        if name.startswith(("django", "sosik.adapters.store", "sosik.adapters.opener", "sosik.accounts", "sosik.claims", "sosik.desk", "sosik.cli"))
    ]  # fmt: skip


def test_hostile_posts_keep_no_honest_one_out(running, spool):
    """Among hostile posts at once (10,000 of them under soak), at least 99 of 100 honest ones land."""
    _, port = running
    each = 1250 if SOAK else 40
    rubbish = [body for body, status in hostile() if status != 201 and len(body) < 100_000]
    template, landed = sealed(), []

    def attack(chance):
        for _ in range(each):
            try:
                post(port, chance.choice(rubbish))
            except (OSError, HTTPException):
                continue

    threads = [threading.Thread(target=attack, args=(random.Random(at),)) for at in range(8)]
    for one in threads:
        one.start()
    while any(one.is_alive() for one in threads):
        landed.append(post(port, form(varied(template)))[0] == 201)
        time.sleep(0.02)

    assert landed
    assert sum(landed) / len(landed) >= 0.99
