"""`sosik link`: any table in, the contract's three tables out, bad rows named by line."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from sosik.cli.link import command
from sosik.errors import ColumnsMissing, InputFormat, InputNothing

HEAD = "claim,account,source,category,earliest,latest,lat,lon,radius_km,killed_min,killed_max,injured_min,injured_max,total_min,total_max,group,sex,age,kind,colour"
NAMES = HEAD.split(",")
GOOD = [
    "c1,a1,s1,landmine,2023-10-11,2023-10-20,42.23,129.21,25,0,5,0,5,5,5,,,,,red",
    "c2,a2,s2,landmine,2023-10-15,2023-10-15,42.23,129.21,3,2,2,3,3,5,5,,,,,",
    "c3,a3,s3,landmine,2022-03-01,2022-03-01,41.40,128.18,3,1,1,,,,,,,,,",
    "c4,a4,s4,landmine,2023-01-01,2023-12-31,,,,10,12,,,,,,,,tally,",
    "c5,a5,s5,landmine,,,42.23,129.21,3,,,,,,,,,,,",
]


def run(folder, name, text, *more):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = CliRunner().invoke(command, [str(path), "--out", str(folder / "out"), *more], catch_exceptions=False)
    return found.stderr, {
        part: pq.read_table(folder / "out" / f"{part}.parquet").to_pylist()
        for part in ("pairs", "incidents", "too_vague")
    }


def homes(tables):
    return {row["claim"]: row["incident"] for row in tables["incidents"]}


def test_a_table_becomes_pairs_incidents_and_what_was_too_vague(tmp_path):
    """One row a claim; weights to 6 places; a tally stands alone; private files; unknown columns are listed."""
    said, tables = run(tmp_path, "claims.csv", "\n".join([HEAD, *GOOD]))

    assert [(row["claim_l"], row["claim_r"]) for row in tables["pairs"]] == [("c1", "c2")]
    assert set(tables["pairs"][0]) == {"claim_l", "claim_r", "probability", "weight", "judgement"}
    assert tables["pairs"][0]["weight"] == round(tables["pairs"][0]["weight"], 6)
    assert homes(tables) == {"c1": "i-c1", "c2": "i-c1", "c3": "i-c3", "c4": "t-c4", "c5": "i-c5"}
    assert tables["too_vague"] == [{"claim": "c5", "reason": "no_date"}]
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "out").iterdir()} == {0o600}
    assert "colour" in said


def test_every_format_gives_the_same_rows(tmp_path):
    """CSV, JSON Lines and Parquet of one table."""
    rows = [dict(zip(NAMES, line.split(","), strict=True)) for line in GOOD]
    typed = [{name: cell or None for name, cell in row.items()} for row in rows]
    pq.write_table(pa.Table.from_pylist(typed), tmp_path / "claims.parquet")

    tables = [
        run(tmp_path, "claims.csv", "\n".join([HEAD, *GOOD]))[1],
        run(tmp_path, "claims.jsonl", "\n".join(map(json.dumps, typed)))[1],
        run(tmp_path, "claims.parquet", (tmp_path / "claims.parquet").read_bytes())[1],
    ]

    assert tables[0] == tables[1] == tables[2]


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"earliest": "2023-10-21", "latest": "2023-10-20"}, "earliest is after latest"),
        ({"earliest": "2023-02-30"}, "earliest is not a day"),
        ({"lat": "91"}, "lat is not a coordinate"),
        ({"lon": "-180.5"}, "lon is not a coordinate"),
        ({"lat": ""}, "one coordinate without the other"),
        ({"radius_km": "-1"}, "radius_km is not a length"),
        ({"radius_km": "inf"}, "radius_km is not a length"),
        ({"killed_min": "6"}, "killed_min is above killed_max"),
        ({"killed_max": "2.5"}, "killed_max is not a number of people"),
        ({"injured_min": "-1"}, "injured_min is not a number"),
        ({"claim": "c2"}, "its claim id was there before"),
        ({"claim": ""}, "no claim id"),
        ({"category": ""}, "no category"),
        ({"sex": "m"}, "neither male nor female"),
        ({"age": "old"}, "age is not an age"),
        ({"kind": "story"}, "kind is unknown"),
    ],
)
def test_a_bad_row_is_named_by_its_line_and_the_rest_is_linked(tmp_path, cells, why):
    """The good rows come out as though the bad one were not there."""
    bad = dict(zip(NAMES, GOOD[0].replace("c1", "bad").split(","), strict=True)) | cells

    said, tables = run(tmp_path, "claims.csv", "\n".join([HEAD, *GOOD, ",".join(bad.values())]))

    assert f"E-ROW Line {len(GOOD) + 2} of claims.csv" in said
    assert why in said
    assert homes(tables) == homes(run(tmp_path, "good.csv", "\n".join([HEAD, *GOOD]))[1])


def test_a_line_that_is_no_row_is_named_too(tmp_path):
    """Too few cells in CSV, no object in JSON Lines."""
    said, _ = run(
        tmp_path,
        "claims.csv",
        "\n".join([HEAD, GOOD[0], "c9,a9,s9", GOOD[1], "c8" + "," * 3 + "x" + "," * 16 + "tale,"]),
    )
    assert "Line 3" in said
    good = json.dumps(dict(zip(NAMES, GOOD[0].split(","), strict=True)))
    said, tables = run(tmp_path, "claims.jsonl", f"{good}\nnonsense\n[1]\n")
    assert "Line 2" in said
    assert "Line 3" in said
    assert homes(tables) == {"c1": "i-c1"}


def test_what_sosik_claims_prints_is_linked_as_it_is(tmp_path):
    """Account lines are passed over; measures and denials stand alone; where it happened is the first located place."""
    where = [{"place": "kp-musan", "lat": 42.23, "lon": 129.21, "radius_km": 25.0, "role": "near"}]
    claim = {"record": "claim", "account": "e01", "kind": "incident", "category": "landmine", "stance": "asserted", "when": {"earliest": "2023-10-11", "latest": "2023-10-20"}, "where": where, "victims": [{"group": "farmers", "sex": None, "age": None}], "casualties": {"killed": {"min": 0, "best": None, "max": 5}, "injured": None, "total": {"min": 5, "best": 5, "max": 5}}}  # fmt: skip
    lines = [
        {"record": "account", "account": "e01"},
        claim | {"claim": "c-1"},
        claim | {"claim": "c-2", "account": "e02"},
        claim | {"claim": "c-3", "kind": "measure", "category": "curfew"},
        claim | {"claim": "c-4", "account": "e03", "stance": "denied"},
    ]

    said, tables = run(tmp_path, "claims.jsonl", "\n".join(map(json.dumps, lines)))

    assert "E-ROW" not in said
    assert homes(tables) == {"c-1": "i-c-1", "c-2": "i-c-1", "c-3": "m-c-3", "c-4": "i-c-4"}


def test_members_words_are_the_only_hard_constraints(tmp_path):
    """Judged different they part, judged same they join whatever they weigh; a line that cannot be taken is named."""
    (tmp_path / "said.csv").write_text(
        "claim_l,claim_r,verdict\nc1,c2,different\nc3,c1,same\nc1,nobody,same\nc1,c5,perhaps\n"
    )

    said, tables = run(tmp_path, "claims.csv", "\n".join([HEAD, *GOOD]), "--judgements", str(tmp_path / "said.csv"))

    assert homes(tables)["c1"] == homes(tables)["c3"] != homes(tables)["c2"]
    assert {(row["claim_l"], row["claim_r"]): row["judgement"] for row in tables["pairs"]} == {("c1", "c2"): "different", ("c1", "c3"): "same"}  # fmt: skip
    assert "Line 4 of said.csv" in said
    assert "Line 5 of said.csv" in said


def test_a_whole_file_that_cannot_be_read_is_refused(tmp_path):
    """Columns that must be there, a format that is not read, no row at all."""
    with pytest.raises(ColumnsMissing):
        run(tmp_path, "claims.csv", "claim,category\nc1,fire\n")
    with pytest.raises(InputFormat):
        run(tmp_path, "claims.xlsx", "x")
    with pytest.raises(InputNothing):
        run(tmp_path, "claims.csv", HEAD + "\n")


def test_any_two_claims_are_explained_in_words_and_numbers(tmp_path):
    """The steps add up to the weight; a pair that never met says so."""
    path = tmp_path / "claims.csv"
    path.write_text("\n".join([HEAD, *GOOD]))
    lines = (
        CliRunner().invoke(command, [str(path), "--explain", "c1", "c2"], catch_exceptions=False).stdout.splitlines()
    )

    steps = [float(line.split()[0]) for line in lines[1:-1]]
    assert sum(steps) == pytest.approx(float(lines[-1].split()[1]), abs=0.05)
    assert "never met" in CliRunner().invoke(command, [str(path), "--explain", "c1", "c3"]).stdout
