"""Files on their way in are kept until they are in."""

import django.db.models.deletion
from django.db import migrations, models

_ID = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_first")]

    operations = [
        migrations.CreateModel(
            name="ImportJob",
            fields=[
                _ID,
                ("name", models.CharField(max_length=16, unique=True)),
                ("label", models.CharField(max_length=200)),
                ("defaults", models.TextField()),
                ("taken", models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="ImportFile",
            fields=[
                _ID,
                ("name", models.CharField(max_length=400)),
                ("content", models.BinaryField()),
                (
                    "job",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="desk.importjob"
                    ),
                ),
            ],
        ),
    ]
