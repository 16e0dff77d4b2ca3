"""The rules by which claims add up, by name and version: each has its cases in `docs/reference/incident-rules.md`."""

RULES = {
    "origins": "origins/1",
    "figures": "envelope/1",
    "beside": "beside/1",
    "sums": "sums/1",
    "grades": "grades/1",
    "denials": "denials/1",
    "contested": "contested/1",
    "tallies": "tallies/1",
    "bounds": "bounds/1",
    "days": "days/1",
    "places": "places/1",
    "measures": "measures/1",
}
