"""Plugins that are bad on purpose, each in one way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

EXERCISE = """\
format = 1
revision = 2
id = "noise"
title = "Støjkort"
purpose = "Find ud af, hvornår støjen er værst."
functions = ["explore"]
participants = { min = 1, max = 400, group = { min = 1, max = 6 } }
source = { status = "own", text = "Vores egen øvelse." }
when = "Brug den hos {{ workplace.name }}."

[[steps]]
id = "map"
title = "Tegn et kort"
form = "groups"
minutes = { min = 5, typical = 15, max = 30 }
text = "Tegn et kort over jeres lokaler."

[[handouts]]
id = "sheet"
title = "Støjskema"
copies = { per = "group" }

[[handouts.blocks]]
kind = "paragraph"
text = "Skriv kort."

[[handouts.blocks]]
id = "where"
kind = "field"
label = "Hvor larmer det?"
"""

TRANSLATION = """\
format = 1
translates = 2
title = "Noise map"
purpose = "Find out when the noise is worst."
when = "Use it at {{ workplace.name }}."
source = { text = "Our own exercise." }

[steps.map]
title = "Draw a map"
text = "Draw a map of your rooms."

[handouts.sheet]
title = "Noise sheet"
[handouts.sheet.blocks.1]
text = "Keep it short."
[handouts.sheet.blocks.where]
label = "Where is it noisy?"
"""

HEAD = """\
from pathlib import Path

from spark_tools import (
    Copies, DocumentRenderer, Exercise, Field, FieldKind, Function, Handout, Minutes,
    MeetingRenderer, Participants, Per, PlanRenderer, Prose, Source, SourceStatus, Step, Form,
    hookimpl,
)


def noise(text="Tegn et kort.", blocks=()):
    return Exercise(
        id="noise",
        title="Støjkort",
        purpose="Find ud af, hvornår støjen er værst.",
        functions=(Function.EXPLORE,),
        participants=Participants(1, 400),
        steps=(Step("map", "Tegn et kort", Form.PLENARY, Minutes(5, 15, 30), Prose(text)),),
        source=Source(SourceStatus.OWN, "Vores egen øvelse."),
        handouts=(Handout("sheet", "Støjskema", Copies(Per.GROUP), blocks),) if blocks else (),
    )

"""


@frozen
class BadPlugin:
    """A plugin, the rule that it breaks, and words of what is said about it.

    ``make`` writes it into a folder, and gives its path.
    """

    name: str
    rule: str
    said: str
    make: Callable[[Path], Path]


def code(source: str) -> Callable[[Path], Path]:
    """A plugin that is one file of Python."""

    def make(folder: Path) -> Path:
        path = folder / "bad.py"
        path.write_text(HEAD + source, encoding="utf-8")
        return path

    return make


def content(
    old: str = "",
    new: str = "",
    *,
    more: tuple[str, str] = ("", ""),
    translation: str = "",
    **files: str,
) -> Callable[[Path], Path]:
    """A folder with the exercise above, in which *new* stands for *old*."""

    def make(folder: Path) -> Path:
        exercises = folder / "bad/exercises"
        exercises.mkdir(parents=True)
        assert old in EXERCISE
        assert more[0] in EXERCISE
        written = EXERCISE.replace(old, new).replace(*more)
        (exercises / "noise.toml").write_text(written, encoding="utf-8")
        if translation:
            (exercises / "noise.en.toml").write_text(translation, encoding="utf-8")
        for name, text in files.items():
            (exercises / f"{name}.svg").write_text(text, encoding="utf-8")
        return folder / "bad"

    return make


def filtering(source: str) -> Callable[[Path], Path]:
    """A package whose Jinja filter ``kept``, as *source* has it, is used in every heading."""

    def make(folder: Path) -> Path:
        blocks = folder / "bad/templates/html/blocks"
        blocks.mkdir(parents=True)
        heading = '{% include "default:html/blocks/heading.html.j2" %}{{ "-"|kept|trim("-") }}'
        (blocks / "heading.html.j2").write_text(heading, encoding="utf-8")
        (folder / "bad/__init__.py").write_text(
            HEAD + source + "@hookimpl\ndef spark_jinja(environment):\n"
            "    environment.filters['kept'] = kept\n\n"
            "@hookimpl\ndef spark_template_dirs():\n"
            "    return [Path(__file__).parent / 'templates']\n",
            encoding="utf-8",
        )
        return folder / "bad"

    return make


PICTURE = """\
[[handouts.blocks]]
kind = "picture"
svg = "map.svg"
alt = "Et kort."
width = 100

