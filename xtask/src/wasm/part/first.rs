//! The part that comes first, as it is written.
//!
//! What it is not: which functions are in it ([`super`]). Start reading at [`First::write`].

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportSection, Function,
    FunctionSection, GlobalSection, GlobalType, ImportSection, Instruction, Module, TableSection,
    TypeSection, ValType, reencode::Reencode,
};
use wasmparser::Payload;

use super::{Numbers, Plan, told};

/// The first part while it is written. Its functions are those of elsewhere, what asks for the rest, its own, stand-ins,
/// and callers, in this order.
pub(super) struct First<'a> {
    plan: &'a Plan<'a>,
    numbers: Numbers,
    /// The number of what asks for the rest.
    asks: u32,
    /// By type of the functions that it calls, each caller's number.
    callers: BTreeMap<u32, u32>,
}

impl<'a> First<'a> {
    pub(super) fn new(plan: &'a Plan<'a>) -> Self {
        let asks = plan.functions.imported.len() as u32;
        let mut numbers = plan.same_numbers();
        let mut next = asks + 1;
        let own = plan.own(true).map(|own| asks + own as u32);
        for function in own.chain(plan.stand_ins.iter().copied()) {
            numbers.0[function as usize] = next;
            next += 1;
        }
        let called = plan.places.keys().filter(|&&function| !plan.is_first(function));
        let kinds: BTreeSet<u32> = called.map(|&function| plan.functions.kind(function)).collect();
        Self { plan, numbers, asks, callers: kinds.into_iter().zip(next..).collect() }
    }

    pub(super) fn write(mut self) -> Result<Vec<u8>> {
        let mut module = Module::new();
        for payload in &self.plan.payloads {
            match payload {
                Payload::TypeSection(types) => {
                    let mut section = TypeSection::new();
                    self.numbers.parse_type_section(&mut section, types.clone()).map_err(told)?;
                    self.add_types(&mut section);
                    module.section(&section);
                }
                Payload::ImportSection(imports) => {
                    let mut section = ImportSection::new();
                    self.numbers.parse_import_section(&mut section, imports.clone()).map_err(told)?;
                    section.import("kindling", "rest", EntityType::Function(self.plan.types.len() as u32));
                    module.section(&section);
                }
                Payload::FunctionSection(_) => {
                    module.section(&self.functions());
                }
                Payload::TableSection(_) => {
                    let mut section = TableSection::new();
                    section.table(self.plan.table());
                    self.plan.tables.iter().skip(1).for_each(|&table| {
                        section.table(table);
                    });
                    module.section(&section);
                }
                Payload::GlobalSection(globals) => {
                    let mut section = GlobalSection::new();
                    self.numbers.parse_global_section(&mut section, globals.clone()).map_err(told)?;
                    let is_there = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
                    section.global(is_there, &ConstExpr::i32_const(0));
                    module.section(&section);
                }
                Payload::ExportSection(exports) => {
                    let mut section = ExportSection::new();
                    self.numbers.parse_export_section(&mut section, exports.clone()).map_err(told)?;
                    self.plan.shared().for_each(|(name, kind, at)| {
                        section.export(&name, kind, at);
                    });
                    module.section(&section);
                }
                Payload::ElementSection(elements) => {
                    let mut section = ElementSection::new();
                    self.numbers.parse_element_section(&mut section, elements.clone()).map_err(told)?;
                    let added: Vec<u32> =
                        self.plan.added.iter().map(|&function| self.numbers.0[function as usize]).collect();
                    let room = self.plan.tables[0].minimum as i32;
                    section.active(None, &ConstExpr::i32_const(room), Elements::Functions(added.into()));
                    module.section(&section);
                }
                Payload::CodeSectionStart { .. } => {
                    module.section(&self.code()?);
                }
                other => self.numbers.write(other, &mut module)?,
            }
        }
        Ok(module.finish())
    }

    /// The type of what asks for the rest, and those of callers: as what they call, and the place.
    fn add_types(&self, section: &mut TypeSection) {
        section.ty().function([], []);
        for &kind in self.callers.keys() {
            let (mut parameters, results) = self.signature(kind);
            parameters.push(ValType::I32);
            section.ty().function(parameters, results);
        }
    }

    fn signature(&self, kind: u32) -> (Vec<ValType>, Vec<ValType>) {
        let mut numbers = self.plan.same_numbers();
        let mut read = |types: &[wasmparser::ValType]| {
            types
                .iter()
                .map(|&kind| numbers.val_type(kind).expect("a type of a module that was read"))
                .collect()
        };
        let kind = &self.plan.types[kind as usize];
        (read(kind.params()), read(kind.results()))
    }

    fn functions(&self) -> FunctionSection {
        let plan = self.plan;
        let mut section = FunctionSection::new();
        for own in plan.own(true) {
            section.function(plan.functions.types[own]);
        }
        for &function in &plan.stand_ins {
            section.function(plan.functions.kind(function));
        }
        for added in 0..self.callers.len() {
            section.function((plan.types.len() + 1 + added) as u32);
        }
        section
    }

    fn code(&mut self) -> Result<CodeSection> {
        let mut section = CodeSection::new();
        let (plan, callers) = (self.plan, &self.callers);
        for own in plan.own(true) {
            section.function(&self.numbers.function(&plan.functions.bodies[own], &[], |callee, code| {
                let is_rest = !plan.is_first(callee);
                if is_rest {
                    call_through(callers[&plan.functions.kind(callee)], plan.places[&callee], code);
                }
                is_rest
            })?);
        }
        for &function in &self.plan.stand_ins {
            section.function(&self.stand_in(function));
        }
        for &kind in self.callers.keys() {
            section.function(&self.caller(kind));
        }
        Ok(section)
    }

    fn stand_in(&self, function: u32) -> Function {
        let kind = self.plan.functions.kind(function);
        let mut code = Function::new([]);
        pass_on(self.plan.types[kind as usize].params().len(), &mut code);
        call_through(self.callers[&kind], self.plan.places[&function], &mut code);
        code.instruction(&Instruction::End);
        code
    }

    fn caller(&self, kind: u32) -> Function {
        let is_there = self.plan.globals.len() as u32;
        let parameters = self.plan.types[kind as usize].params().len();
        let mut code = Function::new([]);
        code.instruction(&Instruction::GlobalGet(is_there))
            .instruction(&Instruction::I32Eqz)
            .instruction(&Instruction::If(BlockType::Empty))
            .instruction(&Instruction::Call(self.asks))
            .instruction(&Instruction::I32Const(1))
            .instruction(&Instruction::GlobalSet(is_there))
            .instruction(&Instruction::End);
        pass_on(parameters + 1, &mut code);
        code.instruction(&Instruction::CallIndirect { type_index: kind, table_index: 0 })
            .instruction(&Instruction::End);
        code
    }
}

fn pass_on(parameters: usize, code: &mut Function) {
    for parameter in 0..parameters {
        code.instruction(&Instruction::LocalGet(parameter as u32));
    }
}

fn call_through(caller: u32, place: u32, code: &mut Function) {
    code.instruction(&Instruction::I32Const(place as i32)).instruction(&Instruction::Call(caller));
}
