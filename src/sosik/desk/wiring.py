"""Where the web desk is put together: the ports that its pages need and the adapters that serve them."""
