"""An edition's canonical bytes, and the SHA-256 that decisions name."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

import attrs

from sosik.bulletins.edition import Edition


def canonical_bytes(edition: Edition) -> bytes:
    """JSON in UTF-8 with sorted keys and no space, every text in NFC; pictures by their hash."""
    record = _plain(edition)
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def edition_hash(edition: Edition) -> str:
    return hashlib.sha256(canonical_bytes(edition)).hexdigest()


def _plain(value: Any) -> Any:  # noqa: PLR0911 - one line for each kind of value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, date):
        return value.isoformat()
    if attrs.has(type(value)):
        return {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(type(value)) if field.eq}
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(held) for key, held in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(held) for held in value]
    return value
