//! Dates and times, by the attributes of the module `datetime`. In the place of `raw/datetime.rs`.

use core::ffi::{CStr, c_int};

use super::datetime_class;
use crate::raw::date_parts::{DateParts, TimeParts};
use crate::raw::ffi;
use crate::raw::refs::{BorrowedRef, Failed, NewRef};
use crate::raw::results;

macro_rules! checks {
    ($($function:ident = $name:literal;)*) => { $(
        #[doc = concat!("Whether the object is a `", stringify!($name), "`; no Python code runs.")]
        #[inline]
        pub(crate) fn $function(object: BorrowedRef<'_>) -> bool {
            // SAFETY: attached, since an object is at hand.
            !unsafe { datetime_class(object.as_ptr(), $name) }.is_null()
        }
    )* };
}
checks! {
    is_date = c"date";
    is_time = c"time";
    is_datetime = c"datetime";
    is_timedelta = c"timedelta";
    is_tzinfo = c"tzinfo";
    is_timezone = c"timezone";
}

/// The module, and the classes that its attributes were when this was made.
pub(crate) struct DateTimeApi {
    module: NewRef,
    datetime: NewRef,
    utc: NewRef,
}

/// # Safety
/// The thread is attached.
unsafe fn attribute(object: BorrowedRef<'_>, name: &CStr) -> Result<NewRef, Failed> {
    // SAFETY: attached, by the caller; a C string; a new reference or NULL.
    let found = unsafe { ffi::PyObject_GetAttrString(object.as_ptr(), name.as_ptr()) };
    // SAFETY: the contract above.
    unsafe { results::new(found) }
}

/// # Safety
/// The thread is attached.
unsafe fn int(value: c_int) -> Result<NewRef, Failed> {
    // SAFETY: attached, by the caller; a new reference or NULL.
    let int = unsafe { ffi::PyLong_FromLong(value.into()) };
    // SAFETY: the contract above.
    unsafe { results::new(int) }
}

impl DateTimeApi {
    /// Imports `datetime`.
    ///
    /// # Safety
    /// The thread is attached as long as the result lives.
    pub(crate) unsafe fn load() -> Result<Self, Failed> {
        // SAFETY: attached; a C string; a new reference or NULL.
        let module = unsafe { ffi::PyImport_ImportModule(c"datetime".as_ptr()) };
        // SAFETY: the contract above.
        let module = unsafe { results::new(module) }?;
        // SAFETY: attached.
        let datetime = unsafe { attribute(module.borrow(), c"datetime") }?;
        // SAFETY: attached.
        let zone = unsafe { attribute(module.borrow(), c"timezone") }?;
        // SAFETY: attached.
        let utc = unsafe { attribute(zone.borrow(), c"utc") }?;
        Ok(DateTimeApi { module, datetime, utc })
    }

    /// `datetime.timezone.utc`.
    #[inline]
    pub(crate) fn utc(&self) -> NewRef {
        self.utc.borrow().to_new()
    }

