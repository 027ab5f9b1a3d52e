/* Whether slots that must take an operand of any type look at what it is, before they read fields of it.
 *
 * They are called in a process of its own, with an operand that has nothing but a header, after which there is no memory. What
 * reads a field of it gets a signal, and the address says so. Whatever else happens there is no finding. */
#include "ledger.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <execinfo.h>
#endif

/* What a slot is called with. */
enum { COMPARES, TAKES_TWO, TAKES_THREE, CHANGES, CHANGES_BY_TWO };

static const struct {
    const char *name;
    size_t offset;
    int kind;
} slots[] = {
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
enum { SLOTS = sizeof(slots) / sizeof(slots[0]) };

/* A struct of C can be so large, and still be read where there is no memory. */
enum { GUARD = 1 << 20, STACK = 1 << 16, FRAMES = 32, MOST_PROCESSES = 8, SECONDS_OF_SLOT = 1, SECONDS_OF_PROCESS = 10 };

/* What the process writes, in memory that both see. */
typedef struct {
    size_t slot;
    char is_found[SLOTS];
    Cast found[SLOTS];
} Told;

static Told *told;
static uintptr_t guard;
static void *function;
static sigjmp_buf next_slot;

size_t ledger_slot_count(void)
{
    return SLOTS;
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

/* ---- in the process ---- */

/* Notes the place in the module of the slot, if that is where it is. */
static int note_place(Cast *cast, uintptr_t address)
{
    Dl_info slots_own, info;
    if (address == 0 || !dladdr(function, &slots_own) || !dladdr((void *)address, &info) ||
        info.dli_fbase != slots_own.dli_fbase) {
        return 0;
    }
    strncpy(cast->module, info.dli_fname, sizeof(cast->module) - 1);
    cast->offset = address - (uintptr_t)info.dli_fbase;
    return 1;
}

/* The instruction that read behind the header; or, if that is in a function of others, the call of it. */
static void note(Cast *cast, const ucontext_t *context)
{
    uintptr_t at = 0;
#if defined(__x86_64__)
    at = (uintptr_t)context->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
    at = (uintptr_t)context->uc_mcontext.pc;
#else
    (void)context;
#endif
    if (note_place(cast, at)) {
        return;
    }
#ifdef __GLIBC__
    {
        void *frames[FRAMES];
        int count = backtrace(frames, FRAMES);
        for (int frame = 0; frame < count; frame++) {
            if (note_place(cast, (uintptr_t)frames[frame] - 1)) {
                return;
            }
        }
    }
#endif
    note_place(cast, (uintptr_t)function);
}

static void fault(int number, siginfo_t *info, void *context)
{
    uintptr_t address = (uintptr_t)info->si_addr;
    (void)number;
    if (address < guard || address >= guard + GUARD) {
        _exit(1);
    }
    if (!told->is_found[told->slot]) {
        told->is_found[told->slot] = 1;
        note(&told->found[told->slot], (const ucontext_t *)context);
    }
    siglongjmp(next_slot, 1);
}

/* An object of a type that nobody knows, with a header and nothing behind it; NULL where there is no memory. */
static PyObject *bare_operand(void)
{
    static PyType_Slot none[] = {{0, NULL}};
    static PyType_Spec spec = {"owned_debug.operand", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, none};
    PyObject *type = PyType_FromSpec(&spec), *operand;
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *memory = (char *)mmap(NULL, page + GUARD, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (type == NULL || memory == MAP_FAILED || mprotect(memory, page, PROT_READ | PROT_WRITE) < 0) {
        return NULL;
    }
    guard = (uintptr_t)memory + page;
    operand = (PyObject *)(guard - sizeof(PyObject));
    Py_SET_REFCNT(operand, 1000);
    Py_SET_TYPE(operand, (PyTypeObject *)type);
    return operand;
}

/* What the slot does by itself stays here: it writes no file, leaves no core, and ends. */
static int confine(void)
{
    static char stack[STACK];
    static const int others[] = {SIGABRT, SIGFPE, SIGILL, SIGALRM, SIGTERM};
    struct rlimit none = {0, 0};
    struct sigaction action;
    sigset_t all;
    stack_t apart = {.ss_sp = stack, .ss_size = sizeof(stack)};
    int nowhere = open("/dev/null", O_RDWR);
    memset(&action, 0, sizeof(action));
    action.sa_handler = SIG_DFL;
    for (size_t at = 0; at < sizeof(others) / sizeof(others[0]); at++) {
        sigaction(others[at], &action, NULL);
    }
    action.sa_sigaction = fault;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&all);
    return nowhere < 0 || dup2(nowhere, 1) < 0 || dup2(nowhere, 2) < 0 || setrlimit(RLIMIT_CORE, &none) < 0 ||
                   setrlimit(RLIMIT_FSIZE, &none) < 0 || sigaltstack(&apart, NULL) < 0 ||
                   sigaction(SIGSEGV, &action, NULL) < 0 || sigaction(SIGBUS, &action, NULL) < 0 ||
                   sigprocmask(SIG_SETMASK, &all, NULL) < 0
               ? -1
               : 0;
}

static void call(int kind, PyObject *instance, PyObject *operand)
{
    binaryfunc two = (binaryfunc)function;
    ternaryfunc three = (ternaryfunc)function;
    switch (kind) {
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

static __attribute__((noreturn)) void call_all(PyTypeObject *type, PyObject *instance, const char *marked)
{
    static const struct itimerval limit = {{0, 0}, {SECONDS_OF_SLOT, 0}};
    PyObject *operand;
    if (confine() < 0 || (operand = bare_operand()) == NULL) {
        _exit(1);
    }
#ifdef __GLIBC__
    {
        void *frame;
        backtrace(&frame, 1); /* It loads what it needs the first time. */
    }
#endif
    for (int number = 0; number < 1000; number++) {
        Py_INCREF(instance);
    }
    for (; told->slot < SLOTS; told->slot++) {
        if (marked[told->slot]) {
            function = ledger_slot_of(type, told->slot);
            setitimer(ITIMER_REAL, &limit, NULL);
            if (sigsetjmp(next_slot, 1) == 0) {
                call(slots[told->slot].kind, instance, operand);
            }
            PyErr_Clear();
        }
    }
    _exit(0);
}

/* ---- outside ---- */

/* Waits until it has ended, by itself or not. */
static void reap(pid_t process)
{
    struct timespec pause = {0, 50 * 1000};
    long left = SECONDS_OF_PROCESS * 1000000000L;
    while (waitpid(process, NULL, WNOHANG) == 0) {
        if (left <= 0) {
            kill(process, SIGKILL);
            left = SECONDS_OF_PROCESS * 1000000000L;
        }
        nanosleep(&pause, NULL);
        left -= pause.tv_nsec;
        pause.tv_nsec = pause.tv_nsec < 2000000 ? pause.tv_nsec * 2 : pause.tv_nsec;
    }
}

/* Nobody is to hear that a process of ours has ended; another that ends meanwhile is heard of later. */
static void swallow(pid_t process, const sigset_t *of_child)
{
    const struct timespec now = {0, 0};
    siginfo_t info;
    if (sigtimedwait(of_child, &info, &now) == SIGCHLD && info.si_pid != process) {
        raise(SIGCHLD);
    }
}

/* Threads that hold a lock are not there in the other process, and what they hold it for is half done. */
int ledger_is_alone(void)
{
    struct stat tasks;
    return stat("/proc/self/task", &tasks) == 0 && tasks.st_nlink == 3;
}

int ledger_probe(PyTypeObject *type, PyObject *instance, const char *marked, Cast *found, char *is_found)
{
    sigset_t of_child, former;
    int status = 0;
    if (!ledger_is_alone()) {
        return -1;
    }
    told = (Told *)mmap(NULL, sizeof(Told), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (told == MAP_FAILED) {
        return -1;
    }
    sigemptyset(&of_child);
    sigaddset(&of_child, SIGCHLD);
    sigprocmask(SIG_BLOCK, &of_child, &former);
    for (int number = 0; number < MOST_PROCESSES && told->slot < SLOTS; number++) {
        pid_t process = fork();
        if (process == 0) {
            call_all(type, instance, marked);
        }
        if (process < 0) {
            status = -1;
            break;
        }
        reap(process);
        swallow(process, &of_child);
        told->slot++; /* It ended in that one. */
    }
    sigprocmask(SIG_SETMASK, &former, NULL);
    for (size_t slot = 0; slot < SLOTS; slot++) {
        is_found[slot] = told->is_found[slot];
        if (is_found[slot]) {
            found[slot] = told->found[slot];
            found[slot].slot = slots[slot].name;
        }
    }
    munmap(told, sizeof(Told));
    return status;
}
