"""Why a bulletin waits or a move is refused, in the reader's language: what the gate says, rule names left as they are."""

import re
from collections.abc import Mapping

from sosik.desk.terms import LACK, reader_lang, say
from sosik.errors import SosikError

_PATTERNS: tuple[tuple[str, str, str], ...] = (
    (r"the disclosure check blocks it \((?P<a>[\w-]+)\)", "blocked by {a}", "{a} 에 막힘"),
    (r"the second member has not overridden (?P<a>[\w-]+)", "the second member has not overridden {a}", "둘째 구성원이 {a} 에 예외를 두지 않음"),
    (r"its version in (?P<a>\w+) is stale.*", "the version in {a} is stale", "{a} 판이 뒤처짐"),
    (r"its versions say different things \((?P<a>[\w, -]+)\).*", "the versions differ: {a}", "두 언어판이 다름: {a}"),
)  # fmt: skip
_WHY: Mapping[str, tuple[str, str]] = {
    **LACK,
    "readers have these words already": ("readers have these words already", "독자가 이미 이 글을 받았음"),
    "it is checked": ("it waits for a review", "검토를 기다리는 글임"),
    "it is reviewed": ("it is reviewed already", "이미 검토함"),
    "it is cleared": ("it is cleared already", "이미 공개 허가를 받음"),
    "it is published": ("it is decided to be published already", "이미 발행하기로 결정함"),
    "it is withdrawn": ("it is withdrawn", "거둬들인 기사임"),
    "it is not published": ("it is not published", "발행된 적이 없음"),
    "it was withdrawn before it was published": ("it was withdrawn before it left", "나가기 전에 거둬들임"),
    "an override names no second member": ("an override names no second member", "예외에 둘째 구성원이 적혀 있지 않음"),
    "an override's second member is its first": ("an override needs two different members", "예외에는 서로 다른 두 구성원이 필요함"),
    "an override is by who wrote or translated it": ("an override is by who wrote or translated it", "쓰거나 옮긴 이가 예외를 둠"),
    "one key signed both lines of an override": ("one key signed both lines of an override", "한 열쇠가 예외의 두 줄에 다 서명함"),
    "a picture that it names is not kept in the desk": ("a picture that it names is not in the desk", "글에 적힌 사진이 데스크에 없음"),
    "it is not what you looked at any more": ("it is not what you looked at any more", "보신 글이 그사이 달라졌음"),
    "a move needs a reason": ("a move needs a reason", "까닭을 적어야 함"),
    "there is one of this name": ("there is one of this name", "같은 이름의 기사가 있음"),
    "a bulletin is named b- and small letters, digits and hyphens": (
        "a bulletin is named b- and small letters, digits and hyphens",
        "기사 이름은 b- 뒤에 소문자와 숫자, 붙임표로 적음",
    ),
    "the trustee is another member than the handler": ("the trustee is another member than the handler", "신탁인은 담당 기자와 다른 구성원이어야 함"),
    "there is no such member": ("there is no such member", "그런 구성원이 없음"),
    "the source is unknown": ("the source is unknown", "모르는 소식통임"),
    "since is not a day": ("that is not a day", "날짜가 아님"),
    "from is not a day": ("that is not a day", "날짜가 아님"),
    "it is no JPEG, PNG, WebP or HEIC": ("it is no JPEG, PNG, WebP or HEIC", "JPEG, PNG, WebP, HEIC 가 아님"),
    "it has too many pixels": ("it has too many pixels", "화소가 너무 많음"),
    "it is animated": ("it is animated", "움직이는 그림임"),
    "it is damaged": ("it is damaged, or no picture of these kinds", "손상되었거나 이런 종류의 사진이 아님"),
    "its converter stopped": ("it could not be opened", "열 수 없음"),
    "there is no file": ("no file came with the form", "파일이 오지 않았음"),
    "a picture has no caption": ("the caption is missing", "설명이 빠졌음"),
    "a picture has no credit": ("the credit is missing", "찍은 이가 빠졌음"),
    "a picture has no alt": ("the words for those who do not see it are missing", "보지 못하는 이를 위한 말이 빠졌음"),
    "retention is not a number of months": ("give a number of months up to 600", "600 이하의 달 수를 적어야 함"),
    "it gives no name in each language": ("a name is needed in both languages", "두 언어의 이름이 있어야 함"),
    "address is not an https or onion address that ends in a slash": (
        "the address begins with https:// or is an onion's, and ends with /",
        "주소는 https:// 로 시작하거나 어니언 주소이고 / 로 끝나야 함",
    ),
    "licence has no name, title and https address": (
        "a licence needs a name, a title and an https address",
        "이용 조건에는 이름과 제목과 https 주소가 있어야 함",
    ),
    "it is empty": ("it is empty", "비어 있음"),
    "it is not UTF-8": ("it is not UTF-8", "UTF-8 이 아님"),
    "a day is not written as 2026-01-31": ("a day is not written as 2026-01-31", "날짜가 2026-01-31 처럼 적히지 않음"),
    "it is too long": ("it is too long", "너무 깁니다"),
    "the handle was not written again": ("the handle was not written again", "표지를 다시 적지 않았음"),
}  # fmt: skip


def why_words(why: str) -> str:
    """The words of the catalogue's errors where none are given here."""
    for pattern, en, ko in _PATTERNS:
        found = re.fullmatch(pattern, why)
        if found:
            return say(en, ko).format(a=found["a"])
    pair = _WHY.get(why)
    return say(*pair) if pair else why


def answer_sentence(error: SosikError) -> str:
    """The sentence of the catalogue with its code; what was refused of a bulletin is told in the reader's language too."""
    why = error.fields.get("why")
    told = type(error)(**{**error.fields, "why": why_words(str(why))}) if why else error
    return f"{told.sentence(reader_lang())} ({error.code})"
