"""A second reader may lie, stall or talk rubbish: nothing that the text does not say comes of it, and nothing leaves this machine."""

import json
import socket
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.second_server import server

from sosik.accounts.account import Account
from sosik.adapters.second_reader import LoopbackReader
from sosik.claims.reading import read
from sosik.claims.rules import Rules
from sosik.claims.second_reading import kept, second_reading
from sosik.cli.main import main
from sosik.errors import SecondReaderElsewhere, SecondReaderRubbish, SecondReaderSilent
from sosik.values.text import Lang

TEXT = (
    "A trader in Hyesan said on 9 March that four smugglers were shot dead near Musan on 3 March 2031. "
    "She denied that a landmine had killed anyone. Two children drowned in the river in early April."
)
ACCOUNT = Account(id="a1", text=TEXT, lang=Lang.en, received=date(2031, 4, 20))
RULES = Rules.shipped()
TRUE = {
    "category": {"quote": "four smugglers were shot dead", "key": "shooting"},
    "when": {"quote": "on 3 March 2031", "edtf": "2031-03-03"},
    "where": [{"quote": "near Musan"}],
    "victims": [{"quote": "four smugglers were shot dead", "outcome": "killed", "min": 4, "max": 4}],
    "speaker": {"quote": "A trader in Hyesan"},
}


def claims(*said):
    return kept(ACCOUNT, RULES, said)


def test_what_the_text_says_is_kept_with_its_words():
    """A true proposal becomes the claim that our own rules read, with the same values and spans."""
    (claim,) = claims(TRUE).claims
    (own,) = [one for one in read(ACCOUNT, RULES).claims if one.category.value == "shooting"]

    assert claim.victims == own.victims
    assert claim.when == own.when
    assert [place.place.id for place in claim.where] == [place.place.id for place in own.where]
    assert claim.speaker == own.speaker
    assert claims(TRUE).dropped == 0


@pytest.mark.parametrize(
    ("part", "lie"),
    [
        ("when", {"quote": "on 3 March 2031", "edtf": "2031-03-04"}),
        ("when", {"quote": "on 3 March", "edtf": "2031-03-03"}),
        ("when", {"quote": "on 9 March", "edtf": "2031-03-09"}),
        ("when", {"quote": "on the third of March", "edtf": "2031-03-03"}),
        ("where", [{"quote": "near Hoeryong"}]),
        ("where", [{"quote": "the river in"}]),
        ("victims", [{"quote": "four smugglers were shot dead", "outcome": "killed", "min": 5, "max": 5}]),
        ("victims", [{"quote": "four smugglers were shot dead", "outcome": "injured", "min": 4, "max": 4}]),
        ("victims", [{"quote": "four smugglers were shot dead", "outcome": "killed", "min": 4, "max": None}]),
        ("victims", [{"quote": "seven smugglers", "outcome": "killed", "min": 7, "max": 7}]),
        ("speaker", {"quote": "A soldier"}),
    ],
)
def test_a_value_that_its_words_do_not_hold_is_thrown_away(part, lie):
    """Wrong days, places, numbers, outcomes and tellers, and words that are not there: the value goes, the rest stays."""
    found = claims(TRUE | {part: lie})

    assert found.dropped == 1
    assert not {
        "when": lambda c: c.when,
        "where": lambda c: c.where,
        "victims": lambda c: c.victims,
        "speaker": lambda c: c.speaker,
    }[part](found.claims[0])


@pytest.mark.parametrize(
    "category",
    [
        {"quote": "a massacre of forty", "key": "shooting"},
        {"quote": "four smugglers were shot dead", "key": "drowning"},
        {"quote": "A trader in Hyesan", "key": "shooting"},
    ],
)
def test_an_event_that_is_not_in_the_words_does_not_exist(category):
    """Without words of its category in the quotation there is no claim."""
    assert claims(TRUE | {"category": category}).claims == ()


def test_a_denial_that_the_reader_overlooks_stays_a_denial():
    """How the words say it is read by our own rules."""
    found = claims(
        TRUE
        | {
            "category": {"quote": "a landmine had killed anyone", "key": "landmine"},
            "victims": [],
            "when": None,
            "where": [],
        }
    )

    assert [str(claim.stance) for claim in found.claims] == ["denied"]


QUOTES = st.builds(
    lambda a, b: TEXT[min(a, b) : max(a, b) + 1], st.integers(0, len(TEXT) - 1), st.integers(0, len(TEXT) - 1)
) | st.text(min_size=1, max_size=9)


