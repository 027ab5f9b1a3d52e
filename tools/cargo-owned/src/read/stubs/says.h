/* The words of owned.h, before anything else is read: each stays in the text as a call, which becomes an attribute there.
   The header itself, wherever the project has it, is not read then. */
#ifndef OWNED_H
#define OWNED_H

#define OWNED_NEW owned_says__("new")
#define OWNED_BORROWED owned_says__("borrowed")
#define OWNED_BORROWED_FROM(parameter) owned_says__("borrowed")
#define OWNED_STATUS owned_says__("status")
#define OWNED_STEALS owned_says__("steal")
#define OWNED_STEALS_ON_SUCCESS owned_says__("steal-on-success")
#define OWNED_KEEPS owned_says__("keep")
#define OWNED_LENT owned_says__("borrow")
#define OWNED_OUT_NEW
#define OWNED_OUT_BORROWED
#define OWNED_REPLACES
#define OWNED_NULLABLE

#define OWNED_AUTO(type, name, value) type *name = (value)
#define OWNED_RETURN(name) return OWNED_MOVE(name)

#endif
