"""Who may do what: role × action × own or other language × page or vocabulary × source readable or not."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from projects.models import ProjectPage, Term
from tests.editing import signed_in as administrator
from tests.factories.home import home
from tests.factories.projects import concept
from tests.factories.translation import locale, submitted, translate
from tests.translation.conftest import member_of, said, signed_in
from translation.catalogues import exported
from translation.enums import Right
from translation.groups import ADMINISTRATORS, STAFF, reviewers, translators
from translation.models import LanguageRight, RequiredReview
from translation.origins import MACHINE
from translation.reading import readable_source
from translation.reviewing import fingerprint, to_review

pytestmark = pytest.mark.django_db

OWN, OTHER = "nb", "pl"
NOBODY = "Nobody"  # a group of the administration without any right in a language


def page_source() -> Any:
    """Return a public page with a draft that says something else."""
    source = ProjectPage.objects.get(title="Clean water")
    source.save_revision().publish()
    source.refresh_from_db()
    source.summary = "A secret draft"
    source.save_revision()
    return ProjectPage.objects.get(pk=source.pk)


def term_source() -> Any:
    """Return a public term with a draft that says something else."""
    source = concept(Term, "sewer", definition="A pipe")
    source.definition = "A secret draft"
    source.save_revision()
    return Term.objects.get(pk=source.pk)


def term_source_of(key: str) -> Any:
    """Return a public term."""
    return concept(Term, key, definition="A pipe")


SOURCES = {"page": page_source, "vocabulary": term_source}


def edit_url(instance: Any) -> str:
    """Return where an instance is edited."""
    if isinstance(instance, Page):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    return reverse(instance.snippet_viewset.get_url_name("edit"), args=[instance.pk])


def open_editor(client: Client, translation: Translation) -> bool:
    """Open the editor of texts from where the page or entry is edited."""
    answer = client.get(edit_url(translation.get_target_instance()), follow=True)
    return answer.status_code == HTTPStatus.OK and answer.request["PATH_INFO"] == reverse(
        "translate", args=[translation.pk]
    )


def save(client: Client, translation: Translation) -> bool:
    """Save a text through the editor's API; tell whether it is there."""
    segment = StringSegment.objects.filter(source=translation.source).exclude(context__path="slug").first()
    assert segment is not None
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    client.put(address, "value=Typed", content_type="application/x-www-form-urlencoded")
    return StringTranslation.objects.filter(
        data="Typed", context=segment.context, locale=translation.target_locale
    ).exists()


def upload(client: Client, translation: Translation) -> bool:
    """Upload a PO file; tell whether its texts are there."""
    catalogue = exported(translation)
    for entry in catalogue:
        entry.msgstr = entry.msgstr or "Uploaded"
    catalogue[-1].msgstr = "Uploaded"
    sent = {"file": SimpleUploadedFile("a.po", str(catalogue).encode()), "origin": "human"}
    client.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), sent)
    return StringTranslation.objects.filter(data="Uploaded", locale=translation.target_locale).exists()


def publish(client: Client, translation: Translation) -> bool:
    """Publish a whole translation from its editor; tell whether it is public."""
    translate(translation)
    client.post(edit_url(translation.get_target_instance()), {"action": "publish"})
    return bool(translation.get_target_instance().live)


def approve(client: Client, translation: Translation) -> bool:
    """Approve a machine's text in a language that requires a review; tell whether none waits any more."""
    RequiredReview.objects.get_or_create(locale=translation.target_locale)
    translate(translation, kind=MACHINE)
    StringTranslation.objects.update(last_translated_by=None)
    sent = {"confirmed": "1", "read": fingerprint(to_review(translation))}
    client.post(reverse("review_translation", args=[translation.pk]), sent)
    return not to_review(translation)


def read(client: Client, translation: Translation) -> bool:
    """Read the source; nobody is shown its draft there."""
    answers = [client.get(reverse(name, args=[translation.pk])) for name in ("read_source", "preview_source")]
    assert all(b"A secret draft" not in answer.content for answer in answers)
    allowed = {answer.status_code == HTTPStatus.OK for answer in answers}
    assert len(allowed) == 1
    return allowed.pop()


