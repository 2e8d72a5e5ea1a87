"""The search of the administration, for pages, pictures, documents and people.

Wagtail hands what is typed to SQLite as it is: a quotation mark is an error, an operator works. Here
only words arrive.
"""

from __future__ import annotations

import re
from typing import Any

from wagtail.search.backends import database


class PlainWords:
    """A search backend to which only the words of a query get through."""

    def _search(self, compiler: Any, query: Any, *args: Any, **kwargs: Any) -> Any:
        words = " ".join(re.findall(r"\w+", query)) if isinstance(query, str) else query
        backend: Any = super()  # the class beside this one
        return backend._search(compiler, words, *args, **kwargs)


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802  the name that Wagtail looks up
    """Return the search backend of the database in use, for words alone."""
    backend = type(database.SearchBackend(params))
    return type("StaffSearchBackend", (PlainWords, backend), {})(params)
