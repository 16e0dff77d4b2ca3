"""A file of a site that is not public yet, for a frame within a page of the desk: nothing in it runs, nothing is asked elsewhere."""

import mimetypes
from collections.abc import Mapping

from django.http import HttpResponse

from sosik.errors import NotFound

POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'self'; sandbox allow-same-origin"
_TYPES = {".svg": "image/svg+xml", ".webp": "image/webp", ".html": "text/html; charset=utf-8"}


def framed(files: Mapping[str, bytes], name: str) -> HttpResponse:
    """Raises NotFound. A folder's name is its index."""
    path = f"{name}index.html" if not name or name.endswith("/") else name
    if path not in files:
        raise NotFound(what=path[-60:])
    ending = "." + path.rpartition(".")[2]
    kind = _TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    answer = HttpResponse(files[path], content_type=kind)
    answer.own_headers = {"Content-Security-Policy": POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return answer
