//! Dates and times: the capsule with their constructors, and which type an object is of.

use core::ffi::{CStr, c_int};
use core::ptr::NonNull;

use super::date_parts::{DateParts, TimeParts};
use super::ffi;

use super::refs::{BorrowedRef, Failed, NewRef};
use super::results;

/// Whether the object is an instance of the type of C that has this name, or of a subclass. Nothing is imported for the
/// question: an object of such a type is there only if its module is. What code in Python makes is on the heap, so a
/// type that is not can be told by its name.
#[inline]
fn is_of_static_type(object: BorrowedRef<'_>, name: &CStr) -> bool {
    // SAFETY: the object is alive, so it has a type.
    let class = unsafe { ffi::Py_TYPE(object.as_ptr()) };
    // SAFETY: a live type, which is ready, so it has a tuple of its bases or is being torn down.
    let Some(bases) = NonNull::new(unsafe { (*class).tp_mro }) else { return false };
    // SAFETY: a tuple that lives as long as the type, which lives as long as the object.
    let count = unsafe { ffi::PyTuple_GET_SIZE(bases.as_ptr()) };
    (0..count).any(|at| {
        // SAFETY: below the length.
        let base = unsafe { ffi::PyTuple_GET_ITEM(bases.as_ptr(), at) }.cast::<ffi::PyTypeObject>();
        // SAFETY: the bases in the order of resolution are live types.
        let on_heap = unsafe { ffi::PyType_HasFeature(base, ffi::Py_TPFLAGS_HEAPTYPE) != 0 };
        // SAFETY: a live type.
        let found = unsafe { (*base).tp_name };
        // SAFETY: a C string that lives as long as the type.
        !on_heap && unsafe { CStr::from_ptr(found) } == name
    })
}

macro_rules! checks {
    ($($function:ident = $name:literal;)*) => { $(
        #[doc = concat!("Whether the object is a `", stringify!($name), "`; no Python code runs.")]
        #[inline]
        pub(crate) fn $function(object: BorrowedRef<'_>) -> bool {
            is_of_static_type(object, $name)
        }
    )* };
}
checks! {
    is_date = c"datetime.date";
    is_time = c"datetime.time";
    is_datetime = c"datetime.datetime";
    is_timedelta = c"datetime.timedelta";
    is_tzinfo = c"datetime.tzinfo";
    is_timezone = c"datetime.timezone";
}

/// The capsule of this interpreter with the constructors. The interpreter's own dict keeps it, so what is in it stays,
/// whatever becomes of the module `datetime`; this value keeps it too, so a change of that dict does no harm.
pub(crate) struct DateTimeApi {
    _capsule: NewRef,
    table: NonNull<ffi::PyDateTime_CAPI>,
}

/// `datetime.datetime_CAPI`, whatever it is.
#[inline]
fn import_capsule() -> Result<NewRef, Failed> {
    // SAFETY: `load`, which calls this, is attached; a C string.
    let module = unsafe { ffi::PyImport_ImportModule(c"datetime".as_ptr()) };
    // SAFETY: a new reference, or NULL with an exception set.
    let module = unsafe { results::new(module) }?;
    // SAFETY: attached; a C string.
    let capsule = unsafe { ffi::PyObject_GetAttrString(module.borrow().as_ptr(), c"datetime_CAPI".as_ptr()) };
    // SAFETY: a new reference, or NULL with an exception set.
    unsafe { results::new(capsule) }
}

impl TimeParts {
    /// As C takes them. What does not fit in an `int` is out of range, and stays so.
    #[inline]
    fn to_c(self) -> [c_int; 5] {
        let microsecond = c_int::try_from(self.microsecond).unwrap_or(c_int::MAX);
        [self.hour.into(), self.minute.into(), self.second.into(), microsecond, self.fold.into()]
    }
}

/// The zone as the constructors take it: `None` for naive.
#[inline]
fn zone_or_none(zone: Option<BorrowedRef<'_>>) -> *mut ffi::PyObject {
    // SAFETY: `Py_None` only yields the address of a static.
    zone.map_or_else(|| unsafe { ffi::Py_None() }, BorrowedRef::as_ptr)
}

impl DateTimeApi {
    /// Loads it, which imports `datetime` the first time.
    ///
    /// # Safety
    /// The thread is attached as long as the result lives.
    #[inline]
    pub(crate) unsafe fn load() -> Result<Self, Failed> {
        // SAFETY: attached.
        let Some(dict) = (unsafe { super::interpreter_dict() }) else {
            // SAFETY: attached; sets the exception that is returned.
            unsafe { ffi::PyErr_NoMemory() };
            return Err(Failed::set());
        };
        let key = c"owned.datetime_CAPI";
        // SAFETY: attached; the interpreter's dict is a dict, and the key a C string.
        let kept = unsafe { super::dict_get_item_string_ref(dict, key.as_ptr()) }?;
        let (capsule, is_new) = match kept {
            Some(capsule) => (capsule, false),
            None => (import_capsule()?, true),
        };
        // SAFETY: attached; the function checks that it is a capsule of this name.
        let table =
            unsafe { ffi::PyCapsule_GetPointer(capsule.borrow().as_ptr(), ffi::PyDateTime_CAPSULE_NAME.as_ptr()) };
        let table = NonNull::new(table.cast()).ok_or_else(Failed::set)?;
        if is_new {
            // SAFETY: attached; a dict, which takes its own reference.
            unsafe { super::dict_set_item_string(dict, key.as_ptr(), capsule.borrow()) }?;
        }
        Ok(DateTimeApi { _capsule: capsule, table })
    }

