"""The private preview: what was read, what it adds up to, and what bulletins would say; marked "not cleared" on every page."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from attrs import frozen
from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup

from sosik.accounts.account import Account
from sosik.claims.claim import Claim
from sosik.claims.decided import DecidedClaim
from sosik.desk.words import count_words, label, place_words, span_words, victim_words
from sosik.incidents.casebook import Casebook
from sosik.incidents.incident import Incident, Measure, Tally
from sosik.incidents.vague_words import vague_words
from sosik.values.ids import AccountId, CategoryKey
from sosik.values.textspan import TextSpan


@frozen
class BulletinPreview:
    """``verdict`` is the disclosure check's word, ``reasons`` its sentences; ``html`` the text as it would stand."""

    bulletin: str
    verdict: str
    reasons: tuple[str, ...]
    versions: tuple[tuple[str, str, str], ...]


class Preview:
    """Pages by name, each made when it is asked for; the same book gives the same bytes. Nothing is written anywhere."""

    def __init__(
        self,
        book: Casebook,
        labels: Mapping[CategoryKey, tuple[str, str]],
        bulletins: Iterable[BulletinPreview],
        lang: str,
    ) -> None:
        self._book, self._templates = book, _environment(labels, lang)
        self._bulletins = {f"bulletin-{item.bulletin}.html": item for item in bulletins}
        self._accounts = {f"account-{one.id}.html": one for one in book.standing.accounts.values()}
        self._incidents = {f"{one.id}.html": one for one in book.projection.incidents}
        self._by_account = _by_account(book)
        self._shared: dict[str, Any] = {"book": book, "lang": lang, "bulletins": tuple(self._bulletins.values())}

    @property
    def names(self) -> tuple[str, ...]:
        return ("index.html", *self._accounts, *self._incidents, *self._bulletins, "preview.css")

    def page(self, name: str) -> bytes | None:
        """None when there is no page of that name."""
        if name == "preview.css":
            return _stylesheet().encode("utf-8")
        found = self._html(name)
        return None if found is None else found.encode("utf-8")

    def _html(self, name: str) -> str | None:
        if name == "index.html":
            return self._made("index.html")
        if name in self._accounts:
            account = self._accounts[name]
            claims = self._by_account.get(account.id, [])
            text = marked(account.text, [item.claim for item in claims])
            return self._made("account.html", account=account, claims=claims, text=text)
        if name in self._incidents:
            incident = self._incidents[name]
            return self._made("incident.html", incident=incident, claims=claims_of(self._book, incident))
        if name in self._bulletins:
            return self._made("bulletin.html", item=self._bulletins[name])
        return None

    def _made(self, template: str, **values: Any) -> str:
        return self._templates.get_template(template).render(**self._shared, **values)


def claims_of(book: Casebook, one: Incident | Measure | Tally) -> list[tuple[Claim, Account]]:
    wanted = {*one.claims, *getattr(one, "beside", ())}
    pairs = ((item.claim, book.account_of(item.claim)) for item in book.claims if item.claim.id in wanted)
    return [(claim, account) for claim, account in pairs if account]


def marked(text: str, claims: Iterable[Claim]) -> Markup:
    """The text with the words of every value marked; where values share words, the first claim's mark stands."""
    marks: list[tuple[TextSpan, int]] = []
    for number, claim in enumerate(claims, start=1):
        for span in claim.spans:
            if not any(span.overlaps(other) for other, _ in marks):
                marks.append((span, number))
    pieces, at = [], 0
    for span, number in sorted(marks):
        pieces.append(escape(text[at : span.start]))
        pieces.append(f'<mark class="c{(number - 1) % 6 + 1}" title="{number}">{escape(span.words(text))}</mark>')
        at = span.end
    pieces.append(escape(text[at:]))
    return Markup("".join(pieces))  # noqa: S704 - every piece of the account is escaped above


def _by_account(book: Casebook) -> dict[AccountId, list[DecidedClaim]]:
    found: dict[AccountId, list[DecidedClaim]] = {}
    for item in book.claims:
        found.setdefault(item.claim.account, []).append(item)
    return found


def _environment(labels: Mapping[CategoryKey, tuple[str, str]], lang: str) -> Environment:
    pages = Environment(
        loader=PackageLoader("sosik.desk", "templates/preview"),
        autoescape=select_autoescape(["html"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.globals["t"] = lambda en, ko: ko if lang == "ko" else en
    pages.filters["count"] = lambda count: count_words(count, lang)
    pages.filters["span"] = span_words
    pages.filters["vague"] = lambda reason: vague_words(reason, lang)
    pages.filters["place"] = lambda where: place_words(where, lang)
    pages.filters["victims"] = lambda victims: victim_words(victims, lang)
    pages.filters["label"] = lambda key: label(key, labels, lang)
    return pages


def _stylesheet() -> str:
    source, _, _ = PackageLoader("sosik.desk", "templates/preview").get_source(
        Environment(autoescape=True), "preview.css"
    )
    return source
