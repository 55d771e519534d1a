"""The page about the rules says what the rules say."""

from pathlib import Path

import pytest

from spark_tools.accessibility import document_rules, pdf_rules

PAGE = Path(__file__).parents[2] / "docs" / "accessibility.md"
RULES = (*document_rules(), *pdf_rules())


def row(rule) -> str:
    """Give the line of the table that tells of *rule*."""
    goes_back_to = rule.clause.en_301_549 + (" †" if rule.clause.beyond else "")
    return f"| `{rule.id}` | {goes_back_to} | {rule.asks} | {rule.remedy} |"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_page_has_every_rule_with_its_clause_and_remedy(rule):
    assert row(rule) in PAGE.read_text(encoding="utf-8").splitlines()


def test_the_page_has_no_rule_that_is_not_there():
    written = PAGE.read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("| `") for line in written) == len(RULES)
