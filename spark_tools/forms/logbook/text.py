"""Writing the logbook: what is new or changed, and everything else as a person left it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from spark_tools.content.lines import Lines
from spark_tools.content.toml_file import FORMAT, TomlFile, parse_toml
from spark_tools.forms.logbook.data import Data, action_data, answer_tables, entry_data
from spark_tools.forms.logbook.file import logbook_of
from spark_tools.forms.logbook.pieces import LISTS, Piece, cut
from spark_tools.forms.logbook.toml_words import as_lines, as_value
from spark_tools.forms.wording import say
from spark_tools.model import Action, Entry, Logbook

if TYPE_CHECKING:
    from collections.abc import MutableMapping

Numbered = Action | Entry
Lists = Mapping[str, Sequence[Numbered]]
ById = Mapping[str, Mapping[str, Numbered]]


def logbook_text(before: str, logbook: Logbook, workplace: str) -> str:
    """Give the text of the logbook file that says what *logbook* says.

    *before* is what the file holds now, or nothing; *workplace* is named at the top
    of a new one. Actions and sheets are added and changed, and none are removed;
    comments, order and everything that is as it was stay as they stand.

    Raises:
        FaultError: *before* is faulty.
    """
    source = before.replace("\r\n", "\n")
    if not source.strip():
        source = _opening(workplace)
    file = parse_toml(Path("logbook.toml"), source)
    known = logbook_of(file)
    first, *rest = cut(_with_ids(file, known))
    lists = _lists(known)
    wanted = {name: {one.id: one for one in members} for name, members in _lists(logbook).items()}
    pieces = [
        _with_facts(first, file.data, logbook),
        *(_updated(one, lists, wanted) for one in rest),
    ]
    text = "".join(_grown(pieces, lists, wanted))
    return text.replace("\n", "\r\n") if "\r\n" in before else text


def _opening(workplace: str) -> str:
    """Give what a new file begins with: what it is, and what may be done with it."""
    name = " ".join(workplace.split())
    title = say("The course's logbook")
    lines = (
        f"{title}: {name}" if name else title,
        say("“spark collect” writes here what was agreed, tried and learnt. You may edit it:"),
        say("what you write and your comments are kept. “spark log” shows it at a glance."),
        say("An action's state is agreed, trying, adjusted, done or dropped; those that are"),
        say("done or dropped are not taken up at the next meeting. Write dates as 2027-02-03."),
    )
    return "".join(f"# {line}\n" for line in lines) + f"\nformat = {FORMAT}\n"


def _with_ids(file: TomlFile, known: Logbook) -> str:
    """Give the source with the ids that reading gave to those that had none."""
    rows = file.source.split("\n")
    missing = [
        (name, number, each.id)
        for name, members in _lists(known).items()
        for number, each in enumerate(members)
        if "id" not in file.data[name][number]
    ]
    places = Lines(file.source) if missing else None
    for name, number, id_ in reversed(missing):
        if places:
            rows.insert(places.line((name, number)), f'id = "{id_}"')
    return "\n".join(rows)


def _lists(logbook: Logbook) -> Lists:
    return dict(zip(LISTS, (logbook.actions, logbook.entries), strict=True))


def _with_facts(piece: Piece, data: Mapping[str, Any], logbook: Logbook) -> Piece:
    """Give the first piece with the course's id, and the meetings held that nothing else tells."""
    facts: Data = {}
    if logbook.course and logbook.course != data.get("course"):
        facts["course"] = logbook.course
    met = (entry.meeting for entry in logbook.entries if not entry.ahead)
    if logbook.held > max((data.get("held", 0), *met)):
        facts["held"] = logbook.held
    if not facts:
        return piece
    if not piece.keys:
        return Piece(piece.followed_by(as_lines(facts)), "")
    import tomlkit

    document = tomlkit.parse(piece.keys)
    _lay_over(document, {}, facts)
    return attrs.evolve(piece, keys=document.as_string())


def _updated(piece: Piece, known: Lists, wanted: ById) -> Piece:
    """Give *piece* with what is *wanted* otherwise than it is."""
    present = [known[name][number] for name, number in piece.members]
    changed = [
        wanted[name].get(one.id, one) for (name, _), one in zip(piece.members, present, strict=True)
    ]
    if changed == present:
        return piece
    import tomlkit

    document: Any = tomlkit.parse(piece.keys)
    first = dict(reversed(piece.members))
    for (name, number), before, after in zip(piece.members, present, changed, strict=True):
        table = document[name][number - first[name]]
        _lay_over(table, _own(before), _own(after))
        if isinstance(before, Entry) and isinstance(after, Entry):
            _lay_over_answers(table, answer_tables(before), answer_tables(after))
    return attrs.evolve(piece, keys=document.as_string())


def _own(one: Numbered) -> Data:
    return action_data(one) if isinstance(one, Action) else entry_data(one)


def _lay_over_answers(table: Any, before: Mapping[str, Data], after: Mapping[str, Data]) -> None:
    import tomlkit

    for name, answers in after.items():
        if answers != before[name]:
            if name not in table:
                table[name] = tomlkit.table()
            _lay_over(table[name], before[name], answers)


def _lay_over(table: MutableMapping[str, Any], before: Data, after: Data) -> None:
    """Change in *table* what is not the same *before* and *after*."""
    import tomlkit

    for key in before.keys() - after.keys():
        del table[key]
    for key, value in after.items():
        if value != before.get(key):
            table[key] = tomlkit.value(as_value(value))


def _grown(pieces: Sequence[Piece], known: Lists, wanted: ById) -> Iterator[str]:
    """Give the pieces' texts, with what is new after the last of its kind."""
    new: dict[int, str] = {}
    for name, members in wanted.items():
        there = {one.id for one in known[name]}
        blocks = "".join(_block(name, one) for id_, one in members.items() if id_ not in there)
        own = [n for n, piece in enumerate(pieces) if any(m[0] == name for m in piece.members)]
        last = max(own, default=0 if name == "actions" else len(pieces) - 1)
        new[last] = new.get(last, "") + blocks
    for number, piece in enumerate(pieces):
        yield piece.followed_by(new[number]) if new.get(number) else piece.text


def _block(name: str, one: Numbered) -> str:
    text = f"\n[[{name}]]\n{as_lines(_own(one))}"
    if isinstance(one, Entry):
        for below, answers in answer_tables(one).items():
            if answers:
                text += f"\n[{name}.{below}]\n{as_lines(answers)}"
    return text
