//! `chrono`: dates, times, moments, offsets and spans.

use ::chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone as _, Utc};
use owned::prelude::*;

use crate::support::{flat, python};
use crate::{not_given, numbers, refused, round, taken};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

#[test]
fn dates_and_times() {
    python(|py| {
        flat(py, |_| {
            round(py, date(2024, 2, 29), "dt.date(2024, 2, 29)");
            round(py, date(1, 1, 1), "dt.date.min");
            round(py, date(9999, 12, 31), "dt.date.max");
            assert_eq!(not_given(py, date(0, 12, 31)), "ValueError: year 0 is out of range");
            assert_eq!(not_given(py, date(10_000, 1, 1)), "ValueError: year 10000 is out of range");
            assert_eq!(not_given(py, NaiveDate::MIN), "ValueError: year -262143 is out of range");
            let lost = "TypeError: expected datetime.date, got datetime.datetime, whose time would be lost";
            assert_eq!(refused::<NaiveDate>(py, "dt.datetime(2024, 1, 1)"), lost);
            assert_eq!(refused::<NaiveDate>(py, "'2024-01-01'"), "TypeError: expected datetime.date, got str");
            // Pickled bytes say what they like.
            let none = "ValueError: there is no day 2024-02-31";
            assert_eq!(refused::<NaiveDate>(py, r"dt.date(b'\x07\xe8\x02\x1f')"), none);

            round(py, NaiveTime::MIN, "dt.time.min");
            round(py, NaiveTime::from_hms_micro_opt(23, 59, 59, 999_999).unwrap(), "dt.time.max");
            let clock = NaiveTime::from_hms_nano_opt(1, 2, 3, 4_999).unwrap();
            assert_eq!(clock.into_py(py)?.parts().microsecond, 4);
            let leap = NaiveTime::from_hms_milli_opt(23, 59, 59, 1_500).unwrap();
            let none_leap = "ValueError: 23:59:60.500 is a leap second, which Python has none of";
            assert_eq!(not_given(py, leap), none_leap);
            let aware = "TypeError: expected a time without a time zone, got one with datetime.timezone";
            assert_eq!(refused::<NaiveTime>(py, "dt.time(1, tzinfo=dt.timezone.utc)"), aware);
            let none = "ValueError: there is no time 01:200:03.000004";
            assert_eq!(refused::<NaiveTime>(py, r"dt.time(b'\x01\xc8\x03\x00\x00\x04')"), none);
            let none = "ValueError: there is no time 23:59:59.16777215";
            assert_eq!(refused::<NaiveTime>(py, r"dt.time(b'\x17\x3b\x3b\xff\xff\xff')"), none);

            round(py, date(2024, 2, 29).and_hms_opt(12, 5, 0).unwrap(), "dt.datetime(2024, 2, 29, 12, 5)");
            round(py, date(9999, 12, 31).and_hms_micro_opt(23, 59, 59, 999_999).unwrap(), "dt.datetime.max");
            let again = taken::<NaiveDateTime>(py, "dt.datetime(2024, 10, 27, 2, 30, fold=1)");
            assert_eq!(again, date(2024, 10, 27).and_hms_opt(2, 30, 0).unwrap());
            let aware = "TypeError: expected a datetime without a time zone, got one with datetime.timezone";
            assert_eq!(refused::<NaiveDateTime>(py, "dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc)"), aware);
            assert_eq!(
                refused::<NaiveDateTime>(py, "dt.date(2024, 1, 1)"),
                "TypeError: expected datetime.datetime, got datetime.date"
            );
            assert_eq!(not_given(py, date(2016, 12, 31).and_time(leap)), none_leap);
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn moments() {
    python(|py| {
        flat(py, |_| {
            let utc = |text: &str| text.parse::<DateTime<Utc>>().expect("a moment");
            let at = |text: &str| DateTime::parse_from_rfc3339(text).expect("a moment");
            round(py, utc("1970-01-01T00:00:00Z"), "dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)");
            round(py, utc("0001-01-01T00:00:00Z"), "dt.datetime.min.replace(tzinfo=dt.timezone.utc)");
            round(py, utc("9999-12-31T23:59:59.999999Z"), "dt.datetime.max.replace(tzinfo=dt.timezone.utc)");
            let zone = "dt.timezone(dt.timedelta(hours=-3, minutes=-30))";
            round(py, at("2024-02-29T12:05:00-03:30"), &format!("dt.datetime(2024, 2, 29, 12, 5, tzinfo={zone})"));
            // The local time has a year of Python's, the moment in UTC has not.
            round(
                py,
                at("9999-12-31T23:59:59-03:30"),
                &format!("dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo={zone})"),
            );
            assert_eq!(
                taken::<DateTime<Utc>>(py, &format!("dt.datetime(9999, 12, 31, 23, tzinfo={zone})")),
                Utc.with_ymd_and_hms(10_000, 1, 1, 2, 30, 0).unwrap()
            );
            let east = "dt.timezone(dt.timedelta(hours=23, minutes=59))";
            assert_eq!(
                taken::<DateTime<Utc>>(py, &format!("dt.datetime(1, 1, 1, tzinfo={east})")),
                Utc.with_ymd_and_hms(0, 12, 31, 0, 1, 0).unwrap()
            );
            assert_eq!(
                not_given(py, utc("9999-12-31T23:59:59Z") + TimeDelta::seconds(1)),
                "ValueError: year 10000 is out of range"
            );
            let (first, last) = (DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC);
            for offset in [FixedOffset::east_opt(86_399).unwrap(), FixedOffset::west_opt(86_399).unwrap()] {
                assert!(not_given(py, first.with_timezone(&offset)).ends_with(" is out of range"));
                assert!(not_given(py, last.with_timezone(&offset)).ends_with(" is out of range"));
            }

            // Each of the two times that read the same.
            for (fold, hour) in [(0, 0), (1, 1)] {
                let source =
                    format!("dt.datetime(2024, 10, 27, 2, 30, fold={fold}, tzinfo=zi.ZoneInfo('Europe/Berlin'))");
                let moment = Utc.with_ymd_and_hms(2024, 10, 27, hour, 30, 0).unwrap();
                assert_eq!(taken::<DateTime<Utc>>(py, &source), moment);
                let local = taken::<DateTime<FixedOffset>>(py, &source);
                assert_eq!((local.to_utc(), local.offset().local_minus_utc()), (moment, 7200 - 3600 * fold));
            }
            let naive = "TypeError: expected a datetime with a time zone, got one without";
            assert_eq!(refused::<DateTime<Utc>>(py, "dt.datetime(2024, 1, 1)"), naive);
            assert_eq!(refused::<DateTime<FixedOffset>>(py, "dt.datetime(2024, 1, 1)"), naive);
            let odd = |offset: &str| {
                format!(
                    "dt.datetime(2024, 1, 1, tzinfo=type('Z', (dt.tzinfo,), {{'utcoffset': lambda self, at: {offset}}})())"
                )
            };
            assert_eq!(refused::<DateTime<Utc>>(py, &odd("None")), naive);
            assert_eq!(refused::<DateTime<Utc>>(py, &odd("1 / 0")), "ZeroDivisionError: division by zero");
            assert!(refused::<DateTime<Utc>>(py, &odd("dt.timedelta(days=1)")).starts_with("ValueError: "));
            let fine = odd("dt.timedelta(microseconds=1)");
            let whole = "ValueError: expected an offset from UTC of whole seconds, got 0.000001 s";
            assert_eq!(refused::<DateTime<FixedOffset>>(py, &fine), whole);
            let before = Utc.with_ymd_and_hms(2024, 1, 1, 0, 0, 0).unwrap() - TimeDelta::microseconds(1);
            assert_eq!(taken::<DateTime<Utc>>(py, &fine), before);
            let lying = "type('D', (dt.datetime,), {'utcoffset': lambda self: dt.timedelta.max})(2024, 1, 1, tzinfo=dt.timezone.utc)";
            let long = "ValueError: expected an offset from UTC of less than a day";
            assert_eq!(refused::<DateTime<Utc>>(py, lying), long);

            round(py, FixedOffset::east_opt(19_800).unwrap(), "dt.timezone(dt.timedelta(hours=5, minutes=30))");
            round(py, FixedOffset::west_opt(86_399).unwrap(), "dt.timezone(dt.timedelta(seconds=-86399))");
            round(py, Utc, "dt.timezone.utc");
            assert_eq!(
                refused::<Utc>(py, "dt.timezone(dt.timedelta(1) / 2)"),
                "ValueError: expected UTC, got a time zone with another offset"
            );
            let changing = "ValueError: expected a time zone with one offset at all times, got zoneinfo.ZoneInfo";
            assert_eq!(refused::<FixedOffset>(py, "zi.ZoneInfo('Europe/Berlin')"), changing);
            assert_eq!(refused::<FixedOffset>(py, "5"), "TypeError: expected datetime.tzinfo, got int");
            Ok(())
        });
        for number in numbers(3).take(200) {
            // From the year 1 on, to the microsecond.
            let moment = DateTime::<Utc>::from_timestamp_micros(
                (number % 315_537_897_600_000_000) as i64 - 62_135_596_800_000_000,
            );
            let moment = moment.expect("a moment");
            assert_eq!(moment.into_py(py)?.extract::<DateTime<Utc>>()?, moment);
            let local = moment.with_timezone(&FixedOffset::east_opt((number % 86_399) as i32 - 43_200).unwrap());
            if let Ok(object) = local.into_py(py) {
                assert_eq!(object.extract::<DateTime<FixedOffset>>()?, local);
                assert_eq!(object.extract::<DateTime<Utc>>()?, moment);
            }
        }
        Ok(())
    });
}

#[test]
fn spans() {
    python(|py| {
        flat(py, |_| {
            round(py, TimeDelta::zero(), "dt.timedelta()");
            round(py, TimeDelta::microseconds(-1), "dt.timedelta(microseconds=-1)");
            for extreme in ["dt.timedelta.min", "dt.timedelta.max"] {
                round(py, taken::<TimeDelta>(py, extreme), extreme);
            }
            // What is finer is cut off.
            assert_eq!(TimeDelta::nanoseconds(-1_999).into_py(py)?.total_microseconds(), -1);
            let long = "OverflowError: a timedelta has at most 999999999 days";
            assert_eq!(not_given(py, TimeDelta::MAX), long);
            assert_eq!(not_given(py, TimeDelta::MIN), long);
            assert_eq!(refused::<TimeDelta>(py, "1.5"), "TypeError: expected datetime.timedelta, got float");
            Ok(())
        });
        assert_eq!(<TimeDelta as FromPy>::ACCEPTS.to_string(), "datetime.timedelta");
        Ok(())
    });
}
