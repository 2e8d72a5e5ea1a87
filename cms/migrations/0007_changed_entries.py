from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cms', '0006_public_change_address'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChangedEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
    ]
