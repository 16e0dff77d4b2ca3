"""Claims that tell of one event, counted by origin, with honest figures and a grade."""
