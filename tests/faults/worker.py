"""Writes to a desk for as long as it is let, and says each thing that was acknowledged; somebody kills it.

    python -m tests.faults.worker FOLDER SEED [STEP...]

Lines of JSON on standard output: ``begin`` before a step that may leave the desk either way, ``done`` once it was acknowledged.
"""

import json
import random
import shutil
import sys
from datetime import date
from pathlib import Path

from tests.fakes.sealed_desks import new_holder, opened

from sosik.accounts.account import Account
from sosik.accounts.decision_lines import read_lines
from sosik.accounts.erasure import Erasable
from sosik.accounts.report import Attachment
from sosik.adapters.store.backing_up import back_up, restore
from sosik.adapters.store.members import rotate
from sosik.values.text import Lang

STEPS = ("take", "take", "take", "decide", "decide", "erase", "rotate", "backup", "restore")


def say(what, **more):
    sys.stdout.write(json.dumps({"what": what, **more}) + "\n")
    sys.stdout.flush()


def account(name):
    return Account(id=name, text=f"words of {name}", lang=Lang.en, received=date(2025, 11, 9), source=f"s-{name[-1]}")


def decision(name, because):
    line = {"decision": "consent", "member": "m-han", "on": "2025-11-09", "about": {"account": name, "consent": "none"}}
    return next(iter(read_lines("d", json.dumps({**line, "because": because})))).decision


class Worker:
    def __init__(self, place, seed):
        self.place, self.dice = place, random.Random(seed)
        self.holder = new_holder((place / "identity").read_text())
        self.store, self.ledger = opened(place / "desk", self.holder, wait=60.0)
        self.known = [one.id for one in self.ledger.kept().accounts]
        self.turn = f"{seed}"
        self.number = 0

    def take(self):
        """Two accounts with an attachment each: both or neither."""
        self.number += 1
        names = [f"{side}-{self.turn}-{self.number}" for side in "ab"]
        attachments = [Attachment(name, "x.jpg", self.dice.randbytes(70_000)) for name in names]
        self.ledger.take_in([account(name) for name in names], attachments)
        self.known += names
        return {"names": names}

    def decide(self):
        self.number += 1
        if not self.known:
            return {"lines": []}
        lines = [(self.dice.choice(self.known), f"{self.turn}-{self.number}-{at}") for at in range(3)]
        self.ledger.append([decision(*line) for line in lines])
        return {"lines": lines}

    def erase(self):
        if not self.known:
            return {"name": None}
        name = self.known.pop(self.dice.randrange(len(self.known)))
        say("begin", step="erase", name=name)
        self.ledger.erase(Erasable(account=name), "asked")
        return {"name": name}

    def rotate(self):
        rotate(self.store)
        return {}

    def backup(self):
        name = f"backup-{self.turn}-{self.number}"
        back_up(self.store, self.place / name, self.place / "desk.keys")
        return {"name": name, "accounts": len(self.known)}

    def restore(self):
        backups = sorted(file for file in self.place.glob("backup-*") if ".part" not in file.name)
        if backups:
            restore(self.place / "restored", self.dice.choice(backups), self.place / "desk.keys", self.holder)
            shutil.rmtree(self.place / "restored")
        return {}


def main(folder, seed, *steps):
    """Without steps for ever, any of them."""
    worker = Worker(Path(folder), int(seed))
    say("open")
    for step in steps or iter(lambda: worker.dice.choice(STEPS), None):
        say("done", step=step, **getattr(worker, step)())
    worker.store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
