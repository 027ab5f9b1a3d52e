/* Alarms: an object with something to call. */
#include <Python.h>
#include <structmember.h>

typedef struct { PyObject_HEAD PyObject *on_fire; } Alarm;

static PyObject *alarm_fire(Alarm *self, PyObject *ignored)
{
    if (self->on_fire == NULL)
        Py_RETURN_NONE;
    PyObject *handler = Py_NewRef(self->on_fire);
    PyObject *result = PyObject_CallNoArgs(handler);
    Py_DECREF(handler);
    return result;
}

static int alarm_traverse(Alarm *self, visitproc visit, void *arg)
{
    Py_VISIT(self->on_fire);
    return 0;
}

static int alarm_clear(Alarm *self)
{
    Py_CLEAR(self->on_fire);
    return 0;
}

static void alarm_dealloc(Alarm *self)
{
    PyObject_GC_UnTrack(self);
    Py_CLEAR(self->on_fire);
    Py_TYPE(self)->tp_free(self);
}

static PyMethodDef alarm_methods[] = {{"fire", (PyCFunction)alarm_fire, METH_NOARGS, NULL}, {NULL}};
static PyMemberDef alarm_members[] = {{"on_fire", T_OBJECT, offsetof(Alarm, on_fire), 0, NULL}, {NULL}};

static PyTypeObject alarm_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "alarms.Alarm", .tp_basicsize = sizeof(Alarm), .tp_new = PyType_GenericNew,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_traverse = (traverseproc)alarm_traverse, .tp_clear = (inquiry)alarm_clear,
    .tp_dealloc = (destructor)alarm_dealloc, .tp_methods = alarm_methods, .tp_members = alarm_members,
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "alarm_timer_twin", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_alarm_timer_twin(void)
{
    PyObject *made = PyModule_Create(&module);
    if (made == NULL || PyModule_AddType(made, &alarm_type) < 0)
        return NULL;
    return made;
}
