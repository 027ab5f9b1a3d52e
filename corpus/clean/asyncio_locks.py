"""Locks, semaphores, conditions and events between tasks."""

import asyncio


async def worker(lock, limit, changed, log):
    async with limit:
        async with lock:
            log.append(len(log))
        async with changed:
            changed.notify_all()


async def main():
    lock, limit, changed = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Condition()
    log = []
    async with asyncio.TaskGroup() as group:
        for _ in range(6):
            group.create_task(worker(lock, limit, changed, log))
        async with changed:
            await changed.wait_for(lambda: len(log) >= 2)
    return log


def step():
    assert asyncio.run(main()) == [0, 1, 2, 3, 4, 5]
