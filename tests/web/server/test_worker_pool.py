from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from spark_tools.i18n import speaking
from spark_tools.model import FaultError
from spark_tools.web.jobs import FailureError, OverloadError
from spark_tools.web.server.worker_pool import Bounds, WorkerPool

sys.path.insert(0, str(Path(__file__).parent))  # so that workers find the jobs as well

from jobs_for_tests import (
    Break,
    CountExercises,
    Die,
    FindFault,
    GiveWhatCannotBeSent,
    Sleep,
    WhichLanguage,
    WhichProcess,
)


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    made = WorkerPool(1, bounds=Bounds(in_all=2, each=2, wait=0.2, work=1.5))
    assert _is_up(made)
    yield made
    made.close()


def _is_up(pool: WorkerPool) -> bool:
    """Wait until the worker has opened its toolbox, however slow the machine."""
    for _ in range(60):
        try:
            pool.do(CountExercises())
        except FailureError:
            continue
        return True
    return False


def test_a_job_is_done_in_another_process(pool: WorkerPool) -> None:
    assert pool.do(CountExercises()) > 20
    assert pool.do(WhichProcess()) != os.getpid()


def test_it_speaks_the_language_of_whoever_asks(pool: WorkerPool) -> None:
    with speaking("da"):
        assert pool.do(WhichLanguage()) == "da"
    assert pool.do(WhichLanguage()) == "en"


def test_all_faults_come_back_whole(pool: WorkerPool) -> None:
    with pytest.raises(FaultError) as raised:
        pool.do(FindFault())

    assert [str(fault) for fault in raised.value.faults] == [
        "themes:3: there is no such thing",
        "nor this",
    ]


def test_a_job_that_breaks_tells_where_and_never_what_it_was_given(pool: WorkerPool) -> None:
    with pytest.raises(FailureError) as raised:
        pool.do(Break("the secret"))

    assert "ValueError" in str(raised.value)
    assert "jobs_for_tests.py" in str(raised.value)
    assert "secret" not in str(raised.value)


def test_a_result_that_cannot_be_sent_is_a_failure(pool: WorkerPool) -> None:
    with pytest.raises(FailureError):
        pool.do(GiveWhatCannotBeSent())


@pytest.mark.parametrize("job", [Die(), Sleep(600)], ids=["dies", "never ends"])
def test_a_worker_that_is_lost_is_followed_by_another(pool: WorkerPool, job: Die | Sleep) -> None:
    before = pool.do(WhichProcess())

    with pytest.raises(FailureError):
        pool.do(job)

    assert _is_up(pool)
    assert pool.do(WhichProcess()) != before


def test_who_waits_too_long_is_told_that_there_is_a_queue(pool: WorkerPool) -> None:
    busy = threading.Thread(target=lambda: pool.do(Sleep(1.0), "other"))
    busy.start()
    with pytest.raises(OverloadError):
        _ask_again_and_again(pool)
    busy.join()


def _ask_again_and_again(pool: WorkerPool) -> None:
    for _ in range(20):
        pool.do(CountExercises(), "me")


def test_no_worker_is_left_when_it_is_closed() -> None:
    made = WorkerPool(2)
    assert made.do(CountExercises()) > 0
    assert [each for each in active_children() if each.name == "spark worker"]

    made.close()

    # Those of the other pool here are the one worker that it has.
    assert len([each for each in active_children() if each.name == "spark worker"]) <= 1
