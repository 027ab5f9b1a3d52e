/* Declared by Python.h, as far as it is needed. */
