"""Tables of the web desk."""
