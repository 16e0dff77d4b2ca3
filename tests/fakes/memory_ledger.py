"""The ledger port in memory: small, and with the same promises but the disk's."""

import hashlib
from datetime import date

from attrs import evolve

from sosik.accounts.custody import Custody, CustodyEvent, KeptAttachment
from sosik.accounts.erasure import Erased
from sosik.accounts.ledger import Kept, nobody
from sosik.errors import AttachmentTaken, NotFound


class MemoryLedger:
    def __init__(self, member="m-han", today=date(2025, 11, 9)):
        self.member, self.today = member, today
        self.accounts, self.files, self.log = {}, {}, {}
        self.decisions = []
        self.texts = {}
        self.gone = set()
        self.held = ()
        self.every = []
        self.public = {}

    def kept(self):
        return Kept(tuple(self.accounts.values()), tuple(one for one, _ in self.decisions), dict(self.texts))

    def known_as(self, names):
        found = []
        for name in dict.fromkeys(names):
            turn, current = 1, name
            while current in self.accounts:
                found.append(self.accounts[current])
                turn += 1
                current = f"{name}-{turn}"
        return tuple(found)

    def accounts_of(self, names):
        return {name: self.accounts[name] for name in names if name in self.accounts}

    def decisions_about(self, accounts, sources=()):
        handles = {one.source for one in accounts if one.source} | set(sources)
        wanted = {one.id for one in accounts} | {("source", one) for one in handles}
        return tuple(one for one, concerned in self.decisions if wanted & concerned)

    def decisions_on_bulletins(self):
        return tuple(one for one, _ in self.decisions if one.about.get("bulletin"))

    def erased_among(self, names):
        return frozenset(self.gone & set(names))

    def take_in(self, accounts, attachments):
        self.accounts |= {account.id: account for account in accounts}
        for item in attachments:
            self.files.setdefault(item.account, {})[item.name] = item.content
            sha256 = hashlib.sha256(item.content).hexdigest()
            self._log(item.account, Custody(item.name, CustodyEvent.received, self.member, self.today, sha256))

    def append(self, decisions, behind=nobody):
        added = 0
        for decision in decisions:
            if evolve(decision, sig=None) not in [evolve(one, sig=None) for one, _ in self.decisions]:
                self.decisions.append((decision, self._concerned(decision, behind)))
                added += 1
        return added

    def bulletins(self):
        return dict(self.texts)

    def versions(self, name):
        return tuple(text for kept, text in self.every if kept == name)

    def every_version(self):
        return {name: self.versions(name) for name, _ in self.every}

    def keep_bulletin(self, name, text):
        if self.texts.get(name) != text:
            self.every.append((name, text))
        self.texts = dict(sorted({**self.texts, name: text}.items()))

    def keep_public(self, name, content):
        self.public[name] = content

    def public_kept(self):
        return dict(self.public)

    def attachments(self, account):
        return tuple(
            KeptAttachment(name, hashlib.sha256(content).hexdigest(), len(content))
            for name, content in self._files(account).items()
        )

    def open_attachment(self, account, name):
        if name not in self._files(account):
            raise NotFound(what=name)
        content = self.files[account][name]
        sha256 = hashlib.sha256(content).hexdigest()
        self._log(account, Custody(name, CustodyEvent.opened, self.member, self.today, sha256))
        return content

    def attach(self, item, words="", of=""):
        names = self._files(item.account)
        if of and of not in names:
            raise NotFound(what=of)
        if item.name in names:
            raise AttachmentTaken(name=item.name)
        self.files.setdefault(item.account, {})[item.name] = item.content
        sha256 = hashlib.sha256(item.content).hexdigest()
        event = CustodyEvent.derived if of else CustodyEvent.received
        self._log(item.account, Custody(item.name, event, self.member, self.today, sha256, words, of))

    def note(self, account, entry):
        if entry.attachment not in self._files(account):
            raise NotFound(what=entry.attachment)
        self._log(account, entry)

    def custody(self, account):
        self._files(account)
        return tuple(self.log.get(account, ()))

    def wait(self, names):
        self.held = tuple(dict.fromkeys((*self.held, *names)))

    def waiting(self):
        return self.held

    def erase(self, what, because):
        names = {
            name
            for name, one in self.accounts.items()
            if name == what.account or (what.source and one.source == what.source)
        }
        concerned = names | ({("source", what.source)} if what.source else set())
        dying = [pair for pair in self.decisions if concerned & pair[1]]
        if not names and not dying:
            if {what.account, ("source", what.source)} & self.gone:
                return Erased(0, 0)
            raise NotFound(what=what.account or what.source)
        entries = len(names) + len(dying) + sum(len(self.files.get(name, ())) for name in names)
        self.decisions = [pair for pair in self.decisions if not concerned & pair[1]]
        for name in names:
            for kept in (self.accounts, self.files, self.log):
                kept.pop(name, None)
        self.gone |= concerned
        return Erased(len(names), entries)

    def _files(self, account):
        if account not in self.accounts:
            raise NotFound(what=account)
        return self.files.get(account, {})

    def _log(self, account, entry):
        self.log.setdefault(account, []).append(entry)

    @staticmethod
    def _concerned(decision, behind):
        about = decision.about
        claim = about.get("claim")
        names = {about.get("account"), about.get("to"), claim.get("account") if isinstance(claim, dict) else None}
        for name in [*about.get("claims", []), about.get("incident")]:
            names |= set(behind(name)) if name else set()
        return (names - {None}) | ({("source", about["source"])} if about.get("source") else set())
