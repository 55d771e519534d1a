"""Whatever a brief says, its Word files have no flaw; ``SPARK_EXAMPLES`` is how many are tried."""

from __future__ import annotations

import datetime
import os

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from spark_tools.accessibility import check_document
from spark_tools.content.brief import BriefOptions, read_brief
from spark_tools.document.course import course_documents
from spark_tools.model import FaultError, Look
from spark_tools.render.docx import draw

EXAMPLES = int(os.environ.get("SPARK_EXAMPLES", "6"))
VALIDATED = max(1, EXAMPLES // 50)
"""One document of every so many briefs is held against the validators as well."""

NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp"]), min_size=1, max_size=60
).filter(lambda name: bool(name.strip()))
DAYS = st.dates(datetime.date(2026, 1, 1), datetime.date(2031, 1, 1))


@st.composite
def briefs(draw_from, library) -> BriefOptions:
    """Give options for a brief: any type, themes, number of people, dates, words and wishes."""
    course_type = draw_from(st.sampled_from(library.course_types))
    themes = draw_from(
        st.lists(st.sampled_from(library.themes), min_size=1, max_size=3, unique_by=lambda t: t.id)
    )
    committees = draw_from(st.integers(course_type.committees.min, course_type.committees.max))
    people = st.integers(max(2 * committees, 1), 60 + 2 * committees)
    exercises = st.lists(st.sampled_from([each.id for each in library.exercises]), max_size=2)
    excluded = draw_from(exercises)
    return BriefOptions(
        workplace=draw_from(NAMES),
        course_type=course_type.id,
        themes=tuple(theme.id for theme in themes),
        participants=draw_from(people),
        committees=committees,
        dates=tuple(sorted(draw_from(st.sets(DAYS, max_size=5)))),
        start=draw_from(st.sampled_from(["8.00", "9:00", "12.30"])),
        exclude=tuple(dict.fromkeys(excluded)),
        language=draw_from(st.sampled_from(["da", "en"])),
        wish=draw_from(st.one_of(st.none(), NAMES)),
        consultant=draw_from(st.one_of(st.none(), NAMES)),
    )


def test_a_random_brief_gives_documents_without_flaws(
    bundled_toolbox, look: Look, large_print: Look, open_xml_sdk, tmp_path_factory
) -> None:
    plugins, library = bundled_toolbox
    folder = tmp_path_factory.mktemp("random")
    tried = 0

    @settings(
        max_examples=EXAMPLES,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
    @given(options=briefs(library), large=st.booleans(), picked=st.integers(0, 1000))
    def hold(options: BriefOptions, large: bool, picked: int) -> None:
        nonlocal tried
        try:
            plan = plugins.compose(read_brief(None, options, library), library)
        except FaultError:
            assume(False)
        documents = course_documents(plan, posters=True)
        drawn = [draw(each.document, large_print if large else look) for each in documents]
        for each, content in zip(documents, drawn, strict=True):
            assert check_document(content) == (), each.name
        tried += 1
        if tried % VALIDATED == 0:
            path = folder / "picked.docx"
            path.write_bytes(drawn[picked % len(drawn)])
            assert [str(fault) for fault in OpenXmlValidator().validate(path).errors] == []
            assert open_xml_sdk(path) == []

    hold()
    assert tried > EXAMPLES // 2
