"""A verdict that reads what it is about against one that reads everything."""

import re
import shutil
import subprocess
import sys

from fakes.desk_server import ROOT, _made


def test_a_verdict_by_parts_is_that_of_the_whole_before_and_after_an_erasure(tmp_path):
    """Every name cites the same, every account stands the same, every bulletin has the same verdict; what is erased is in no part."""
    made, _ = _made()
    shutil.copytree(made, tmp_path / "demo")
    command = [sys.executable, "-m", "tests.fakes.counted_and_whole", "desk", "demo.key"]
    command[-2:] = [str(tmp_path / "demo" / name) for name in command[-2:]]
    said = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)

    assert said.returncode == 0, said.stderr
    assert int(re.search(r"(\d+) agree", said.stdout)[1]) >= 80
