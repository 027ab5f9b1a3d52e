"""A module of owned and one of PyO3 hand each other what they have, in both directions."""

import gc
import sys
import weakref

import interop_owned
import interop_pyo3
import pytest

BOTH = pytest.mark.parametrize(
    ("maker", "taker"), [(interop_owned, interop_pyo3), (interop_pyo3, interop_owned)], ids=["to PyO3", "to owned"]
)


@BOTH
def test_a_list_a_text_and_a_dict(maker, taker):
    assert taker.take(maker.make()) == "Tür ☂ 6"


@BOTH
def test_an_instance_by_protocols(maker, taker):
    assert taker.probe(maker.Gauge(5)) == (15, [5, 6, 7], (5).to_bytes(8, "little"), 5)


@BOTH
def test_an_instance_of_a_class_of_python_over_it(maker, taker):
    class More(maker.Gauge):
        def __call__(self, more):
            return super().__call__(more) + 100

    assert taker.probe(More(5))[0] == 115
    assert maker.value_of(More(5)) == 5


@BOTH
def test_classes_of_the_one_are_none_of_the_other(maker, taker):
    with pytest.raises(TypeError, match="Gauge"):
        taker.value_of(maker.Gauge(5))


def test_a_cycle_through_both_is_freed():
    one, other = interop_owned.Gauge(1), interop_pyo3.Gauge(2)
    one.held, other.held = other, one
    gone = weakref.ref(one), weakref.ref(other)
    del one, other
    gc.collect()
    assert [reference() for reference in gone] == [None, None]


@BOTH
def test_a_capsule_with_functions(maker, taker):
    assert taker.use_api(maker.give_api(), 7) == {interop_owned: 14, interop_pyo3: 21}[maker]


def test_a_capsule_of_another_name():
    expected = r'expected a capsule named "interop_pyo3.api", got "interop_owned.api"'
    with pytest.raises(ValueError, match=expected):
        interop_owned.use_api(interop_owned.give_api(), 7)
    with pytest.raises(ValueError, match="incorrect name"):
        interop_pyo3.use_api(interop_pyo3.give_api(), 7)


@pytest.mark.skipif(not hasattr(sys, "gettotalrefcount"), reason="only a debug interpreter counts references")
def test_nothing_is_left_behind():
    def once():
        for maker, taker in [(interop_owned, interop_pyo3), (interop_pyo3, interop_owned)]:
            taker.take(maker.make())
            taker.probe(maker.Gauge(5))
            taker.use_api(maker.give_api(), 7)
            for wrong in [lambda: maker.use_api(maker.give_api(), 7), lambda: taker.value_of(maker.Gauge(5))]:
                with pytest.raises((TypeError, ValueError)):
                    wrong()
        one, other = interop_owned.Gauge(1), interop_pyo3.Gauge(2)
        one.held, other.held = other, one

    def counted():
        for _ in range(100):
            once()
        gc.collect()
        return sys.gettotalrefcount()

    for _ in range(3):
        counted()
    # What is left each time would show a hundred times over.
    before = counted()
    assert abs(counted() - before) < 50
