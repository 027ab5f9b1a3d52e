//! Spans, moments and addresses to Python and back: each type, each way to fail, and nothing left behind.

mod support;

use core::fmt::Debug;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::{Duration, SystemTime};

use owned::prelude::*;
use owned::types::{DateTime, TimeDelta};
use owned::{FromPy, IntoPy};
use support::{eval, flat, python};

#[track_caller]
fn round<'py, T>(py: Python<'py>, value: T) -> String
where
    T: IntoPy<'py> + for<'x> FromPy<'x, 'py> + Clone + PartialEq + Debug,
{
    let object = value.clone().into_any(py).expect("it converts");
    assert_eq!(object.extract::<T>().expect("and back"), value);
    object.str().expect("a text").to_string()
}

/// An expression over the modules `datetime` and `ipaddress`.
fn made<'py>(py: Python<'py>, source: &str) -> Result<Owned<'py, Any>> {
    eval(py, &format!("(lambda d, ip: {source})(__import__('datetime'), __import__('ipaddress'))"))
}

#[track_caller]
fn refused<'py, T: for<'x> FromPy<'x, 'py> + Debug>(py: Python<'py>, source: &str) -> String {
    made(py, source).expect("an expression").extract::<T>().expect_err("it is refused").to_string()
}

#[test]
fn durations_are_timedeltas() {
    python(|py| {
        flat(py, |_| {
            assert_eq!(round(py, Duration::ZERO), "0:00:00");
            assert_eq!(round(py, Duration::from_micros(1)), "0:00:00.000001");
            assert_eq!(round(py, Duration::from_micros(86_400_000_000 - 1)), "23:59:59.999999");
            assert_eq!(round(py, Duration::from_secs(86_400 * 2)), "2 days, 0:00:00");
            let most = Duration::new(86_400 * 1_000_000_000 - 1, 999_999_000);
            assert_eq!(round(py, most), "999999999 days, 23:59:59.999999");
            let mut state = 5_u64;
            for bits in 0..63 {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                round(py, Duration::from_micros(state >> bits));
            }
            // What is finer than a microsecond is cut off.
            assert_eq!((&Duration::from_nanos(1999)).into_py(py)?.total_microseconds(), 1);
            let beyond = most + Duration::from_micros(1);
            assert!(beyond.into_py(py).expect_err("too long").to_string().starts_with("OverflowError: "));
            let error = Duration::MAX.into_py(py).expect_err("too long").to_string();
            assert_eq!(error, "OverflowError: a timedelta has at most 999999999 days");
            let negative = "ValueError: expected a timedelta that is not negative";
            assert_eq!(refused::<Duration>(py, "d.timedelta(microseconds=-1)"), negative);
            assert_eq!(refused::<Duration>(py, "d.timedelta.min"), negative);
            assert_eq!(made(py, "d.timedelta.max")?.extract::<Duration>()?, most);
            assert_eq!(refused::<Duration>(py, "5"), "TypeError: expected datetime.timedelta, got int");
            assert_eq!(refused::<Duration>(py, "1.5"), "TypeError: expected datetime.timedelta, got float");
            let odd = made(py, "type('T', (d.timedelta,), {'total_seconds': lambda self: 1/0})(1)")?;
            assert_eq!(odd.extract::<Duration>()?, Duration::from_secs(86_400));
            assert!(odd.is_a::<TimeDelta>());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn system_times_are_aware_datetimes() {
    python(|py| {
        flat(py, |_| {
            let epoch = SystemTime::UNIX_EPOCH;
            let micros = Duration::from_micros;
            assert_eq!(round(py, epoch), "1970-01-01 00:00:00+00:00");
            assert_eq!(round(py, epoch + micros(1)), "1970-01-01 00:00:00.000001+00:00");
            assert_eq!(round(py, epoch - micros(1)), "1969-12-31 23:59:59.999999+00:00");
            assert_eq!(round(py, epoch + Duration::from_secs(1_709_208_300)), "2024-02-29 12:05:00+00:00");
            let first = epoch - Duration::from_secs(62_135_596_800);
            assert_eq!(round(py, first), "0001-01-01 00:00:00+00:00");
            let last = epoch + Duration::new(253_402_300_799, 999_999_000);
            assert_eq!(round(py, last), "9999-12-31 23:59:59.999999+00:00");
            let mut state = 9_u64;
            for bits in 11..63 {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                round(py, epoch + micros(state >> bits));
                round(py, epoch - micros(state >> bits));
            }
            // What is finer is cut off, towards the past.
            let moment = (&(epoch - Duration::from_nanos(1))).into_py(py)?;
            assert_eq!(moment.str()?.to_str()?, "1969-12-31 23:59:59.999999+00:00");
            let beyond = "OverflowError: date value out of range";
            assert_eq!((first - micros(1)).into_py(py).expect_err("year 0").to_string(), beyond);
            assert_eq!((last + micros(1)).into_py(py).expect_err("year 10000").to_string(), beyond);

            let zone = "d.timezone(d.timedelta(hours=5, minutes=30))";
            let moment = made(py, &format!("d.datetime(1970, 1, 1, 5, 30, 1, tzinfo={zone})"))?;
            assert_eq!(moment.extract::<SystemTime>()?, epoch + Duration::from_secs(1));
            let early = made(py, &format!("d.datetime(1, 1, 1, tzinfo={zone})"))?;
            assert!(early.is_a::<DateTime>());
            assert_eq!(early.extract::<SystemTime>()?, first - Duration::from_secs(19_800));
            let naive = "TypeError: can't subtract offset-naive and offset-aware datetimes";
            assert_eq!(refused::<SystemTime>(py, "d.datetime(2024, 1, 1)"), naive);
            let date = "TypeError: expected datetime.datetime, got datetime.date";
            assert_eq!(refused::<SystemTime>(py, "d.date(2024, 1, 1)"), date);
            assert_eq!(refused::<SystemTime>(py, "0.0"), "TypeError: expected datetime.datetime, got float");
            let zone = "type('Z', (d.tzinfo,), {'utcoffset': lambda self, at: 1 / 0})()";
            let raised = refused::<SystemTime>(py, &format!("d.datetime(2024, 1, 1, tzinfo={zone})"));
            assert_eq!(raised, "ZeroDivisionError: division by zero");
            let odd = "type('D', (d.datetime,), {'__sub__': lambda self, other: 5})(2024, 1, 1, tzinfo=d.timezone.utc)";
            assert_eq!(refused::<SystemTime>(py, odd), "TypeError: expected datetime.timedelta, got int");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn addresses_are_those_of_ipaddress() {
    python(|py| {
        flat(py, |_| {
            let (four, six) = (Ipv4Addr::new(127, 0, 0, 1), Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1));
            for four in [four, Ipv4Addr::UNSPECIFIED, Ipv4Addr::BROADCAST] {
                assert_eq!(round(py, four), four.to_string());
                assert_eq!(round(py, IpAddr::from(four)), four.to_string());
                assert_eq!(Str::new(py, &four.to_string())?.extract::<Ipv4Addr>()?, four);
            }
            for six in [six, Ipv6Addr::UNSPECIFIED, Ipv6Addr::LOCALHOST] {
                assert_eq!(round(py, six), six.to_string());
                assert_eq!(round(py, IpAddr::from(six)), six.to_string());
                assert_eq!(Str::new(py, &six.to_string())?.extract::<IpAddr>()?, six);
            }
            assert!((&four).into_py(py)?.is_instance(&py.import("ipaddress")?.getattr("IPv4Address")?)?);
            assert!((&IpAddr::from(six)).into_py(py)?.is_instance(&py.import("ipaddress")?.getattr("IPv6Address")?)?);
            assert_eq!(refused::<Ipv4Addr>(py, "'300.0.0.1'"), "ValueError: '300.0.0.1' is not an IPv4 address");
            assert_eq!(refused::<Ipv6Addr>(py, "'127.0.0.1'"), "ValueError: '127.0.0.1' is not an IPv6 address");
            assert_eq!(refused::<IpAddr>(py, "'\\ud800'"), "ValueError: '\u{fffd}' is not an IP address");
            assert_eq!(refused::<Ipv4Addr>(py, "5"), "TypeError: expected an IPv4 address, got int");
            assert_eq!(
                refused::<Ipv4Addr>(py, "ip.ip_address('::1')"),
                "TypeError: expected an IPv4 address, got IPv6Address"
            );
            assert_eq!(
                refused::<Ipv6Addr>(py, "ip.ip_address('1.2.3.4')"),
                "TypeError: expected an IPv6 address, got IPv4Address"
            );
            assert_eq!(
                refused::<IpAddr>(py, "ip.ip_network('::/8')"),
                "TypeError: expected an IP address, got IPv6Network"
            );
            let scope = "ValueError: an address without a scope is expected, got one with 'eth0'";
            assert_eq!(refused::<Ipv6Addr>(py, "ip.ip_address('fe80::1%eth0')"), scope);
            assert_eq!(refused::<IpAddr>(py, "ip.ip_address('fe80::1%eth0')"), scope);
            let short = "type('A', (ip.IPv4Address,), {'packed': b'123'})('1.2.3.4')";
            assert!(refused::<Ipv4Addr>(py, short).starts_with("ValueError: could not convert slice to array"));
            let odd = "type('A', (ip.IPv4Address,), {'packed': 5})('1.2.3.4')";
            assert_eq!(refused::<Ipv4Addr>(py, odd), "TypeError: expected bytes, got int");
            Ok(())
        });
        Ok(())
    });
}
