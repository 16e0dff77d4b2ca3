"""Outside formats are opened by a process of its own, without a network, a writable disk or time to waste."""
