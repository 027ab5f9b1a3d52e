"""A user of `lru`, for mypy: each comment says what is wrong with its line, and nothing else is."""

from typing import Any, assert_type

from lru import LRU


def evicted(key: object, value: object) -> None:
    print(key, value)


cache = LRU(10, callback=evicted)
LRU()  # type: ignore[call-arg]
LRU("ten")  # type: ignore[arg-type]
LRU(10, callback=3)  # type: ignore[arg-type]
cache["a"] = 1
del cache["a"]
assert_type(cache["a"], Any)
assert_type(len(cache), int)
assert_type("a" in cache, bool)
assert_type(cache.get_stats(), tuple[int, int])
assert_type(cache.peek_first_item(), tuple[Any, Any] | None)
assert_type(cache.clear(), None)
cache.update({"a": 1}, b=2)
cache.set_size(20)
cache.set_size(size=20)  # type: ignore[call-arg]
