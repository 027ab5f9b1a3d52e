"""Pixels: what a repaint touches, what a surface shows, what a text draws, what is saved."""

import inkface
import pytest
from support import drawings, png
from support.measure import raised


def frame(canvas):
    """The framebuffer as {(x, y): (blue, green, red, alpha)}."""
    return {(x, y): tuple(pixel) for y, row in enumerate(canvas.surface.tolist()) for x, pixel in enumerate(row)}


def inside(rects, point):
    return any(x <= point[0] < x + w and y <= point[1] < y + h for x, y, w, h in rects)


BLUE, GREEN, RED, WHITE = (255, 0, 0, 255), (0, 255, 0, 255), (0, 0, 255, 255), (255,) * 4


def test_a_scene_is_painted_from_the_lowest_to_the_highest(scene):
    pixels = frame(scene.canvas)
    assert pixels[4, 4] == RED and pixels[25, 15] == BLUE and pixels[52, 36] == GREEN and pixels[0, 0] == WHITE
    scene.canvas.bring_to_front(scene.low)
    scene.canvas.refresh()
    assert frame(scene.canvas)[25, 15] == RED


def test_moving_an_element_repaints_its_old_and_its_new_rectangle_alone(scene):
    before = frame(scene.canvas)
    scene.apart.y = 2
    assert frame(scene.canvas) == before, "nothing is painted before the refresh"
    scene.canvas.refresh()
    old, new = (52, 36, 10, 10), (52, 2, 10, 10)
    assert sorted(scene.canvas.repainted) == sorted([old, new])
    after = frame(scene.canvas)
    changed = {point for point in before if before[point] != after[point]}
    assert changed == {point for point in before if inside([old, new], point)}
    assert after[55, 5] == GREEN and after[55, 40] == WHITE


def test_moving_both_ways_at_once_is_one_move(scene):
    scene.apart.move_to(40, 2)
    assert (scene.apart.x, scene.apart.y) == (40, 2)
    scene.canvas.refresh()
    touched = {(x, y) for x in range(64) for y in range(48) if inside(scene.canvas.repainted, (x, y))}
    assert touched == {(x, y) for x in range(64) for y in range(48) if inside([(52, 36, 10, 10), (40, 2, 10, 10)], (x, y))}


def test_moving_over_another_element_repaints_both_and_no_pixel_more(scene):
    before = frame(scene.canvas)
    scene.high.x += 3
    scene.canvas.refresh()
    touched = {point for point in before if inside(scene.canvas.repainted, point)}
    assert touched == {(x, y) for x in range(20, 53) for y in range(10, 30)}
    areas = sum(w * h for _, _, w, h in scene.canvas.repainted)
    assert areas == len(touched), "no pixel is painted twice"
    after = frame(scene.canvas)
    assert after[21, 12] == RED and after[21, 27] == WHITE and after[52, 20] == BLUE
    assert all(before[point] == after[point] for point in before if point not in touched)


def test_nothing_changed_is_nothing_painted(scene):
    scene.canvas.refresh()
    assert scene.canvas.repainted == []


def test_opacity_and_visibility(scene):
    scene.apart.opacity = 0.5
    scene.canvas.refresh()
    blue, green, red, alpha = frame(scene.canvas)[55, 40]
    assert (green, alpha) == (255, 255) and blue == red and blue in (127, 128)
    scene.apart.hide()
    scene.canvas.refresh()
    assert frame(scene.canvas)[55, 40] == WHITE


@pytest.mark.parametrize("of", ["canvas", "element"])
def test_a_surface_is_a_read_only_buffer(scene, of):
    surface, shape = (scene.canvas.surface, (48, 64, 4)) if of == "canvas" else (scene.low.surface, (20, 30, 4))
    assert type(surface) is memoryview and surface.readonly and surface.format == "B"
    assert surface.shape == shape and surface.c_contiguous
    raised(TypeError, surface.__setitem__, (0, 0, 0), 1)
    assert [surface[5, 5, channel] for channel in range(4)] == list(RED)
    del scene.elements, scene.canvas, scene.low
    assert surface[5, 5, 2] == 255, "it outlives what it was taken from"


def test_a_text_changes_with_refresh(word):
    canvas, elements = inkface.canvas(64, 48), inkface.loadsvg(word)
    text = elements["word"]
    canvas.register_elements(elements)
    canvas.refresh()
    before, pixels = (text.w, text.h), frame(canvas)
    assert text.text == "abc"
    text.text = "abcdef"
    canvas.refresh()
    assert (text.text, text.w, text.h) == ("abcdef", *before) and frame(canvas) == pixels, "not before its refresh()"
    text.refresh()
    assert text.w > before[0]
    canvas.refresh()
    assert frame(canvas) != pixels
    text.text = "abc"
    text.refresh()
    canvas.refresh()
    assert (text.w, text.h) == before and frame(canvas) == pixels


def test_an_empty_text_has_no_pixels(word):
    text = inkface.loadsvg(word)["word"]
    text.text = ""
    text.refresh()
    assert bytes(text.surface).count(0) == len(bytes(text.surface))


def test_text_needs_no_font_of_the_machine(folder):
    """Every family falls back to the one font that the module brings, so all of them give the same pixels."""
    pixels = set()
    for family in ("sans-serif", "No Such Family", "Arial"):
        text = inkface.loadsvg(drawings.write(folder / "family.svg", drawings.WORD.format(family=family)))["word"]
        assert any(bytes(text.surface)), "there is ink"
        pixels.add((text.w, text.h, bytes(text.surface)))
    assert len(pixels) == 1


def test_the_frame_is_saved_as_png(scene, tmp_path):
    path = tmp_path / "frame.png"
    scene.canvas.save(path)
    width, height, pixels = png.read(path)
    assert (width, height) == (64, 48)
    shown = frame(scene.canvas)
    assert pixels == [shown[x, y][2::-1] for y in range(48) for x in range(64)]


def test_a_frame_that_cannot_be_saved_names_the_file(scene, tmp_path):
    path = tmp_path / "none" / "frame.png"
    with pytest.raises(FileNotFoundError) as caught:
        scene.canvas.save(path)
    assert caught.value.filename == str(path)
