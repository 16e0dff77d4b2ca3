"""What a desk says of itself on its public site."""

from collections.abc import Mapping

from attrs import field, frozen

from sosik.values.text import Lang


@frozen
class DeskWords:
    """``address`` is where the site will stand, ending in a slash; None for a folder that is handed on.

    ``licence`` is the desk's choice of a SPDX name, a title and an address for its dataset.
    """

    name: Mapping[Lang, str] = field(hash=False)
    about: Mapping[Lang, str] = field(hash=False)
    contact: Mapping[Lang, str] = field(hash=False)
    address: str | None = None
    licence: tuple[str, str, str] = (
        "CC-BY-4.0",
        "Creative Commons Attribution 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    )

    @classmethod
    def plain(cls, en: str, ko: str) -> "DeskWords":
        """A name in both languages and nothing else."""
        nothing = {Lang.en: "", Lang.ko: ""}
        return cls({Lang.en: en, Lang.ko: ko}, nothing, nothing)
