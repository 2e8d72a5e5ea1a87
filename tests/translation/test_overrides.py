"""What a translator chooses in place of the source's address, file or entry is looked at like any other."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile
from wagtail_localize.models import OverridableSegment, SegmentOverride, StringSegment, StringTranslation

from cms.file_rights import ShownFile
from home.models import StandardPage
from projects.models import Organisation, ProjectDocument, ProjectPage, ProjectParty
from tests.editing import signed_in
from tests.factories.complete import file, picture
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import ProjectPageFactory, concept, index, row
from tests.factories.translation import submitted, translate, translated
from translation.groups import ensure_groups, translators

pytestmark = pytest.mark.django_db
SOURCE = "https://example.org/en"
BODY = [
    ("text", f'<p>See <a href="{SOURCE}">the source</a>.</p>'),
    ("action", {"label": "Open", "url": "https://example.org/open", "page": None}),
]


@pytest.fixture
def page() -> StandardPage:
    home("pl")
    made: StandardPage = StandardPageFactory(parent=home(), title="About", slug="about-it", body=BODY)
    return made


def chosen(page: StandardPage, value: str) -> tuple[Any, list[Any]]:
    """Choose an address for every link of the page in Polish, as localize's editor sends it, and publish."""
    translation = submitted(page, "pl")
    translate(translation)
    client = signed_in()
    answers = []
    for segment in OverridableSegment.objects.filter(source=translation.source):
        address = reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])
        answers.append(client.put(address, f"value={value}", content_type="application/x-www-form-urlencoded").json())
    translation.save_target(publish=True)
    return translation.get_target_instance(), answers


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "//example.org", "data:text/html,1", "java%09script:alert(1)"]
)
def test_an_address_where_no_link_may_lead_is_told_and_not_taken(page: StandardPage, value: str) -> None:
    target, answers = chosen(page, value)
    assert len(answers) == 2
    assert all("No link may lead to" in answer["error"] for answer in answers)
    shown = Client().get(target.url_path).content.decode()
    assert SOURCE in shown
    assert "alert(1)" not in shown


def test_an_address_of_the_translator_is_taken(page: StandardPage) -> None:
    target, answers = chosen(page, "https://example.org/pl")
    assert [answer["error"] for answer in answers] == [None, None]
    assert Client().get(target.url_path).content.decode().count("https://example.org/pl") == 2


def test_a_corrected_address_has_no_error_any_more(page: StandardPage) -> None:
    chosen(page, "javascript:alert(1)")
    target, answers = chosen(page, "https://example.org/pl")
    assert [answer["error"] for answer in answers] == [None, None]
    assert "https://example.org/pl" in Client().get(target.url_path).content.decode()


def test_an_override_that_a_program_writes_is_marked_too(page: StandardPage) -> None:
    translation = submitted(page, "pl")
    segment = OverridableSegment.objects.filter(source=translation.source).first()
    override = SegmentOverride.objects.create(
        locale=translation.target_locale, context=segment.context, data_json=json.dumps("vbscript:x")
    )
    assert SegmentOverride.objects.get(pk=override.pk).has_error


@pytest.mark.parametrize("sent", ["value=a%00b", b"value=a\0b"])
def test_a_null_character_is_refused_in_texts_and_in_what_stands_for_them(page: StandardPage, sent: Any) -> None:
    translation = submitted(page, "pl")
    places = {
        "edit_string_translation": StringSegment.objects.filter(source=translation.source).first(),
        "edit_override": OverridableSegment.objects.filter(source=translation.source).first(),
    }
    for name, segment in places.items():
        address = reverse(f"wagtail_localize:{name}", args=[translation.pk, segment.pk])
        answer = signed_in().put(address, sent, content_type="application/x-www-form-urlencoded")
        assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert not StringTranslation.objects.filter(data__contains="a").exists()
    assert not SegmentOverride.objects.exists()


# ---------------------------------------------------------------------------------------- references


PLACES = ["documents.document", "parties.organisation", "body.picture.image.image", "body.action.page"]


