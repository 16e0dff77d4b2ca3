"""An opened note as a report file, as `sosik run` takes it in."""

import json
from datetime import date

from attrs import field, frozen

from sosik.intake.note import Note


@frozen
class WordReport:
    """A report and the files that it names as attachments, by their names."""

    name: str
    text: str = field(repr=False)
    attachments: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)


def report_of(note: Note, receipt: str, received: date) -> WordReport:
    """Named by the receipt, so that the same envelope opened twice is the same account. Neither source nor consent is made up."""
    name = f"word-{receipt[:16]}"
    files = [(f"{name}-{photo.name}", photo.content) for photo in note.photos]
    if note.reply:
        reply = {"address": note.reply.address, "recipient": note.reply.recipient}
        files.append((f"{name}-reply.json", (json.dumps(reply) + "\n").encode()))
    matter = [
        f"received: {received.isoformat()}",
        *([f"told: {note.told.isoformat()}"] if note.told and note.told <= received else []),
        *([f"basis: {note.basis}"] if note.basis else []),
        *([f"lang: {note.lang}"] if note.lang in {"ko", "en"} else []),
        *([f"title: {_title(note)}"] if note.series else []),
        *([f"attachments: [{', '.join(file for file, _ in files)}]"] if files else []),
    ]
    text = note.text.strip() or "[photos only]"
    return WordReport(f"{name}.md", "\n".join(["---", *matter, "---", text, ""]), tuple(files))


def _title(note: Note) -> str:
    return f"note {note.series} {note.instalment}" + (" (last)" if note.is_last else "")
