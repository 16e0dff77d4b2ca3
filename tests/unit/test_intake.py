"""Envelopes on our side: sizes, parts, notes that nobody vouches for, mailboxes that hold nothing."""

import contextlib
import hashlib
import io
import json
import os
import zipfile
from datetime import date

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosik.adapters.age_files import seal_sized
from sosik.adapters.envelope_files import archived
from sosik.cli.main import main
from sosik.errors import EnvelopeRefused, NoteTooLarge, PartsMissing, RecipientsMixed, RecipientsTooMany
from sosik.intake.composer import EnvelopeKey, Settings, check_recipients, composer_page, keys_text
from sosik.intake.decoy import decoy
from sosik.intake.framing import framed, unframed
from sosik.intake.note import Note, Photo, read_note
from sosik.intake.parts import HEAD, join, parts_of, read_part
from sosik.intake.sealed_head import is_sealed_head
from sosik.intake.sizes import REPLY_SIZE, SIZES, padded_length, plain_length
from sosik.intake.word_report import report_of

SIZES_OF_HEADERS = st.integers(200, 20_000)


def sealed_length(plain, header):
    """By counting age's chunks: the slow twin of ``plain_length``."""
    chunks = 1
    while chunks * 65536 < plain:
        chunks += 1
    return header + 16 + plain + 16 * chunks


@given(st.sampled_from(SIZES), SIZES_OF_HEADERS)
def test_a_plain_length_gives_its_size_to_the_byte(size, header):
    """What is filled up to the plain length has exactly the size once it is sealed."""
    length = plain_length(size, header)

    if length is not None:
        assert sealed_length(length, header) == size


@given(st.integers(0, 300_000), SIZES_OF_HEADERS)
def test_a_note_gets_the_smallest_size_that_holds_it(length, header):
    """No smaller size would have held it."""
    full = padded_length(length, header)
    smaller = [size for size in SIZES if sealed_length(length, header) <= size]

    assert full is not None
    assert sealed_length(full, header) == smaller[0] or plain_length(smaller[0], header) is None


def test_eleven_sizes_and_no_more():
    """The largest note is told to be too large rather than given a twelfth size."""
    assert len(set(SIZES)) == 11
    assert padded_length(SIZES[-1], 854) is None
    assert all(plain_length(size, 854) is not None for size in SIZES)


@given(st.binary(min_size=1, max_size=4000), st.integers(90, 3000), st.randoms())
def test_parts_join_in_any_order(content, size, chance):
    """Parts shuffled, doubled and wrapped anew give the file; each is no longer than was asked for."""
    parts = parts_of(content, size)
    sent = [part.replace("\n", "\r\n ") for part in [*parts, chance.choice(parts)]]
    chance.shuffle(sent)
    joined = join(read_part("p", part.encode()) for part in sent)

    assert list(joined.whole.values()) == [content]
    assert not joined.refused
    assert all(len(part) <= max(size, HEAD + 4) for part in parts)


@given(st.binary(min_size=300, max_size=3000), st.data())
def test_missing_parts_are_named(content, data):
    """A file that is not complete is refused with the numbers that are missing; others go on."""
    parts = parts_of(content, 150)
    gone = data.draw(st.integers(0, len(parts) - 1))
    other = parts_of(b"another", 200)
    kept = [part for at, part in enumerate(parts) if at != gone] + other
    joined = join(read_part("p", part.encode()) for part in kept)
    if len(parts) == 1:
        return

    assert list(joined.whole.values()) == [b"another"]
    (refusal,) = joined.refused
    assert isinstance(refusal.error, PartsMissing)
    assert refusal.error.fields["numbers"] == str(gone + 1)


