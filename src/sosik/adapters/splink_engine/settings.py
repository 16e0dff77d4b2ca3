"""The model of a release as Splink's settings: each level with the m and u of the one table of weights."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sosik.adapters.splink_engine import levels as sql
from sosik.incidents.columns import Columns
from sosik.incidents.comparison import OUTCOMES, Distance
from sosik.incidents.scoring import Model, prior

Related = Sequence[tuple[int, int]]


def settings(model: Model, columns: Columns) -> dict[str, Any]:
    """Splink's settings without blocking rules: pairs are registered as they are met."""
    weights = model.weights

    def compared(name: str, found: Iterator[sql.Level], unknown: str) -> dict[str, Any]:
        return _comparison(
            name, ((level, sentence, weights.of(name, level).bits) for level, sentence in found), unknown
        )

    related = related_categories(columns, model.distance)
    outcomes = list(columns.counts)
    comparisons = [
        compared("date", sql.date_levels(), sql.either_null("first")),
        compared("place", sql.place_levels(), sql.either_null("radius")),
        compared("category", sql.category_levels(related), sql.strange(related)),
        *(compared(name, sql.count_levels(name), sql.no_count(name)) for name in OUTCOMES if name in outcomes),
        *([compared("victims", sql.victims_levels(outcomes), sql.no_victims(outcomes))] if outcomes else []),
        compared("group", sql.equal_levels("people"), sql.either_null("people")),
        compared("sex", sql.equal_levels("sex"), sql.either_null("sex")),
        compared("age", sql.age_levels(), sql.either_null("age")),
        _telling(compared),
        _background(),
    ]
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": _probability(prior(model).bits),
        "comparisons": comparisons,
        "blocking_rules_to_generate_predictions": ["1=1"],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
    }


def related_categories(columns: Columns, distance: Distance) -> Related:
    """Ordered pairs of the categories' numbers that the codebook holds to be related."""
    words = columns.words["category"]
    return [
        (a, b)
        for a, one in enumerate(words)
        for b, other in enumerate(words)
        if a != b and distance(_key(one), _key(other)) <= 0.5
    ]


def _key(word: str) -> Any:
    return word


def _telling(compared: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    """Unknown where none of its levels is met."""
    found = list(sql.telling_levels())
    met = " or ".join(f"coalesce({condition}, false)" for _, condition in found)
    return compared("telling", iter(found), f"not ({met})")


def _background() -> dict[str, Any]:
    levels = ((str(power), condition, -float(power)) for power, condition in sql.background_levels())
    return _comparison("background", levels, sql.either_null("radius"))


def _comparison(name: str, levels: Iterator[tuple[str, str, float]], unknown: str) -> dict[str, Any]:
    made: list[dict[str, Any]] = [{"sql_condition": unknown, "label_for_charts": "unknown", "is_null_level": True}]
    for level, condition, bits in levels:
        m, u = (1.0, 2.0**-bits) if bits >= 0 else (2.0**bits, 1.0)
        made.append(
            {
                "sql_condition": "ELSE" if condition == sql.ELSE else condition,
                "label_for_charts": level,
                "m_probability": m,
                "u_probability": u,
            }
        )
    return {"output_column_name": f"c_{name}", "comparison_levels": made}


def _probability(bits: float) -> float:
    odds = 2.0**bits
    return float(odds / (1.0 + odds))
