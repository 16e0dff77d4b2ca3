"""The manual's table of disclosure rules is the policy's."""

import importlib.util
from pathlib import Path

from sosik.bulletins.policy import Policy

ROOT = Path(__file__).parents[2]


def script():
    spec = importlib.util.spec_from_file_location("policy_table", ROOT / "scripts" / "policy_table.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_of_rules_is_made_from_the_policy():
    """Every rule stands in the manual with its verdict; a change of the policy without its page fails here."""
    page = (ROOT / "docs" / "explanation" / "disclosure.md").read_text("utf-8")
    assert script().page(page, Policy.shipped()) == page
    assert all(f"`{name}`" in page for name in Policy.shipped().rules)


def test_the_page_promises_nothing_that_the_check_does_not():
    """What cannot be promised is named, and the verdict is never called safe or anonymous."""
    page = (ROOT / "docs" / "explanation" / "disclosure.md").read_text("utf-8").casefold()
    for word in ("census", "sensor", "way of writing", "already knows", "unknown to the desk"):
        assert word in page.partition("what cannot be promised")[2]
    assert "safe" not in page
    assert "anonym" not in page
