"""Makes the sealed test vectors that the page and the desk share: replies to the first mailbox, good and malformed.

    python scripts/reply_vectors.py

Seals are drawn anew each time, so the file changes whenever this runs; run it when a vector is added.
"""

import base64
import io
import json
import zipfile
from pathlib import Path

from sosik.adapters.age_files import seal_sized
from sosik.adapters.envelope_files import archived
from sosik.intake.framing import framed
from sosik.intake.sizes import REPLY_SIZE

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "spec" / "envelopes"
WORDS = "답: 알았다. Heard & understood <b>"


def packed(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def vectors() -> list[dict[str, object]]:
    """``flip`` is the byte whose lowest bit is changed, from the end when negative; ``cut`` how many last bytes are taken away;
    ``add`` bytes of nought put behind.
    """
    boxes = json.loads((FOLDER / "mailboxes.json").read_text("utf-8"))["good"]
    mine, other = boxes[0]["recipient"], boxes[1]["recipient"]

    def sealed(plain: bytes, to: str = mine) -> str:
        return base64.b64encode(seal_sized(plain, [to], REPLY_SIZE)).decode()

    good = sealed(archived({"reply.txt": WORDS.encode()}))
    zipped = packed("reply.txt", WORDS.encode())
    return [
        {"name": "as it should be", "sealed": good, "text": WORDS},
        {"name": "to another mailbox", "sealed": sealed(archived({"reply.txt": b"x"}), other), "is": "not ours"},
        {"name": "a bit of its own stanza", "of": 0, "flip": 40, "is": "not ours"},
        {"name": "a bit of a stranger's stanza", "of": 0, "flip": 160, "is": "damaged"},
        {"name": "a bit of the header's seal", "of": 0, "flip": 900, "is": "damaged"},
        {"name": "a bit of the last bytes", "of": 0, "flip": -9, "is": "damaged"},
        {"name": "cut by one byte", "of": 0, "cut": 1, "is": "damaged"},
        {"name": "cut within the header", "of": 0, "cut": REPLY_SIZE - 300, "is": "damaged"},
        {"name": "a byte too many", "of": 0, "add": 1, "is": "damaged"},
        {"name": "nothing", "of": 0, "cut": REPLY_SIZE, "is": "damaged"},
        {"name": "a length beyond the end", "sealed": sealed(b"length 999999\n" + zipped), "is": "damaged"},
        {"name": "something behind the archive", "sealed": sealed(framed(zipped) + b"\0\0more"), "is": "damaged"},
        {"name": "no archive", "sealed": sealed(framed(b"not an archive at all")), "is": "damaged"},
        {"name": "another member", "sealed": sealed(framed(packed("other.txt", b"x"))), "is": "damaged"},
        {"name": "text in no encoding", "sealed": sealed(framed(packed("reply.txt", b"\xff\xfe\xc3("))), "is": "damaged"},
        {"name": "a length in letters", "sealed": sealed(b"length many\n" + zipped), "is": "damaged"},
    ]  # fmt: skip


if __name__ == "__main__":
    listed = json.dumps(vectors(), ensure_ascii=False, indent=1)
    (FOLDER / "replies.json").write_text(listed + "\n", "utf-8")
