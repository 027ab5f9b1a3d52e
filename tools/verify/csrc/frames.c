/* Whether Python code ran: every frame that is entered passes here. */
#include "harness.h"

struct _PyInterpreterFrame;
typedef PyObject *(*Evaluator)(PyThreadState *, struct _PyInterpreterFrame *, int);

/* Not every version declares them; where one lacks them nothing is seen. */
extern void _PyInterpreterState_SetEvalFrameFunc(PyInterpreterState *, Evaluator) __attribute__((weak));
extern Evaluator _PyInterpreterState_GetEvalFrameFunc(PyInterpreterState *) __attribute__((weak));

static Evaluator usual;
static long seen;

static PyObject *count(PyThreadState *thread, struct _PyInterpreterFrame *frame, int raised)
{
    seen++;
    return usual(thread, frame, raised);
}

void verify_frames_watch(void)
{
    seen = 0;
    if (_PyInterpreterState_SetEvalFrameFunc != NULL) {
        usual = _PyInterpreterState_GetEvalFrameFunc(PyInterpreterState_Get());
        _PyInterpreterState_SetEvalFrameFunc(PyInterpreterState_Get(), count);
    }
}

long verify_frames_seen(void)
{
    if (_PyInterpreterState_SetEvalFrameFunc != NULL) {
        _PyInterpreterState_SetEvalFrameFunc(PyInterpreterState_Get(), usual);
    }
    return seen;
}
