"""Many accounts to their lines of JSON: the one function that every engine runs over its part of them."""

import json
from collections.abc import Callable, Iterable, Iterator

from sosik.accounts.account import Account
from sosik.claims.jsonlines import to_lines
from sosik.claims.reading import read
from sosik.claims.rules import Rules

Engine = Callable[[Iterable[Account]], Iterator[list[str]]]


def lines_of(accounts: Iterable[Account], rules_of: Callable[[], Rules]) -> Iterator[list[str]]:
    """For each account in turn its own line and then its claims'; nothing is held back.

    ``rules_of`` is a function of a module, so that another process can call it for itself.
    """
    rules = rules_of()
    for account in accounts:
        lines = list(to_lines(read(account, rules), account.text))
        lines[0] |= {"file_sha256": account.file_sha256} if account.file_sha256 else {}
        yield [json.dumps(line, ensure_ascii=False) for line in lines]
