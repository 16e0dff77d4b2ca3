"""``sosik agreement``: two codings of the same accounts compared."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosik.cli.options import json_option
from sosik.cli.words import say

if TYPE_CHECKING:
    from sosik.claims.claim import Claim
    from sosik.claims.coding import Comparison


@click.command(
    help=say(
        "Compare two codings of the same accounts: JSON Lines of claims, as `sosik claims` prints them or as members correct them. "
        "Prints Krippendorff's alpha by field and every disagreement.\n\nExample: sosik agreement han.jsonl mun.jsonl",
        "같은 진술을 둘이 따로 부호화한 것(주장의 JSON Lines)을 견주어 항목마다 크리펜도르프 알파와 어긋난 곳을 보인다.\n\n"
        "예: sosik agreement han.jsonl mun.jsonl",
    )
)
@click.argument("first", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("second", type=click.Path(path_type=Path, dir_okay=False))
@json_option
def command(first: Path, second: Path, as_json: bool) -> None:
    from sosik.adapters.alpha import alpha
    from sosik.claims.coding import compare

    found = compare(_claims(first), _claims(second), alpha)
    click.echo(_as_json(found) if as_json else _as_text(found))


def _claims(path: Path) -> list["Claim"]:
    """The claim lines of the file; raises InputRefused's kinds."""
    from sosik.claims.jsonlines import from_claim
    from sosik.errors import InputEncoding, InputMissing, TableRefused

    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise InputMissing(file=path.name) from error
    except UnicodeError as error:
        raise InputEncoding(file=path.name) from error
    found = []
    for number, line in enumerate(lines, start=1):
        try:
            record = json.loads(line) if line.strip() else {}
        except ValueError as error:
            raise TableRefused(file=path.name, row=number, why="it is not JSON") from error
        if isinstance(record, dict) and record.get("record") == "claim":
            found.append(from_claim(record))
    return found


def _as_json(found: "Comparison") -> str:
    told = {
        "claims": {"both": found.both, "only_first": found.only_first, "only_second": found.only_second},
        "alpha": found.alpha,
        "disagreements": [
            {"account": one.account, "field": one.field, "first": one.first, "second": one.second, "claims": one.claims}
            for one in found.disagreements
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _as_text(found: "Comparison") -> str:
    lines = [
        say(
            f"{found.both} claims in both, {found.only_first} only in the first, {found.only_second} only in the second",
            f"둘 다 {found.both}건, 첫째에만 {found.only_first}건, 둘째에만 {found.only_second}건",
        ),
        *(f"  {name:12} {'-' if value is None else f'{value:.3f}'}" for name, value in found.alpha.items()),
        *(f"{one.account} {one.field}: {one.first} | {one.second}" for one in found.disagreements),
    ]
    return "\n".join(lines)
