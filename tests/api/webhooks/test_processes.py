"""Real workers deliver at the same time, and one is killed: each message once, in order, or again as the same one."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from api.webhooks import outbox
from api.webhooks.enums import State
from api.webhooks.models import Attempt, Delivery, Webhook
from api.webhooks.tasks import deliver_to, deliver_what_is_due
from cms.publicity import record
from tests.api.webhooks.receiver import Receiver
from tests.commands import started
from tests.factories.home import StandardPageFactory, home
from tests.waiting import LIMIT, until

pytestmark = pytest.mark.django_db(transaction=True)
PAGES, TIMES = 3, 4
WORK = ["db_worker", "--queue-name", "*", "--batch", "--no-reload", "--no-startup-delay", "--verbosity", "0"]

Begin = Callable[[], subprocess.Popen[str]]


@pytest.fixture
def webhook(receiver: Receiver, settings: Settings) -> Webhook:
    """Return a webhook to which several changes of several pages are to be sent by workers; none is called yet."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    pages = [StandardPageFactory(parent=home(), title=f"Page {number}") for number in range(PAGES)]
    record()
    made = Webhook.objects.create(name="Mirror", address=receiver.address)
    for time in range(TIMES):
        for page in pages:
            page.title = f"{page.title} {time}"
            page.save()
            record()
    assert Delivery.objects.filter(state=State.WAITING).count() == PAGES * TIMES
    DBTaskResult.objects.all().delete()
    return made


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Give what starts a worker that ends when there is nothing to do."""
    processes: list[subprocess.Popen[str]] = []

    def start() -> subprocess.Popen[str]:
        processes.append(started(WORK, tmp_path, WEBHOOK_NETWORKS="127.0.0.0/8"))
        return processes[-1]

    yield start
    for process in processes:
        process.kill()
        process.wait()


def told(receiver: Receiver) -> list[str]:
    return [request.headers["webhook-id"] for request in receiver.requests]


def by_item(receiver: Receiver) -> dict[str, list[str]]:
    """Return the identifiers of the messages in the order in which they came, by the item that they tell of."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for request in receiver.requests:
        found[json.loads(request.body)["data"]["key"]].append(request.headers["webhook-id"])
    return found


def written() -> dict[int, list[str]]:
    """Return the identifiers of all messages in the order in which they were written, by the number of the item."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for delivery in Delivery.objects.filter(change__isnull=False).select_related("change").order_by("pk"):
        found[delivery.change.item if delivery.change else 0].append(delivery.message_id)
    return found


def test_two_workers_at_once_send_each_message_once_and_in_order(
    webhook: Webhook, receiver: Receiver, begin: Begin
) -> None:
    for _number in range(2):
        deliver_to.enqueue(webhook=webhook.pk)

    def until_the_other_had_its_turn() -> None:
        if len(receiver.requests) == 1:  # held back until the other worker has found the webhook claimed
            try:
                until(lambda: DBTaskResult.objects.filter(status="SUCCESSFUL").exists())
            finally:
                connections.close_all()

    receiver.on_request = until_the_other_had_its_turn
    for process in [begin(), begin()]:
        assert process.wait(LIMIT) == 0
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}
    assert len(told(receiver)) == len(set(told(receiver))) == PAGES * TIMES
    assert sorted(by_item(receiver).values()) == sorted(written().values())
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.DELIVERED}
    assert Attempt.objects.count() == PAGES * TIMES
    webhook.refresh_from_db()
    assert webhook.claimed_until is None


def test_what_is_written_while_a_worker_sends_is_sent_too_by_one_of_them(
    webhook: Webhook, receiver: Receiver, begin: Begin
) -> None:
    page = StandardPageFactory(parent=home(), title="Further")
    deliver_to.enqueue(webhook=webhook.pk)
    arrived: list[int] = []

    def write_more() -> None:
        arrived.append(1)
        if len(arrived) in (2, 5):
            try:
                page.title = f"Further {len(arrived)}"
                page.save()
                record()
                deliver_to.enqueue(webhook=webhook.pk)
            finally:
                connections.close_all()

    receiver.on_request = write_more
    for process in [begin(), begin()]:
        assert process.wait(LIMIT) == 0
    assert begin().wait(LIMIT) == 0
    assert len(told(receiver)) == len(set(told(receiver))) == Delivery.objects.count() > PAGES * TIMES
    assert sorted(by_item(receiver).values()) == sorted(written().values())


def test_a_worker_that_is_killed_between_sending_and_marking_has_it_sent_again(
    webhook: Webhook, receiver: Receiver, begin: Begin
) -> None:
    deliver_to.enqueue(webhook=webhook.pk)
    workers: list[Any] = []

    def kill_the_first() -> None:
        if len(receiver.requests) == 4 and workers[0].poll() is None:
            workers[0].kill()
            workers[0].wait()

    receiver.on_request = kill_the_first
    workers.append(begin())
    assert workers[0].wait(LIMIT) != 0
    assert len(receiver.requests) == 4
    assert Delivery.objects.filter(state=State.DELIVERED).count() == Attempt.objects.count() == 3

    deliver_what_is_due()  # as each minute: it is claimed still by who died
    assert begin().wait(LIMIT) == 0
    assert len(receiver.requests) == 4
    assert outbox.webhooks_with_something_due(timezone.now()) == []

    Webhook.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))  # its time is over
    deliver_what_is_due()
    assert begin().wait(LIMIT) == 0
    twice = [one for one in told(receiver) if told(receiver).count(one) > 1]
    assert twice == [receiver.requests[3].headers["webhook-id"]] * 2
    first, second = (request for request in receiver.requests if request.headers["webhook-id"] == twice[0])
    assert first.body == second.body
    in_order = {tuple(dict.fromkeys(several)) for several in by_item(receiver).values()}
    assert in_order == {tuple(several) for several in written().values()}
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.DELIVERED}
