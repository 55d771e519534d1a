"""Worker processes, and what happens when a job breaks one."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from spark_tools.i18n import speaking
from spark_tools.model import FaultError
from spark_tools.web.jobs import FailureError, OverloadError, TooManyError
from spark_tools.web.server.worker_pool import Bounds, WorkerPool


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with closing(WorkerPool(1)) as pool:
        yield pool


@pytest.fixture(scope="module")
def impatient(odd_jobs) -> Iterator[WorkerPool]:
    """A pool of one worker with two places, one for each client, that waits for nothing."""
    with closing(WorkerPool(1, bounds=Bounds(in_all=2, each=1, wait=0.2, work=3))) as pool:
        pool.do(odd_jobs.Tells())
        yield pool


def until(condition):
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_job_is_done_in_another_process_with_a_toolbox_there(pool, odd_jobs, toolbox):
    words, _, process, exercises = pool.do(odd_jobs.Says("goddag"))
    assert (words, exercises) == ("goddag", len(toolbox.library.exercises))
    assert process != os.getpid()


def test_the_job_speaks_the_language_of_whoever_asks(pool, odd_jobs):
    for language in ("da", "en", "da"):
        with speaking(language):
            assert pool.do(odd_jobs.Says(""))[1] == language


def test_faults_come_out_whole(pool, odd_jobs):
    with pytest.raises(FaultError) as raised:
        pool.do(odd_jobs.Objects("Ikke dét"))
    assert [str(fault) for fault in raised.value.faults] == ["here: Ikke dét", "and more"]


@pytest.mark.parametrize("name", ["Fails", "Leaves", "GivesWhatCannotBeSent"])
def test_a_job_that_breaks_is_a_failure_and_the_worker_goes_on(pool, odd_jobs, name):
    before = pool.do(odd_jobs.Tells())
    job = getattr(odd_jobs, name)
    with pytest.raises(FailureError):
        pool.do(job("fortroligt") if name == "Fails" else job())
    assert pool.do(odd_jobs.Tells()) == before


def test_a_failure_says_where_and_not_what(pool, odd_jobs):
    with pytest.raises(FailureError, match=r"ValueError < .*spark_odd_jobs\.py:\d+") as raised:
        pool.do(odd_jobs.Fails("fortroligt"))
    assert "fortroligt" not in str(raised.value)


def test_a_job_that_brings_its_worker_down_is_a_failure_and_another_worker_goes_on(
    pool, odd_jobs, runs
):
    before = pool.do(odd_jobs.Tells())
    with pytest.raises(FailureError, match="Dies: the worker is gone"):
        pool.do(odd_jobs.Dies())
    after = pool.do(odd_jobs.Tells())
    assert after != before
    assert not runs(before)


def test_a_worker_killed_while_it_waits_is_not_missed(pool, odd_jobs, runs):
    before = pool.do(odd_jobs.Tells())
    os.kill(before, signal.SIGKILL)
    until(lambda: not runs(before))
    assert pool.do(odd_jobs.Tells()) != before


def test_a_job_that_never_ends_is_stopped_with_its_worker(impatient, odd_jobs, runs, tmp_path):
    before = impatient.do(odd_jobs.Tells())
    with pytest.raises(FailureError, match="Holds: more than 3 s"):
        impatient.do(odd_jobs.Holds(tmp_path))
    assert (tmp_path / f"begun-{before}").exists()
    assert not runs(before)
    assert impatient.do(odd_jobs.Tells()) != before


def test_who_waits_too_long_or_asks_for_too_much_is_sent_away(impatient, odd_jobs, tmp_path):
    with ThreadPoolExecutor(1) as asking:
        working = asking.submit(impatient.do, odd_jobs.Holds(tmp_path), "a")
        until(lambda: any(tmp_path.iterdir()))
        with pytest.raises(TooManyError):
            impatient.do(odd_jobs.Tells(), "a")
        with pytest.raises(OverloadError, match=r"0\.2 s of waiting"):
            impatient.do(odd_jobs.Tells(), "b")
        (tmp_path / "go-on").touch()
        worker = working.result(10)
    assert impatient.do(odd_jobs.Tells(), "a") == worker


def test_no_process_is_left_when_the_pool_is_closed(odd_jobs, runs, tmp_path):
    pool = WorkerPool(2)
    with ThreadPoolExecutor(2) as asking:
        answers = [asking.submit(pool.do, odd_jobs.Holds(tmp_path)) for _ in range(2)]
        until(lambda: len(list(tmp_path.iterdir())) == 2)
        (tmp_path / "go-on").touch()
        processes = {answer.result(30) for answer in answers}
    assert len(processes) == 2
    pool.close()
    assert not [process for process in processes if runs(process)]
