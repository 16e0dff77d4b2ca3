"""A small desk for the tests of bulletins: two incidents and a measure, told by invented sources."""

from datetime import date

from attrs import evolve

from sosik.accounts.account import Account, Basis, Consent
from sosik.accounts.decision import Decision, DecisionKind
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.case import WholeCase
from sosik.bulletins.check import check_assembled
from sosik.bulletins.draft import read_bulletin
from sosik.bulletins.policy import Policy
from sosik.claims.claim import Claim, Kind, Said
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.incidents.incident import Figures, Grade, Incident, Measure, NamedPlace, Status
from sosik.values.datespan import DateSpan
from sosik.values.place import Place, Precision
from sosik.values.quantity import Count
from sosik.values.text import Lang
from sosik.values.textspan import TextSpan

TODAY = date(2025, 12, 1)
POLICY = Policy.shipped()
GAZETTEER = Gazetteer.shipped()


def account(name="a1", source="s-wren", **fields):
    known = {
        "text": f"words of {name}",
        "lang": Lang.en,
        "received": date(2025, 11, 1),
        "told": date(2025, 11, 1),
        "basis": Basis.eyewitness,
        "consent": Consent.publish,
    }
    return Account(id=name, source=source, **(known | fields))


def claim(name="c-1", of="a1", kind=Kind.incident, category="landmine"):
    return Claim(id=name, account=of, sha256="0" * 64, kind=kind, category=Said(category, TextSpan(0, 5)))


def place(name="kp-musan", precision=Precision.near, radius=25.0):
    entry = GAZETTEER.get(name)
    points = entry.line or ((entry.point,) if entry.point else ())
    return NamedPlace(Place(entry.id, precision, radius, points), entry.name_en, entry.name_ko)


def incident(name="i-one", claims=("c-1",), accounts=("a1",), **fields):
    known = {
        "status": Status.accepted,
        "category": "landmine",
        "when": DateSpan(date(2025, 10, 12), date(2025, 10, 12)),
        "where": place(),
        "figures": Figures({"killed": Count.exactly(3), "injured": None, "total": Count.exactly(3)}),
        "origins": 2,
        "grade": Grade.reported,
    }
    return Incident(id=name, claims=claims, accounts=accounts, **(known | fields))


def measure(name="m-one", claims=("c-3",), accounts=("a2",), **fields):
    known = {
        "status": Status.accepted,
        "category": "mine_laying",
        "since": DateSpan.month(2025, 8),
        "until": None,
        "last_confirmed": date(2025, 11, 6),
        "where": place("border-cn-kp", Precision.landscape, 10.0),
        "origins": 2,
        "grade": Grade.corroborated,
    }
    return Measure(id=name, claims=claims, accounts=accounts, **(known | fields))


def case(**fields) -> WholeCase:
    accounts = {"a1": account(), "a2": account("a2", "s-lark")}
    claims = {"c-1": claim(), "c-2": claim("c-2", "a2"), "c-3": claim("c-3", "a2", Kind.measure, "mine_laying")}
    known = WholeCase(
        today=TODAY,
        accounts=accounts,
        claims=claims,
        accepted=frozenset(claims),
        incidents=(incident(), incident("i-two", ("c-2",), ("a2",))),
        measures=(measure(),),
    )
    return evolve(known, **fields)


EN = "In mid-October {figure:i-one.killed} near Musan. [claim:c-1]\n\nMines have been laid along the border since August. [claim:c-3]\n"
KO = "10월 중순 무산군 근처에서 {figure:i-one.killed}. [claim:c-1]\n\n8월부터 국경에 지뢰가 묻히고 있다. [claim:c-3]\n"


def bulletin(en: str = EN, ko: str | None = KO, **matter: str) -> Bulletin:
    keys = {
        "bulletin": "b-ford",
        "title": "x",
        "sources": "[s-wren, s-lark]",
        "writer": "m-han",
        "translator": "m-seo",
    } | matter
    block = "\n".join(f"{key}: {value}" for key, value in keys.items() if value)
    files = {"ford.en.md": f"---\n{block}\nlang: en\n---\n{en}"}
    if ko is not None:
        files["ford.ko.md"] = f"---\n{block}\nlang: ko\n---\n{ko}"
    return read_bulletin(files)


def checked(of: Bulletin | None = None, against: WholeCase | None = None, *, alone: bool = False):
    return check_assembled(of or bulletin(), None if alone else against or case(), POLICY, GAZETTEER)


def rules(verdict, lang: str | None = None) -> set[str]:
    return {one.rule for one in verdict.reasons if lang in (None, one.lang)}


def decision(kind: str, member: str, digest: str, **fields) -> Decision:
    about = {"bulletin": "b-ford", "revision": 1, "hash": digest}
    known = {"on": TODAY, "about": about, "because": "read and agreed"}
    return Decision(kind=DecisionKind(kind), member=member, **(known | fields))
