"""What derives the shipped data, and the demonstration."""
