"""Whether the whole of a PDF is there."""

import pytest

from spark_tools.accessibility import check_pdf
from spark_tools.model import FaultError


def refused(content):
    """Give the message that *content* is refused with."""
    with pytest.raises(FaultError) as caught:
        check_pdf(content, "report.pdf")
    (fault,) = caught.value.faults
    assert fault.file == "report.pdf"
    return fault.message


def test_a_pdf_cut_anywhere_is_refused(pdf):
    whole = pdf().content.rstrip()
    for length in range(len(b"%PDF-"), len(whole), 7):
        assert refused(whole[:length]).startswith("it is damaged or cut short")


def test_blanks_after_the_end_do_no_harm(pdf):
    assert check_pdf(pdf().content + b"\r\n" + b"\0" * 5_000) == ()


def test_a_pdf_made_for_the_web_that_is_shorter_than_it_says_is_refused(pdf):
    """Its first page has an end of its own, so that it can be shown before the rest is there."""
    head, rest = pdf().content.split(b"\n", 1)

    def made(length):
        return head + b"\n9 0 obj<</Linearized 1/L %09d/N 1>>endobj\n" % length + rest

    size = len(made(0))
    assert check_pdf(made(size)) == ()
    assert refused(made(size + 1)).startswith("it is damaged or cut short")


def test_what_is_no_pdf_is_refused():
    assert refused(b"hello") == "it is not a PDF"
