"""``python -m spark_tools`` is ``spark``."""

from spark_tools.cli import main

if __name__ == "__main__":
    main()
