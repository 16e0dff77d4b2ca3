"""Which incidents a source is said to have seen: as the bulletin lists them, else read from the text."""

from collections.abc import Mapping, Sequence

from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.case import Case
from sosik.bulletins.disclosure.found import Found
from sosik.values.ids import IncidentId
from sosik.values.text import Lang


def witnessed(bulletin: Bulletin, case: Case, found: Mapping[Lang, Sequence[Found]]) -> frozenset[IncidentId]:
    """Those listed and those that the paragraph of a presence cites, or the nearest citation before it."""
    listed = [case.named(name) for name in bulletin.witnessed or ()]
    seen = {one.id for one in listed if one is not None}
    for draft in bulletin.drafts:
        for presence in (one for one in found[draft.lang] if one.rule == "presence"):
            inside = [c for c in draft.citations if presence.start <= c.start < presence.end]
            before = [c for c in draft.citations if c.start < presence.start][-1:]
            after = [c for c in draft.citations if c.start >= presence.end][:1]
            for citation in inside or before or after:
                one = case.cited(citation)
                if one is not None:
                    seen.add(one.id)
    return frozenset(seen)
