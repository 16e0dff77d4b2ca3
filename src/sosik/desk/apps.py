"""The desk as a Django app: who signs in, with which roles, and who is invited."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "sosik.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
