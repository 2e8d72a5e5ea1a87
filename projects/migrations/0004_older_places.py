from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('projects', '0003_origin_is_computed'),
    ]

    operations = [
        migrations.AddField(
            model_name='bulletinindexpage',
            name='older_places',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name='bulletinpage',
            name='older_places',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name='glossarypage',
            name='older_places',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name='handbookchapterpage',
            name='older_places',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name='handbookindexpage',
            name='older_places',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name='handbookpage',
            name='older_places',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name='projectindexpage',
            name='older_places',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name='projectpage',
            name='older_places',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name='trainingindexpage',
            name='older_places',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name='trainingpage',
            name='older_places',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
    ]
