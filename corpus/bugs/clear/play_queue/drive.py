# names: play_queue.Link
import extension


def step():
    queue = extension.Link()
    queue.append("Autumn Leaves")
    queue.append("Blue in Green")
    assert queue.tracks() == ["Autumn Leaves", "Blue in Green"]
