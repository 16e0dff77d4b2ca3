"""Where reading is put together: what opens outside formats, and what reads accounts."""

from functools import partial
from typing import TYPE_CHECKING

from sosik.cli.words import say
from sosik.errors import WrongUse

if TYPE_CHECKING:
    from sosik.adapters.converter.bubblewrap import Bubblewrap
    from sosik.claims.lines import Engine


def converter() -> "Bubblewrap":
    from sosik.adapters.converter.bubblewrap import Bubblewrap

    return Bubblewrap.found()


def reading_engine(name: str, jobs: int) -> "Engine":
    """This process, more of them, or Spark. Raises WrongUse where Spark is not installed."""
    from sosik.cli.reading_rules import rules_of_reading

    if name == "spark":
        try:
            from sosik.adapters.engines.spark import spark
        except ImportError as error:
            raise WrongUse(
                what=say(
                    "Spark is not installed: pip install sosik[spark]", "Spark 가 없습니다: pip install sosik[spark]"
                )
            ) from error
        return spark(jobs, rules_of_reading)
    if jobs > 1:
        from sosik.adapters.engines.processes import processes

        return processes(jobs, rules_of_reading)
    from sosik.claims.lines import lines_of

    return partial(lines_of, rules_of=rules_of_reading)
