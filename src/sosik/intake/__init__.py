"""Sealed word from outside: the envelope's format, its padding, its receipt and its opening."""
