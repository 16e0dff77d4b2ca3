"""The composer's own modules, pyrage and the distribution's age open what each other sealed; a page built again is the page that is shipped."""

import base64
import hashlib
import io
import json
import os
import random
import shutil
import subprocess
import zipfile
from pathlib import Path

import pyrage
import pytest

from fakes.reply_vectors import content_of
from sosik.adapters.age_files import seal_sized, seal_to_uncounted
from sosik.adapters.envelope_files import archived
from sosik.adapters.opener import open_with_identity
from sosik.errors import KeyWrong, SosikError
from sosik.intake.composer import check_post_quantum, check_recipients
from sosik.intake.framing import unframed
from sosik.intake.sealed_head import HEAD_LENGTH, is_sealed_head
from sosik.intake.sizes import REPLY_SIZE, SIZES

ROOT = Path(__file__).parents[2]
COMPOSER = ROOT / "composer"
SHARED = ROOT / "tests" / "spec" / "envelopes"
MAILBOXES, REPLIES = (json.loads((SHARED / f"{name}.json").read_text("utf-8")) for name in ("mailboxes", "replies"))
SOAK = os.environ.get("SOSIK_PROFILE") == "soak"
TRIPS, FLIPS, MESSAGES = (1000, 10_000, 5000) if SOAK else (12, 150, 40)
AGE = shutil.which("age")


@pytest.fixture(scope="module")
def node():
    program = shutil.which("node")
    if not program or not (COMPOSER / "node_modules").is_dir():
        pytest.skip("the composer's build tools are not installed: npm ci --prefix composer")
    return program


