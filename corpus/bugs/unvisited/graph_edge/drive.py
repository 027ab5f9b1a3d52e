# names: graphs.Edge
import extension


class Vertex:
    def __init__(self):
        self.edges = []


def step():
    one, other = Vertex(), Vertex()
    edge = extension.Edge()
    edge.source, edge.target = one, other
    one.edges.append(edge)
    other.edges.append(edge)
