"""English that Wagtail and wagtail-localize do not mark for translation, marked when their templates are read.

Each row names a template, what stands in it, and what is read in its place; the template itself stays the installed
one. A test fails on the day that one of them says something else. What no template says is changed in `cms.upstream`.
"""

from __future__ import annotations

from pathlib import Path

from django.template import Origin
from django.template.loaders import app_directories

SEARCH = ('value="Search"', "value=\"{{ _('Search') }}\"")
TRUTH = "title=value|stringformat:'s' name=\"{icon}\""
TEMPLATES: dict[str, list[tuple[str, str]]] = {
    "wagtailadmin/home.html": [SEARCH],
    "wagtailadmin/shared/header.html": [SEARCH],
    "wagtailadmin/shared/headers/_actions.html": [('aria-label="Actions"', "aria-label=\"{{ _('Actions') }}\"")],
    # Nobody published what a program did: not "None".
    "wagtailadmin/shared/user_avatar.html": [("{{ user }}", "{{ user|default_if_none:'' }}")],
    "wagtailadmin/tables/boolean_cell.html": [
        (TRUTH.format(icon=icon), f"title=_('{said}') name=\"{icon}\"")
        for icon, said in {"check": "Yes", "cross": "No", "help": "Unknown"}.items()
    ],
    "wagtailusers/groups/includes/formatted_permissions.html": [
        (
            f"{{{{ content_perms_dict.{right}.perm.name }}}}",
            f"{{{{ _('{right.capitalize()}') }}}}: {{{{ content_perms_dict.object }}}}",
        )
        for right in ("add", "change", "delete")
    ],
    # The tick within has a title that says it; the same without several choices has no verb either.
    "wagtailimages/chooser/results.html": [('title="Select {% if collections %}', 'title="{% if collections %}')],
    "wagtaillocales/index.html": [
        (
            "{{ locale.num_pages }} pages{% if locale.num_others %} + {{ locale.num_others }} others{% endif %}",
            "{% load administration %}{% contents_of locale %}",
        )
    ],
}


class Loader(app_directories.Loader):
    """Reads the templates of the installed packages, with their English marked for translation."""

    def get_dirs(self) -> list[str | Path]:
        """Return the folders of the applications but those that the engine reads before.

        A template there that extends the installed one of its name would find itself first.
        """
        before = {Path(folder) for folder in self.engine.dirs}
        return [folder for folder in map(Path, super().get_dirs()) if folder not in before]

    def get_contents(self, origin: Origin) -> str:
        """Return what a template says."""
        contents: str = super().get_contents(origin)
        for english, marked in TEMPLATES.get(str(origin.template_name), ()):
            contents = contents.replace(english, marked)
        return contents
