//! Whether operators record: `no_grad`, `enable_grad`, `inference_mode`.

use std::cell::Cell;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GradMode {
    pub recording: bool,
    pub inference: bool,
}

thread_local! {
    static MODE: Cell<GradMode> = const { Cell::new(GradMode { recording: true, inference: false }) };
}

/// `torch.is_grad_enabled()`.
#[inline]
pub fn is_grad_enabled() -> bool {
    MODE.get().recording
}

/// `torch.is_inference_mode_enabled()`.
pub fn is_inference() -> bool {
    MODE.get().inference
}

/// Sets the mode and returns the one before, to be restored by the caller.
pub fn set_mode(mode: GradMode) -> GradMode {
    MODE.replace(mode)
}

impl GradMode {
    pub fn current() -> GradMode {
        MODE.get()
    }
}

thread_local! {
    static CHECKS_NAN: Cell<bool> = const { Cell::new(false) };
}

/// Whether a backward pass looks for nan in what each node passes on: `torch.autograd.set_detect_anomaly`.
pub fn checks_nan() -> bool {
    CHECKS_NAN.get()
}

/// Says whether backward passes look for nan.
pub fn set_checks_nan(checks: bool) {
    CHECKS_NAN.set(checks);
}
