"""The rules of reading that a desk may change: its codebook and its gazetteer."""

from attrs import frozen

from sosik.claims.codebook import Codebook
from sosik.claims.gazetteer.lookup import Gazetteer


@frozen
class Rules:
    """What a reading depends on besides the text; ``version`` names it all for the cache."""

    codebook: Codebook
    gazetteer: Gazetteer

    @classmethod
    def shipped(cls) -> "Rules":
        return cls(Codebook.load(), Gazetteer.shipped())

    @property
    def version(self) -> str:
        return f"{self.codebook.version}/{self.gazetteer.version}"
