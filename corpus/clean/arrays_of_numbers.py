"""Arrays of the module `array`, and views of their memory in other shapes."""

from array import array


def step():
    numbers = array("d", range(100))
    view = memoryview(numbers).cast("B").cast("d", (10, 10))
    assert view[3, 4] == 34.0
    try:
        numbers.append(1.0)
    except BufferError:
        view.release()
    numbers.extend([1.0] * 50)
    again = array("d")
    again.frombytes(numbers.tobytes())
    assert again == numbers and again.buffer_info()[1] == 150
