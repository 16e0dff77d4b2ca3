"""``sosik trace``: a figure back to claims, words, accounts and decisions."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sosik.cli.options import desk_options, json_option
from sosik.cli.words import say
from sosik.errors import NotFound

if TYPE_CHECKING:
    from sosik.accounts.derivation.retelling import Retelling
    from sosik.claims.claim import Claim
    from sosik.incidents.casebook import Casebook
    from sosik.incidents.incident import Incident, Measure, Tally
    from sosik.values.textspan import TextSpan


@click.command(
    help=say(
        "Follow an incident, a measure or one of its figures back to the words that say it. Private.\n\n"
        "Example: sosik trace i-7c2e.killed --desk desk --key-file key",
        "사건이나 조치, 그 수치를 그렇게 말한 말까지 되짚는다. 비공개.\n\n예: sosik trace i-7c2e.killed --desk desk --key-file key",
    )
)
@click.argument("incident", metavar="INCIDENT[.FIGURE]")
@desk_options
@json_option
def command(incident: str, desk: Path, key_file: Path | None, as_json: bool) -> None:
    from sosik.cli.casebooks import casebook_about
    from sosik.cli.wiring import open_desk

    name, _, figure = incident.partition(".")
    book = casebook_about(open_desk(desk, key_file), name)
    record = _record(book, book.projection.every[0], figure)
    if as_json:
        import json

        click.echo(json.dumps(record, ensure_ascii=False, indent=1))
    else:
        _print(record)


def _record(book: "Casebook", one: "Incident | Measure | Tally", figure: str) -> dict[str, Any]:
    figures = getattr(one, "figures", None)
    if figure and (figures is None or figure not in figures.counts):
        raise NotFound(what=f"{one.id}.{figure}")
    from sosik.claims.jsonlines import count_record

    counts = {key: count_record(count) for key, count in figures.counts.items()} if figures else {}
    wanted = {*one.claims, *getattr(one, "beside", ())}
    claims = [item for item in book.claims if item.claim.id in wanted]
    return {
        "id": one.id,
        "category": one.category,
        "rule": figures.rule if figures else None,
        "figures": {figure: counts[figure]} if figure else counts,
        "claims": [_claim(book, item.claim, item.status, figure) for item in claims],
        "retellings": [
            _retelling(book, found)
            for found in book.projection.retellings
            if {found.account, found.of} & {*one.accounts}
        ],
    }


def _retelling(book: "Casebook", found: "Retelling") -> dict[str, Any]:
    """With the words of both accounts; ``waits`` until a member relates the two."""
    here, there = (book.standing.accounts[name].text for name in (found.account, found.of))
    return {
        "account": found.account,
        "of": found.of,
        "manner": found.manner,
        "share": found.share,
        "waits": found in book.projection.awaited,
        "passages": [_pair(item.here, item.there, here, there) for item in found.passages],
        "drift": [
            {"kind": item.kind, "change": item.change, **_pair(item.here, item.there, here, there)}
            for item in found.drift
        ],
    }


def _pair(span: "TextSpan", other: "TextSpan", here: str, there: str) -> dict[str, Any]:
    return {
        "here": {"span": span.pair(), "text": span.words(here)},
        "there": {"span": other.pair(), "text": other.words(there)},
    }


def _claim(book: "Casebook", claim: "Claim", status: str, figure: str) -> dict[str, Any]:
    from sosik.claims.jsonlines import count_record

    account = book.standing.accounts[claim.account]
    wanted = [victims for victims in claim.victims if not figure or _bears(victims.quantity.outcome, figure)]
    spans = {victims.span for victims in wanted} if figure else set(claim.spans)
    return {
        "claim": claim.id,
        "account": claim.account,
        "basis": account.basis,
        "stance": claim.stance,
        "status": status,
        "says": {
            key: count_record(count)
            for key, count in claim.casualties.items()
            if count and (not figure or key == figure)
        },
        "words": [{"span": span.pair(), "text": span.words(account.text)} for span in sorted(spans)],
        "decisions": [
            {"decision": one.kind, "member": one.member, "on": one.on.isoformat(), "because": one.because}
            for one in book.kept.decisions
            if claim.id in _claims_of(one.about)
        ],
    }


def _bears(outcome: str, figure: str) -> bool:
    """Killed and injured both rest on words that leave the two apart unsaid; the total rests on all three."""
    casualties = {"killed", "injured", "killed_or_injured"}
    return (
        outcome in {figure, "killed_or_injured"}
        if figure in casualties
        else outcome == figure or (figure == "total" and outcome in casualties)
    )


def _claims_of(about: Any) -> set[str]:
    claim = about.get("claim")
    named = [claim.get("claim")] if isinstance(claim, dict) else []
    return {*named, *about.get("claims", [])}


def _print(record: dict[str, Any]) -> None:
    click.echo(f"{record['id']}  {record['category']}  {record['rule'] or ''}".rstrip())
    for name, count in record["figures"].items():
        click.echo(f"  {name}: {_range(count)}")
    for claim in record["claims"]:
        click.echo(f"  {claim['claim']}  {claim['account']}  {claim['basis']}, {claim['stance']}, {claim['status']}")
        for words in claim["words"]:
            start, end = words["span"]
            click.echo(f"    {start}-{end}: {' '.join(words['text'].split())}")
        for one in claim["decisions"]:
            click.echo(f"    {one['on']} {one['member']} {one['decision']}: {one['because']}")
    for found in record["retellings"]:
        _print_retelling(found)


def _print_retelling(found: dict[str, Any]) -> None:
    waits = say(", waits for a member", ", 구성원의 판단을 기다림") if found["waits"] else ""
    click.echo(f"  {found['account']} -> {found['of']}  {found['manner']}, {found['share']:.0%}{waits}")
    for item in (*found["passages"], *found["drift"]):
        here, there = (" ".join(item[side]["text"].split()) for side in ("here", "there"))
        what = f"{item['kind']} {item['change']}: " if "kind" in item else ""
        click.echo(f"    {what}{here} <- {there}")


def _range(count: dict[str, Any] | None) -> str:
    if count is None:
        return say("not stated", "언급 없음")
    top = "..." if count["max"] is None else count["max"]
    best = "" if count["best"] is None else say(f" (best {count['best']})", f" (최선 {count['best']})")
    return f"{count['min']} .. {top}{best}"
