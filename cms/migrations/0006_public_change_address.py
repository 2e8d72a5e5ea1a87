import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cms', '0005_public_changes'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='publicchange',
            index=models.Index(django.db.models.functions.text.Substr('address', 1, 200), name='public_change_address'),
        ),
    ]
