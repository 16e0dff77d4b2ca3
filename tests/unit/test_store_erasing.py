"""After an erasure an editor is told what still quotes, retells or names what is gone."""

import json
import random
from datetime import date

import pytest
from tests.fakes.sealed_desks import made, opened
from tests.fakes.thief import decrypted_pages

from sosik.accounts.account import Account
from sosik.accounts.decision_lines import read_lines
from sosik.accounts.erasure import Erasable
from sosik.adapters.store.derived import derived_of
from sosik.adapters.store.quoting import PASSAGE, catch_up
from sosik.values.text import Lang

WORDS = "Two women drowned near the third bend of the river, said the ferryman who pulled them out."


@pytest.fixture
def desk(tmp_path):
    store, ledger = opened(tmp_path / "desk", made(tmp_path / "desk"))
    first = Account(id="a", text=WORDS, lang=Lang.en, received=date(2025, 11, 9), source="s-wren")
    second = Account(id="b", text="A copy.", lang=Lang.en, received=date(2025, 11, 9), retells=("a",))
    ledger.take_in([first, second], [])
    ledger.keep_bulletin("b-1.en.md", "They drowned near the third  bend of\nthe river. {claim:c-1}")
    ledger.keep_bulletin("b-2.en.md", "sources: [s-wren]")
    ledger.keep_bulletin("b-3.en.md", "Two women drowned.")
    about = {"bulletin": "b-1", "revision": 1, "hash": "x"}
    for number, because in enumerate(["as told: said the ferryman who pulled them", "read twice"]):
        line = {"decision": "review", "member": "m-han", "on": "2025-11-09", "about": {**about, "revision": number}}
        ledger.append([next(iter(read_lines("d", json.dumps({**line, "because": because})))).decision])
    yield store, ledger
    store.close()


def test_what_still_quotes_or_retells_an_account_is_named(desk):
    """A long passage in a bulletin or in a reason, whatever its spacing, and an account that retells it; common words are not enough."""
    assert set(desk[1].erase(Erasable(account="a"), "asked").quoted_in) == {"account b", "b-1.en.md", "decision 7"}


def test_what_still_names_a_source_is_named(desk):
    """The handle in a bulletin's front matter too."""
    assert "b-2.en.md" in desk[1].erase(Erasable(source="s-wren"), "asked").quoted_in


LETTERS = "abcdeEFG \"'%*()-^:0123" + "가나다라마바사 무산강지뢰ÄÖß\u3000é"


def words(dice, size):
    return "".join(dice.choice(LETTERS) for _ in range(size))


def review(because):
    about = {"bulletin": "b-9", "revision": 1, "hash": "x"}
    line = {"decision": "review", "member": "m-han", "on": "2025-11-09", "about": about, "because": because}
    return next(iter(read_lines("d", json.dumps(line)))).decision


@pytest.mark.parametrize("seed", range(3))
def test_every_passage_is_found_wherever_it_was_cut(tmp_path, seed):
    """Twenty characters in a row, from anywhere in the account, among any others, in either language; nineteen are not enough."""
    dice = random.Random(seed)
    store, ledger = opened(tmp_path / "desk", made(tmp_path / "desk"))
    text = " ".join(words(dice, 400).split())
    ledger.take_in([Account(id="a", text=text, lang=Lang.ko, received=date(2025, 11, 9))], [])
    starts = [dice.randrange(len(text) - PASSAGE) for _ in range(60)]
    quotes = [f"{words(dice, 9)}|{text[at : at + PASSAGE]}|{words(dice, 30)}" for at in starts]
    shorter = [f"|{text[at : at + PASSAGE - 1].strip()}|" for at in starts if at % 3 == 0]
    ledger.append([review(one) for one in (*quotes, *shorter)])
    found = ledger.erase(Erasable(account="a"), "asked").quoted_in
    store.close()

    whole = {f"decision {3 + at}" for at, one in enumerate(quotes) if shares(one, text)}
    assert set(found) == whole
    assert len(whole) > 50


def shares(one, text):
    flat, other = " ".join(one.split()), " ".join(text.split())
    return any(flat[at : at + PASSAGE] in other for at in range(len(flat) - PASSAGE + 1))


def test_what_comes_later_is_found_too(desk):
    """The index was filled before, and again after a rotation of what it lies in."""
    store, ledger = desk
    catch_up(store)
    ledger.append([review("he said: near the third bend of the river")])
    ledger.erase(Erasable(account="b"), "asked")
    ledger.append([review("again the ferryman who pulled them out, and more")])

    assert {"decision 9", "decision 11"} <= set(ledger.erase(Erasable(account="a"), "asked").quoted_in)


def test_no_trace_of_a_reason_is_left_in_the_index(desk):
    """A decision that goes with an account leaves neither words nor threes of letters behind; the others are still found."""
    store, ledger = desk
    about = {"account": "a", "consent": "none"}
    line = {"decision": "consent", "member": "m-han", "on": "2025-11-09", "about": about, "because": "qzxvj wkyqz 퀘뷁"}
    ledger.append([next(iter(read_lines("d", json.dumps(line)))).decision])
    catch_up(store)
    assert "qzx" in threes(store)
    ledger.erase(Erasable(account="a"), "asked")

    left = threes(store)
    assert not {"qzx", "vj ", "퀘뷁"} & left
    assert "rea" in left
    database = derived_of(store)
    pages = b"".join(decrypted_pages(database.path, database.key))
    for table in ("stated", "piece", "word"):
        database.run(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
    database.close()
    assert b"qzxvj" not in pages
    assert "퀘뷁".encode() not in pages
    assert b"read twice" in pages


def threes(store):
    database = derived_of(store)
    database.run("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, stated, row)")
    found = {term for (term,) in database.run("SELECT term FROM temp.terms")}
    database.close()
    return found
