"""Worker processes: as many as asked for, each started anew when a job has brought it down."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from attrs import define, field, frozen

from spark_tools.i18n import message_language
from spark_tools.model import FaultError
from spark_tools.web.jobs import (
    FailureError,
    Job,
    OverloadError,
    Result,
    TooSlowError,
    WorkshopError,
)
from spark_tools.web.server.worker import Answer, work

_PROCESSES = multiprocessing.get_context("spawn")
_GOODBYE = 2.0
"""How many seconds a worker gets to leave by itself."""


@frozen
class Bounds:
    """How many seconds a job may wait for a worker, and take."""

    wait: float = 30.0
    work: float = 20.0


class WorkerPool:
    """A `Workshop` of worker processes, each with a toolbox of its own."""

    def __init__(
        self, count: int, plugins_dir: Path | None = None, bounds: Bounds | None = None
    ) -> None:
        self._bounds = bounds or Bounds()
        self._workers = tuple(_Worker(plugins_dir) for _ in range(count))
        self._free: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            worker.start()
            self._free.put(worker)

    def do(self, job: Job[Result]) -> Result:
        """Do *job* in a worker; else as in `Workshop`."""
        try:
            worker = self._free.get(timeout=self._bounds.wait)
        except Empty:
            raise OverloadError(f"{self._bounds.wait:g} s of waiting") from None
        try:
            answer = worker.ask(job, self._bounds.work)
        finally:
            self._free.put(worker)
        if answer.faults:
            raise FaultError(answer.faults)
        if answer.failure:
            raise FailureError(answer.failure)
        result: Result = answer.result
        return result

    def close(self) -> None:
        """Let every worker go; one that does not leave is stopped."""
        for worker in self._workers:
            worker.retired = True
            worker.let_go()
        for worker in self._workers:
            worker.stop(_GOODBYE)


@define(eq=False)
class _Worker:
    plugins_dir: Path | None
    process: BaseProcess | None = field(default=None, init=False)
    connection: Connection | None = field(default=None, init=False)
    retired: bool = field(default=False, init=False)

    def start(self) -> Connection:
        """Give the way to the running process, which is started where there is none.

        Raises:
            FailureError: the pool is closed.
        """
        if self.retired:
            raise FailureError("the pool is closed")
        if self.process is not None and not self.process.is_alive():
            self.let_go()
        if self.connection is None:
            ours, theirs = _PROCESSES.Pipe()
            process = _PROCESSES.Process(
                target=work, args=(theirs, self.plugins_dir), daemon=True, name="spark worker"
            )
            process.start()
            theirs.close()
            self.process, self.connection = process, ours
        return self.connection

    def ask(self, job: Job[Any], seconds: float) -> Answer:
        """Have *job* done in so many *seconds*; a worker that is not back by then is stopped.

        Raises:
            TooSlowError: it took too long.
            FailureError: it brought the worker down.
        """
        name = type(job).__name__
        failure: WorkshopError = TooSlowError(f"{name}: more than {seconds:g} s")
        try:
            connection = self.start()
            connection.send((job, message_language()))
            if connection.poll(seconds):
                answer: Answer = connection.recv()
                return answer
        except (EOFError, OSError):
            failure = FailureError(f"{name}: the worker is gone")
        self.let_go()
        self.stop(0)
        self.start()
        raise failure

    def let_go(self) -> None:
        """Close the way to the process, which then ends when it has nothing in hand."""
        if self.connection is not None:
            self.connection.close()
        self.connection = None

    def stop(self, patience: float) -> None:
        """Stop the process if it is still there after so many seconds of *patience*."""
        if self.process is not None:
            self.process.join(patience)
            if self.process.is_alive():
                self.process.kill()
                self.process.join()
        self.process = None
