"""Words and shapes that templates use."""
