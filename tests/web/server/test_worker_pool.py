"""Worker processes, and what happens when a job breaks one."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from spark_tools.i18n import speaking
from spark_tools.model import FaultError
from spark_tools.web.jobs import FailureError, OverloadError, TooSlowError
from spark_tools.web.server.worker_pool import Bounds, WorkerPool

sys.path.insert(0, str(Path(__file__).parent))  # so that workers find the jobs as well

from jobs_for_tests import (
    Break,
    CountExercises,
    Die,
    FindFault,
    GiveWhatCannotBeSent,
    Hold,
    Leave,
    WhichLanguage,
    WhichProcess,
)

Runs = Callable[[int], bool]


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with closing(WorkerPool(1)) as pool:
        yield pool


@pytest.fixture(scope="module")
def impatient() -> Iterator[WorkerPool]:
    with closing(WorkerPool(1, bounds=Bounds(wait=0.2, work=3))) as pool:
        is_up(pool)
        yield pool


def is_up(pool: WorkerPool) -> None:
    """Wait until the worker has opened its toolbox, however slow the machine."""

    def answers() -> bool:
        try:
            return pool.do(CountExercises()) > 0
        except FailureError:
            return False

    until(answers)


def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_job_is_done_in_another_process_with_a_toolbox_there(pool, toolbox) -> None:
    assert pool.do(CountExercises()) == len(toolbox.library.exercises)
    assert pool.do(WhichProcess()) != os.getpid()


def test_it_speaks_the_language_of_whoever_asks(pool: WorkerPool) -> None:
    for language in ("da", "en", "da"):
        with speaking(language):
            assert pool.do(WhichLanguage()) == language
    assert pool.do(WhichLanguage()) == "en"


def test_all_faults_come_back_whole(pool: WorkerPool) -> None:
    with pytest.raises(FaultError) as raised:
        pool.do(FindFault())

    assert [str(fault) for fault in raised.value.faults] == [
        "themes:3: there is no such thing",
        "nor this",
    ]


def test_a_job_that_breaks_tells_where_and_never_what_it_was_given(pool: WorkerPool) -> None:
    with pytest.raises(FailureError, match=r"ValueError < .*jobs_for_tests\.py:\d+") as raised:
        pool.do(Break("the secret"))

    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("job", [Break("here"), Leave(), GiveWhatCannotBeSent()])
def test_a_worker_outlives_a_job_that_breaks(pool: WorkerPool, job) -> None:
    before = pool.do(WhichProcess())

    with pytest.raises(FailureError):
        pool.do(job)

    assert pool.do(WhichProcess()) == before


def test_a_worker_that_dies_of_its_job_is_followed_by_another(pool: WorkerPool, runs: Runs) -> None:
    before = pool.do(WhichProcess())

    with pytest.raises(FailureError, match="Die: the worker is gone"):
        pool.do(Die())

    assert pool.do(WhichProcess()) != before
    assert not runs(before)


def test_a_worker_killed_while_it_waits_is_not_missed(pool: WorkerPool, runs: Runs) -> None:
    before = pool.do(WhichProcess())
    os.kill(before, signal.SIGKILL)
    until(lambda: not runs(before))

    assert pool.do(WhichProcess()) != before


def test_a_job_that_never_ends_is_stopped_with_its_worker(
    impatient: WorkerPool, runs: Runs, tmp_path: Path
) -> None:
    before = impatient.do(WhichProcess())

    with pytest.raises(TooSlowError, match="Hold: more than 3 s"):
        impatient.do(Hold(tmp_path))

    assert (tmp_path / f"begun-{before}").exists()
    assert not runs(before)
    is_up(impatient)
    assert impatient.do(WhichProcess()) != before


def test_who_waits_too_long_is_told_that_there_is_a_queue(
    impatient: WorkerPool, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(1) as asking:
        working = asking.submit(impatient.do, Hold(tmp_path))
        until(lambda: any(tmp_path.iterdir()))
        with pytest.raises(OverloadError, match=r"0\.2 s of waiting"):
            impatient.do(WhichProcess())
        (tmp_path / "go-on").touch()
        worker = working.result(30)

    assert impatient.do(WhichProcess()) == worker


def test_no_process_is_left_when_it_is_closed(runs: Runs, tmp_path: Path) -> None:
    pool = WorkerPool(2)
    with ThreadPoolExecutor(2) as asking:
        answers = [asking.submit(pool.do, Hold(tmp_path)) for _ in range(2)]
        until(lambda: len(list(tmp_path.iterdir())) == 2)
        (tmp_path / "go-on").touch()
        processes = {answer.result(30) for answer in answers}
    assert all(runs(process) for process in processes)

    pool.close()

    assert len(processes) == 2
    assert not [process for process in processes if runs(process)]
