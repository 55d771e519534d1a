"""Filled-in sheets become entries and actions, whoever sends them and in whatever order."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import attrs
import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.forms.docx.answers import Answer, FilledSheet, FoundBy, Unplaced
from spark_tools.forms.logbook.conflicts import Choice, Conflict, Decide, first, newest, undecided
from spark_tools.forms.logbook.file import read_logbook
from spark_tools.forms.logbook.intake import Intake, Outcome, TakenSheet
from spark_tools.forms.logbook.same import same
from spark_tools.forms.logbook.text import logbook_text
from spark_tools.model import (
    Action,
    ActionState,
    FieldKind,
    FormField,
    Logbook,
    Meaning,
    Sheet,
    SheetForm,
)


@frozen
class Absorbed:
    """What one file came to, told of the gravest of its sheets."""

    logbook: Logbook
    sheets: tuple[TakenSheet, ...]
    notes: tuple[str, ...]

    @property
    def outcome(self) -> Outcome:
        return max((each.outcome for each in self.sheets), key=list(Outcome).index)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple(conflict for each in self.sheets for conflict in each.conflicts)


def absorb(logbook: Logbook, sheet: FilledSheet, decide: Decide) -> Absorbed:
    intake = Intake(logbook, decide)
    sheets, notes = intake.take(sheet)
    return Absorbed(intake.logbook, sheets, notes)


MARCH, APRIL = datetime.date(2027, 3, 3), datetime.date(2027, 4, 7)
DECISIONS = ("Fortsæt", "Justér", "Stop", "Udbred")
WHOSE = FormField("card.committee", "Udvalg", "Udvalg", FieldKind.TEXT, means=Meaning.COMMITTEE)


def card(*, copies: int = 4, several: bool = False, meeting: int = 1) -> SheetForm:
    """The card of a try-out action: single fields and a plan of one row tell of one action."""

    def planned(column: str, kind: FieldKind, means: Meaning) -> FormField:
        key = f"card.plan.1.{column}"
        return FormField(key, column, column, kind, means=means, grid="card.plan", row="1")

    return SheetForm(
        f"c0ffee/worksheets/{meeting}/try-out-actions/card",
        "Prøvehandlingskort",
        (Sheet("card", "Prøvehandlingskort", copies),),
        (
            *((WHOSE,) if several else ()),
            FormField("card.name", "Navn", "Navn", FieldKind.TEXT, means=Meaning.NAME),
            FormField("card.what", "Hvad", "Hvad", FieldKind.LINES, means=Meaning.WHAT),
            FormField("card.why", "Hvorfor", "Hvorfor", FieldKind.LINES),
            planned("who", FieldKind.TEXT, Meaning.WHO),
            planned("when", FieldKind.DATE, Meaning.REVIEW),
            FormField("card.fun", "Sjovt", "Sjovt", FieldKind.CHECK),
        ),
        meeting,
        "try-out-actions",
    )


def look_back(*actions: Action, meeting: int = 2, free: int = 2) -> SheetForm:
    """The sheet that looks back, with a row filled in for each of *actions*."""

    def row(id_: str, what: str) -> tuple[FormField, ...]:
        def cell(column: str, kind: FieldKind, means: Meaning | None, value: str = "") -> FormField:
            key = f"back.rows.{id_}.{column}"
            title = f"{column} {id_}"
            choices = DECISIONS if kind is FieldKind.CHOICE else ()
            return FormField(
                key,
                title,
                column,
                kind,
                choices=choices,
                value=value,
                means=means,
                grid="back.rows",
                row=id_,
            )

        return (
            cell("what", FieldKind.LINES, Meaning.WHAT, what),
            cell("started", FieldKind.CHECK, Meaning.STARTED),
            cell("done", FieldKind.LINES, Meaning.DONE),
            cell("learnt", FieldKind.LINES, Meaning.LEARNT),
            cell("decision", FieldKind.CHOICE, Meaning.DECISION),
            cell("who", FieldKind.TEXT, Meaning.WHO),
            cell("when", FieldKind.DATE, Meaning.REVIEW),
        )

    filled_in = [field for action in actions for field in row(action.id, action.what)]
    empty = [field for n in range(free) for field in row(str(len(actions) + n + 1), "")]
    learnt = FormField("back.learnt", "Lært", "Lært", FieldKind.LINES, means=Meaning.LEARNT)
    return SheetForm(
        f"c0ffee/worksheets/{meeting}/since-last-time/back",
        "Siden sidst",
        (Sheet("back", "Siden sidst"),),
        (*filled_in, *empty, learnt),
        meeting,
        "since-last-time",
    )


EVALUATION = SheetForm(
    "c0ffee/worksheets/3/evaluation/own",
    "Min evaluering",
    (Sheet("own", "Min evaluering", 5, personal=True),),
    (FormField("own.learnt", "Lært", "Lært", FieldKind.LINES, means=Meaning.LEARNT),),
    3,
    "evaluation",
)


def filled(
    form: SheetForm,
    answers: Mapping[str, str],
    *,
    day: int = 4,
    name: str = "",
    unplaced: tuple[Unplaced, ...] = (),
) -> FilledSheet:
    """Fill in *form*; fields that are not among the *answers* stay as they were."""
    keys = {field.key.partition(".")[2]: field for field in form.fields}
    assert set(answers) <= set(keys)
    given_ = tuple(
        Answer(field, answers.get(key, field.value), FoundBy.TAG) for key, field in keys.items()
    )
    return FilledSheet(form, given_, unplaced, datetime.datetime(2027, 2, day, 10, 12), name)


BOARD = {
    "name": "Tavlemøde",
    "what": "Vi begynder aftenvagten ved tavlen.",
    "plan.1.who": "Aftenvagten",
    "plan.1.when": "2027-03-03",
}


def with_board() -> Logbook:
    return absorb(Logbook(), filled(card(), BOARD, name="kort-1.docx"), undecided).logbook


def after_look_back(answers: Mapping[str, str], logbook: Logbook | None = None) -> Absorbed:
    logbook = logbook or with_board()
    return absorb(logbook, filled(look_back(*logbook.actions), answers), undecided)


# One sheet


def test_a_card_becomes_an_entry_and_one_action() -> None:
    absorbed = absorb(Logbook(), filled(card(), BOARD, name="kort-1.docx"), undecided)

    [entry] = absorbed.logbook.entries
    assert dict(entry.values) == BOARD
    assert (entry.id, entry.sheet, entry.meeting, entry.file) == ("s1", "card", 1, "kort-1.docx")
    [action] = absorbed.logbook.actions
    assert action == Action(
        id="a1",
        what="Vi begynder aftenvagten ved tavlen.",
        who="Aftenvagten",
        review=MARCH,
        meeting=1,
        name="Tavlemøde",
        source="s1",
    )
    assert absorbed.outcome is Outcome.NEW
    assert absorbed.sheets[0].actions == ("a1",)
    assert absorbed.logbook.course == "c0ffee"
    assert absorbed.logbook.held == 1


def test_each_row_of_a_grid_is_an_action_of_its_own() -> None:
    absorbed = absorb(
        Logbook(),
        filled(
            look_back(),
            {"rows.1.what": "Tavlemøde", "rows.2.what": "Makkerpar", "rows.2.who": "AMR"},
        ),
        undecided,
    )

    assert [(a.what, a.who, a.meeting, a.source) for a in absorbed.logbook.actions] == [
        ("Tavlemøde", "", 2, "s1:rows.1"),
        ("Makkerpar", "AMR", 2, "s1:rows.2"),
    ]


def test_a_card_with_nothing_but_a_name_is_an_action_too() -> None:
    [action] = absorb(Logbook(), filled(card(), {"name": "Tavle"}), undecided).logbook.actions

    assert (action.what, action.name) == ("Tavle", "")


def test_a_blank_sheet_leaves_no_trace() -> None:
    absorbed = absorb(Logbook(), filled(card(), {}), undecided)

    assert absorbed.logbook == Logbook()
    assert absorbed.outcome is Outcome.BLANK


def test_what_was_filled_in_beforehand_is_no_answer() -> None:
    assert after_look_back({}).outcome is Outcome.BLANK


def test_what_has_no_place_is_kept() -> None:
    unplaced = (Unplaced("nederst på side 1", "Husk kaffe"),)
    absorbed = absorb(Logbook(), filled(card(), {}, unplaced=unplaced), undecided)

    assert absorbed.logbook.entries[0].unplaced == ("nederst på side 1: Husk kaffe",)


def test_a_personal_sheet_says_nothing_of_its_file() -> None:
    answers = {"learnt": "Spørg før du hjælper"}
    [entry] = absorb(
        Logbook(), filled(EVALUATION, answers, name="Lone.docx"), undecided
    ).logbook.entries

    assert entry.file == ""
    assert entry.learnt == ("Spørg før du hjælper",)


@pytest.mark.parametrize("name", ["r\x1b[31md.docx", "to\nlinjer.docx", "æ\udce6.docx"])
def test_a_file_of_any_name_leaves_a_logbook_that_can_be_read_again(tmp_path, name) -> None:
    logbook = absorb(Logbook(), filled(card(), BOARD, name=name), undecided).logbook
    path = tmp_path / "logbook.toml"
    path.write_text(logbook_text("", logbook, "Lindehaven"), encoding="utf-8")

    assert read_logbook(path).entries == logbook.entries


def test_what_is_learnt_from_no_action_is_the_sheets_own() -> None:
    absorbed = after_look_back({"learnt": "Vi skal tale om det svære", "rows.a1.done": "Tre gange"})

    assert absorbed.logbook.entries[1].learnt == ("Vi skal tale om det svære",)
    assert absorbed.logbook.actions[0].learnt == ()


# How far an action has come


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({"rows.a1.who": "Lone"}, ActionState.AGREED),
        ({"rows.a1.started": "x"}, ActionState.TRYING),
        ({"rows.a1.done": "Tre gange"}, ActionState.TRYING),
        ({"rows.a1.decision": "Fortsæt"}, ActionState.TRYING),
        ({"rows.a1.done": "Tre gange", "rows.a1.decision": "Justér"}, ActionState.ADJUSTED),
        ({"rows.a1.decision": "Stop"}, ActionState.DROPPED),
        ({"rows.a1.decision": "udbred"}, ActionState.DONE),
    ],
)
def test_a_look_back_moves_an_action_on(answers: dict[str, str], state: ActionState) -> None:
    assert after_look_back(answers).logbook.actions[0].state is state


def test_what_has_ended_stays_so_and_it_is_said() -> None:
    logbook = with_board()
    ended = attrs.evolve(
        logbook, actions=(attrs.evolve(logbook.actions[0], state=ActionState.DONE),)
    )
    absorbed = after_look_back({"rows.a1.decision": "Fortsæt"}, ended)

    assert absorbed.logbook.actions[0].state is ActionState.DONE
    [note] = absorbed.notes
    assert note.startswith("a1: “Tavlemøde” has ended, and the sheet says “Fortsæt”;")


def test_an_unknown_decision_is_told_and_decides_nothing() -> None:
    absorbed = after_look_back({"rows.a1.decision": "Måske"})

    assert absorbed.logbook.actions[0].state is ActionState.AGREED
    assert absorbed.notes == ("a1: “Måske” is no decision that is known",)


def test_what_is_learnt_is_said_once() -> None:
    logbook = after_look_back({"rows.a1.learnt": "Fem minutter er nok"}).logbook
    later = look_back(*logbook.actions, meeting=3)
    again = absorb(logbook, filled(later, {"rows.a1.learnt": "fem minutter er nok."}), undecided)

    assert again.logbook.actions[0].learnt == ("Fem minutter er nok",)


# Whose word counts


def test_a_later_meeting_changes_who_and_when() -> None:
    absorbed = after_look_back({"rows.a1.who": "Lone", "rows.a1.when": "2027-04-07"})

    [action] = absorbed.logbook.actions
    assert (action.who, action.review) == ("Lone", APRIL)
    assert absorbed.notes == ()


def test_what_a_person_has_settled_in_the_logbook_stays_and_it_is_said() -> None:
    logbook = with_board()
    by_hand = attrs.evolve(logbook, actions=(attrs.evolve(logbook.actions[0], who="Kim"),))
    absorbed = after_look_back({"rows.a1.who": "Lone"}, by_hand)

    assert absorbed.logbook.actions[0].who == "Kim"
    assert absorbed.notes == ("a1: the logbook’s “Kim” stays; the sheet says “Lone”",)


def test_a_sheet_of_an_earlier_meeting_that_comes_late_changes_nothing_said_later() -> None:
    logbook = after_look_back({"rows.a1.when": "2027-04-07"}).logbook
    late = {"name": "Tavlemøde", "what": BOARD["what"], "plan.1.when": "2027-03-10"}
    absorbed = absorb(logbook, filled(card(), late, name="kort-9.docx"), first)

    assert absorbed.logbook.actions[0].review == APRIL


def test_a_row_that_is_written_anew_rewrites_its_action() -> None:
    absorbed = after_look_back({"rows.a1.what": "Vi slutter ved tavlen"})

    assert absorbed.logbook.actions[0].what == "Vi slutter ved tavlen"
    assert absorbed.notes == (
        "a1: “Vi begynder aftenvagten ved tavlen.” now reads “Vi slutter ved tavlen”",
    )


def test_a_row_that_was_crossed_out_does_nothing_to_its_action() -> None:
    logbook = with_board()

    assert after_look_back({"rows.a1.what": ""}, logbook).logbook == logbook


@pytest.mark.parametrize("text", ["vi begynder  aftenvagten ved tavlen", "TAVLEMØDE."])
def test_the_same_action_in_an_empty_row_is_no_new_one(text: str) -> None:
    absorbed = after_look_back({"rows.2.what": text, "rows.2.decision": "Stop"})

    [action] = absorbed.logbook.actions
    assert action.state is ActionState.DROPPED


def test_a_row_that_comes_to_say_what_another_action_says_is_that_one() -> None:
    logbook = absorb(with_board(), filled(card(), {"what": "Makkerpar"}), undecided).logbook
    absorbed = after_look_back({"rows.a1.what": "makkerpar", "rows.a1.decision": "Udbred"}, logbook)

    assert [(a.what, a.state) for a in absorbed.logbook.actions] == [
        ("Vi begynder aftenvagten ved tavlen.", ActionState.AGREED),
        ("Makkerpar", ActionState.DONE),
    ]
    assert "counts for that one" in absorbed.notes[0]


def test_an_action_that_was_taken_out_of_the_logbook_stays_out() -> None:
    logbook = with_board()
    form = look_back(*logbook.actions)
    absorbed = absorb(
        attrs.evolve(logbook, actions=()), filled(form, {"rows.a1.done": "Ja"}), undecided
    )

    assert absorbed.logbook.actions == ()
    assert "stays out of it" in absorbed.notes[0]
    assert dict(absorbed.logbook.entries[1].values) == {"rows.a1.done": "Ja"}


def test_the_id_of_what_was_taken_out_is_not_given_again() -> None:
    logbook = after_look_back({"rows.a1.done": "Tre gange"}).logbook
    without = attrs.evolve(logbook, actions=(), entries=logbook.entries[1:])
    absorbed = absorb(without, filled(card(), {"what": "Makkerpar"}), undecided)

    assert [action.id for action in absorbed.logbook.actions] == ["a2"]
    assert [entry.id for entry in absorbed.logbook.entries] == ["s2", "s3"]


# Versions and copies


def test_blanks_that_are_filled_in_later_are_an_update() -> None:
    logbook = after_look_back({"rows.a1.done": "Tre gange"}).logbook
    more = {"rows.a1.done": "Tre gange", "rows.a1.decision": "Udbred"}
    form = look_back(*with_board().actions)
    absorbed = absorb(logbook, filled(form, more, day=5), undecided)

    assert absorbed.outcome is Outcome.UPDATED
    assert len(absorbed.logbook.entries) == 2
    assert absorbed.logbook.actions[0].state is ActionState.DONE


def two_versions(decide) -> tuple[Absorbed, list[Conflict]]:
    asked = []

    def ask(conflict: Conflict) -> Choice:
        asked.append(conflict)
        return decide(conflict)

    form = look_back(*with_board().actions)
    logbook = absorb(with_board(), filled(form, {"rows.a1.who": "Lone"}, day=4), ask).logbook
    return absorb(logbook, filled(form, {"rows.a1.who": "Kim"}, day=5), ask), asked


def test_two_versions_that_differ_are_a_conflict_until_somebody_decides() -> None:
    absorbed, [conflict] = two_versions(undecided)

    assert absorbed.outcome is Outcome.CONFLICT
    assert absorbed.conflicts == (conflict,)
    assert (conflict.field, conflict.known.value, conflict.other.value) == ("who a1", "Lone", "Kim")
    assert absorbed.logbook.actions[0].who == "Lone"


def test_the_newest_may_be_taken_and_the_other_is_kept_as_earlier() -> None:
    absorbed, _ = two_versions(newest)

    assert absorbed.logbook.actions[0].who == "Kim"
    entry = absorbed.logbook.entries[1]
    assert dict(entry.values) == {"rows.a1.who": "Kim"}
    assert entry.earlier == (("rows.a1.who", "Lone"),)


def test_the_first_may_stand_and_the_other_is_kept_as_earlier() -> None:
    absorbed, _ = two_versions(first)

    assert absorbed.logbook.actions[0].who == "Lone"
    assert absorbed.logbook.entries[1].earlier == (("rows.a1.who", "Kim"),)


def test_the_newest_time_counts_also_where_a_version_said_nothing_new() -> None:
    form = look_back(*with_board().actions)
    logbook = with_board()
    for day, who in ((4, "Lone"), (6, "Lone"), (5, "Kim")):
        logbook = absorb(logbook, filled(form, {"rows.a1.who": who}, day=day), newest).logbook

    assert logbook.actions[0].who == "Lone"


def test_cards_with_other_actions_are_other_cards_though_much_is_the_same() -> None:
    other = {**BOARD, "name": "Makkerpar", "what": "To følges ad"}
    absorbed = absorb(with_board(), filled(card(), other, name="kort-2.docx"), undecided)

    assert [action.name for action in absorbed.logbook.actions] == ["Tavlemøde", "Makkerpar"]


def test_a_card_in_the_same_file_with_its_text_touched_up_is_the_same_card() -> None:
    touched = {**BOARD, "what": "Vi begynder altid aftenvagten ved tavlen."}
    absorbed = absorb(with_board(), filled(card(), touched, name="kort-1.docx", day=5), newest)

    assert [action.what for action in absorbed.logbook.actions] == [touched["what"]]


def test_personal_sheets_with_the_same_words_are_two_peoples() -> None:
    answers = {"learnt": "Meget"}
    logbook = absorb(Logbook(), filled(EVALUATION, answers, day=4), undecided).logbook

    assert len(absorb(logbook, filled(EVALUATION, answers, day=5), undecided).logbook.entries) == 2
    assert absorb(logbook, filled(EVALUATION, answers, day=4), undecided).outcome is Outcome.SAME


# Several committees


def of(committee: str, **answers: str) -> dict[str, str]:
    return {**BOARD, "committee": committee, **answers}


def test_the_same_action_in_two_committees_is_two_actions() -> None:
    form = card(several=True)
    logbook = absorb(Logbook(), filled(form, of("Skovbo")), undecided).logbook
    logbook = absorb(logbook, filled(form, of("Engbo")), undecided).logbook

    assert [action.committee for action in logbook.actions] == ["Skovbo", "Engbo"]


def test_case_and_blanks_in_a_committees_name_do_not_matter() -> None:
    form = card(several=True)
    logbook = absorb(Logbook(), filled(form, of("Skovbo Plejehjem")), undecided).logbook
    absorbed = absorb(logbook, filled(form, of("skovbo  plejehjem")), undecided)

    assert absorbed.outcome is Outcome.SAME
    assert absorbed.notes == ()


def test_a_committee_that_is_called_almost_the_same_is_told() -> None:
    form = card(several=True)
    logbook = absorb(Logbook(), filled(form, of("Skovbo")), undecided).logbook
    absorbed = absorb(logbook, filled(form, of("Skovbbo", what="Andet", name="A")), undecided)

    assert absorbed.notes == ("“Skovbbo” looks like “Skovbo”; they are kept apart",)


def test_committees_that_are_told_apart_by_a_number_are_not_mistaken() -> None:
    form = card(several=True)
    logbook = absorb(Logbook(), filled(form, of("Skole 1")), undecided).logbook

    assert absorb(logbook, filled(form, of("Skole 2")), undecided).notes == ()


def test_a_committee_that_fills_in_anothers_sheet_is_told() -> None:
    known = Logbook(actions=(Action("a1", "Tavlemøde", committee="Skovbo"),))
    form = look_back(*known.actions)
    whose = attrs.evolve(WHOSE, key="back.committee")
    form = attrs.evolve(form, fields=(whose, *form.fields))

    def notes(committee: str) -> tuple[str, ...]:
        answers = {"committee": committee, "rows.a1.learnt": "Start ved tavlen"}
        return absorb(known, filled(form, answers), undecided).notes

    said = "a1: “Tavlemøde” belongs to Skovbo, and the sheet says that it is from Engbo; check it"
    assert notes("Engbo") == (said,)
    assert notes("SKOVBO") == ()


def test_sheets_that_do_not_say_whose_they_are_are_not_taken_for_one_committees() -> None:
    form = card(copies=1, several=True)
    unsigned = [{"what": "Tavlemøde"}, {"what": "Ro", "plan.1.who": "Mona"}]
    logbook = Logbook()
    for number, answers in enumerate(unsigned):
        result = absorb(logbook, filled(form, answers, name=f"{number}.docx"), newest)
        assert not result.conflicts
        logbook = result.logbook

    assert [entry.values for entry in logbook.entries] == [
        (("what", "Tavlemøde"),),
        (("what", "Ro"), ("plan.1.who", "Mona")),
    ]
    assert [(one.what, one.who) for one in logbook.actions] == [("Tavlemøde", ""), ("Ro", "Mona")]


def test_a_card_that_says_whose_it_is_later_is_given_to_them() -> None:
    form = card(several=True)
    without = absorb(Logbook(), filled(form, BOARD), undecided)
    absorbed = absorb(without.logbook, filled(form, of("Skovbo"), day=5), undecided)

    assert without.notes == ("“Prøvehandlingskort” does not say whose it is",)
    assert [entry.committee for entry in absorbed.logbook.entries] == ["Skovbo"]
    assert [action.committee for action in absorbed.logbook.actions] == ["Skovbo"]
    assert absorb(absorbed.logbook, filled(form, BOARD), undecided).outcome is Outcome.SAME


# Whatever is written

WORDS = st.sampled_from(["", "AMR", "Tavlemøde", "tavlemøde.", "Makkerpar", "Stille\ntime", "x\\"])
CHOICES = st.sampled_from(["", *DECISIONS, "Måske"])
DAYS = st.sampled_from(["", "2027-03-03", "2027-04-07", "engang i maj"])
CARDS = st.fixed_dictionaries(
    {
        "name": WORDS,
        "what": WORDS,
        "why": WORDS,
        "plan.1.who": WORDS,
        "plan.1.when": DAYS,
        "fun": st.sampled_from(["", "x"]),
    }
)
ROWS = st.fixed_dictionaries(
    {
        f"rows.{row}.{column}": values
        for row in "12"
        for column, values in (
            *(("what", WORDS), ("done", WORDS), ("learnt", WORDS), ("who", WORDS)),
            *(("decision", CHOICES), ("when", DAYS), ("started", st.sampled_from(["", "x"]))),
        )
    }
)
SHEETS = st.one_of(
    st.builds(
        lambda answers, day, n: filled(card(), answers, day=day, name=f"kort-{n}.docx"),
        CARDS,
        st.integers(1, 9),
        st.integers(1, 3),
    ),
    st.builds(
        lambda answers, day, meeting: filled(look_back(meeting=meeting), answers, day=day),
        ROWS,
        st.integers(1, 9),
        st.integers(1, 3),
    ),
)
DECIDED = st.sampled_from([newest, first, lambda _: Choice.TAKE])


def absorbed_all(sheets: list[FilledSheet], decide, logbook: Logbook | None = None) -> Logbook:
    logbook = logbook or Logbook()
    for sheet in sheets:
        logbook = absorb(logbook, sheet, decide).logbook
    return logbook


@given(SHEETS, DECIDED)
def test_the_same_sheet_twice_changes_nothing(sheet: FilledSheet, decide) -> None:
    once = absorb(Logbook(), sheet, decide)
    twice = absorb(once.logbook, sheet, decide)

    assert twice.logbook == once.logbook
    assert twice.outcome in (Outcome.SAME, Outcome.BLANK)
    assert twice.notes == ()


@given(st.lists(SHEETS, max_size=5), st.sampled_from([first, lambda _: Choice.TAKE]))
def test_several_sheets_twice_change_nothing(sheets: list[FilledSheet], decide) -> None:
    once = absorbed_all(sheets, decide)

    assert absorbed_all(sheets, decide, once) == once


@given(st.lists(SHEETS, max_size=4), st.sampled_from([first, lambda _: Choice.TAKE]))
def test_nothing_that_is_written_is_lost(sheets: list[FilledSheet], decide) -> None:
    logbook = absorbed_all(sheets, decide)

    kept = {pair for entry in logbook.entries for pair in (*entry.values, *entry.earlier)}
    written = {
        (answer.field.key.partition(".")[2], answer.value)
        for sheet in sheets
        for answer in sheet.answers
        if answer.value
    }
    assert written <= kept


@given(st.permutations(range(3)), st.lists(CARDS, min_size=3, max_size=3))
def test_the_order_of_different_sheets_does_not_matter_for_the_actions(order, cards) -> None:
    sheets = [
        filled(card(meeting=n + 1), answers, name=f"kort-{n}.docx")
        for n, answers in enumerate(cards)
    ]

    def told(logbook: Logbook) -> set[str]:
        return {same(action.what) for action in logbook.actions}

    one = absorbed_all(sheets, undecided)
    other = absorbed_all([sheets[n] for n in order], undecided)
    assert told(one) == told(other)
