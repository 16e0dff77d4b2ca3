"""The whole job on the example desk: accounts to incidents, a private preview, and a public site.

    python scripts/demo.py [OUT]

OUT (``out/musan``) gets a demo desk and a site; both are made anew each time.
"""

import shutil
import sys
from pathlib import Path

from sosik.cli.main import main

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "musan"


def demo(out: Path) -> None:
    desk, site = out / "desk", out / "site"
    for old in (desk, site):
        if old.exists():
            shutil.rmtree(old)
    out.mkdir(parents=True, exist_ok=True)
    arguments = ["run", str(EXAMPLE / "accounts"), "--desk", str(desk), "--key-file", str(out / "demo.key")]
    arguments += ["--bulletins", str(EXAMPLE / "bulletins"), "--decisions", str(EXAMPLE / "decisions.jsonl")]
    try:
        main([*arguments, "--id-key", str(EXAMPLE / "id-key"), "--out", str(site)])
    except SystemExit as ending:
        if ending.code:
            raise
    print(f"\nOpen the site:      {site / 'index.html'}")
    print(
        f"Private preview:    {Path(sys.executable).parent / 'sosik'} preview --desk {desk} --key-file {out / 'demo.key'}"
    )


if __name__ == "__main__":
    demo(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("out/musan"))
