# cython: language_level=3
# cython: boundscheck=False, wraparound=False
"""The module that is compared, typed as a good user of Cython types it."""

from cpython.unicode cimport PyUnicode_AsUTF8AndSize

cdef str TEXT = "All of these words are here so that this text is a hundred characters long, no more and no fewer; ok"
cdef bytes _DATA = TEXT.encode()
cdef const char *DATA = _DATA
cdef enum:
    COUNT = 100


def nothing():
    pass


def add(long long a, long long b, /):
    return a + b


def scaled(long long x, long long y=2, long long z=3):
    return x * y + z


def length(str text not None, /):
    cdef Py_ssize_t size
    PyUnicode_AsUTF8AndSize(text, &size)
    return size


def text():
    return DATA[:COUNT].decode("utf-8")


def sum_list(list numbers not None, /):
    cdef long long sum = 0
    for number in numbers:
        sum += <long long>number
    return sum


def sum_tuple(tuple numbers not None, /):
    cdef long long sum = 0
    for number in numbers:
        sum += <long long>number
    return sum


def sum_iter(numbers, /):
    cdef long long sum = 0
    for number in numbers:
        sum += <long long>number
    return sum


def make_list():
    cdef long long n
    return [1000 + 7 * n for n in range(COUNT)]


def make_dict():
    cdef long long n
    return {1000 + n: 2000 + 7 * n for n in range(COUNT)}


def apply(function, long long count, /):
    cdef long long sum = 0, n
    for n in range(count):
        sum += <long long>function(n)
    return sum


def fail():
    raise ValueError("it failed")


cdef class Point:
    cdef public double x
    cdef readonly double y

    def __cinit__(self, double x, double y):
        self.x = x
        self.y = y

    def norm(self):
        return self.x * self.x + self.y * self.y

    def plus(self, Point other not None, /):
        return Point.__new__(Point, self.x + other.x, self.y + other.y)


cdef class Holder:
    cdef public object value

    def __cinit__(self, value):
        self.value = value
