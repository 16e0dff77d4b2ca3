"""Whether a decision about a claim can be taken: the claim is whole, and of an account that we keep."""

from collections.abc import Mapping

from sosik.accounts.account import Account
from sosik.accounts.decision import Decision
from sosik.claims.claim import Claim
from sosik.claims.jsonlines import from_claim
from sosik.errors import DecisionRefused, ValueUnreadable
from sosik.values.ids import AccountId


def check_claim(decision: Decision, accounts: Mapping[AccountId, Account], line: int, file: str) -> Claim:
    """The claim that the decision carries; raises DecisionRefused."""
    record = decision.about["claim"]
    if not isinstance(record, Mapping):
        raise DecisionRefused(file=file, line=line, why="it does not carry the whole claim")
    try:
        claim = from_claim(record)
    except ValueUnreadable as error:
        raise DecisionRefused(file=file, line=line, why="the claim that it carries cannot be read") from error
    account = accounts.get(claim.account)
    if account is None:
        raise DecisionRefused(file=file, line=line, why="the account is unknown")
    if claim.sha256 != account.sha256:
        raise DecisionRefused(file=file, line=line, why="the claim is of another text than the account's")
    if any(span.end > len(account.text) for span in claim.spans):
        raise DecisionRefused(file=file, line=line, why="a span of the claim lies outside the text")
    return claim
