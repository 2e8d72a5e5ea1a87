"""Print how well the search of this installation answers the judged queries; it has to hold the library of `load_demo`.

python -m tests.search.judged [LANGUAGE…] [--all]
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from tests.search.judged.measure import Answer, Figures

GOOD = 0.95


def main(arguments: list[str]) -> int:
    """Measure and print: tables by language and kind, then the queries that are answered badly."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    django.setup()
    from cms.languages import LANGUAGE_CODES
    from search.engines import engine
    from tests.search.judged.measure import Figures, figures_by, keys_by_address, measured

    if not keys_by_address():
        sys.stderr.write("The demonstration library is not loaded here: manage.py load_demo\n")
        return 1
    answers = measured([code for code in arguments if code in LANGUAGE_CODES] or LANGUAGE_CODES)
    out = [f"{type(engine()).__name__}\n"]
    out += _table("language", figures_by(answers, lambda one: one.judged.language))
    out += _table("kind", figures_by(answers, lambda one: one.judged.kind))
    out += _table("all", {"": Figures.of(answers)})
    worst = sorted(answers, key=lambda one: (one.judged.language, one.ndcg))
    out += [_line(one) for one in worst if "--all" in arguments or _is_failing(one)]
    sys.stdout.write("".join(out))
    return 0


def _is_failing(one: Answer) -> bool:
    return min(one.recall, one.ndcg) < GOOD or one.is_right_section is False


def _table(head: str, rows: Mapping[str, Figures]) -> list[str]:
    lines = [f"{head:14}{'queries':>8}{'recall@10':>11}{'nDCG@10':>9}{'section':>9}\n"]
    for name, row in rows.items():
        sections = f"{row.sections:9.3f}" if row.sections is not None else ""
        lines.append(f"{name:14}{row.number:8}{row.recall:11.3f}{row.ndcg:9.3f}{sections}\n")
    return [*lines, "\n"]


def _line(one: Answer) -> str:
    relevant = one.judged.relevant
    shown = " ".join(f"{key}:{relevant.get(key, '-')}" for key in one.shown) or "nothing"
    missing = " ".join(f"{key}:{grade}" for key, grade in relevant.items() if key not in one.shown)
    return (
        f"{one.judged.language} {one.judged.kind:12} {one.recall:.2f} {one.ndcg:.2f}  {one.judged.query}\n"
        f"      shown {shown}\n"
        + (f"      missing {missing}\n" if missing else "")
        + (f"      leads to #{one.section} for #{one.judged.section}\n" if one.is_right_section is False else "")
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
