/* Where elements cover each other: a list of rectangles. What is appended to a list is released after that, and a tuple that
 * is built with `N` takes the numbers over. */
#include <Python.h>

static int cover(PyObject *clouds, long left, long top)
{
    PyObject *x = PyLong_FromLong(left);
    PyObject *y = PyLong_FromLong(top);
    PyObject *w = PyLong_FromLong(left + 800);
    PyObject *h = PyLong_FromLong(top + 480);
    PyObject *cloud = Py_BuildValue("(NNNN)", x, y, w, h);
    int status = cloud == NULL ? -1 : PyList_Append(clouds, cloud);
    Py_XDECREF(cloud);
    return status;
}

static PyObject *step(PyObject *module, PyObject *ignored)
{
    static long moved = 1000;
    PyObject *clouds = PyList_New(0);
    (void)module, (void)ignored;
    moved += 10000;
    if (clouds == NULL || cover(clouds, moved, moved + 1) < 0 || cover(clouds, moved + 2, moved + 3) < 0) {
        Py_XDECREF(clouds);
        return NULL;
    }
    Py_DECREF(clouds);
    Py_RETURN_NONE;
}

static PyMethodDef functions[] = {{"step", step, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "clouds_fixed", .m_methods = functions};

PyMODINIT_FUNC PyInit_clouds_fixed(void)
{
    return PyModule_Create(&definition);
}
