"""Reports are taken or refused one by one, each with its sentence."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosik.accounts.account import Account, Basis, Consent, Reliability
from sosik.accounts.decision_lines import NumberedDecision, read_lines, write_line
from sosik.accounts.front_matter import FrontMatter
from sosik.accounts.report import take
from sosik.accounts.standing import stand
from sosik.accounts.untrusted import UntrustedFile
from sosik.adapters.report_folder import read_reports
from sosik.errors import DecisionRefused, LedgerDamaged
from sosik.values.text import Lang

NO_DEFAULTS = FrontMatter()
KOREAN = "무산군에서 다섯 명이 다쳤다고 소식통이 전했다. 두만강 근처에서 일어난 일이라고 한다."


def report(matter: str, body: str = "Two people were hurt near the river.") -> bytes:
    return f"---\n{matter}\n---\n{body}\n".encode()


def one(content: bytes, name: str = "call.txt", defaults: FrontMatter = NO_DEFAULTS, **beside: bytes):
    files = [UntrustedFile(name, content), *(UntrustedFile(other, held) for other, held in beside.items())]
    return take(files, defaults)


REFUSED = {
    "undated": (report("source: s-wren"), "E-INPUT-UNDATED"),
    "no front matter and no day": (b"Two people were hurt.", "E-INPUT-UNDATED"),
    "empty file": (b"", "E-INPUT-EMPTY"),
    "only white space": (b" \n\t\n", "E-INPUT-EMPTY"),
    "only a byte order mark": (b"\xef\xbb\xbf", "E-INPUT-EMPTY"),
    "front matter without a body": (b"---\nreceived: 2025-11-08\n---\n \n", "E-INPUT-EMPTY"),
    "a picture under a text's name": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "E-INPUT-BINARY"),
    "an archive under a text's name": (b"PK\x03\x04\x14\x00\x06\x00\x08\x00", "E-INPUT-BINARY"),
    "bytes of control without a nul": (bytes(range(1, 32)) * 8 + b"\xff", "E-INPUT-BINARY"),
    "Latin-1": (report("received: 2025-11-08") + "café à Sète, élève, naïve".encode("latin-1"), "E-INPUT-ENCODING"),
    "Shift JIS": (
        report("received: 2025-11-08") + "国境の川で地雷が爆発したという話を聞いた。".encode("shift_jis"),
        "E-INPUT-ENCODING",
    ),
    "cut UTF-8": (report("received: 2025-11-08", KOREAN)[:-7], "E-INPUT-ENCODING"),
    "half a UTF-16 character": (b"\xff\xfe" + "말".encode("utf-16-le") + b"\x41", "E-INPUT-ENCODING"),
    "an encoding that is not read": (
        report("received: 2025-11-08\nencoding: koi8-r") + "Привет".encode("koi8-r"),
        "E-INPUT-ENCODING",
    ),
    "declared CP949 that is not": (
        report("received: 2025-11-08\nencoding: cp949") + b"\xff\xff\xff",
        "E-INPUT-ENCODING",
    ),
    "over 5 MB": (report("received: 2025-11-08", "a " * 2_600_000), "E-INPUT-SIZE"),
    "over 20 MB of anything": (b"a" * 20_000_001, "E-INPUT-SIZE"),
    "a bell": (report("received: 2025-11-08", "Two \x07 people"), "E-INPUT-CONTROL"),
    "an escape sequence": (report("received: 2025-11-08", "Two \x1b[31m people"), "E-INPUT-CONTROL"),
    "a nul": (report("received: 2025-11-08", "Two \x00 people"), "E-INPUT-BINARY"),
    "a C1 control": (report("received: 2025-11-08", "Two \x9b31m people"), "E-INPUT-CONTROL"),
    "open front matter": (b"---\nreceived: 2025-11-08\nTwo people", "E-INPUT-FRONT-MATTER"),
    "front matter that is not YAML": (report("received: [2025-11-08"), "E-INPUT-FRONT-MATTER"),
    "front matter that is a list": (report("- received\n- told"), "E-INPUT-FRONT-MATTER"),
    "a key that stands twice": (
        report("received: 2025-11-08\nconsent: none\nconsent: publish"),
        "E-INPUT-FRONT-MATTER",
    ),
    "a YAML object": (report("received: !!python/object:os.system {}"), "E-INPUT-FRONT-MATTER"),
    "a YAML alias": (report("title: &a x\noutlet: *a\nreceived: 2025-11-08"), "E-INPUT-FRONT-MATTER"),
    "an impossible day": (report("received: 2025-11-31"), "E-INPUT-FRONT-MATTER"),
    "a month for a day": (report("received: 2025-11"), "E-INPUT-FRONT-MATTER"),
    "told after it was received": (report("received: 2025-11-08\ntold: 2025-11-09"), "E-INPUT-FRONT-MATTER"),
    "a map where words belong": (report("received: 2025-11-08\nsource: {a: b}"), "E-INPUT-FRONT-MATTER"),
    "an unknown basis": (report("received: 2025-11-08\nbasis: gossip"), "E-INPUT-KEY"),
    "an unknown consent": (report("received: 2025-11-08\nconsent: maybe"), "E-INPUT-KEY"),
    "an unknown reliability": (report("received: 2025-11-08\nreliability: G"), "E-INPUT-KEY"),
    "an unknown language": (report("received: 2025-11-08\nlang: xx"), "E-INPUT-KEY"),
    "a misspelt key": (report("received: 2025-11-08\nnot_befor: 2025-12-01"), "E-INPUT-KEY"),
    "an attachment that is not there": (report("received: 2025-11-08\nattachments: [photo.jpg]"), "E-INPUT-ATTACHMENT"),
    "an attachment out of the folder": (
        report("received: 2025-11-08\nattachments: [../photo.jpg]"),
        "E-INPUT-ATTACHMENT",
    ),
}


@pytest.mark.parametrize("why", REFUSED)
def test_bad_input_is_refused_by_its_code(why):
    """What cannot be read is refused with a stable code and one sentence that bears no word of it."""
    content, code = REFUSED[why]
    good = UntrustedFile("good.txt", report("received: 2025-11-08"))
    taken = take([UntrustedFile("bad.txt", content), good], NO_DEFAULTS)

    assert [(refusal.name, refusal.error.code) for refusal in taken.refused] == [("bad.txt", code)]
    assert [account.id for account in taken.accounts] == ["good"]
    for lang in ("en", "ko"):
        sentence = taken.refused[0].error.sentence(lang)
        assert "bad.txt" in sentence
        assert "people" not in sentence


@pytest.mark.parametrize("name", ["clip.mp4", "table.xlsx", "page", "note.rtf", "call.toml"])
def test_formats_that_are_not_read_are_refused(name):
    """A file that no report brings along is named among the refused."""
    assert [refusal.error.code for refusal in one(b"x", name).refused] == ["E-INPUT-FORMAT"]


def test_a_broken_sidecar_is_refused_with_its_report():
    """A report whose sidecar cannot be read is not taken without it: the sidecar may withhold consent."""
    taken = one(
        b"Two people were hurt.",
        "call.txt",
        **{"call.toml": b"received = [", "other.txt": report("received: 2025-11-08")},
    )

    assert [refusal.error.code for refusal in taken.refused] == ["E-INPUT-FRONT-MATTER"]
    assert [account.id for account in taken.accounts] == ["other"]


@pytest.mark.parametrize("codec", ["cp949", "euc-kr", "utf-16", "utf-8-sig"])
def test_korean_encodings_are_read(codec):
    """The usual encodings of Korean files give the same account as UTF-8."""
    taken = one(KOREAN.encode(codec), defaults=FrontMatter(received=date(2025, 11, 8)))

    assert taken.accounts[0].text == KOREAN
    assert taken.accounts[0].lang is Lang.ko


def test_front_matter_comes_before_the_sidecar_and_both_before_the_options():
    """What the report says wins; what it lacks the sidecar gives, then the options."""
    taken = one(
        report("received: 2025-11-08\nbasis: second-hand"),
        defaults=FrontMatter(received=date(2020, 1, 1), basis=Basis.press, outlet="The Bugle"),
        **{"call.toml": b'basis = "rumour"\nsource = "s-wren"\ntold = 2025-11-06\n'},
    )
    account = taken.accounts[0]

    assert (account.received, account.told, account.basis) == (date(2025, 11, 8), date(2025, 11, 6), Basis.second_hand)
    assert (account.source, account.outlet, account.consent) == ("s-wren", "The Bugle", Consent.none)
    assert account.reference_day == date(2025, 11, 6)


def test_readmes_and_bulletins_are_passed_over():
    """A README is no report, and a bulletin is never an account."""
    taken = one(
        report("bulletin: b-x\nlang: en\ntitle: T\nsources: [s-a]\nwriter: m-b"), "b.en.md", **{"README.md": b"hello"}
    )

    assert taken.accounts == ()
    assert sorted(taken.passed_over) == ["README.md", "b.en.md"]


def test_the_same_report_is_taken_once_and_a_namesake_gets_a_name_of_its_own():
    """Nothing is taken twice and nothing overwrites."""
    first = one(report("received: 2025-11-08")).accounts[0]
    again = take([UntrustedFile("call.txt", report("received: 2025-11-08"))], NO_DEFAULTS, [first])
    other = take([UntrustedFile("call.txt", report("received: 2025-11-08", "Another call."))], NO_DEFAULTS, [first])

    assert again.accounts == ()
    assert again.known == ("call.txt",)
    assert [account.id for account in other.accounts] == ["call-2"]


def test_what_stops_the_desk_is_no_refusal_of_a_report():
    """A ledger that is damaged while it is asked for a namesake ends the taking; no report is called unreadable for it."""

    def damaged(_names):
        raise LedgerDamaged(why="a page")

    with pytest.raises(LedgerDamaged):
        take([UntrustedFile("a.txt", b"words")], FrontMatter(received=date(2025, 11, 9)), known=damaged)


def test_links_out_of_the_folder_are_refused(tmp_path):
    """A link that leads elsewhere is named and not followed."""
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    taken = take(read_reports(folder), FrontMatter(received=date(2025, 11, 8)))

    assert {refusal.name: refusal.error.code for refusal in taken.refused} == {
        "link.txt": "E-INPUT-LINK",
        "gone.txt": "E-INPUT-MISSING",
    }


def test_a_single_report_brings_its_attachment(tmp_path):
    """A file named on the command line finds the attachments that lie beside it, and nothing else."""
    (tmp_path / "call.md").write_bytes(report("received: 2025-11-08\nattachments: [photo.jpg]"))
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8pixels")
    (tmp_path / "other.jpg").write_bytes(b"\xff\xd8other")
    taken = take(read_reports(tmp_path / "call.md"), NO_DEFAULTS)

    assert [(item.account, item.name, item.content) for item in taken.attachments] == [
        ("call", "photo.jpg", b"\xff\xd8pixels")
    ]
    assert taken.refused == ()


@given(st.binary(max_size=400))
def test_no_bytes_break_the_taking(content):
    """Any bytes are taken or refused by a coded error; nothing else comes out."""
    taken = one(content, defaults=FrontMatter(received=date(2025, 11, 8)))

    assert len(taken.accounts) + len(taken.refused) + len(taken.passed_over) == 1


LINES = [
    ("not json", "it is not JSON"),
    ("[]", "it is not an object"),
    ('{"decision":"bless"}', "its kind is unknown"),
    ('{"decision":"basis","member":"m-han","on":"2025-11-09","because":"x"}', "it says nothing in about"),
    (
        '{"decision":"basis","member":"m-han","on":"2025-11-09","because":"x","about":{"account":"a"}}',
        "about lacks basis",
    ),
    ('{"decision":"basis","on":"2025-11-09","because":"x","about":{"account":"a","basis":"press"}}', "it lacks member"),
    (
        '{"decision":"basis","member":"m-han","on":"2025-11-09","about":{"account":"a","basis":"press"}}',
        "it lacks because",
    ),
    (
        '{"decision":"basis","member":"m-han","on":"soon","because":"x","about":{"account":"a","basis":"press"}}',
        "its day is not a date",
    ),
    (
        '{"decision":"erase","member":"m-han","on":"2025-11-09","because":"x","about":{"x":1}}',
        "about lacks account or source",
    ),
]


@pytest.mark.parametrize(("line", "why"), LINES)
def test_a_decision_that_lacks_something_is_refused_by_its_line(line, why):
    """Each refused line is named with what it lacks, and the good one beside it is taken."""
    good = '{"decision":"basis","member":"m-han","on":"2025-11-09","because":"seen","about":{"account":"a","basis":"press"}}'
    found = list(read_lines("d.jsonl", f"{line}\n\n{good}"))

    assert isinstance(found[0], DecisionRefused)
    assert (found[0].fields["line"], found[0].fields["why"]) == (1, why)
    assert isinstance(found[1], NumberedDecision)
    assert json.loads(write_line(found[1].decision)) == json.loads(good)


def test_decisions_stand_in_order_and_an_erased_account_feeds_nothing():
    """The last word on basis counts, a source's reliability reaches every account of theirs, the erased are gone."""
    kept = [
        Account(id=name, text=name, lang=Lang.en, source=source)
        for name, source in (("a", "s-wren"), ("b", "s-wren"), ("c", None))
    ]
    lines = [
        {"decision": "basis", "about": {"account": "a", "basis": "rumour"}},
        {"decision": "basis", "about": {"account": "a", "basis": "eyewitness"}},
        {"decision": "source", "about": {"source": "s-wren", "reliability": "B"}},
        {"decision": "erase", "about": {"account": "c"}},
        {"decision": "compromise", "about": {"source": "s-wren", "since": "2025-11-01"}},
    ]
    text = "\n".join(json.dumps({"member": "m-han", "on": "2025-11-09", "because": "x"} | line) for line in lines)
    standing = stand(kept, [found.decision for found in read_lines("d", text) if isinstance(found, NumberedDecision)])

    assert standing.accounts["a"].basis is Basis.eyewitness
    assert {standing.accounts[name].reliability for name in "ab"} == {Reliability.B}
    assert standing.erased == {"c"}
    assert "c" not in standing.accounts
    assert standing.compromised == {"s-wren": date(2025, 11, 1)}


def test_a_file_over_the_limit_is_refused_and_never_cut(tmp_path, monkeypatch):
    """An attachment too large to be kept whole is named, with the limit; the report beside it waits for it."""
    monkeypatch.setattr("sosik.adapters.report_folder._READ_AT_MOST", 3 << 20)
    (tmp_path / "call.txt").write_text("---\nreceived: 2025-11-03\nattachments: [film.mp4]\n---\nTwo women drowned.\n")
    (tmp_path / "film.mp4").write_bytes(b"x" * ((3 << 20) + 1))
    large = take(read_reports(tmp_path), FrontMatter())
    (tmp_path / "film.mp4").write_bytes(b"x" * (3 << 20))
    whole = take(read_reports(tmp_path), FrontMatter())

    assert not large.accounts
    assert {str(one.error.code) for one in large.refused} == {"E-INPUT-FILE-SIZE"}
    assert [len(one.content) for one in whole.attachments] == [3 << 20]
