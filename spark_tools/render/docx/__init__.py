"""Word documents: `draw` gives one document's bytes in the house file's look.

python-docx opens the house file, once for each language, and owns the package: its
parts, its relationships and its properties. Only style *names* are used here; fonts,
colours, header and footer are the house file's. Bodies are written as text, which is
many times faster than building them element by element.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.model import HOUSE_FILES

if TYPE_CHECKING:
    from spark_tools.model import Document, Look
    from spark_tools.render.docx.house.enlarge import Growth

HOUSE_FILE = HOUSE_FILES[0]


def draw(document: Document, look: Look) -> bytes:
    """Give *document* as a Word file; the same document gives the same bytes.

    Raises:
        FaultError: the look's own house file cannot be used.
        FileNotFoundError: no template folder has a house file.
    """
    from spark_tools.model import Paper
    from spark_tools.render.accessible import accessible
    from spark_tools.render.docx.draft import Draft
    from spark_tools.render.docx.house.furniture import said_of
    from spark_tools.render.docx.house.opened import open_house
    from spark_tools.render.docx.package import assemble
    from spark_tools.render.docx.sections import main_part

    document = accessible(document)
    house = open_house(look.own_house or look.find(HOUSE_FILE), document.language)
    values = said_of(document)
    if document.paper is Paper.A4:
        draft = Draft(house, document)
        main = main_part(document.sections, house, draft, values)
    else:
        from spark_tools.render.docx.house.enlarge import enlarge, enlarged, on_a4

        growth = _growth(look)
        draft = Draft(on_a4(house, growth), document)
        main = enlarge(main_part(document.sections, house, draft, values), growth)
        house = enlarged(house, growth)
    return assemble(document, house, draft, main, values)


def _growth(look: Look) -> Growth:
    """Give how letters and air grow on A3: in an organisation's own Word file as all else does."""
    from spark_tools.render.docx.house.enlarge import ALIKE, Growth
    from spark_tools.render.measures import measures

    return ALIKE if look.own_house else Growth(**measures(look)["a3"])
