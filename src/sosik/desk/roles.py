"""Who may do what: one table, and the mark that a view bears."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


class Right(StrEnum):
    """``overview`` sees incidents, figures and grades, and no word of an account; ``read`` sees accounts too; ``write`` is of bulletins,
    ``edit`` lets releases go, erases, and changes settings; ``audit`` sees every decision, ``set_up`` how the desk is set up;
    ``export`` takes figures out of the desk.
    """

    overview = "overview"
    read = "read"
    take = "take"
    decide = "decide"
    write = "write"
    edit = "edit"
    audit = "audit"
    set_up = "set_up"
    export = "export"
    administer = "administer"
    lock = "lock"


EVERYBODY = frozenset({Right.lock})
RIGHTS: Mapping[str, frozenset[Right]] = {
    "reporter": EVERYBODY | {Right.overview, Right.read, Right.take, Right.decide, Right.write, Right.audit},
    "editor": EVERYBODY
    | {Right.overview, Right.read, Right.take, Right.decide, Right.write, Right.edit}
    | {Right.audit, Right.set_up, Right.export},
    "translator": EVERYBODY | {Right.overview, Right.read, Right.write},
    "analyst": EVERYBODY | {Right.overview, Right.export},
    "administrator": EVERYBODY | {Right.administer, Right.set_up},
}


def rights_of(roles: tuple[str, ...]) -> frozenset[Right]:
    return frozenset(right for role in roles for right in RIGHTS.get(role, EVERYBODY)) or EVERYBODY


def needs(right: Right) -> Callable[[View], View]:
    """The view is for members who have the right. A view without a mark is for nobody."""

    def marked(view: View) -> View:
        view.needs = right  # type: ignore[attr-defined]
        return view

    return marked


def open_to_all(view: View) -> View:
    """Also before sign-in: the way in, and files that are the same for everybody."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view
