"""What is under way with the next release, in memory: made ready, refused, or gone."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping

from attrs import define, field

from sosik.adapters.release.kept import Plan
from sosik.adapters.release.ready import Ready
from sosik.errors import SosikError

_PREVIEWS = 6


@define
class ReleaseState:
    """``tried`` is where the ledger ended when a release on its day was refused: it is tried again when something was added."""

    ready: Ready | None = field(default=None, repr=False)
    problem: SosikError | None = None
    gone: str | None = None
    is_busy: bool = False
    plan: Plan | None = None
    is_plan_read: bool = False
    tried: bytes | None = None
    previews: "OrderedDict[str, Mapping[str, bytes]]" = field(factory=OrderedDict, repr=False)
    _lock: threading.Lock = field(factory=threading.Lock, repr=False)

    def begin(self) -> bool:
        """False while another is at it."""
        with self._lock:
            if self.is_busy:
                return False
            self.is_busy, self.problem, self.gone = True, None, None
            return True

    def end(self) -> None:
        self.is_busy = False

    def forget(self) -> None:
        """What is made of accounts that were erased meanwhile."""
        self.ready, self.problem = None, None
        self.previews.clear()

    def preview(self, key: str, made: Callable[[], Mapping[str, bytes]]) -> Mapping[str, bytes]:
        """The files of a page as readers would see it; a few of the last are kept."""
        found = self.previews.get(key) or made()
        self.previews[key] = found
        while len(self.previews) > _PREVIEWS:
            self.previews.popitem(last=False)
        return found
