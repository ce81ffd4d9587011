//! The innermost loop of matrix products: tiles of C. Start reading at [`multiply`].

use wasm_encoder::{BlockType, Function, InstructionSink, ValType};

use super::{advance, at};

/// A tile of C: four rows of two vectors of four float32.
const ROWS: u32 = 4;
const VECTORS: u32 = 2;
/// How many steps one turn of the inner loop takes.
const UNROLL: u32 = 4;

/// Of what type its parameters are.
pub const PARAMETERS: [ValType; 7] = [ValType::I32; 7];
/// The parameters: addresses; the depth; bytes from row to row of C; how many tiles, one below the other; whether to
/// add to what is there.
const A: u32 = 0;
const B: u32 = 1;
const C: u32 = 2;
const DEPTH: u32 = 3;
const STRIDE: u32 = 4;
const TILES: u32 = 5;
const ADDS: u32 = 6;
/// Further integers.
const AT_B: u32 = 7;
const LEFT: u32 = 8;
/// Vectors: the tile, a line of B, a value of A.
const TILE: u32 = 9;
const LINE: u32 = TILE + ROWS * VECTORS;
const VALUE: u32 = LINE + VECTORS;

/// `multiply(a, b, c, depth, stride, tiles, adds)`.
pub fn multiply() -> Function {
    let mut function = Function::new([(2, ValType::I32), (VALUE + 1 - TILE, ValType::V128)]);
    let mut code = function.instructions();
    code.loop_(BlockType::Empty);
    for vector in TILE..LINE {
        code.v128_const(0).local_set(vector);
    }
    code.local_get(B).local_set(AT_B);
    code.local_get(DEPTH).i32_const(UNROLL as i32).i32_div_u();
    steps(&mut code, UNROLL);
    code.local_get(DEPTH).i32_const(UNROLL as i32).i32_rem_u();
    steps(&mut code, 1);
    store(&mut code);
    advance(&mut code, TILES, -1);
    code.local_get(TILES).br_if(0).end().end();
    function
}

/// A loop of as many turns as are on the stack, of `count` steps each.
fn steps(code: &mut InstructionSink, count: u32) {
    code.local_tee(LEFT).if_(BlockType::Empty).loop_(BlockType::Empty);
    for step in 0..count {
        self::step(code, step);
    }
    advance(code, A, (count * ROWS * 4) as i32);
    advance(code, AT_B, (count * VECTORS * 16) as i32);
    advance(code, LEFT, -1);
    code.local_get(LEFT).br_if(0).end().end();
}

/// Multiplies a column of A and a line of B, and adds that to the tile. The order matters: it asks for no more
/// registers than there are.
fn step(code: &mut InstructionSink, step: u32) {
    for vector in 0..VECTORS {
        code.local_get(AT_B).v128_load(at((step * VECTORS + vector) * 16)).local_set(LINE + vector);
    }
    for row in 0..ROWS {
        code.local_get(A).v128_load32_splat(at((step * ROWS + row) * 4)).local_set(VALUE);
        for vector in 0..VECTORS {
            let sum = TILE + row * VECTORS + vector;
            code.local_get(VALUE).local_get(LINE + vector).local_get(sum);
            code.f32x4_relaxed_madd().local_set(sum);
        }
    }
}

/// Writes the tile to C or adds it, and moves C on by a tile.
fn store(code: &mut InstructionSink) {
    for row in 0..ROWS {
        code.local_get(ADDS).if_(BlockType::Empty);
        for vector in 0..VECTORS {
            let sum = TILE + row * VECTORS + vector;
            code.local_get(C).v128_load(at(vector * 16)).local_get(sum).f32x4_add().local_set(sum);
        }
        code.end();
        for vector in 0..VECTORS {
            code.local_get(C).local_get(TILE + row * VECTORS + vector).v128_store(at(vector * 16));
        }
        code.local_get(C).local_get(STRIDE).i32_add().local_set(C);
    }
}
