"""The store as a Django app; the web desk adds apps of its own beside it."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    name = "sosik.adapters.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
