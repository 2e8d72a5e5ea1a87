"""The checks of translations: what they find, and what they leave alone."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import polib
import pytest
import yaml
from django.utils import translation as interface

from cms.languages import LANGUAGE_CODES
from demo.texts import catalogues, pages
from translation.quality.checks import BY_ID, CHECKS, check
from translation.quality.units import Term, Unit

SEEDED = yaml.safe_load((Path(__file__).parent / "seeded_errors.yaml").read_text(encoding="utf-8"))
ROWS = [(check_id, number, row) for check_id, rows in SEEDED.items() for number, row in enumerate(rows)]
MOST_FALSE_ALARMS = 2  # of 100 segments
MOST_MILLISECONDS = 1  # a unit


def unit_of(row: Sequence[Any], target: str) -> Unit:
    beside = dict(row[5]) if len(row) > 5 else {}
    terms = tuple(Term(source, tuple(right), tuple(wrong)) for source, right, wrong in beside.pop("terms", ()))
    elsewhere = tuple(beside.pop("elsewhere", ()))
    return Unit(row[2], target, row[0], row[1], terms=terms, elsewhere=elsewhere, **beside)


def ids(unit: Unit) -> set[str]:
    return {finding.check for finding in check(unit)}


@pytest.mark.parametrize(
    ("check_id", "row"), [(one, row) for one, _number, row in ROWS], ids=[f"{one}-{n}" for one, n, _r in ROWS]
)
def test_a_seeded_error_is_found_and_its_right_twin_is_not(check_id: str, row: Sequence[Any]) -> None:
    assert check_id in ids(unit_of(row, row[4]))
    assert check_id not in ids(unit_of(row, row[3]))


def test_each_check_has_ten_seeded_errors_or_more_and_all_languages_are_among_them() -> None:
    assert SEEDED.keys() == BY_ID.keys()
    assert len(ROWS) >= 200
    assert {one: len(rows) for one, rows in SEEDED.items() if len(rows) < 10} == {}
    for check_id, rows in SEEDED.items():
        assert {row[1] for row in rows} >= (BY_ID[check_id].languages or set(LANGUAGE_CODES)), check_id


def good_units() -> Iterator[Unit]:
    """Yield all translations of the demonstration library; the address of a page is none."""
    languages = {text.key: text.language for text in pages()}
    for catalogue in catalogues():
        entries = [entry for entry in polib.pofile(str(catalogue.path)) if entry.msgctxt != "slug"]
        others: defaultdict[str, set[str]] = defaultdict(set)
        for entry in entries:
            others[entry.msgid].add(entry.msgstr)
        for entry in entries:
            elsewhere = tuple(sorted(others[entry.msgid] - {entry.msgstr}))
            yield Unit(entry.msgid, entry.msgstr, languages[catalogue.key], catalogue.language, elsewhere=elsewhere)


def test_good_translations_raise_few_alarms_and_take_little_time() -> None:
    units = list(good_units())
    assert len(units) > 4000
    alarms: Counter[str] = Counter()
    started = time.process_time()
    for unit in units:
        alarms.update(finding.check for finding in check(unit))
    taken = (time.process_time() - started) * 1000 / len(units)
    assert 100 * sum(alarms.values()) / len(units) <= MOST_FALSE_ALARMS, alarms
    assert taken <= MOST_MILLISECONDS


@pytest.mark.parametrize("language", sorted({*LANGUAGE_CODES} - {"en"}))
def test_each_finding_is_told_in_the_language_of_who_reads_it(language: str) -> None:
    found = [finding for _one, _number, row in ROWS for finding in check(unit_of(row, row[4]))]
    with interface.override("en"):
        english = [finding.message for finding in found]
        names = {str(one.name) for one in CHECKS}
    with interface.override(language):
        told = [finding.message for finding in found]
        translated = {str(one.name) for one in CHECKS}
    assert len(translated) == len(names) == len(CHECKS)
    assert [message for message, other in zip(told, english, strict=True) if message == other] == []


def test_a_finding_says_where_in_the_stored_text_it_is() -> None:
    unit = Unit("This &amp; <b>that</b>", "Това &amp; <b>this</b>", "en", "bg")
    (finding,) = [one for one in check(unit) if one.check == "alphabet"]
    assert finding.span is not None
    assert unit.target[slice(*finding.span)] == "this"
    quoted = Unit("“A &amp; b”", "„А &amp; б”", "en", "bg")
    (finding,) = [one for one in check(quoted) if one.check == "quotes"]
    assert finding.span is not None
    assert quoted.target[slice(*finding.span)] == "”"


@pytest.mark.parametrize(
    "target", ["", "<", "<<>>", "&", "&;", "&#99999999999;", "\0", "（", "<b", "</a>", "%", "1 2,3.4:5" * 500]
)
def test_any_text_can_be_checked(target: str) -> None:
    for source_language in LANGUAGE_CODES:
        for target_language in LANGUAGE_CODES:
            for finding in check(Unit("<b>A</b> 1,5 %", target, source_language, target_language)):
                start, end = finding.span or (0, 0)
                assert 0 <= start <= end <= len(target)
                assert finding.message
