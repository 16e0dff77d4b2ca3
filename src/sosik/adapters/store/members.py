"""Members: who came and who left, as entries of the chain; the last word on a name counts."""

from collections.abc import Mapping

from attrs import asdict, evolve

from sosik.adapters.sealing import new_key
from sosik.adapters.store.chain import Content, EntryKind
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.key_store import DESK
from sosik.adapters.store.opened import Store
from sosik.adapters.store.records import of_bytes, to_bytes
from sosik.adapters.store.ring import Member
from sosik.adapters.store.turning import turn
from sosik.errors import MemberRefused
from sosik.values.ids import MemberId


@as_catalogued()
def members(store: Store) -> dict[MemberId, Member]:
    return {MemberId(one.name): one for one in history(store).values()}


def history(store: Store) -> Mapping[int, Member]:
    """Every coming and going, by its place in the chain."""
    found: dict[int, Member] = {}
    for entry in store.chain.of_kind(EntryKind.member):
        content = store.plain_of_few(entry)
        if content is not None:
            found[entry.seq] = Member(**of_bytes(content))
    return found


def record(store: Store, member: Member) -> None:
    desk = store.keys.made([DESK])[DESK]
    store.forget_keys()
    store.chain.append([Content(EntryKind.member, to_bytes(asdict(member)), [desk])], store.signer)


def here(store: Store) -> tuple[Member, ...]:
    return tuple(one for one in members(store).values() if one.is_here)


@as_catalogued()
def added(store: Store, member: Member) -> None:
    """Raises MemberRefused when the name or the key is another's. The new member may open the desk once this returns."""
    for one in members(store).values():
        if one.name == member.name and (one.is_here or one.recipient != member.recipient):
            raise MemberRefused(member=member.name, why="the name is another member's")
        if one.is_here and member.recipient == one.recipient:
            raise MemberRefused(member=member.name, why="the key is another member's")
    record(store, member)
    settle(store)


@as_catalogued()
def removed(store: Store, name: MemberId) -> None:
    """The desk's keys are changed, so that what the member may have copied opens nothing that is written from now on."""
    member = members(store).get(name)
    if member is None or not member.is_here:
        raise MemberRefused(member=name, why="there is no such member")
    if name == store.member:
        raise MemberRefused(member=name, why="another member must do this")
    record(store, evolve(member, is_here=False))
    settle(store)


@as_catalogued()
def settle(store: Store) -> None:
    """Bring the ring in line with the chain: after a member came or left, also when that was cut off in between."""
    present = here(store)
    if set(store.ring.members) - set(present):
        rotate(store)
    elif set(present) - set(store.ring.members):
        turn(store, evolve(store.ring, serial=store.ring.serial + 1, members=present))
    for file in store.folder.sealed_identities:
        if file.name not in {one.file for one in present}:
            file.unlink(missing_ok=True)


@as_catalogued()
def rotate(store: Store) -> None:
    """New keys for every database and for backups; the id key stays. Until the last step the old ones are the desk's."""
    ring = store.ring.turned("ledger", "keys", "derived")
    turn(store, evolve(ring, members=here(store), backups=(*ring.backups, new_key())))
