"""Calls that a browser sealed to the desk's key while the connection was down."""

import json
from base64 import b64decode
from collections.abc import Mapping

from sosik.adapters.store.envelope_keys import carried_keys
from sosik.adapters.store.opened import today
from sosik.desk.open_desk import Desk
from sosik.desk.wiring import opened_by_quarter
from sosik.errors import EnvelopeRefused
from sosik.values.ids import AccountId

_FILE = "call"
_FIELDS = frozenset("text source told received instalment basis consent not_before outlet once".split())


def recipient_of_calls(desk: Desk) -> str:
    """The key of this quarter: as with envelopes, what was sealed to it opens until some time after the quarter."""
    day = today()
    with desk.writing:
        return next(one.recipient for one in carried_keys(desk.store, day) if one.first is None or one.first <= day)


def opened_call(desk: Desk, untrusted: str) -> Mapping[str, str]:
    """The fields of the form. Raises EnvelopeRefused, KeyWrong or SealBroken."""
    try:
        sealed = b64decode(untrusted, validate=True)
    except ValueError as error:
        raise EnvelopeRefused(file=_FILE, why="it is no sealed call") from error
    plain = opened_by_quarter(desk.store, sealed).rstrip(b"\0")
    try:
        said = json.loads(plain)
        return {key: value for key, value in said.items() if key in _FIELDS and isinstance(value, str)}
    except (ValueError, AttributeError, RecursionError) as error:
        raise EnvelopeRefused(file=_FILE, why="it is no sealed call") from error


def corrected(desk: Desk, once: str | None) -> AccountId | None:
    """The account that was kept of this call after it had been refused, its numbers taken out."""
    rows = desk.board.run("SELECT name FROM account WHERE name LIKE %s", f"call-%-{once}") if once else ()
    return next((AccountId(name) for (name,) in rows), None)
