"""``sosik scan``: is a secret anywhere in a folder that is to be published?"""

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosik.cli.options import json_option
from sosik.cli.words import say
from sosik.errors import WrongUse

if TYPE_CHECKING:
    from sosik.adapters.scan_folder import FolderScan

_BLOCKED = 4


@click.command(
    help=say(
        "Look for secrets, one a line, in every byte of a folder: contents and names of files, in every encoding and two of them on "
        "top of each other. What is told of a secret is its line number. Exit 4 on a hit, or when a file cannot be scanned whole. With "
        "--desk in place of a folder, the release that waits there is scanned; it is never unsealed onto the disk.\n\n"
        "Example: sosik scan site --secrets my-list.txt",
        "폴더의 모든 바이트(내용과 파일 이름)에서, 한 줄에 하나씩 적은 비밀을 모든 인코딩으로, 두 겹까지 찾는다. 비밀은 줄 번호로만 알린다. "
        "찾아내거나 끝까지 훑을 수 없는 파일이 있으면 4로 끝난다. 폴더 대신 --desk 를 주면 그곳에서 기다리는 발행본을 훑는다.\n\n예: sosik scan site --secrets my-list.txt",
    )
)
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option(
    "--secrets",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help=say("The secrets, one a line; never copied.", "비밀, 한 줄에 하나. 어디에도 옮기지 않는다."),
)
@click.option(
    "--desk",
    type=click.Path(path_type=Path, file_okay=False),
    help=say("The desk whose waiting release is scanned.", "기다리는 발행본을 훑을 데스크."),
)
@click.option(
    "--key-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=say("A member's age identity.", "구성원의 age 열쇠."),
)
@json_option
def command(folder: Path | None, secrets: Path, desk: Path | None, key_file: Path | None, as_json: bool) -> int:
    if folder is not None and desk is None:
        found = _scan(folder, secrets)
    elif folder is None and desk is not None:
        found = _scan_waiting(desk, key_file, secrets)
    else:
        raise WrongUse(what=say("Give either a folder or --desk.", "폴더와 --desk 중 하나를 적어 주십시오."))
    if as_json:
        hits = [
            {
                "path": hit.path,
                "offset": hit.offset,
                "secret": hit.secret,
                "encoding": hit.encoding,
                "in": "name" if hit.in_name else "bytes",
            }
            for hit in found.hits
        ]
        told = {
            "files": found.files,
            "bytes": found.bytes,
            "hits": hits,
            "unread": found.unread,
            "bundle": found.bundle,
        }
        click.echo(json.dumps(told, ensure_ascii=True, indent=1))
    else:
        _print(found)
    return _BLOCKED if found.hits or found.unread else 0


def _scan(folder: Path, secrets: Path) -> "FolderScan":
    from sosik.adapters.pattern_search import PatternSearch
    from sosik.adapters.scan_folder import CleanBefore, files_under, scan_folder, summed
    from sosik.bulletins.leaks.matching import Matcher
    from sosik.bulletins.leaks.secret import read_secrets
    from sosik.cli.progress import progress

    wanted = read_secrets(secrets.name, _text(secrets))
    files = files_under(folder)
    matcher, clean = Matcher(wanted, PatternSearch), CleanBefore(_cache(folder), wanted)
    numbered = enumerate(progress(files, say("Scanning", "훑는 중")), start=1)
    found = summed(
        [part for number, file in numbered for part in scan_folder(folder, [file], matcher, clean, first=number)]
    )
    clean.save()
    return found


def _scan_waiting(desk: Path, key_file: Path | None, secrets: Path) -> "FolderScan":
    from sosik.adapters.pattern_search import PatternSearch
    from sosik.adapters.scan_folder import scan_held
    from sosik.adapters.store.bundles import waiting_bundle
    from sosik.bulletins.leaks.matching import Matcher
    from sosik.bulletins.leaks.secret import read_secrets
    from sosik.cli.wiring import open_desk

    matcher = Matcher(read_secrets(secrets.name, _text(secrets)), PatternSearch)
    return scan_held(waiting_bundle(open_desk(desk, key_file).derived), matcher)


def _cache(folder: Path) -> Path:
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "sosik" / f"scan-{hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]}.json"


def _text(path: Path) -> str:
    from sosik.errors import InputEncoding, InputMissing

    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise InputMissing(file=path.name) from error
    except UnicodeError as error:
        raise InputEncoding(file=path.name) from error


def _print(found: "FolderScan") -> None:
    for hit in found.hits:
        click.echo(
            say(
                f"{hit.path} byte {hit.offset}: secret {hit.secret} ({hit.encoding})",
                f"{hit.path} {hit.offset}바이트: 비밀 {hit.secret}번 ({hit.encoding})",
            )
        )
    for path in found.unread:
        click.echo(say(f"{path}: could not be scanned whole", f"{path}: 끝까지 훑을 수 없음"))
    click.echo(
        say(
            f"{found.files} files, {found.bytes} bytes, {len(found.hits)} hits. Bundle {found.bundle}",
            f"파일 {found.files}개, {found.bytes}바이트, {len(found.hits)}건. 묶음 {found.bundle}",
        )
    )
