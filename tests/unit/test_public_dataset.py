"""The dataset says what the editions say, in the columns that are allowed and no others."""

import csv
import hashlib
import io
import json
from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from fakes.editions import DESK, MUSAN, TUMEN, arrests, cameras, drowning, editions, mine, minefield, shooting
from sosik.adapters.manifest_signing import MinisignSigner, is_signed_manifest
from sosik.adapters.public_instruments import instruments
from sosik.bulletins.edition import ClearedEdition, Edition, Version
from sosik.public.base_map import BaseMap
from sosik.public.columns import ACLED, CHANGES, COUNTED, HXL, INCIDENTS, MEASURES, UCDP, WITHDRAWN
from sosik.public.dataset import dataset
from sosik.public.dataset_lines import cells
from sosik.public.site import build
from sosik.public.standing import standing
from sosik.public.tables import date_precision
from sosik.values.datespan import DateSpan
from sosik.values.edtf import read_span
from sosik.values.ids import BulletinId
from sosik.values.place import Precision
from sosik.values.quantity import Count
from sosik.values.text import Lang

BASE = BaseMap.shipped()
PRIVATE = ("source_", "account", "claim", "origin", "basis", "reliability", "handle", "speaker", "revision", "consent")


def files(incidents=(), measures=()):
    edition = Edition(BulletinId("b-1"), 1, (Version(Lang.en, "T", "B."),), tuple(incidents), tuple(measures))
    return dataset(standing([ClearedEdition(edition, date(2031, 12, 4))]), DESK, BASE)


def table(content):
    return list(csv.DictReader(io.StringIO(content.decode())))


ALL = files((mine(), shooting(), arrests(), drowning()), (minefield(), cameras()))


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("incidents", [each[0] for each in INCIDENTS]),
        ("measures", [each[0] for each in MEASURES]),
        ("withdrawn", [each[0] for each in WITHDRAWN]),
        ("incidents-hxl", [each[0] for each in INCIDENTS]),
        ("ucdp", UCDP),
        ("acled", ACLED),
    ],
)
def test_a_table_has_its_columns_and_no_others(name, columns):
    """The header is the list of allowed columns, and every row is as long."""
    rows = list(csv.reader(io.StringIO(ALL[f"data/{name}.csv"].decode())))

    assert rows[0] == list(columns)
    assert {len(row) for row in rows} == {len(columns)}


def test_no_column_or_key_points_at_a_source():
    """No name anywhere in the dataset is one of what is never public; UCDP's and ACLED's own say withheld or nothing."""

    def keys(value):
        if isinstance(value, dict):
            return {*value, *(key for each in value.values() for key in keys(each))}
        return {key for each in value for key in keys(each)} if isinstance(value, list) else set()

    found = {each[0] for each in (*INCIDENTS, *MEASURES, *WITHDRAWN)}
    found |= keys(json.loads(ALL["data/incidents.json"])) | keys(json.loads(ALL["data/incidents.geojson"]))
    assert not {name for name in found for word in PRIVATE if word in name}
    for row in table(ALL["data/ucdp.csv"]):
        assert row["source_original"] == "withheld"
        assert not any(
            row[name] for name in ("number_of_sources", "source_article", "source_office", "source_headline")
        )
    for row in table(ALL["data/acled.csv"]):
        assert (row["source"], row["source_scale"]) == ("", "withheld")


counts = st.builds(lambda low, more, best: Count(low, best and low, None if more is None else low + more),
                   st.integers(0, 50), st.none() | st.integers(0, 50), st.booleans().map(lambda b: b or None))  # fmt: skip


@given(st.dictionaries(st.sampled_from(COUNTED), st.none() | counts), st.dates(date(1990, 1, 1), date(2040, 1, 1)),
       st.integers(0, 400), st.sampled_from([None, "start", "end"]))  # fmt: skip
