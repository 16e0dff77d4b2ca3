"""The tables. What they mean is in docs/explanation/ledger.md."""

from django.db import models


class Entry(models.Model):
    """One thing that is kept, in its place; ``sealed`` is None once it is erased."""

    seq = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=12)
    keys = models.BinaryField()
    sealed = models.BinaryField(null=True)
    digest = models.BinaryField()
    mac = models.BinaryField()

    class Meta:
        indexes = (models.Index(fields=["kind", "seq"], name="entry_kind"),)


class EntryKey(models.Model):
    """Which entries a key seals: what is read for one subject, and blanked when it is erased.

    ``mark`` is an HMAC of a decision under its first key, so that the same is not appended twice; else empty.
    """

    key = models.BinaryField()
    mark = models.BinaryField(default=b"")
    seq = models.BigIntegerField()

    class Meta:
        indexes = (
            models.Index(fields=["key", "seq"], name="entry_key"),
            models.Index(fields=["mark"], name="entry_mark"),
        )


class Head(models.Model):
    """A member's signature over the mac of the entry at ``seq``."""

    seq = models.BigAutoField(primary_key=True)
    mac = models.BinaryField()
    verify = models.CharField(max_length=64)
    sig = models.CharField(max_length=128)


class Subject(models.Model):
    """The key of an account, a source, a bulletin or the desk, by name: the only place where names stand unsealed."""

    id = models.BinaryField(primary_key=True, max_length=16)
    kind = models.CharField(max_length=8)
    name = models.TextField()
    above = models.TextField(default="")
    key = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["kind", "name"], name="subject_name"),)
        indexes = (models.Index(fields=["above"], name="subject_above"),)


class Grave(models.Model):
    """A key that was destroyed: its random id, and an HMAC of the name, so that the same is not taken in again."""

    id = models.BinaryField(primary_key=True, max_length=16)
    mark = models.BinaryField()


class KeyCopy(models.Model):
    """Where a copy of the key file was put, to be replaced whenever keys go."""

    path = models.TextField(primary_key=True)


KEPT_IN = {
    "ledger": ("Entry", "EntryKey", "Head"),
    "keys": ("Subject", "Grave", "KeyCopy"),
}
