"""Where the rules of reading are put together: what is shipped, the desk's own places and codebook, and Kiwi."""

import hashlib
from functools import lru_cache
from pathlib import Path

from sosik.adapters.kiwi_words import KiwiWords
from sosik.adapters.own_places import OwnPlaces, own_folder
from sosik.claims.codebook import Codebook
from sosik.claims.gazetteer.geonames import read_places
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.claims.rules import Rules

OWN_CODEBOOK = "codebook.toml"


def rules_of_reading() -> Rules:
    """The shipped rules with whatever stands in the user's own folder; raises CodebookRefused."""
    home = own_folder()
    own = home / OWN_CODEBOOK
    return _rules(home, own.read_text("utf-8") if own.is_file() else "", tuple(OwnPlaces.of(home).texts().values()))


def version_of_reading() -> str:
    """Names the user's own rules and the cutter of words without loading any; what is shipped is named by the program's code."""
    home = own_folder()
    own = home / OWN_CODEBOOK
    texts = [
        own.read_text("utf-8") if own.is_file() else "",
        *(part for pair in OwnPlaces.of(home).texts().items() for part in pair),
    ]
    mark = hashlib.sha256("|".join(f"{len(text)}|{text}" for text in texts).encode()).hexdigest()[:16]
    return f"{mark}/{KiwiWords().version}"


@lru_cache(maxsize=2)
def _rules(home: Path, own_codebook: str, _places: tuple[str, ...]) -> Rules:
    """Kept until a file of the folder changes."""
    codebook = Codebook.load(home / OWN_CODEBOOK if own_codebook else None)
    return Rules(codebook, with_own_places(Gazetteer.shipped(), OwnPlaces.of(home)).cutting(KiwiWords()))


def with_own_places(gazetteer: Gazetteer, own: OwnPlaces) -> Gazetteer:
    for name, text in own.texts().items():
        added = read_places(text, name, gazetteer.entries.values())
        mark = hashlib.sha256(text.encode()).hexdigest()[:8]
        gazetteer = gazetteer.joined((*added.entries, *added.known), mark)
    return gazetteer
