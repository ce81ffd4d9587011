//! e^x of four float32 at a time, in place, with each product and sum rounded once: `exp_in_vectors` of
//! `kernels/transcendental/narrow.rs`, whose order this is. Start reading at [`exponential`].

use wasm_encoder::{BlockType, Function, InstructionSink, ValType};

use super::{
    advance, at,
    exp_numbers::{CURVE, LN_2, ROUND},
};

/// The address of the first value, and how many fours there are.
pub const PARAMETERS: [ValType; 2] = [ValType::I32; 2];
const AT: u32 = 0;
const FOURS: u32 = 1;
/// Vectors: the values; how often ln 2 fits, as a number and as an integer; what is left; sums; the exponent's half.
const X: u32 = 2;
const TURNS: u32 = 3;
const WHOLE: u32 = 4;
const REST: u32 = 5;
const SUM: u32 = 6;
const HALF: u32 = 7;

/// `exponential(at, fours)`.
pub fn exponential() -> Function {
    let mut function = Function::new([(6, ValType::V128)]);
    let mut code = function.instructions();
    code.local_get(FOURS).if_(BlockType::Empty).loop_(BlockType::Empty);
    code.local_get(AT).v128_load(at(0)).local_set(X);
    split(&mut code);
    code.local_get(SUM);
    scale(&mut code);
    bound(&mut code);
    code.local_set(SUM).local_get(AT).local_get(SUM).v128_store(at(0));
    advance(&mut code, AT, 16);
    advance(&mut code, FOURS, -1);
    code.local_get(FOURS).br_if(0).end().end().end();
    function
}

/// A number in all four places.
fn splat(code: &mut InstructionSink, value: f32) {
    let bits = u128::from(value.to_bits());
    code.v128_const((bits | bits << 32 | bits << 64 | bits << 96) as i128);
}

/// x = turns · ln 2 + rest; in `SUM` e^rest.
fn split(code: &mut InstructionSink) {
    code.local_get(X);
    splat(code, -105.0);
    code.f32x4_max();
    splat(code, 101.0);
    code.f32x4_min().local_tee(REST);
    splat(code, std::f32::consts::LOG2_E);
    code.f32x4_mul();
    splat(code, ROUND);
    code.f32x4_add();
    splat(code, ROUND);
    code.f32x4_sub().local_set(TURNS);
    for part in LN_2 {
        code.local_get(TURNS);
        splat(code, part);
        code.local_get(REST).f32x4_relaxed_nmadd().local_set(REST);
    }
    splat(code, CURVE[0]);
    code.local_set(SUM);
    for power in &CURVE[1..] {
        code.local_get(SUM).local_get(REST);
        splat(code, *power);
        code.f32x4_relaxed_madd().local_set(SUM);
    }
    splat(code, 1.0);
    code.local_get(REST).local_get(REST).f32x4_mul().local_get(SUM).local_get(REST).f32x4_relaxed_madd();
    code.f32x4_add().local_set(SUM);
}

/// What is on the stack times 2^turns, in two steps.
fn scale(code: &mut InstructionSink) {
    code.local_get(TURNS).i32x4_trunc_sat_f32x4_s().local_tee(WHOLE);
    code.i32_const(1).i32x4_shr_s().local_set(HALF);
    power_of_2(code, |code| {
        code.local_get(HALF);
    });
    code.f32x4_mul();
    power_of_2(code, |code| {
        code.local_get(WHOLE).local_get(HALF).i32x4_sub();
    });
    code.f32x4_mul();
}

fn power_of_2(code: &mut InstructionSink, exponent: impl Fn(&mut InstructionSink)) {
    exponent(code);
    code.v128_const(i128::from_le_bytes([[127, 0, 0, 0]; 4].concat().try_into().expect("16 bytes")));
    code.i32x4_add().i32_const(23).i32x4_shl();
}

/// What is on the stack, but 0 and infinity where x is beyond what has a power.
fn bound(code: &mut InstructionSink) {
    code.local_get(X);
    splat(code, -104.0);
    // Where the comparison holds its bits are ones, and the value's are taken away.
    code.f32x4_lt().v128_andnot().local_set(SUM);
    splat(code, f32::INFINITY);
    code.local_get(SUM).local_get(X);
    splat(code, 100.0);
    code.f32x4_gt().v128_bitselect();
}
