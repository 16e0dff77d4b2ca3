"""Copies of the key file elsewhere: those that could not be replaced are named."""

from sosik.adapters.store.opened import Store


def replace_all(store: Store) -> list[str]:
    return store.keys.copies()
