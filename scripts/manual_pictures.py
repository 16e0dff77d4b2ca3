"""Take the manual's pictures of the example desk in a real browser.

    python scripts/manual_pictures.py [OUT]

``make run`` comes first; OUT (``out/musan``) is where it wrote to. Look at each picture before it is committed.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "manual" / "images"
PAGES = {
    "front-en": ("site/en/index.html", 1000, "light"),
    "front-ko-phone": ("site/ko/index.html", 390, "light"),
    "bulletin-ko": ("site/ko/bulletins/b-musan-2025-11.html", 1000, "light"),
    "incident-en": ("site/en/incidents/*.html", 1000, "light"),
    "incident-ko-dark": ("site/ko/incidents/*.html", 1000, "dark"),
    "measures-en": ("site/en/measures.html", 1000, "light"),
    "preview": ("preview:index.html", 1000, "light"),
    "preview-account": ("preview:account-a02-heron-notes.html", 1000, "light"),
    "preview-blocked": ("preview:bulletin-b-village-2025-11.html", 1000, "light"),
}


@contextmanager
def previewed(out: Path) -> Iterator[str]:
    """The address of the example desk's preview."""
    command = [
        sys.executable,
        "-m",
        "sosik",
        "preview",
        "--desk",
        str(out / "desk"),
        "--key-file",
        str(out / "demo.key"),
    ]
    with subprocess.Popen([*command, "--port", "0"], stdout=subprocess.PIPE, text=True) as process:
        said = process.stdout.readline() if process.stdout else ""
        try:
            yield said[said.index("http") : said.index(" (")]
        finally:
            process.terminate()


def take(out: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    with previewed(out) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for name, (pattern, width, scheme) in PAGES.items():
            kind, _, name_of_page = pattern.partition(":")
            page = (
                f"{address}{name_of_page}"
                if kind == "preview"
                else next(iter(sorted(out.glob(pattern)))).resolve().as_uri()
            )
            context = chromium.new_context(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
                java_script_enabled=False,
            )
            shown = context.new_page()
            shown.goto(page)
            shown.screenshot(path=IMAGES / f"{name}.png", full_page=True)
            context.close()
        chromium.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("out/musan"))
