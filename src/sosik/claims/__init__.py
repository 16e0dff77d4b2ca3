"""Structured, attributed readings of spans of one account."""