@pytest.fixture(scope="module")
def ask(node, tmp_path_factory):
    """The page's modules, one question at a time."""
    probe = tmp_path_factory.mktemp("probe") / "probe.mjs"
    subprocess.run([node, "build.mjs", "--probe", str(probe)], cwd=COMPOSER, check=True)
    with subprocess.Popen([node, str(probe)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def asked(**question):
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield asked
        process.stdin.close()


def test_a_page_built_again_is_the_page_that_is_shipped(node, tmp_path):
    """Two builds from the sources give the bytes that stand in the package."""
    for name in ("one.html", "two.html"):
        subprocess.run([node, "build.mjs", str(tmp_path / name)], cwd=COMPOSER, check=True, stdout=subprocess.DEVNULL)
    shipped = (ROOT / "src" / "sosik" / "intake" / "composer.html").read_bytes()

    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes() == shipped


def some_text(chance):
    letters = "abc 말소리강 \n\t中文é🙂\0\u202e"
    return "".join(chance.choices(letters, k=chance.choice([0, 1, 50, 900, 4000])))


def by_age(identity, sealed, folder):
    key, file = folder / "k", folder / "f"
    key.write_text(f"{identity}\n")
    file.write_bytes(sealed)
    return subprocess.run([AGE, "-d", "-i", str(key), str(file)], capture_output=True, check=True).stdout


def test_each_opens_what_the_others_sealed(ask, tmp_path):
    """Random words, one to eight recipients: page to pyrage and age, pyrage to page and age, age to page and pyrage."""
    if not AGE:
        pytest.skip("no age on this machine")
    chance = random.Random(11)
    for _ in range(TRIPS):
        keys = [pyrage.x25519.Identity.generate() for _ in range(chance.randint(1, 8))]
        recipients, mine, text = [str(key.to_public()) for key in keys], chance.choice(keys), some_text(chance)
        framed = archived({"note.json": text.encode()})
        by_page = base64.b64decode(ask(seal={"text": text, "recipients": recipients})["answer"])
        by_pyrage = seal_to_uncounted(framed, recipients)
        to = [word for one in recipients for word in ("-r", one)]
        by_debian = subprocess.run([AGE, *to], input=framed, capture_output=True, check=True).stdout
        for sealed in (by_page, by_pyrage, by_debian):
            open_page = ask(open={"file": base64.b64encode(sealed).decode(), "identity": str(mine)})
            assert open_page["answer"] == text
            plain = pyrage.decrypt(sealed, [mine])
            assert plain == by_age(mine, sealed, tmp_path)
            assert text.encode() in unframed("f", plain)


def test_no_flipped_bit_is_accepted(ask):
    """One bit of a sealed reply changed, anywhere: neither the page nor pyrage gives back anything but an error."""
    chance, key = random.Random(12), pyrage.x25519.Identity.generate()
    sealed = seal_sized(archived({"reply.txt": b"yes"}), [str(key.to_public())], REPLY_SIZE)
    accepted = 0
    for at in range(FLIPS):
        place = chance.randrange(len(sealed)) if at % 2 else chance.randrange(1200)
        flipped = bytearray(sealed)
        flipped[place] ^= 1 << chance.randrange(8)
        said = ask(open={"file": base64.b64encode(flipped).decode(), "identity": str(key)})
        accepted += said.get("answer") is not None
        try:
            pyrage.decrypt(bytes(flipped), [key])
            accepted += 1
        except pyrage.DecryptError:
            pass

    assert accepted == 0


def test_random_messages_have_eleven_sizes(ask):
    """Messages of every length have the sizes of the table and no other."""
    chance, key = random.Random(13), str(pyrage.x25519.Identity.generate().to_public())
    found = set()
    for _ in range(MESSAGES):
        length = int(2 ** chance.uniform(0, 18 if chance.random() < 0.97 else 22))
        said = ask(seal={"text": "x" * length, "recipients": [key] * chance.randint(1, 8)})
        found.add(len(base64.b64decode(said["answer"])))

    assert found <= set(SIZES)
    assert len(found) >= 4


def test_mixed_recipients_are_refused_by_the_page(ask):
    """The library lets post-quantum and older recipients mix; the page does not."""
    old = str(pyrage.x25519.Identity.generate().to_public())
    said = ask(seal={"text": "x", "recipients": [old, "age1pq1" + "q" * 1952]})

    assert "mixed" in said["error"]


def test_post_quantum_recipients_alone_are_sealed_to(ask):
    """Where every recipient has a post-quantum key: eight stanzas of that kind, one of the sizes, and each of them opens it alone."""
    keys = [ask(quantum=True)["answer"] for _ in range(2)]
    check_recipients([check_post_quantum(one["recipient"]) for one in keys])
    said = ask(seal={"text": "later", "recipients": [one["recipient"] for one in keys]})["answer"]
    sealed = base64.b64decode(said)

    assert len(sealed) in SIZES
    assert sealed.partition(b"\n--- ")[0].count(b"\n-> mlkem768x25519 ") == 8
    assert is_sealed_head(sealed[:HEAD_LENGTH])
    assert [ask(open={"file": said, "identity": one["identity"]})["answer"] for one in keys] == ["later", "later"]


def test_any_sixteen_bytes_are_a_mailbox_of_their_own(ask):
    """Phrases in either list derive the same mailbox from the same bytes, another for others, and their keys open their replies."""
    from mnemonic import Mnemonic

    seen = set()
    for at in range(6):
        entropy = hashlib.sha256(b"%d" % at).digest()[:16]
        boxes = [ask(mailbox=Mnemonic(lang).to_mnemonic(entropy))["answer"] for lang in ("english", "korean")]
        assert boxes[0] == boxes[1]
        seen.add(boxes[0]["address"])
        reply = seal_sized(archived({"reply.txt": b"hear"}), [boxes[0]["recipient"]], REPLY_SIZE)
        assert b"hear" in pyrage.decrypt(reply, [pyrage.x25519.Identity.from_str(boxes[0]["identity"])])
    assert len(seen) == 6


def read_reply(content, secret):
    """As the desk opens a seal and its frame."""
    archive = unframed("reply", open_with_identity(content, secret))
    with zipfile.ZipFile(io.BytesIO(archive)) as members:
        return members.read("reply.txt").decode("utf-8")


@pytest.mark.parametrize("vector", REPLIES, ids=lambda vector: vector["name"])
def test_the_shared_replies_are_read_or_refused(vector):
    """Good, sealed to another, cut, flipped or malformed within: each is what the vectors say, for the desk's own opener."""
    content = content_of(vector, REPLIES)
    if "text" in vector:
        assert read_reply(content, MAILBOXES["good"][0]["identity"]) == vector["text"]
        return
    with pytest.raises((SosikError, zipfile.BadZipFile, KeyError, UnicodeDecodeError)) as refused:
        read_reply(content, MAILBOXES["good"][0]["identity"])
    assert isinstance(refused.value, KeyWrong) == (vector["is"] == "not ours")


def test_flips_and_cuts_are_in_the_vectors():
    """Sixteen vectors, of which one is whole, so that neither side may pass by reading nothing."""
    assert [vector.get("is", "whole") for vector in REPLIES].count("whole") == 1
    assert len(REPLIES) == 16
