"""One incident, measure or tally with the chain behind each figure, and the pairs that bear on what it is made of."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from sosik.accounts.account import Account
from sosik.adapters.store.board import value_of
from sosik.claims.claim import Claim
from sosik.claims.decided import DecidedClaim
from sosik.desk.board_rows import Event
from sosik.desk.looking import Said, history_of
from sosik.desk.open_desk import Desk
from sosik.errors import NotFound
from sosik.incidents.grades import Corroboration
from sosik.incidents.incident import Incident, Measure, Tally
from sosik.incidents.scoring import ScoredPair, Verdict
from sosik.values.ids import AccountId, ClaimId

KINDS: Mapping[str, type] = {"incident": Incident, "measure": Measure, "tally": Tally}
_CASUALTIES = frozenset({"killed", "injured", "killed_or_injured"})
_PAIRS = 12


@frozen
class Behind:
    """A claim of the event, with its account and the words that say what it says."""

    one: DecidedClaim
    account: Account

    @property
    def claim(self) -> Claim:
        return self.one.claim

    def words(self) -> tuple[str, ...]:
        return tuple(span.words(self.account.text) for span in self.claim.spans)


@frozen
class Candidate:
    """Two claims side by side, and why they may be one event or two; ``is_inside`` when both are in this one."""

    pair: ScoredPair
    left: Behind
    right: Behind
    is_inside: bool
    other_event: str | None
    said: Said | None

    @property
    def waits(self) -> bool:
        """Nobody can tell, and no member has said so."""
        return self.pair.judgement is None and self.pair.verdict is Verdict.cannot_tell

    @property
    def sides(self) -> tuple[Behind, Behind]:
        return self.left, self.right

    @property
    def steps(self) -> list[dict[str, Any]]:
        """The waterfall: each reason, and where the odds stand after it."""
        total, found = 0.0, []
        most = max((abs(reason.bits) for reason in self.pair.reasons), default=1.0) or 1.0
        for reason in self.pair.reasons:
            total += reason.bits
            wide = 46.0 * abs(reason.bits) / most
            found.append(
                {"reason": reason, "total": total, "wide": wide, "at": 50.0 if reason.bits >= 0 else 50.0 - wide}
            )
        return found


@frozen
class EventLook:
    event: Event
    kind: str
    facts: Corroboration | None
    behind: tuple[Behind, ...]
    candidates: tuple[Candidate, ...]
    history: tuple[Said, ...]

    def chain(self, figure: str) -> tuple[Behind, ...]:
        """The claims that bear on a figure."""
        return tuple(one for one in self.behind if any(bears(v.quantity.outcome, figure) for v in one.claim.victims))

    @property
    def figures(self) -> list[dict[str, Any]]:
        """Each figure with its chain and, where it is contested, what each claim says."""
        figures = getattr(self.event, "figures", None)
        counts = figures.counts if figures else {}
        top = max((c.max if c.max is not None else c.min + 2 for c in counts.values() if c), default=1)
        return [
            {"name": name, "count": count, "scale": max(top, 5), "chain": self.chain(name)}
            for name, count in counts.items()
            if count is not None
        ]


def bears(outcome: str, figure: str) -> bool:
    """Killed and injured both rest on words that leave the two apart unsaid; the total rests on all three."""
    if figure == "total":
        return outcome in _CASUALTIES
    return outcome == figure or (figure in _CASUALTIES and outcome == "killed_or_injured")


def look_at(desk: Desk, name: str) -> EventLook:
    """An event by its id, or by a claim in it; raises NotFound."""
    rows = desk.board.rows("event", "WHERE name = %s OR name = (SELECT event FROM claim WHERE name = %s)", name, name)
    if not rows:
        raise NotFound(what=name)
    row = rows[0]
    event: Event = value_of(row["body"], KINDS[row["kind"]])
    claims = _claims(desk, (*event.claims, *getattr(event, "beside", ())))
    candidates = _pairs(desk, event, claims)
    decisions = desk.ledger.decisions_about(tuple({one.account.id: one.account for one in claims.values()}.values()))
    history = history_of(decisions)
    facts = value_of(row["facts"], Corroboration) if row["facts"] else None
    said = {frozenset(one.decision.about["claims"]): one for one in history if _is_standing_judgement(one)}
    sides = claims | _claims(
        desk, tuple({name for pair in candidates for name in (pair.left, pair.right)} - set(claims))
    )
    found = tuple(_candidate(desk, event, pair, sides, said) for pair in candidates)
    own = tuple(one for one in reversed(history) if _concerns(one, event))
    return EventLook(event, row["kind"], facts, tuple(claims.values()), tuple(one for one in found if one), own)


def _is_standing_judgement(one: Said) -> bool:
    return one.decision.kind.value == "judge" and one.can_be_undone


def _concerns(one: Said, event: Event) -> bool:
    about = one.decision.about
    named = {*about.get("claims", ()), about.get("incident"), one.claim}
    return bool(named & {event.id, *event.claims})


def _claims(desk: Desk, names: tuple[ClaimId, ...]) -> dict[ClaimId, Behind]:
    """In the order of their accounts."""
    if not names:
        return {}
    marks = ", ".join("%s" for _ in names)
    rows = desk.board.rows("claim", f"WHERE name IN ({marks}) ORDER BY number", *names)
    ones = [value_of(row["body"], DecidedClaim) for row in rows]
    accounts = desk.ledger.accounts_of(dict.fromkeys(AccountId(one.claim.account) for one in ones))
    return {one.claim.id: Behind(one, accounts[one.claim.account]) for one in ones if one.claim.account in accounts}


def _pairs(desk: Desk, event: Event, claims: Mapping[ClaimId, Behind]) -> list[ScoredPair]:
    """Those that nobody can tell first, then the nearest to that."""
    marks = ", ".join("%s" for _ in claims) or "NULL"
    sql = (
        f"WHERE one IN ({marks}) OR other IN ({marks}) "
        "ORDER BY judged IS NULL AND verdict = 'cannot_tell' DESC, ABS(weight + 0.5) LIMIT %s"
    )
    rows = desk.board.rows("pair", sql, *claims, *claims, _PAIRS) if isinstance(event, Incident) else []
    return [value_of(row["body"], ScoredPair) for row in rows]


def _candidate(
    desk: Desk, event: Event, pair: ScoredPair, both: Mapping[ClaimId, Behind], said: Mapping[frozenset[str], Said]
) -> Candidate | None:
    if pair.left not in both or pair.right not in both:
        return None
    inside = {pair.left, pair.right} & set(event.claims)
    outside = next((name for name in (pair.left, pair.right) if name not in inside), None)
    rows = desk.board.run("SELECT event FROM claim WHERE name = %s", outside) if outside else []
    left, right = both[pair.left], both[pair.right]
    if pair.left not in inside:
        left, right = right, left
    named = said.get(frozenset({pair.left, pair.right}))
    return Candidate(pair, left, right, len(inside) == 2, rows[0][0] if rows else None, named)


def standing_best(look: EventLook) -> dict[str, Said]:
    """Which figures bear a member's choice: the last that was not taken back."""
    chosen = [one for one in reversed(look.history) if one.decision.kind.value == "choose_best" and one.can_be_undone]
    return {str(one.decision.about["figure"]): one for one in chosen}
