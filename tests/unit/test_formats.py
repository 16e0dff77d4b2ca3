"""Outside formats become accounts, or are refused with their reason, and harm nothing."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from tests import outside_files as made

from sosik.accounts.front_matter import FrontMatter
from sosik.accounts.report import take
from sosik.accounts.untrusted import UntrustedFile
from sosik.adapters.converter.bubblewrap import Bubblewrap
from sosik.adapters.report_folder import read_reports

DATED = FrontMatter(received=date(2025, 11, 12))
SHUT = Bubblewrap.found()


@pytest.fixture(scope="module")
def shut():
    if not SHUT._works:
        pytest.skip("bubblewrap is absent or forbidden here")
    return SHUT


def taken(shut, name, content, defaults=DATED, **beside):
    files = [
        UntrustedFile(name, content),
        *(UntrustedFile(other.replace("_", "."), it) for other, it in beside.items()),
    ]
    return take(files, defaults, converter=shut)


def text_of(shut, name, content):
    done = taken(shut, name, content)
    assert not done.refused, done.refused[0].error
    return done.accounts[0].text


GOOD = {
    "call.docx": (made.word("First line.", made.WORDS), f"First line.\n{made.WORDS}"),
    "call.pdf": (made.pdf(made.WORDS, "The road was shut."), f"{made.WORDS}\n\nThe road was shut."),
    "call.eml": (made.mail(made.WORDS), made.WORDS),
    "web.eml": (made.mail("", f"<p>{made.WORDS}</p>"), made.WORDS),
}


@pytest.mark.parametrize("name", GOOD)
def test_the_words_of_a_document_are_the_account(shut, name):
    """Word, PDF and mail give their words, in order, and nothing else."""
    content, words = GOOD[name]

    assert text_of(shut, name, content) == words


def test_cells_of_a_table_are_read_in_the_order_of_the_document(shut):
    """A table in a Word file gives its rows."""
    assert text_of(shut, "t.docx", made.word("Dead:", cells=("3", "near Musan"))) == "Dead:\n3\tnear Musan"


def test_no_address_of_a_mail_enters_the_account(shut):
    """Of the headers, the subject is the title and the day is when it reached us; names and addresses stay out."""
    account = taken(shut, "call.eml", made.mail(made.WORDS), FrontMatter()).accounts[0]

    assert account.title == "What happened on the river"
    assert account.received == date(2025, 11, 9)
    assert "somebody" not in f"{account.text}{account.title}".lower()


ARTICLES = {
    "en": f"<p>{made.WORDS}</p><p>The source said that the two were carried to the county hospital by neighbours.</p>",
    "ko": "<p>9일 회령시 두만강 기슭에서 지뢰가 터져 주민 두 명이 다쳤다고 소식통이 전했다.</p>"
    "<p>소식통은 다친 두 사람이 이웃에게 업혀 시 병원으로 옮겨졌다고 덧붙였다. 강으로 가는 길은 그날부터 막혔다.</p>",
}


@pytest.mark.parametrize("lang", ARTICLES)
def test_a_page_gives_its_article_alone(shut, lang):
    """Navigation, cookie notice, related links and footer stay out; every sentence of the article is in."""
    text = text_of(shut, "page.html", made.page(ARTICLES[lang]))

    for sentence in ARTICLES[lang].replace("</p>", "").split("<p>"):
        assert sentence in text
    for foreign in ("Front page", "Sign in", "cookies", "Hyesan", "Chongjin", "Copyright"):
        assert foreign not in text


def test_the_page_as_fetched_is_kept_with_its_hash(shut):
    """The bytes come along as an attachment, and the account bears their hash."""
    content = made.page(ARTICLES["en"])
    done = taken(shut, "page.html", content)

    assert [(item.name, item.content) for item in done.attachments] == [("page.html", content)]
    assert done.accounts[0].attachments == ("page.html",)
    assert done.accounts[0].file_sha256 == hashlib.sha256(content).hexdigest()


DAYS = {
    "a meta element": (
        '<meta property="article:published_time" content="2025-11-10T08:00:00+09:00">',
        date(2025, 11, 10),
    ),
    "linked data": (
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-11-10"}</script>',
        date(2025, 11, 10),
    ),
    "two days that differ": (
        '<meta name="date" content="2025-11-10"><meta name="dc.date" content="2025-11-12">',
        None,
    ),
    "a day that is none": ('<meta name="date" content="2025-02-30">', None),
    "the day of something linked": (
        '<script type="application/ld+json">{"@type":"WebSite","datePublished":"2019-01-01"}</script>',
        None,
    ),
}


@pytest.mark.parametrize("name", DAYS)
def test_a_page_is_dated_by_what_it_states(shut, name):
    """One stated day of publication counts; none is guessed from the text, and of two that differ neither."""
    head, day = DAYS[name]
    account = taken(shut, "page.html", made.page(ARTICLES["en"], head)).accounts[0]

    assert account.published == day


def test_a_sidecar_is_above_what_the_document_states(shut):
    """Its keys count before the page's own, and an unknown one refuses the file."""
    head = DAYS["a meta element"][0]
    content = made.page(ARTICLES["en"], head)
    account = taken(shut, "page.html", content, page_toml=b'published = 2025-11-11\noutlet = "The Far Bank"').accounts[
        0
    ]
    refused = taken(shut, "page.html", content, page_toml=b"pubished = 2025-11-11").refused

    assert (account.published, account.outlet) == (date(2025, 11, 11), "The Far Bank")
    assert refused[0].error.code == "E-INPUT-KEY"


