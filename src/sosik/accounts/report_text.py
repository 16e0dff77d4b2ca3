"""One file as an account: text with its block, or an outside document with its sidecar."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from sosik.accounts.account import Account, Basis, Consent, Reliability
from sosik.accounts.conversion import DOCUMENTS, Converter
from sosik.accounts.encoding import decode
from sosik.accounts.front_matter import FrontMatter, read, read_sidecar, split
from sosik.accounts.untrusted import UntrustedFile
from sosik.errors import InputEmpty, InputUndated
from sosik.values.ids import AccountId
from sosik.values.text import detect
from sosik.values.textspan import bytes_hash


@frozen
class Reported:
    """An account, what its matter says, and whether the file that it came in is to be kept with it."""

    account: Account
    matter: FrontMatter
    keeps_file: bool = False


def read_report(
    file: UntrustedFile, sidecar: UntrustedFile | None, defaults: FrontMatter, converter: Converter
) -> Reported:
    """An account whose id is the file's stem; raises what the catalogue says of input."""
    for one in (file, sidecar):
        if one is not None and one.error:
            raise one.error
    beside = read_sidecar(sidecar.name, sidecar.content) if sidecar else {}
    if file.suffix in DOCUMENTS:
        return _document(file, read(sidecar.name, beside) if sidecar else FrontMatter(), defaults, converter)
    return _text(file, sidecar, beside, defaults)


def _text(
    file: UntrustedFile, sidecar: UntrustedFile | None, beside: Mapping[str, Any], defaults: FrontMatter
) -> Reported:
    text = decode(file.name, file.content, str(beside["encoding"]) if "encoding" in beside else None)
    block, body = split(file.name, text)
    stated = read(file.name, block)
    if sidecar:
        stated = stated.or_else(read(sidecar.name, beside))
    if stated.is_bulletin:
        return Reported(Account(id=AccountId(file.stem), text=body, lang=detect(body)), stated)
    matter = stated.or_else(defaults)
    return Reported(account_of(file.name, file.stem, body, matter), matter)


def _document(file: UntrustedFile, stated: FrontMatter, defaults: FrontMatter, converter: Converter) -> Reported:
    """The days and the title of the document itself count where nobody states others."""
    if stated.is_bulletin:
        return Reported(Account(id=AccountId(file.stem), text="", lang=detect("")), stated)
    found = converter.convert(file)
    body = decode(file.name, found.text.encode("utf-8", "replace"), "utf-8")
    own = FrontMatter(title=found.title, published=found.published, received=found.received)
    matter = stated.or_else(defaults).or_else(own)
    return Reported(
        account_of(file.name, file.stem, body, matter, file_sha256=bytes_hash(file.content)), matter, keeps_file=True
    )


def account_of(name: str, stem: str, body: str, matter: FrontMatter, *, file_sha256: str | None = None) -> Account:
    """Raises InputEmpty and InputUndated, with the name."""
    if not body.strip():
        raise InputEmpty(file=name)
    if not (matter.received or matter.told or matter.published):
        raise InputUndated(file=name)
    return Account(
        id=AccountId(stem),
        text=body,
        lang=matter.lang or detect(body),
        received=matter.received,
        told=matter.told,
        published=matter.published,
        source=matter.source,
        basis=matter.basis or Basis.unknown,
        reliability=matter.reliability or Reliability.F,
        consent=matter.consent or Consent.none,
        not_before=matter.not_before,
        outlet=matter.outlet,
        retells=matter.retells,
        attachments=matter.attachments,
        title=matter.title,
        file_sha256=file_sha256,
    )
