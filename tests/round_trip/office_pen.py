"""Fills in documents in LibreOffice as a person would, through UNO; run by the system's Python.

Reads a JSON list of jobs from standard input. A job opens ``source``, puts an answer in
the control inside each bookmark that ``answers`` names (kind and value), and saves the
document as each of ``targets``; one that ends in ``.odt`` is opened again for the next.
"""

import datetime
import json
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

FILTERS = {".docx": "MS Word 2007 XML", ".odt": "writer8"}
TICKED = "☒"


def main():
    jobs = json.load(sys.stdin)
    name = f"spark-{uuid.uuid4().hex}"
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={name};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            desktop = connect(name)
            for job in jobs:
                run(desktop, job)
            terminate(desktop)
        finally:
            office.wait(60)


def connect(name):
    local = uno.getComponentContext()
    create = local.ServiceManager.createInstanceWithContext
    resolver = create("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.25)
        else:
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
    sys.exit("LibreOffice does not answer")


def terminate(desktop):
    try:
        desktop.terminate()
    except uno.getClass("com.sun.star.lang.DisposedException"):
        pass


def run(desktop, job):
    document = opened(desktop, job["source"])
    left = dict(job["answers"])
    for paragraph in paragraphs(document.Text):
        write_in(paragraph, left)
    if left:
        sys.exit(f"{job['source']}: nothing to write in for {sorted(left)}")
    for target in job["targets"]:
        document.storeToURL(
            Path(target).as_uri(), (option("FilterName", FILTERS[Path(target).suffix]),)
        )
        if target.endswith(".odt"):
            document.close(True)
            document = opened(desktop, target)
    document.close(True)


def opened(desktop, path):
    return desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, (option("Hidden", True),))


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def paragraphs(text):
    """Give every paragraph of *text*, those in its tables too."""
    for element in each(text):
        if element.supportsService("com.sun.star.text.Paragraph"):
            yield element
        else:
            for name in element.CellNames:
                yield from paragraphs(element.getCellByName(name))


def each(container):
    elements = container.createEnumeration()
    while elements.hasMoreElements():
        yield elements.nextElement()


def write_in(paragraph, left):
    inside = ""
    for portion in list(each(paragraph)):
        kind = portion.TextPortionType
        if kind == "Bookmark":
            inside = portion.Bookmark.Name if portion.IsStart else ""
        elif inside in left and kind == "TextField":
            portion.TextField.Content = left.pop(inside)["value"]
            portion.TextField.update()
        elif inside in left and kind == "ContentControl":
            answer(portion.ContentControl, **left.pop(inside))


def answer(control, kind, value):
    if kind == "check":
        control.Checked = True
        value = TICKED
    elif kind == "date":
        day = datetime.date.fromisoformat(value)
        control.CurrentDate = f"{value}T00:00:00Z"
        value = f"{day.day}-{day.month}-{day.year}"
    control.ShowingPlaceHolder = False
    for portion in list(each(control)):
        portion.setString("")
    control.setString(value)


main()
