"""What each page is made of, as hashes: of the editions behind a story, and of the stories behind a row."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from sosik.bulletins.edition import ClearedEdition
from sosik.public.made_of import made_of
from sosik.public.standing import Standing, Story
from sosik.values.ids import BulletinId, IncidentId


@frozen
class Ingredients:
    """``ground`` is what every page rests on: the code, the desk's words, the map, the instruments."""

    ground: bytes
    stories: Mapping[BulletinId, bytes] = field(repr=False)
    rows: Mapping[IncidentId, bytes] = field(repr=False)

    def of(self, *values: object) -> bytes:
        return made_of(self.ground, *values)

    def of_story(self, story: Story) -> bytes:
        """Its editions, and each of its rows as it stands now, which another bulletin may have changed since."""
        edition = story.newest.edition
        ids = [*(row.id for row in edition.incidents), *(row.id for row in edition.measures)]
        return self.of(self.stories[story.bulletin], *(self.rows.get(key) for key in ids))

    def of_stories(self, stories: Iterable[Story]) -> bytes:
        return made_of(*(self.stories[story.bulletin] for story in stories))

    def of_rows(self, ids: Iterable[IncidentId]) -> bytes:
        return made_of(*(self.rows[key] for key in ids))


def ingredients(editions: Sequence[ClearedEdition], now: Standing, ground: bytes) -> Ingredients:
    """The same whatever the order of the editions."""
    behind: dict[BulletinId, list[bytes]] = {}
    for edition in editions:
        behind.setdefault(edition.edition.bulletin, []).append(made_of(edition))
    stories = {key: made_of(*sorted(every)) for key, every in behind.items()}
    rows = {key: made_of(str(key), *(stories[story.bulletin] for story in told)) for key, told in now.told_in.items()}
    return Ingredients(ground, stories, rows)
