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
    return secrets_of_file(path)[0]


def secrets_of_file(path: Path) -> tuple[str, ...]:
    """Every identity in the file, in its order; raises KeyUnreadable when there is none or when one cannot be read."""
    secrets = _secret_lines(path)
    for secret in secrets:
        _identity(secret, path)
    return secrets


def recipient_of(secret: str) -> str:
    return str(_identity(secret, Path("-")).to_public())


def new_secret() -> str:
    return str(pyrage.x25519.Identity.generate())


def seal_under_passphrase(secret: str, passphrase: str) -> bytes:
    """The identity sealed by age's scrypt recipient."""
    return bytes(pyrage.passphrase.encrypt(secret.encode("ascii"), passphrase))


def _secret_lines(path: Path) -> tuple[str, ...]:
    try:
        lines = path.read_text("ascii").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KeyUnreadable(file=path.name) from error
    found = tuple(line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-"))
    if not found:
        raise KeyUnreadable(file=path.name)
    return found


def _identity(secret: str, path: Path) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(secret)
    except pyrage.IdentityError as error:
        raise KeyUnreadable(file=path.name) from error
