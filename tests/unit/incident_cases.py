"""Claims, accounts and decisions made in one line, for the tests of incidents."""

from datetime import date
from itertools import count

from sosik.accounts.account import Account, Basis, Reliability
from sosik.accounts.decision import Decision, DecisionKind
from sosik.claims.claim import Claim, Kind, Role, Said, SaidPlace, Stance, Victims, claim_id
from sosik.claims.decided import DecidedClaim, DecidedStatus
from sosik.incidents.projection import project
from sosik.values.datespan import DateSpan
from sosik.values.edtf import read_period, read_span
from sosik.values.ids import AccountId, CategoryKey, IncidentId, MemberId, PlaceId
from sosik.values.place import Place, Point, Precision
from sosik.values.quantity import Count, Outcome, Quantity
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

ALDER = Place(PlaceId("x-alder"), Precision.near, 25.0, (Point(42.23, 129.21),))
ALDER_TOWN = Place(PlaceId("x-alder-town"), Precision.exact, 3.0, (Point(42.21, 129.2),))
NEXT_TOWN = Place(PlaceId("x-next-town"), Precision.exact, 3.0, (Point(42.33, 129.3),))
BIRCH = Place(PlaceId("x-birch"), Precision.near, 25.0, (Point(41.4, 128.18),))
PROVINCE = Place(PlaceId("x-province"), Precision.province, 80.0, (Point(41.9, 129.4),))
RIVER = Place(
    PlaceId("x-river"), Precision.landscape, 2.0, (Point(42.0, 128.5), Point(42.24, 129.21), Point(42.9, 130.2))
)
NAMES = {"x-alder": ("Alder", "오리"), "x-birch": ("Birch", "자작"), "x-alder-town": ("Alder Town", "오리읍")}
_numbers = count()


class PlainIds:
    """Ids that show what they are made from."""

    def public_id(self, prefix, claim):
        return IncidentId(f"{prefix}:{claim}")


def account(name, basis="second-hand", **more):
    if "reliability" in more:
        more["reliability"] = Reliability(more["reliability"])
    more = {"source": f"s-{name}", "told": date(2024, 11, 20)} | more
    return Account(AccountId(name), f"text of {name}", Lang.en, basis=Basis(basis), **more)


def claim(
    teller, when="2024-11-03", places=(ALDER,), /, *, stance="asserted", category="landmine", kind="incident", **more
):
    """``killed=3`` or ``killed=(2, None)``, and so for every outcome; ``period`` in EDTF."""
    spans = (TextSpan(10 * number, 10 * number + 9, "0" * 64) for number in count(next(_numbers) * 20))
    outcomes = {key: more.pop(key) for key in list(more) if key in set(Outcome)}
    people = {key: more.pop(key) for key in ("group", "sex", "age") if key in more}
    period = more.pop("period", None)
    told = more.pop("told", None)
    mark = next(spans)
    return Claim(
        id=claim_id("0" * 64, Kind(kind), [mark]),
        account=AccountId(teller),
        sha256="0" * 64,
        kind=Kind(kind),
        category=Said(CategoryKey(category), mark),
        stance=Stance(stance),
        when=Said(read_span(when), next(spans)) if when and not period else None,
        period=Said(read_period(period), next(spans)) if period else None,
        told=Said(DateSpan.day(date.fromisoformat(told)), next(spans)) if told else None,
        where=tuple(SaidPlace(place, Role.near, next(spans)) for place in places),
        victims=tuple(
            Victims(Quantity(Outcome(key), number(value)), next(spans), **people) for key, value in outcomes.items()
        ),
        **more,
    )


def number(value):
    if isinstance(value, Count):
        return value
    return Count.between(*value) if isinstance(value, tuple) else Count.exactly(value)


def decide(kind, **about):
    return Decision(DecisionKind(kind), MemberId("m-1"), date(2024, 12, 1), about, "seen")


def judge(one, other, verdict):
    return decide("judge", claims=[getattr(one, "id", one), getattr(other, "id", other)], verdict=verdict)


def relate(one, relation, other):
    return decide("relate", account=one, relation=relation, to=other)


def distance(one, other):
    if one == other:
        return 0.0
    return 0.5 if "killing" in (one, other) else 1.0


def projected(claims, accounts, decisions=(), *, accepted=(), rejected=()):
    """``claims`` are proposed but for those named."""
    status = {one.id: DecidedStatus.accepted for one in accepted} | {one.id: DecidedStatus.rejected for one in rejected}
    made = [DecidedClaim(one, status.get(one.id, DecidedStatus.proposed)) for one in claims]
    kept = {one.id: one for one in accounts}
    return project(made, kept, tuple(decisions), distance, PlainIds(), NAMES.get)
