"""Who came to harm, how many, and how: numbers, outcomes, groups, sex and age in Korean and English."""

from sosik.claims.people.english_mentions import find_english
from sosik.claims.people.korean_mentions import find_korean
from sosik.claims.people.mention import VictimMention
from sosik.values.text import Lang

__all__ = ["VictimMention", "find_victims"]


def find_victims(text: str, lang: Lang) -> tuple[VictimMention, ...]:
    """Every mention of people and their outcome, in order of span; the span lies in the text."""
    return find_korean(text) if lang is Lang.ko else find_english(text)
