"""A context for functions of C: a capsule that knows an object."""

import ctypes

api = ctypes.pythonapi
NAME = b"tokens.context"
Destructor = ctypes.PYFUNCTYPE(None, ctypes.c_void_p)

api.PyCapsule_New.argtypes = [ctypes.c_void_p, ctypes.c_char_p, Destructor]
api.PyCapsule_New.restype = ctypes.py_object
api.PyCapsule_GetPointer.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
api.PyCapsule_GetPointer.restype = ctypes.c_void_p


@Destructor
def release(capsule):
    api.Py_DecRef(ctypes.c_void_p(api.PyCapsule_GetPointer(capsule, NAME)))


def token(context):
    api.Py_IncRef(ctypes.py_object(context))
    return api.PyCapsule_New(id(context), NAME, release)


def context_of(token):
    pointer = api.PyCapsule_GetPointer(id(token), NAME)
    return ctypes.cast(pointer, ctypes.py_object).value


class Context:
    pass


def step():
    context = Context()
    assert context_of(token(context)) is context
