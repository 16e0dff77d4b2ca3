"""What one source, outlet or official said, once, in their words; and what we know of the teller."""
