"""``sosik``: the commands by name, each imported when it is called, so that help is quick."""

import importlib
import os
import sys
from collections.abc import Sequence

import click

from sosik.cli.words import reader_lang, say
from sosik.errors import Broken, SosikError, where

_COMMANDS = {
    "run": (
        "sosik.cli.run",
        say("The main job: reports to incidents, preview and site.", "본 작업: 보고에서 사건, 미리보기, 사이트까지."),
    ),
    "claims": (
        "sosik.cli.claims",
        say("Read accounts into claims, as JSON Lines.", "진술을 주장으로 읽어 JSON Lines로 낸다."),
    ),
    "agreement": (
        "sosik.cli.agreement",
        say("Two codings of the same accounts compared.", "같은 진술의 두 부호화를 견준다."),
    ),
    "preview": (
        "sosik.cli.preview",
        say("The private preview, on this machine alone.", "비공개 미리보기(이 기계에서만)."),
    ),
    "desk": ("sosik.cli.desk", say("The web desk for a team.", "팀이 쓰는 웹 데스크.")),
    "link": ("sosik.cli.link", say("Link a table of claims into incidents.", "주장 표를 사건으로 잇는다.")),
    "incidents": (
        "sosik.cli.incidents",
        say("List incidents, measures and tallies (private).", "사건·조치·집계를 보인다(비공개)."),
    ),
    "trace": ("sosik.cli.trace", say("A figure back to the words that say it.", "수치를 그 말까지 되짚는다.")),
    "decide": ("sosik.cli.decide", say("Append decisions from JSON Lines.", "JSON Lines의 결정을 덧붙인다.")),
    "check": ("sosik.cli.check", say("Can this bulletin point at a source?", "이 기사가 소식통을 가리킬 수 있는가?")),
    "translate-check": (
        "sosik.cli.translate_check",
        say("Do two versions say the same?", "두 언어판이 같은 말을 하는가?"),
    ),
    "publish": ("sosik.cli.publish", say("Cleared editions to site and dataset.", "허가된 판을 사이트와 자료로 낸다.")),
    "gazetteer": (
        "sosik.cli.gazetteer",
        say("The places that a reading knows; add more.", "판독이 아는 장소들을 보이고 더한다."),
    ),
    "estimate": ("sosik.cli.estimate", say("At least how many, from lists.", "목록에서 적어도 몇 건인지.")),
    "ledger": (
        "sosik.cli.ledger",
        say("The desk's store: members, proof, backups, erasing.", "데스크의 장부: 구성원, 증명, 백업, 지우기."),
    ),
    "envelope": ("sosik.cli.envelope", say("Build the one-file composer.", "파일 하나짜리 편지 봉하기 쪽을 만든다.")),
    "open": ("sosik.cli.open", say("Open sealed files.", "봉한 파일을 연다.")),
    "reply": (
        "sosik.cli.reply",
        say("Seal a reply for a mailbox of the drop.", "받는 곳의 사서함에 둘 답장을 봉한다."),
    ),
    "drop": ("sosik.cli.drop", say("The server that takes sealed files.", "봉한 파일을 받는 서버.")),
    "scan": ("sosik.cli.scan", say("Is a secret anywhere in a folder?", "폴더 어딘가에 비밀이 있는가?")),
}


class _Lazily(click.Group):
    """Knows every command's name and line; imports one only to run it or to show its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(_COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        with formatter.section(say("Commands", "명령")):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


@click.group(
    cls=_Lazily,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=say(
        "Word from someone far away: from what anonymous sources tell a desk to incidents with honest ranges,\n"
        "published without exposing a source.\n\nExample: sosik run reports/ --desk desk --received 2025-11-08",
        "멀리 있는 이의 소식: 익명 소식통의 말을 정직한 범위의 사건으로 엮어, 소식통을 드러내지 않고 펴낸다.\n\n"
        "예: sosik run reports/ --desk desk --received 2025-11-08",
    ),
)
@click.version_option(package_name="sosik")
def command() -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; an error of the catalogue becomes its sentence on stderr and its exit code."""
    try:
        exit_code = command.main(args=arguments, prog_name="sosik", standalone_mode=False)
    except SosikError as error:
        click.echo(f"{error.code} {error.sentence(reader_lang())}", err=True)
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        click.echo(say("Stopped.", "멈췄습니다."), err=True)
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - a traceback could hold a source's words
        broken = Broken(where=where(error))
        click.echo(f"{broken.code} {broken.sentence(reader_lang())}", err=True)
        sys.exit(broken.exit_code)
    sys.exit(exit_code if isinstance(exit_code, int) else 0)
