"""How allauth signs members in: nobody signs up, a password also opens the member's own key, a last factor stays."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

from sosik.desk.models import Seat
from sosik.desk.wiring import signer_by
from sosik.values.ids import MemberId

_FRESH = 600.0  # seconds


class ByPassword(AuthenticationBackend):
    """Name and password; where the password is the passphrase of the member's key too, they may sign decisions with it."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Any:
        user = super().authenticate(request, **credentials)
        if user is not None and request is not None:
            hold_signer(request, user, credentials["password"])
        return user


def hold_signer(request: HttpRequest, user: Any, words: str) -> bool:
    """False when the words do not open the member's key."""
    desk = request.META["sosik.gate"].desk
    seat = Seat.objects.filter(user=user).first()
    if desk is None or seat is None:
        return False
    signer = signer_by(desk.store, MemberId(seat.member), words)
    if signer is not None:
        desk.signers.hold(MemberId(seat.member), signer)
    return signer is not None


@receiver(user_logged_out)
def close_key(request: HttpRequest | None, user: Any, **_more: Any) -> None:
    """Whoever signs out takes their key along: what is signed for them later needs their passphrase anew."""
    desk = request.META["sosik.gate"].desk if request is not None else None
    if desk is None or user is None:
        return
    for seat in Seat.objects.filter(user=user):
        desk.signers.drop(MemberId(seat.member))


class MembersOnly(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:  # noqa: ARG002 - allauth's signature
        """Whoever signed in a moment ago is not asked again before they change their factors."""
        records = context.request.session.get(AUTHENTICATION_METHODS_SESSION_KEY) or [{"at": 0.0}]
        return bool(time.time() - records[-1]["at"] > _FRESH)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Pages say it themselves."""

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """The desk sends nothing anywhere."""


class SecondFactors(DefaultMFAAdapter):
    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """Not the last one."""
        kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
        others = Authenticator.objects.filter(user=authenticator.user, type__in=kinds).exclude(pk=authenticator.pk)
        return authenticator.type not in kinds or bool(others.exists())

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """The desk sends nothing anywhere."""