def test_an_undated_document_is_refused(shut):
    """No sidecar, no option, no day in the file."""
    assert taken(shut, "call.docx", made.word(made.WORDS), FrontMatter()).refused[0].error.code == "E-INPUT-UNDATED"


def test_a_document_that_a_report_brings_along_is_no_report_of_its_own(shut):
    """A page named as an attachment is kept with its report; it is not read as a second account."""
    note = b"---\nreceived: 2025-11-12\nattachments: [page.html]\n---\nTwo people were hurt."
    done = taken(shut, "note.md", note, page_html=made.page(ARTICLES["en"]))

    assert [account.id for account in done.accounts] == ["note"]
    assert [item.name for item in done.attachments] == ["page.html"]


def test_archives_are_read_file_by_file(shut):
    """A zip and a packed tar give what is in them, with their sidecars, each refused or taken by itself."""
    files = {"in__call_docx": made.word(made.WORDS), "in__call_toml": b"told = 2025-11-10", "bad_txt": b"\x00\x01"}
    done = taken(shut, "all.zip", made.zipped(**files))
    tape = taken(shut, "all.tar.gz", made.taped("note.txt", b"Two people were hurt."))

    assert [(one.id, one.told) for one in done.accounts] == [("call", date(2025, 11, 10))]
    assert [(one.name, one.error.code) for one in done.refused] == [("all.zip/bad.txt", "E-INPUT-BINARY")]
    assert [one.text for one in tape.accounts] == ["Two people were hurt."]


