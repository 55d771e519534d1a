"""``python -m benchmarks.load``: the download page under load, on this machine's loopback only.

Catalogue pages at a hundred requests a second (by wrk, where it is installed), sixteen who
fetch a whole plan at once, and whether the memory stays where it is over thousands of
requests of every kind. It takes some minutes, and says nothing while the machine is busy
with something else.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from random import Random
from threading import local

from benchmarks.server import Client, Request, Server, form, serving, upload
from spark_tools.web.catalogue import catalogue_pages
from spark_tools.web.toolbox import open_toolbox

RATE, SECONDS, CONNECTIONS = 100, 20, 20
AT_ONCE, ROUNDS = 16, 5
COURSE = {
    "course_type": "individual",
    "themes": "cooperation",
    "workplace": "Lindehaven",
    "participants": "5",
    "meetings.0.date": "3.2.2027",
}
SHEET = "/exercises/try-out-actions/proevehandlinger-arbejdsark.docx"
SCRIPT = """
local paths, at = {{ {paths} }}, 0
function delay() return {delay} end
function request() at = at % #paths + 1; return wrk.format("GET", paths[at]) end
function done(summary, latency)
  io.write(string.format("figures %d %d %.2f %.2f %.2f %.2f %d\\n", summary.requests,
    summary.errors.status + summary.errors.read + summary.errors.timeout + summary.errors.connect,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency:percentile(99.9) / 1000,
    latency.max / 1000, summary.duration / 1000))
end
"""


def main() -> None:
    """Measure, and say what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=5000, help="how many of every kind")
    wanted = parser.parse_args().requests
    pages = [f"/{page.address}" for page in catalogue_pages(open_toolbox(), "da")]
    with serving() as server:
        catalogue(server, pages)
        plans(server)
    with serving() as server:
        memory(server, pages, wanted)


def catalogue(server: Server, pages: Sequence[str]) -> None:
    """Measure the catalogue pages: the first time each is asked for, then again and again."""
    client = server.client()
    first = [_milliseconds(client, Request(page)) for page in pages]
    print(f"{len(pages)} pages for the first time: {_spread(first)}")
    if not (wrk := shutil.which("wrk")):
        print("wrk is not installed: no figures for pages at a steady rate")
        return
    delay = CONNECTIONS * 1000 // RATE
    script = SCRIPT.format(paths=", ".join(f'"{page}"' for page in pages), delay=delay)
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        options = ["-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", file.name]
        said = subprocess.run([wrk, *options, server.url], check=True, capture_output=True).stdout
    found = re.search(r"figures (.*)", said.decode())
    assert found
    requests, errors, *times, duration = map(float, found[1].split())
    half, most, nearly_all, longest = times
    print(
        f"pages at {1000 * requests / duration:.0f} a second, {errors:.0f} errors: half {half:.1f},"
        f" 99 % {most:.1f}, 99.9 % {nearly_all:.1f}, longest {longest:.1f} ms (99 %: at most 50)"
    )


def plans(server: Server) -> None:
    """Measure how long sixteen take who fetch a plan's Word files at once, each another one."""
    names = count(1)

    def fetch(_number: int) -> float:
        mine = COURSE | {"workplace": f"Lindehaven {next(names)}", "zip": "docx"}
        return _milliseconds(server.client(), form("/plan", mine))

    print(f"a plan as a zip of Word files, alone: {fetch(0):.0f} ms")
    with ThreadPoolExecutor(AT_ONCE) as asking:
        slowest = [max(asking.map(fetch, range(AT_ONCE))) for _ in range(ROUNDS)]
    print(f"{AT_ONCE} at once, the slowest of each round: {_spread(slowest)} (at most 2000)")


def memory(server: Server, pages: Sequence[str], wanted: int) -> None:
    """Measure the memory while requests of every kind are answered, four at a time."""
    sheet = server.client().ask(Request(SHEET))
    random, clients = Random(2027), local()

    def kind(number: int) -> Request:
        own = COURSE | {"workplace": f"Arbejdsplads {number}"}
        draw = random.random()
        if draw < 0.70:
            return Request(random.choice(pages))
        if draw < 0.78:
            return Request(f"/?q={random.choice(['travlt', 'konflikt', 'alene', 'zzz'])}")
        return random.choice([
            Request(SHEET.replace("docx", random.choice(["docx", "pdf", "html", "md"]))),
            form("/plan", own),
            form("/plan", own | {"file": "forloebsplan.docx"}),
            form("/plan", own | {"zip": "docx"}),
            upload("/sheet", "files", "ark.docx", sheet),
        ])  # fmt: skip

    def ask(request: Request) -> None:
        if not hasattr(clients, "own"):
            clients.own = server.client()
        clients.own.ask(request)

    start, done = time.perf_counter(), 0
    with ThreadPoolExecutor(4) as asking:
        for part in (wanted // 10, *[wanted * 3 // 10] * 3):
            list(asking.map(ask, [kind(done + number) for number in range(part)]))
            done += part
            ours, theirs = server.megabytes()
            took = time.perf_counter() - start
            print(
                f"after {done:>5} requests of every kind, {took:4.0f} s:"
                f" server {ours:.1f} MB, workers {theirs:.1f} MB"
            )


def _milliseconds(client: Client, request: Request) -> float:
    start = time.perf_counter()
    client.ask(request)
    return 1000 * (time.perf_counter() - start)


def _spread(times: Sequence[float]) -> str:
    return f"half {statistics.median(times):.0f}, longest {max(times):.0f} ms"


if __name__ == "__main__":
    main()
