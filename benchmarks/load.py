"""``python -m benchmarks.load``: the download page under load, from one machine on itself.

Figures depend on the machine and on what else it does; those of one run belong together.
"""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from urllib.parse import urlencode

RATE, SECONDS = 100, 20
PARALLEL = 16
REQUESTS = 5_000
PAGES = (
    "/",
    "/?q=konflikt&minutes=60",
    "/exercises/try-out-actions",
    "/exercises/perspective-mapping",
    "/themes/cooperation",
    "/course-types/individual",
    "/glossary",
    "/api/exercises",
)
SHEET = "/exercises/try-out-actions/proevehandlinger-arbejdsark.docx"
FORM = "application/x-www-form-urlencoded"


def brief(number: int, **asked: str) -> bytes:
    """Give the form of a course that no other number gives."""
    typed = {"course_type": "individual", "themes": "cooperation", "participants": "5"}
    return urlencode({**typed, "workplace": f"Plejecenter {number}", **asked}).encode()


@contextmanager
def server() -> Iterator[tuple[int, int]]:
    """Run ``spark serve`` with two workers; gives its port and its process."""
    spark = str(Path(sys.executable).with_name("spark"))
    command = [spark, "serve", "--port", "0", "--workers", "2"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    found = re.search(r":(\d+)/", process.stdout.readline())
    assert found, "the server has not said where it is"
    try:
        yield int(found[1]), process.pid
    finally:
        process.terminate()
        process.wait()


def ask(port: int, path: str, body: bytes | None = None, kind: str = FORM) -> float:
    """Ask for *path*, or send *body* there; gives the milliseconds until all has come."""
    start = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Content-Type": kind} if body else {}
    connection.request("POST" if body else "GET", path, body, headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    assert answer.status == 200, (path, answer.status)
    return (time.perf_counter() - start) * 1000


def at_a_rate(port: int, rate: int, seconds: int) -> list[float]:
    """Ask for pages at an even *rate* a second, whether or not the last has come; sorted."""
    took: list[float] = []
    threads = []
    begin = time.perf_counter()
    for number, path in zip(range(rate * seconds), cycle(PAGES), strict=False):
        time.sleep(max(0.0, begin + number / rate - time.perf_counter()))
        thread = threading.Thread(target=lambda path=path: took.append(ask(port, path)))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    return sorted(took)


def at_once(count: int, one: Callable[[int], object]) -> tuple[float, int]:
    """Do *one* so many times at once; gives the seconds that takes, and how many are done."""
    done: list[int] = []

    def do(number: int) -> None:
        one(number)
        done.append(number)

    threads = [threading.Thread(target=do, args=(number,)) for number in range(count)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start, len(done)


def memory(process: int) -> int:
    """Give the memory that *process* and those it began have in use, in MB."""
    children = subprocess.run(
        ["ps", "--ppid", str(process), "-o", "pid="], capture_output=True, text=True, check=False
    ).stdout.split()
    pages = re.compile(r"VmRSS:\s+(\d+) kB")
    found = (
        pages.search(Path(f"/proc/{each}/status").read_text()) for each in (process, *children)
    )
    return sum(int(match[1]) for match in found if match) // 1024


def of_all_kinds(port: int, count: int) -> None:
    """Ask *count* times: mostly pages, every tenth a plan, a sheet, a file or a sheet sent in."""
    sheet = http.client.HTTPConnection("127.0.0.1", port)
    sheet.request("GET", SHEET)
    sent = _as_upload(sheet.getresponse().read())
    heavy = cycle(
        (
            lambda number: ask(port, "/plan", brief(number)),
            lambda number: ask(port, "/plan", brief(number, zip="docx")),
            lambda _number: ask(port, SHEET),
            lambda _number: ask(port, "/sheet", sent, "multipart/form-data; boundary=x"),
        )
    )
    for number, path in zip(range(count), cycle(PAGES), strict=False):
        if number % 10:
            ask(port, path)
        else:
            next(heavy)(number)


def _as_upload(content: bytes) -> bytes:
    head = b'--x\r\nContent-Disposition: form-data; name="files"; filename="ark.docx"\r\n\r\n'
    return head + content + b"\r\n--x--\r\n"


def share(sorted_values: Sequence[float], part: float) -> float:
    """Give the value that *part* of all lie below."""
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * part))]


def main() -> None:
    """Print a line for each measurement."""
    with server() as (port, process):
        for path in PAGES:
            ask(port, path)
        took = at_a_rate(port, RATE, SECONDS)
        print(
            f"pages, {RATE} a second for {SECONDS} s: "
            f"half under {share(took, 0.5):.1f} ms, 99 of 100 under {share(took, 0.99):.1f} ms"
        )
        for name, asked in (("Word zip", "docx"), ("PDF zip", "pdf")):
            ask(port, "/plan", brief(0, zip=asked))
            took_all, done = at_once(
                PARALLEL, lambda n, asked=asked: ask(port, "/plan", brief(n, zip=asked))
            )
            print(f"{PARALLEL} plans as {name} at once: {done} within {took_all:.2f} s")
        before = memory(process)
        of_all_kinds(port, 500)
        warm = memory(process)
        of_all_kinds(port, REQUESTS)
        print(
            f"memory: {before} MB, {warm} MB after 500 requests of all kinds, "
            f"{memory(process)} MB after {REQUESTS} more"
        )


if __name__ == "__main__":
    main()
