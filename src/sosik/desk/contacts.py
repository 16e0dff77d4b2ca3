"""Telephone and identity numbers in what somebody writes down: they do not belong in an account."""

from collections.abc import Iterator

from attrs import frozen

from sosik.bulletins.disclosure.identities import identities
from sosik.bulletins.disclosure.phones import phones
from sosik.bulletins.disclosure.unveiled import unveil
from sosik.errors import InputRefused


class InputNumbers(InputRefused):
    code = "E-INPUT-NUMBERS"
    en = "The text holds {count} telephone, identity or bank numbers. Nothing was kept: take them out and save again."
    ko = "글에 전화번호나 신분 번호, 계좌 번호가 {count}개 있습니다. 아무것도 남기지 않았습니다. 지우고 다시 저장해 주십시오."


@frozen
class Number:
    """``start`` and ``end`` count characters of the text as it was written; ``rule`` is phone, id-number or bank-account."""

    rule: str
    start: int
    end: int


def numbers_in(text: str) -> tuple[Number, ...]:
    """Every number that can be dialled or stands for a person, a document or a purse, once each, in order."""
    shown = unveil(text)
    taken: list[tuple[int, int]] = []
    found = []
    for rule, start, end in _every(shown.text):
        if not any(a < end and start < b for a, b in taken):
            taken.append((start, end))
            found.append(Number(rule, *shown.span(start, end)))
    return tuple(sorted(found, key=lambda one: one.start))


def _every(text: str) -> Iterator[tuple[str, int, int]]:
    yield from identities(text)
    yield from (("phone", start, end) for start, end in phones(text))
