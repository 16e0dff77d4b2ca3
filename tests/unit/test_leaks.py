"""The leak scan and the gate of a release, against ways to hide that were written apart from it."""

import json
import os
import random
import subprocess
import sys
from datetime import date

import pytest
from tests.fakes.hiding import CHARSETS, SPELLINGS, TEXTUAL, WRAPPINGS, hide

from sosik.accounts.account import Account, Basis
from sosik.accounts.decision import Decision, DecisionKind
from sosik.adapters.pattern_search import PatternSearch
from sosik.bulletins.edition import ClearedEdition, Edition, Version
from sosik.bulletins.leaks.matching import Matcher
from sosik.bulletins.leaks.passages import passages
from sosik.bulletins.leaks.release import Release, bundle_hash, check_passages, check_scans
from sosik.bulletins.leaks.scan import NEAR, scan_name, scan_pieces
from sosik.bulletins.leaks.secret import read_secrets
from sosik.errors import ReleaseHit, ReleaseLeaks, ReleaseUnscanned, SecretTooShort
from sosik.values.text import Lang

SECRETS = [
    *("김영희", "회령시 남문동 12반 박철수", "Kim Young-hee", "010-5523-8841", "Han Sorim of Unit 4"),
    "o.yang@riverpost.example",
]
PAGE = "<html><body><p>Two people were reported missing. 강가에서 두 사람이 실종되었다.</p>%s</body></html>"
SYLLABLES = "가나다라마바사아자하고노도로모보소오조호기니디리미비시이지히는은을를에의".strip()
WORDS = "the river road night people market guards border post winter county order said found after three".split()
SOAK = os.environ.get("SOSIK_PROFILE") == "soak"


@pytest.fixture(scope="module")
def matcher():
    return Matcher(read_secrets("list", "\n".join(SECRETS)), PatternSearch)


def found(raw, matcher):
    return {hit.secret for hit in scan_pieces("page", [raw], matcher).hits}


def planted(raw, wrappings, rng):
    """Alone in a file, or inside a page where its bytes can stand in one."""
    if rng.random() < 0.5 and (not wrappings or wrappings[-1] in TEXTUAL):
        return (PAGE % "\0").encode().replace(b"\0", raw, 1)
    return raw


def spelt(spelling, secret):
    """None where this secret cannot be written so."""
    return hide(SECRETS[secret], random.Random(secret), spelling, "utf-8", ())


WRITABLE = [(one, secret) for secret in range(len(SECRETS)) for one in SPELLINGS if spelt(one, secret) is not None]


@pytest.mark.parametrize(("spelling", "secret"), WRITABLE)
def test_every_spelling_is_found(spelling, secret, matcher):
    """In UTF-8, in a page."""
    raw = spelt(spelling, secret)

    assert secret + 1 in found((PAGE % "\0").encode().replace(b"\0", raw), matcher)


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("wrapping", ["", *WRAPPINGS])
def test_every_charset_is_found_in_every_wrapping(charset, wrapping, matcher):
    """Alone in a file."""
    rng = random.Random(4)
    for number, secret in enumerate(SECRETS, start=1):
        raw = hide(secret, rng, "plain", charset, (wrapping,) if wrapping else ())
        assert raw is None or number in found(raw, matcher)


@pytest.mark.parametrize(
    "hidden", ["010-5523-8841", "0&#49;0-552<b>3</b>-8841", "MDEwLTU1MjMtODg0MQ==", "%30%31%30%2D5523%2D8841"]
)
def test_a_hit_says_where_it_stands_in_the_file(hidden, matcher):
    """At the byte, or in the few hundred bytes before it when it stands escaped."""
    before = PAGE % "The river rose. " * 900
    (hit, *_) = scan_pieces("page", [before.encode(), hidden.encode(), b"<p>end</p>"], matcher).hits

    assert hit.secret == 4
    assert len(before.encode()) - NEAR <= hit.offset <= len(before.encode()) + 4


