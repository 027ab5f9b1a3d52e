/* Matrices, as capsules: other extensions read them. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

typedef struct { Py_ssize_t size; double cells[]; } Matrix;

static PyObject *identity_matrix(PyObject *self, PyObject *args)
{
    Py_ssize_t size;
    if (!PyArg_ParseTuple(args, "n:identity_matrix", &size))
        return NULL;
    Matrix *matrix = PyMem_Calloc(1, sizeof(Matrix) + size * size * sizeof(double));
    if (matrix == NULL)
        return PyErr_NoMemory();
    matrix->size = size;
    for (Py_ssize_t i = 0; i < size; i++)
        matrix->cells[i * size + i] = 1;
    PyObject *capsule = PyCapsule_New(matrix, "matrices.Matrix", NULL);
    if (capsule == NULL)
        PyMem_Free(matrix);
    return capsule;
}

static PyObject *trace(PyObject *self, PyObject *capsule)
{
    Matrix *matrix = PyCapsule_GetPointer(capsule, "matrices.Matrix");
    double sum = 0;
    for (Py_ssize_t i = 0; matrix != NULL && i < matrix->size; i++)
        sum += matrix->cells[i * matrix->size + i];
    return matrix == NULL ? NULL : PyFloat_FromDouble(sum);
}

static PyMethodDef methods[] = {
    {"identity_matrix", identity_matrix, METH_VARARGS, NULL}, {"trace", trace, METH_O, NULL}, {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "matrix_handle_bug", NULL, -1, methods};

PyMODINIT_FUNC PyInit_matrix_handle_bug(void)
{
    return PyModule_Create(&module);
}
