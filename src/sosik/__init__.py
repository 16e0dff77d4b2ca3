"""Sosik: from what anonymous sources tell a desk to incidents with honest ranges."""
