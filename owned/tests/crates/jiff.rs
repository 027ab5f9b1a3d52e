//! `jiff`: civil dates and times, moments, zones and spans.

use ::jiff::civil::{self, Date, Time};
use ::jiff::tz::{Offset, TimeZone};
use ::jiff::{SignedDuration, Span, Timestamp, ToSpan as _, ZonedDateTime};
use owned::prelude::*;

use crate::support::{flat, python};
use crate::{not_given, numbers, refused, round, taken};

#[test]
fn dates_and_times() {
    python(|py| {
        flat(py, |_| {
            round(py, civil::date(2024, 2, 29), "dt.date(2024, 2, 29)");
            round(py, Date::MAX, "dt.date.max");
            assert_eq!(not_given(py, Date::MIN), "ValueError: year -9999 is out of range");
            let lost = "TypeError: expected datetime.date, got datetime.datetime, whose time would be lost";
            assert_eq!(refused::<Date>(py, "dt.datetime(2024, 1, 1)"), lost);
            let none = "ValueError: there is no day 2024-02-31";
            assert_eq!(refused::<Date>(py, r"dt.date(b'\x07\xe8\x02\x1f')"), none);
            let none = "ValueError: there is no day 65535-02-01";
            assert_eq!(refused::<Date>(py, r"dt.date(b'\xff\xff\x02\x01')"), none);

            round(py, civil::time(23, 59, 59, 999_999_000), "dt.time.max");
            assert_eq!(civil::time(1, 2, 3, 4_999).into_py(py)?.parts().microsecond, 4);
            assert!(
                refused::<Time>(py, "dt.time(1, tzinfo=dt.timezone.utc)")
                    .starts_with("TypeError: expected a time without")
            );
            let none = "ValueError: there is no time 23:59:59.16777215";
            assert_eq!(refused::<Time>(py, r"dt.time(b'\x17\x3b\x3b\xff\xff\xff')"), none);

            round(py, civil::date(2024, 2, 29).at(12, 5, 0, 0), "dt.datetime(2024, 2, 29, 12, 5)");
            let aware = "TypeError: expected a datetime without a time zone, got one with zoneinfo.ZoneInfo";
            let source = "dt.datetime(2024, 1, 1, tzinfo=zi.ZoneInfo('Europe/Berlin'))";
            assert_eq!(refused::<civil::DateTime>(py, source), aware);
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn moments_and_zones() {
    python(|py| {
        flat(py, |_| {
            round(py, Timestamp::UNIX_EPOCH, "dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)");
            round(
                py,
                "0001-01-01T00:00:00Z".parse::<Timestamp>().unwrap(),
                "dt.datetime.min.replace(tzinfo=dt.timezone.utc)",
            );
            assert_eq!(not_given(py, Timestamp::MIN), "ValueError: year -9999 is out of range");
            let late = refused::<Timestamp>(py, "dt.datetime.max.replace(tzinfo=dt.timezone.utc)");
            assert!(late.starts_with("OverflowError: "), "{late}");
            // In the east it is that late already, and the moment is one of jiff's.
            let east = "dt.datetime(9999, 12, 30, 22, tzinfo=dt.timezone(dt.timedelta(hours=14)))";
            assert_eq!(taken::<Timestamp>(py, east).to_string(), "9999-12-30T08:00:00Z");
            let naive = "TypeError: expected a datetime with a time zone, got one without";
            assert_eq!(refused::<Timestamp>(py, "dt.datetime(2024, 1, 1)"), naive);

            let zoned = |text: &str| text.parse::<ZonedDateTime>().expect("a zoned moment");
            let berlin = |time: &str| format!("dt.datetime({time}, tzinfo=zi.ZoneInfo('Europe/Berlin'))");
            round(py, zoned("2024-07-01T12:00+02[Europe/Berlin]"), &berlin("2024, 7, 1, 12"));
            // Each of the two times that read the same.
            round(py, zoned("2024-10-27T02:30+02[Europe/Berlin]"), &berlin("2024, 10, 27, 2, 30"));
            round(py, zoned("2024-10-27T02:30+01[Europe/Berlin]"), &berlin("2024, 10, 27, 2, 30, fold=1"));
            // Clocks skipped it.
            let skipped = taken::<ZonedDateTime>(py, &berlin("2024, 3, 31, 2, 30"));
            assert_eq!(skipped.to_string(), "2024-03-31T03:30:00+02:00[Europe/Berlin]");
            round(py, zoned("2024-07-01T12:00Z[UTC]"), "dt.datetime(2024, 7, 1, 12, tzinfo=dt.timezone.utc)");
            let fixed = "dt.datetime(2024, 7, 1, 12, tzinfo=dt.timezone(dt.timedelta(hours=-3)))";
            round(py, zoned("2024-07-01T12:00-03[-03]"), fixed);

            round(py, TimeZone::get("Asia/Kolkata").unwrap(), "zi.ZoneInfo('Asia/Kolkata')");
            round(py, TimeZone::UTC, "dt.timezone.utc");
            round(py, TimeZone::fixed(Offset::constant(5)), "dt.timezone(dt.timedelta(hours=5))");
            let unnamed = "ValueError: Python has no time zone without a name, unless its offset is fixed";
            assert_eq!(not_given(py, TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").unwrap()), unnamed);
            assert_eq!(not_given(py, TimeZone::unknown()), unnamed);
            let other = "TypeError: expected zoneinfo.ZoneInfo or datetime.timezone, got Z";
            let zone = "type('Z', (dt.tzinfo,), {'utcoffset': lambda self, at: dt.timedelta(0)})()";
            assert_eq!(refused::<TimeZone>(py, zone), other);
            assert_eq!(refused::<ZonedDateTime>(py, &format!("dt.datetime(2024, 1, 1, tzinfo={zone})")), other);
            let strange = "type('Z', (zi.ZoneInfo,), {'key': 'Moon/Tycho'})('UTC')";
            assert!(refused::<TimeZone>(py, strange).starts_with("ValueError: "));
            let file = "ValueError: expected a time zone with a name, got one that was made from a file";
            assert_eq!(refused::<TimeZone>(py, "zi.ZoneInfo.from_file(open('/usr/share/zoneinfo/UTC', 'rb'))"), file);

            round(py, Offset::constant(-23), "dt.timezone(dt.timedelta(hours=-23))");
            assert!(
                not_given(py, Offset::constant(24))
                    .starts_with("ValueError: offset must be a timedelta strictly between")
            );
            let changing = "ValueError: expected a time zone with one offset at all times, got zoneinfo.ZoneInfo";
            assert_eq!(refused::<Offset>(py, "zi.ZoneInfo('Europe/Berlin')"), changing);
            Ok(())
        });
        let berlin = TimeZone::get("Europe/Berlin").expect("a zone");
        for number in numbers(4).take(200) {
            // From 1900 to 2100, where there are many rules.
            let micros = (number % 6_311_433_600_000_000) as i64 - 2_208_988_800_000_000;
            let moment = Timestamp::from_microsecond(micros).expect("a moment");
            assert_eq!(moment.into_py(py)?.extract::<Timestamp>()?, moment);
            // The days of changes too.
            for shift in [0, 1800] {
                let moment = moment + SignedDuration::from_secs(shift);
                let zoned = ZonedDateTime::new(moment, berlin.clone());
                assert_eq!((&zoned).into_py(py)?.extract::<ZonedDateTime>()?, zoned);
            }
        }
        Ok(())
    });
}

#[test]
fn spans() {
    python(|py| {
        flat(py, |_| {
            round(py, SignedDuration::from_micros(-1), "dt.timedelta(microseconds=-1)");
            for extreme in ["dt.timedelta.min", "dt.timedelta.max"] {
                round(py, taken::<SignedDuration>(py, extreme), extreme);
            }
            assert_eq!(SignedDuration::from_nanos(-1_999).into_py(py)?.total_microseconds(), -1);
            let long = "OverflowError: a timedelta has at most 999999999 days";
            assert_eq!(not_given(py, SignedDuration::MAX), long);
            assert_eq!(not_given(py, SignedDuration::MIN), long);

            assert_eq!(25.hours().minutes(1).into_py(py)?.total_microseconds(), 90_060_000_000);
            assert_eq!((-1).second().microseconds(5).into_py(py)?.total_microseconds(), -1_000_005);
            let span = taken::<Span>(py, "dt.timedelta(days=1, microseconds=7)");
            assert_eq!(span.fieldwise(), 86_400.seconds().microseconds(7).fieldwise());
            let why = "is not of one length: Span::to_duration takes what it is relative to";
            assert_eq!(not_given(py, 1.month().hours(2)), format!("ValueError: a span of 1 months {why}"));
            assert_eq!(not_given(py, (-3).days()), format!("ValueError: a span of -3 days {why}"));
            assert!(refused::<Span>(py, "dt.timedelta.max").starts_with("OverflowError: "));
            Ok(())
        });
        Ok(())
    });
}
