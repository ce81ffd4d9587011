//! Loops over rows of float32 with products added in one rounding: what norms are made of (`kernels/fused.rs` and
//! `kernels/moments.rs`). Start reading at [`scaled`].

use wasm_encoder::{Function, ValType};

use super::{advance, at, repeat};

/// The address of the values, how many fours there are, and two numbers.
pub const SCALED: [ValType; 4] = [ValType::I32, ValType::I32, ValType::F32, ValType::F32];
/// Three addresses, and how many fours there are.
pub const WEIGHED: [ValType; 4] = [ValType::I32; 4];
/// The address of the values, how many eights there are, and where the result goes.
pub const MOMENTS: [ValType; 3] = [ValType::I32; 3];

/// `scaled(at, fours, factor, term)`: value·factor + term in the place of each value.
pub fn scaled() -> Function {
    const AT: u32 = 0;
    const FOURS: u32 = 1;
    const FACTOR: u32 = 4;
    const TERM: u32 = 5;
    let mut function = Function::new([(2, ValType::V128)]);
    let mut code = function.instructions();
    code.local_get(2).f32x4_splat().local_set(FACTOR).local_get(3).f32x4_splat().local_set(TERM);
    repeat(&mut function, FOURS, |function| {
        let mut code = function.instructions();
        code.local_get(AT).local_get(AT).v128_load(at(0)).local_get(FACTOR).local_get(TERM);
        code.f32x4_relaxed_madd().v128_store(at(0));
        advance(&mut code, AT, 16);
    });
    function.instructions().end();
    function
}

/// `weighed(at, factors, terms, fours)`: value·factor + term likewise, with factors and terms beside the values.
pub fn weighed() -> Function {
    const FOURS: u32 = 3;
    let mut function = Function::new([]);
    repeat(&mut function, FOURS, |function| {
        let mut code = function.instructions();
        code.local_get(0);
        for address in 0..3 {
            code.local_get(address).v128_load(at(0));
        }
        code.f32x4_relaxed_madd().v128_store(at(0));
        for address in 0..3 {
            advance(&mut code, address, 16);
        }
    });
    function.instructions().end();
    function
}

/// `moments(at, eights, out)`: eight running means and sums of squared distances from them (Welford, 1962).
pub fn moments() -> Function {
    const AT: u32 = 0;
    const EIGHTS: u32 = 1;
    const OUT: u32 = 2;
    const COUNT: u32 = 3;
    const MEANS: [u32; 2] = [4, 5];
    const SQUARES: [u32; 2] = [6, 7];
    const SHARE: u32 = 8;
    const VALUE: u32 = 9;
    const AWAY: u32 = 10;
    let mut function = Function::new([(1, ValType::F32), (7, ValType::V128)]);
    repeat(&mut function, EIGHTS, |function| {
        let mut code = function.instructions();
        code.local_get(COUNT).f32_const(1.0.into()).f32_add().local_set(COUNT);
        code.f32_const(1.0.into()).local_get(COUNT).f32_div().f32x4_splat().local_set(SHARE);
        for (half, (mean, squares)) in (0..).zip(MEANS.into_iter().zip(SQUARES)) {
            code.local_get(AT)
                .v128_load(at(16 * half))
                .local_tee(VALUE)
                .local_get(mean)
                .f32x4_sub()
                .local_set(AWAY);
            code.local_get(AWAY).local_get(SHARE).local_get(mean).f32x4_relaxed_madd().local_set(mean);
            code.local_get(AWAY).local_get(VALUE).local_get(mean).f32x4_sub().local_get(squares);
            code.f32x4_relaxed_madd().local_set(squares);
        }
        advance(&mut code, AT, 32);
    });
    let mut code = function.instructions();
    for (place, vector) in (0..).zip(MEANS.into_iter().chain(SQUARES)) {
        code.local_get(OUT).local_get(vector).v128_store(at(16 * place));
    }
    code.end();
    function
}
