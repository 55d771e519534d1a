"""A worker process: it opens the toolbox once, and does one job at a time."""

from __future__ import annotations

import gc
import signal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from attrs import frozen

from spark_tools.i18n import speaking
from spark_tools.model import Fault, FaultError
from spark_tools.web.jobs import Job, trace
from spark_tools.web.toolbox import open_toolbox

NICENESS = 5
"""How far a worker stands back where processors are scarce: pages go before files."""

JOBS_BETWEEN_SWEEPS = 10
"""Documents are rings of references, which only a sweep lets go of."""


@frozen
class Answer:
    """What became of a job: its result, or faults, or where it broke."""

    result: Any = None
    faults: tuple[Fault, ...] = ()
    failure: str = ""


def work(connection: Connection, plugins_dir: Path | None) -> None:
    """Do the jobs that come through *connection* until its other end is closed."""
    for number in (signal.SIGINT, signal.SIGTERM):  # whole groups of processes are sent them
        signal.signal(number, signal.SIG_IGN)
    toolbox = open_toolbox(plugins_dir)
    done = 0
    while True:
        try:
            job, language = connection.recv()
        except EOFError:
            return
        with speaking(language):
            answer = _answer(job, toolbox)
        try:
            connection.send(answer)
        except BrokenPipeError:
            return
        except Exception as error:
            connection.send(Answer(failure=trace(error)))
        del job, answer
        done += 1
        if done % JOBS_BETWEEN_SWEEPS == 0:
            gc.collect()


def _answer(job: Job[Any], toolbox: Any) -> Answer:
    try:
        return Answer(job.run(toolbox))
    except FaultError as error:
        return Answer(faults=error.faults)
    except (Exception, SystemExit) as error:
        return Answer(failure=trace(error))
