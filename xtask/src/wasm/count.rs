//! A module that tells which of its functions run.
//!
//! What it is not: who listens (`xtask/reached.mjs`). Start reading at [`counted`].

use anyhow::Result;
use wasm_encoder::{
    CodeSection, EntityType, ImportSection, Instruction, Module, TypeSection, reencode::Reencode,
};
use wasmparser::{Parser, Payload};

use super::{Functions, Numbers, told};

/// The same module, which calls `kindling.ran` with a function's number among the module's own each time one begins.
pub fn counted(module: &[u8]) -> Result<Vec<u8>> {
    let functions = Functions::read(module)?;
    // The function that is told comes after the others of elsewhere.
    let ran = functions.imported.len() as u32;
    let mut numbers = Numbers((0..functions.len() as u32).map(|old| old + u32::from(old >= ran)).collect());
    let (mut written, mut types) = (Module::new(), 0);
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::TypeSection(reader) => {
                types = reader.count();
                let mut section = TypeSection::new();
                numbers.parse_type_section(&mut section, reader).map_err(told)?;
                section.ty().function([wasm_encoder::ValType::I32], []);
                written.section(&section);
            }
            Payload::ImportSection(reader) => {
                let mut section = ImportSection::new();
                numbers.parse_import_section(&mut section, reader).map_err(told)?;
                section.import("kindling", "ran", EntityType::Function(types));
                written.section(&section);
            }
            Payload::FunctionSection(_) => functions.write_types(0..functions.bodies.len(), &mut written),
            Payload::CodeSectionStart { .. } => {
                let mut section = CodeSection::new();
                for (own, body) in functions.bodies.iter().enumerate() {
                    let told = [Instruction::I32Const(own as i32), Instruction::Call(ran)];
                    section.function(&numbers.function(body, &told, |_, _| false)?);
                }
                written.section(&section);
            }
            other => numbers.write(&other, &mut written)?,
        }
    }
    Ok(written.finish())
}
