"""No test notices what ran before it."""

from __future__ import annotations

import socket

import pytest
from django.utils import translation
from wagtail.models import Locale, Page

RUNS = range(2)


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.django_db(transaction=True)
def test_a_test_of_real_transactions_begins_with_the_rows_of_the_migrations(run: int) -> None:
    assert Page.objects.get(depth=1).specific
    assert Locale.objects.exists()


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.django_db
def test_so_does_any_other_test(run: int) -> None:
    assert Page.objects.get(depth=1).specific
    assert Locale.objects.exists()


@pytest.mark.parametrize("run", RUNS)
def test_a_test_begins_in_the_language_of_the_site(run: int) -> None:
    assert translation.get_language() == "en"
    translation.activate("lv")


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("example.org", 443)])
def test_a_connection_that_leaves_this_machine_fails(address: tuple[str, int]) -> None:
    with pytest.raises(pytest.fail.Exception, match="network"):
        socket.create_connection(address, timeout=1)
