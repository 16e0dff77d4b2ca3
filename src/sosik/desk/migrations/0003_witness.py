"""Heads that members kept."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0002_imports")]

    operations = [
        migrations.CreateModel(
            name="Witness",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seq", models.BigIntegerField()),
                ("mac", models.CharField(max_length=64)),
                ("by", models.CharField(max_length=40)),
                ("on", models.DateField()),
            ],
            options={
                "constraints": (models.UniqueConstraint(fields=("seq", "mac"), name="one_line_a_head"),),
            },
        ),
    ]
