/* A ticker: whoever subscribes is called at each tick, with the pointer that it left. */
#include <stddef.h>

typedef void (*ticker_hook_bug_called)(void *user, int tick);

static struct { ticker_hook_bug_called call; void *user; } hooks[8];

int ticker_hook_bug_subscribe(ticker_hook_bug_called call, void *user)
{
    for (int slot = 0; slot < 8; slot++)
        if (!hooks[slot].call) {
            hooks[slot].call = call;
            hooks[slot].user = user;
            return slot;
        }
    return -1;
}

void *ticker_hook_bug_unsubscribe(int slot)
{
    void *user = hooks[slot].user;
    hooks[slot].call = NULL;
    hooks[slot].user = NULL;
    return user;
}

void ticker_hook_bug_tick(int tick)
{
    for (int slot = 0; slot < 8; slot++)
        if (hooks[slot].call)
            hooks[slot].call(hooks[slot].user, tick);
}
