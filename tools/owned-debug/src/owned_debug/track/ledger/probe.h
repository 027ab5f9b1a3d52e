/* What the process in which slots are called shares with the one that starts it. */
#ifndef OWNED_TRACK_PROBE_H
#define OWNED_TRACK_PROBE_H

#include "ledger.h"

enum { SLOTS = 28 };

/* What the process writes, in memory that both see. */
typedef struct {
    size_t slot;
    char is_found[SLOTS];
    Cast found[SLOTS];
} Told;

/* ---- slots.c ---- */

const char *ledger_slot_name(size_t slot);
/* Calls the function of the slot, once for each place the operand can have. */
void ledger_slot_call(size_t slot, void *function, PyObject *instance, PyObject *operand);

/* ---- confined.c ---- */

/* Calls the slots of the type that are marked, from the one on that `told` says; and ends. */
__attribute__((noreturn)) void ledger_call_slots(Told *told, PyTypeObject *type, PyObject *instance, const char *marked);

#endif
