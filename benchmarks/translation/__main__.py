"""Measure a translator's steps beside stock wagtail-localize: `python -m benchmarks.translation [TEXTS …]`.

Each side is a process with a SQLite database of its own and a page of the same body: headings and paragraphs, as many
texts as are asked for. Prints for each step the statements of both and the processor time of ours divided by that of
stock. “Changed” is the publication of a source with one new paragraph, until translators see it: stock needs its
button “Sync translated pages” for that, which is counted.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

SIZES = (50, 300, 1_000)
SIDES = {"ours": "cms.settings.dev", "stock": "benchmarks.translation.stock.settings"}


def main(sizes: list[int]) -> None:
    """Measure and print."""
    for size in sizes:
        told = {side: _measured(side, size) for side in SIDES}
        sys.stdout.write(f"\n{size} texts{'ours':>21}{'stock':>13}{'time, ours ÷ stock':>22}\n")
        for step, (statements, seconds) in told["ours"].items():
            of_stock, stock_seconds = told["stock"][step]
            ratio = f"{seconds / stock_seconds:.2f}"
            sys.stdout.write(f"{step:<20}{statements:>6} SQL{of_stock:>9} SQL{ratio:>14}  ({seconds:.2f} s)\n")


def _measured(side: str, size: int) -> dict[str, tuple[int, float]]:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": SIDES[side]}
    told = subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-m", "benchmarks.translation.side", side, str(size)],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    steps: dict[str, tuple[int, float]] = json.loads(told.stdout.splitlines()[-1])
    return steps


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or list(SIZES))
