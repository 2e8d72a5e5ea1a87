"""The languages of the library and its front page in the site's own language."""

from django.conf import settings
from django.db import migrations


def make_home(apps, schema_editor):
    """Replace Wagtail's welcome page by our front page; the site begins at the root of the tree.

    The home page of each language lies side by side with the others below the root, its slug is
    the language's code: a page's path in the tree is its address.
    """
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    HomePage = apps.get_model("home", "HomePage")
    ContentType = apps.get_model("contenttypes", "ContentType")

    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    root = Page.objects.get(depth=1)
    Site.objects.all().delete()
    Page.objects.filter(depth=2, slug="home").delete()
    if not Page.objects.filter(depth=2).exists():
        content_type, _created = ContentType.objects.get_or_create(model="homepage", app_label="home")
        HomePage.objects.create(
            title=settings.WAGTAIL_SITE_NAME,
            draft_title=settings.WAGTAIL_SITE_NAME,
            slug=locale.language_code,
            content_type=content_type,
            path=root.path + "0001",
            depth=2,
            numchild=0,
            url_path=f"/{locale.language_code}/",
            locale=locale,
            original_language=locale.language_code,
        )
        root.numchild = 1
        root.save()
    Site.objects.create(
        hostname="localhost", site_name=settings.WAGTAIL_SITE_NAME, root_page=root, is_default_site=True
    )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(make_home, migrations.RunPython.noop)]
