"""A demo desk on the example accounts, with sign-ins that are printed; it runs until it is stopped.

    python scripts/demo_desk.py [OUT] [--port N]

OUT (``out/desk``) is made anew each time.
"""

import argparse
import os
import shutil
import sys
from pathlib import Path

from sosik.desk.configuring import configure

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "musan"


def make(out: Path) -> tuple[Path, Path]:
    """The desk's folder and the key that opens it."""
    from sosik.cli.main import main  # noqa: PLC0415 - after Django is configured

    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    arguments = ["run", str(EXAMPLE / "accounts"), "--desk", str(out / "desk"), "--key-file", str(out / "demo.key")]
    arguments += ["--bulletins", str(EXAMPLE / "bulletins"), "--decisions", str(EXAMPLE / "decisions.jsonl")]
    try:
        main([*arguments, "--id-key", str(EXAMPLE / "id-key")])
    except SystemExit as ending:
        if ending.code:
            raise
    return out / "desk", out / "demo.key"


def seat(desk: Path, key: Path) -> None:
    from sosik.desk import demo, recounting, wiring  # noqa: PLC0415 - after Django is configured

    recounting.count(desk, wiring.by_key_file(key))
    opened = wiring.open_desk(desk, wiring.by_key_file(key))
    try:
        for one in demo.seed():
            print(f"  {one.member}  {', '.join(one.roles)}  app secret {one.secret}  codes {' '.join(one.codes[:4])}")
    finally:
        opened.close()
    print(f"  password of all: {demo.PASSWORD}\n  A code works once.")


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("out", nargs="?", type=Path, default=Path("out/desk"))
    options.add_argument("--port", default="8787")
    options.add_argument("--only-make", action="store_true", help="make it and print the sign-ins; start nothing")
    asked = options.parse_args()
    configure()
    folder, key_file = make(asked.out)
    print("\nSign in as", flush=True)
    seat(folder, key_file)
    sys.stdout.flush()
    if asked.only_make:
        sys.exit()
    command = [sys.executable, "-m", "sosik", "desk", "--desk", str(folder), "--key-file", str(key_file)]
    (asked.out / "mirror").mkdir()
    command += ["--site", str(asked.out / "site"), "--mirror", str(asked.out / "mirror")]
    os.execv(sys.executable, [*command, "--port", asked.port])  # noqa: S606 - our own program
