"""A release whose versions say different things stays, and leaves the published site as it was, until two members accept it."""

import json
import shutil
from pathlib import Path

import pytest

from sosik.cli.main import main

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "musan"
BULLETIN = "b-musan-2025-11"


def sosik(capsys, *arguments, code=0):
    with pytest.raises(SystemExit) as left:
        main([str(one) for one in arguments])
    said = capsys.readouterr()
    assert left.value.code == code, said.out + said.err
    return said


def files(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


@pytest.fixture
def desk(tmp_path, capsys):
    """The example desk with its site published."""
    shutil.copytree(EXAMPLE / "bulletins", tmp_path / "bulletins")
    keys = ["--desk", tmp_path / "desk", "--key-file", tmp_path / "key"]
    sosik(
        capsys,
        *("run", EXAMPLE / "accounts", *keys, "--bulletins", tmp_path / "bulletins"),
        *("--decisions", EXAMPLE / "decisions.jsonl", "--id-key", EXAMPLE / "id-key", "--out", tmp_path / "site"),
    )
    return keys


def test_what_drifts_is_not_published_until_two_accept_it(tmp_path, desk, capsys):
    """Early November against late November: exit 4, not a byte of the site changed; two members' lines let it out."""
    before = files(tmp_path / "site")
    english = tmp_path / "bulletins" / f"{BULLETIN}.en.md"
    english.write_text(english.read_text("utf-8").replace("in the first days of", "in the last days of"), "utf-8")
    stem = tmp_path / "bulletins" / BULLETIN
    verdict = json.loads(sosik(capsys, "check", stem, *desk, "--json").out)
    about = {"bulletin": BULLETIN, "revision": verdict["revision"], "hash": verdict["hash"]}
    steps = (("review", "m-seo"), ("clear", "m-cho"), ("publish", "m-cho"))
    decide(tmp_path, desk, capsys, [{"decision": kind, "member": member, "about": about} for kind, member in steps])

    said = sosik(capsys, "publish", stem, *desk, "--out", tmp_path / "site", code=4)
    assert "translation-date" in said.err
    assert "November" not in said.err
    assert files(tmp_path / "site") == before

    lines = (("m-lee", "m-cho"), ("m-cho", "m-lee"))
    override = {"decision": "override", "rule": "translation-date", "about": about}
    decide(tmp_path, desk, capsys, [override | {"member": one, "second": other} for one, other in lines])
    sosik(capsys, "publish", stem, *desk, "--out", tmp_path / "site")
    assert any(b"in the last days of November" in content for content in files(tmp_path / "site").values())


def decide(tmp_path, desk, capsys, lines):
    file = tmp_path / "decisions.jsonl"
    common = {"on": "2025-11-23", "because": "read side by side"}
    file.write_text("".join(json.dumps(common | line) + "\n" for line in lines), "utf-8")
    sosik(capsys, "decide", *desk, file)
