//! Writes the WebAssembly module with the innermost loops in relaxed SIMD (see `kernels::relaxed`).
//!
//! Instructions that a browser does not know make it refuse a whole module: so these are a module of their own, made
//! here, because one crate is compiled for one set of instructions.

#[path = "../src/kernels/transcendental/cephes.rs"]
mod cephes;
#[path = "../src/kernels/transcendental/double.rs"]
mod double;
#[path = "../src/kernels/transcendental/formulas.rs"]
mod formulas;
mod lanes;
#[path = "../src/kernels/transcendental/number.rs"]
mod number;
mod product;
mod rows;

use std::{env, fs, path::Path};

use wasm_encoder::{
    BlockType, CodeSection, EntityType, ExportKind, ExportSection, Function, FunctionSection, ImportSection,
    InstructionSink, MemArg, MemoryType, Module, TypeSection,
};

use lanes::{Doubles, Kind, Lanes, Singles};

type Formula<K> = fn(Lanes<K>) -> Lanes<K>;

/// The formulas that `kernels/transcendental/many.rs` asks for by these names.
const SINGLES: [(&str, Formula<Singles>); 13] = [
    ("exp", formulas::exp),
    ("exp_in_vectors", formulas::exp_in_vectors),
    ("expm1", formulas::expm1),
    ("tanh", formulas::tanh),
    ("ln", formulas::ln),
    ("ln_1p", formulas::ln_1p),
    ("erf", formulas::erf),
    ("sin", formulas::sin),
    ("cos", formulas::cos),
    ("sigmoid", formulas::sigmoid),
    ("silu", formulas::silu),
    ("gelu", formulas::gelu),
    ("gelu_slope", formulas::gelu_slope),
];
const DOUBLES: [(&str, Formula<Doubles>); 4] = [
    ("double_exp", double::exp),
    ("double_tanh", double::tanh),
    ("double_sigmoid", double::sigmoid),
    ("double_ln", double::ln),
];

fn main() {
    println!("cargo::rerun-if-changed=build");
    for formulas in ["cephes", "double", "formulas", "number"] {
        println!("cargo::rerun-if-changed=src/kernels/transcendental/{formulas}.rs");
    }
    let out = env::var("OUT_DIR").expect("set by cargo");
    fs::write(Path::new(&out).join("relaxed.wasm"), module()).expect("a directory to write to");
}

fn module() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function(product::PARAMETERS, []);
    types.ty().function(rows::SCALED, []);
    types.ty().function(rows::WEIGHED, []);
    types.ty().function(rows::MOMENTS, []);
    types.ty().function(lanes::NORMALS, []);
    types.ty().function(lanes::PARAMETERS, []);
    let mut imports = ImportSection::new();
    let memory =
        MemoryType { minimum: 0, maximum: None, memory64: false, shared: false, page_size_log2: None };
    imports.import("kernel", "memory", EntityType::Memory(memory));
    let (mut functions, mut exports) = (FunctionSection::new(), ExportSection::new());
    let mut code = CodeSection::new();
    let loops = [
        ("multiply", product::multiply()),
        ("scaled", rows::scaled()),
        ("weighed", rows::weighed()),
        ("moments", rows::moments()),
        ("normals", lanes::normals()),
    ];
    let formulas = written(SINGLES).chain(written(DOUBLES));
    let formulas_type = loops.len() as u32;
    for (number, (name, function)) in (0..).zip(loops.into_iter().chain(formulas)) {
        functions.function(formulas_type.min(number));
        exports.export(name, ExportKind::Func, number);
        code.function(&function);
    }
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
    module.finish()
}

fn written<K: Kind, const N: usize>(
    formulas: [(&'static str, Formula<K>); N],
) -> impl Iterator<Item = (&'static str, Function)> {
    formulas.into_iter().map(|(name, formula)| (name, lanes::in_place(formula)))
}

/// A loop that runs as often as the counter says, which is 0 afterwards.
fn repeat(function: &mut Function, counter: u32, body: impl Fn(&mut Function)) {
    function.instructions().local_get(counter).if_(BlockType::Empty).loop_(BlockType::Empty);
    body(function);
    let mut code = function.instructions();
    advance(&mut code, counter, -1);
    code.local_get(counter).br_if(0).end().end();
}

fn advance(code: &mut InstructionSink, local: u32, by: i32) {
    code.local_get(local).i32_const(by).i32_add().local_set(local);
}

/// Values are aligned to float32 only.
fn at(offset: u32) -> MemArg {
    MemArg { offset: offset.into(), align: 2, memory_index: 0 }
}
