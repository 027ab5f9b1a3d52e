# names: thumbnail_lru.Cache
import extension


class Thumbnails:
    def __init__(self):
        self.evicted = []
        self.cache = extension.Cache(2, self.forget)

    def forget(self, key, value):
        self.evicted.append(key)


def step():
    thumbnails = Thumbnails()
    for number in range(4):
        thumbnails.cache.put(number, bytes(number))
    assert thumbnails.cache.get(3) == bytes(3)
    assert thumbnails.evicted == [0, 1]
