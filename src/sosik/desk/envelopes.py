"""Sealed files among those that come in: opened in memory by the desk's keys, and taken in as the reports that they hold."""

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from sosik.accounts.untrusted import UntrustedFile
from sosik.adapters.envelope_files import is_sealed, sealed_among
from sosik.desk.open_desk import Desk
from sosik.desk.wiring import opened_envelope
from sosik.errors import Refusal, SosikError
from sosik.intake.word_report import report_of


@frozen
class Unsealed:
    """``files`` are the others and, in place of what was sealed, reports with their photos; ``refused`` did not open."""

    files: Mapping[str, UntrustedFile] = field(repr=False)
    refused: tuple[Refusal, ...] = ()


def unsealed(desk: Desk, files: Mapping[str, UntrustedFile], received: date) -> Unsealed:
    """Parts of one envelope are joined, whatever their order; nothing is written to a disk in the clear."""
    shut = [one for one in files.values() if is_sealed(one.content)]
    names = {one.name for one in shut}
    found = {name: one for name, one in files.items() if one.name not in names}
    refused: list[Refusal] = []
    for one in sealed_among(shut):
        if isinstance(one, Refusal):
            refused.append(one)
            continue
        try:
            report = report_of(opened_envelope(desk.store, one), one.receipt, received)
        except SosikError as error:
            refused.append(Refusal(one.name, error))
            continue
        found[report.name] = UntrustedFile(report.name, report.text.encode())
        found |= {name: UntrustedFile(name, content) for name, content in report.attachments}
    return Unsealed(found, tuple(refused))
