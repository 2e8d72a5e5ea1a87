"""What is a translation already knows from what it was translated, and its texts know who wrote them."""

from django.db import migrations

KINDS = {"machine": "machine", "reviewed": "reviewed"}


def remember(apps, schema_editor):
    """Note on each translated page its source, and on its texts the origin that an editor chose for the page."""
    Translation = apps.get_model("wagtail_localize", "Translation")
    StringTranslation = apps.get_model("wagtail_localize", "StringTranslation")
    known = set(Translation.objects.values_list("source__object_id", "target_locale_id"))
    for model in [*apps.get_app_config("home").get_models(), *apps.get_app_config("projects").get_models()]:
        if "translated_from" not in {field.name for field in model._meta.fields}:
            continue
        for page in model._default_manager.only("pk", "translation_key", "locale_id", "origin").iterator():
            if (page.translation_key, page.locale_id) not in known:
                continue
            model._default_manager.filter(pk=page.pk).update(translated_from=page.translation_key)
            if page.origin in KINDS:
                StringTranslation.objects.filter(
                    context__object_id=page.translation_key, locale_id=page.locale_id
                ).update(translation_type=KINDS[page.origin])


class Migration(migrations.Migration):
    dependencies = [
        ("translation", "0001_groups"),
        ("home", "0003_origin_is_computed"),
        ("projects", "0003_origin_is_computed"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [migrations.RunPython(remember, migrations.RunPython.noop)]
