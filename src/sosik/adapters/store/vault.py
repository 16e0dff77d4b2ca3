"""The vault: a source's identity, sealed to their handler and one trustee; neither the desk's keys nor a colleague's open it."""

import base64
from collections.abc import Callable, Iterator
from enum import StrEnum

from attrs import frozen

from sosik.adapters.age_files import seal_to
from sosik.adapters.store.chain import Content, EntryKind
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.key_store import Key, Named, SubjectKind
from sosik.adapters.store.members import here
from sosik.adapters.store.opened import Store, today
from sosik.adapters.store.records import of_bytes, to_bytes
from sosik.errors import IdentitySealed, MemberRefused, NotFound
from sosik.values.ids import MemberId, SourceHandle


class VaultEvent(StrEnum):
    sealed = "sealed"
    opened = "opened"


@frozen
class VaultEntry:
    """``handler`` and ``trustee`` are the two who can open it; ``member`` did what the event says, ``on`` a day in ISO form."""

    source: SourceHandle
    event: VaultEvent
    member: MemberId
    on: str
    handler: MemberId
    trustee: MemberId


@as_catalogued()
def seal_identity(
    store: Store, source: SourceHandle, identity: bytes, trustee: MemberId, handler: MemberId | None = None
) -> None:
    """The handler is the member who opened the desk, or ``handler``. Raises MemberRefused when the two are not two present members.

    The last sealing counts; earlier ones are sealed under the source's key like it, and go with the source.
    """
    mine = handler or store.member
    if trustee == mine:
        raise MemberRefused(member=trustee, why="the trustee is another member than the handler")
    present = {one.name: one.recipient for one in here(store)} | {store.member: store.recipient}
    for one in (mine, trustee):
        if one not in present:
            raise MemberRefused(member=one, why="there is no such member")
    named = Named(SubjectKind.source, source)
    key = store.keys.made([named])[named]
    store.forget_keys()
    sealed = base64.b64encode(seal_to(identity, [present[mine], present[trustee]])).decode("ascii")
    entry = VaultEntry(source, VaultEvent.sealed, mine, today().isoformat(), mine, trustee)
    _append(store, key, entry, sealed)


@as_catalogued()
def hand_over(  # noqa: PLR0913 - who hands what to whom
    store: Store,
    source: SourceHandle,
    member: MemberId,
    opens: Callable[[bytes], bytes],
    handler: MemberId,
    trustee: MemberId,
) -> None:
    """The identity, sealed anew to another handler and trustee, by one of the two who could open it until now.

    Raises NotFound, IdentitySealed, or MemberRefused when the two are not two present members.
    """
    key = _key(store, source)
    _, sealed = _sealed_for(store, source, key, member)
    if handler == trustee:
        raise MemberRefused(member=trustee, why="the trustee is another member than the handler")
    present = {one.name: one.recipient for one in here(store)}
    for one in (handler, trustee):
        if one not in present:
            raise MemberRefused(member=one, why="there is no such member")
    again = seal_to(opens(base64.b64decode(sealed)), [present[handler], present[trustee]])
    entry = VaultEntry(source, VaultEvent.sealed, member, today().isoformat(), handler, trustee)
    _append(store, key, entry, base64.b64encode(again).decode("ascii"))


@as_catalogued()
def open_identity(
    store: Store, source: SourceHandle, opens: Callable[[bytes], bytes], member: MemberId | None = None
) -> bytes:
    """Raises NotFound, and IdentitySealed for anybody but the handler and the trustee. The opening is an entry of its own.

    ``opens`` is by the key of ``member``; without one, of the member who opened the desk.
    """
    who = member or store.member
    key = _key(store, source)
    last, sealed = _sealed_for(store, source, key, who)
    identity = opens(base64.b64decode(sealed))
    entry = VaultEntry(source, VaultEvent.opened, who, today().isoformat(), last.handler, last.trustee)
    _append(store, key, entry, "")
    return identity


def vault_log(store: Store) -> Iterator[VaultEntry]:
    with as_catalogued():
        for entry in store.chain.of_kind(EntryKind.identity):
            content = store.plain(entry)
            if content is not None:
                yield _of(of_bytes(content))


@as_catalogued()
def last_sealed(store: Store) -> dict[SourceHandle, VaultEntry]:
    """Of each source whose identity is sealed, the sealing that counts."""
    return {one.source: one for one in vault_log(store) if one.event is VaultEvent.sealed}


@as_catalogued()
def without_handler(store: Store) -> list[SourceHandle]:
    """Sources whose identity no present member, or only one, can open: their handler or trustee has left."""
    present = {one.name for one in here(store)}
    last = {one.source: one for one in vault_log(store) if one.event is VaultEvent.sealed}
    return [source for source, one in last.items() if not {one.handler, one.trustee} <= present]


def _append(store: Store, key: Key, entry: VaultEntry, sealed: str) -> None:
    record = {
        "source": entry.source,
        "event": entry.event,
        "member": entry.member,
        "on": entry.on,
        "handler": entry.handler,
        "trustee": entry.trustee,
        "sealed": sealed,
    }
    store.chain.append([Content(EntryKind.identity, to_bytes(record), [key])], store.signer)


def _entries(store: Store, key: Key) -> Iterator[tuple[VaultEntry, str]]:
    for entry in store.chain.of_key(key.id, EntryKind.identity):
        content = store.plain_of_few(entry)
        if content is not None:
            record = of_bytes(content)
            yield _of(record), str(record["sealed"])


def _of(record: dict[str, str]) -> VaultEntry:
    return VaultEntry(
        SourceHandle(record["source"]),
        VaultEvent(record["event"]),
        MemberId(record["member"]),
        record["on"],
        MemberId(record["handler"]),
        MemberId(record["trustee"]),
    )


def _key(store: Store, source: SourceHandle) -> Key:
    key = store.keys.named(SubjectKind.source, source)
    if key is None:
        raise NotFound(what=source)
    return key


def _sealed_for(store: Store, source: SourceHandle, key: Key, member: MemberId) -> tuple[VaultEntry, str]:
    """The latest sealing, for its handler and trustee alone."""
    found = [(entry, sealed) for entry, sealed in _entries(store, key) if entry.event is VaultEvent.sealed]
    if not found:
        raise NotFound(what=source)
    if member not in {found[-1][0].handler, found[-1][0].trustee}:
        raise IdentitySealed
    return found[-1]
