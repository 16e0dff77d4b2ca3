"""The public drop server: holds ciphertext, no key."""
