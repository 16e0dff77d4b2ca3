"""The table of vague numbers: several, dozens, 수십, 서너."""

import tomllib
from functools import cache
from importlib.resources import files

from sosik.values.quantity import Count
from sosik.values.text import Lang


@cache
def vague_counts(lang: Lang) -> dict[str, Count]:
    """Each word of the table with the range it stands for, the longest words first."""
    table = tomllib.loads(files(__package__).joinpath("quantities.toml").read_text("utf-8"))
    found = {
        word: Count.between(row["min"], row.get("max")) for row in table[lang.value].values() for word in row["words"]
    }
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))
