"""Wagtail's own groups give way to those of `translation.groups`; where somebody uses one, it stays."""

from django.db import migrations


def remove_unused(apps, schema_editor):
    """Delete the groups that Wagtail's migrations made, as long as nobody is in them."""
    Group = apps.get_model("auth", "Group")
    Group.objects.filter(name__in=["Moderators", "Editors"], user__isnull=True).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0002_initial_data"),
        ("wagtailimages", "0002_initial_data"),
    ]

    operations = [migrations.RunPython(remove_unused, migrations.RunPython.noop)]
