"""Runs of base64 or hex that go on over the ends of lines, however narrow the lines are."""

from collections.abc import Iterator

import numpy as np

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"
_BLANKS = b" \t\r\n"
_REST = 1024
_LAST = 8
"""Letters at the end of a line from which a run may go on in the next, when neither line is nothing but letters."""


def _table(kept: bytes) -> np.ndarray:
    table = np.zeros(256, bool)
    table[list(kept)] = True
    return table


_IN_LETTERS = _table(_LETTERS)
_OTHERS = ~_table(_LETTERS + _BLANKS + b"=")


def wrapped_runs(raw: bytes, least: int) -> Iterator[bytes]:
    """Lines that hold nothing else, put together, with the last letters before them and the first after; and two ends that meet."""
    codes = np.frombuffer(raw, "u1")
    ends = np.flatnonzero(codes == 10)
    if not len(ends):
        return
    for start, end in _groups(raw, codes, ends):
        run = _tail(raw[max(0, start - _REST) : start].rstrip(_BLANKS)) + raw[start:end].translate(None, _BLANKS)
        run += _head(raw[end : end + _REST].lstrip(_BLANKS))
        if len(run) >= least:
            yield run.rstrip(b"=")
    for at in _meeting(codes, ends):
        run = _tail(raw[max(0, at - _REST) : at].rstrip(_BLANKS)) + _head(raw[at : at + _REST].lstrip(_BLANKS))
        if len(run) >= least:
            yield run


def _groups(raw: bytes, codes: np.ndarray, ends: np.ndarray) -> Iterator[tuple[int, int]]:
    """First byte and end of every run of lines that hold one word each."""
    starts = np.concatenate(([0], ends + 1))
    starts = starts[starts < len(raw)]
    bare = np.flatnonzero(~np.logical_or.reduceat(_OTHERS[codes], starts))
    after = np.append(starts[1:], len(raw))
    group: tuple[int, int] | None = None
    for start, end in zip(starts[bare].tolist(), after[bare].tolist(), strict=True):
        word = raw[start:end].strip()
        if not word or b" " in word:
            continue
        if group is not None and group[1] == start:
            group = (group[0], end)
            continue
        if group is not None:
            yield group
        group = (start, end)
    if group is not None:
        yield group


def _meeting(codes: np.ndarray, ends: np.ndarray) -> list[int]:
    """Ends of lines after enough letters in a row."""
    last = ends[ends > _LAST + 1]
    last = last - (codes[last - 1] == 13)
    for back in range(1, _LAST + 1):
        last = last[_IN_LETTERS[codes[last - back]]]
    found: list[int] = last.tolist()
    return found


def _head(line: bytes) -> bytes:
    return line[: len(line) - len(line.lstrip(_LETTERS))]


def _tail(line: bytes) -> bytes:
    return line[len(line.rstrip(_LETTERS)) :]
