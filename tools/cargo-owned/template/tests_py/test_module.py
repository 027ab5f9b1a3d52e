"""What users of the module rely on."""

import gc
import inspect
import weakref

import pytest

import my_binding
from my_binding import FullError, Tally


def test_count() -> None:
    assert my_binding.count("So so") == {"So": 1, "so": 1}
    assert my_binding.count("So so", ignore_case=True) == {"so": 2}


def test_help() -> None:
    assert my_binding.count.__doc__ == "Count the words of a text."
    assert str(inspect.signature(my_binding.count)) == "(text, *, ignore_case=False)"


def test_each_new_word_is_told() -> None:
    heard: list[str] = []
    tally = Tally(on_new=heard.append)
    assert tally.add("a b a") == 2
    assert heard == ["a", "b"]
    assert (len(tally), tally["a"], tally.most()) == (2, 2, "a")


def test_a_listener_may_use_the_tally() -> None:
    tally = Tally()
    seen: list[int] = []
    tally.on_new = lambda word: seen.append(tally[word])
    tally.add("a b")
    assert seen == [1, 1]


def test_errors() -> None:
    with pytest.raises(FullError, match='no room for "b"'):
        Tally(limit=1).add("a b")
    with pytest.raises(KeyError, match="'a'"):
        Tally()["a"]


def test_a_listener_that_holds_its_tally_is_freed_with_it() -> None:
    tally = Tally()
    tally.on_new = lambda word: print(word, tally)
    gone = weakref.ref(tally)
    del tally
    gc.collect()
    assert gone() is None
