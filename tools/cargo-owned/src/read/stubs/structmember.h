/* Constants, which need no declaration. */