    #[inline]
    fn table(&self) -> &ffi::PyDateTime_CAPI {
        // SAFETY: the capsule, which this value keeps, owns a whole table that does not change.
        unsafe { self.table.as_ref() }
    }

    /// `datetime.timezone.utc`.
    #[inline]
    pub(crate) fn utc(&self) -> NewRef {
        // SAFETY: the module keeps it as long as the table.
        unsafe { BorrowedRef::from_ptr(self.table().TimeZone_UTC) }.expect("the table is whole").to_new()
    }

    /// `datetime.datetime`.
    #[inline]
    pub(crate) fn datetime_type(&self) -> BorrowedRef<'_> {
        // SAFETY: the module keeps it as long as the table.
        unsafe { BorrowedRef::from_ptr(self.table().DateTimeType.cast()) }.expect("the table is whole")
    }

    /// `datetime.date(…)`.
    #[inline]
    pub(crate) fn date(&self, date: DateParts) -> Result<NewRef, Failed> {
        let DateParts { year, month, day } = date;
        let table = self.table();
        // SAFETY: attached, by `load`; the function checks the numbers.
        let date = unsafe { (table.Date_FromDate)(year.into(), month.into(), day.into(), table.DateType) };
        // SAFETY: a new reference, or NULL with an exception set.
        unsafe { results::new(date) }
    }

    /// `datetime.time(…)`. The zone is a `tzinfo`.
    #[inline]
    pub(crate) fn time(&self, time: TimeParts, zone: Option<BorrowedRef<'_>>) -> Result<NewRef, Failed> {
        let [hour, minute, second, microsecond, fold] = time.to_c();
        let (table, zone) = (self.table(), zone_or_none(zone));
        // SAFETY: attached, by `load`; the function checks the numbers and the zone, and keeps a reference of its own.
        let time =
            unsafe { (table.Time_FromTimeAndFold)(hour, minute, second, microsecond, zone, fold, table.TimeType) };
        // SAFETY: a new reference, or NULL with an exception set.
        unsafe { results::new(time) }
    }

    /// `datetime.datetime(…)`. The zone is a `tzinfo`.
    #[inline]
    pub(crate) fn datetime(
        &self,
        date: DateParts,
        time: TimeParts,
        zone: Option<BorrowedRef<'_>>,
    ) -> Result<NewRef, Failed> {
        let [hour, minute, second, microsecond, fold] = time.to_c();
        let (year, month, day) = (date.year.into(), date.month.into(), date.day.into());
        let (table, zone, class) = (self.table(), zone_or_none(zone), self.table().DateTimeType);
        let make = table.DateTime_FromDateAndTimeAndFold;
        // SAFETY: attached, by `load`; the function checks the numbers and the zone, and keeps a reference of its own.
        let made = unsafe { make(year, month, day, hour, minute, second, microsecond, zone, fold, class) };
        // SAFETY: a new reference, or NULL with an exception set.
        unsafe { results::new(made) }
    }

    /// `datetime.timedelta(days, seconds, microseconds)`, brought into its normal form.
    #[inline]
    pub(crate) fn timedelta(&self, days: c_int, seconds: c_int, microseconds: c_int) -> Result<NewRef, Failed> {
        let table = self.table();
        // SAFETY: attached, by `load`; the function checks the numbers.
        let delta = unsafe { (table.Delta_FromDelta)(days, seconds, microseconds, 1, table.DeltaType) };
        // SAFETY: a new reference, or NULL with an exception set.
        unsafe { results::new(delta) }
    }

    /// `datetime.timezone(offset, name)`.
    ///
    /// # Safety
    /// The offset is a `timedelta` and the name a `str`: the function does not check.
    #[inline]
    pub(crate) unsafe fn timezone(
        &self,
        offset: BorrowedRef<'_>,
        name: Option<BorrowedRef<'_>>,
    ) -> Result<NewRef, Failed> {
        let make = self.table().TimeZone_FromTimeZone;
        // SAFETY: attached, by `load`; the types are the caller's; the function checks the offset's size.
        let zone = unsafe { make(offset.as_ptr(), results::or_null(name)) };
        // SAFETY: a new reference, or NULL with an exception set.
        unsafe { results::new(zone) }
    }
}
