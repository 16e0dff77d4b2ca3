"""Mentions of victims in a Korean text."""

from sosik.claims.people.mention import VictimMention


def find_korean(text: str) -> tuple[VictimMention, ...]:
    """Every mention in order of its span."""
    return ()
