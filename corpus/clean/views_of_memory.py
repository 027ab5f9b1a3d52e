"""Views of views of bytes, some of which are never released by name."""


def step():
    data = bytearray(b"0123456789" * 10)
    views = [memoryview(data)[start : start + 20 : 2] for start in range(10)]
    parts = [view[2:5] for view in views]
    assert bytes(parts[0]) == b"468" and parts[0].obj is data
    with memoryview(data) as view:
        view[:3] = b"abc"
        assert view.toreadonly().hex(" ", 4).startswith("61")
    try:
        data.append(1)
    except BufferError as error:
        assert "re-sized" in str(error)
    del views, parts
    data.append(1)