def test_a_row_comes_back_as_it_went_in(stated, start, days, open_end):
    """Counts and days read from the table are those of the edition: empty is not zero, and an open max is empty beside a min."""
    when = DateSpan(None if open_end == "start" else start, None if open_end == "end" else start + timedelta(days))
    (row,) = table(files((mine(counts=stated, when=when),))["data/incidents.csv"])

    for key in COUNTED:
        cells = tuple(row[f"{key}_{end}"] for end in ("min", "best", "max"))
        count = stated.get(key)
        expected = (None, None, None) if count is None else (count.min, count.best, count.max)
        assert tuple(int(cell) if cell else None for cell in cells) == expected
    assert read_span(row["date_edtf"]) == when
    assert row["date_earliest"] == ("" if when.earliest is None else str(when.earliest))


def test_an_outcome_that_was_never_asked_for_is_still_carried():
    """The nested form keeps every outcome, and says when the top is open."""
    nested = json.loads(ALL["data/incidents.json"])["incidents"]
    by_id = {each["incident_id"]: each["figures"] for each in nested}

    assert by_id["i-cc03"]["detained"] == {"min": 20, "best": None, "max": 99}
    assert by_id["i-bb02"]["killed"] == {"min": 2, "best": None, "max": None, "open": True}
    assert by_id["i-bb02"]["injured"] is None


def test_no_geometry_is_a_point():
    """Discs are polygons, rivers lines, provinces areas, and an incident without a place has none."""
    nowhere = mine("i-no", where=None)
    exact = mine("i-ex", where=type(MUSAN)(MUSAN.id, MUSAN.names, Precision.exact, 0.0, MUSAN.centre))
    found = json.loads(files((mine(), arrests(), drowning(), nowhere, exact))["data/incidents.geojson"])
    kinds = {each["id"]: each["geometry"] and each["geometry"]["type"] for each in found["features"]}

    assert kinds == {
        "i-aa01": "Polygon", "i-cc03": "MultiPolygon", "i-dd04": "LineString", "i-no": None, "i-ex": "Polygon",
    }  # fmt: skip
    ring = found["features"][0]["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1]


@pytest.mark.parametrize(
    "where", [MUSAN, TUMEN, type(MUSAN)(MUSAN.id, MUSAN.names, Precision.exact, 0.1, MUSAN.centre)]
)
def test_a_hazard_that_is_finer_than_a_county_becomes_its_province_or_nothing(where):
    """Neither its name nor its coordinates are in the measures' table."""
    (row,) = table(files((), (minefield(where=where),))["data/measures.csv"])

    assert row["place_precision"] in {"4", ""}
    assert row["place_name_en"] in {"North Hamgyong", ""}
    assert not {"latitude", "longitude", "radius_km"} & set(row)


@pytest.mark.parametrize(("days", "code"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4), (32, 5), (365, 5)])
def test_date_precision_is_that_of_ucdp(days, code):
    """A day, up to six, a week, up to a month, longer."""
    start = date(2031, 1, 1)
    assert date_precision(DateSpan(start, start + timedelta(days - 1))) == code
    assert date_precision(DateSpan(start, None)) == 5
    assert date_precision(None) is None


def test_ucdp_rows_have_low_best_high():
    """Killed becomes low, best and high; an incident in which nobody can have died, or without an end, is not there."""
    none_died = mine("i-0", counts={"killed": Count.exactly(0)})
    endless = mine("i-9", when=DateSpan(date(2031, 1, 1), None))
    rows = {
        row["id"]: row for row in table(files((mine(), drowning(), arrests(), none_died, endless))["data/ucdp.csv"])
    }

    assert set(rows) == {"i-aa01", "i-dd04"}
    assert [rows["i-dd04"][name] for name in ("low", "best", "high", "date_prec", "where_prec")] == [
        "2",
        "3",
        "4",
        "1",
        "5",
    ]
    assert [rows["i-aa01"][name] for name in ("low", "best", "high", "where_prec")] == ["0", "", "5", "2"]


