"""The demonstration's users have passwords of this machine's own, and keep what somebody made of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from wagtail.users.models import UserProfile

from demo.management.commands import create_sign_ins

pytestmark = pytest.mark.django_db
OF_LANGUAGES = {f"{role}-{code}": code for role in ("translator", "reviewer") for code, _name in settings.LANGUAGES}
NAMES = {"admin", "editor", *OF_LANGUAGES}


@pytest.fixture
def sign_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "sign-in.txt"
    monkeypatch.setattr(create_sign_ins, "SIGN_INS", path)
    return path


def test_every_user_can_sign_in_with_the_password_written_down(sign_ins: Path) -> None:
    call_command("create_sign_ins")
    passwords = create_sign_ins.read_passwords()
    assert set(passwords) == NAMES
    assert len(set(passwords.values())) == len(NAMES)
    for user in get_user_model().objects.filter(username__in=NAMES):
        assert user.check_password(passwords[user.username])
        assert user.has_perm("wagtailadmin.access_admin")


def test_translators_and_reviewers_work_in_their_language_and_others_in_their_browsers(sign_ins: Path) -> None:
    call_command("create_sign_ins")
    languages = dict(UserProfile.objects.values_list("user__username", "preferred_language"))
    assert languages == OF_LANGUAGES


def test_the_file_is_readable_by_its_owner_only(sign_ins: Path) -> None:
    call_command("create_sign_ins")
    assert sign_ins.stat().st_mode & 0o777 == 0o600


def test_a_second_start_changes_nothing(sign_ins: Path) -> None:
    call_command("create_sign_ins")
    written = sign_ins.read_text()
    editor = get_user_model().objects.get(username="editor")
    editor.set_password("chosen by the editor")
    editor.save()
    editor.groups.clear()
    call_command("create_sign_ins")
    editor.refresh_from_db()
    assert sign_ins.read_text() == written
    assert editor.check_password("chosen by the editor")
    assert not editor.groups.exists()


def test_a_start_killed_before_the_users_were_made_uses_the_passwords_written_down(sign_ins: Path) -> None:
    call_command("create_sign_ins")
    written = create_sign_ins.read_passwords()
    get_user_model().objects.all().delete()
    call_command("create_sign_ins")
    assert get_user_model().objects.get(username="admin").check_password(written["admin"])


def test_a_lost_file_names_no_password_that_is_not_true(sign_ins: Path) -> None:
    call_command("create_sign_ins")
    sign_ins.unlink()
    get_user_model().objects.get(username="editor").delete()
    call_command("create_sign_ins")
    assert set(create_sign_ins.read_passwords()) == {"editor"}
