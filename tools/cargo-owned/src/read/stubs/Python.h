/* What a C extension sees of Python while it is read: the names of types, and of each struct that is filled in by
   hand its fields in their order. Functions and constants are not declared, since a parser needs none of that; macros
   that take part in the grammar stand for something that is C and keeps their name. Nothing is compiled with this. */
#ifndef Py_PYTHON_H
#define Py_PYTHON_H

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <wchar.h>

#include "pyconfig.h"
#include "patchlevel.h"
#include "grammar.h"
#include "types.h"
#include "tables.h"

#endif
