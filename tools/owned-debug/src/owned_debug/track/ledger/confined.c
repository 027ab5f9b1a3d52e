/* The process in which slots are called, with an operand that has nothing but a header, after which there is no memory. What reads a
 * field of it gets a signal, and the address says so. Whatever else happens here is no finding. */
#include "ledger.h"
#include "probe.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <ucontext.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <execinfo.h>
#endif

/* A struct of C can be so large, and still be read where there is no memory. */
enum { GUARD = 1 << 20, STACK = 1 << 16, FRAMES = 32, SECONDS_OF_SLOT = 1 };

/* Where it is written what happens. */
static Told *told;
static uintptr_t guard;
static void *function;
static sigjmp_buf next_slot;

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

void ledger_call_slots(Told *into, PyTypeObject *type, PyObject *instance, const char *marked)
{
    static const struct itimerval limit = {{0, 0}, {SECONDS_OF_SLOT, 0}};
    PyObject *operand;
    told = into;
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
                ledger_slot_call(told->slot, function, instance, operand);
            }
            PyErr_Clear();
        }
    }
    _exit(0);
}
