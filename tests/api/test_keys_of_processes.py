"""Several processes count together what the holder of a key asks, and lose nothing of what they promise."""

from __future__ import annotations

import json
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from api.models import ApiKey, RequestCount
from api.throttling import SHARED_EVERY
from tests.commands import started
from tests.factories.api import new_key
from tests.waiting import LIMIT

pytestmark = pytest.mark.django_db(transaction=True)
PROCESSES = 3
# Asks so often with a key, at the same moment of the clock as all others, and writes what came of it.
ASK = """
import json
from types import SimpleNamespace
from django.test import Client
from api import throttling
throttling.time = SimpleNamespace(time=lambda: 1_800_000_030.0)
client = Client(headers={"host": "localhost", "authorization": "Bearer " + %(key)r})
answers = [client.get("/api/v1/nowhere") for _time in range(%(times)s)]
print(json.dumps([[answer.status_code, answer["RateLimit"]] for answer in answers]))
"""


def ask_at_once(key: str, times: int, folder: Path, number: int = PROCESSES) -> list[list[Any]]:
    """Return what each of several processes was answered, that ask at the same time."""
    code = ASK % {"key": key, "times": times}
    processes = [
        started(["shell", "--no-imports", "--command", code], folder, subprocess.PIPE) for _number in range(number)
    ]
    try:
        outputs = [process.communicate(timeout=LIMIT)[0] for process in processes]
    finally:
        for process in processes:
            process.kill()
    return [json.loads(output.splitlines()[-1]) for output in outputs]


def test_no_request_is_lost_that_processes_have_counted_together(tmp_path: Path) -> None:
    times = 2 * SHARED_EVERY + 5
    answers = ask_at_once(new_key(requests_a_minute=10_000), times, tmp_path)
    assert {status for several in answers for status, _limit in several} == {404}
    assert RequestCount.objects.get().count == PROCESSES * 2 * SHARED_EVERY
    # Each is ahead of the others by less than it shares at once.
    assert PROCESSES * times - RequestCount.objects.get().count < PROCESSES * SHARED_EVERY


def test_all_together_get_no_more_than_the_limit_and_what_each_may_be_ahead(tmp_path: Path) -> None:
    limit = 3 * SHARED_EVERY
    answers = ask_at_once(new_key(requests_a_minute=limit), limit + 1, tmp_path)
    allowed = sum(status == 404 for several in answers for status, _limit in several)
    assert limit <= allowed <= limit + PROCESSES * SHARED_EVERY
    assert all(several[-1][0] == 429 for several in answers)


def test_the_use_of_a_key_is_noted_whichever_process_sees_it_first(tmp_path: Path) -> None:
    key = new_key()
    before = timezone.now()
    ask_at_once(key, 2, tmp_path)
    first = ApiKey.objects.get().last_used_at
    assert first is not None
    assert before <= first <= timezone.now()
    ask_at_once(key, 2, tmp_path, number=1)
    assert ApiKey.objects.get().last_used_at == first  # exact to an hour
    ApiKey.objects.update(last_used_at=first - timedelta(minutes=61))
    ask_at_once(key, 2, tmp_path, number=1)
    again = ApiKey.objects.get().last_used_at
    assert again is not None
    assert again >= first
