"""Imports in the background: their files are kept sealed until all were looked at, so that a restart goes on with them."""

import json
import secrets
import threading
from collections.abc import Mapping
from datetime import date

from attrs import define, field
from django.db import connection, transaction

from sosik.accounts.account import Basis
from sosik.accounts.front_matter import FrontMatter
from sosik.accounts.untrusted import UntrustedFile
from sosik.adapters.store.opened import today
from sosik.desk.models import ImportFile, ImportJob
from sosik.desk.open_desk import Desk
from sosik.desk.taking import Import, run_import

_KEPT_JOBS = 40


@define
class Imports:
    """Those of this run, the latest last; what they took in is in the ledger."""

    jobs: dict[str, Import] = field(factory=dict)
    lock: threading.Lock = field(factory=threading.Lock, repr=False)

    def remember(self, name: str, job: Import) -> None:
        with self.lock:
            self.jobs[name] = job
            for old in list(self.jobs)[:-_KEPT_JOBS]:
                del self.jobs[old]


IMPORTS = Imports()


def begin(desk: Desk, label: str, files: Mapping[str, UntrustedFile], defaults: FrontMatter) -> None:
    """The files are kept before the page answers; it goes on when the member leaves the page, and after a restart."""
    if defaults.received is None and defaults.told is None:
        defaults = defaults.or_else(FrontMatter(received=today()))
    name = secrets.token_hex(8)
    with transaction.atomic():
        row = ImportJob.objects.create(name=name, label=label[:200], defaults=_written(defaults))
        ImportFile.objects.bulk_create(
            [ImportFile(job=row, name=one.name, content=one.content) for one in files.values()]
        )
    _start(desk, row, files, defaults)


def resume(desk: Desk) -> None:
    """What was on its way in when the desk was locked, stopped or broke off. What came in before is known and not taken twice."""
    for row in list(ImportJob.objects.order_by("pk")):
        kept = ImportFile.objects.filter(job=row).order_by("pk").values_list("name", "content")
        files = {name: UntrustedFile(name, bytes(content)) for name, content in kept}
        _start(desk, row, files, _read(row.defaults))


def _start(desk: Desk, row: ImportJob, files: Mapping[str, UntrustedFile], defaults: FrontMatter) -> None:
    job = Import(row.label, len(files), taken=row.taken, known=-row.taken)
    job.noted = lambda: _note(row.pk, job.taken)
    IMPORTS.remember(row.name, job)
    work = threading.Thread(target=_run, args=(desk, row.pk, job, files, defaults), daemon=True, name="import")
    work.start()


def _run(desk: Desk, key: int, job: Import, files: Mapping[str, UntrustedFile], defaults: FrontMatter) -> None:
    """The kept files go once every one was looked at, or a member stopped it; not when the desk shut meanwhile."""
    try:
        if run_import(desk, job, files, defaults):
            ImportJob.objects.filter(pk=key).delete()
    finally:
        connection.close()


def _note(key: int, taken: int) -> None:
    ImportJob.objects.filter(pk=key).update(taken=taken)


def _written(defaults: FrontMatter) -> str:
    day = defaults.received.isoformat() if defaults.received else None
    return json.dumps({"received": day, "basis": defaults.basis, "outlet": defaults.outlet})


def _read(written: str) -> FrontMatter:
    said = json.loads(written)
    return FrontMatter(
        received=date.fromisoformat(said["received"]) if said["received"] else None,
        basis=Basis(said["basis"]) if said["basis"] else None,
        outlet=said["outlet"],
    )
