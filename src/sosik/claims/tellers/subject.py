"""Those who are said to tell something, as their sentence names them."""

from enum import StrEnum

from attrs import frozen

from sosik.values.textspan import TextSpan


class Manner(StrEnum):
    """How a teller is named: as somebody new, as known, by a pronoun, or as no person at all."""

    another = "another"
    indefinite = "indefinite"
    definite = "definite"
    ordinal = "ordinal"
    other = "other"
    former = "former"
    member = "member"
    bare = "bare"
    known = "known"
    pronoun = "pronoun"
    narrator = "narrator"
    group = "group"
    body = "body"


@frozen
class Subject:
    """``noun`` is the word that says who it is, ``qualifier`` what narrows it; ``order`` counts from 1 in "the first".

    ``companions`` are those who tell the same with them: a fisherman, in "a fisherman and a clerk said".
    """

    manner: Manner
    span: TextSpan
    noun: str = ""
    qualifier: str = ""
    order: int = 0
    count: int = 1
    companions: "tuple[Subject, ...]" = ()


@frozen
class Attribution:
    """A subject tells the words of ``reach``, as ``verb`` shows; ``back`` where only a known teller may be meant."""

    subject: Subject
    verb: TextSpan
    reach: TextSpan
    back: bool = False
