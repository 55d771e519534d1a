"""What is asked of every plugin, one function for each rule.

A rule takes the toolbox with the plugin in it and gives what is wrong, one sentence for each
thing; a rule that is kept gives nothing. `loading` asks whether the plugin works at all,
`content` reads its files, `drawing` and `sheets` make its documents, `minutes` composes with
it, and `conduct` watches what it does meanwhile.
"""

from spark_tools.testing.rules.conduct import keeps_to_itself
from spark_tools.testing.rules.content import content, translations, variables
from spark_tools.testing.rules.drawing import accessible, draws
from spark_tools.testing.rules.loading import answers, loads, signatures
from spark_tools.testing.rules.minutes import composes
from spark_tools.testing.rules.sheets import round_trips

__all__ = [
    "ALL",
    "accessible",
    "answers",
    "composes",
    "content",
    "draws",
    "keeps_to_itself",
    "loads",
    "round_trips",
    "signatures",
    "translations",
    "variables",
]

ALL = (
    loads,
    signatures,
    answers,
    content,
    variables,
    translations,
    draws,
    accessible,
    round_trips,
    composes,
    keeps_to_itself,
)
