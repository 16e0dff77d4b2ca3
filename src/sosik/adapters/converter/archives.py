"""Archives to their files, inside the sandbox, within limits of number, size and name."""

import io
import tarfile
import zipfile
import zlib
from pathlib import PurePosixPath

from sosik.adapters.converter.answer import FILES_BYTES, FILES_LIMIT, Answer, Refused, files

_DAMAGED = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    NotImplementedError,
)
Found = list[tuple[str, bytes]]


def zipped(content: bytes) -> Answer:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return files(_of_zip(archive))
    except RuntimeError as error:  # how zipfile says that a file is encrypted
        raise Refused("encrypted") from error
    except _DAMAGED as error:
        raise Refused("damaged") from error


def _of_zip(archive: zipfile.ZipFile) -> Found:
    listed = [item for item in archive.infolist() if not item.is_dir()]
    _check_sizes([item.file_size for item in listed])
    found: Found = []
    for item in listed:
        with archive.open(item) as stream:
            found.append((_name(item.filename), _bounded(stream.read(item.file_size + 1), item.file_size)))
    return found


def taped(content: bytes) -> Answer:
    """A tar archive, plain or packed; links and devices in it are no files."""
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:*") as archive:
            return files(_of_tar(archive))
    except _DAMAGED as error:
        raise Refused("damaged") from error


def _of_tar(archive: tarfile.TarFile) -> Found:
    found: Found = []
    size = 0
    for item in archive:
        stream = archive.extractfile(item) if item.isfile() else None
        if stream is None:
            if item.isdir():
                continue
            raise Refused("links")
        size += item.size
        _check_sizes([size, *([0] * len(found))])
        found.append((_name(item.name), stream.read(item.size)))
    return found


def _check_sizes(sizes: list[int]) -> None:
    if len(sizes) > FILES_LIMIT or sum(sizes) > FILES_BYTES:
        raise Refused("size")


def _bounded(content: bytes, said: int) -> bytes:
    if len(content) > said:
        raise Refused("damaged")
    return content


def _name(untrusted: str) -> str:
    """A relative name that stays within the archive."""
    path = PurePosixPath(untrusted.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or not path.parts or "\x00" in untrusted or len(untrusted) > 200:
        raise Refused("names")
    return str(path)
