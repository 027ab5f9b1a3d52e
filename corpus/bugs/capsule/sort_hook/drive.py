# names: ByLength
import extension


class ByLength:
    def __call__(self, left, right):
        return len(left) > len(right)


def step():
    hook = extension.make_hook(ByLength())
    assert extension.larger(hook, "pear", "banana") == "banana"
