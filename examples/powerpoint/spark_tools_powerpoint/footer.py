"""The footer and the number of a slide, which python-pptx leaves in the layout."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from pptx.enum.shapes import PP_PLACEHOLDER

from .writing import TAGS, Pen

if TYPE_CHECKING:
    from pptx.slide import Slide


def write_footer(slide: Slide, words: str, language: str) -> None:
    """Put what the layout has of footer and slide number on *slide*, with *words* in the footer."""
    for shape in slide.slide_layout.placeholders:
        kind = shape.placeholder_format.type
        if kind not in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            continue
        slide.shapes._spTree.append(deepcopy(shape._element))
        copy = slide.shapes[-1]
        if kind == PP_PLACEHOLDER.FOOTER:
            copy.text_frame.clear()
            Pen(copy.text_frame, language).words(words)
        else:
            for run in copy._element.iter("{*}rPr"):
                run.set("lang", TAGS[language])
