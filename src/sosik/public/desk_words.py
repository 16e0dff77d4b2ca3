"""What a desk says of itself on its public site."""

import re
from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from sosik.errors import BulletinRefused
from sosik.public.tongue import Tongue


@frozen
class DeskWords:
    """What it is called, says and answers at, by language; Chinese may be left out, and is then said in English.

    ``address`` is where the site will stand, ending in a slash; None for a folder that is handed on.

    ``licence`` is the desk's choice of a SPDX name, a title and an address for its dataset.
    """

    name: Mapping[str, str] = field(hash=False)
    about: Mapping[str, str] = field(hash=False)
    contact: Mapping[str, str] = field(hash=False)
    address: str | None = None
    licence: tuple[str, str, str] = (
        "CC-BY-4.0",
        "Creative Commons Attribution 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    )

    release_days: tuple[int, ...] = ()
    """Days of the week, Monday 0, on which corrections and withdrawals leave together; empty for every day."""

    def said(self, which: str, lang: Tongue) -> str:
        """``which`` is name, about or contact."""
        texts: Mapping[str, str] = getattr(self, which)
        return texts.get(lang) or (texts.get(Tongue.en, "") if lang is Tongue.zh else "")

    @classmethod
    def plain(cls, en: str, ko: str) -> "DeskWords":
        """A name in both languages and nothing else."""
        return cls({Tongue.en: en, Tongue.ko: ko}, {}, {})


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TEXTS = ("name", "about", "contact")
_KEYS = {*_TEXTS, "address", "licence", "release_days"}


def read_desk_words(file: str, untrusted: Mapping[str, Any]) -> DeskWords:
    """From ``site.toml``; raises BulletinRefused, which says what cannot be read."""
    for key in untrusted:
        if key not in _KEYS:
            raise BulletinRefused(file=file, why=f"it has an unknown key: {key[:40]}")
    texts: dict[str, dict[str, str]] = {
        key: {lang: _word(file, untrusted.get(key, {}), lang.value) for lang in Tongue} for key in _TEXTS
    }
    if not all(texts["name"][lang] for lang in Tongue.of_texts()):
        raise BulletinRefused(file=file, why="it gives no name in each language")
    days = untrusted.get("release_days", [])
    if not isinstance(days, list) or not all(day in _DAYS for day in days):
        raise BulletinRefused(file=file, why="release_days are not days of the week")
    words = DeskWords(
        texts["name"], texts["about"], texts["contact"], release_days=tuple(sorted({_DAYS.index(day) for day in days}))
    )
    address = untrusted.get("address")
    if address is not None and not (isinstance(address, str) and _ADDRESS.fullmatch(address)):
        raise BulletinRefused(file=file, why="address is not an https or onion address that ends in a slash")
    return evolve(words, address=address, licence=_licence(file, untrusted.get("licence"), words.licence))


_ADDRESS = re.compile(r"(?:https://[^\s\"'<>]+|http://[a-z2-7]{56}\.onion)/")


def _word(file: str, untrusted: Any, key: str) -> str:
    said = untrusted.get(key, "") if isinstance(untrusted, Mapping) else None
    if not isinstance(said, str):
        raise BulletinRefused(file=file, why=f"{key} is not text")
    return said.strip()


def _licence(file: str, untrusted: Any, usual: tuple[str, str, str]) -> tuple[str, str, str]:
    if untrusted is None:
        return usual
    name, title, path = (_word(file, untrusted, key) for key in ("name", "title", "url"))
    if not (name and title and path.startswith("https://")):
        raise BulletinRefused(file=file, why="licence has no name, title and https address")
    return name, title, path
