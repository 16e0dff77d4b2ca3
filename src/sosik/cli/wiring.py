"""Where the command line is put together: the ports that its commands need and the adapters that serve them."""