[[handouts.blocks]]
id = "where"
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>{}</text></svg>'

BAD = (
    BadPlugin(
        "needs what is not installed",
        "loads",
        "No module named 'no_such_library'",
        code("import no_such_library\n"),
    ),
    BadPlugin("leaves when it is imported", "loads", "SystemExit", code("raise SystemExit(3)\n")),
    BadPlugin(
        "breaks when it is configured",
        "loads",
        "no settings file",
        code("@hookimpl\ndef spark_configure(settings):\n    raise OSError('no settings file')\n"),
    ),
    BadPlugin(
        "misspells a hook",
        "signatures",
        'did you mean "spark_exercises"',
        code("@hookimpl\ndef spark_exercise():\n    return []\n"),
    ),
    BadPlugin(
        "asks for an argument that there is not",
        "signatures",
        'spark_check_plan has no argument "course"',
        code("@hookimpl\ndef spark_check_plan(course):\n    return []\n"),
    ),
    BadPlugin(
        "has a hook that is not marked",
        "signatures",
        "spark_exercises is not marked",
        code("def spark_exercises():\n    return []\n"),
    ),
    BadPlugin(
        "gives a word for a finding",
        "answers",
        "Finding",
        code("@hookimpl\ndef spark_check_plan(plan):\n    return ['too long']\n"),
    ),
    BadPlugin(
        "forgets that an exercise may stand alone",
        "answers",
        "'NoneType' object has no attribute 'number'",
        code(
            "@hookimpl\ndef spark_handouts(exercise, meeting, plan):\n"
            "    return [] if meeting.number else []\n"
        ),
    ),
    BadPlugin(
        "finds something else each time",
        "answers",
        "leave chance and the clock out",
        code(
            "import itertools\n\nfrom spark_tools import Finding, Severity\n\n"
            "NUMBERS = itertools.count()\n\n"
            "@hookimpl\ndef spark_check_plan(plan):\n"
            "    return [Finding('n', Severity.NOTE, text=str(next(NUMBERS)))]\n"
        ),
    ),
    BadPlugin(
        "tells of a meeting that there is not",
        "answers",
        "tells of meeting 99",
        code(
            "from spark_tools import Finding, Severity\n\n"
            "@hookimpl\ndef spark_check_plan(plan):\n"
            "    return [Finding('n', Severity.NOTE, 99, text='For mange.')]\n"
        ),
    ),
    BadPlugin(
        "breaks when it is asked for sheets",
        "answers",
        "no sheets today",
        code(
            "@hookimpl\ndef spark_handouts(exercise, meeting, plan):\n"
            "    raise ValueError('no sheets today')\n"
        ),
    ),
    BadPlugin(
        "has a key that there is not",
        "content",
        'there is no key "titel"',
        content('title = "Støjkort"', 'title = "Støjkort"\ntitel = "Støj"'),
    ),
    BadPlugin(
        "warns of a theme that there is not",
        "content",
        'no theme with the id "silence"',
        content("when = ", 'cautions = [{ text = "Hør efter.", themes = ["silence"] }]\nwhen = '),
    ),
    BadPlugin(
        "takes an id that is taken",
        "content",
        "offered more than once",
        code(
            "import attrs\n\n@hookimpl\ndef spark_exercises():\n"
            "    return [attrs.evolve(noise(), id='check-in')]\n"
        ),
    ),
    BadPlugin(
        "names a variable that there is not",
        "variables",
        "workplace.name",
        content("{{ workplace.name }}", "{{ workplace.nam }}"),
    ),
    BadPlugin(
        "draws a variable that there is not",
        "variables",
        "participants.count",
        content(
            '[[handouts.blocks]]\nid = "where"\n',
            PICTURE,
            map=SVG.format("{{ participants.counted }}"),
        ),
    ),
    BadPlugin(
        "names one in Python",
        "variables",
        "workplace.name",
        code("@hookimpl\ndef spark_exercises():\n    return [noise('Hos {{ workplace.nam }}.')]\n"),
    ),
    BadPlugin(
        "has a stale translation",
        "translations",
        "stale",
        content(translation=TRANSLATION.replace("translates = 2", "translates = 1")),
    ),
    BadPlugin(
        "leaves a text untranslated",
        "translations",
        '"purpose" is not translated',
        content(translation=TRANSLATION.replace('purpose = "Find out', '# purpose = "Find out')),
    ),
    BadPlugin(
        "draws until it breaks",
        "draws",
        "out of ink",
        code(
            "def draw(document, look):\n    raise RuntimeError('out of ink')\n\n"
            "@hookimpl\ndef spark_renderers():\n"
            "    return [DocumentRenderer('txt', 'txt', 'Text', draw)]\n"
        ),
    ),
    BadPlugin(
        "draws nothing",
        "draws",
        "the file is empty",
        code(
            "@hookimpl\ndef spark_renderers():\n"
            "    return [DocumentRenderer('txt', 'txt', 'Text', lambda document, look: b'')]\n"
        ),
    ),
    BadPlugin(
        "cannot draw a course",
        "draws",
        "a course as cards",
        code(
            "def draw(plan, look):\n    return plan.cards\n\n"
            "@hookimpl\ndef spark_renderers():\n"
            "    return [PlanRenderer('cards', 'txt', 'Cards', draw)]\n"
        ),
    ),
    BadPlugin(
        "cannot draw a meeting",
        "draws",
        "a course as slides",
        code(
            "def draw(order, look):\n    return order.slides\n\n"
            "@hookimpl\ndef spark_renderers():\n"
            "    return [MeetingRenderer('slides', 'txt', 'Slides', 'slides', draw)]\n"
        ),
    ),
    BadPlugin(
        "has a link that says nothing",
        "accessible",
        "do not say where it leads",
        content('"Skriv kort."', '"Læs mere [her](https://at.dk/)."'),
    ),
    BadPlugin(
        "has two choices that are the same to a reader",
        "round_trips",
        '"Støj " was written, and "Støj" was read',
        code(
            "def ask(id, label):\n"
            "    return Field(id, label, FieldKind.CHOICE, choices=('Støj', 'Støj '))\n\n"
            "@hookimpl\ndef spark_exercises():\n"
            "    return [noise(blocks=(ask('here', 'Her?'), ask('there', 'Der?')))]\n"
        ),
    ),
    BadPlugin(
        "takes longer than any meeting",
        "composes",
        "does not fit in individual",
        content(
            'purpose = "Find ud af, hvornår støjen er værst."\nfunctions = ["explore"]',
            'purpose = "Mål."\nfunctions = ["explore"]\ncourse_types = ["individual"]',
            more=("min = 5, typical = 15, max = 30", "min = 400, typical = 420, max = 600"),
        ),
    ),
    BadPlugin(
        "claims a course type without a place for it",
        "composes",
        "no slot of full-day takes",
        content(
            'functions = ["explore"]', 'functions = ["look-back"]\ncourse_types = ["full-day"]'
        ),
    ),
    BadPlugin(
        "writes a file when it is imported",
        "keeps_to_itself",
        "it writes to",
        code("open(Path(__file__).with_name('log.txt'), 'w').close()\n"),
    ),
    BadPlugin(
        "asks the network for its exercises",
        "keeps_to_itself",
        "it uses the network",
        code(
            "import contextlib, socket\n\n@hookimpl\ndef spark_exercises():\n"
            "    with contextlib.suppress(OSError):\n"
            "        socket.create_connection(('127.0.0.1', 9), timeout=0.1)\n    return []\n"
        ),
    ),
    BadPlugin(
        "starts a program",
        "keeps_to_itself",
        "it starts a program",
        code("import subprocess, sys\n\nsubprocess.run([sys.executable, '-c', ''])\n"),
    ),
    BadPlugin(
        "writes a file whose name is bytes",
        "keeps_to_itself",
        "log.txt",
        code("import os\n\nopen(os.fsencode(Path(__file__).with_name('log.txt')), 'wb').close()\n"),
    ),
    BadPlugin(
        "keeps a copy of what it draws",
        "keeps_to_itself",
        "copy.txt",
        code(
            "def draw(document, look):\n"
            "    Path(__file__).with_name('copy.txt').write_text(document.title)\n"
            "    return b'-'\n\n"
            "@hookimpl\ndef spark_renderers():\n"
            "    return [DocumentRenderer('txt', 'txt', 'Text', draw)]\n"
        ),
    ),
    BadPlugin(
        "keeps a copy of the meetings that it draws",
        "keeps_to_itself",
        "copy.txt",
        code(
            "def draw(order, look):\n"
            "    Path(__file__).with_name('copy.txt').write_text('-')\n"
            "    return b'-'\n\n"
            "@hookimpl\ndef spark_renderers():\n"
            "    return [MeetingRenderer('slides', 'txt', 'Slides', 'slides', draw)]\n"
        ),
    ),
    BadPlugin(
        "keeps a list of what its filter prints",
        "keeps_to_itself",
        "list.txt",
        filtering(
            "def kept(text):\n"
            "    Path(__file__).with_name('list.txt').write_text(text)\n"
            "    return text\n\n"
        ),
    ),
)
