"""The chain proves itself: whoever holds the desk's keys still cannot change, move, put in, take out or cut off unseen."""

import json
import threading
from datetime import date

import pytest
from tests.fakes.sealed_desks import made, new_holder, opened

from sosik.accounts.account import Account
from sosik.accounts.decision_lines import read_lines
from sosik.accounts.erasure import Erasable
from sosik.accounts.report import Attachment
from sosik.adapters.store.chain import BEGINNING
from sosik.adapters.store.heads import head_line, manifest_line, read_head, read_manifest
from sosik.adapters.store.sealed_desk import KeyHolder
from sosik.adapters.store.verifying import verify
from sosik.errors import HeadUnreadable
from sosik.values.text import Lang


def consent(account, because="asked"):
    line = {"decision": "consent", "member": "m-han", "on": "2025-11-09", "because": because}
    return next(iter(read_lines("d", json.dumps({**line, "about": {"account": account, "consent": "none"}})))).decision


@pytest.fixture
def desk(tmp_path):
    holder = made(tmp_path / "desk")
    store, ledger = opened(tmp_path / "desk", holder)
    for name in "abc":
        account = Account(id=name, text=f"words of {name}", lang=Lang.en, received=date(2025, 11, 9))
        ledger.take_in([account], [Attachment(name, "x.jpg", b"x" * 300_000)])
        ledger.append([consent(name), consent(name, "asked again")])
    yield store, ledger
    store.close()


def test_a_whole_ledger_verifies(desk):
    """Entries, pieces and heads are counted, and nothing is wrong."""
    found = verify(desk[0])

    assert found.faults == ()
    assert found.entries == 1 + 3 * (1 + 2 + 2 + 2)
    assert found.heads == 7