def test_parts_that_lie_are_refused():
    """Letters that do not give the file of the name are refused; a part with the wrong count does not spoil the true ones."""
    true = parts_of(b"x" * 400, 200)
    lie = true[0].replace("eHh4", "AAAA", 1)
    swapped = join(read_part("p", part.encode()) for part in [lie, *true[1:]])
    miscounted = true[0].replace(f"of {len(true)}", "of 9999")

    assert isinstance(swapped.refused[0].error, EnvelopeRefused)
    assert list(join(read_part("p", part.encode()) for part in [miscounted, *true]).whole.values()) == [b"x" * 400]


@pytest.mark.parametrize(
    "bad", [b"part 0 of 2 " + b"a" * 64 + b"\n", b"part 3 of 2 " + b"a" * 64 + b"\nAA", b"part x", b"part 1 of 1\nAA"]
)
def test_what_is_no_part_is_refused(bad):
    """A broken first line is one clear refusal."""
    with pytest.raises(EnvelopeRefused):
        read_part("p", bad)


@given(st.binary(max_size=500), st.integers(0, 50))
def test_the_frame_gives_back_the_archive(content, zeros):
    """Zeros after it are the filling; anything else is refused."""
    assert unframed("f", framed(content) + bytes(zeros)) == content
    with pytest.raises(EnvelopeRefused):
        unframed("f", framed(content) + bytes(zeros) + b"x")
    if content:
        with pytest.raises(EnvelopeRefused):
            unframed("f", framed(content)[:-1])


WORDS = {"note": 1, "text": "말", "photos": []}


def note_of(**said):
    files = said.pop("files", {})
    return read_note("n", {"note.json": json.dumps(WORDS | said).encode(), **files})


def test_a_note_is_read_whole():
    """Every field that is well formed arrives."""
    note = note_of(lang="ko", told="2031-05-06", basis="rumour", series="ab2", instalment=3, last=True,
                   reply={"address": "ab" * 16, "recipient": "age1" + "q" * 58},
                   photos=["photo-1.jpg"], files={"photo-1.jpg": b"j"})  # fmt: skip

    assert (note.lang, note.told, note.basis, note.series, note.instalment) == (
        "ko",
        date(2031, 5, 6),
        "rumour",
        "ab2",
        3,
    )
    assert note.is_last
    assert note.reply.address == "ab" * 16
    assert note.photos == (Photo("photo-1.jpg", b"j"),)


@pytest.mark.parametrize(
    "said",
    [
        {"note": 2}, {"text": 5}, {"text": None}, {"told": "yesterday"}, {"photos": ["../x"]}, {"photos": ["photo-1.jpg"]},
        {"photos": "photo-1.jpg"}, {"instalment": "x"}, {"photos": [{}]}, {"files": {"run.sh": b""}}, {"text": "x" * 5_000_001},
    ],
)  # fmt: skip
def test_a_note_that_is_not_one_is_refused(said):
    """Malformed words, other files, names that lead elsewhere: one clear refusal, never a crash."""
    with pytest.raises(EnvelopeRefused):
        note_of(**said)


@given(
    st.dictionaries(
        st.text(max_size=8),
        st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5), st.lists, max_leaves=5),
        max_size=6,
    )
)
def test_no_note_crashes_the_reader(said):
    """Whatever JSON it holds, a note is read or refused."""
    with contextlib.suppress(EnvelopeRefused):
        read_note("n", {"note.json": json.dumps(WORDS | said).encode()})


def test_what_is_not_said_is_not_made_up():
    """Neither source nor consent nor a basis stands in the report of a note that names none; a day after its arrival neither."""
    note = Note("words", told=date(2031, 5, 9), lang="zh")
    text = report_of(note, "ab" * 32, date(2031, 5, 6)).text

    assert text == "---\nreceived: 2031-05-06\n---\nwords\n"


def test_the_same_envelope_is_the_same_report():
    """Its name comes from the receipt alone."""
    names = {report_of(Note(text), "cd" * 32, date(2031, 5, 6)).name for text in ("a", "b")}

    assert names == {"word-cdcdcdcdcdcdcdcd.md"}


