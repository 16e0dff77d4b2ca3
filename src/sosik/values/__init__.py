"""Small frozen facts that every stage shares."""
