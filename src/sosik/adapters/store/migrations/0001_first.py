"""The first tables."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Grave",
            fields=[
                ("id", models.BinaryField(max_length=16, primary_key=True, serialize=False)),
                ("mark", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                ("seq", models.BigAutoField(primary_key=True, serialize=False)),
                ("mac", models.BinaryField()),
                ("verify", models.CharField(max_length=64)),
                ("sig", models.CharField(max_length=128)),
            ],
        ),
        migrations.CreateModel(
            name="KeyCopy",
            fields=[
                ("path", models.TextField(primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("seq", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=12)),
                ("keys", models.BinaryField()),
                ("sealed", models.BinaryField(null=True)),
                ("digest", models.BinaryField()),
                ("mac", models.BinaryField()),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "seq"], name="entry_kind")],
            },
        ),
        migrations.CreateModel(
            name="EntryKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.BinaryField()),
                ("mark", models.BinaryField(default=b"")),
                ("seq", models.BigIntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["key", "seq"], name="entry_key"),
                    models.Index(fields=["mark"], name="entry_mark"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Subject",
            fields=[
                ("id", models.BinaryField(max_length=16, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=8)),
                ("name", models.TextField()),
                ("above", models.TextField(default="")),
                ("key", models.BinaryField()),
            ],
            options={
                "indexes": [models.Index(fields=["above"], name="subject_above")],
                "constraints": [models.UniqueConstraint(fields=("kind", "name"), name="subject_name")],
            },
        ),
    ]
