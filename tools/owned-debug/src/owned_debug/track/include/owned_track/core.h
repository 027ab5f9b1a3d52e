/* How a line of C tells the ledger what it does with a reference.
 *
 * Nothing is linked: whoever runs the program puts the ledger's functions into `sys`, as a capsule. Without it nothing is
 * told, and nothing else happens. */
#ifndef OWNED_TRACK_CORE_H
#define OWNED_TRACK_CORE_H

#pragma GCC system_header

/* Goes up when a struct here changes. The ledger refuses a module that was built for another one. */
#define OWNED_TRACK_ABI 2

/* A line that calls a function of the C API. */
struct owned_track_site {
    const char *file;
    const char *function;
    const char *api;
    int line;
    /* The ledger's: 0 until it has heard of this line. */
    unsigned number;
};

/* The ledger, as the lines see it. The thread is attached wherever one of these is called. */
struct owned_track_ledger {
    int abi;
    /* The line has got a new reference. */
    void (*acquired)(struct owned_track_site *, PyObject *);
    /* The line is about to make one more reference, or to give one up (it is released, or stolen): 0 if it must not, since the
     * object was never set, or is freed. That is noted. */
    int (*adds)(struct owned_track_site *, PyObject *);
    int (*released)(struct owned_track_site *, PyObject *);
    /* The next instance of the type that is made is made by the line. */
    void (*allocates)(struct owned_track_site *, PyTypeObject *);
    /* The line calls Python code. */
    void (*calls)(struct owned_track_site *);
    /* The line acquires a reference, and returns it to its caller. */
    void (*returns)(struct owned_track_site *);
    /* The line has made the type, which is ready. */
    void (*type)(struct owned_track_site *, PyTypeObject *);
    /* An instance is made, of which no field is set. */
    void (*instance)(PyObject *);
};

/* What memory is filled with that is not set. */
#define OWNED_TRACK_UNSET 0xCD

static const char owned_track_built_for[] __attribute__((used)) = "owned-track ABI 2";
static const struct owned_track_ledger *owned_track_found;
static int owned_track_looked;

static const struct owned_track_ledger *owned_track_look(void) __attribute__((unused, noinline));
static const struct owned_track_ledger *owned_track_look(void)
{
    PyObject *capsule = PySys_GetObject("_owned_track");
    owned_track_looked = 1;
    if (capsule != NULL && PyCapsule_IsValid(capsule, "owned_debug.track")) {
        owned_track_found = (const struct owned_track_ledger *)PyCapsule_GetPointer(capsule, "owned_debug.track");
        if (owned_track_found->abi != OWNED_TRACK_ABI) {
            owned_track_found = NULL;
        }
    }
    return owned_track_found;
}

/* The ledger, if there is one. */
static inline const struct owned_track_ledger *owned_track_ledger(void)
{
    if (__builtin_expect(owned_track_found != NULL, 1)) {
        return owned_track_found;
    }
    return owned_track_looked ? NULL : owned_track_look();
}

/* A new reference, handed through. */
static inline PyObject *owned_track_acquired(struct owned_track_site *site, PyObject *object)
{
    const struct owned_track_ledger *ledger = owned_track_ledger();
    if (ledger != NULL && object != NULL) {
        ledger->acquired(site, object);
    }
    return object;
}

/* A reference that is about to be given up, handed through. */
static inline PyObject *owned_track_released(struct owned_track_site *site, PyObject *object)
{
    const struct owned_track_ledger *ledger = owned_track_ledger();
    if (ledger != NULL && object != NULL) {
        ledger->released(site, object);
    }
    return object;
}

static inline struct owned_track_site *owned_track_calls(struct owned_track_site *site)
{
    const struct owned_track_ledger *ledger = owned_track_ledger();
    if (ledger != NULL) {
        ledger->calls(site);
    }
    return site;
}

/* A type of which an instance is about to be made, handed through. */
static inline PyTypeObject *owned_track_allocates(struct owned_track_site *site, PyTypeObject *type)
{
    const struct owned_track_ledger *ledger = owned_track_ledger();
    if (ledger != NULL) {
        ledger->allocates(site, type);
    }
    return type;
}

/* A type that is ready, handed through. */
static inline PyObject *owned_track_type(struct owned_track_site *site, PyObject *type)
{
    const struct owned_track_ledger *ledger = owned_track_ledger();
    if (ledger != NULL && type != NULL) {
        ledger->type(site, (PyTypeObject *)type);
    }
    return type;
}

/* The line on which this is written, or the macro that it stands in. */
#define OWNED_TRACK_SITE(api)                                                                                          \
    (__extension__({                                                                                                   \
        static struct owned_track_site owned_track_here = {__FILE__, __func__, api, __LINE__, 0};                      \
        &owned_track_here;                                                                                             \
    }))

/* A call that gives a new reference, as a `PyObject *`. */
#define OWNED_TRACK_NEW(api, call) owned_track_acquired(OWNED_TRACK_SITE(api), (call))
/* The same of a call that runs Python code: no exception may be set then. */
#define OWNED_TRACK_CALL(api, call)                                                                                    \
    (owned_track_calls(OWNED_TRACK_SITE(api)), owned_track_acquired(OWNED_TRACK_SITE(api), (call)))
/* The same of a call that makes a type. */
#define OWNED_TRACK_TYPE(api, call) owned_track_type(OWNED_TRACK_SITE(api), OWNED_TRACK_NEW(api, call))
/* An argument that the callee takes over. */
#define OWNED_TRACK_STOLEN(api, argument) owned_track_released(OWNED_TRACK_SITE(api), (PyObject *)(argument))

#endif
