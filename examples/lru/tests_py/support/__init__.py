"""What the tests share: the port, lru-dict as it is in C, and counts that must not grow."""
