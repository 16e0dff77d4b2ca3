"""Who retells whom: copies, translated copies and named retellings, with the passages that show it. Proposed, never decided."""