def test_acled_rows_take_the_lowest_number_and_the_middle_day():
    """Fatalities are the min; a span of more than a month has no row; precision codes follow the span and the place."""
    long = mine("i-8", when=DateSpan(date(2031, 1, 1), date(2031, 3, 1)))
    rows = {row["event_id_cnty"]: row for row in table(files((mine(), shooting(), long))["data/acled.csv"])}

    assert set(rows) == {"i-aa01", "i-bb02"}
    first = rows["i-aa01"]
    assert (first["fatalities"], first["event_date"], first["time_precision"], first["geo_precision"]) == (
        "0", "2031-10-15", "2", "2",
    )  # fmt: skip
    assert rows["i-bb02"]["fatalities"] == "2"
    assert first["sub_event_type"] == "Remote explosive/landmine/IED"
    assert first["timestamp"] == "2031-12-04"


def test_the_hxl_variant_is_the_table_with_a_row_of_tags():
    """Every column has a tag, under the header, and the rest is the same."""
    rows = list(csv.reader(io.StringIO(ALL["data/incidents-hxl.csv"].decode())))
    plain = list(csv.reader(io.StringIO(ALL["data/incidents.csv"].decode())))

    assert [rows[0], *rows[2:]] == plain
    assert rows[1] == [HXL[name] for name in rows[0]]
    assert all(tag.startswith("#") for tag in rows[1])


def test_the_data_package_describes_every_table():
    """Each resource names a file of the folder with its hash, its fields in order, and its licence is the desk's."""
    package = json.loads(ALL["data/datapackage.json"])

    assert package["licenses"][0]["name"] == DESK.licence[0]
    for resource in package["resources"]:
        content = ALL[f"data/{resource['path']}"]
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["licenses"] == package["licenses"]
        if "schema" not in resource:
            continue
        assert [field["name"] for field in resource["schema"]["fields"]] == content.decode().splitlines()[0].split(",")
        assert all(field["description"] and field["type"] for field in resource["schema"]["fields"])


def test_the_manifest_holds_every_other_files_hash():
    """Nobody can change a file without the manifest showing it."""
    bundle = build(editions(), DESK, BASE)
    rows = {row["path"]: row for row in json.loads(bundle["manifest.json"])["files"]}

    assert set(rows) == set(bundle) - {"manifest.json"}
    for path, row in rows.items():
        assert (row["sha256"], row["bytes"]) == (hashlib.sha256(bundle[path]).hexdigest(), len(bundle[path]))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_a_cell_is_never_a_formula(cell):
    """A spreadsheet shows the text; it runs nothing."""
    assert cells([cell, "b"]) == f"'{cell},b"
    assert cells([-1]) == "-1"
    assert cells(["two\nlines"]) == "two lines"


# --- what a reader can check


def test_the_package_validates_with_frictionless(tmp_path):
    """The library of the standard finds nothing wrong: types, enumerations, keys, sizes and hashes."""
    frictionless = pytest.importorskip("frictionless")
    for path, content in build(editions(), DESK, BASE, instruments(bytes(32))).items():
        if path.startswith("data/"):
            (tmp_path / path.removeprefix("data/")).write_bytes(content)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))

    assert report.valid, report.flatten(["title", "fieldName", "note"])
    assert {task.name for task in report.tasks} >= {"incidents", "measures", "withdrawn", "changes", "ucdp", "acled"}
    assert report.stats["errors"] == 0
    names = {resource["path"] for resource in json.loads((tmp_path / "datapackage.json").read_text())["resources"]}
    assert names == {each.name for each in tmp_path.iterdir()} - {"datapackage.json"}


def test_parquet_says_what_the_csv_says():
    """Row by row and cell by cell, with types; the bytes are the same each time, and words stand in them unpacked."""
    bundle = build(editions(), DESK, BASE, instruments(bytes(32)))
    for name in ("incidents", "measures"):
        read = parquet.read_table(io.BytesIO(bundle[f"data/{name}.parquet"]))
        rows = [
            {
                key: "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)
                for key, cell in row.items()
            }
            for row in read.to_pylist()
        ]
        plain = table(bundle[f"data/{name}.csv"])
        assert rows == plain
        assert read.schema.metadata[b"licence"] == DESK.licence[0].encode()
        assert (
            bundle[f"data/{name}.parquet"]
            == build(editions(), DESK, BASE, instruments(bytes(32)))[f"data/{name}.parquet"]
        )
    assert "무산군".encode() in bundle["data/incidents.parquet"]


