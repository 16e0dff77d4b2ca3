"""An edition leaves only when its versions say the same, or two members have accepted each kind of difference on these bytes."""

from collections.abc import Sequence

from sosik.accounts.decision import Decision
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.clearance import check_overridden
from sosik.bulletins.edition import Edition
from sosik.bulletins.edition_bytes import edition_hash
from sosik.bulletins.translation.drift import Drift
from sosik.bulletins.translation.versions import VersionText, compare_versions
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.claims.gazetteer.morphemes import WordCutter
from sosik.errors import NotCleared
from sosik.values.text import Lang

RULE = "translation-"
"""What an override of a kind of drift names: ``translation-number``, ``translation-missing``."""


def drift_of(edition: Edition, gazetteer: Gazetteer, words: WordCutter) -> tuple[Drift, ...]:
    """Between the versions as readers will see them; nothing where there is one alone."""
    versions = {one.lang: VersionText(one.title, one.body) for one in edition.versions}
    if len(versions) < len(Lang):
        return ()
    return compare_versions(versions[Lang.ko], versions[Lang.en], gazetteer, words).drift


def check_faithful(
    bulletin: Bulletin, edition: Edition, decisions: Sequence[Decision], gazetteer: Gazetteer, words: WordCutter
) -> None:
    """Raises NotCleared, which names the kinds of drift that nobody has accepted."""
    rules = sorted({RULE + one.kind for one in drift_of(edition, gazetteer, words)})
    if not rules:
        return
    try:
        check_overridden(bulletin, rules, decisions, edition_hash(edition))
    except NotCleared as error:
        why = f"its versions say different things ({', '.join(rules)}): {error.fields['why']}"
        raise NotCleared(bulletin=bulletin.id, why=why) from error
