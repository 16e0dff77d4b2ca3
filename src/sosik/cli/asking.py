"""What is asked for on the terminal, unseen; never taken from an argument or a variable, which would be shown or logged."""

import sys

import click

from sosik.cli.words import say
from sosik.errors import WrongUse


def asked(prompt: str, *, twice: bool = False) -> str:
    """Raises WrongUse where there is no terminal."""
    if not sys.stdin.isatty():
        raise WrongUse(
            what=say(
                "There is no terminal to ask for the passphrase on: give --key-file.",
                "암호를 물을 터미널이 없습니다. --key-file 을 적어 주십시오.",
            )
        )
    return str(click.prompt(prompt, hide_input=True, confirmation_prompt=twice))


def new_passphrase() -> str:
    return asked(say("New passphrase", "새 암호"), twice=True)
