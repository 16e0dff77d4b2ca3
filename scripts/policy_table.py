"""The table of disclosure rules in the manual, made from the policy: python scripts/policy_table.py [--write]."""

import sys
from pathlib import Path

from sosik.bulletins.policy import Policy, Rule

PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "disclosure.md"
BEGIN, END = "<!-- rules -->\n", "<!-- end of rules -->\n"


def table(policy: Policy) -> str:
    """One row a rule, in the order of the policy."""
    head = ["| rule | kind | verdict | says |", "|---|---|---|---|"]
    return "\n".join([*head, *(_row(rule, policy) for rule in policy.rules.values())]) + "\n"


def _row(rule: Rule, policy: Policy) -> str:
    verdict = (
        rule.severity.value
        if rule.severity
        else f"block under {policy.block_under} or unknown; warn under {policy.warn_under}; else no known narrowing"
    )
    says = rule.says["en"].format(n="N", why="...", days=policy.contact_days)
    return f"| `{rule.name}` | {rule.kind} | {verdict}{', once' if rule.once else ''} | {says} |"


def page(text: str, policy: Policy) -> str:
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + table(policy) + END + after


if __name__ == "__main__":
    made = page(PAGE.read_text("utf-8"), Policy.shipped())
    if "--write" in sys.argv:
        PAGE.write_text(made, "utf-8")
    else:
        print(made)
