"""A list that links its free nodes and takes from them before it makes new ones."""


class Node:
    __slots__ = ("next", "value")


class Stack:
    free = None
    spare = 0

    def __init__(self):
        self.top = None

    def push(self, value):
        node = Stack.free
        if node is None:
            node = Node()
        else:
            Stack.free, Stack.spare = node.next, Stack.spare - 1
        node.value, node.next = value, self.top
        self.top = node

    def pop(self):
        node, self.top = self.top, self.top.next
        value, node.value = node.value, None
        node.next, Stack.free, Stack.spare = Stack.free, node, Stack.spare + 1
        return value


def step():
    stack = Stack()
    for number in range(30):
        stack.push([number])
    assert [stack.pop()[0] for _ in range(30)] == list(range(29, -1, -1))
    assert Stack.spare == 30
