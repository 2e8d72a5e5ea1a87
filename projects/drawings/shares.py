"""A budget as a bar of shares, with the words of its legend."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cms.formats import money, percent
from projects.values import Budget

BAR_LENGTH = 1000


@dataclass(frozen=True)
class Share:
    """A part of the budget: its money, its share of the total, and its place in the bar."""

    source: str
    amount: str
    percent: str
    x: str
    width: str


@dataclass(frozen=True)
class DrawnBudget:
    """A budget in a reader's language; `rest` is what the parts leave of the total."""

    total: str
    parts: tuple[Share, ...]
    rest: Share | None
    own_percent: str
    own_rest: str
    own_width: str


def drawn_budget(budget: Budget, own_percent: Decimal | None, language: str) -> DrawnBudget:
    """Return a budget with its bar; `own_percent` is the own contribution, None where it is not stated."""
    parts: list[Share] = []
    reached = Decimal(0)
    for part in budget.parts:
        parts.append(_share(budget, part.source, part.amount, reached, language))
        reached += part.amount
    rest = _share(budget, "", budget.rest, reached, language) if budget.rest > 0 else None
    own = own_percent / 100 if own_percent is not None else None
    return DrawnBudget(
        money(budget.total, budget.currency, language),
        tuple(parts),
        rest,
        percent(own, language) if own is not None else "",
        percent(1 - own, language) if own is not None else "",
        f"{own * BAR_LENGTH:.1f}" if own is not None else "",
    )


def _share(budget: Budget, source: str, amount: Decimal, before: Decimal, language: str) -> Share:
    share = amount / budget.total if budget.total else Decimal(0)
    return Share(
        source,
        money(amount, budget.currency, language),
        percent(share.quantize(Decimal("0.001")), language),
        f"{before / budget.total * BAR_LENGTH:.1f}" if budget.total else "0",
        f"{share * BAR_LENGTH:.1f}",
    )
