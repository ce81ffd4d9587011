//! WebAssembly modules, read and written again: their functions in another order, counted, or in two modules.
//!
//! What it is not: a compiler or an optimiser; what functions do stays. Start reading at [`part`].

mod count;
pub mod order;
pub mod part;

use std::convert::Infallible;

use anyhow::{Result, anyhow, bail};
use wasm_encoder::{
    CustomSection, DataCountSection, DataSection, ElementSection, ExportSection, Function, FunctionSection,
    GlobalSection, ImportSection, Instruction, MemorySection, Module, StartSection, TableSection,
    TypeSection,
    reencode::{self, Reencode},
};
use wasmparser::{FunctionBody, Operator, Parser, Payload, TypeRef};

pub use count::counted;

/// The functions of a module. Those of elsewhere have the first numbers.
struct Functions<'a> {
    /// The types of those of elsewhere.
    imported: Vec<u32>,
    types: Vec<u32>,
    bodies: Vec<FunctionBody<'a>>,
}

impl<'a> Functions<'a> {
    fn read(module: &'a [u8]) -> Result<Self> {
        let mut functions = Self { imported: Vec::new(), types: Vec::new(), bodies: Vec::new() };
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        if let TypeRef::Func(kind) = import?.ty {
                            functions.imported.push(kind);
                        }
                    }
                }
                Payload::FunctionSection(types) => {
                    functions.types = types.into_iter().collect::<Result<_, _>>()?
                }
                Payload::CodeSectionEntry(body) => functions.bodies.push(body),
                _ => {}
            }
        }
        Ok(functions)
    }

    /// Writes the section that says the types of these of the module's own.
    fn write_types(&self, own: impl IntoIterator<Item = usize>, module: &mut Module) {
        let mut section = FunctionSection::new();
        for at in own {
            section.function(self.types[at]);
        }
        module.section(&section);
    }

    /// How many there are, those of elsewhere among them.
    fn len(&self) -> usize {
        self.imported.len() + self.bodies.len()
    }

    /// The type of a function by its number.
    fn kind(&self, function: u32) -> u32 {
        let function = function as usize;
        match function.checked_sub(self.imported.len()) {
            Some(own) => self.types[own],
            None => self.imported[function],
        }
    }
}

/// New numbers of functions, by their old ones.
struct Numbers(Vec<u32>);

impl Reencode for Numbers {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Infallible>> {
        Ok(self.0[function as usize])
    }
}

impl Numbers {
    /// Writes a section that is not about functions' code, whatever it is.
    fn write(&mut self, payload: &Payload<'_>, module: &mut Module) -> Result<()> {
        /// A section of `wasm_encoder` that is read by the method of [`Reencode`] for it.
        macro_rules! section {
            ($section:ident, $method:ident, $reader:expr) => {{
                let mut section = $section::new();
                self.$method(&mut section, $reader.clone()).map_err(told)?;
                module.section(&section);
            }};
        }
        match payload {
            Payload::TypeSection(reader) => section!(TypeSection, parse_type_section, reader),
            Payload::ImportSection(reader) => section!(ImportSection, parse_import_section, reader),
            Payload::TableSection(reader) => section!(TableSection, parse_table_section, reader),
            Payload::MemorySection(reader) => section!(MemorySection, parse_memory_section, reader),
            Payload::GlobalSection(reader) => section!(GlobalSection, parse_global_section, reader),
            Payload::ExportSection(reader) => section!(ExportSection, parse_export_section, reader),
            Payload::ElementSection(reader) => section!(ElementSection, parse_element_section, reader),
            Payload::DataSection(reader) => section!(DataSection, parse_data_section, reader),
            Payload::DataCountSection { count, .. } => {
                module.section(&DataCountSection { count: *count });
            }
            Payload::StartSection { func, .. } => {
                let function_index = self.function_index(*func).map_err(told)?;
                module.section(&StartSection { function_index });
            }
            // It says functions' numbers; an optimised build has none.
            Payload::CustomSection(section) if section.name() == "name" => {}
            Payload::CustomSection(section) => {
                let (name, data) = (section.name().into(), section.data().into());
                module.section(&CustomSection { name, data });
            }
            Payload::Version { .. } | Payload::CodeSectionEntry(_) | Payload::End(_) => {}
            other => bail!("a section that is not known here: {other:?}"),
        }
        Ok(())
    }

    /// The same function, after `first`; where `calls` writes something for the call of a function by its old number, with
    /// that in place of the call.
    fn function(
        &mut self,
        body: &FunctionBody<'_>,
        first: &[Instruction<'_>],
        calls: impl Fn(u32, &mut Function) -> bool,
    ) -> Result<Function> {
        let mut function = self.new_function_with_parsed_locals(body).map_err(told)?;
        for instruction in first {
            function.instruction(instruction);
        }
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            let is_written = match operator {
                Operator::Call { function_index } => calls(function_index, &mut function),
                _ => false,
            };
            if !is_written {
                function.instruction(&self.instruction(operator).map_err(told)?);
            }
        }
        Ok(function)
    }
}

fn told(error: reencode::Error<Infallible>) -> anyhow::Error {
    anyhow!("{error}")
}
