"""Search over accounts, Korean and English; erasing reaches it."""

from datetime import date

import pytest
from tests.fakes.sealed_desks import made, opened
from tests.fakes.thief import decrypted_pages

from sosik.accounts.account import Account
from sosik.accounts.erasure import Erasable
from sosik.adapters.kiwi_words import KiwiWords
from sosik.adapters.store.derived import derived_of
from sosik.adapters.store.search import Search
from sosik.values.text import Lang

TEXTS = {
    "musan": "무산군 강안동에서 지뢰가 터져 두 사람이 다쳤다.",
    "hyesan": "혜산시 장마당에서 쌀값이 올랐다.",
    "ferry": "The ferryman at Onsong saw two women drown on 3 May.",
    "mixed": '회령의 소식통은 ferryman 이라고 적었다. 100% "확실"',
}
KIWI = KiwiWords()


@pytest.fixture
def desk(tmp_path):
    store, ledger = opened(tmp_path / "desk", made(tmp_path / "desk"))
    for name, text in TEXTS.items():
        ledger.take_in(
            [Account(id=name, text=text, lang=Lang.ko, received=date(2025, 11, 9), title=f"제목 {name}")], []
        )
    yield store, ledger
    store.close()


def found(desk, asked):
    store, ledger = desk
    database = derived_of(store)
    index = Search(store, database, KIWI.plain_words)
    index.catch_up()
    names = [one.account for one in index.find(asked, ledger.accounts_of)]
    database.close()
    return names


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("무산", ["musan"]),
        ("지뢰", ["musan"]),
        ("강안", ["musan"]),
        ("터졌다", ["musan"]),
        ("다친", ["musan"]),
        ("쌀값", ["hyesan"]),
        ("장마당에서", ["hyesan"]),
        ("마당", ["hyesan"]),
        ("ferryman", ["ferry", "mixed"]),
        ("FERRY", ["ferry", "mixed"]),
        ("drown women", ["ferry"]),
        ("회령 ferryman", ["mixed"]),
        ("무산 쌀값", []),
        ("제목", ["musan", "hyesan", "ferry", "mixed"]),
        ("%", []),
        ('"확실"', ["mixed"]),
        ("NOT OR *", []),
        ("", []),
    ],
)
def test_words_are_found(desk, asked, names):
    """Two syllables, other endings, parts of words, titles, several words together; signs are taken literally."""
    assert found(desk, asked) == names


def test_what_came_later_is_found_too(desk):
    """The index catches up before it answers."""
    assert found(desk, "청진") == []
    desk[1].take_in([Account(id="late", text="청진에서 단속", lang=Lang.ko, received=date(2025, 11, 9))], [])
    assert found(desk, "청진") == ["late"]


def test_an_erased_account_is_found_no_more(desk):
    """Neither its words nor a trace of them are in the index, and the others are still found without being read again."""
    assert found(desk, "무산") == ["musan"]
    desk[1].erase(Erasable(account="musan"), "asked")
    database = derived_of(desk[0])
    everything = b"".join(decrypted_pages(database.path, database.key))
    database.close()

    assert found(desk, "무산") == []
    assert found(desk, "쌀값") == ["hyesan"]
    for word in ("무산", "강안동", "지뢰"):
        assert word.encode() not in everything
    assert "장마당".encode() in everything
