"""Take the manual's pictures of the example desk in a real browser.

    python scripts/manual_pictures.py [OUT]

``make run`` comes first; OUT (``out/musan``) is where it wrote to. Look at each picture before it is committed.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyrage
from playwright.sync_api import Browser, Page, sync_playwright

PASSWORD = "seven slow rivers in a drawer"  # of the demo  # noqa: S105
IMAGES = Path(__file__).resolve().parents[1] / "docs" / "manual" / "images"
SITE = {
    "front": "index.html",
    "bulletin": "bulletins/b-musan-2025-11.html",
    "incident": "incidents/*.html",
    "measures": "measures.html",
    "articles": "articles.html",
    "incidents": "incidents.html",
    "about": "about.html",
    "method": "method.html",
    "corrections": "corrections.html",
    "data": "data.html",
}
WIDTHS = {"": 1000, "-phone": 390}
PAGES = (
    {
        f"{kind}-{lang}{tail}": (f"site/{lang}/{path}", width, "light")
        for kind, path in SITE.items()
        for lang in ("en", "ko")
        for tail, width in WIDTHS.items()
    }
    | {
        f"{kind}-zh{tail}": (f"site/zh/{SITE[kind]}", width, "light")
        for kind in ("front", "incident", "measures")
        for tail, width in WIDTHS.items()
    }
    | {
        "incident-ko-dark": ("site/ko/incidents/*.html", 1000, "dark"),
        "desk-inbox": ("desk:en:/", 1380, "light"),
        "desk-account": ("desk:en:/accounts/a02-heron-notes/", 1380, "light"),
        "desk-account-ko": ("desk:ko:/accounts/a11-too-vague/", 1380, "dark"),
        "desk-account-phone": ("desk:ko:/accounts/a01-kestrel-call/", 390, "light"),
        "desk-call-log": ("desk:ko:/accounts/new/", 1380, "light"),
        "desk-incidents": ("desk:en:/incidents/", 1380, "light"),
        "desk-incident-ko": ("desk:ko:/incidents/?category=landmine", 1380, "light"),
        "desk-pair": ("desk:en:/incidents/?place=Onsong", 1380, "light"),
        "desk-measures": ("desk:en:/measures/", 1380, "light"),
        "desk-bulletin": ("desk:en:/bulletins/b-village-2025-11/", 1380, "light"),
        "desk-sources": ("desk:ko:/sources/", 1380, "dark"),
        "desk-releases": ("desk:en:/releases/", 1380, "light"),
        "desk-releases-phone": ("desk:ko:/releases/", 390, "light"),
        "desk-erase": ("desk:ko:/sources/s-heron/erase/", 1380, "dark"),
        "desk-vault": ("desk:en:/sources/s-heron/vault/", 1380, "light"),
        "desk-audit": ("desk:en:/audit/", 1380, "light"),
        "desk-settings-ko": ("desk:ko:/settings/", 1380, "light"),
        "desk-estimates": ("desk:en:/estimates/", 1380, "light"),
        "composer": ("composer:en", 700, "light"),
        "composer-ko-phone": ("composer:ko", 390, "dark"),
        "preview": ("preview:index.html", 1000, "light"),
        "preview-account": ("preview:account-a02-heron-notes.html", 1000, "light"),
        "preview-blocked": ("preview:bulletin-b-village-2025-11.html", 1000, "light"),
    }
)


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


_LETTER = {
    "en": "Two guards beat a trader near the bridge on Tuesday night. I did not see it; her cousin did.",
    "ko": "화요일 밤 다리 근처에서 경비대원 둘이 장사꾼을 때렸습니다. 저는 못 봤고 그 사촌이 봤습니다.",
}


def take(out: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    with previewed(out) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        take_desk(chromium, out)
        take_composer(chromium, out)
        for name, (pattern, width, scheme) in PAGES.items():
            if pattern.startswith(("desk:", "composer:")):
                continue
            kind, _, name_of_page = pattern.partition(":")
            page = (
                f"{address}{name_of_page}"
                if kind == "preview"
                else next(iter(sorted(out.glob(pattern)))).resolve().as_uri()
            )
            context = chromium.new_context(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
                java_script_enabled=kind != "preview",
            )
            shown = context.new_page()
            shown.goto(page)
            shown.screenshot(path=IMAGES / f"{name}.png", full_page=True)
            context.close()
        chromium.close()


def take_composer(chromium: Browser, out: Path) -> None:
    """The page that seals, as somebody writes on it."""
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    command = [sys.executable, "-m", "sosik", "envelope", "--recipient", recipient, "--out", str(out / "letter.html")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    for name, (pattern, width, scheme) in PAGES.items():
        kind, _, lang = pattern.partition(":")
        if kind != "composer":
            continue
        context = chromium.new_context(
            locale="ko-KR" if lang == "ko" else "en-GB",
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page = context.new_page()
        page.goto((out / "letter.html").resolve().as_uri())
        page.fill("#text", _LETTER[lang])
        page.screenshot(path=IMAGES / f"{name}.png", full_page=True)
        context.close()


def take_desk(chromium: Browser, out: Path) -> None:
    """The pages of a demo desk that is made for them, as its editor sees them."""
    command = [sys.executable, str(Path(__file__).with_name("demo_desk.py")), str(out / "web"), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "LANG": "C.UTF-8"}) as process:
        said = ""
        while process.stdout and "The desk:" not in said:
            said += process.stdout.readline()
        try:
            address = re.findall(r"http://127\.0\.0\.1:\d+", said)[-1]
            first = chromium.new_context()
            kept = _signed_in(first.new_page(), address, re.findall(r"m-han .*codes (\d+)", said)[0])
            for name, (pattern, width, scheme) in PAGES.items():
                if pattern.startswith("desk:"):
                    _take(chromium, kept, name, address, pattern, width, scheme)
        finally:
            process.terminate()


def _signed_in(page: Page, address: str, code: str) -> Any:
    page.goto(address)
    page.fill("#id_login", "m-han")
    page.fill("#id_password", PASSWORD)
    page.click("button.now")
    page.fill("#id_code", code)
    page.click("button.now")
    page.wait_for_selector(".own button")
    while not page.evaluate("fetch('/progress/counted/').then(said => said.json()).then(said => said.is_current)"):
        page.wait_for_timeout(300)
    return page.context.storage_state()


def _take(chromium: Browser, kept: Any, name: str, address: str, pattern: str, width: int, scheme: str) -> None:  # noqa: PLR0913 - a row of the table
    _, lang, path = pattern.split(":", 2)
    context = chromium.new_context(
        storage_state=kept,
        locale="ko-KR" if lang == "ko" else "en-GB",
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(address + path)
    if "category=" in path or "place=" in path:
        page.click("tbody th a")
    if "place=" in path:
        page.locator("details.settled summary").first.click()
    if path == "/releases/" and page.locator("iframe.site").count() == 0:
        page.locator("form[action*=prepare] button").click()
        page.wait_for_selector("iframe.site")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=IMAGES / f"{name}.png", full_page=True)
    context.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("out/musan"))
