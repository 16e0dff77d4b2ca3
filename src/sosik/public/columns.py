"""The columns of the dataset: their names, types and meanings in one table, which the data package repeats."""

from sosik.values.quantity import Outcome

Column = tuple[str, str, str]

COUNTED = (
    "total",
    "killed",
    "injured",
    *(each.value for each in Outcome if each not in {Outcome.killed, Outcome.injured, Outcome.killed_or_injured}),
)


def _counts(key: str) -> tuple[Column, ...]:
    what = "killed and injured together" if key == "total" else key
    return (
        (f"{key}_min", "integer", f"Lowest number {what}; empty: not stated."),
        (f"{key}_best", "integer", f"Most likely number {what}; empty where accounts do not agree on one."),
        (f"{key}_max", "integer", f"Highest number {what}; empty beside a {key}_min: no upper limit."),
    )


_PLACE: tuple[Column, ...] = (
    ("place_name_en", "string", "Place as published, in English."),
    ("place_name_ko", "string", "Place as published, in Korean."),
    ("place_precision", "integer", "1 exact, 2 near, 3 county, 4 province, 5 river or landscape, 6 country, 7 beyond."),
)

INCIDENTS: tuple[Column, ...] = (
    ("incident_id", "string", "Stable; never used again."),
    ("category", "string", "Key of the codebook."),
    ("category_en", "string", "Category in English."),
    ("category_ko", "string", "Category in Korean."),
    ("date_earliest", "date", "First day on which it may have happened; empty: open or not stated."),
    ("date_latest", "date", "Last day on which it may have happened; empty: open or not stated."),
    ("date_edtf", "string", "The same span in EDTF."),
    ("date_precision", "integer", "1 a day, 2 up to six days, 3 a week, 4 up to a month, 5 longer."),
    *_PLACE,
    ("radius_km", "number", "It happened within this many kilometres of the point or line."),
    ("latitude", "number", "Of the middle of a disc; empty for lines and areas."),
    ("longitude", "number", "Of the middle of a disc; empty for lines and areas."),
    ("adm1_id", "string", "First-level unit that holds the place."),
    ("adm1_name_en", "string", "Its name in English."),
    ("adm1_name_ko", "string", "Its name in Korean."),
    ("country", "string", "ISO 3166-1 alpha-2, in small letters."),
    *(column for key in COUNTED for column in _counts(key)),
    ("grade", "string", "How well corroborated:"),
    ("contested", "string", "Fields that are disputed, separated by a space."),
    ("clarity", "integer", "1 one event; 2 told as a total that may stand for several."),
    ("first_published", "date", "Day on which it was first published."),
    ("bulletins", "string", "Articles that report it, separated by a space."),
    ("licence", "string", "Under which the row may be used: an SPDX name."),
)

MEASURES: tuple[Column, ...] = (
    ("measure_id", "string", "Stable; never used again."),
    ("category", "string", "Key of the codebook."),
    ("category_en", "string", "Category in English."),
    ("category_ko", "string", "Category in Korean."),
    ("is_hazard", "boolean", "A hazard is published as a county or province only; a blank area is not a safe area."),
    ("since_earliest", "date", "First day on which it may have begun."),
    ("since_latest", "date", "Last day on which it may have begun."),
    ("until_earliest", "date", "First day on which it may have ended; empty: not known to have ended."),
    ("until_latest", "date", "Last day on which it may have ended."),
    ("period_edtf", "string", "Since and until in EDTF."),
    ("last_confirmed", "yearmonth", "Last month for which somebody said that it held."),
    *_PLACE,
    ("adm1_id", "string", "First-level unit that holds the place."),
    ("adm1_name_en", "string", "Its name in English."),
    ("adm1_name_ko", "string", "Its name in Korean."),
    ("country", "string", "ISO 3166-1 alpha-2, in small letters."),
    ("grade", "string", "How well corroborated:"),
    ("first_published", "date", "Day on which it was first published."),
    ("bulletins", "string", "Articles that report it, separated by a space."),
    ("licence", "string", "Under which the row may be used: an SPDX name."),
)

WITHDRAWN: tuple[Column, ...] = (
    ("id", "string", "Incident or measure that is no longer published."),
    ("withdrawn_on", "date", "Day on which it left."),
    ("licence", "string", "Under which the row may be used: an SPDX name."),
)

