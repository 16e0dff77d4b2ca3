"""Keys by subject: an account, a source, a bulletin, the desk. The only place where their names stand unsealed."""

import hmac
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from attrs import field, frozen
from django.db import transaction

from sosik.adapters.sealing import new_id, new_key
from sosik.adapters.store.databases import Database
from sosik.adapters.store.models import Grave, KeyCopy, Subject

_BATCH = 2000


class SubjectKind(StrEnum):
    account = "account"
    source = "source"
    bulletin = "bulletin"
    desk = "desk"
    envelope = "envelope"


@frozen
class Named:
    """A subject by name; ``above`` is the source of an account."""

    kind: SubjectKind
    name: str
    above: str = ""


@frozen
class Key:
    id: bytes
    key: bytes = field(repr=False)
    name: str = ""
    kind: SubjectKind = SubjectKind.desk


DESK = Named(SubjectKind.desk, "desk")


class KeyStore:
    """``names`` is the key under which graves remember names."""

    def __init__(self, database: Database, names: bytes) -> None:
        self.database, self._names = database, names

    def made(self, subjects: Iterable[Named]) -> dict[Named, Key]:
        """The key of each, made where there is none; on the disk before anything is sealed under it."""
        wanted = list(dict.fromkeys(subjects))
        found = self._found(wanted)
        using = self.database.alias
        fresh = {one: Key(new_id(), new_key(), one.name, one.kind) for one in wanted if one not in found}
        rows = (
            Subject(id=key.id, kind=one.kind.value, name=one.name, above=one.above, key=key.key)
            for one, key in fresh.items()
        )
        with transaction.atomic(using=using):
            Subject.objects.using(using).bulk_create(rows, batch_size=_BATCH)
            for one, key in found.items():
                if one.above:
                    Subject.objects.using(using).filter(id=key.id).exclude(above=one.above).update(above=one.above)
        return found | fresh

    def named(self, kind: SubjectKind, name: str) -> Key | None:
        row = Subject.objects.using(self.database.alias).filter(kind=kind.value, name=name).first()
        return _key(row) if row else None

    def of_names(self, kind: SubjectKind, names: Iterable[str]) -> dict[str, Key]:
        """Those of the kind that live, by name."""
        return {one.name: key for one, key in self._found([Named(kind, name) for name in names]).items()}

    def of_kind(self, kind: SubjectKind) -> list[Key]:
        rows = Subject.objects.using(self.database.alias).filter(kind=kind.value)
        return [_key(row) for row in rows]

    def of_source(self, handle: str) -> list[Key]:
        """The keys of the accounts of a source."""
        rows = Subject.objects.using(self.database.alias).filter(kind=SubjectKind.account.value, above=handle)
        return [_key(row) for row in rows]

    def all(self) -> dict[bytes, Key]:
        """Every living key by its id."""
        rows = Subject.objects.using(self.database.alias).values_list("id", "key", "name", "kind")
        kinds = {kind.value: kind for kind in SubjectKind}
        return {one: Key(one, key, name, kinds[kind]) for one, key, name, kind in rows.iterator(_BATCH)}

    def by_id(self, ids: Sequence[bytes]) -> dict[bytes, Key]:
        rows = Subject.objects.using(self.database.alias).filter(id__in=list(ids))
        return {bytes(row.id): _key(row) for row in rows}

    def graves(self) -> set[bytes]:
        return {bytes(one) for one in Grave.objects.using(self.database.alias).values_list("id", flat=True)}

    def was_erased(self, kind: SubjectKind, name: str) -> bool:
        return bool(Grave.objects.using(self.database.alias).filter(mark=self.mark(kind.value, name)).exists())

    def copies(self) -> list[str]:
        return list(KeyCopy.objects.using(self.database.alias).order_by("path").values_list("path", flat=True))

    def remember_copy(self, path: str) -> None:
        KeyCopy.objects.using(self.database.alias).get_or_create(path=path)

    def _found(self, wanted: list[Named]) -> dict[Named, Key]:
        """By kind and name together, which the index is by: by name alone every key of the desk would be looked through."""
        found: dict[Named, Key] = {}
        for kind in SubjectKind:
            by_name = {one.name: one for one in wanted if one.kind is kind}
            names = list(by_name)
            for at in range(0, len(names), _BATCH):
                rows = Subject.objects.using(self.database.alias).filter(
                    kind=kind.value, name__in=names[at : at + _BATCH]
                )
                found |= {by_name[row.name]: _key(row) for row in rows}
        return found

    def mark(self, kind: str, name: str) -> bytes:
        """What a grave remembers of a name."""
        return hmac.digest(self._names, f"{kind}|{name}".encode(), "sha256")


def living(keys: Iterable[bytes], store: dict[bytes, Key]) -> list[bytes] | None:
    """The keys themselves, None when one of them is destroyed."""
    found = [store.get(one) for one in keys]
    return [one.key for one in found if one] if all(found) else None


def _key(row: Subject) -> Key:
    return Key(bytes(row.id), bytes(row.key), row.name, SubjectKind(row.kind))


def names_of(keys: dict[bytes, Key], kind: SubjectKind) -> Iterator[str]:
    return (key.name for key in keys.values() if key.kind is kind)
