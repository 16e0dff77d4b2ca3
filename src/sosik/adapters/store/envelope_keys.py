"""The desk's envelope keys: one a quarter, each sealed under a key of its own, which goes when its time is over."""

from datetime import date

from attrs import field, frozen

from sosik.adapters.age_identity import new_secret, recipient_of
from sosik.adapters.store.chain import Content, EntryKind
from sosik.adapters.store.erasing import destroy
from sosik.adapters.store.failures import as_catalogued
from sosik.adapters.store.key_store import Named, SubjectKind, names_of
from sosik.adapters.store.opened import Store
from sosik.adapters.store.records import of_bytes, to_bytes
from sosik.intake.composer import EnvelopeKey
from sosik.intake.epochs import Quarter, carried_on, expired_on


@frozen
class QuarterKey:
    quarter: Quarter
    recipient: str
    secret: str = field(repr=False)

    @property
    def envelope_key(self) -> EnvelopeKey:
        return EnvelopeKey(self.recipient, self.quarter.first, self.quarter.last)


@as_catalogued()
def carried_keys(store: Store, today: date) -> list[EnvelopeKey]:
    """This quarter's key and the next seven, made where they are missing; keys whose time is over are destroyed."""
    destroy_expired(store, today)
    known = {one.quarter: one for one in _kept(store)}
    made = {quarter: _made(quarter) for quarter in carried_on(today) if quarter not in known}
    subjects = {quarter: Named(SubjectKind.envelope, str(quarter)) for quarter in made}
    keys = store.keys.made(subjects.values())
    store.forget_keys()
    contents = [Content(EntryKind.envelope, _bytes(one), [keys[subjects[quarter]]]) for quarter, one in made.items()]
    if contents:
        store.chain.append(contents, store.signer)
    return [(known | made)[quarter].envelope_key for quarter in carried_on(today)]


@as_catalogued()
def opening_secrets(store: Store) -> tuple[str, ...]:
    """The identities that still open envelopes, the newest quarter first."""
    return tuple(one.secret for one in sorted(_kept(store), key=lambda one: one.quarter, reverse=True))


@as_catalogued()
def destroy_expired(store: Store, today: date) -> list[Quarter]:
    """What was sealed to these quarters opens for nobody any more."""
    living = [Quarter.named(name) for name in names_of(store.keys.all(), SubjectKind.envelope)]
    gone = expired_on(today, living)
    keys = [key for one in gone if (key := store.keys.named(SubjectKind.envelope, str(one)))]
    if keys:
        destroy(store, keys, "the quarter of an envelope key is over")
    return gone


def _kept(store: Store) -> list[QuarterKey]:
    plain = (store.plain(entry) for entry in store.chain.of_kind(EntryKind.envelope))
    records = (of_bytes(content) for content in plain if content is not None)
    return [QuarterKey(Quarter.named(one["quarter"]), one["recipient"], one["secret"]) for one in records]


def _made(quarter: Quarter) -> QuarterKey:
    secret = new_secret()
    return QuarterKey(quarter, recipient_of(secret), secret)


def _bytes(one: QuarterKey) -> bytes:
    return to_bytes({"quarter": str(one.quarter), "recipient": one.recipient, "secret": one.secret})
