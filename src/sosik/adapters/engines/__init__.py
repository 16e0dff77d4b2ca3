"""Where accounts are read when one process is too few: more processes of this machine, or Spark. The order stays."""
