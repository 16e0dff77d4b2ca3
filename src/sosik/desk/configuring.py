"""Django as the desk needs it. This comes before any import of the store, which else configures itself without a web."""

import logging
import secrets
from typing import Any

import django
from django.conf import settings

STORE, ROUTER = "sosik.adapters.store", "sosik.adapters.store.router.Placed"
IDLE_HOURS = 8
SIGN_IN_HOURS = 12
_MIDDLEWARE = [
    "sosik.desk.headers.Headers",
    "sosik.desk.gate_page.GateMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "sosik.desk.door.Door",
]
_CONTEXT = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "sosik.desk.templatetags.desk.page",
]


def configure(*, hosts: tuple[str, ...] = (), over_https: bool = False) -> None:
    """Once a process. ``hosts`` are further names that the desk answers to, such as an onion's."""
    if settings.configured:
        return
    settings.configure(**_settings(hosts, over_https=over_https), **_sign_in())
    django.setup()
    quiet()


def _settings(hosts: tuple[str, ...], *, over_https: bool) -> dict[str, Any]:
    return {
        "SECRET_KEY": secrets.token_urlsafe(48),  # of this run alone: whoever was signed in signs in anew
        "DEBUG": False,
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]", *hosts],
        "CSRF_TRUSTED_ORIGINS": [f"https://{name}" for name in hosts],
        "INSTALLED_APPS": [
            *("django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions"),
            *("django.contrib.messages", "django.contrib.humanize", "django_htmx"),
            *("allauth", "allauth.account", "allauth.mfa", "sosik.desk", STORE),
        ],
        "DATABASES": {},  # the desk's own, opened when it is unlocked
        "DATABASE_ROUTERS": [ROUTER],
        "MIDDLEWARE": _MIDDLEWARE,
        "ROOT_URLCONF": "sosik.desk.urls",
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [_templates()],
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": _CONTEXT, "builtins": ["sosik.desk.templatetags.desk"]},
            }
        ],
        "STATIC_URL": "/static/",
        "LANGUAGES": [("ko", "한국어"), ("en", "English")],
        "LANGUAGE_CODE": "en",
        "LANGUAGE_COOKIE_HTTPONLY": True,
        "LANGUAGE_COOKIE_SAMESITE": "Strict",
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "LOGGING_CONFIG": None,  # nothing of a request is logged
        "APPEND_SLASH": True,
        "FORM_RENDERER": "django.forms.renderers.DjangoDivFormRenderer",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 12 * 1024 * 1024,
        "FILE_UPLOAD_HANDLERS": ["sosik.desk.uploads.InMemory"],
        **_cookies(over_https=over_https),
    }


def _templates() -> str:
    from pathlib import Path  # noqa: PLC0415 - beside its only use

    return str(Path(__file__).parent / "templates")


def _cookies(*, over_https: bool) -> dict[str, Any]:
    """Sessions end with the browser, and after some hours whatever is done."""
    return {
        "SESSION_ENGINE": "django.contrib.sessions.backends.db",
        "SESSION_COOKIE_NAME": "desk",
        "SESSION_COOKIE_AGE": SIGN_IN_HOURS * 3600,
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Strict",
        "SESSION_COOKIE_SECURE": over_https,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_COOKIE_SECURE": over_https,
        "SECURE_HSTS_SECONDS": 31_536_000 if over_https else 0,
    }


def _sign_in() -> dict[str, Any]:
    """A password and a second factor, or a passkey that is both."""
    return {
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.Argon2PasswordHasher"],
        "AUTH_PASSWORD_VALIDATORS": [
            {
                "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
                "OPTIONS": {"min_length": 12},
            },
            {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
            {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
        ],
        "AUTHENTICATION_BACKENDS": ["sosik.desk.sign_in.ByPassword"],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "inbox",
        "ACCOUNT_LOGOUT_REDIRECT_URL": "account_login",
        "ACCOUNT_ADAPTER": "sosik.desk.sign_in.MembersOnly",
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_EMAIL_NOTIFICATIONS": False,
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_REAUTHENTICATION_REQUIRED": True,
        "ACCOUNT_REAUTHENTICATION_TIMEOUT": 600,
        "ACCOUNT_RATE_LIMITS": {"login": "60/m/ip", "login_failed": "5/5m/key,60/5m/ip", "reauthenticate": "10/m/user"},
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": True,  # on loopback; elsewhere a browser itself insists on https
        "MFA_ADAPTER": "sosik.desk.sign_in.SecondFactors",
        "MFA_TOTP_TOLERANCE": 1,
        "MFA_TOTP_ISSUER": "desk",
    }


def quiet() -> None:
    """What a request held is written to no log; where the program broke is said in one line by ``headers``."""
    for name in ("django", "waitress"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
