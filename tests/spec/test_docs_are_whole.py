"""The reference speaks of every command and every error code that is promised."""

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from sosik.cli import main as program

COMMANDS = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "commands.md").read_text("utf-8")


@pytest.mark.parametrize("name", list(program._COMMANDS))
def test_every_command_and_option_is_documented(name):
    """A command or an option that the reference leaves out fails here."""
    command = import_module(program._COMMANDS[name][0]).command
    parts = (
        [(f"{name} {sub}", one) for sub, one in command.commands.items()]
        if isinstance(command, click.Group)
        else [(name, command)]
    )
    for full, one in parts:
        assert f"`sosik {full}" in COMMANDS
        for option in one.params:
            if isinstance(option, click.Option):
                assert any(word in COMMANDS for word in option.opts), option.opts


def test_every_picture_of_the_manual_is_taken_and_shown():
    """A picture that is missing, or that no page shows, fails here."""
    from scripts.manual_pictures import IMAGES, PAGES

    shown = {
        name
        for page in IMAGES.parent.glob("*.md")
        for name in re.findall(r"images/([\w-]+)\.png", page.read_text("utf-8"))
    }

    assert shown == set(PAGES) == {file.stem for file in IMAGES.iterdir()}


def test_no_page_holds_both_sides_of_a_merge():
    """A page that two hands changed at once was put together by a third, not left with the marks of both."""
    root = Path(__file__).resolve().parents[2]
    pages = [*root.glob("*.md"), *(root / "docs").rglob("*.md"), *(root / "bench").glob("*.md")]
    assert len(pages) > 20
    marked = [
        page.name for page in pages if re.search(r"^(?:<{7} |>{7} |={7}$)", page.read_text("utf-8"), re.MULTILINE)
    ]
    assert marked == []
