"""The figures of a run as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

COLUMNS = (
    ("p50 ms", "p50", 1),
    ("p95 ms", "p95", 1),
    ("CPU ms", "processor", 1),
    ("SQL", "statements", 1),
    ("requests", "requests", 2),
    ("connections", "connections", 0),
    ("docs/s", "per_second", 0),
    ("index MB", "index_megabytes", 1),
    ("memory MB", "memory", 0),
    ("fallbacks", "fallbacks", 0),
)

Figures = Mapping[str, Any]


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table in Markdown, figures to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def report(results: Figures) -> str:
    """Return all that was measured: costs by size, ratios, growth, quality."""
    parts = []
    sizes: Mapping[str, Mapping[str, Figures]] = results["sizes"]
    for size, systems in sizes.items():
        parts.append(f"\n## {int(size):,} documents\n\n")
        rows = [
            [name, *(_cell(figures.get(key), digits) for _head, key, digits in COLUMNS)]
            for name, figures in systems.items()
        ]
        parts.append(table(["system", *(head for head, _key, _digits in COLUMNS)], rows))
        parts.append("\n" + _ratios(systems))
    if len(sizes) > 1:
        (small, first), (large, last) = min(sizes.items(), key=_size), max(sizes.items(), key=_size)
        rows = [
            [name, f"{last[name]['p95'] / first[name]['p95']:.2f}"]
            for name in first
            if name in last and "p95" in last[name]
        ]
        parts.append(f"\n## Growth\n\n{table(['system', f'p95 {int(large):,} / p95 {int(small):,}'], rows)}")
    if results.get("quality"):
        head = ["system", "recall@10", "nDCG@10", "recall@10 own language", "nDCG@10 own language"]
        keys = ("recall", "ndcg", "recall_own_language", "ndcg_own_language")
        rows = [[name, *(f"{figures[key]:.3f}" for key in keys)] for name, figures in results["quality"].items()]
        codes = list(next(iter(results["quality"].values()))["languages"])
        by_language = [
            [name, *(f"{figures['languages'][code]:.3f}" for code in codes)]
            for name, figures in results["quality"].items()
        ]
        parts.append(f"\n## Quality on the demonstration library\n\n{table(head, rows)}")
        parts.append(f"\nnDCG@10 by language\n\n{table(['system', *codes], by_language)}")
    return "".join(parts)


def _size(item: tuple[str, Any]) -> int:
    return int(item[0])


def _cell(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:,.{digits}f}"


def _ratios(systems: Mapping[str, Figures]) -> str:
    """Return how many times as long our pages take as those of each stock system."""
    others = [name for name in systems if not name.startswith("ours") and "p50" in systems[name]]
    rows = [
        [
            name,
            *(
                f"{figures['p50'] / systems[other]['p50']:.2f} / {figures['p95'] / systems[other]['p95']:.2f}"
                for other in others
            ),
        ]
        for name, figures in systems.items()
        if name.startswith("ours") and "p50" in figures
    ]
    return table(["p50 / p95 times that of", *others], rows) if others else ""