def test_the_licence_is_the_desks_and_stands_on_every_file():
    """Another licence appears wherever the first one did; UCDP's fixed columns are the only ones without room, and the package says it."""
    other = evolve(DESK, licence=("CC0-1.0", "Public domain", "https://creativecommons.org/publicdomain/zero/1.0/"))
    bundle = build(editions(), other, BASE, instruments(bytes(32)))
    without = {path for path, content in bundle.items() if path.startswith("data/") and b"CC0-1.0" not in content}

    assert without == {"data/ucdp.csv"}
    assert not [path for path, content in bundle.items() if b"CC-BY" in content]
    package = json.loads(bundle["data/datapackage.json"])
    assert {resource["licenses"][0]["name"] for resource in package["resources"]} == {"CC0-1.0"}


def test_every_version_says_what_it_changed():
    """New rows, changed rows and rows that left, each with the day of its release and no other time."""
    one, two = Version(Lang.en, "T", "B."), Version(Lang.en, "T", "B.", correction="Wrong.")
    first = ClearedEdition(
        Edition(BulletinId("b-1"), 1, (one,), (mine(), shooting()), (minefield(),)), date(2031, 1, 1)
    )
    less = mine(counts={"total": Count.exactly(4)})
    second = ClearedEdition(Edition(BulletinId("b-1"), 2, (two,), (less,), (minefield(),)), date(2031, 2, 1))
    beside = ClearedEdition(Edition(BulletinId("b-2"), 1, (one,), (shooting(),)), date(2031, 1, 15))
    gone = evolve(beside, published=date(2031, 3, 1), withdrawn=True)
    every = [gone, second, beside, first]
    rows = table(dataset(standing(every), DESK, BASE)["data/changes.csv"])

    assert [(row["version"], row["id"], row["change"]) for row in rows] == [
        ("2031.1.1", "i-aa01", "added"), ("2031.1.1", "i-bb02", "added"), ("2031.1.1", "m-aa01", "added"),
        ("2031.2.1", "i-aa01", "changed"), ("2031.3.1", "i-bb02", "withdrawn"),
    ]  # fmt: skip
    assert [row["id"] for row in table(dataset(standing(every), DESK, BASE)["data/withdrawn.csv"])] == ["i-bb02"]


def test_the_manifest_is_signed_by_the_id_key():
    """The signature is minisign's own, of these bytes, by this key; another byte or another key does not pass."""
    bundle = build(editions(), DESK, BASE, instruments(bytes(32)))
    signed, signature, key = bundle["manifest.json"], bundle["manifest.json.minisig"], bundle["manifest.pub"]

    assert is_signed_manifest(signed, signature, key)
    assert not is_signed_manifest(signed + b" ", signature, key)
    assert not is_signed_manifest(signed, signature, MinisignSigner.of(b"1" * 32).verify)
    assert not is_signed_manifest(signed, b"no signature", key)
    assert signature == build(editions(), DESK, BASE, instruments(bytes(32)))["manifest.json.minisig"]


def test_the_codebook_comes_from_the_columns():
    """Every column and every code of every table stands in the codebook's page and in its file."""
    bundle = build(editions(), DESK, BASE)
    for text in (
        bundle["en/codebook.html"].decode(),
        bundle["ko/codebook.html"].decode(),
        bundle["data/codebook.md"].decode(),
    ):
        for name, _, says in (*INCIDENTS, *MEASURES, *WITHDRAWN, *CHANGES):
            assert name in text
            assert says.partition(";")[0][:40] in text
        assert "corroborated" in text
        assert "event_id_cnty" in text
