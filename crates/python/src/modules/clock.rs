//! What `time` needs of a clock, from the host: the browser has none that RustPython could read.
//!
//! They take the place of RustPython's functions in Python's `time`.

/// The functions that `time` takes from here.
pub(crate) const NAMES: &[&str] = &[
    "monotonic",
    "monotonic_ns",
    "perf_counter",
    "perf_counter_ns",
    "process_time",
    "process_time_ns",
    "sleep",
    "time",
    "time_ns",
];

#[rustpython_vm::pymodule]
pub(crate) mod _kindling_clock {
    use rustpython_vm::{PyResult, VirtualMachine, function::ArgIntoFloat};

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
