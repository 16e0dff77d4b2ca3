"""What is kept, on disk: one folder, sealed. A shell starts at ``sealed_desk``."""

from sosik.adapters.store.light import configure

configure()
