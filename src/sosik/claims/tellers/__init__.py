"""Who tells what in an account."""

from sosik.claims.tellers.finding import find_tellers
from sosik.claims.tellers.retelling import find_retellings
from sosik.claims.tellers.telling import Tellers, Telling

__all__ = ["Tellers", "Telling", "find_retellings", "find_tellers"]
