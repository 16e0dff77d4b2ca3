"""Where the web desk is put together: the ports that its pages need and the adapters that serve them."""

import threading
from functools import partial
from pathlib import Path

from sosik.adapters import opener
from sosik.adapters.age_identity import new_secret, recipient_of, seal_under_passphrase, secret_of_file
from sosik.adapters.converter.bubblewrap import Bubblewrap
from sosik.adapters.envelope_files import Sealed, opened_note
from sosik.adapters.id_key import HmacIds
from sosik.adapters.kiwi_words import KiwiWords
from sosik.adapters.reading_rules import rules_of_reading, version_of_reading
from sosik.adapters.shut_pictures import rebuilt_shut
from sosik.adapters.signing import Signer, signer_of
from sosik.adapters.store.board import open_board
from sosik.adapters.store.derived import derived_of
from sosik.adapters.store.envelope_keys import opening_secrets
from sosik.adapters.store.folder import DeskFolder
from sosik.adapters.store.key_file import replace_copies
from sosik.adapters.store.ledger import SealedLedger
from sosik.adapters.store.members import added, here, members
from sosik.adapters.store.opened import Store
from sosik.adapters.store.projections import Projections
from sosik.adapters.store.ring import Member, Opens
from sosik.adapters.store.sealed_desk import KeyHolder, keep_identity, open_desk_folder, write_identity
from sosik.adapters.store.web_file import open_web
from sosik.bulletins.picture import Rebuilt
from sosik.desk.looking import refresh
from sosik.desk.open_desk import NOWHERE, Desk, Places
from sosik.desk.recount import Recount
from sosik.desk.releasing import watch
from sosik.errors import KeyWrong
from sosik.intake.note import Note
from sosik.values.ids import MemberId


def by_key_file(path: Path) -> str:
    """The identity in the file; raises KeyUnreadable."""
    return secret_of_file(path)


def by_passphrase(folder: Path, words: str) -> str:
    """The identity of whichever member's passphrase it is; raises KeyWrong."""
    for file in DeskFolder(folder).sealed_identities:
        try:
            return opener.open_under_passphrase(file.read_bytes(), words).decode("ascii")
        except KeyWrong:
            continue
    raise KeyWrong


def holder_of(secret: str) -> KeyHolder:
    return KeyHolder(recipient_of(secret), signer_of(secret), lambda sealed: opener.open_with_identity(sealed, secret))


def open_desk(folder: Path, secret: str, *, places: Places = NOWHERE, wait: float = 10.0) -> Desk:
    """The desk, held for writing until it is closed. Raises DeskMissing, DeskBusy, KeyWrong or LedgerDamaged."""
    store = open_desk_folder(folder, holder_of(secret), writing=True, wait=wait)
    try:
        open_web(store.folder, store.ring)
        board = open_board(store.folder, store.ring)
        store.derived = (store.ring.generations["derived"], derived_of(store))
        ids = HmacIds(store.ring.ids)
        kept = Projections(store, store.derived[1], version_of_reading(), ids)
        recount = Recount(folder, secret)
        ledger, rules, words = SealedLedger(store), rules_of_reading(), KiwiWords()
        desk = Desk(folder, store, ledger, ids, board, kept, rules, recount, words, places=places)
    except BaseException:
        store.close()
        raise
    recount.settles = lambda names: refresh(desk, names)
    threading.Thread(target=_warm, args=(desk.words,), daemon=True, name="words").start()
    threading.Thread(target=watch, args=(desk,), daemon=True, name="release-day").start()
    recount.start(is_current=board.said("state") == store.chain.end()[1].hex())
    return desk


def _warm(words: KiwiWords) -> None:
    """The cutter of Korean words takes seconds to load: not while the first member waits for a search."""
    tuple(words.plain_words("말"))


def opened_envelope(store: Store, sealed: Sealed) -> Note:
    """By the desk's keys of the quarters that are not over. Raises KeyWrong, SealBroken or what the sandbox says."""
    opens = [partial(opener.open_with_identity, secret=secret) for secret in opening_secrets(store)]
    return opened_note(sealed, opens, Bubblewrap.found())


def opened_by_quarter(store: Store, sealed: bytes) -> bytes:
    """By the desk's keys of the quarters that are not over. Raises KeyWrong or SealBroken."""
    for secret in opening_secrets(store):
        try:
            return opener.open_with_identity(sealed, secret)
        except KeyWrong:
            continue
    raise KeyWrong


def rebuilt_picture(name: str, untrusted: bytes) -> Rebuilt:
    """Opened in the sandbox alone, and then made anew from pixels. Raises PictureRefused or NoSandbox."""
    return rebuilt_shut(name, untrusted, Bubblewrap.found())


def signer_by(store: Store, member: MemberId, words: str) -> Signer | None:
    """The member's own, when the words are the passphrase of their identity; None when they are not, or it is in a file."""
    known = members(store).get(member)
    if known is None or not known.is_here or not known.file:
        return None
    try:
        sealed = next(file for file in store.folder.sealed_identities if file.name == known.file)
        return signer_of(opener.open_under_passphrase(sealed.read_bytes(), words).decode("ascii"))
    except (KeyWrong, StopIteration):
        return None


def opens_by(store: Store, member: MemberId, words: str) -> Opens:
    """What is sealed to the member, by their passphrase; by the open desk's key for the member who opened it by a file. Raises KeyWrong."""
    known = members(store).get(member)
    if known is not None and known.is_here and not known.file and member == store.member:
        return store.opens
    for file in store.folder.sealed_identities:
        if known is not None and known.is_here and file.name == known.file:
            secret = opener.open_under_passphrase(file.read_bytes(), words).decode("ascii")
            return lambda sealed: opener.open_with_identity(sealed, secret)
    raise KeyWrong


def reseal(store: Store, member: MemberId, words: str, new: str) -> tuple[str, ...] | None:
    """The member's identity, until now under ``words``, under new ones; the copies of the key file that were not reached.

    None where the member's key lies in a file of their own. Raises KeyWrong.
    """
    known = members(store).get(member)
    if known is None or not known.is_here or not known.file:
        return None
    sealed = next((file for file in store.folder.sealed_identities if file.name == known.file), None)
    if sealed is None:
        raise KeyWrong
    secret = opener.open_under_passphrase(sealed.read_bytes(), words).decode("ascii")
    keep_identity(store, seal_under_passphrase(secret, new), member)
    return tuple(replace_copies(store))


def take_seat(store: Store, member: MemberId, words: str) -> None:
    """A new member with an identity under these words; who is a member already stays one. Raises MemberRefused."""
    if any(one.name == member for one in here(store)):
        return
    secret = new_secret()
    file = write_identity(store.folder, seal_under_passphrase(secret, words))
    added(store, Member(member, recipient_of(secret), signer_of(secret).verify, file))
