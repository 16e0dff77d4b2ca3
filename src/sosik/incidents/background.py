"""How many other events of a kind to expect where and when two claims may meet: coincidence weighs less in a busy city."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from sosik.incidents.blocking import PAD_DAYS, PAD_KM, Cell, cell_of, cells_of
from sosik.incidents.row import LinkRow
from sosik.values.datespan import DateSpan
from sosik.values.ids import CategoryKey
from sosik.values.place import Place

HALF_YEAR = 183
_WIDEST_KM = 100.0  # a wider place says too little of where to be counted with a city's events


@frozen
class Background:
    """The claims by category and cell. It is made once for all claims, and each pair is left out when it is asked."""

    rows: Mapping[tuple[CategoryKey, Cell], tuple[LinkRow, ...]] = field(hash=False, repr=False, factory=dict)

    @classmethod
    def of(cls, rows: Iterable[LinkRow]) -> "Background":
        """A claim that is not placed and dated tells of no rate."""
        found: dict[tuple[CategoryKey, Cell], list[LinkRow]] = defaultdict(list)
        for row in rows:
            home = _home(row.where)
            if home is not None and row.when is not None and not row.when.is_open:
                found[row.category, home].append(row)
        return cls({key: tuple(sorted(members, key=lambda row: row.id)) for key, members in found.items()})

    def expected(self, left: LinkRow, right: LinkRow) -> float:
        """Lambda of the Poisson: other events of the category expected in the area of the finer place and the days of both.

        The rate is that of the half years before and after, the pair's own days left out, so that an event that many
        tell does not make itself commonplace. One origin's tellings of one time count once. 0 where nothing is known.
        """
        finer = _finer(left.where, right.where)
        if finer is None or left.when is None or right.when is None or left.when.is_open or right.when.is_open:
            return 0.0
        own = left.when.envelope(right.when)
        categories = {left.category, right.category}
        near = (row for cell in cells_of(finer) for key in categories for row in self.rows.get((key, cell), ()))
        others = {
            (row.root or row.id, row.when.earliest, row.when.latest)
            for row in near
            if row.when and row.id not in {left.id, right.id} and _aside(row.when, own) and _within(row.where, finer)
        }
        return len(others) * (own.days or 0) / (2 * HALF_YEAR)


def _home(place: Place | None) -> Cell | None:
    """The cell of the centre; None for a line and for an area that says too little of where."""
    if place is None or place.centre is None or place.is_line or place.radius_km > _WIDEST_KM:
        return None
    return cell_of(place.centre)


def _finer(one: Place | None, other: Place | None) -> Place | None:
    located = [place for place in (one, other) if place is not None and place.points and not place.is_line]
    finest = min(located, key=lambda place: place.radius_km, default=None)
    return finest if finest is not None and finest.radius_km <= _WIDEST_KM else None


def _aside(span: DateSpan, own: DateSpan) -> bool:
    """Before or after the pair's own days, padded, and within half a year of them."""
    return PAD_DAYS < span.gap_days(own) <= HALF_YEAR


def _within(place: Place | None, finer: Place) -> bool:
    between = place.km_between_centres(finer) if place else None
    return between is not None and between <= finer.radius_km + PAD_KM
