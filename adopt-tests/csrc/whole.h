#include <Python.h>
PyTypeObject *Pair_Type(void);
PyObject *Pair_New(PyObject *left, PyObject *right);
long long Pair_Weight(PyObject *pair);
double Pair_Half(PyObject *pair);
int Pair_SetRight(PyObject *pair, PyObject *right);
void Pair_Touch(PyObject *pair);
