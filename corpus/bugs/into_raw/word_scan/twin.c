/* A scanner of words: calls back for each, and stops when told to. */
#include <ctype.h>
#include <stddef.h>

typedef int (*on_word)(void *user, const char *start, size_t length);

int word_scan_twin_run(const char *text, on_word call, void *user)
{
    int count = 0;
    while (*text) {
        if (isspace((unsigned char)*text)) {
            text++;
            continue;
        }
        const char *start = text;
        while (*text && !isspace((unsigned char)*text)) {
            text++;
        }
        if (call(user, start, (size_t)(text - start)) < 0) {
            return -1;
        }
        count++;
    }
    return count;
}
