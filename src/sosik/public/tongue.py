"""The languages in which the site speaks to its readers; its articles are in those of them in which a version was written."""

from enum import StrEnum

from sosik.values.text import Lang


class Tongue(StrEnum):
    ko = "ko"
    en = "en"
    zh = "zh"

    @property
    def lang(self) -> Lang | None:
        """The language of texts that it is; None for Chinese, which no check of ours reads, so that no text in it is published."""
        return Lang(self.value) if self.value in set(Lang) else None

    @classmethod
    def of_texts(cls) -> tuple["Tongue", ...]:
        return tuple(each for each in cls if each.lang is not None)
