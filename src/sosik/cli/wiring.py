"""Where the command line is put together: the ports that its commands need and the adapters that serve them."""

from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from attrs import field, frozen

from sosik.accounts.decision import Decision
from sosik.accounts.ledger import Ledger
from sosik.adapters import opener
from sosik.adapters.age_files import check_recipient
from sosik.adapters.age_identity import (
    make_identity_file,
    new_secret,
    recipient_of,
    seal_under_passphrase,
    secret_of_file,
    secrets_of_file,
)
from sosik.adapters.converter.bubblewrap import Bubblewrap
from sosik.adapters.envelope_files import Sealed, opened_note
from sosik.adapters.id_key import HmacIds, read_id_key
from sosik.adapters.signing import is_signed, signer_of
from sosik.adapters.store.databases import Database
from sosik.adapters.store.derived import at_hand
from sosik.adapters.store.envelope_keys import carried_keys, destroy_expired, opening_secrets
from sosik.adapters.store.folder import DeskFolder
from sosik.adapters.store.key_file import read_key_file
from sosik.adapters.store.ledger import SealedLedger
from sosik.adapters.store.members import members
from sosik.adapters.store.opened import Store
from sosik.adapters.store.recovery import Recovering
from sosik.adapters.store.ring import Member, Opens
from sosik.adapters.store.sealed_desk import First, KeyHolder, make_desk_folder, open_desk_folder, write_identity
from sosik.adapters.store.signed import signed, signed_bytes
from sosik.cli.asking import asked, new_passphrase
from sosik.cli.words import say
from sosik.errors import DeskMissing, KeyWrong, MemberRefused, WrongUse
from sosik.intake.composer import Settings, keys_text, signed_text
from sosik.intake.note import Note
from sosik.values.ids import MemberId


@frozen
class OpenDesk:
    """A desk that a member's key has opened."""

    folder: Path
    ledger: Ledger
    ids: HmacIds
    member: str
    is_demo: bool
    store: Store = field(repr=False)

    @property
    def derived(self) -> Database:
        return at_hand(self.store)

    def is_signed(self, decision: Decision) -> bool:
        """The line carries the signature of the member that it names."""
        member = members(self.store).get(decision.member)
        message = signed_bytes(self.store.ring.desk, decision)
        return bool(member and member.is_here and decision.sig and is_signed(message, decision.sig, member.verify))


def is_desk(folder: Path) -> bool:
    return DeskFolder(folder).is_desk


def open_desk(folder: Path, key_file: Path | None, *, writing: bool = False, id_key: Path | None = None) -> OpenDesk:
    """Raises DeskMissing, DeskNewer, DeskBusy, KeyUnreadable, KeyWrong or LedgerDamaged."""
    return open_with(folder, holder_of_desk(folder, key_file), writing=writing, id_key=id_key)


def holder_of_desk(folder: Path, key_file: Path | None) -> KeyHolder:
    """Who may open it, without opening it yet."""
    if not is_desk(folder):
        raise DeskMissing(desk=folder.name)
    return key_holder(folder, key_file)


def open_with(folder: Path, holder: KeyHolder, *, writing: bool = False, id_key: Path | None = None) -> OpenDesk:
    """The desk is closed, and another may write, when the command ends."""
    store = open_desk_folder(folder, holder, writing=writing)
    context = click.get_current_context(silent=True)
    if context is not None:
        context.call_on_close(store.close)
    ids = HmacIds(read_id_key(id_key) if id_key else store.ring.ids)
    return OpenDesk(folder, SealedLedger(store), ids, store.member, store.is_demo, store)


def make_desk(folder: Path, key_file: Path | None, *, demo: bool, member: str, id_key: Path | None = None) -> KeyHolder:
    """A new desk for one member; the identity at ``key_file`` is made when missing, else a passphrase is asked for."""
    ids = read_id_key(id_key) if id_key else None
    secret, sealed = new_identity(key_file)
    holder = holder_of(secret)
    make_desk_folder(folder, First(member, holder, sealed), demo=demo, ids=ids)
    return holder


def new_identity(key_file: Path | None) -> tuple[str, bytes | None]:
    """The identity of the file, made when missing; without a file a new one, and as it is sealed under a new passphrase."""
    if key_file is None:
        secret = new_secret()
        return secret, seal_under_passphrase(secret, new_passphrase())
    if not key_file.is_file():
        make_identity_file(key_file)
    return secret_of_file(key_file), None


def key_holder(folder: Path, key_file: Path | None) -> KeyHolder:
    """Whoever holds the identity in the file, or knows the passphrase of one in the desk's folder."""
    return holder_of(secret_of_file(key_file) if key_file else _under_passphrase(folder))


def holder_of(secret: str) -> KeyHolder:
    return KeyHolder(recipient_of(secret), signer_of(secret), lambda sealed: opener.open_with_identity(sealed, secret))


