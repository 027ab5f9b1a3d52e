/* Units of measure, by their sign. */
#include <Python.h>
#include <string.h>

PyObject *unit_lookup_twin_unit(PyObject *sign)
{
    const char *text = PyUnicode_AsUTF8(sign);
    if (text == NULL)
        return NULL;
    if (strcmp(text, "m") == 0)
        return PyUnicode_FromString("metre");
    if (strcmp(text, "s") == 0)
        return PyUnicode_FromString("second");
    PyErr_SetObject(PyExc_KeyError, sign);
    return NULL;
}
