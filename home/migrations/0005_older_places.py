from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('home', '0004_licence_and_catalogue'),
    ]

    operations = [
        migrations.AddField(
            model_name='homepage',
            name='older_places',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name='standardpage',
            name='older_places',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
    ]
