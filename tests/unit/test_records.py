"""A table of records: a row an account, a bad row refused by itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosik.accounts.account import Basis
from sosik.accounts.front_matter import FrontMatter
from sosik.accounts.report import take
from sosik.accounts.untrusted import UntrustedFile

NO_DEFAULTS = FrontMatter()
GOOD = "id,received,basis,source,text\nr1,2025-11-12,rumour,s-wren,Two people were hurt.\n"


def taken(table: str | bytes, name="all.csv", defaults=NO_DEFAULTS, **beside):
    content = table if isinstance(table, bytes) else table.encode()
    files = [
        UntrustedFile(name, content),
        *(UntrustedFile(other.replace("_", "."), it) for other, it in beside.items()),
    ]
    return take(files, defaults)


def test_a_row_is_an_account():
    """Words under ``text``, what is known of them under the keys of front matter, the name under ``id``."""
    account = taken(GOOD).accounts[0]

    assert (account.id, account.text) == ("r1", "Two people were hurt.")
    assert (account.basis, account.received, account.source) == (Basis.rumour, date(2025, 11, 12), "s-wren")


BAD = {
    "too few cells": ("r2,2025-11-12", "E-TABLE"),
    "too many cells": ("r2,2025-11-12,rumour,s-wren,Two,people", "E-TABLE"),
    "no day": ("r2,,rumour,s-wren,Two people.", "E-INPUT-UNDATED"),
    "a day that is none": ("r2,2025-02-30,rumour,s-wren,Two people.", "E-INPUT-FRONT-MATTER"),
    "no words": ("r2,2025-11-12,rumour,s-wren,", "E-INPUT-EMPTY"),
    "a word that is no choice": ("r2,2025-11-12,guess,s-wren,Two people.", "E-INPUT-KEY"),
    "an id that leads elsewhere": ("../r2,2025-11-12,rumour,s-wren,Two people.", "E-TABLE"),
    "a quote that does not end well": ('r2,2025-11-12,rumour,s-wren,"Two" people', "E-TABLE"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_row_is_refused_and_the_rest_is_read(name):
    """The refusal names file and row; the rows before and after are taken."""
    row, code = BAD[name]
    done = taken(f"{GOOD}{row}\nr3,2025-11-13,rumour,s-wren,Three people were hurt.\n")

    assert [account.id for account in done.accounts] == ["r1", "r3"]
    assert [(one.name, one.error.code) for one in done.refused] == [("all.csv, row 3", code)]


def test_an_unknown_column_refuses_the_table():
    """A misspelt ``not_before`` would publish too early."""
    done = taken(GOOD.replace("source", "sauce"))

    assert not done.accounts
    assert done.refused[0].error.code == "E-INPUT-KEY"


@pytest.mark.parametrize(
    "table",
    [
        GOOD.encode("utf-8-sig"),
        GOOD.encode("utf-16"),
        GOOD.replace(",", ";").encode(),
        GOOD.replace(",", "\t").encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("Two people were hurt.", '"Two people\nwere hurt."').encode(),
    ],
)
def test_tables_as_programs_write_them(table):
    """With a mark in front, in UTF-16, parted by semicolons or tabs, with other line ends, with lines in a cell."""
    text = taken(table).accounts[0].text

    assert " ".join(text.split()) == "Two people were hurt."


def test_a_sidecar_stands_for_what_every_row_lacks():
    """``all.toml`` dates the rows of ``all.csv``; a row's own cell is above it."""
    table = "text,told\nTwo people were hurt.,\nThree people were hurt.,2025-11-01\n"
    done = taken(table, all_toml=b'told = 2025-11-10\nbasis = "press"')

    assert [account.told for account in done.accounts] == [date(2025, 11, 10), date(2025, 11, 1)]
    assert {account.basis for account in done.accounts} == {Basis.press}
    assert [account.id for account in done.accounts] == ["all-2", "all-3"]


def test_a_row_of_fields_is_written_out_as_lines():
    """An incident by its fields is text too, so that every value of it has words to stand on."""
    done = taken("received,category,when,place,killed\n2025-11-12,landmine,2025-11-09,Musan,0-2\n")

    assert done.accounts[0].text == "record: incident\ncategory: landmine\nwhen: 2025-11-09\nplace: Musan\nkilled: 0-2"


def test_text_beside_fields_is_refused():
    """Which of the two was meant is nothing to guess."""
    done = taken("received,text,killed\n2025-11-12,Two people died.,3\n")

    assert done.refused[0].error.code == "E-TABLE"


def test_the_same_row_twice_is_one_account():
    """A repeated row is known already."""
    done = taken(GOOD + GOOD.split("\n")[1] + "\n")

    assert len(done.accounts) == 1
    assert len(done.known) == 1


@given(st.binary(max_size=300))
def test_any_bytes_end_in_accounts_or_refusals(noise):
    """Noise under the name of a table raises nothing."""
    done = taken(b"id,text,received\n" + noise, defaults=FrontMatter(received=date(2025, 1, 1)))

    assert all(one.error.code.startswith("E-") for one in done.refused)
