//! Seconds since some moment, in the browser and outside.

#[cfg(target_arch = "wasm32")]
mod source {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = performance)]
        fn now() -> f64;
    }

    pub fn seconds() -> f64 {
        now() / 1000.0
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod source {
    use std::{sync::LazyLock, time::Instant};

    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);

    pub fn seconds() -> f64 {
        BEGIN.elapsed().as_secs_f64()
    }
}

pub use source::seconds;
