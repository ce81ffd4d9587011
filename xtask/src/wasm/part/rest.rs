//! The part that comes when it is called, as it is written.
//!
//! What it is not: which functions are in it ([`super`]). Start reading at [`Plan::rest`].

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ImportSection, Instruction, Module,
    TableType, reencode::Reencode,
};
use wasmparser::{Payload, TypeRef};

use super::{Numbers, Plan, name_of, told};

impl Plan<'_> {
    pub(super) fn rest(&self) -> Result<Vec<u8>> {
        let mut numbers = self.same_numbers();
        for (new, own) in (0..).zip(self.own(false)) {
            numbers.0[self.functions.imported.len() + own] = new;
        }
        let mut module = Module::new();
        for payload in &self.payloads {
            match payload {
                Payload::TypeSection(_) | Payload::CustomSection(_) => numbers.write(payload, &mut module)?,
                Payload::ImportSection(imports) => {
                    module.section(&self.imports_of_rest(imports.clone(), &mut numbers)?);
                }
                Payload::FunctionSection(_) => self.functions.write_types(self.own(false), &mut module),
                Payload::ElementSection(_) => {
                    module.section(&self.elements_of_rest(&numbers)?);
                }
                Payload::CodeSectionStart { .. } => {
                    module.section(&self.code_of_rest(&mut numbers)?);
                }
                _ => {}
            }
        }
        Ok(module.finish())
    }

    /// The memory from where the first has it; tags, tables and globals from the first.
    fn imports_of_rest(
        &self,
        imports: wasmparser::ImportSectionReader<'_>,
        numbers: &mut Numbers,
    ) -> Result<ImportSection> {
        let mut section = ImportSection::new();
        for import in imports.into_imports() {
            let import = import?;
            match import.ty {
                TypeRef::Func(_) => {}
                TypeRef::Memory(_) => numbers.parse_import(&mut section, import).map_err(told)?,
                TypeRef::Tag(_) => {}
                other => bail!("an import that is not known here: {other:?}"),
            }
        }
        for (at, &tag) in self.tags.iter().enumerate() {
            section.import("first", &name_of("tag", at), EntityType::Tag(tag));
        }
        for (at, &table) in self.tables.iter().enumerate() {
            let table = if at == 0 { self.table() } else { TableType { maximum: None, ..table } };
            section.import("first", &name_of("table", at), EntityType::Table(table));
        }
        for (at, &global) in self.globals.iter().enumerate() {
            section.import("first", &name_of("global", at), EntityType::Global(global));
        }
        Ok(section)
    }

    /// Fills every place of the rest's functions.
    fn elements_of_rest(&self, numbers: &Numbers) -> Result<ElementSection> {
        let mut filled = BTreeMap::new();
        for (&function, &place) in &self.places {
            if !self.is_first(function) {
                filled.insert(place, numbers.0[function as usize]);
            }
        }
        let mut section = ElementSection::new();
        let mut filled = filled.into_iter().peekable();
        while let Some((start, function)) = filled.next() {
            let mut run = vec![function];
            while let Some((_, next)) = filled.next_if(|&(place, _)| place == start + run.len() as u32) {
                run.push(next);
            }
            section.active(None, &ConstExpr::i32_const(start as i32), Elements::Functions(run.into()));
        }
        Ok(section)
    }

    fn code_of_rest(&self, numbers: &mut Numbers) -> Result<CodeSection> {
        let mut section = CodeSection::new();
        for own in self.own(false) {
            section.function(&numbers.function(&self.functions.bodies[own], &[], |callee, code| {
                let is_first = self.is_first(callee);
                if is_first {
                    let type_index = self.functions.kind(callee);
                    code.instruction(&Instruction::I32Const(self.places[&callee] as i32))
                        .instruction(&Instruction::CallIndirect { type_index, table_index: 0 });
                }
                is_first
            })?);
        }
        Ok(section)
    }
}