def test_what_is_hidden_two_deep_is_found(matcher):
    """Of random publications with a spelling, a charset and up to two wrappings, no more than 1 in 100 passes; the figure is in the manual."""
    rng, missed, tried = random.Random(20), [], 0
    for _ in range(10_000 if SOAK else 400):
        number = rng.randrange(len(SECRETS))
        spelling = rng.choice(list(SPELLINGS)) if rng.random() < 0.6 else "plain"
        charset, wrappings = rng.choice(list(CHARSETS)), tuple(rng.choices(list(WRAPPINGS), k=rng.randrange(3)))
        raw = hide(SECRETS[number], rng, spelling, charset, wrappings)
        if raw is not None:
            tried += 1
            if number + 1 not in found(planted(raw, wrappings, rng), matcher):
                missed.append((spelling, charset, wrappings))

    assert len(missed) * 100 <= tried, missed


def test_clean_pages_raise_no_alarm(matcher):
    """Random Korean and English pages of a thousand words."""
    rng = random.Random(8)
    for _ in range(1000 if SOAK else 100):
        korean = " ".join("".join(rng.choices(SYLLABLES, k=rng.randrange(2, 5))) for _ in range(300))
        english = " ".join(rng.choices(WORDS, k=300))
        numbers = " ".join(f"{rng.random() * 100:.1f},{rng.random() * 100:.1f}" for _ in range(200))
        page = f"<p>{korean}</p><p>{english}</p><path d='M{numbers}'/>{rng.randbytes(200).hex()}"
        assert not found(page.encode(), matcher)


def test_a_short_name_is_no_part_of_a_longer_word(matcher):
    """Letters that meet across words are no find; the name itself is, with an ending or a break in it."""
    short = Matcher(read_secrets("list", "Sandra\n이정민"), PatternSearch)

    assert not found(b"a thousand rams and alexsandrans", short)
    assert not found("그는 이정 민간인이다".encode(), short)
    assert found("그 이정민은 san<b>dra</b> 와".encode(), short) == {1, 2}


@pytest.mark.parametrize("line", ["Kim", "회령", "12-34", "a b c d e"])
def test_a_secret_that_is_too_short_is_refused_by_its_line(line):
    """It would stand in any page by chance."""
    with pytest.raises(SecretTooShort) as refused:
        read_secrets("list", f"Kim Young-hee\n{line}\n")
    assert refused.value.fields["line"] == 2
    assert line not in str(refused.value)