def test_a_reply_has_one_size_whatever_it_says():
    """Empty and full replies are equally long and open with the one key; a longer one is refused, not cut."""
    key = pyrage.x25519.Identity.generate()
    for text in ("", "answer " * 1000):
        sealed = seal_sized(archived({"reply.txt": text.encode()}), [str(key.to_public())], REPLY_SIZE)
        archive = unframed("r", pyrage.decrypt(sealed, [key]))
        assert len(sealed) == REPLY_SIZE
        assert zipfile.ZipFile(io.BytesIO(archive)).read("reply.txt").decode() == text
    with pytest.raises(NoteTooLarge):
        seal_sized(bytes(REPLY_SIZE), [str(key.to_public())], REPLY_SIZE)


def test_an_empty_mailbox_looks_like_a_reply_to_another():
    """A decoy is an age file by its head, of a reply's size, the same each time, another for each address, and opens for nobody."""
    stranger = pyrage.x25519.Identity.generate()
    template = seal_sized(b"", [str(stranger.to_public())], REPLY_SIZE)
    found = {address: decoy(template, b"s" * 32, address) for address in (os.urandom(16).hex() for _ in range(200))}

    assert {len(one) for one in found.values()} == {REPLY_SIZE}
    assert len({hashlib.sha256(one).digest() for one in found.values()}) == 200
    assert all(is_sealed_head(one) for one in found.values())
    assert all(decoy(template, b"s" * 32, address) == one for address, one in found.items())
    for one in found.values():
        with pytest.raises(pyrage.DecryptError, match="No matching keys"):
            pyrage.decrypt(one, [stranger, pyrage.x25519.Identity.generate()])


def test_recipients_of_two_kinds_are_refused():
    """A post-quantum recipient beside another, none, and more than eight: refused."""
    old, new = "age1" + "q" * 58, "age1pq1" + "q" * 1952
    check_recipients([old] * 8)
    check_recipients([new])
    with pytest.raises(RecipientsMixed):
        check_recipients([old, new])
    for count in (0, 9):
        with pytest.raises(RecipientsTooMany):
            check_recipients([old] * count)


def test_settings_cannot_leave_their_place_in_the_page():
    """What is put into the page stays data, whatever it holds."""
    template = '<script type="application/json" id="settings">{"keys":"[]"}</script>'
    page = composer_page(template, Settings(keys_text([EnvelopeKey("</script><script>x")])))

    assert page.count("<script") == 1
    assert json.loads(page[page.index(">") + 1 : page.rindex("<")])["keys"].count("script") == 2


def test_words_sealed_by_age_alone_are_a_note(tmp_path):
    """A correspondent who has age and no composer is heard: text becomes a report, anything else is refused, another key is said to be wrong."""
    key, other = (pyrage.x25519.Identity.generate() for _ in range(2))
    for name, content in (
        ("text", "말을 전한다.\r\n둘째 줄\x07".encode()),
        ("picture", bytes(range(256))),
        ("empty", b" \n"),
    ):
        (tmp_path / name).write_bytes(pyrage.encrypt(content, [key.to_public()]))
    for name, identity in (("mine", key), ("theirs", other)):
        (tmp_path / f"{name}.key").write_text(f"{identity}\n")
    codes = {name: opened(tmp_path, name, "mine") for name in ("text", "picture", "empty")}
    (report,) = (tmp_path / "o").glob("*.md")

    assert codes == {"text": 0, "picture": 3, "empty": 3}
    assert report.read_text("utf-8").endswith("---\n말을 전한다.\n둘째 줄\n")
    assert opened(tmp_path, "text", "theirs") == 6


def opened(folder, name, key):
    with pytest.raises(SystemExit) as ended:
        main(["open", str(folder / name), "--identity", str(folder / f"{key}.key"), "--out", str(folder / "o")])
    return ended.value.code
