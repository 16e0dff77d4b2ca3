"""After an erasure an editor is told what still quotes, retells or names what is gone."""

import json
from datetime import date

import pytest
from tests.fakes.sealed_desks import made, opened

from sosik.accounts.account import Account
from sosik.accounts.decision_lines import read_lines
from sosik.accounts.erasure import Erasable
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