@given(
    QUOTES,
    st.sampled_from(sorted(RULES.codebook.categories)),
    QUOTES,
    st.integers(0, 9),
    st.sampled_from(["2031-03-03", "2031-04-01/2031-04-10", "x"]),
)
def test_no_value_comes_without_a_span_that_the_rules_saw(event, key, quote, number, edtf):
    """Whatever is proposed, each value of a kept claim is one that our own readers see in the text, at its span."""
    said = {"category": {"quote": event, "key": key}, "when": {"quote": quote, "edtf": edtf}, "where": [{"quote": quote}],
            "victims": [{"quote": quote, "outcome": "killed", "min": number, "max": number}], "speaker": {"quote": quote}}  # fmt: skip
    for claim in claims(said).claims:
        assert all(0 <= span.start < span.end <= len(TEXT) for span in claim.spans)
        assert all(str(one.quantity.count.min) in {"4", "2", "0", "1"} for one in claim.victims)


@pytest.mark.parametrize(
    "url",
    ["http://192.0.2.7:80", "https://127.0.0.1", "http://example.org", "http://127.0.0.1.example.org", "http://user:pw@127.0.0.1", "ftp://127.0.0.1",
     "http://[2001:db8::1]", "http://0.0.0.0", "127.0.0.1", "http://127.0.0.1:99999", "http://2130706433", "http://"],
)  # fmt: skip
def test_another_machine_is_refused(url):
    """Only a loopback address in figures, or localhost, is taken; nothing is sent before that is known."""
    with pytest.raises(SecondReaderElsewhere):
        LoopbackReader.at(url, "m")


@pytest.mark.parametrize(
    "url", ["http://localhost:81", "http://127.0.0.1:81/v1", "http://127.8.8.8:81", "http://[::1]:81"]
)
def test_this_machine_is_taken(url):
    """Loopback in any of its forms."""
    assert LoopbackReader.at(url, "m").path == "/v1/chat/completions"


def test_an_honest_server_is_heard():
    """The schema goes along; a true answer is kept, a lie beside it is not."""
    lie = TRUE | {"category": {"quote": "they were all killed", "key": "killing"}}
    with server(lambda said: json.dumps({"claims": [TRUE, lie]})) as (url, asked):
        found = second_reading(ACCOUNT, RULES, LoopbackReader.at(url, "m"))

    assert [str(claim.category.value) for claim in found.claims] == ["shooting"]
    assert asked[0]["response_format"]["json_schema"]["strict"] is True
    assert asked[0]["messages"][1]["content"] == TEXT


@pytest.mark.parametrize(
    "given",
    ["", "not json", "[]", "{}", '{"claims":[{}]}', '{"claims":"all"}', json.dumps({"claims": [TRUE | {"more": 1}]}), "[" * 100_000,
     json.dumps({"claims": [TRUE] * 201}), b"<html>", b"{}", b'{"choices":[]}', b'{"choices":[{"message":{"content":5}}]}', b"\xff\xfe", b"x" * 5_000_000],
)  # fmt: skip
def test_rubbish_is_one_clear_error(given):
    """No answer outside the schema is looked at."""
    with server(lambda said: given) as (url, _), pytest.raises(SecondReaderRubbish):
        second_reading(ACCOUNT, RULES, LoopbackReader.at(url, "m"))


@pytest.mark.parametrize("given", [500, 302, 3.0])
def test_silence_redirects_and_failures_end(given):
    """A server that stalls, fails or points elsewhere is given up; nobody follows."""
    with server(lambda said: given) as (url, asked), pytest.raises(SecondReaderSilent):
        second_reading(ACCOUNT, RULES, LoopbackReader.at(url, "m", seconds=0.5))
    assert len(asked) == 1


def test_a_port_that_nobody_listens_on_is_silence():
    """No server at all is the same clear error."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    with pytest.raises(SecondReaderSilent):
        second_reading(ACCOUNT, RULES, LoopbackReader.at(f"http://127.0.0.1:{port}", "m"))


def test_the_command_shows_both_and_goes_on(tmp_path, capsys):
    """The first reading stands as without a second; then one line with proposals and disagreements, or with the error."""
    report = tmp_path / "a1.txt"
    report.write_text(TEXT, "utf-8")
    plain = output(capsys, str(report), "--received", "2031-04-20")
    with server(lambda said: json.dumps({"claims": [TRUE]})) as (url, _):
        both = output(capsys, str(report), "--received", "2031-04-20", "--second-reader", url)
    with server(lambda said: "nonsense") as (url, _):
        bad = output(capsys, str(report), "--received", "2031-04-20", "--second-reader", url)

    assert both[:-1] == plain == bad[:-1]
    assert (both[-1]["record"], both[-1]["dropped"], len(both[-1]["claims"])) == ("second_reading", 0, 1)
    assert {one["field"] for one in both[-1]["disagreements"]} == {"claim"}
    assert bad[-1]["error"] == "E-SECOND-READER-ANSWER"


def output(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(["claims", *arguments])
    assert ended.value.code == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]
