//! Dates, times, spans and zones: made, read, cast, each way to fail, and nothing left behind.

mod support;

use owned::prelude::*;
use owned::types::{Date, DateParts, DateTime, Time, TimeDelta, TimeParts, TimeZone, TzInfo};
use support::{child_succeeds, eval, exec, flat, in_child, python};

const DAY: DateParts = DateParts { year: 2024, month: 2, day: 29 };
const MOMENT: TimeParts = TimeParts { hour: 23, minute: 59, second: 58, microsecond: 999_999, fold: true };

#[track_caller]
fn error<T: core::fmt::Debug>(result: Result<T>) -> String {
    result.expect_err("it fails").to_string()
}

/// An expression over the module `datetime`.
fn made<'py>(py: Python<'py>, source: &str) -> Result<Owned<'py, Any>> {
    eval(py, &format!("(lambda d: {source})(__import__('datetime'))"))
}

#[test]
fn parts_go_there_and_back() {
    python(|py| {
        flat(py, |_| {
            for (year, month, day) in [(1, 1, 1), (2024, 2, 29), (9999, 12, 31)] {
                let date = Date::new(py, DateParts { year, month, day })?;
                assert_eq!((date.year(), date.month(), date.day()), (year, month, day));
                assert_eq!(date.str()?.to_str()?, format!("{year:04}-{month:02}-{day:02}"));
            }
            let zone = TimeZone::fixed(&TimeDelta::new(py, 0, -3600, 0)?, None)?;
            let time = Time::new(py, MOMENT, None)?;
            assert_eq!((time.parts(), time.tzinfo().is_none()), (MOMENT, true));
            let time = Time::new(py, TimeParts { fold: false, ..MOMENT }, Some(&zone))?;
            assert!(!time.parts().fold && time.tzinfo().is_some_and(|found| found.is(&zone)));
            assert_eq!(time.str()?.to_str()?, "23:59:58.999999-01:00");

            let moment = DateTime::new(py, DAY, MOMENT, Some(&zone))?;
            assert_eq!((moment.parts(), moment.time_parts(), moment.year()), (DAY, MOMENT, 2024));
            assert!(moment.tzinfo().is_some_and(|found| found.is(&zone)));
            assert_eq!(moment.utc_offset()?.expect("aware").total_microseconds(), -3_600_000_000);
            assert_eq!(
                moment.in_zone(&TimeZone::utc(py)?.into_base())?.str()?.to_str()?,
                "2024-03-01 00:59:58.999999+00:00"
            );
            let naive = DateTime::new(py, DAY, TimeParts::default(), None)?;
            assert!(naive.tzinfo().is_none() && naive.utc_offset()?.is_none());

            let span = TimeDelta::new(py, -1, 3600, -1)?;
            assert_eq!((span.days(), span.seconds(), span.microseconds()), (-1, 3599, 999_999));
            assert_eq!(span.total_microseconds(), -82_800_000_001);
            let most = TimeDelta::new(py, 999_999_999, 86_399, 999_999)?;
            assert_eq!(most.total_microseconds(), 86_399_999_999_999_999_999);

            let utc = TimeZone::utc(py)?;
            assert!(utc.is(&made(py, "d.timezone.utc")?));
            let moment = DateTime::from_timestamp(py, 1.5, Some(&utc))?;
            assert_eq!((moment.timestamp()?, moment.str()?.to_str()?), (1.5, "1970-01-01 00:00:01.500000+00:00"));
            let named = TimeZone::fixed(&TimeDelta::new(py, 0, 60, 0)?, Some(&Str::new(py, "one")?))?;
            assert_eq!(named.str()?.to_str()?, "one");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn what_is_out_of_range_is_refused() {
    python(|py| {
        flat(py, |_| {
            let date = |year, month, day| Date::new(py, DateParts { year, month, day });
            assert!(error(date(0, 1, 1)).starts_with("ValueError: year "));
            assert!(error(date(10_000, 1, 1)).starts_with("ValueError: year "));
            assert!(error(date(2023, 13, 1)).starts_with("ValueError: month must be in 1..12"));
            assert!(error(date(2023, 2, 29)).starts_with("ValueError: day "));
            let time = |hour, microsecond| Time::new(py, TimeParts { hour, microsecond, ..MOMENT }, None);
            assert!(error(time(24, 0)).starts_with("ValueError: hour must be in 0..23"));
            assert!(error(time(0, 1_000_000)).starts_with("ValueError: microsecond must be in 0..999999"));
            assert!(error(time(0, u32::MAX)).starts_with("ValueError: microsecond must be in 0..999999"));
            let wrong = TimeParts { minute: 60, ..MOMENT };
            assert!(error(DateTime::new(py, DAY, wrong, None)).starts_with("ValueError: minute must be in 0..59"));
            assert!(error(TimeDelta::new(py, 1_000_000_000, 0, 0)).starts_with("OverflowError: "));
            let day = TimeDelta::new(py, 1, 0, 0)?;
            assert!(error(TimeZone::fixed(&day, None)).starts_with("ValueError: offset must be"));
            assert!(error(DateTime::from_timestamp(py, f64::NAN, None)).starts_with("ValueError: "));
            assert!(error(DateTime::from_timestamp(py, 1e300, None)).starts_with("OverflowError: "));
            let zone = made(py, "type('Bad', (d.tzinfo,), {'utcoffset': lambda self, at: 1 / 0})()")?;
            let moment = DateTime::new(py, DAY, MOMENT, Some(&zone.downcast::<TzInfo>()?))?;
            assert!(error(moment.utc_offset()).starts_with("ZeroDivisionError"));
            assert!(error(moment.timestamp()).starts_with("ZeroDivisionError"));
            assert!(error(moment.in_zone(&TimeZone::utc(py)?.into_base())).starts_with("ZeroDivisionError"));
            assert!(PyErr::take(py).is_none());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn each_is_cast_to_its_own_types_only() {
    python(|py| {
        flat(py, |_| {
            let is = |source: &str| -> Result<String> {
                let object = made(py, source)?;
                let all = [
                    (object.is_a::<Date>(), 'd'),
                    (object.is_a::<DateTime>(), 'D'),
                    (object.is_a::<Time>(), 't'),
                    (object.is_a::<TimeDelta>(), 's'),
                    (object.is_a::<TzInfo>(), 'z'),
                    (object.is_a::<TimeZone>(), 'Z'),
                ];
                Ok(all.iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect())
            };
            assert_eq!(is("d.date(1, 2, 3)")?, "d");
            assert_eq!(is("d.datetime(1, 2, 3)")?, "dD");
            assert_eq!(is("d.time()")?, "t");
            assert_eq!(is("d.timedelta()")?, "s");
            assert_eq!(is("d.timezone.utc")?, "zZ");
            assert_eq!(is("d.tzinfo()")?, "z");
            assert_eq!(is("d.date")?, "");
            assert_eq!(is("5")?, "");
            assert_eq!(is("type('X', (type('A', (), {}), d.datetime), {})(1, 2, 3)")?, "dD");
            assert_eq!(is("type('X', (type('A', (), {}), d.tzinfo), {})()")?, "z");
            // A name is not enough.
            assert_eq!(is("type('datetime.date', (), {'__module__': 'datetime'})()")?, "");
            assert_eq!(is("type('datetime.tzinfo', (), {})()")?, "");
            let object = made(py, "d.date(1, 2, 3)")?.downcast::<DateTime>().expect_err("no time");
            assert_eq!(object.to_string(), "expected datetime.datetime, got datetime.date");
            let date = made(py, "d.datetime(2024, 2, 29)")?.downcast::<DateTime>()?.into_base();
            assert_eq!(date.parts(), DAY);
            Ok(())
        });
        Ok(())
    });
}

/// The types of C are told without the capsule, and the capsule stays when its module goes.
#[test]
fn the_module_may_go_and_come_again() {
    if !in_child() {
        child_succeeds("the_module_may_go_and_come_again");
        return;
    }
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, "import datetime\ntoday = datetime.date(2024, 2, 29)")?;
        let date = globals.require("today")?.downcast::<Date>()?;
        assert_eq!(date.parts(), DAY);
        drop(date);
        // It is not loaded yet, and cannot be.
        exec(&globals, "import sys\nkept = sys.modules['datetime']\nsys.modules['datetime'] = None")?;
        assert!(error(Date::new(py, DAY)).starts_with("ModuleNotFoundError: "));
        exec(&globals, "class Fake: pass\nsys.modules['datetime'] = Fake()")?;
        assert!(error(TimeZone::utc(py)).starts_with("AttributeError: "));
        exec(&globals, "Fake.datetime_CAPI = 5\nimport datetime")?;
        assert!(error(Date::new(py, DAY)).starts_with("ValueError: PyCapsule_GetPointer"));
        Ok(())
    });
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, "import sys\nsys.modules.pop('datetime')\nimport datetime")?;
        Date::new(py, DAY)?;
        exec(
            &globals,
            "
import gc
for name in ('datetime', '_datetime'):
    module = sys.modules.pop(name, None)
    if hasattr(module, 'datetime_CAPI'): del module.datetime_CAPI
del datetime, module
gc.collect()",
        )?;
        flat(py, |_| {
            assert_eq!(Date::new(py, DAY)?.parts(), DAY);
            assert_eq!(Time::new(py, MOMENT, Some(&TimeZone::utc(py)?.into_base()))?.parts(), MOMENT);
            Ok(())
        });
        Ok(())
    });
}
