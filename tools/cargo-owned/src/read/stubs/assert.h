/* An assertion stays a call. */
#undef assert
#define assert(condition) assert(condition)
#define static_assert _Static_assert