CHANGES = {
    "a changed content": "UPDATE store_entry SET sealed = zeroblob(80) WHERE seq = 5",
    "a changed content with its digest": "UPDATE store_entry SET sealed = x'00', digest = x'6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d' WHERE seq = 5",
    "a changed kind": "UPDATE store_entry SET kind = 'custody' WHERE seq = 5",
    "another's keys": "UPDATE store_entry SET keys = (SELECT keys FROM store_entry WHERE seq = 9) WHERE seq = 5",
    "a dropped entry": "DELETE FROM store_entry WHERE seq = 5",
    "a dropped first entry": "DELETE FROM store_entry WHERE seq = 1",
    "a dropped tail": "DELETE FROM store_entry WHERE seq >= 20",
    "a blanked entry": "UPDATE store_entry SET sealed = NULL WHERE seq = 5",
    "an entry put in": "INSERT INTO store_entry SELECT 23, kind, keys, sealed, digest, mac FROM store_entry WHERE seq = 5",
    "entries in another order": "UPDATE store_entry SET seq = CASE seq WHEN 5 THEN -6 WHEN 6 THEN -5 END WHERE seq IN (5, 6); UPDATE store_entry SET seq = -seq WHERE seq < 0",
    "a dropped head": "DELETE FROM store_head WHERE seq = (SELECT MAX(seq) FROM store_head)",
    "a moved head": "UPDATE store_head SET seq = 4 WHERE seq = 6",
    "a false signature": "UPDATE store_head SET sig = (SELECT sig FROM store_head WHERE seq = 1) WHERE seq = 6",
    "a forgotten key of an entry": "DELETE FROM store_entrykey WHERE seq = 5",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_under_the_desks_own_key_is_found(desk, change):
    """Whoever can write to the open database is found out."""
    store, _ = desk
    for statement in change.split("; "):
        store.ledger.run(statement)

    assert verify(store).faults


def test_a_key_that_was_put_in_anothers_place_is_found(desk):
    """A key that does not open what it sealed, and one that is gone without an erasure."""
    store, _ = desk
    store.names.run("UPDATE store_subject SET key = zeroblob(32) WHERE name = 'a'")
    changed = verify(store).faults
    store.names.run("DELETE FROM store_subject WHERE name = 'a'")

    assert any("does not open" in fault for fault in changed)
    assert any("key of entry" in fault for fault in verify(store).faults)


def test_a_chain_written_anew_by_somebody_else_is_found(desk):
    """Every mac made right again by the desk's own chain key: the heads still bear the members' signatures alone."""
    store, _ = desk
    chain, mac = store.chain, BEGINNING
    for seq, kind, keys, digest in store.ledger.run("SELECT seq, kind, keys, digest FROM store_entry WHERE seq < 15"):
        mac = chain.mac(mac, seq, kind, keys, digest)
    store.ledger.run("DELETE FROM store_entry WHERE seq >= 15")
    store.ledger.run("DELETE FROM store_head WHERE seq >= 15")
    stranger = new_holder().signer
    sig = stranger.sign(chain.signed(14, mac))
    store.ledger.run("INSERT INTO store_head VALUES (%s, %s, %s, %s)", 14, mac, stranger.verify, sig)
    store.ledger.run("DELETE FROM store_entrykey WHERE seq >= 15")

    assert verify(store).faults == ("the head at 14 is signed by nobody who was a member",)


def test_a_cut_tail_is_found_by_a_witnessed_head_alone(desk):
    """Cut back to an earlier head the chain is whole in itself; the head that was written down is missing from it."""
    store, _ = desk
    line, manifest = head_line(store), manifest_line(store)
    for table in ("entry", "head", "entrykey"):
        store.ledger.run(f"DELETE FROM store_{table} WHERE seq > 15")

    assert verify(store).faults == ()
    assert verify(store, [read_head(line)]).faults
    assert verify(store, [read_head(line[:20])]).faults
    assert verify(store, list(read_manifest(store, manifest))).faults


def test_earlier_heads_stay_in_a_chain_that_grew(desk):
    """What was witnessed once is found for ever, also after an erasure."""
    store, ledger = desk
    line, manifest = head_line(store), manifest_line(store)
    ledger.append([consent("a", "a third time")])
    ledger.erase(Erasable(account="b"), "asked")
    found = verify(store, [read_head(line), *read_manifest(store, manifest)])

    assert found.faults == ()
    assert found.blank == 7


def test_a_ledger_verifies_while_another_writes(desk, tmp_path):
    """What is walked is of one moment: a writer in between makes no damage of it."""
    store, ledger = desk
    reader, _ = opened(tmp_path / "desk", new_holder_of(store), writing=False)
    stop = threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            account = Account(id=f"w-{number}", text="words", lang=Lang.en, received=date(2025, 11, 9))
            ledger.take_in([account], [])

    thread = threading.Thread(target=write)
    thread.start()
    try:
        faults = [verify(reader).faults for _ in range(15)]
    finally:
        stop.set()
        thread.join()
    reader.close()

    assert set(faults) == {()}


def new_holder_of(store):
    return KeyHolder(store.recipient, store.signer, store.opens)


def test_an_erasure_that_left_something_is_found(desk):
    """An entry that lives on under a destroyed key, and a key that was blanked without one."""
    store, ledger = desk
    kept = store.ledger.run("SELECT sealed FROM store_entry WHERE seq = 5")[0][0]
    ledger.erase(Erasable(account="a"), "asked")
    store.ledger.run("UPDATE store_entry SET sealed = %s WHERE seq = 5", kept)

    assert any("is not blank" in fault for fault in verify(store).faults)


@pytest.mark.parametrize(
    "line", ["", "12", "12.", "12.abc", "x.0123456789abcdef", "12.0123456789abcdeg", "-1.0123456789abcdef"]
)
def test_a_head_that_cannot_be_read_is_refused(line):
    """A slip of the pen is wrong use, not damage."""
    with pytest.raises(HeadUnreadable):
        read_head(line)


def test_a_manifest_of_another_desk_or_with_a_false_signature_is_refused(desk):
    """Only what a member of this desk signed is a witness."""
    store, _ = desk
    record = json.loads(manifest_line(store))

    for change in ({"desk": "0" * 32}, {"sig": "0" * 128}, {"head": "3" + record["head"]}, {"head": 7}):
        with pytest.raises(HeadUnreadable):
            list(read_manifest(store, json.dumps(record | change)))
    with pytest.raises(HeadUnreadable):
        list(read_manifest(store, "not json"))