def holder_of_key_file(keys: Path, key_file: Path | None) -> KeyHolder:
    """For a desk that is yet to be restored: a passphrase opens one of the identities in the key file."""
    if key_file:
        return holder_of(secret_of_file(key_file))
    with TemporaryDirectory() as place:
        folder = DeskFolder(Path(place))
        read_key_file(keys, folder)
        return holder_of(_under_passphrase(folder.path))


@frozen
class EnvelopeOpener:
    """Opens sealed files by any of its identities; archives and photos in the sandbox."""

    _secrets: tuple[str, ...] = field(repr=False)

    def note(self, sealed: Sealed) -> Note:
        opens = [partial(opener.open_with_identity, secret=secret) for secret in self._secrets]
        return opened_note(sealed, opens, Bubblewrap.found())


def envelope_opener(identity_file: Path) -> EnvelopeOpener:
    """By the identities in the file; raises KeyUnreadable."""
    return EnvelopeOpener(secrets_of_file(identity_file))


def desk_envelope_opener(opened: OpenDesk, today: date) -> EnvelopeOpener:
    """By the desk's keys of the quarters that are not over; those that are, are destroyed first."""
    destroy_expired(opened.store, today)
    return EnvelopeOpener(opening_secrets(opened.store))


def desk_settings(opened: OpenDesk, today: date) -> Settings:
    """What a composer of the desk carries, signed by the member who opened it."""
    keys = keys_text(carried_keys(opened.store, today))
    signer = opened.store.signer
    return Settings(keys, signer.sign(signed_text(keys)), signer.verify)


def new_member(desk: Path, name: str, key_file: Path | None) -> Member:
    return new_member_and_holder(desk, name, key_file)[0]


def new_member_and_holder(desk: Path, name: str, key_file: Path | None) -> tuple[Member, KeyHolder]:
    """Whose identity is in the file, made when missing; without a file, under a passphrase that they type."""
    secret, sealed = new_identity(key_file)
    holder = holder_of(secret)
    file = write_identity(DeskFolder(desk), sealed)
    return Member(MemberId(name), holder.recipient, holder.signer.verify, file), holder


def open_to_seal_anew(folder: Path, key_file: Path | None) -> tuple[OpenDesk, bytes]:
    """The desk for writing, and the identity that opened it under a new passphrase, which is asked for."""
    if not is_desk(folder):
        raise DeskMissing(desk=folder.name)
    secret = secret_of_file(key_file) if key_file else _under_passphrase(folder)
    opened = open_with(folder, holder_of(secret), writing=True)
    return opened, seal_under_passphrase(secret, new_passphrase())


def recovering(name: str, sheets: tuple[Opens, Opens], key_file: Path | None) -> Recovering:
    """A new member by both sheets, of a desk that is yet to be restored."""
    secret, sealed = new_identity(key_file)
    return Recovering(sheets, MemberId(name), holder_of(secret), sealed)


def member_of_card(name: str, untrusted_card: str) -> Member:
    """Raises RecipientUnreadable or MemberRefused."""
    recipient, _, verify = untrusted_card.strip().partition(":")
    if len(verify) != 64 or set(verify) - set("0123456789abcdef"):
        raise MemberRefused(member=name, why="the card cannot be read")
    return Member(MemberId(name), check_recipient(recipient), verify)


def card_of(key_file: Path) -> str:
    secret, _ = new_identity(key_file)
    return f"{recipient_of(secret)}:{signer_of(secret).verify}"


@frozen
class Sheet:
    recipient: str
    secret: str = field(repr=False)


def new_sheet() -> Sheet:
    secret = new_secret()
    return Sheet(recipient_of(secret), secret)


def opens_by_sheet(untrusted_text: str) -> Opens:
    """What a sheet of the recovery kit opens; raises KeyWrong when there is no key on it."""
    lines = (line.strip().upper() for line in untrusted_text.splitlines())
    secret = next((line for line in lines if line.startswith("AGE-SECRET-KEY-1")), None)
    if secret is None:
        raise KeyWrong
    return lambda sealed: opener.open_with_identity(sealed, secret)


def signed_by(opened: OpenDesk, decision: Decision) -> Decision:
    """The same line with the signature of the member who opened the desk."""
    return signed(opened.store.ring.desk, opened.store.signer, decision)


def _under_passphrase(folder: Path) -> str:
    sealed = DeskFolder(folder).sealed_identities
    if not sealed:
        raise WrongUse(
            what=say(
                "No member of this desk uses a passphrase: give --key-file.",
                "암호를 쓰는 구성원이 없습니다. --key-file 을 적어 주십시오.",
            )
        )
    words = asked(say("Passphrase", "암호"))
    for file in sealed:
        try:
            return opener.open_under_passphrase(file.read_bytes(), words).decode("ascii")
        except KeyWrong:
            continue
    raise KeyWrong
