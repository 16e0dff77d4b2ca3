"""Coded errors: one plain sentence each, naming files and ids only, never a source's words."""

from pathlib import PurePath
from typing import ClassVar

from attrs import frozen


class SosikError(Exception):
    """An error of the catalogue: a stable code, an exit code, a sentence in English and in Korean.

    The fields in braces are given as keyword arguments; they are names of files, ids and numbers, never text of an account.

    >>> print(InputUndated(file="call.txt"))
    E-INPUT-UNDATED call.txt bears no date: give received, told or published, or --received.
    """

    code: ClassVar[str] = "E-SOSIK"
    exit_code: ClassVar[int] = 2
    en: ClassVar[str] = "Something went wrong."
    ko: ClassVar[str] = "문제가 생겼습니다."

    def __init__(self, **fields: object) -> None:
        super().__init__(self.code)
        self.fields = fields

    def sentence(self, lang: str = "en") -> str:
        return (self.ko if lang == "ko" else self.en).format(**self.fields)

    def __str__(self) -> str:
        return f"{self.code} {self.sentence()}"


@frozen
class Refusal:
    """One thing that was not taken, and why; the rest went on."""

    name: str
    error: SosikError


class WrongUse(SosikError):
    code = "E-USE"
    en = "{what}"
    ko = "{what}"


class Broken(SosikError):
    code = "E-BROKEN"
    en = "The program failed ({where}); what was taken in before is kept. Please report this line."
    ko = "프로그램이 실패했습니다({where}). 앞서 받아들인 것은 남아 있습니다. 이 줄을 알려 주십시오."


def where(error: BaseException) -> str:
    """The kind of error and the line of ours that it came from: enough for a report, and no word of an account."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    place = f"{PurePath(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else "?"
    return f"{type(error).__name__}, {place}"


class NotFound(SosikError):
    code = "E-NOT-FOUND"
    en = "{what} was not found."
    ko = "{what} 을(를) 찾을 수 없습니다."


class DeskFailed(SosikError):
    """What stops the desk itself, whatever was asked of it; never the refusal of one thing while the rest goes on."""


class InputRefused(SosikError):
    code = "E-INPUT"
    exit_code = 3
    en = "{file} could not be read."
    ko = "{file} 을(를) 읽을 수 없습니다."
