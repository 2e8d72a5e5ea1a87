from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("search", "0011_what_may_have_left"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
