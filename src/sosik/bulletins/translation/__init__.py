"""The translation check: where two versions of one text say different things."""
