/*
 * The faults of 2008, reintroduced one by one, each in a function or a type that does what `inkface` does. Nothing here
 * is to be learnt from: every function leaks, releases too much, or hides a failure, and its comment says how.
 */
#ifndef MUTANTS_H
#define MUTANTS_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

extern PyMethodDef loading_faults[];
extern PyMethodDef calling_faults[];
int add_element_types(PyObject *module);
int add_canvas_types(PyObject *module);

#endif
