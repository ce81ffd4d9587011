//! What `time` needs of a clock, from the host: the browser has none that RustPython could read.
//!
//! They take the place of RustPython's functions in Python's `time`. Dates are RustPython's, in the browser's zone; there it
//! counts weekdays from Sunday, and knows no names of zones, which come from here, too.

/// The functions of RustPython's that some of these ask, and what they are called from now on.
pub(crate) const ASKED: [(&str, &str); 2] = [("gmtime", "_gmtime"), ("localtime", "_localtime")];

/// The functions that `time` takes from here.
pub(crate) const NAMES: &[&str] = &[
    "monotonic",
    "monotonic_ns",
    "perf_counter",
    "perf_counter_ns",
    "process_time",
    "process_time_ns",
    "thread_time",
    "thread_time_ns",
    "gmtime",
    "localtime",
    "__getattr__",
    "sleep",
    "time",
    "time_ns",
];

#[rustpython_vm::pymodule]
pub(crate) mod _kindling_clock {
    use rustpython_vm::{
        PyObjectRef, PyResult, VirtualMachine,
        builtins::{PyStrRef, PyTuple},
        convert::ToPyObject,
        function::{ArgIntoFloat, FuncArgs},
    };

    use crate::{host, interrupt};

    /// The longest wait between two looks at whether to stop.
    const LONGEST_WAIT_MS: f64 = 50.0;

    fn monotonic_ms() -> f64 {
        host::current().map_or(0.0, |current| current.host.monotonic_ms())
    }

    fn unix_ms() -> f64 {
        host::current().map_or(0.0, |current| current.host.unix_ms())
    }

    fn nanoseconds(milliseconds: f64) -> i64 {
        (milliseconds * 1e6) as i64
    }

    #[pyfunction]
    fn time() -> f64 {
        unix_ms() / 1000.0
    }

    #[pyfunction]
    fn time_ns() -> i64 {
        nanoseconds(unix_ms())
    }

    #[pyfunction]
    fn monotonic() -> f64 {
        monotonic_ms() / 1000.0
    }

    #[pyfunction]
    fn monotonic_ns() -> i64 {
        nanoseconds(monotonic_ms())
    }

    #[pyfunction]
    fn perf_counter() -> f64 {
        monotonic_ms() / 1000.0
    }

    #[pyfunction]
    fn perf_counter_ns() -> i64 {
        nanoseconds(monotonic_ms())
    }

    /// Nothing else runs here, so all time that passes counts as the program's.
    #[pyfunction]
    fn process_time() -> f64 {
        monotonic_ms() / 1000.0
    }

    #[pyfunction]
    fn process_time_ns() -> i64 {
        nanoseconds(monotonic_ms())
    }

    #[pyfunction]
    fn thread_time() -> f64 {
        process_time()
    }

    #[pyfunction]
    fn thread_time_ns() -> i64 {
        process_time_ns()
    }

    /// Where in a week a day is, from Monday on, by its year and where in that it is, from 1 on.
    pub(super) fn weekday(year: i64, day: i64) -> i64 {
        let before = year - 1;
        let leap_days = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
        (before + leap_days + day - 1).rem_euclid(7)
    }

    /// What a function of RustPython's says, with the day of the week counted from Monday.
    fn from_monday(function: &str, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let time = vm.import("time", 0)?;
        let found = time.get_attr(vm.ctx.intern_str(function), vm)?.call(args, vm)?;
        let number = |name: &'static str| -> PyResult<i64> { found.get_attr(name, vm)?.try_into_value(vm) };
        let weekday = weekday(number("tm_year")?, number("tm_yday")?);
        let mut fields: Vec<PyObjectRef> =
            found.downcast_ref::<PyTuple>().map(|fields| fields.as_slice()[..9].to_vec()).unwrap_or_default();
        fields[6] = weekday.to_pyobject(vm);
        fields.extend([found.get_attr("tm_zone", vm)?, found.get_attr("tm_gmtoff", vm)?]);
        time.get_attr("struct_time", vm)?.call((vm.ctx.new_tuple(fields),), vm)
    }

    /// A moment in universal time.
    #[pyfunction]
    fn gmtime(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        from_monday("_gmtime", args, vm)
    }

    /// A moment in the zone of whoever looks at it.
    #[pyfunction]
    fn localtime(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        from_monday("_localtime", args, vm)
    }

    /// The zone, as `time` has it where it knows it: found anew at each look, as a session may have begun elsewhere.
    #[pyfunction]
    fn __getattr__(name: PyStrRef, vm: &VirtualMachine) -> PyResult {
        // In winter or in summer, this half of the year or the other.
        const HALF_A_YEAR: f64 = 182.0 * 86_400.0;
        let zone = |at: f64| -> PyResult<(i64, PyObjectRef)> {
            let found = vm.import("time", 0)?.get_attr("localtime", vm)?.call((at,), vm)?;
            let offset = found.get_attr("tm_gmtoff", vm)?.try_into_value(vm)?;
            Ok((offset, found.get_attr("tm_zone", vm)?))
        };
        let zones = || {
            let (now, then) = (zone(time())?, zone(time() + HALF_A_YEAR)?);
            Ok(if now.0 <= then.0 { (now, then) } else { (then, now) })
        };
        Ok(match name.to_string_lossy().as_ref() {
            "timezone" => (-zones()?.0.0).to_pyobject(vm),
            "altzone" => (-zones()?.1.0).to_pyobject(vm),
            "daylight" => {
                let (winter, summer) = zones()?;
                i64::from(winter.0 != summer.0).to_pyobject(vm)
            }
            "tzname" => {
                let (winter, summer) = zones()?;
                vm.ctx.new_tuple(vec![winter.1, summer.1]).into()
            }
            other => return Err(vm.new_attribute_error(format!("module 'time' has no attribute '{other}'"))),
        })
    }

    #[pyfunction]
    fn sleep(seconds: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<()> {
        let milliseconds = seconds.into_float() * 1000.0;
        if milliseconds.is_nan() || milliseconds < 0.0 {
            return Err(vm.new_value_error("sleep length must be non-negative".to_owned()));
        }
        let Some(current) = host::current() else { return Ok(()) };
        let end = monotonic_ms() + milliseconds;
        loop {
            interrupt::poll_now(vm)?;
            let left = end - monotonic_ms();
            if left <= 0.0 {
                return Ok(());
            }
            current.host.sleep_ms(left.min(LONGEST_WAIT_MS));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::_kindling_clock::weekday;

    #[test]
    fn days_of_the_week_begin_on_monday() {
        assert_eq!([weekday(1970, 1), weekday(2026, 335), weekday(2000, 60), weekday(1, 1)], [3, 1, 1, 0]);
    }
}
