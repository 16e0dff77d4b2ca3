"""The tutorial is true: its commands are run in order, and print what it says they print."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "tutorial").glob("*.md"))
BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def steps(page):
    """Each command with the lines that the page shows below it."""
    for block in BLOCK.finditer(page.read_text("utf-8")):
        for step in re.split(r"^\$ ", block["body"], flags=re.MULTILINE)[1:]:
            command, _, shown = step.replace("\\\n", "").partition("\n")
            yield command, shown


def pattern(shown):
    """``...`` stands for anything, on a line or for whole lines."""
    lines = [re.sub(r"\s+", " ", line.strip()) for line in shown.strip().splitlines()]
    return r"\s*".join(".*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*?") for line in lines)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_of_the_page_prints_what_it_shows(page, tmp_path):
    """A reader who types the page's commands in order sees the page's answers."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "LANG": "C.UTF-8", "COLUMNS": "160"}
    for command, shown in steps(page):
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            env=environment,
        )
        said = re.sub(r"\s+", " ", done.stdout).strip()
        assert re.fullmatch(pattern(shown) or r".*", said, re.DOTALL), f"{command}\nsaid: {said}\nthe page: {shown}"
        assert "Traceback" not in said


def test_there_is_a_tutorial():
    """The first page walks through the whole job."""
    assert PAGES
    assert any("sosik publish" in page.read_text("utf-8") or "--out" in page.read_text("utf-8") for page in PAGES)