def edit_source(client: Client, translation: Translation) -> bool:
    return client.get(edit_url(translation.source.get_source_instance())).status_code == HTTPStatus.OK


def stop(client: Client, translation: Translation) -> bool:
    """Make an adapted edition of a whole translation."""
    translate(translation)
    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]), {"confirmed": "1"})
    return not Translation.objects.get(pk=translation.pk).enabled


ACTIONS: tuple[Callable[[Client, Translation], bool], ...] = (
    open_editor, read, save, upload, publish, approve, stop, edit_source,
)  # fmt: skip
ALL = {action.__name__ for action in ACTIONS}
TRANSLATOR = ALL - {"approve", "edit_source"}
TABLE = [
    # role, language of the translation, kind, what they may do
    *((role, language, kind, ALL) for role in (ADMINISTRATORS, STAFF) for language in (OWN, OTHER) for kind in SOURCES),
    *((translators(OWN), OWN, kind, TRANSLATOR) for kind in SOURCES),
    *((reviewers(OWN), OWN, kind, ALL - {"edit_source"}) for kind in SOURCES),
    *((role(OWN), OTHER, kind, set()) for role in (translators, reviewers) for kind in SOURCES),
    *((NOBODY, OWN, kind, set()) for kind in SOURCES),
]


@pytest.mark.parametrize(("role", "language", "kind", "allowed"), TABLE)
def test_who_may_do_what(project: ProjectPage, role: str, language: str, kind: str, allowed: set[str]) -> None:
    access = Group.objects.get(name=STAFF).permissions.filter(codename="access_admin")
    Group.objects.create(name=NOBODY).permissions.set(access)
    client = signed_in(member_of(role))
    translation = submitted(SOURCES[kind](), language)
    assert {action.__name__ for action in ACTIONS if action(client, translation)} == allowed


@pytest.mark.parametrize(
    ("right", "allowed"),
    [
        (Right.TRANSLATE_VOCABULARIES, TRANSLATOR - {"publish"}),
        (Right.REVIEW_VOCABULARIES, {"read", "approve"}),
        (Right.PUBLISH_VOCABULARIES, set()),
        (Right.REVIEW_PAGES, set()),
    ],
)
def test_what_one_right_to_vocabularies_gives(db: None, right: Right, allowed: set[str]) -> None:
    client = signed_in(with_rights(right))
    translation = submitted(term_source(), OWN)
    assert {action.__name__ for action in ACTIONS if action(client, translation)} == allowed


def with_rights(*rights: Right, language: str = OWN) -> Any:
    """Return somebody whose group has some rights in a language, and no other."""
    access = Group.objects.get(name=STAFF).permissions.filter(codename="access_admin")
    group, _created = Group.objects.get_or_create(name="Some")
    group.permissions.set(access)
    for right in rights:
        LanguageRight.objects.create(group=group, locale=locale(language), right=right)
    return member_of("Some", name="some")


def test_who_may_review_pages_alone_reads_and_approves(project: ProjectPage) -> None:
    client = signed_in(with_rights(Right.REVIEW_PAGES))
    translation = submitted(page_source(), OWN)
    assert {action.__name__ for action in ACTIONS if action(client, translation)} == {"read", "approve"}


def test_the_queue_has_the_entries_that_one_may_translate(db: None) -> None:
    translation = submitted(term_source(), OWN)
    submitted(term_source_of("drain"), OTHER)
    html = signed_in(with_rights(Right.TRANSLATE_VOCABULARIES)).get(reverse("translations_queue")).content.decode()
    assert reverse("translate", args=[translation.pk]) in html
    assert "drain" not in html


def test_an_entry_that_was_written_in_the_language_is_no_translation(db: None) -> None:
    entry = concept(Term, "avløp", OWN, name="Avløp")
    user = with_rights(Right.TRANSLATE_VOCABULARIES, Right.PUBLISH_VOCABULARIES)
    policy = policy_registry.get(entry)
    assert not policy.user_has_permission_for_instance(user, "change", entry)
    assert not policy.instances_user_has_any_permission_for(user, ["change"]).exists()
    assert signed_in(user).get(edit_url(entry)).status_code == HTTPStatus.FOUND  # Wagtail's answer to who may not


