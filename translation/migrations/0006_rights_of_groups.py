"""Nobody loses what they may do, and groups have in their languages what new ones are made with.

Who approves in the editorial review may review translations into every language. The translators of a language
translate its vocabularies where they edit its pages, and publish them where they publish its pages.
"""

from django.db import migrations

IN_VOCABULARIES = {"change_page": "translate_vocabularies", "publish_page": "publish_vocabularies"}


def give(apps, schema_editor):
    """Write the rights; what is there already stays."""
    LanguageRight = apps.get_model("translation", "LanguageRight")
    Locale = apps.get_model("wagtailcore", "Locale")
    reviewing = apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(active=True)
    rights = {
        (group, locale, right)
        for group in reviewing.exclude(groups=None).values_list("groups", flat=True)
        for locale in Locale.objects.values_list("pk", flat=True)
        for right in ("review_pages", "review_vocabularies")
    }
    on_front_pages = apps.get_model("wagtailcore", "GroupPagePermission").objects.filter(
        group__name__startswith="Translators: ", page__depth=2, permission__codename__in=IN_VOCABULARIES
    )
    for group, locale, codename in on_front_pages.values_list("group", "page__locale", "permission__codename"):
        rights.add((group, locale, IN_VOCABULARIES[codename]))
    LanguageRight.objects.bulk_create(
        [LanguageRight(group_id=group, locale_id=locale, right=right) for group, locale, right in sorted(rights)],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("translation", "0005_rights"), ("wagtailcore", "0098_apitoken")]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
