import extension


class Page:
    def __call__(self, path):
        return "page " + path


def step():
    routes = {"/": Page(), "/users/": Page()}
    assert extension.dispatch(routes, "/users/7") == "page /users/7"
    try:
        extension.dispatch(routes, "nowhere")
    except KeyError:
        pass
