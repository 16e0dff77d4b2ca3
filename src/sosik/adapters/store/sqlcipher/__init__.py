"""Django's SQLite backend, over SQLCipher."""
