//! Writes a WebAssembly module that does nothing but multiply and add in relaxed SIMD: what a matrix product can reach.

use std::{env, fs, path::Path};

use wasm_encoder::{
    BlockType, CodeSection, ExportKind, ExportSection, Function, FunctionSection, InstructionSink, Module,
    TypeSection, ValType,
};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = Path::new(&env::var("OUT_DIR").expect("set by cargo")).to_owned();
    for (name, is_fused) in [("plain.wasm", false), ("relaxed.wasm", true)] {
        fs::write(out.join(name), module(is_fused)).expect("a directory to write to");
    }
}

/// Sums that do not wait for each other: enough to keep two units busy that take four cycles, and no more than there
/// are registers.
const SUMS: u32 = 10;
/// The parameters: how many turns, and the numbers to multiply.
const LEFT: u32 = 0;
const NUMBER: u32 = 1;
/// Vectors.
const FACTOR: u32 = 2;
const SUM: u32 = 3;

/// A module with `run(turns, number)`, each turn of which multiplies and adds [`SUMS`] vectors of four float32.
fn module(is_fused: bool) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32, ValType::F32], [ValType::F32]);
    let mut functions = FunctionSection::new();
    functions.function(0);
    let mut exports = ExportSection::new();
    exports.export("run", ExportKind::Func, 0);
    let mut code = CodeSection::new();
    code.function(&run(is_fused));
    let mut module = Module::new();
    module.section(&types).section(&functions).section(&exports).section(&code);
    module.finish()
}

fn run(is_fused: bool) -> Function {
    let mut function = Function::new([(1 + SUMS, ValType::V128)]);
    let mut code = function.instructions();
    code.local_get(NUMBER).f32x4_splat().local_set(FACTOR);
    for sum in SUM..SUM + SUMS {
        code.f32_const((sum as f32).into()).f32x4_splat().local_set(sum);
    }
    code.loop_(BlockType::Empty);
    for sum in SUM..SUM + SUMS {
        multiply_add(&mut code, sum, is_fused);
    }
    code.local_get(LEFT).i32_const(-1).i32_add().local_tee(LEFT).br_if(0).end();
    // All sums count, so that none is left out.
    code.local_get(SUM);
    for sum in SUM + 1..SUM + SUMS {
        code.local_get(sum).f32x4_add();
    }
    code.f32x4_extract_lane(0).end();
    function
}

/// sum ← factor·factor + sum, or where products are rounded sum ← factor·sum + factor: there the compiler may not
/// find out that the product is always the same.
fn multiply_add(code: &mut InstructionSink, sum: u32, is_fused: bool) {
    if is_fused {
        code.local_get(FACTOR).local_get(FACTOR).local_get(sum).f32x4_relaxed_madd().local_set(sum);
    } else {
        code.local_get(FACTOR).local_get(sum).f32x4_mul().local_get(FACTOR).f32x4_add().local_set(sum);
    }
}