class References:
    """A project's page in English that refers to things of every kind, submitted to Polish."""

    def __init__(self) -> None:
        home("pl")
        self.document, self.picture, self.organisation = file(), picture(), concept(Organisation, "office")
        self.picture.contextual_alt_text, self.picture.decorative = "A square", False
        self.linked = StandardPageFactory(parent=home(), title="Linked", slug="linked")
        project = ProjectPageFactory(
            parent=index("project", home()),
            documents=[row(ProjectDocument, document=self.document, title="Report")],
            parties=[row(ProjectParty, organisation=self.organisation)],
        )
        project.body = [
            ("picture", {"image": self.picture, "caption": ""}),
            ("action", {"label": "Open", "url": "", "page": self.linked}),
        ]
        project.save_revision().publish()
        translated(project.get_parent().specific, "pl")
        self.translation = submitted(project, "pl")
        translate(self.translation)

    def choose(self, client: Client, place: str, value: object) -> str | None:
        """Choose something else for Polish at a place of the page; return the error that localize's editor shows."""
        segment = OverridableSegment.objects.get(source=self.translation.source, context__field_path=place)
        address = reverse("wagtail_localize:edit_override", args=[self.translation.pk, segment.pk])
        sent = urlencode({"value": value})
        error: str | None = client.put(address, sent, content_type="application/x-www-form-urlencoded").json()["error"]
        return error

    def published(self) -> dict[str, Any]:
        """Publish in Polish; return the keys of what the page refers to."""
        self.translation.save_target(publish=True)
        page: ProjectPage = self.translation.get_target_instance()
        shown = (page.documents.get().document, page.parties.get().organisation, page.body[0].value["image"])
        return dict(zip(PLACES, (one.pk for one in (*shown, page.body[1].value["page"])), strict=True))

    def of_source(self) -> dict[str, Any]:
        own = (self.document, self.organisation, self.picture, self.linked)
        return dict(zip(PLACES, (one.pk for one in own), strict=True))


@pytest.mark.parametrize("value", ["abc", "99999999", "9" * 40, "null", ""])
def test_what_names_nothing_that_is_there_is_told_and_not_taken(value: str) -> None:
    references = References()
    assert all(references.choose(signed_in(), place, value) for place in PLACES)
    assert references.published() == references.of_source()


def test_what_is_there_is_taken() -> None:
    references = References()
    linked = StandardPageFactory(parent=home(), title="Other", slug="other")
    others = (file(), concept(Organisation, "bureau"), picture(), linked)
    chosen = dict(zip(PLACES, (one.pk for one in others), strict=True))
    assert [references.choose(signed_in(), place, key) for place, key in chosen.items()] == [None] * len(PLACES)
    assert references.published() == chosen


def test_what_was_deleted_since_it_was_chosen_gives_way_to_what_the_source_has() -> None:
    references = References()
    document = file()
    assert references.choose(signed_in(), "documents.document", document.pk) is None
    document.delete()
    assert references.published() == references.of_source()
    assert SegmentOverride.objects.get().has_error


def test_nobody_gives_a_translation_a_file_that_they_may_not_have() -> None:
    references = References()
    hidden = StandardPageFactory(parent=home(), title="Hidden", slug="hidden", live=False)
    secret = {"documents.document": file(), "body.picture.image.image": picture()}
    for kind, one in zip(("document", "picture"), secret.values(), strict=True):
        ShownFile.objects.create(page=hidden, is_current=True, **{kind: one})
    ensure_groups()
    translator = get_user_model().objects.create_user("translator")
    UserProfile.objects.create(user=translator, preferred_language="en")
    translator.groups.add(Group.objects.get(name=translators("pl")))
    client = Client()
    client.force_login(translator)
    for place, one in secret.items():
        assert references.choose(client, place, one.pk) == "Choose a file that you may use."
    assert references.published() == references.of_source()
    for place, one in secret.items():
        assert references.choose(signed_in(), place, one.pk) is None, "an administrator may"
