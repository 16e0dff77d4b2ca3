"""One bulletin as the desk judges it, for every shell alike: the same case, verdict and bytes wherever somebody looks or publishes."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from attrs import field, frozen

from sosik.accounts.decision import Decision
from sosik.accounts.ledger import Ledger
from sosik.bulletins.assemble import Assembled
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.case import Case, Exposed
from sosik.bulletins.check import check_assembled
from sosik.bulletins.clearance import check_overridden, clear, publication_day
from sosik.bulletins.draft_pictures import illustrated
from sosik.bulletins.edition import ClearedEdition
from sosik.bulletins.exposure import exposed, knowing_of
from sosik.bulletins.kept_texts import ever_kept
from sosik.bulletins.policy import Policy
from sosik.bulletins.public_case import public_case
from sosik.bulletins.staleness import check_fresh
from sosik.bulletins.translation.faithful import check_faithful
from sosik.bulletins.verdict import Verdict
from sosik.claims.gazetteer.morphemes import WordCutter
from sosik.claims.rules import Rules
from sosik.incidents.book import Casebook
from sosik.incidents.ids import IdKey
from sosik.incidents.projection import Projection, project


class Matter(Protocol):
    """What the desk knows that a verdict rests on."""

    @property
    def decisions(self) -> Sequence[Decision]:
        """Every decision about a bulletin at least, in the order of the ledger."""

    def case_on(self, day: date) -> Case:
        """With what may be public on the day; without exposure."""

    def exposed(self, case: Case) -> Sequence[Exposed]:
        """What every published revision says of the sources behind it, as ``exposure.exposed``."""


@frozen
class WholeBook:
    """Matter from a casebook that holds everything. ``projecting`` is as in ``public_case``."""

    book: Casebook = field(repr=False)
    ledger: Ledger = field(repr=False)
    rules: Rules = field(repr=False)
    ids: IdKey = field(repr=False)
    projecting: Callable[..., Projection] = project

    @property
    def decisions(self) -> Sequence[Decision]:
        return self.book.kept.decisions

    def case_on(self, day: date) -> Case:
        return public_case(self.book, self.rules, self.ids, day, self.projecting)

    def exposed(self, case: Case) -> Sequence[Exposed]:
        texts = ever_kept(self.ledger, self.decisions)
        return exposed(texts, self.decisions, case, Policy.shipped(), self.rules.gazetteer)


@frozen
class Judged:
    """``bulletin`` bears the pixels of its pictures; ``verdict`` is about ``assembled``'s edition; ``case`` is what it rests on."""

    bulletin: Bulletin
    verdict: Verdict
    assembled: Assembled
    case: Case = field(repr=False)


def judged(bulletin: Bulletin, matter: Matter, ledger: Ledger, rules: Rules, today: date) -> Judged:
    """As of the day that a decision publishes it, else as of ``today``.

    Raises NotCleared when the desk keeps no picture of a name that it uses.
    """
    decisions, policy = matter.decisions, Policy.shipped()
    has_pictures = any(draft.pictures for draft in bulletin.drafts)
    whole = illustrated(bulletin, ledger.public_kept()) if has_pictures else bulletin
    case = matter.case_on(publication_day(decisions, bulletin.id) or today)
    case = knowing_of(case, whole, matter.exposed(case), decisions)
    verdict, assembled = check_assembled(whole, case, policy, rules.gazetteer, rules.codebook)
    return Judged(whole, verdict, assembled, case)


def check_sound(one: Judged, decisions: Sequence[Decision], rules: Rules, words: WordCutter) -> None:
    """Nothing in it blocks that two members have not overridden, and its versions stand together; raises NotCleared.

    Asked before a member reviews, clears or publishes it, so that nobody signs what could not leave.
    """
    check_fresh(one.bulletin)
    check_overridden(one.bulletin, sorted({each.rule for each in one.verdict.blocking}), decisions, one.verdict.hash)
    check_faithful(one.bulletin, one.assembled.edition, decisions, rules.gazetteer, words)


def cleared(one: Judged, decisions: Sequence[Decision], rules: Rules, words: WordCutter) -> ClearedEdition:
    """Reviewed, cleared and published on these bytes, and alike in both languages; raises NotCleared with what is missing.

    What is withdrawn shows no words, so that its versions are not compared any more.
    """
    done = clear(one.bulletin, one.assembled.edition, one.verdict, decisions)
    if not done.withdrawn:
        check_faithful(one.bulletin, done.edition, decisions, rules.gazetteer, words)
    return done
