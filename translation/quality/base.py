"""What all checks have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar

from translation.enums import Severity
from translation.quality.units import Finding, Span, Unit


class Check(ABC):
    """A check of a translation. One that holds for some languages alone names these as `languages`.

    It is asked only where something is written, unless it `asks_empty`.
    """

    id: ClassVar[str]
    name: ClassVar[Any]
    severity: ClassVar[Severity]
    languages: ClassVar[frozenset[str] | None] = None
    asks_empty: ClassVar[bool] = False

    @abstractmethod
    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield what is wrong in a unit."""

    def is_for(self, unit: Unit) -> bool:
        """Tell whether the check has something to say of a unit."""
        if self.languages is not None and unit.target_language not in self.languages:
            return False
        return self.asks_empty or bool(unit.target.strip())

    def found(self, text: Any, span: Span | None = None, /, **said: Any) -> Finding:
        """Return a finding in words; `said` is what the words name."""
        return Finding(self.id, self.severity, text, said, span)
