/* Stands before CPython's own header in a build that is tracked: what that defines, and then the functions that move
 * references, each with the line that calls it. The source stays as it is, and so does what it defines before this line. */
#ifndef OWNED_TRACK_PYTHON_H
#define OWNED_TRACK_PYTHON_H

#pragma GCC system_header

#include_next <Python.h>
/* Declares a function of the table, and is not part of `Python.h`: it has to come before there is a macro of that name. */
#include <frameobject.h>

#include "owned_track/core.h"

#include "owned_track/counting.h"

#include "owned_track/making.h"

#include "owned_track/functions.h"

#endif
