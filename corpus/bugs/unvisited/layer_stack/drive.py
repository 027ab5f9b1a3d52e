import extension


class Layer:
    def __init__(self, drawing):
        self.drawing = drawing


def step():
    drawing = extension.Drawing()
    drawing.set_base(Layer(drawing))
    drawing.add(Layer(drawing))
