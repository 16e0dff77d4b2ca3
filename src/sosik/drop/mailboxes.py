"""Replies by mailbox: always one size and the same work, whether one lies there or none ever did."""

import os
import secrets
from pathlib import Path

from attrs import field, frozen

from sosik.adapters.age_files import seal_sized
from sosik.adapters.age_identity import new_secret, recipient_of
from sosik.adapters.private_file import write_private
from sosik.intake.decoy import decoy
from sosik.intake.sizes import REPLY_SIZE

_SEED_LENGTH = 32
_EMPTY = "0" * 32  # the mailbox whose file is read where there is none


@frozen
class Mailboxes:
    """``seed`` keeps what an empty mailbox answers the same from one day to the next; it opens nothing."""

    _folder: Path
    _seed: bytes = field(repr=False)
    _template: bytes = field(repr=False)

    @classmethod
    def at(cls, spool: Path) -> "Mailboxes":
        seed, template = spool / "seed", spool / "template"
        if not seed.is_file() or not template.is_file():
            write_private(template, seal_sized(b"", [recipient_of(new_secret())], REPLY_SIZE))
            write_private(seed, secrets.token_bytes(_SEED_LENGTH))
        folder = spool / "mailboxes"
        if not (folder / _EMPTY).is_file():
            write_private(folder / _EMPTY, bytes(REPLY_SIZE))
        return cls(folder, seed.read_bytes(), template.read_bytes())

    def answer(self, address: str) -> bytes:
        """``REPLY_SIZE`` bytes. Both answers are made each time, and one of them is given."""
        nothing = decoy(self._template, self._seed, address)
        paths = (self._folder / _EMPTY, self._folder / address)
        there = address != _EMPTY and os.access(paths[1], os.R_OK)
        found = _read(paths[there])
        return found if there and len(found) == REPLY_SIZE else nothing


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(REPLY_SIZE + 1)
    except OSError:
        return b""
