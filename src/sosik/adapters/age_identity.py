"""A member's age identity, in a file for scripts or under a passphrase."""

import os
from pathlib import Path

import pyrage

from sosik.errors import KeyUnreadable


def make_identity_file(path: Path) -> str:
    """Write a new identity, readable by its owner alone, and return its public recipient; raises KeyUnreadable when one is there."""
    identity = pyrage.x25519.Identity.generate()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise KeyUnreadable(file=path.name) from error
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"# public key: {identity.to_public()}\n{identity}\n")
        file.flush()
        os.fsync(file.fileno())
    return str(identity.to_public())


def secret_of_file(path: Path) -> str:
    """The first identity in the file; raises KeyUnreadable."""
    secret = _secret_line(path)
    _identity(secret, path)
    return secret


def recipient_of(secret: str) -> str:
    return str(_identity(secret, Path("-")).to_public())


def new_secret() -> str:
    return str(pyrage.x25519.Identity.generate())


def seal_under_passphrase(secret: str, passphrase: str) -> bytes:
    """The identity sealed by age's scrypt recipient."""
    return bytes(pyrage.passphrase.encrypt(secret.encode("ascii"), passphrase))


def _secret_line(path: Path) -> str:
    try:
        lines = path.read_text("ascii").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KeyUnreadable(file=path.name) from error
    for line in lines:
        if line.startswith("AGE-SECRET-KEY-1"):
            return line.strip()
    raise KeyUnreadable(file=path.name)


def _identity(secret: str, path: Path) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(secret)
    except pyrage.IdentityError as error:
        raise KeyUnreadable(file=path.name) from error
