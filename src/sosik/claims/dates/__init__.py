"""Dates in the texts of accounts."""

from sosik.claims.dates.finding import find_dates, find_unread_dates
from sosik.claims.dates.mention import DateMention, DateRole

__all__ = ["DateMention", "DateRole", "find_dates", "find_unread_dates"]
