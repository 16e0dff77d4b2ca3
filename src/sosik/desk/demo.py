"""Sign-ins of a demo desk: made up, the same each time, and shown to whoever starts it."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from attrs import frozen
from django.contrib.auth.models import User

from sosik.desk.views.frame import seat

SEATS = (
    ("m-han", ("editor",)),
    ("m-seo", ("reporter",)),
    ("m-lim", ("translator",)),
    ("m-noh", ("analyst",)),
    ("m-ahn", ("administrator",)),
)
PASSWORD = "seven slow rivers in a drawer"  # noqa: S105 - of a demo, which says so on every page


@frozen
class DemoSignIn:
    """``secret`` is for an authenticator app, ``codes`` work once each."""

    member: str
    roles: tuple[str, ...]
    secret: str
    codes: tuple[str, ...]


def seed() -> tuple[DemoSignIn, ...]:
    """For an open demo desk at which nobody signs in yet."""
    return tuple(_signed_in(member, roles) for member, roles in SEATS)


def _signed_in(member: str, roles: tuple[str, ...]) -> DemoSignIn:
    seat(member, PASSWORD, roles)
    user = User.objects.get(username=member)
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    codes = RecoveryCodes.activate(user)
    Authenticator.objects.filter(user=user).update(last_used_at=None)
    return DemoSignIn(member, roles, secret, tuple(codes.generate_codes()))
