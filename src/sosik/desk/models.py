"""What the web desk keeps of its own, in its sealed file: seats of members, and invitations."""

from django.conf import settings
from django.db import models


class Seat(models.Model):
    """A member at the desk: the name that decisions bear, and roles as words with spaces between."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="seat")
    member = models.CharField(max_length=40, unique=True)
    roles = models.CharField(max_length=120)

    @property
    def role_names(self) -> tuple[str, ...]:
        return tuple(self.roles.split())


class Invitation(models.Model):
    """``mark`` is the SHA-256 of the word that was handed over; the word itself is kept nowhere."""

    mark = models.CharField(max_length=64, unique=True)
    member = models.CharField(max_length=40)
    roles = models.CharField(max_length=120)
    by = models.CharField(max_length=40)
    until = models.DateTimeField()


class ImportJob(models.Model):
    """Files on their way in, until every one was looked at: so they come in after a restart too. ``defaults`` is JSON."""

    name = models.CharField(max_length=16, unique=True)
    label = models.CharField(max_length=200)
    defaults = models.TextField()
    taken = models.IntegerField(default=0)


class ImportFile(models.Model):
    job = models.ForeignKey(ImportJob, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=400)
    content = models.BinaryField()


class Witness(models.Model):
    """A head of the ledger as a member saw it; kept apart from the ledger, so that a tail which is cut off there is missed here."""

    seq = models.BigIntegerField()
    mac = models.CharField(max_length=64)
    by = models.CharField(max_length=40)
    on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["seq", "mac"], name="one_line_a_head"),)
