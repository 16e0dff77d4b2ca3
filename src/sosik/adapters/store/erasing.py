"""Erasing: the keys go, what they sealed is blanked, and the files that held either are written anew."""

from collections.abc import Iterable, Sequence

from attrs import evolve
from django.db import transaction

from sosik.accounts.erasure import Erasable, Erased
from sosik.adapters.store.chain import Content, EntryKind
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.key_file import replace_copies
from sosik.adapters.store.key_store import DESK, Key, SubjectKind
from sosik.adapters.store.models import Entry, Grave
from sosik.adapters.store.opened import Store
from sosik.adapters.store.quoting import still_quoted
from sosik.adapters.store.records import of_bytes, to_bytes
from sosik.adapters.store.turning import turn
from sosik.errors import ErasureUnfinished, NotFound, SosikError


def erase(store: Store, what: Erasable, because: str) -> Erased:
    """Raises NotFound, or ErasureUnfinished once the entry is written: the rest is finished by the next writer.

    What was erased before is erased again by doing what may be left: the copies of the key file that could not be reached then.
    """
    keys = _keys(store, what)
    if not keys and _was_erased(store, what):
        return Erased(0, 0, (), tuple(replace_copies(store)))
    if not keys:
        raise NotFound(what=what.account or what.source or "-")
    quoted = still_quoted(store, keys, store.chain.places_of([key.id for key in keys]), what.source)
    places = destroy(store, keys, because)
    accounts = sum(key.kind is SubjectKind.account for key in keys)
    return Erased(accounts, places, quoted, tuple(replace_copies(store)))


def outlook(store: Store, what: Erasable) -> Erased:
    """What an erasure would take, and where it would still be quoted; nothing is changed. Raises NotFound."""
    keys = _keys(store, what)
    places = store.chain.places_of([key.id for key in keys])
    accounts = sum(key.kind is SubjectKind.account for key in keys)
    return Erased(accounts, len(places), still_quoted(store, keys, places, what.source))


def destroy(store: Store, keys: Sequence[Key], because: str) -> int:
    """The keys, and whatever is sealed under them; returns in how many entries."""
    ids = [key.id for key in keys]
    desk = store.keys.made([DESK])[DESK]
    places = store.chain.places_of(ids)
    record = {"keys": [one.hex() for one in ids], "because": because, "member": store.member}
    using = store.ledger.alias
    with transaction.atomic(using=using):
        store.chain.append([Content(EntryKind.erasure, to_bytes(record), [desk])], store.signer)
        store.chain.blank(places)
    try:
        with as_catalogued():
            finish(store)
    except SosikError as error:
        raise ErasureUnfinished(why=error.code) from error
    return len(places)


def finish(store: Store) -> None:
    """Write the keys and what is derived anew without what erasures have destroyed; also after one that was cut off."""
    count = Entry.objects.using(store.ledger.alias).filter(kind=EntryKind.erasure.value).count()
    if count == store.ring.erasures:
        return
    destroyed = destroyed_by_entries(store)
    _bury(store, destroyed)
    turn(store, evolve(store.ring.turned("keys", "derived"), erasures=count), without=destroyed)
    store.ledger.run("PRAGMA wal_checkpoint(TRUNCATE)")


def destroyed_by_entries(store: Store) -> set[bytes]:
    """The keys that the chain says are destroyed."""
    found: set[bytes] = set()
    for entry in store.chain.of_kind(EntryKind.erasure, EntryKind.restore):
        content = store.plain_of_few(entry)
        if content is not None:
            found |= {bytes.fromhex(one) for one in of_bytes(content)["keys"]}
    return found


def _bury(store: Store, ids: Iterable[bytes]) -> None:
    """Graves go into the old file too, so that they are copied; the keys are left out when it is."""
    living = store.keys.by_id(list(ids))
    graves = [Grave(id=key.id, mark=store.keys.mark(key.kind.value, key.name)) for key in living.values()]
    Grave.objects.using(store.names.alias).bulk_create(graves, ignore_conflicts=True)


def _keys(store: Store, what: Erasable) -> list[Key]:
    found: list[Key | None] = []
    if what.account is not None:
        found = [store.keys.named(SubjectKind.account, what.account)]
    elif what.source is not None:
        found = [*store.keys.of_source(what.source), store.keys.named(SubjectKind.source, what.source)]
    return [key for key in found if key is not None]


def _was_erased(store: Store, what: Erasable) -> bool:
    kind = SubjectKind.account if what.account is not None else SubjectKind.source
    return store.keys.was_erased(kind, what.account or what.source or "")
