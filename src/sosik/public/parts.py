"""A site in parts, each a pure function of a small input: a part whose input is as it was is not made again."""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import field, frozen


@frozen
class Proof:
    """What the manifest says of a file."""

    sha256: str
    size: int

    @classmethod
    def of(cls, content: bytes) -> "Proof":
        return cls(hashlib.sha256(content).hexdigest(), len(content))


@frozen
class Part:
    """Files that are made together. ``made_of`` is the hash of all that ``make`` reads: where it is the same, so are the bytes."""

    name: str
    made_of: bytes
    make: Callable[[], Mapping[str, bytes]] = field(repr=False)


@frozen
class Made:
    """A part as it is remembered: what it was made of, and what its files were."""

    made_of: bytes
    files: Mapping[str, Proof] = field(repr=False)


def _nothing(path: str) -> bytes:
    raise KeyError(path)


@frozen
class Before:
    """A site that stands: its parts, and a way to its bytes. Empty where there is none, or none that can be trusted."""

    parts: Mapping[str, Made] = field(factory=dict, repr=False)
    read: Callable[[str], bytes] = field(default=_nothing, repr=False)

    def proof(self, part: str, path: str) -> Proof | None:
        made = self.parts.get(part)
        return made.files.get(path) if made else None


@frozen
class Bundle(Mapping[str, bytes]):
    """Every file of a site by its path. Those that are as they stood already are read from there when somebody asks."""

    proofs: Mapping[str, Proof] = field(repr=False)
    fresh: Mapping[str, bytes] = field(repr=False)
    """Those whose bytes are not what stood at their path."""
    parts: Mapping[str, Made] = field(repr=False, factory=dict)
    read: Callable[[str], bytes] = field(repr=False, default=_nothing)

    @property
    def hashes(self) -> Mapping[str, str]:
        """The SHA-256 of every file by its path."""
        return {path: proof.sha256 for path, proof in self.proofs.items()}

    @property
    def stood(self) -> "Bundle":
        """Those files alone that are as they stood."""
        return Bundle({path: proof for path, proof in self.proofs.items() if path not in self.fresh}, {}, {}, self.read)

    def __getitem__(self, path: str) -> bytes:
        if path in self.fresh:
            return self.fresh[path]
        if path not in self.proofs:
            raise KeyError(path)
        return self.read(path)

    def __iter__(self) -> Iterator[str]:
        return iter(self.proofs)

    def __len__(self) -> int:
        return len(self.proofs)


class Packed(Mapping[str, bytes]):
    """Files held small in memory: pages are alike, and a large site is near a gigabyte."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}

    def take(self, path: str, content: bytes) -> None:
        self._packed[path] = zlib.compress(content, 1)

    def __getitem__(self, path: str) -> bytes:
        return zlib.decompress(self._packed[path])

    def __contains__(self, path: object) -> bool:
        return path in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class Making:
    """A bundle that grows part by part."""

    def __init__(self, before: Before) -> None:
        self.before = before
        self.proofs: dict[str, Proof] = {}
        self.fresh = Packed()
        self.parts: dict[str, Made] = {}

    def take(self, parts: Iterable[Part]) -> None:
        for part in parts:
            old = self.before.parts.get(part.name)
            if old is not None and old.made_of == part.made_of:
                self.parts[part.name] = old
                self.proofs |= old.files
            else:
                self._make(part)

    def _make(self, part: Part) -> None:
        files = part.make()
        proofs = {path: Proof.of(content) for path, content in files.items()}
        for path, content in files.items():
            if self.before.proof(part.name, path) != proofs[path]:
                self.fresh.take(path, content)
        self.parts[part.name] = Made(part.made_of, proofs)
        self.proofs |= proofs

    def bundle(self) -> Bundle:
        ordered = dict(sorted(self.proofs.items()))
        return Bundle(ordered, self.fresh, self.parts, self.before.read)
