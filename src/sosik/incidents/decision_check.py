"""Whether a decision about incidents can be taken: what it names is known, and its words are choices."""

from collections.abc import Container

from sosik.accounts.decision import Decision
from sosik.errors import DecisionRefused

VERDICTS = frozenset({"same", "different", "cannot_tell"})
FIGURES = frozenset({"killed", "injured", "total", "missing", "detained", "repatriated", "unknown"})


def check_judgement(decision: Decision, claims: Container[str], line: int, file: str) -> None:
    pair = decision.about["claims"]
    if not isinstance(pair, list) or len(pair) != 2 or pair[0] == pair[1]:
        raise DecisionRefused(file=file, line=line, why="it does not name two claims")
    if not all(claim in claims for claim in pair):
        raise DecisionRefused(file=file, line=line, why="a claim is unknown")
    if decision.about["verdict"] not in VERDICTS:
        raise DecisionRefused(file=file, line=line, why="verdict is not one of its words")


def check_incident(decision: Decision, incidents: Container[str], line: int, file: str) -> None:
    """An incident may be named by any claim in it."""
    about = decision.about
    if about["incident"] not in incidents:
        raise DecisionRefused(file=file, line=line, why="the incident is unknown")
    if about["figure"] not in FIGURES:
        raise DecisionRefused(file=file, line=line, why="figure is not one of its words")
    if type(about["best"]) is not int or about["best"] < 0:
        raise DecisionRefused(file=file, line=line, why="best is not a number of people")