NESTED = b"<div>" * 1_000_000
HOSTILE = {
    "cut.pdf": (made.pdf(made.WORDS)[:180], "E-INPUT-UNREADABLE"),
    "not.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "E-INPUT-UNREADABLE"),
    "locked.pdf": (made.locked_pdf(), "E-INPUT-UNREADABLE"),
    "empty.pdf": (made.pdf(""), "E-INPUT-EMPTY"),
    "cut.docx": (made.word(made.WORDS)[:-900], "E-INPUT-UNREADABLE"),
    "entities.docx": (made.word_with("word/document.xml", made.ENTITIES), "E-INPUT-UNREADABLE"),
    "bomb.docx": (made.word_with("word/document.xml", b"<a>" + b" " * 150_000_000), "E-INPUT-SIZE"),
    "text.docx": (b"not a Word file", "E-INPUT-UNREADABLE"),
    "deep.html": (b"<html><body>" + NESTED + made.WORDS.encode() + b"</body></html>", None),
    "huge.html": (b"<p>" + b"word " * 6_000_000 + b"</p>", None),
    "nothing.html": (b"<html><body></body></html>", None),
    "noise.html": (bytes(range(256)) * 400, None),
    "noise.eml": (bytes(range(256)) * 400, None),
    "bomb.zip": (made.named_zip("a.txt", b" " * 400_000_000), "E-INPUT-ARCHIVE"),
    "out.zip": (made.named_zip("../../a.txt", b"Two people."), "E-INPUT-ARCHIVE"),
    "cut.zip": (made.named_zip("a.txt", b"Two people.")[:-30], "E-INPUT-ARCHIVE"),
    "nested.zip": (made.named_zip("b.zip", made.named_zip("a.txt", b"Two people.")), "E-INPUT-ARCHIVE"),
    "link.tgz": (made.taped("a.txt", b"", link="/etc/passwd"), "E-INPUT-ARCHIVE"),
    "noise.tgz": (bytes(range(256)) * 40, "E-INPUT-ARCHIVE"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_and_the_next_is_read(shut, name):
    """Bombs, cut files, entities, a million nested tags, noise: one refusal, whatever the library inside does."""
    content, code = HOSTILE[name]
    done = taken(shut, name, content, zz_txt=b"Two people were hurt.")

    assert [account.id for account in done.accounts] == ["zz"]
    assert done.refused[0].error.code == code or (code is None and done.refused[0].error.code.startswith("E-INPUT-"))


def test_without_bubblewrap_nothing_from_outside_is_opened():
    """Text is read, a document is refused with the reason."""
    done = taken(Bubblewrap(None), "call.docx", made.word(made.WORDS), note_txt=b"Two people were hurt.")

    assert [account.id for account in done.accounts] == ["note"]
    assert done.refused[0].error.code == "E-INPUT-SANDBOX"


def test_a_bubblewrap_that_the_machine_forbids_counts_as_none(tmp_path):
    """A program that shuts nothing in is not trusted with a file."""
    program = tmp_path / "bwrap"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)

    assert taken(Bubblewrap(str(program)), "a.pdf", made.pdf("x")).refused[0].error.code == "E-INPUT-SANDBOX"


def test_a_converter_that_stalls_is_stopped(tmp_path):
    """Past its time, the file is refused."""
    program = tmp_path / "bwrap"
    program.write_text('#!/bin/sh\nfor last; do :; done\n[ "$last" = true ] || exec sleep 30\n')
    program.chmod(0o755)

    refused = taken(Bubblewrap(str(program), seconds=0.3), "a.pdf", made.pdf("x")).refused

    assert refused[0].error.code == "E-INPUT-UNREADABLE"


INSIDE = """
import json, os, socket, sys
seen = {}
try:
    socket.create_connection(("192.0.2.1", 9), 0.2); seen["network"] = True
except OSError as error:
    seen["network"] = error.errno
try:
    open(sys.argv[1], "w"); seen["writes"] = True
except OSError:
    seen["writes"] = False
seen["home"] = os.path.exists(sys.argv[2])
seen["environment"] = sorted(os.environ)
print(json.dumps(seen))
"""


def test_the_sandbox_has_no_network_no_disk_and_no_secrets(shut, tmp_path, monkeypatch):
    """Inside there is no way out, nothing to write to, nothing of the desk to read, and no variable of ours."""
    import json
    import subprocess
    import sys

    monkeypatch.setenv("SECRET", "a passphrase")
    (tmp_path / "desk").write_text("private")
    target = Path(__file__).resolve().parents[2] / "src" / "written"
    done = subprocess.run(
        [*shut._shut(), sys.executable, "-I", "-c", INSIDE, str(target), str(tmp_path / "desk")],
        capture_output=True,
        check=True,
        text=True,
    )
    seen = json.loads(done.stdout)

    assert seen["network"] == 101  # unreachable: there is no interface
    assert seen["writes"] is False
    assert seen["home"] is False
    assert "SECRET" not in seen["environment"]


def test_an_answer_of_another_shape_is_refused(shut, tmp_path):
    """The process inside is not believed: an answer that is no answer refuses the file."""
    program = tmp_path / "bwrap"
    for said in ("[]", '{"text": "x", "published": "soon"}', '{"files": [["a.txt"]]}', "not JSON"):
        program.write_text(f"#!/bin/sh\nfor last; do :; done\n[ \"$last\" = true ] || printf '%s' '{said}'\n")
        program.chmod(0o755)

        refused = taken(Bubblewrap(str(program)), "a.pdf", made.pdf("x")).refused

        assert refused[0].error.code.startswith("E-INPUT-"), said


def test_a_folder_of_all_formats_is_read_from_disk(shut, tmp_path):
    """Every format side by side in one folder, in the order of names."""
    for name, (content, _) in GOOD.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "page.html").write_bytes(made.page(ARTICLES["en"]))
    done = take(read_reports(tmp_path), DATED, converter=shut)

    assert [one.id for one in done.accounts] == ["call", "call-2", "call-3", "page", "web"]
    assert not done.refused
