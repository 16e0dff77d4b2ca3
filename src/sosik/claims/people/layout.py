"""Sentences of a text whose lines may be wrapped in the middle of one."""

from collections.abc import Iterator

from sosik.claims.sentences import split
from sosik.values.textspan import TextSpan

# No sentence of a person is longer; what is, is cut, so that the time stays in proportion to the text.
_LONGEST = 1200


def sentences_of(flat: str) -> Iterator[TextSpan]:
    """Each sentence, one that is too long in pieces that end at a space where there is one."""
    for span in split(flat):
        start = span.start
        while span.end - start > _LONGEST:
            space = flat.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            end = space if space > 0 else start + _LONGEST
            yield TextSpan(start, end)
            start = end
        yield TextSpan(start, span.end)
