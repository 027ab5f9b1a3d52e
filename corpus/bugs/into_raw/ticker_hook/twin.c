/* A ticker: whoever subscribes is called at each tick, with the pointer that it left. */
#include <stddef.h>

typedef void (*ticker_hook_twin_called)(void *user, int tick);

static struct { ticker_hook_twin_called call; void *user; } hooks[8];

int ticker_hook_twin_subscribe(ticker_hook_twin_called call, void *user)
{
    for (int slot = 0; slot < 8; slot++)
        if (!hooks[slot].call) {
            hooks[slot].call = call;
            hooks[slot].user = user;
            return slot;
        }
    return -1;
}

void *ticker_hook_twin_unsubscribe(int slot)
{
    void *user = hooks[slot].user;
    hooks[slot].call = NULL;
    hooks[slot].user = NULL;
    return user;
}

void ticker_hook_twin_tick(int tick)
{
    for (int slot = 0; slot < 8; slot++)
        if (hooks[slot].call)
            hooks[slot].call(hooks[slot].user, tick);
}
