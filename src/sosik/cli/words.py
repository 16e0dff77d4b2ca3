"""The command line's own words, in Korean when ``LANG`` is Korean."""

import os


def reader_lang() -> str:
    """The reader's language, ko or en, from the first of LC_ALL, LC_MESSAGES and LANG that is set."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "ko" if value.lower().startswith("ko") else "en"
    return "en"


def say(en: str, ko: str) -> str:
    return ko if reader_lang() == "ko" else en
