from pathlib import Path

import pytest
import spark_tools_spark_programme

from spark_tools.content.library import Library
from spark_tools.content.load import load_library
from spark_tools.content.reader import Contents, read_folder
from spark_tools.plugin.manager import load_plugins

CONTENT = Path(spark_tools_spark_programme.__file__).parent / "content"


@pytest.fixture(scope="session")
def programme() -> Contents:
    """The pack alone, as the reader sees it."""
    return read_folder(CONTENT)


@pytest.fixture(scope="session")
def library() -> Library:
    """The pack among everything else that is installed."""
    return load_library(load_plugins(strict=True))