CHANGES: tuple[Column, ...] = (
    ("version", "string", "Version of the dataset that brought the change."),
    ("changed_on", "date", "Day of the release."),
    ("id", "string", "Incident or measure."),
    ("change", "string", "What happened to its row:"),
    ("licence", "string", "Under which the row may be used: an SPDX name."),
)

CODES: dict[str, dict[str, str]] = {
    "grade": {
        "confirmed": "checked in ways that do not depend on one another",
        "corroborated": "accounts that do not depend on one another agree",
        "reported": "told credibly, not all of it checked",
        "unconfirmed": "told, and nobody vouches for it",
    },
    "change": {"added": "it is new", "changed": "it says something else", "withdrawn": "it left"},
    "where_prec": {
        "1": "exact place", "2": "within about 25 km", "3": "second-level unit", "4": "first-level unit",
        "5": "a line or a larger area", "6": "country", "7": "international waters or airspace",
    },
    "date_prec": {"1": "a day", "2": "2 to 6 days", "3": "a week", "4": "a month", "5": "longer"},
    "event_clarity": {"1": "one event", "2": "told as a total"},
    "time_precision": {"1": "a day", "2": "up to ten days", "3": "up to a month"},
    "geo_precision": {"1": "exact place", "2": "near a place", "3": "a larger area, by a point in it"},
}  # fmt: skip

UCDP_SAYS = {
    "id": "Our incident_id.",
    "year": "Of the last day on which it may have happened.",
    "source_original": "Always withheld.",
    "where_prec": "Of the place as published:",
    "adm_1": "First-level unit.",
    "latitude": "Of a representative point; see where_prec.",
    "longitude": "Of a representative point; see where_prec.",
    "country": "Name in English.",
    "event_clarity": "Whether it is one event:",
    "date_prec": "Days between the first and the last on which it may have happened:",
    "date_start": "First day on which it may have happened.",
    "date_end": "Last day on which it may have happened.",
    "best": "Most likely number killed; empty where accounts do not agree on one.",
    "high": "Highest number killed; empty: no upper limit.",
    "low": "Lowest number killed.",
}

ACLED_SAYS = {
    "event_id_cnty": "Our incident_id.",
    "event_date": "The middle of the days on which it may have happened; see time_precision.",
    "year": "Of that day.",
    "time_precision": "Days between the first and the last on which it may have happened:",
    "event_type": "By our table of categories.",
    "sub_event_type": "By our table of categories.",
    "country": "Name in English.",
    "admin1": "First-level unit.",
    "location": "Place as published.",
    "latitude": "Of a representative point; see geo_precision.",
    "longitude": "Of a representative point; see geo_precision.",
    "geo_precision": "Of the place as published:",
    "source_scale": "Always withheld.",
    "notes": "The range of the number killed, and the licence.",
    "fatalities": "Lowest number killed.",
    "timestamp": "Day of the release.",
}

UCDP = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id "
    "dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources "
    "source_article source_office source_date source_headline source_original where_prec where_coordinates "
    "where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity "
    "date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
).split()

ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude "
    "longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()

HXL = {
    "incident_id": "#event+code",
    "category": "#event+type",
    "category_en": "#event+type+i_en",
    "category_ko": "#event+type+i_ko",
    "date_earliest": "#date+occurred+start",
    "date_latest": "#date+occurred+end",
    "date_edtf": "#date+occurred+edtf",
    "date_precision": "#date+precision",
    "place_name_en": "#loc+name+i_en",
    "place_name_ko": "#loc+name+i_ko",
    "place_precision": "#geo+precision",
    "radius_km": "#geo+radius_km",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "adm1_id": "#adm1+code",
    "adm1_name_en": "#adm1+name+i_en",
    "adm1_name_ko": "#adm1+name+i_ko",
    "country": "#country+code",
    "grade": "#status+verification",
    "contested": "#status+contested",
    "clarity": "#event+clarity",
    "first_published": "#date+reported",
    "bulletins": "#meta+url",
    "licence": "#meta+license",
    **{
        f"{key}_{end}": f"#affected+{key}" + ("" if end == "best" else f"+{end}")
        for key in COUNTED
        for end in ("min", "best", "max")
    },
}
