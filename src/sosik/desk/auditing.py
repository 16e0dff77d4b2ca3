"""Who decided what: the ledger's lines by member, object and kind; whether it is whole; the heads that were witnessed."""

from collections.abc import Mapping

from attrs import frozen

from sosik.accounts.decision import Decision, DecisionKind
from sosik.accounts.undoing import left_standing, mark_of
from sosik.adapters.store.heads import WitnessedHead, read_head, read_manifest
from sosik.adapters.store.opened import today
from sosik.adapters.store.verifying import Verified, verify
from sosik.desk.models import Witness
from sosik.desk.open_desk import Desk, Who

PAGE = 60
_NAMING = ("account", "to", "source", "incident", "bulletin", "setting")


@frozen
class Line:
    """``objects`` are ids, each with the kind of thing that it names; no word of an account."""

    number: int
    decision: Decision
    objects: tuple[tuple[str, str], ...]
    is_undone: bool

    @property
    def is_signed(self) -> bool:
        return self.decision.sig is not None


@frozen
class Lines:
    rows: tuple[Line, ...]
    total: int
    page: int
    members: tuple[str, ...]

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


def lines(desk: Desk, filters: Mapping[str, str]) -> Lines:
    """The last decision first; ``object`` is found whole or by its beginning."""
    every = desk.ledger.kept().decisions
    standing = {mark_of(one) for one in left_standing(every)}
    rows = [
        Line(number, one, objects_of(one), one.kind is not DecisionKind.undo and mark_of(one) not in standing)
        for number, one in enumerate(every, 1)
        if _is_wanted(one, filters)
    ]
    rows.reverse()
    asked = filters.get("page", "1")[:6]
    page = min(max(int(asked) if asked.isascii() and asked.isdigit() else 1, 1), max(1, -(-len(rows) // PAGE)))
    members = tuple(sorted({str(one.member) for one in every}))
    return Lines(tuple(rows[(page - 1) * PAGE : page * PAGE]), len(rows), page, members)


def objects_of(decision: Decision) -> tuple[tuple[str, str], ...]:
    """What the line is about, by id."""
    about = decision.about
    found = [(key if key != "to" else "account", str(about[key])) for key in _NAMING if about.get(key)]
    claim = about.get("claim")
    if isinstance(claim, Mapping):
        found += [("account", str(claim.get("account", ""))), ("claim", str(claim.get("claim", "")))]
    found += [("claim", str(name)) for name in about.get("claims", ()) or ()]
    return tuple((kind, name) for kind, name in found if name)


def _is_wanted(one: Decision, filters: Mapping[str, str]) -> bool:
    if filters.get("member") and one.member != filters["member"]:
        return False
    if filters.get("kind") in set(DecisionKind) and one.kind.value != filters["kind"]:
        return False
    wanted = filters.get("object", "").strip()
    return not wanted or any(name.startswith(wanted) for _, name in objects_of(one))


def verified(desk: Desk, who: Who, untrusted_heads: str) -> Verified:
    """Against every kept head and those that were given; what is found whole has its head kept. Raises HeadUnreadable."""
    given = _given(desk, untrusted_heads)
    with desk.writing:
        found = verify(desk.store, [*kept_heads(), *given])
        if not found.faults:
            for head in given:
                if len(head.mac) == _WHOLE:
                    _keep(who, head)
            keep_head(desk, who)
    return found


_WHOLE = 64


def _given(desk: Desk, untrusted: str) -> list[WitnessedHead]:
    """Lines of ``SEQ.MAC``, or of a manifest of heads."""
    found: list[WitnessedHead] = []
    for line in untrusted.splitlines():
        if line.strip().startswith("{"):
            found.extend(read_manifest(desk.store, line))
        elif line.strip():
            found.append(read_head(line))
    return found


def kept_heads() -> list[WitnessedHead]:
    return [WitnessedHead(one.seq, one.mac) for one in Witness.objects.order_by("seq")]


def keep_head(desk: Desk, who: Who) -> None:
    """The ledger's end as it is now."""
    seq, mac = desk.store.chain.end()
    _keep(who, WitnessedHead(seq, mac.hex()))


def _keep(who: Who, head: WitnessedHead) -> None:
    Witness.objects.get_or_create(seq=head.seq, mac=head.mac, defaults={"by": who.member, "on": today()})
