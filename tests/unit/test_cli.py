"""The command line's promises: help with an example in two languages, coded errors, lazily imported commands."""

import os
import subprocess
import sys
from importlib import import_module

import click
import pytest
from click.testing import CliRunner

from sosik.cli import main as program

HEAVY = {"altair", "jinja2", "kiwipiepy", "vl_convert", "markdown_it", "rich.table", "sosik.claims.reading", "pyrage"}


def sosik(*arguments, lang="C.UTF-8"):
    environment = {**os.environ, "LANG": lang}
    environment.pop("LC_ALL", None)
    return subprocess.run(
        [sys.executable, "-m", "sosik", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
    )


def commands():
    for name in program._COMMANDS:
        command = import_module(program._COMMANDS[name][0]).command
        if isinstance(command, click.Group):
            yield from ((f"{name} {sub}", one) for sub, one in command.commands.items())
        else:
            yield name, command


def test_help_imports_nothing_heavy():
    """The list of commands is printed without importing a reader, a cipher or a chart."""
    code = "import sys\nfrom sosik.cli.main import main\ntry:\n main(['--help'])\nfinally:\n print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert "Example:" in done.stdout
    assert not HEAVY & set(done.stdout.split())


def test_the_main_job_imports_no_web(tmp_path):
    """``sosik run`` keeps to the store: no page, no sign-in and no request handler is loaded with it."""
    note = tmp_path / "note.txt"
    note.write_text(
        "---\nreceived: 2026-05-04\nbasis: eyewitness\nsource: s-1\n---\nTwo men drowned in Hyesan on May 2.\n"
    )
    code = (
        "import sys\nfrom sosik.cli.main import main\n"
        f"try:\n main(['run', {str(note)!r}, '--desk', {str(tmp_path / 'd')!r}, '--key-file', {str(tmp_path / 'k')!r}])\n"
        "except SystemExit as end:\n assert not end.code\nfinally:\n print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    loaded = done.stdout.split()
    assert "sosik.adapters.store" in loaded
    web = ("sosik.desk", "allauth", "django.contrib", "django.core.handlers", "waitress", "starlette")
    assert [name for name in loaded if name.startswith(web)] == []


@pytest.mark.parametrize(
    ("name", "command"), list(commands()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_command_has_help_with_an_example(name, command):
    """Each command's help shows how it is typed."""
    said = CliRunner().invoke(command, ["--help"], prog_name=f"sosik {name}").output

    assert f"Example: sosik {name}" in " ".join(said.split())


def test_help_is_korean_when_the_reader_is():
    """A Korean LANG gives Korean help."""
    assert "예: sosik run" in sosik("--help", lang="ko_KR.UTF-8").stdout


def test_an_error_is_one_coded_sentence(tmp_path):
    """A desk that is not there: exit 2, the code and a sentence on stderr, nothing else."""
    done = sosik("incidents", "--desk", tmp_path / "none", "--key-file", tmp_path / "key")

    assert done.returncode == 2
    assert done.stderr.startswith("E-DESK ")
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_wrong_key_opens_nothing(tmp_path):
    """Another identity than the desk's: exit 6."""
    sosik("ledger", "init", "--desk", tmp_path / "desk", "--key-file", tmp_path / "key")
    sosik("ledger", "init", "--desk", tmp_path / "other", "--key-file", tmp_path / "other-key")

    done = sosik("incidents", "--desk", tmp_path / "desk", "--key-file", tmp_path / "other-key")

    assert done.returncode == 6
    assert done.stderr.startswith("E-KEY ")


def test_a_bad_file_is_listed_and_the_rest_goes_on(tmp_path):
    """One undated file and one good one: exit 0, the refused named with its code."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text("---\nreceived: 2025-11-03\n---\nTwo women drowned in the Tumen River.\n")
    (tmp_path / "in" / "bad.txt").write_text("Nobody knows when.\n")

    done = sosik("run", tmp_path / "in", "--desk", tmp_path / "desk", "--key-file", tmp_path / "key")

    assert done.returncode == 0
    assert "E-INPUT-UNDATED bad.txt" in done.stderr
    assert "Accounts: 1 taken in, 0 known already, 1 refused." in done.stdout


def test_nothing_taken_is_an_error(tmp_path):
    """A folder of which nothing can be read: exit 3."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bad.txt").write_text("Nobody knows when.\n")

    done = sosik("run", tmp_path / "in", "--desk", tmp_path / "desk", "--key-file", tmp_path / "key")

    assert done.returncode == 3


def test_what_is_private_is_for_its_owner_alone(tmp_path):
    """Every file under the desk's folder has mode 0600, and the key file too."""
    (tmp_path / "good.txt").write_text("---\nreceived: 2025-11-03\n---\nTwo women drowned in the Tumen River.\n")
    sosik("run", tmp_path / "good.txt", "--desk", tmp_path / "desk", "--key-file", tmp_path / "key")

    files = [tmp_path / "key", *(file for file in (tmp_path / "desk").rglob("*") if file.is_file())]

    assert len(files) > 4
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_a_decision_under_another_name_counts_only_on_a_demo_desk(tmp_path):
    """A line of a member whose key did not open the desk is refused, and named."""
    line = '{"decision":"consent","member":"m-other","on":"2025-11-04","about":{"account":"good","consent":"none"},"because":"asked"}'
    (tmp_path / "good.txt").write_text("---\nreceived: 2025-11-03\n---\nTwo women drowned in the Tumen River.\n")
    (tmp_path / "d.jsonl").write_text(line + "\n")
    for desk, demo, code in (("real", [], 3), ("demo", ["--demo"], 0)):
        options = ["--desk", tmp_path / desk, "--key-file", tmp_path / "key"]
        sosik("ledger", "init", *options, *demo)
        sosik("run", tmp_path / "good.txt", *options)
        done = sosik("decide", tmp_path / "d.jsonl", *options)

        assert done.returncode == code
        assert ("E-DECISION Line 1" in done.stderr) == (desk == "real")


def test_a_failure_of_the_program_quotes_nobody(monkeypatch, capsys):
    """Whatever breaks inside: one coded sentence with the kind and the line, and no word of the data."""

    def broken(*_args, **_kwargs):
        raise RuntimeError("the ferryman at the third bend")

    monkeypatch.setattr(program.command, "main", broken)
    with pytest.raises(SystemExit) as ending:
        program.main(["--help"])

    said = capsys.readouterr().err
    assert ending.value.code == 2
    assert said.startswith("E-BROKEN ")
    assert "RuntimeError" in said
    assert "ferryman" not in said


def test_a_passphrase_is_asked_for_on_a_terminal_alone(tmp_path):
    """Without a terminal and without a key file: wrong use, and no desk is made."""
    done = sosik("ledger", "init", "--desk", tmp_path / "desk")

    assert done.returncode == 2
    assert done.stderr.startswith("E-USE ")
    assert not (tmp_path / "desk").exists()


def test_a_port_that_is_taken_is_one_clear_sentence(tmp_path, capsys):
    """The drop on a port where another program listens: a code, a sentence, and no traceback."""
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(SystemExit) as ended:
            program.main(["drop", "--spool", str(tmp_path / "spool"), "--port", str(other.getsockname()[1])])

    assert ended.value.code == 2
    assert "E-PORT" in capsys.readouterr().err
