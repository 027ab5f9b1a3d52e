/* As `Python.h` beside this: CPython's header, and then its functions with the line that calls them. */
#ifndef OWNED_TRACK_DATETIME_H
#define OWNED_TRACK_DATETIME_H

#pragma GCC system_header

#include_next <datetime.h>

#ifdef OWNED_TRACK_NEW
#undef PyDate_FromDate
#define PyDate_FromDate(year, month, day)                                                                              \
    OWNED_TRACK_NEW("PyDate_FromDate", PyDateTimeAPI->Date_FromDate((year), (month), (day), PyDateTimeAPI->DateType))

#undef PyDateTime_FromDateAndTime
#define PyDateTime_FromDateAndTime(year, month, day, hour, minute, second, usecond)                                    \
    OWNED_TRACK_NEW("PyDateTime_FromDateAndTime",                                                                      \
                    PyDateTimeAPI->DateTime_FromDateAndTime((year), (month), (day), (hour), (minute), (second),        \
                                                            (usecond), Py_None, PyDateTimeAPI->DateTimeType))
#undef PyDateTime_FromDateAndTimeAndFold
#define PyDateTime_FromDateAndTimeAndFold(year, month, day, hour, minute, second, usecond, fold)                       \
    OWNED_TRACK_NEW("PyDateTime_FromDateAndTimeAndFold",                                                               \
                    PyDateTimeAPI->DateTime_FromDateAndTimeAndFold((year), (month), (day), (hour), (minute), (second), \
                                                                   (usecond), Py_None, (fold),                         \
                                                                   PyDateTimeAPI->DateTimeType))

#undef PyTime_FromTime
#define PyTime_FromTime(hour, minute, second, usecond)                                                                 \
    OWNED_TRACK_NEW("PyTime_FromTime", PyDateTimeAPI->Time_FromTime((hour), (minute), (second), (usecond), Py_None,    \
                                                                    PyDateTimeAPI->TimeType))
#undef PyTime_FromTimeAndFold
#define PyTime_FromTimeAndFold(hour, minute, second, usecond, fold)                                                    \
    OWNED_TRACK_NEW("PyTime_FromTimeAndFold",                                                                          \
                    PyDateTimeAPI->Time_FromTimeAndFold((hour), (minute), (second), (usecond), Py_None, (fold),        \
                                                        PyDateTimeAPI->TimeType))

#undef PyDelta_FromDSU
#define PyDelta_FromDSU(days, seconds, useconds)                                                                       \
    OWNED_TRACK_NEW("PyDelta_FromDSU",                                                                                 \
                    PyDateTimeAPI->Delta_FromDelta((days), (seconds), (useconds), 1, PyDateTimeAPI->DeltaType))

#undef PyTimeZone_FromOffset
#define PyTimeZone_FromOffset(offset)                                                                                  \
    OWNED_TRACK_NEW("PyTimeZone_FromOffset", PyDateTimeAPI->TimeZone_FromTimeZone((offset), NULL))
#undef PyTimeZone_FromOffsetAndName
#define PyTimeZone_FromOffsetAndName(offset, name)                                                                     \
    OWNED_TRACK_NEW("PyTimeZone_FromOffsetAndName", PyDateTimeAPI->TimeZone_FromTimeZone((offset), (name)))

#undef PyDateTime_FromTimestamp
#define PyDateTime_FromTimestamp(args)                                                                                 \
    OWNED_TRACK_NEW("PyDateTime_FromTimestamp",                                                                        \
                    PyDateTimeAPI->DateTime_FromTimestamp((PyObject *)PyDateTimeAPI->DateTimeType, (args), NULL))
#undef PyDate_FromTimestamp
#define PyDate_FromTimestamp(args)                                                                                     \
    OWNED_TRACK_NEW("PyDate_FromTimestamp",                                                                            \
                    PyDateTimeAPI->Date_FromTimestamp((PyObject *)PyDateTimeAPI->DateType, (args)))
#endif

#endif
