"""By what a cache in front of the library finds the answers that a change of an item concerns: `Surrogate-Key`.

They are read from the answer itself, so that no item is forgotten that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.http import HttpResponse, StreamingHttpResponse

from api.schemas import JSON

HEADER = "Surrogate-Key"
ALL = "library"  # of every answer
MANY = "many"  # of an answer that names more items than a header holds: any change may concern it
MOST = 400  # keys; caches take headers of 16 kB
# As pydantic writes them: keys of items, numbers of files and pictures.
_NAMED = re.compile(rb'"(key|id)":(?:"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"|([0-9]+))')


def add_to(answer: HttpResponse | StreamingHttpResponse, resource: str) -> None:
    """Add to an answer the header with its resource and each item that it tells or refers to."""
    if isinstance(answer, StreamingHttpResponse) or answer.headers["Content-Type"] != JSON:  # a whole list, or of all
        answer.headers[HEADER] = _header(resource, [MANY])
        return
    named = _NAMED.findall(answer.content)
    keys = {
        key.decode() if key else f"file-{number.decode()}": None
        for field, key, number in named
        if number or field == b"key"
    }
    answer.headers[HEADER] = _header(resource, keys)


def _header(resource: str, keys: Iterable[str]) -> str:
    several = list(keys)
    return " ".join([ALL, resource, *(several if len(several) <= MOST else [MANY])])
