"""The converting process: a file on standard input, an answer in JSON on standard output. Everything around it is shut.

python -m sosik.adapters.converter.inside FORMAT
"""

import json
import resource
import sys
from collections.abc import Callable
from importlib import import_module

from sosik.adapters.converter.answer import Answer, Refused

MEMORY, SECONDS, OUTPUT = 1_500_000_000, 20, 96_000_000
_FORMATS = {
    ".docx": ("documents", "word"),
    ".pdf": ("documents", "pdf"),
    ".html": ("pages", "page"),
    ".eml": ("mail", "mail"),
    ".zip": ("archives", "zipped"),
    ".tar": ("archives", "taped"),
    ".jpg": ("photos", "photo"),
    ".picture": ("photos", "picture"),
}


def main() -> None:
    limit()
    module, name = _FORMATS[sys.argv[1]]
    convert: Callable[[bytes], Answer] = getattr(import_module(f"sosik.adapters.converter.{module}"), name)
    content = sys.stdin.buffer.read()
    try:
        said = convert(content)
    except Refused as refused:
        said = {"refused": str(refused)}
    except (MemoryError, RecursionError):
        said = {"refused": "size"}
    sys.stdout.write(json.dumps(said))


def limit() -> None:
    """Limits that hold whatever the libraries do; a process that meets one dies, and its file is refused."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT, OUTPUT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


if __name__ == "__main__":
    main()
