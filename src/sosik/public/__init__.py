"""Cleared editions to a site, feeds and a dataset; nothing behind them is seen from here."""
