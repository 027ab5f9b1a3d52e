/* Members of a type that hold an object and can be set: CPython writes them by itself, and gives up a reference of what was
 * there, which C code may have put there without taking one.
 *
 * So the descriptor of such a member becomes a pair of functions that do what CPython does, and tell. */
#include "ledger.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <structmember.h>

/* Alive as long as the process: descriptors are, too, where somebody holds one. */
typedef struct {
    PyMemberDef member;
    PyGetSetDef functions;
    struct owned_track_site site;
} Member;

static PyObject **field_of(PyObject *instance, const Member *member)
{
    return (PyObject **)((char *)instance + member->member.offset);
}

/* A field that was never set holds nothing, which is noted. */
static void look(PyObject *instance, Member *member)
{
    PyObject **field = field_of(instance, member);
    if (*field != NULL && !ledger_usable(&member->site, *field)) {
        *field = NULL;
    }
}

static PyObject *get(PyObject *instance, void *closure)
{
    Member *member = (Member *)closure;
    /* As the descriptor of a member does before it reads. */
    if ((member->member.flags & PY_AUDIT_READ) &&
        PySys_Audit("object.__getattr__", "Os", instance, member->member.name) < 0) {
        return NULL;
    }
    look(instance, member);
    return PyMember_GetOne((const char *)instance, &member->member);
}

/* References can be acquired in ways that are not heard: by pointers to functions, by code that is not tracked. So a thing of
 * which no line is known says nothing. Of constants, and of what a line has made, little is acquired that way, and where it is,
 * a line that gives it up shows it. */
static int nobody_took(PyObject *object)
{
    const Record *record;
    if (!ledger_is_heard()) {
        return 0;
    }
    record = ledger_record_of(object);
    if (record == NULL) {
        return ledger_is_constant(object);
    }
    if (record->all != 0 || record->flags & RECORD_DOUBTFUL) {
        return 0;
    }
    return ledger_is_constant(object) || (record->flags & (RECORD_BORN | RECORD_CROSSED)) == RECORD_BORN;
}

static int set(PyObject *instance, PyObject *value, void *closure)
{
    Member *member = (Member *)closure;
    PyObject *former;
    look(instance, member);
    former = *field_of(instance, member);
    if (former != NULL && nobody_took(former)) {
        uint32_t line = ledger_heard(&member->site);
        if (line != 0) {
            ledger_lines[line].borrowed++;
        }
        Py_INCREF(former); /* The reference that is given up below. */
    } else if (former != NULL) {
        ledger_of_lines.released(&member->site, former);
    }
    if (value != NULL) {
        ledger_of_lines.adds(&member->site, value);
    }
    return PyMember_SetOne((char *)instance, &member->member, value);
}

/* The member as it is told of: its line is that which makes the type. NULL without memory. */
static Member *member_of(const struct owned_track_site *site, PyTypeObject *type, const PyMemberDef *definition)
{
    Member *member = (Member *)calloc(1, sizeof(Member));
    const char *doc = definition->doc;
    char name[256];
    if (member == NULL) {
        return NULL;
    }
    snprintf(name, sizeof(name), "member %s of %s", definition->name, type->tp_name);
    member->member = *definition;
    /* Those of a heap type die with it. What a member gives up is its own first: no other line has its function. */
    member->member.name = strdup(definition->name);
    member->member.doc = doc == NULL ? NULL : strdup(doc);
    member->site = (struct owned_track_site){site->file, strdup(site->function), strdup(name), site->line, 0};
    member->functions = (PyGetSetDef){member->member.name, get, set, member->member.doc, member};
    if (member->member.name == NULL || member->site.function == NULL || member->site.api == NULL) {
        free(member);
        return NULL;
    }
    return member;
}

/* Whether this is a descriptor of the type's own, of a member that holds an object and can be set. */
static int is_ours(PyTypeObject *type, PyObject *descriptor)
{
    const PyMemberDef *member;
    if (!Py_IS_TYPE(descriptor, &PyMemberDescr_Type) || PyDescr_TYPE(descriptor) != type) {
        return 0;
    }
    member = ((PyMemberDescrObject *)descriptor)->d_member;
    return (member->type == T_OBJECT || member->type == T_OBJECT_EX) && !(member->flags & READONLY);
}

void ledger_hear_members(const struct owned_track_site *site, PyTypeObject *type)
{
    PyObject *key, *descriptor;
    Py_ssize_t position = 0;
    int changed = 0;
    while (PyDict_Next(type->tp_dict, &position, &key, &descriptor)) {
        if (is_ours(type, descriptor)) {
            Member *member = member_of(site, type, ((PyMemberDescrObject *)descriptor)->d_member);
            PyObject *pair = member == NULL ? NULL : PyDescr_NewGetSet(type, &member->functions);
            /* The key stays, so the loop may go on. */
            if (pair == NULL || PyDict_SetItem(type->tp_dict, key, pair) < 0) {
                PyErr_Clear(); /* The member is not heard, and works. */
            }
            Py_XDECREF(pair);
            changed = 1;
        }
    }
    if (changed) {
        PyType_Modified(type);
    }
}