def test_the_queries_and_the_single_answers_agree(db: None) -> None:
    user = with_rights(Right.TRANSLATE_VOCABULARIES)
    for key in ("one", "two"):
        entry = concept(Term, key, definition="A pipe")
        for language in (OWN, OTHER):
            submitted(entry, language)
    policy = policy_registry.get_by_type(Term)
    for action in ("change", "publish", "delete", "add"):
        found = set(policy.instances_user_has_any_permission_for(user, [action]))
        assert found == {
            one for one in Term.objects.all() if policy.user_has_permission_for_instance(user, action, one)
        }


# ----------------------------------------------------------------------------- the source to be read


def test_the_source_is_read_as_it_is_public(project: ProjectPage) -> None:
    translation = submitted(page_source(), OWN)
    html = signed_in(member_of(translators(OWN))).get(reverse("read_source", args=[translation.pk])).content.decode()
    for text in ("Clean water", "Pipes for two towns", "Plan", "Figure 10", "as it was published ("):
        assert text in html


def test_a_source_that_was_never_public_is_read_as_it_was_handed_over(project: ProjectPage) -> None:
    draft = ProjectPage(title="New", summary="Handed over", locale=locale("en"), live=False)
    project.get_parent().add_child(instance=draft)
    translation = submitted(draft, OWN)
    draft.summary = "A secret draft"
    draft.save()  # as the editor of a page that is not public saves drafts
    assert readable_source(translation, None).summary == "Handed over"
    client = signed_in(member_of(translators(OWN)))
    assert read(client, translation)
    assert b"Handed over" in client.get(reverse("preview_source", args=[translation.pk])).content


def test_a_source_that_is_gone_is_not_found(project: ProjectPage) -> None:
    translation = submitted(project, OWN)
    project.delete()
    client = signed_in(member_of(translators(OWN)))
    assert client.get(reverse("read_source", args=[translation.pk])).status_code == HTTPStatus.NOT_FOUND


def test_the_editor_and_the_list_lead_to_the_source(project: ProjectPage) -> None:
    translation = submitted(project, OWN)
    target = translation.get_target_instance()
    client = signed_in(member_of(translators(OWN)))
    address = reverse("read_source", args=[translation.pk])
    for page in (edit_url(target), reverse("wagtailadmin_explore", args=[target.get_parent().pk])):
        assert address in client.get(page, follow=True).content.decode()
    assert edit_url(project) not in client.get(edit_url(target), follow=True).content.decode()


def test_staff_reach_the_editor_of_the_source(project: ProjectPage) -> None:
    target = submitted(project, OWN).get_target_instance()
    assert edit_url(project) in signed_in(member_of(STAFF)).get(edit_url(target), follow=True).content.decode()


# ----------------------------------------------------------------- nothing of other people's drafts


@pytest.fixture
def secret(project: ProjectPage) -> ProjectPage:
    """A public English page whose draft has another title, with a draft below the same list and one in Polish."""
    project.title = "Secret title"
    project.save_revision()
    project = ProjectPage.objects.get(pk=project.pk)
    hidden = ProjectPage(title="Secret page", locale=locale("en"), live=False)
    project.get_parent().add_child(instance=hidden)
    polish = submitted(project, OTHER).get_target_instance()
    Page.objects.filter(pk=polish.pk).update(title="Secret pl", draft_title="Secret pl")
    return project


SECRETS = ("Secret title", "Secret page", "Secret pl")


