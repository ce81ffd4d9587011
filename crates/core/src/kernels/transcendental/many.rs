//! The formulas of many values at once: each product and sum rounded once where the processor or the browser can, which
//! is quick, and the same numbers everywhere.
//!
//! What it is not: a formula (see [`super::formulas`]). Start reading at [`with`].

#[cfg(target_arch = "x86_64")]
use super::lane::{Fused, FusedDouble};
#[cfg(target_arch = "wasm32")]
use super::relaxed;
use super::{
    double, formulas,
    lane::{Double, Exact},
};
#[cfg(target_arch = "x86_64")]
use crate::kernels::fused::has_fused_products;

/// A formula of each value, in place.
pub type InPlace = fn(&mut [f32]);

/// Declares the formulas of `$module` that there are of many values of `$float`; the build script has the same list for
/// browsers. Without fused products they are formulas of `$plain`, with them of `$fused`.
macro_rules! in_place {
    ($group:ident: $float:ident as $plain:ident, $fused:ident of $module:ident; $($name:ident = $formula:ident),+) => {
        $(
            /// The formula of that name of each value, in place.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn $name(values: &mut [$float]) {
                #[cfg(target_arch = "x86_64")]
                if has_fused_products() {
                    #[target_feature(enable = "avx2,fma")]
                    fn fused(values: &mut [$float]) {
                        values.iter_mut().for_each(|value| *value = $module::$formula($fused(*value)).0);
                    }
                    // SAFETY: the processor has what the function is compiled for.
                    return unsafe { fused(values) };
                }
                values.iter_mut().for_each(|value| *value = $module::$formula($plain(*value)).0);
            }

            /// The formula of that name of each value, in place.
            #[cfg(target_arch = "wasm32")]
            pub fn $name(values: &mut [$float]) {
                relaxed::run(&$group::$name, values);
            }
        )+

        /// The same in the browser, where it has relaxed SIMD (see `kernels::relaxed`).
        #[cfg(target_arch = "wasm32")]
        pub(in crate::kernels) mod $group {
            use super::{$plain, $module, relaxed};
            use crate::kernels::relaxed::Place;

            $(
                #[expect(non_upper_case_globals, reason = "it is called as the formula")]
                pub static $name: Place<relaxed::Loop<$float>> = Place::of(stand_ins::$name);
            )+

            /// What is there until the browser's module is.
            mod stand_ins {
                use super::{$plain, $module, relaxed};

                $(
                    #[inline(never)]
                    pub unsafe extern "C" fn $name(at: *mut $float, groups: usize) {
                        // SAFETY: the caller's promise (see `Loop`).
                        unsafe { relaxed::stand_in(at, groups, |value| $module::$formula($plain(value)).0) };
                    }
                )+
            }

            /// All of them, by what the browser's module calls them.
            pub static ALL: &[(&str, &Place<relaxed::Loop<$float>>)] = &[$((stringify!($name), &$name)),+];
        }
    };
}
in_place!(
    singles: f32 as Exact, Fused of formulas;
    exp = exp, exp_in_vectors = exp_in_vectors, expm1 = expm1, tanh = tanh, ln = ln, ln_1p = ln_1p, erf = erf, sin = sin,
    cos = cos, sigmoid = sigmoid, silu = silu, gelu = gelu, gelu_slope = gelu_slope
);
in_place!(
    doubles: f64 as Double, FusedDouble of double;
    double_exp = exp, double_tanh = tanh, double_sigmoid = sigmoid, double_ln = ln
);
/// Up to here the sine and the cosine are right: beyond it, they would have to know more bits of a quarter of a turn.
pub const LARGEST_ANGLE: f32 = 8192.0;

/// So many values are worked on at a time: they stay in the first-level cache.
pub const BLOCK: usize = 512;
/// So many results wait at a time for what is made of them: few, as the room for them is cleared each time.
const ROOM: usize = 128;

/// Changes each value by what the formula gives for what `of` says of it.
pub fn with(values: &mut [f32], of: impl Fn(f32) -> f32, formula: InPlace, change: impl Fn(&mut f32, f32)) {
    let mut results = [0.0; ROOM];
    for values in values.chunks_mut(ROOM) {
        let results = &mut results[..values.len()];
        results.iter_mut().zip(values.iter()).for_each(|(result, value)| *result = of(*value));
        formula(results);
        values.iter_mut().zip(results).for_each(|(value, result)| change(value, *result));
    }
}

/// Changes each value by the one beside it in `others` and what the formula gives for what `of` says of that.
pub fn by(
    values: &mut [f32],
    others: &[f32],
    of: impl Fn(f32) -> f32,
    formula: InPlace,
    change: impl Fn(&mut f32, f32, f32),
) {
    let mut results = [0.0; ROOM];
    for (values, others) in values.chunks_mut(ROOM).zip(others.chunks(ROOM)) {
        let results = &mut results[..others.len()];
        results.iter_mut().zip(others).for_each(|(result, other)| *result = of(*other));
        formula(results);
        let pairs = others.iter().zip(results);
        values.iter_mut().zip(pairs).for_each(|(value, (other, result))| change(value, *other, *result));
    }
}

#[cfg(test)]
mod tests {
    use super::{Double, double};

    #[test]
    fn without_fused_products_values_are_the_platforms_or_next_to_them() {
        let values = (0..200_000).map(|at| (f64::from(at) - 100_000.5) * 6.9e-3);
        for x in values {
            let found = double::exp(Double(x)).0;
            assert!((found.to_bits().abs_diff(x.exp().to_bits())) <= 1, "e^{x} is {found:e}");
            let found = double::ln(Double(x.abs())).0;
            assert!((found.to_bits().abs_diff(x.abs().ln().to_bits())) <= 1, "ln {x} is {found:e}");
        }
    }
}