    /// `datetime.datetime`.
    #[inline]
    pub(crate) fn datetime_type(&self) -> BorrowedRef<'_> {
        self.datetime.borrow()
    }

    /// A class of the module, called. What is made is an instance of C's class of that name, or an error is raised: anybody can
    /// put something else into a module.
    fn make(
        &self,
        name: &CStr,
        numbers: &[c_int],
        zone: Option<BorrowedRef<'_>>,
        fold: bool,
    ) -> Result<NewRef, Failed> {
        // SAFETY: attached, by `load`.
        let class = unsafe { attribute(self.module.borrow(), name) }?;
        let mut args = Vec::with_capacity(numbers.len() + 1);
        for &number in numbers {
            // SAFETY: attached, by `load`.
            args.push(unsafe { int(number) }?);
        }
        args.extend(zone.map(BorrowedRef::to_new));
        // SAFETY: attached.
        let args = unsafe { crate::raw::tuple_of(args) }?;
        let mut keywords = None;
        if fold {
            // SAFETY: attached; a new reference or NULL.
            let dict = unsafe { ffi::PyDict_New() };
            // SAFETY: the contract above.
            let dict = unsafe { results::new(dict) }?;
            // SAFETY: attached.
            let fold = unsafe { int(1) }?;
            // SAFETY: attached; a dict, which takes its own reference.
            unsafe { crate::raw::dict_set_item_string(dict.borrow(), c"fold".as_ptr(), fold.borrow()) }?;
            keywords = Some(dict);
        }
        let keywords = results::or_null(keywords.as_ref().map(NewRef::borrow));
        // SAFETY: attached; a tuple, and a dict or NULL; a new reference or NULL.
        let made = unsafe { ffi::PyObject_Call(class.borrow().as_ptr(), args.borrow().as_ptr(), keywords) };
        // SAFETY: the contract above.
        let made = unsafe { results::new(made) }?;
        // SAFETY: attached; a live object.
        if unsafe { datetime_class(made.borrow().as_ptr(), name) }.is_null() {
            // SAFETY: set when the interpreter was initialised and not changed while it runs.
            let class = unsafe { ffi::PyExc_TypeError };
            let message = c"what the module 'datetime' makes is no date or time of its own";
            // SAFETY: attached; a C string, which is copied.
            unsafe { ffi::PyErr_SetString(class, message.as_ptr()) };
            return Err(Failed::set());
        }
        Ok(made)
    }

    /// `datetime.date(…)`.
    #[inline]
    pub(crate) fn date(&self, date: DateParts) -> Result<NewRef, Failed> {
        let DateParts { year, month, day } = date;
        self.make(c"date", &[year.into(), month.into(), day.into()], None, false)
    }

    /// `datetime.time(…)`. The zone is a `tzinfo`.
    #[inline]
    pub(crate) fn time(&self, time: TimeParts, zone: Option<BorrowedRef<'_>>) -> Result<NewRef, Failed> {
        self.make(c"time", &clock(time), zone, time.fold)
    }

    /// `datetime.datetime(…)`. The zone is a `tzinfo`.
    #[inline]
    pub(crate) fn datetime(
        &self,
        date: DateParts,
        time: TimeParts,
        zone: Option<BorrowedRef<'_>>,
    ) -> Result<NewRef, Failed> {
        let [hour, minute, second, microsecond] = clock(time);
        let numbers = [date.year.into(), date.month.into(), date.day.into(), hour, minute, second, microsecond];
        self.make(c"datetime", &numbers, zone, time.fold)
    }

    /// `datetime.timedelta(days, seconds, microseconds)`, brought into its normal form.
    #[inline]
    pub(crate) fn timedelta(&self, days: c_int, seconds: c_int, microseconds: c_int) -> Result<NewRef, Failed> {
        self.make(c"timedelta", &[days, seconds, microseconds], None, false)
    }

    /// `datetime.timezone(offset, name)`.
    ///
    /// # Safety
    /// The offset is a `timedelta` and the name a `str`.
    #[inline]
    pub(crate) unsafe fn timezone(
        &self,
        offset: BorrowedRef<'_>,
        name: Option<BorrowedRef<'_>>,
    ) -> Result<NewRef, Failed> {
        // SAFETY: attached, by `load`.
        let class = unsafe { attribute(self.module.borrow(), c"timezone") }?;
        let args = [Some(offset), name];
        let args: Vec<_> = args.into_iter().flatten().collect();
        // SAFETY: attached, by `load`.
        let zone = unsafe { crate::raw::vectorcall(class.borrow(), &args) }?;
        Ok(zone)
    }
}

/// As the classes take them. What does not fit in an `int` is out of range, and stays so.
#[inline]
fn clock(time: TimeParts) -> [c_int; 4] {
    let microsecond = c_int::try_from(time.microsecond).unwrap_or(c_int::MAX);
    [time.hour.into(), time.minute.into(), time.second.into(), microsecond]
}
