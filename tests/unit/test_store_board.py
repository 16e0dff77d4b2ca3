"""The board: rows that are the same are not written again, those that are gone go, and an erasure leaves nothing to read."""

from fakes.sealed_desks import made, opened
from sosik.adapters.store.board import open_board


def row(name, number, **more):
    values = dict.fromkeys(
        ("day", "source", "outlet", "basis", "consent", "reliability", "lang", "title", "excerpt", "events"), "x"
    )
    return {
        "name": name,
        "number": number,
        **values,
        "proposed": 0,
        "accepted": 0,
        "rejected": 0,
        "retells": "[]",
    } | more


def names(board):
    return [one["name"] for one in board.rows("account", "ORDER BY number")]


def test_a_replacement_leaves_these_rows_and_no_others(tmp_path):
    """Of three rows one changes, one goes, one comes: only what differs is written."""
    holder = made(tmp_path / "desk")
    store, _ = opened(tmp_path / "desk", holder)
    board = open_board(store.folder, store.ring)
    board.replace("account", [row("a", 0), row("b", 1), row("c", 2)])
    before = board.database.raw.total_changes
    board.replace("account", [row("a", 0), row("b", 1, proposed=3), row("d", 3)])

    assert names(board) == ["a", "b", "d"]
    assert board.rows("account", "WHERE name = %s", "b")[0]["proposed"] == 3
    assert board.database.raw.total_changes - before <= 4  # b in place of b, d, and c gone
    board.database.close()
    store.close()


def test_under_another_key_the_board_is_made_anew(tmp_path):
    """After keys were changed, as an erasure changes them, the old board is not read and holds nothing any more."""
    from sosik.adapters.store.members import rotate

    holder = made(tmp_path / "desk")
    store, _ = opened(tmp_path / "desk", holder)
    board = open_board(store.folder, store.ring)
    board.put("account", [row("a", 0)])
    board.database.close()
    rotate(store)
    store.close()
    store, _ = opened(tmp_path / "desk", holder)
    board = open_board(store.folder, store.ring)

    assert names(board) == []
    board.database.close()
    store.close()
