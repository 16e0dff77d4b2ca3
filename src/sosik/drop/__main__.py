"""``python -m sosik.drop SPOOL PORT [COMPOSER]``: the drop alone, for a machine that has nothing else of ours to do."""

import sys
from pathlib import Path

from sosik.drop.wiring import drop_of, serve


def main(arguments: list[str]) -> None:
    spool, port, *composer = arguments
    serve(drop_of(Path(spool), Path(composer[0]) if composer else None), int(port), lambda at: print(at, flush=True))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