def test_a_secret_across_windows_and_in_a_name_is_found(matcher):
    """Windows share their edges; a name counts as bytes do."""
    before = b"word " * ((4 << 20) // 5)

    assert found(before[:-4] + b"Kim Young-hee" + before, matcher) == {3}
    assert {hit.secret for hit in scan_name("data/김영희.csv", matcher).hits} == {1}


def test_the_command_tells_no_secret(tmp_path):
    """Not in its output, not of a name that holds one, not in its cache; exit 4; and a second scan finds the same."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "김영희.txt").write_text("nothing", "utf-8")
    (site / "a.json").write_text(json.dumps({"x": "Kim Young-hee"}), "utf-8")
    (site / "b.txt").write_text("clean", "utf-8")
    (tmp_path / "list").write_text("\n".join(SECRETS), "utf-8")
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", "sosik", "scan", str(site), "--secrets", str(tmp_path / "list"), "--json"],
            capture_output=True, text=True, check=False, env=env,
        )  # fmt: skip
        told = json.loads(done.stdout)
        cached = next((tmp_path / "cache" / "sosik").iterdir()).read_text()
        assert done.returncode == 4
        assert {hit["secret"] for hit in told["hits"]} == {1, 3}
        assert not [secret for secret in SECRETS for text in (done.stdout, done.stderr, cached) if secret in text]
        assert "\\uae40" not in done.stdout
        assert len(json.loads(cached)["clean"]) == 1


# --- the gate ------------------------------------------------------------------------------------------------------------

TOLD = "The guard at the second post told my cousin to come back after the evening roll call."
KOREAN = "둘째 초소의 경비병이 저녁 점호가 끝난 뒤에 다시 오라고 사촌에게 말했다고 한다."


def account(text, basis=Basis.eyewitness):
    return Account(id="a01", text=text, lang=Lang.en, received=date(2025, 11, 1), basis=basis)


def edition(body):
    return ClearedEdition(Edition("b", 1, (Version(Lang.en, "Title", body),)), date(2025, 11, 2))


def gate(files, accounts, editions=()):
    held = passages(accounts, editions, lambda word: False)
    check_passages(files, held, Matcher(held.secrets, PatternSearch, in_text_only=True))


@pytest.mark.parametrize("text", [TOLD, KOREAN])
def test_a_sentence_of_an_account_stops_the_release(text):
    """However it is spaced, pointed and tagged; the account is named and not its words."""
    changed = text.replace(" ", "\n").replace(".", " !").replace("r", "<b>r</b>")
    with pytest.raises(ReleaseLeaks) as refused:
        gate({"index.html": f"<p>Old news. {changed}</p>".encode()}, [account(f"We spoke. {text} He left.")])
    assert refused.value.fields == {"path": "index.html", "account": "a01"}


@pytest.mark.parametrize("text", [TOLD, KOREAN])
def test_what_a_cleared_edition_says_is_no_leak(text):
    """The disclosure check has passed over it; what a withdrawn edition said is a leak again."""
    gate({"index.html": text.encode()}, [account(text)], [edition(text)])
    gate({"index.html": text.encode()}, [account(text, Basis.press)])
    withdrawn = ClearedEdition(edition(text).edition, date(2025, 11, 2), withdrawn=True)
    with pytest.raises(ReleaseLeaks):
        gate({"index.html": text.encode()}, [account(text)], [withdrawn])


def scanned(verdict, member="m-han", source="s-kestrel", bundle="0" * 64):
    about = {"bundle": bundle, "source": source, "verdict": verdict}
    return Decision(DecisionKind.scan, member, date(2025, 11, 2), about, "scanned")


def test_each_source_needs_a_scan_of_these_very_bytes():
    """Of other bytes, or of another source, it is none; a demo takes it as made."""
    release = Release("0" * 64, frozenset({"s-kestrel", "s-heron"}))
    with pytest.raises(ReleaseUnscanned) as refused:
        check_scans(release, [scanned("clean"), scanned("clean", source="s-heron", bundle="1" * 64)], is_demo=False)
    assert refused.value.fields["sources"] == "s-heron"
    check_scans(release, [scanned("clean"), scanned("clean", source="s-heron")], is_demo=False)
    check_scans(release, [], is_demo=True)


def test_a_hit_stands_until_its_finder_withdraws_it():
    """Nobody else's clean verdict lifts it, in a demo neither."""
    release = Release("0" * 64, frozenset({"s-kestrel"}))
    for demo in (False, True):
        with pytest.raises(ReleaseHit):
            check_scans(release, [scanned("hit"), scanned("clean", member="m-seo")], is_demo=demo)
        check_scans(release, [scanned("hit"), scanned("clean")], is_demo=demo)


def test_the_hash_is_of_every_name_and_byte():
    """Another byte, another name, another file: another hash; the order of the files is none."""
    files = {"a": b"1", "b": b"2"}
    others = [{"a": b"1"}, {"a": b"1", "b": b"3"}, {"a": b"1", "c": b"2"}, {"a": b"2", "b": b"1"}, {**files, "c": b""}]

    assert bundle_hash(files) == bundle_hash({"b": b"2", "a": b"1"})
    assert len({bundle_hash(each) for each in (files, *others)}) == 6
