/* The slots of types that must take an operand of any type, and how each is called. */
#include "ledger.h"
#include "probe.h"

#include <stddef.h>
#include <string.h>

/* What a slot is called with. */
enum { COMPARES, TAKES_TWO, TAKES_THREE, CHANGES, CHANGES_BY_TWO };

static const struct {
    const char *name;
    size_t offset;
    int kind;
} slots[SLOTS] = {
    {"tp_richcompare", 0, COMPARES},
#define NUMBER(name, kind) {#name, offsetof(PyNumberMethods, name), kind}
    NUMBER(nb_add, TAKES_TWO),
    NUMBER(nb_subtract, TAKES_TWO),
    NUMBER(nb_multiply, TAKES_TWO),
    NUMBER(nb_remainder, TAKES_TWO),
    NUMBER(nb_divmod, TAKES_TWO),
    NUMBER(nb_power, TAKES_THREE),
    NUMBER(nb_lshift, TAKES_TWO),
    NUMBER(nb_rshift, TAKES_TWO),
    NUMBER(nb_and, TAKES_TWO),
    NUMBER(nb_xor, TAKES_TWO),
    NUMBER(nb_or, TAKES_TWO),
    NUMBER(nb_floor_divide, TAKES_TWO),
    NUMBER(nb_true_divide, TAKES_TWO),
    NUMBER(nb_matrix_multiply, TAKES_TWO),
    NUMBER(nb_inplace_add, CHANGES),
    NUMBER(nb_inplace_subtract, CHANGES),
    NUMBER(nb_inplace_multiply, CHANGES),
    NUMBER(nb_inplace_remainder, CHANGES),
    NUMBER(nb_inplace_power, CHANGES_BY_TWO),
    NUMBER(nb_inplace_lshift, CHANGES),
    NUMBER(nb_inplace_rshift, CHANGES),
    NUMBER(nb_inplace_and, CHANGES),
    NUMBER(nb_inplace_xor, CHANGES),
    NUMBER(nb_inplace_or, CHANGES),
    NUMBER(nb_inplace_floor_divide, CHANGES),
    NUMBER(nb_inplace_true_divide, CHANGES),
    NUMBER(nb_inplace_matrix_multiply, CHANGES),
#undef NUMBER
};

size_t ledger_slot_count(void)
{
    return SLOTS;
}

const char *ledger_slot_name(size_t slot)
{
    return slots[slot].name;
}

void *ledger_slot_of(PyTypeObject *type, size_t slot)
{
    void *found = NULL;
    if (slots[slot].kind == COMPARES) {
        return (void *)type->tp_richcompare;
    }
    if (type->tp_as_number != NULL) {
        memcpy(&found, (const char *)type->tp_as_number + slots[slot].offset, sizeof(found));
    }
    return found;
}

void ledger_slot_call(size_t slot, void *function, PyObject *instance, PyObject *operand)
{
    binaryfunc two = (binaryfunc)function;
    ternaryfunc three = (ternaryfunc)function;
    switch (slots[slot].kind) {
    case COMPARES:
        for (int comparison = Py_LT; comparison <= Py_GE; comparison++) {
            ((richcmpfunc)function)(instance, operand, comparison);
            PyErr_Clear();
        }
        break;
    case TAKES_TWO:
        two(operand, instance);
        PyErr_Clear();
        two(instance, operand);
        break;
    case TAKES_THREE:
        three(operand, instance, Py_None);
        PyErr_Clear();
        three(instance, operand, Py_None);
        PyErr_Clear();
        three(instance, instance, operand);
        break;
    case CHANGES:
        two(instance, operand);
        break;
    case CHANGES_BY_TWO:
        three(instance, operand, Py_None);
        break;
    }
    PyErr_Clear();
}
