"""A second reader behind an OpenAI-compatible server on this machine. Words of an account go to a loopback address or nowhere."""

import ipaddress
import json
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from time import monotonic
from typing import Any
from urllib.parse import SplitResult, urlsplit

from attrs import frozen

from sosik.errors import SecondReaderElsewhere, SecondReaderRubbish, SecondReaderSilent

_SECONDS = 120.0
_MOST = 4_000_000  # bytes of an answer
_PIECE = 65_536


@frozen
class LoopbackReader:
    """``host`` is a loopback address in figures, so that no name server decides where the words go."""

    host: str
    port: int
    path: str
    model: str
    seconds: float = _SECONDS

    @classmethod
    def at(cls, url: str, model: str, seconds: float = _SECONDS) -> "LoopbackReader":
        """Raises SecondReaderElsewhere for any address that is not this machine's own."""
        parts = _split(url)
        host = "127.0.0.1" if parts.hostname == "localhost" else parts.hostname or ""
        if parts.scheme != "http" or not _is_loopback(host) or parts.username or parts.password:
            raise SecondReaderElsewhere
        base = parts.path.rstrip("/")
        return cls(
            host, parts.port or 80, f"{base if base.endswith('/v1') else base + '/v1'}/chat/completions", model, seconds
        )

    def propose(self, text: str, task: str, schema: Mapping[str, Any]) -> str:
        """The answer's content; raises SecondReaderSilent or SecondReaderRubbish. Where the server points elsewhere, nobody follows."""
        body = {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": task}, {"role": "user", "content": text}],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "claims", "strict": True, "schema": dict(schema)},
            },
        }
        answer = self._answer(json.dumps(body).encode())
        try:
            content = json.loads(answer)["choices"][0]["message"]["content"]
        except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
            raise SecondReaderRubbish from error
        if not isinstance(content, str):
            raise SecondReaderRubbish
        return content

    def _answer(self, body: bytes) -> bytes:
        connection = HTTPConnection(self.host, self.port, timeout=self.seconds)
        try:
            connection.request("POST", self.path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            if answer.status != 200:
                raise SecondReaderSilent
            return _bounded(answer, self.seconds)
        except (OSError, HTTPException) as error:
            raise SecondReaderSilent from error
        finally:
            connection.close()


def _bounded(answer: Any, seconds: float) -> bytes:
    """Not more than an answer may have, nor for longer than one may take, however slowly it dribbles."""
    until, content = monotonic() + seconds, b""
    while piece := answer.read1(_PIECE):
        content += piece
        if len(content) > _MOST:
            raise SecondReaderRubbish
        if monotonic() > until:
            raise SecondReaderSilent
    return content


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise SecondReaderElsewhere from error
    return parts


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
