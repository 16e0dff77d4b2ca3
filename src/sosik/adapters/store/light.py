"""Django with the store as its only app: what the command line needs, and no web.

A shell that has apps of its own configures Django before it imports the store, with ``APP`` among its ``INSTALLED_APPS`` and
``ROUTER`` among its ``DATABASE_ROUTERS``; it opens desks by the same calls as the command line.
"""

import os

import django
from django.conf import settings

APP, ROUTER = "sosik.adapters.store", "sosik.adapters.store.router.Placed"


def configure() -> None:
    if settings.configured or os.environ.get("DJANGO_SETTINGS_MODULE"):
        return
    settings.configure(INSTALLED_APPS=[APP], DATABASE_ROUTERS=[ROUTER], USE_TZ=True, LOGGING_CONFIG=None)
    django.setup()
