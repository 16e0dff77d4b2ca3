"""A thief: takes every file of a folder, with or without keys, and looks for words in every form they may have."""

import base64
import hashlib
import json
import shutil
import unicodedata
from pathlib import Path

from ahocorasick_rs import BytesAhoCorasick
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from sosik.adapters.store.chain import key_ids
from sosik.adapters.store.databases import open_database
from sosik.adapters.store.folder import DeskFolder
from sosik.adapters.store.key_file import read_key_file
from sosik.adapters.store.key_store import KeyStore, SubjectKind, living
from sosik.adapters.store.models import Entry
from sosik.adapters.store.ring import Ring
from sosik.adapters.store.sealed_desk import read_ring

_PAGE, _TAIL, _SALT = 4096, 80, 16
_WAL_HEAD, _FRAME_HEAD = 32, 24


def forms(word):
    """UTF-8, decomposed, UTF-16 of both orders, CP949, hexadecimal, and base64 at each of its three offsets."""
    text = word.encode()
    yield text
    yield unicodedata.normalize("NFD", word).encode()
    yield word.encode("utf-16-le")
    yield word.encode("utf-16-be")
    yield word.encode("cp949", "ignore")
    yield text.hex().encode()
    for offset in range(3):
        coded = base64.b64encode(b"x" * offset + text)
        yield coded[4 if offset else 0 : -4]


class Search:
    """For many words at once."""

    def __init__(self, words):
        self._of = {form: word for word in words for form in forms(word) if len(form) >= 6}
        self._forms = list(self._of)
        self._machine = BytesAhoCorasick(self._forms)

    def hits(self, content):
        return {self._of[self._forms[at]] for at, _, _ in self._machine.find_matches_as_indexes(content)}

    def hits_in_files(self, *folders):
        """By file: what a thief without any key finds."""
        found = {}
        for folder in folders:
            for file in Path(folder).rglob("*"):
                if file.is_file():
                    hits = self.hits(file.read_bytes()) | self.hits(str(file.name).encode())
                    if hits:
                        found[file] = hits
        return found


def decrypted_pages(path, key):
    """Every page of a SQLCipher file, and every frame of its write-ahead log, free and stale ones too, under a raw key."""
    content = path.read_bytes()
    for at in range(0, len(content), _PAGE):
        yield _page(content[at : at + _PAGE], key, first=at == 0)
    log = path.with_name(path.name + "-wal")
    if log.exists():
        content = log.read_bytes()
        for at in range(_WAL_HEAD, len(content), _FRAME_HEAD + _PAGE):
            page = content[at + _FRAME_HEAD : at + _FRAME_HEAD + _PAGE]
            first = int.from_bytes(content[at : at + 4], "big") == 1
            yield _page(page, key, first=first)


def _page(page, key, *, first):
    if len(page) < _PAGE:
        return b""
    start = _SALT if first else 0
    body, vector = page[start : _PAGE - _TAIL], page[_PAGE - _TAIL : _PAGE - _TAIL + 16]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return decryptor.update(body) + decryptor.finalize()


def all_that_keys_open(folder, holder, store):
    """What somebody gets who has a member's identity and every key that there is: raw pages, the ring, opened entries."""
    ring = Ring.of(holder.opens((folder / "ring.age").read_bytes()))
    yield ring.to_bytes()
    for role in ("ledger", "keys", "derived"):
        path = folder / f"{role}-{ring.generations[role]}.db"
        if path.exists():
            yield b"".join(decrypted_pages(path, getattr(ring, role)))
    yield from opened_entries(store.chain, store.keys.all(), store.ledger)


def opened_entries(chain, keys, database):
    """Each entry as far as these keys open it; identities in the vault by whoever could."""
    for entry in Entry.objects.using(database.alias).order_by("seq").iterator(2000):
        found = living(key_ids(entry.keys), keys)
        if entry.sealed is not None and found is not None:
            plain = chain.opened(entry, found)
            yield plain
            if entry.kind == "identity":
                yield base64.b64decode(json.loads(plain)["sealed"])


def digest_of(folder):
    """Of everything in a folder, to tell whether it was touched."""
    files = sorted(file for file in Path(folder).rglob("*") if file.is_file())
    return hashlib.sha256(b"".join(file.name.encode() + file.read_bytes() for file in files)).hexdigest()


def keys_in(path, place, holder):
    """The names of accounts whose keys stand in a copy of the key file, as whoever holds an identity reads it."""
    folder = DeskFolder(place / "read")
    shutil.rmtree(folder.path, ignore_errors=True)
    read_key_file(path, folder)
    ring = read_ring(folder, holder)
    database = open_database("keys", folder.database("keys", ring), ring.keys)
    names = {one.name for one in KeyStore(database, ring.names).all().values() if one.kind is SubjectKind.account}
    database.close()
    return names
