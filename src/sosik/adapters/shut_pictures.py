"""Pictures that somebody sent: opened by a process that is shut in, and made anew from the pixels that it gives back."""

from sosik.accounts.conversion import Converter
from sosik.accounts.untrusted import UntrustedFile
from sosik.adapters.pictures import PillowPictures
from sosik.bulletins.picture import Rebuilt
from sosik.errors import InputTooLong, InputUnreadable, PictureRefused

_KIND = "upload.picture"


def rebuilt_shut(name: str, untrusted: bytes, converter: Converter) -> Rebuilt:
    """Raises PictureRefused, or NoSandbox where the machine cannot shut a process in."""
    try:
        files = converter.convert(UntrustedFile(_KIND, untrusted)).files
    except InputUnreadable as error:
        raise PictureRefused(file=name, why=str(error.fields["why"])) from error
    except InputTooLong as error:
        raise PictureRefused(file=name, why="it has too many pixels") from error
    if len(files) != 1:
        raise PictureRefused(file=name, why="it is damaged")
    return PillowPictures().rebuild(name, files[0].content)
