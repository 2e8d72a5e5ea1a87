"""Make the users of the demonstration, with passwords of this machine's own."""

from __future__ import annotations

import os
import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import transaction

from cms.management.commands.serve import SIGN_INS
from translation.groups import ensure_groups, reviewers, translators

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is mistaken when copied by hand


def new_password() -> str:
    """Return a random password of 16 signs in groups of four (79 bits)."""
    return "-".join("".join(secrets.choice(ALPHABET) for _sign in range(4)) for _group in range(4))


def read_passwords() -> dict[str, str]:
    """Return the passwords that an earlier start wrote down, by user name."""
    if not SIGN_INS.exists():
        return {}
    rows = (line.split() for line in SIGN_INS.read_text(encoding="utf-8").splitlines())
    return {row[0]: row[1] for row in rows if len(row) == len(("name", "password"))}


def write_passwords(passwords: dict[str, str]) -> None:
    """Keep the passwords in a file that only this user reads; a killed start leaves all or nothing."""
    SIGN_INS.parent.mkdir(parents=True, exist_ok=True)
    unfinished = SIGN_INS.with_name(f"{SIGN_INS.name}.{os.getpid()}")
    unfinished.touch(mode=0o600)
    unfinished.write_text("".join(f"{name:<15} {word}\n" for name, word in passwords.items()), encoding="utf-8")
    unfinished.replace(SIGN_INS)


class Command(BaseCommand):
    """Users that exist are left as somebody has made them, their passwords too."""

    help = (
        "Create the users admin, editor, and a translator and a reviewer for each language, "
        "with random passwords in var/sign-in.txt."
    )

    def handle(self, *args: object, **options: object) -> None:
        """Write the passwords down first, then make the users that are missing."""
        ensure_groups()
        group_names = {"admin": "Administrators", "editor": "Communications staff"}
        for code, _name in settings.LANGUAGES:
            group_names |= {f"translator-{code}": translators(code), f"reviewer-{code}": reviewers(code)}
        users = get_user_model()
        present = set(users.objects.filter(username__in=group_names).values_list("username", flat=True))
        written = read_passwords()
        passwords = {
            name: written.get(name) or new_password() for name in group_names if name in written or name not in present
        }
        if passwords != written:
            write_passwords(passwords)
        with transaction.atomic():
            for name in group_names.keys() - present:
                user = users.objects.create_user(name, f"{name}@example.org", passwords[name])
                if name == "admin":
                    user.is_superuser = user.is_staff = True
                    user.save()
                user.groups.add(Group.objects.get(name=group_names[name]))
