"""Places that the versions name differently, and ways that they turn round."""

from collections.abc import Iterator, Sequence

from sosik.bulletins.translation.drift import Kind
from sosik.bulletins.translation.finding import Found
from sosik.bulletins.translation.names import is_spelt_in, is_spelt_in_latin, latin_name
from sosik.bulletins.translation.page import Page
from sosik.bulletins.translation.places import PlaceSaid, same_place
from sosik.bulletins.translation.sections import Section, differing


def place_drift(laid: Sequence[Section], ko: Page, en: Page) -> Iterator[Found]:
    mine, yours = ([one for one in page.places if one.firm] for page in (ko, en))
    for one in differing(laid, mine, yours, same_place):
        left = [here for here in one.ko if not is_spelt_in_latin(here.span.words(ko.text), en.text)]
        right = [there for there in one.en if not is_spelt_in(latin_name(there.span, en.text), ko.text)]
        for here, there in list(zip(left, right, strict=False)):
            left.remove(here)
            right.remove(there)
            told_wider = bool(here.ids & there.around or there.ids & here.around)
            if not told_wider and not (_named(yours, here) and _named(mine, there)):
                yield Found(Kind.place, "place", here.span, there.span, one.section)
        yield from (
            Found(Kind.place, "place", here.span, None, one.section) for here in left if not _covered(yours, here)
        )
        yield from (
            Found(Kind.place, "place", None, there.span, one.section) for there in right if not _covered(mine, there)
        )
        turned = [(here, there) for here, there in one.pairs if {here.way, there.way} == {"from", "to"}]
        if turned:
            yield Found(Kind.direction, "way", turned[0][0].span, turned[0][1].span, one.section)


def _named(others: Sequence[PlaceSaid], one: PlaceSaid) -> bool:
    return any(same_place(one, other) for other in others)


def _covered(others: Sequence[PlaceSaid], one: PlaceSaid) -> bool:
    """The other version names it somewhere, or a place within it: North Hamgyong goes without saying beside Musan."""
    return any(one.ids & other.around or same_place(one, other) for other in others)
