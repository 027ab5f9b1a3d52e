# cython: language_level=3
# cython: boundscheck=False, wraparound=False
"""The module that the benchmarks measure, typed as a good user of Cython types it."""

from cpython.unicode cimport PyUnicode_AsUTF8AndSize

cdef extern from "keys.h":
    const char *KEYS[100]
    const int KEY_LENGTH

cdef bytes _TEXT = b"All of these words are here so that this text is a hundred characters long, no more and no fewer; ok"
cdef const char *TEXT = _TEXT
DEF COUNT = 100


def nothing():
    pass


def ignore(object _object, /):
    pass


def sum_list(list numbers not None, /):
    cdef long long sum = 0
    cdef object number
    for number in numbers:
        sum += <long long>number
    return sum


def sum_vec(object numbers, /):
    cdef long long values[1000]
    cdef Py_ssize_t size = 0, at
    cdef long long number, sum = 0
    for number in numbers:
        if size == 1000:
            raise OverflowError
        values[size] = number
        size += 1
    for at in range(size):
        sum += values[at]
    return sum


def sum_iter(object numbers, /):
    cdef long long number, sum = 0
    for number in numbers:
        sum += number
    return sum


def sum_each(object numbers, /):
    cdef long long number, sum = 0
    for number in numbers:
        sum += number
    return sum


def sum_handles(object numbers, /):
    cdef long long number, sum = 0
    for number in numbers:
        sum += number
    return sum


def make_list():
    cdef long long n
    return [1000 + 7 * n for n in range(COUNT)]


def make_dict():
    cdef long long n
    return {1000 + n: 2000 + 7 * n for n in range(COUNT)}


def make_named():
    cdef long long n
    cdef dict named = {}
    for n in range(COUNT):
        named[KEYS[n][:KEY_LENGTH].decode("utf-8")] = 2000 + 7 * n
    return named


def take_str(str text not None, /):
    cdef Py_ssize_t size
    PyUnicode_AsUTF8AndSize(text, &size)
    return size


def ignore_named(object _object):
    pass


def take_str_named(str text not None):
    cdef Py_ssize_t size
    PyUnicode_AsUTF8AndSize(text, &size)
    return size


def take_bytes_named(bytes data not None):
    return len(data)


def give_str():
    return TEXT[:100].decode("utf-8")


def take_bytes(bytes data not None, /):
    return len(data)


def give_bytes():
    return TEXT[:100]


cdef class Point:
    cdef public long long x
    cdef readonly long long y

    def __cinit__(self, long long x, long long y):
        self.x = x
        self.y = y

    def total(self):
        return self.x + self.y

    def plus(self, Point other not None, /):
        return Point(self.x + other.x, self.y + other.y)


cdef class Pair:
    cdef readonly long long x
    cdef readonly long long y

    def __cinit__(self, long long x, long long y):
        self.x = x
        self.y = y

    def total(self):
        return self.x + self.y

    def plus(self, Pair other not None, /):
        return Pair(self.x + other.x, self.y + other.y)
