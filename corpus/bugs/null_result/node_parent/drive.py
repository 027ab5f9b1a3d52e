# names: trees.Node
import extension


def step():
    root = extension.Node()
    assert extension.Node(root).parent() is root
    try:
        root.parent()
    except (LookupError, SystemError):
        pass
