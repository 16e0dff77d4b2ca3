"""A member's passphrase, changed: the key that it opens is sealed anew, and other browsers are signed out."""

from attrs import frozen
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest

from sosik.desk.sign_in import hold_signer
from sosik.desk.wiring import reseal
from sosik.values.ids import MemberId


@frozen
class Changed:
    """``is_resealed`` is False for a member whose key lies in a file; ``unreached`` are copies of the key file that stay as they were."""

    is_resealed: bool
    unreached: tuple[str, ...]


def is_password(request: HttpRequest, words: str) -> bool:
    return bool(request.user.check_password(words))


def change(request: HttpRequest, key_words: str, new: str) -> Changed:
    """The key first: what is cut off in between is mended by giving the new passphrase as the key's. Raises KeyWrong."""
    desk, member = request.desk, MemberId(request.seat.member)
    with desk.writing:
        found = reseal(desk.store, member, key_words, new)
    request.user.set_password(new)
    request.user.save(update_fields=["password"])
    update_session_auth_hash(request, request.user)
    hold_signer(request, request.user, new)
    return Changed(found is not None, found or ())
