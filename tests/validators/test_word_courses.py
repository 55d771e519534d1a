"""Every Word file of every course type, held against both validators."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest
from openxml_audit import OpenXmlValidator

from spark_tools.compose.composer import compose
from spark_tools.content.brief import read_brief
from spark_tools.content.brief_options import BriefOptions
from spark_tools.content.load import load_library
from spark_tools.document.course import course_documents
from spark_tools.plugin.manager import load_plugins
from spark_tools.render.docx import draw

NAME = 'Børn & Unge <Øst> | "A" {{x}} *'
COURSE_TYPES = ("full-day", "individual", "joint", "network", "two-half-days")


@cache
def loaded():
    plugins = load_plugins(strict=True)
    return plugins, load_library(plugins)


@pytest.fixture(params=COURSE_TYPES)
def files(request, tmp_path):
    """The paths of a whole course's Word files."""
    plugins, library = loaded()
    usual = library.course_type(request.param)
    brief = read_brief(
        None,
        BriefOptions(
            course_type=usual.id,
            themes=(library.themes[0].id,),
            workplace=NAME,
            participants=(usual.participants.min + usual.participants.max) // 2,
        ),
        library,
    )
    plan = compose(brief, library)
    documents = course_documents(
        plan, lambda exercise, meeting: plugins.handouts(exercise, meeting, plan)
    )
    look = plugins.look()
    paths = []
    for number, each in enumerate(documents):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(draw(each.document, look))
    return paths


def test_every_bundled_course_type_is_held_against_them():
    _, library = loaded()
    assert set(COURSE_TYPES) <= {course_type.id for course_type in library.course_types}


def test_openxml_audit_finds_no_fault_in_a_course(files):
    validator = OpenXmlValidator()
    assert len(files) > 3
    for path in files:
        assert [str(fault) for fault in validator.validate(path).errors] == []


def test_the_open_xml_sdk_finds_no_fault_in_a_course(files, open_xml_sdk):
    with ThreadPoolExecutor(2) as two_at_a_time:
        for faults in two_at_a_time.map(open_xml_sdk, files):
            assert faults == []
