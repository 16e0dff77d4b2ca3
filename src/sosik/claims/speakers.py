"""Who tells what in an account, and whom the account itself retells."""

from sosik.claims.tellers import Tellers, Telling, find_retellings, find_tellers

__all__ = ["Tellers", "Telling", "find_retellings", "find_tellers"]
