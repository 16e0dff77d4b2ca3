"""The places that a desk added: country files in its own folder, beside the shipped gazetteer."""

import os
from pathlib import Path

from attrs import frozen

from sosik.errors import InputEncoding, InputMissing

_FOLDER = "places"


def own_folder() -> Path:
    """``SOSIK_HOME``, else ``sosik`` in the user's data folder (XDG)."""
    stated = os.environ.get("SOSIK_HOME")
    if stated:
        return Path(stated)
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "sosik"


@frozen
class OwnPlaces:
    """One file of taken lines for each country file, by its name."""

    folder: Path

    @classmethod
    def of(cls, home: Path) -> "OwnPlaces":
        return cls(home / _FOLDER)

    def texts(self) -> dict[str, str]:
        """In order of their names."""
        files = sorted(self.folder.glob("*.tsv")) if self.folder.is_dir() else []
        return {file.stem: file.read_text("utf-8") for file in files}

    def keep(self, name: str, lines: tuple[str, ...]) -> Path:
        """Whole or not at all; a file of the same name is replaced. Readable to its owner alone."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.folder / f"{name}.tsv"
        beside = path.with_suffix(".part")
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in lines)
        beside.replace(path)
        return path


def read_country_file(path: Path) -> str:
    """Raises InputMissing or InputEncoding."""
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise InputMissing(file=path.name) from error
    except UnicodeError as error:
        raise InputEncoding(file=path.name) from error
