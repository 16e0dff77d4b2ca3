"""One bulletin as the desk judges it, for every shell alike: the same case, verdict and bytes wherever somebody looks or publishes."""

from collections.abc import Callable, Sequence
from datetime import date

from attrs import field, frozen

from sosik.accounts.decision import Decision
from sosik.accounts.ledger import Ledger
from sosik.bulletins.assemble import Assembled
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.case import Case
from sosik.bulletins.check import check_assembled
from sosik.bulletins.clearance import check_overridden, clear, publication_day
from sosik.bulletins.draft_pictures import illustrated
from sosik.bulletins.edition import ClearedEdition
from sosik.bulletins.exposure import knowing
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
from sosik.incidents.projection import Projection


@frozen
class Judged:
    """``bulletin`` bears the pixels of its pictures; ``verdict`` is about ``assembled``'s edition; ``case`` is what it rests on."""

    bulletin: Bulletin
    verdict: Verdict
    assembled: Assembled
    case: Case = field(repr=False)


def judged(  # noqa: PLR0913 - what a verdict rests on
    bulletin: Bulletin,
    book: Casebook,
    ledger: Ledger,
    rules: Rules,
    ids: IdKey,
    today: date,
    projecting: Callable[..., Projection],
) -> Judged:
    """As of the day that a decision publishes it, else as of ``today``. ``projecting`` is as in ``public_case``.

    Raises NotCleared when the desk keeps no picture of a name that it uses.
    """
    decisions, policy = book.kept.decisions, Policy.shipped()
    whole = illustrated(bulletin, ledger.public_kept())
    day = publication_day(decisions, bulletin.id) or today
    case = public_case(book, rules, ids, day, projecting)
    case = knowing(case, whole, ever_kept(ledger, decisions), decisions, policy, rules.gazetteer)
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
