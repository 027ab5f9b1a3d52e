/* What `inkface` does when a tap is delivered, as a C programmer writes it: the C library's loop calls a handler, which is
 * called by `PyObject_Vectorcall` with the element's object. No element is found by its number, no exception of an
 * earlier handler is put aside, nothing is checked that the library has said. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <inkcanvas.h>

static ink_canvas *canvas;
static ink_element *element;
/* The handler, and what it is called with: the module's for as long as the process. */
static PyObject *handler, *argument;

static int on_tap(void *context, void *user, const ink_event *event) {
    (void)context, (void)user, (void)event;
    PyObject *result = PyObject_Vectorcall(handler, &argument, 1, NULL);
    if (result == NULL) {
        return 1;
    }
    Py_DECREF(result);
    return 0;
}

/* prepare(handler, argument, side): a canvas with one element on it, which listens for taps. */
static PyObject *prepare(PyObject *self, PyObject *args) {
    (void)self;
    int side;
    if (!PyArg_ParseTuple(args, "OOi", &handler, &argument, &side)) {
        return NULL;
    }
    Py_INCREF(handler);
    Py_INCREF(argument);
    ink_rect rect = {0, 0, side, side};
    if (ink_canvas_new(side, side, &canvas) != INK_OK || ink_element_new(rect, 0, NULL, NULL, &element) != INK_OK ||
        ink_canvas_add(canvas, element) != INK_OK ||
        ink_element_listen(element, INK_TAP, on_tap, NULL, NULL) != INK_OK) {
        return PyErr_NoMemory();
    }
    Py_RETURN_NONE;
}

static PyObject *post_tap(PyObject *self, PyObject *args) {
    (void)self;
    int x, y;
    if (!PyArg_ParseTuple(args, "ii", &x, &y)) {
        return NULL;
    }
    if (ink_canvas_post_tap(canvas, 0, x, y, INK_BUTTON_LEFT) != INK_OK) {
        return PyErr_NoMemory();
    }
    Py_RETURN_NONE;
}

static PyObject *eventloop(PyObject *self, PyObject *unused) {
    (void)self, (void)unused;
    ink_run_end end;
    if (ink_canvas_run(canvas, NULL, &end) != INK_OK || end == INK_END_STOPPED) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_RuntimeError, "the loop has failed");
        }
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"prepare", prepare, METH_VARARGS, NULL},
    {"post_tap", post_tap, METH_VARARGS, NULL},
    {"eventloop", eventloop, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "dispatch_c", NULL, 0, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_dispatch_c(void) {
    return PyModuleDef_Init(&definition);
}
