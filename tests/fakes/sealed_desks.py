"""Sealed desks for tests: members with identities in memory, opened without the command line."""

import pyrage

from sosik.adapters import opener
from sosik.adapters.signing import signer_of
from sosik.adapters.store.ledger import SealedLedger
from sosik.adapters.store.sealed_desk import First, KeyHolder, make_desk_folder, open_desk_folder


def new_holder(secret=None):
    secret = secret or str(pyrage.x25519.Identity.generate())
    recipient = str(pyrage.x25519.Identity.from_str(secret).to_public())
    return KeyHolder(recipient, signer_of(secret), lambda sealed: opener.open_with_identity(sealed, secret))


def made(path, *, member="m-han", demo=False, holder=None):
    """A new desk and whoever holds its key."""
    holder = holder or new_holder()
    make_desk_folder(path, First(member, holder), demo=demo, ids=None)
    return holder


def opened(path, holder, *, writing=True, wait=5.0):
    store = open_desk_folder(path, holder, writing=writing, wait=wait)
    return store, SealedLedger(store)
