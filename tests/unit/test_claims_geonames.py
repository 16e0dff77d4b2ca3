"""A GeoNames country file becomes places; bad lines are refused one by one."""

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from sosik.adapters.own_places import OwnPlaces
from sosik.claims.gazetteer.geonames import read_places
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.cli.gazetteer import command
from sosik.cli.reading_rules import rules_of_reading
from sosik.errors import SosikError
from sosik.values.text import Lang

SHIPPED = Gazetteer.shipped()


def row(
    id_,
    name,
    others="",
    lat="41.5",
    lon="128.5",
    kind="P",
    code="PPL",
    country="KP",
    admin1="13",
    admin2="",
    people="",
    extra=4,
):
    parts = [id_, name, name, others, lat, lon, kind, code, country, "", admin1, admin2, "", "", people, *[""] * extra]
    return "\t".join(parts)


UTOPIA = "\n".join(
    [
        row("1", "Utopia", "유토피아국", "10", "20", "A", "PCLI", "XU", "00"),
        row("2", "North Utopia", "북유토피아도", "11", "20", "A", "ADM1", "XU", "01"),
        row("3", "Alder County", "앨더군,앨더", "11.1", "20.1", "A", "ADM2", "XU", "01", "A"),
        row("4", "Alderton", "앨더톤,Ald", "11.2", "20.1", "P", "PPLA2", "XU", "01", "A", "120000"),
        row("5", "Old Creek", "", "11.3", "20.1", "H", "STM", "XU", "01", "A"),
        row("6", "Gone Village", "", "11.3", "20.1", "P", "PPLH", "XU", "01", "A"),
    ]
)


def test_units_and_settlements_are_taken_with_their_parents():
    """A town lies in its county, its province and its country; streams and vanished places are passed over."""
    found = read_places(UTOPIA, "XU", SHIPPED.entries.values())
    wider = SHIPPED.joined((*found.entries, *found.known), "x")
    assert [(one.id, one.kind) for one in found.entries] == [
        ("xu", "country"),
        ("gn-2", "province"),
        ("gn-3", "county"),
        ("gn-4", "city"),
    ]
    assert [one.id for one in wider.parents("gn-4")] == ["gn-3", "gn-2", "xu"]
    assert (found.passed_over, found.refused) == (2, ())
    assert wider.version != SHIPPED.version
    (mention,) = wider.find("Three people were shot in Alderton.", Lang.en)
    assert mention.entries[0].id == "gn-4"
    (mention,) = wider.find("앨더톤에서 세 명이 숨졌다.", Lang.ko)
    assert mention.entries[0].name_ko == "앨더톤"


def test_a_place_that_is_known_only_learns_spellings():
    """Musan in a country file is our Musan, with one name more."""
    found = read_places(
        row("9", "Musan", "Muzan-up", "42.23", "129.21", country="KP", admin1="17"), "KP", SHIPPED.entries.values()
    )
    assert found.entries == ()
    assert [one.id for one in found.known] == ["kp-musan"]
    wider = SHIPPED.joined(found.known, "x")
    assert wider.find("It happened in Muzan-up.", Lang.en)[0].entries[0].id == "kp-musan"
    assert wider.get("kp-musan").population == 123_721


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("only\tfour\tcolumns\there", "4 columns"), (row("1", "X", extra=9), "24 columns"), (row("x1", "Name"), "no geonameid"),
        (row("1", "Name", lat="north"), "no coordinates"), (row("1", "Name", lat="91.0"), "no coordinates"), (row("1", "Name", lon=""), "no coordinates"),
        (row("1", "", ""), "no name"), (row("1", "Name", country="korea"), "no country code"), (row("1", "Name", lat="nan"), "no coordinates"),
    ],
)  # fmt: skip
def test_a_bad_line_is_refused_and_the_rest_goes_on(line, why):
    """By its number and a reason; the lines around it are taken."""
    good = row("7", "Goodtown", lat="12", lon="33", country="XU")
    found = read_places(f"{good}\n{line}\n", "XU", SHIPPED.entries.values())
    (refusal,) = found.refused
    assert (refusal.fields["line"], refusal.fields["why"]) == (2, why)
    assert len(found.lines) == 1


@pytest.mark.parametrize("columns", range(13, 20))
def test_thirteen_to_nineteen_columns_are_read(columns):
    """Older extracts leave the last columns out."""
    line = "\t".join(row("7", "Goodtown", country="XU").split("\t")[:columns])
    assert len(read_places(line, "XU", SHIPPED.entries.values()).lines) == 1


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading_of_a_file(text):
    """Whatever stands in it: places, refusals, or nothing."""
    found = read_places(text, "f", SHIPPED.entries.values())
    assert len(found.lines) + len(found.refused) + found.passed_over <= len(text.splitlines())


def test_what_is_added_is_read_from_then_on(tmp_path, monkeypatch):
    """``gazetteer add`` keeps the good lines, private; ``list`` shows them and a reading finds them."""
    monkeypatch.setenv("SOSIK_HOME", str(tmp_path / "home"))
    file = tmp_path / "XU.txt"
    file.write_text(UTOPIA + "\nbroken\n", "utf-8")
    done = CliRunner().invoke(command, ["add", str(file)])
    assert done.exit_code == 0, done.output
    assert "Added 4 places" in done.output
    assert "E-GAZETTEER-LINE" in done.stderr
    kept = tmp_path / "home" / "places" / "XU.tsv"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert "broken" not in kept.read_text("utf-8")
    assert rules_of_reading().gazetteer.get("gn-4").name_en == "Alderton"
    listed = CliRunner().invoke(command, ["list", "--added", "앨더톤"])
    assert [line.split("\t")[0] for line in listed.output.splitlines()] == ["id", "gn-4"]


def test_a_file_without_a_place_is_refused(tmp_path, monkeypatch):
    """Nothing is kept of it."""
    monkeypatch.setenv("SOSIK_HOME", str(tmp_path / "home"))
    file = tmp_path / "none.txt"
    file.write_text("a\tb\n", "utf-8")
    with pytest.raises(SosikError) as error:
        CliRunner().invoke(command, ["add", str(file)], catch_exceptions=False)
    assert error.value.code == "E-GAZETTEER-NONE"
    assert OwnPlaces.of(tmp_path / "home").texts() == {}


def test_the_list_says_how_far_a_point_can_be_trusted():
    """Cited, approximate, none, or a line."""
    shown = {
        line.split("\t")[0]: line.split("\t")[-1] for line in CliRunner().invoke(command, ["list"]).output.splitlines()
    }
    assert (shown["kp-musan"], shown["kp-samsu"], shown["kp-taehung"], shown["river-yalu"]) == (
        "cited",
        "approximate",
        "none",
        "line",
    )
