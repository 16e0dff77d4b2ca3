"""Where reading is put together: what opens outside formats, and what reads accounts."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from sosik.cli.words import say
from sosik.errors import SecondReaderSilent, WrongUse

if TYPE_CHECKING:
    from sosik.accounts.account import Account
    from sosik.adapters.converter.bubblewrap import Bubblewrap
    from sosik.claims.claim import Claim
    from sosik.claims.lines import Engine
    from sosik.claims.rules import Rules
    from sosik.claims.second_reading import SecondReader


def converter() -> "Bubblewrap":
    from sosik.adapters.converter.bubblewrap import Bubblewrap

    return Bubblewrap.found()


def reading_engine(name: str, jobs: int) -> "Engine":
    """This process, more of them, or Spark. Raises WrongUse where Spark is not installed."""
    from sosik.cli.reading_rules import rules_of_reading

    if name == "spark":
        try:
            from sosik.adapters.engines.spark import spark
        except ImportError as error:
            raise WrongUse(
                what=say(
                    "Spark is not installed: pip install sosik[spark]", "Spark 가 없습니다: pip install sosik[spark]"
                )
            ) from error
        return spark(jobs, rules_of_reading)
    if jobs > 1:
        from sosik.adapters.engines.processes import processes

        return processes(jobs, rules_of_reading)
    from sosik.claims.lines import lines_of

    return partial(lines_of, rules_of=rules_of_reading)


def second_lines(url: str, model: str) -> "Callable[[Account], Iterator[str]]":
    """The lines of an account as the rules read it, and one of what a second reader proposes; raises SecondReaderElsewhere."""
    from sosik.adapters.second_reader import LoopbackReader
    from sosik.cli.reading_rules import rules_of_reading

    reader, rules = LoopbackReader.at(url, model), rules_of_reading()

    def lines(account: "Account") -> Iterator[str]:
        from sosik.claims.jsonlines import to_lines
        from sosik.claims.reading import read

        reading = read(account, rules)
        yield from (json.dumps(one, ensure_ascii=False) for one in to_lines(reading, account.text))
        yield json.dumps(_second(account, reading.claims, reader, rules), ensure_ascii=False)

    return lines


def _second(account: "Account", first: "Sequence[Claim]", reader: "SecondReader", rules: "Rules") -> dict[str, Any]:
    from sosik.adapters.alpha import alpha
    from sosik.claims.coding import compare
    from sosik.claims.jsonlines import claim_record
    from sosik.claims.second_reading import second_reading

    record: dict[str, Any] = {"record": "second_reading", "account": account.id}
    try:
        found = second_reading(account, rules, reader)
    except SecondReaderSilent as error:
        return record | {"error": error.code}
    disagreements = [
        {"field": one.field, "first": one.first, "second": one.second, "claims": one.claims}
        for one in compare(first, found.claims, alpha).disagreements
    ]
    claims = [claim_record(claim, account.text) for claim in found.claims]
    return record | {"claims": claims, "dropped": found.dropped, "disagreements": disagreements}
