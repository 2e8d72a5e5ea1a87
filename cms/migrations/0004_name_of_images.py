"""A picture is called an image, in the reader's language."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('cms', '0003_shown_files'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='libraryimage',
            options={'verbose_name': 'image', 'verbose_name_plural': 'images'},
        ),
    ]