def addresses(project: ProjectPage) -> list[str]:
    """Return where the administration names pages."""
    index = project.get_parent()
    own = submitted(project, OWN).get_target_instance()
    hidden = ProjectPage.objects.get(title="Secret page")
    chooser = reverse("wagtailadmin_choose_page")
    return [
        reverse("wagtailadmin_home"),
        edit_url(own),
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_explore", args=[index.pk]),
        f"{reverse('wagtailadmin_pages:search')}?q=Secret",
        reverse("wagtailadmin_choose_page_child", args=[index.pk]),
        reverse("wagtailadmin_choose_page_child", args=[hidden.pk]),
        f"{reverse('wagtailadmin_choose_page_search')}?q=Secret",
        f"{reverse('wagtailadmin_choose_page_search')}?q=Clean",
        f"{chooser}?page_type=projects.projectpage",
        reverse("wagtailadmin_api:pages:listing"),
        reverse("wagtailadmin_api:pages:detail", args=[project.pk]),
        reverse("wagtailadmin_api:pages:detail", args=[hidden.pk]),
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_reports:page_types_usage"),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("translations"),
        reverse("translations_queue"),
        reverse("wagtailadmin_pages:history", args=[project.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[project.pk]),
        reverse("wagtailadmin_pages:usage", args=[project.pk]),
        reverse("wagtailadmin_pages:type_use", args=["projects", "projectpage"]),
    ]


def test_nothing_of_another_language_s_drafts_is_shown_anywhere(secret: ProjectPage) -> None:
    client = signed_in(member_of(translators(OWN)))
    told = [one for one in addresses(secret) if any(name in client.get(one).content.decode() for name in SECRETS)]
    assert told == []


def test_staff_are_shown_the_drafts(secret: ProjectPage) -> None:
    client = signed_in(member_of(STAFF))
    told = [one for one in addresses(secret) if any(name in client.get(one).content.decode() for name in SECRETS)]
    assert len(told) > len(addresses(secret)) // 2


def test_a_chooser_names_a_public_page_as_it_is_public(secret: ProjectPage) -> None:
    client = signed_in(member_of(translators(OWN)))
    listed = client.get(reverse("wagtailadmin_choose_page_child", args=[secret.get_parent().pk])).content.decode()
    assert "Clean water" in listed
    assert "A page that is not public" not in listed


def test_entries_that_are_not_public_are_offered_to_nobody_else(db: None) -> None:
    source = concept(Term, "sewer", name="Sewer", definition="A pipe")
    drafts = {language: submitted(source, language).get_target_instance() for language in (OWN, OTHER)}
    for language, draft in drafts.items():
        Term.objects.filter(pk=draft.pk).update(name=f"Secret {language}")
    client = signed_in(member_of(translators(OWN)))
    viewset = Term.snippet_viewset
    found = ""
    for language in ("en", OWN, OTHER):
        for address in (viewset.get_url_name("list"), viewset.chooser_viewset.get_url_name("choose")):
            found += client.get(reverse(address), {"locale": language}).content.decode()
    found += client.get(reverse("wagtail_localize:snippets_api_listing", args=["projects", "term"])).content.decode()
    found += client.get(edit_url(drafts[OWN])).content.decode()
    assert f"Secret {OTHER}" not in found
    assert f"Secret {OWN}" in found
    assert "Sewer" in found
    detail = reverse("wagtail_localize:snippets_api_detail", args=["projects", "term", drafts[OTHER].pk])
    assert client.get(detail).status_code == HTTPStatus.NOT_FOUND


# --------------------------------------------------------------------------------- in Wagtail's editor


def test_an_administrator_gives_and_takes_rights_in_the_editor_of_a_group(db: None) -> None:
    boss = administrator()
    group = Group.objects.get(name=translators(OWN))
    address = reverse("wagtailusers_groups:edit", args=[group.pk])
    form = boss.get(address)
    assert "Rights by language" in form.content.decode()
    sent = {"name": group.name}
    for panel in form.context["permission_panels"]:
        if hasattr(panel, "management_form"):
            sent |= {
                f"{panel.prefix}-{name}": 0
                for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
            }
    before = set(group.language_rights.values_list("right", "locale__language_code"))
    home(OWN)
    boss.post(address, sent)
    assert (
        set(group.language_rights.values_list("right", "locale__language_code")) == before
    )  # the panel did not arrive
    box = f"language_rights-{Right.REVIEW_VOCABULARIES}-{locale(OTHER).pk}"
    answer = boss.post(address, sent | {"language_rights-shown": "1", box: "on"}, follow=True)
    assert "updated" in said(answer)
    assert set(group.language_rights.values_list("right", "locale__language_code")) == {("review_vocabularies", OTHER)}
    assert f'name="{box}" id="id_{box}" checked' in boss.get(address).content.decode()
