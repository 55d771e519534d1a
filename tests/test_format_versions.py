"""Every file that is read says its format, and one from a newer version is told as that alone."""

from __future__ import annotations

import pytest

from spark_tools.content.brief import BriefOptions, read_brief
from spark_tools.content.library import Library
from spark_tools.content.reader import read_folder
from spark_tools.forms.logbook.file import read_logbook
from spark_tools.model import FaultError, Look
from spark_tools.plugin.loading import load_plugins
from spark_tools.preview.folder import LISTING as PREVIEWS
from spark_tools.preview.folder import lay_in
from spark_tools.publish import write_site, write_whole
from spark_tools.publish.record import read_record
from spark_tools.publish.site import LISTING as SITE
from spark_tools.render.measures import measures
from spark_tools.web.glossary import read_glossary
from tests.contents import THEME

TOML = "format = 99\nwhat_there_will_be = [1, 2]\n"
JSON = '{"format": 99, "what_there_will_be": [1, 2]}'


def content(folder):
    read = read_folder(folder)
    if read.faults:
        raise FaultError(read.faults)


def translation(folder):
    (folder / "themes" / "noise.toml").write_text(THEME, encoding="utf-8")
    content(folder)


def brief(folder):

    read_brief(folder / "course.toml", BriefOptions(), Library())


def look(folder):
    measures(Look((folder, *load_plugins().look().template_dirs)))


FILES = [
    ("exercises/noise.toml", TOML, content),
    ("themes/noise.toml", TOML, content),
    ("course_types/noise.toml", TOML, content),
    ("themes/noise.en.toml", TOML, translation),
    ("course.toml", TOML, brief),
    ("logbook.toml", TOML, lambda folder: read_logbook(folder / "logbook.toml")),
    ("glossary.toml", TOML, lambda folder: read_glossary(folder / "glossary.toml")),
    ("plan.json", JSON, read_record),
    (".spark/journal.json", JSON, lambda folder: write_whole(folder / "x", b"")),
    (SITE, JSON, lambda folder: write_site(folder, {})),
    (PREVIEWS, JSON, lambda folder: lay_in(folder, "noise", ())),
    ("look.json", JSON, look),
]


@pytest.mark.parametrize(("name", "text", "read"), FILES, ids=[name for name, *_ in FILES])
def test_a_file_from_a_newer_version_says_so_and_nothing_else(name, text, read, tmp_path):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    with pytest.raises(FaultError) as raised:
        read(tmp_path)
    (fault,) = raised.value.faults
    assert "from a newer spark-tools (format 99; " in fault.message
    assert fault.file == str(path)
    assert path.read_text() == text
