"""``python -m sosik``."""

from sosik.cli.main import main

if __name__ == "__main__":
    main()
