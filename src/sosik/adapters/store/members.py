"""Members: who came and who left, as entries of the chain; the last word on a name counts."""

from collections.abc import Mapping

from attrs import frozen

from sosik.adapters.store.chain import Content, EntryKind
from sosik.adapters.store.key_store import DESK
from sosik.adapters.store.opened import Store
from sosik.adapters.store.records import of_bytes, to_bytes
from sosik.values.ids import MemberId


@frozen
class Member:
    """``verify`` checks their signatures, ``recipient`` is what is sealed to them; who left keeps both, for old signatures."""

    name: MemberId
    recipient: str
    verify: str
    is_here: bool = True


def members(store: Store) -> dict[MemberId, Member]:
    return {MemberId(one.name): one for one in history(store).values()}


def history(store: Store) -> Mapping[int, Member]:
    """Every coming and going, by its place in the chain."""
    found: dict[int, Member] = {}
    for entry in store.chain.of_kind(EntryKind.member):
        content = store.plain_of_few(entry)
        if content is not None:
            record = of_bytes(content)
            name, here = MemberId(str(record["member"])), bool(record["here"])
            found[entry.seq] = Member(name, str(record["recipient"]), str(record["verify"]), here)
    return found


def record(store: Store, member: Member) -> None:
    desk = store.keys.made([DESK])[DESK]
    store.forget_keys()
    values = {
        "member": member.name,
        "recipient": member.recipient,
        "verify": member.verify,
        "here": member.is_here,
    }
    store.chain.append([Content(EntryKind.member, to_bytes(values), [desk])], store.signer)
