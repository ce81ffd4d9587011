//! Parts a module in two: what a first visit runs, and the rest, which comes when it is called.
//!
//! What it is not: the choice of what comes first (`xtask/reached.mjs` says what ran) or what fetches the rest
//! (`www/kernel-loader.js`). Start reading at [`part`].
//!
//! Both have one memory and one table of functions. In each, a function of the other is called by its place in the table.
//! Until the rest is there, places of its functions that code may hold lead to stand-ins in the first. They and the
//! first's calls go through one function for each type of functions, the caller: it asks for the rest, which then fills
//! its places, and calls. As wasm-split of Binaryen does it, but for the callers, which are shorter than a stand-in for
//! each function.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use wasm_encoder::{ExportKind, GlobalType, TableType, TagType, reencode::Reencode};
use wasmparser::{ElementItems, ElementKind, ExternalKind, FuncType, Operator, Parser, Payload, TypeRef};

mod first;
mod rest;

use super::{Functions, Numbers, told};
use first::First;

/// A module in two.
pub struct Parts {
    pub first: Vec<u8>,
    /// Imports what the first exports, and the same memory.
    pub rest: Vec<u8>,
}

/// Parts a module; `comes_first` are the numbers among its own functions of those that do. The first asks `kindling.rest`
/// for the rest.
pub fn part(module: &[u8], comes_first: &BTreeSet<usize>) -> Result<Parts> {
    let plan = Plan::new(module, comes_first)?;
    Ok(Parts { first: plan.first()?, rest: plan.rest()? })
}

/// What a function of one part that the other calls is called with: its place in the table.
type Places = BTreeMap<u32, u32>;

struct Plan<'a> {
    payloads: Vec<Payload<'a>>,
    functions: Functions<'a>,
    types: Vec<FuncType>,
    comes_first: &'a BTreeSet<usize>,
    /// Of exceptions that come from elsewhere.
    tags: Vec<TagType>,
    tables: Vec<TableType>,
    globals: Vec<GlobalType>,
    places: Places,
    /// Functions of the rest that the first must have something for: those in the table or exported.
    stand_ins: BTreeSet<u32>,
    /// Functions of the first, or of elsewhere, that the rest calls and that had no place in the table.
    added: Vec<u32>,
    /// How many places the table has.
    room: u32,
}

impl<'a> Plan<'a> {
    fn new(module: &'a [u8], comes_first: &'a BTreeSet<usize>) -> Result<Self> {
        let functions = Functions::read(module)?;
        let mut plan = Self {
            payloads: Vec::new(),
            functions,
            types: Vec::new(),
            comes_first,
            tags: Vec::new(),
            tables: Vec::new(),
            globals: Vec::new(),
            places: Places::new(),
            stand_ins: BTreeSet::new(),
            added: Vec::new(),
            room: 0,
        };
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            plan.read(&payload)?;
            plan.payloads.push(payload);
        }
        plan.place()?;
        Ok(plan)
    }

    /// Reads what there is besides functions.
    fn read(&mut self, payload: &Payload<'_>) -> Result<()> {
        let mut same = self.same_numbers();
        match payload {
            Payload::TypeSection(types) => {
                self.types = types.clone().into_iter_err_on_gc_types().collect::<Result<_, _>>()?;
            }
            Payload::ImportSection(imports) => {
                for import in imports.clone().into_imports() {
                    if let TypeRef::Tag(tag) = import?.ty {
                        self.tags.push(same.tag_type(tag).map_err(told)?);
                    }
                }
            }
            Payload::TableSection(tables) => {
                for table in tables.clone() {
                    self.tables.push(same.table_type(table?.ty).map_err(told)?);
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals.clone() {
                    self.globals.push(same.global_type(global?.ty).map_err(told)?);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports.clone() {
                    let export = export?;
                    if export.kind == ExternalKind::Func && !self.is_first(export.index) {
                        self.stand_ins.insert(export.index);
                    }
                }
            }
            Payload::ElementSection(elements) => {
                for element in elements.clone() {
                    self.read_places(&element?)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn read_places(&mut self, element: &wasmparser::Element<'_>) -> Result<()> {
        let ElementKind::Active { table_index: None | Some(0), offset_expr } = &element.kind else {
            bail!("functions are kept where none are expected");
        };
        let (Operator::I32Const { value: offset }, ElementItems::Functions(items)) =
            (offset_expr.get_operators_reader().read()?, &element.items)
        else {
            bail!("the table is filled in a way that is not known here");
        };
        for (place, function) in (offset as u32..).zip(items.clone()) {
            let function = function?;
            // One function may have several places; any of them does to call it, and all are filled.
            self.places.insert(function, place);
            if !self.is_first(function) {
                self.stand_ins.insert(function);
            }
        }
        Ok(())
    }

    /// Gives what is called from one part in the other a place.
    fn place(&mut self) -> Result<()> {
        let Some(table) = self.tables.first() else { bail!("there is no table of functions") };
        self.room = u32::try_from(table.minimum)?;
        let mut called = self.stand_ins.clone();
        for (own, body) in self.functions.bodies.iter().enumerate() {
            for operator in body.get_operators_reader()? {
                match operator? {
                    Operator::Call { function_index }
                        if self.is_first(function_index) != self.comes_first.contains(&own) =>
                    {
                        called.insert(function_index);
                    }
                    Operator::RefFunc { .. } | Operator::ReturnCall { .. } => {
                        bail!("a function is referred to in a way that is not known here");
                    }
                    _ => {}
                }
            }
        }
        called.retain(|function| !self.places.contains_key(function));
        let (first, rest): (Vec<u32>, Vec<u32>) =
            called.into_iter().partition(|&function| self.is_first(function));
        for &function in first.iter().chain(&rest) {
            self.places.insert(function, self.room);
            self.room += 1;
        }
        self.added = first;
        Ok(())
    }

    /// Whether a function, by its number, is in the first part. Those of elsewhere are.
    fn is_first(&self, function: u32) -> bool {
        let own = (function as usize).checked_sub(self.functions.imported.len());
        own.is_none_or(|own| self.comes_first.contains(&own))
    }

    fn same_numbers(&self) -> Numbers {
        Numbers((0..self.functions.len() as u32).collect())
    }

    /// The numbers of the own functions that are in the first part, or of those that are not.
    fn own(&self, first: bool) -> impl Iterator<Item = usize> {
        (0..self.functions.bodies.len()).filter(move |own| self.comes_first.contains(own) == first)
    }

    fn table(&self) -> TableType {
        TableType { minimum: self.room.into(), maximum: Some(self.room.into()), ..self.tables[0] }
    }

    /// What the first part exports for the rest.
    fn shared(&self) -> impl Iterator<Item = (String, ExportKind, u32)> {
        let shared = [
            ("tag", ExportKind::Tag, self.tags.len()),
            ("table", ExportKind::Table, self.tables.len()),
            ("global", ExportKind::Global, self.globals.len()),
        ];
        shared
            .into_iter()
            .flat_map(|(name, kind, count)| (0..count).map(move |at| (name_of(name, at), kind, at as u32)))
    }

    fn first(&self) -> Result<Vec<u8>> {
        First::new(self).write()
    }
}

/// Under which name the first part exports what the other needs of it.
fn name_of(kind: &str, at: usize) -> String {
    format!("{kind}{at}")
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, ExportSection, Function, FunctionSection,
        GlobalSection, ImportSection, Module, RefType, TableSection, TypeSection, ValType,
    };
    use wasmparser::Validator;

    use super::*;

    /// A module whose function 0, which is exported, calls 1, which calls 0 and 2; 1 and 2 are in the table.
    fn module() -> Vec<u8> {
        let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
        types.ty().function([ValType::I64], [ValType::I32]);
        let (mut tables, mut exports) = (TableSection::new(), ExportSection::new());
        let (element_type, minimum) = (RefType::FUNCREF, 3);
        tables.table(TableType { element_type, minimum, maximum: Some(3), table64: false, shared: false });
        exports.export("calls", ExportKind::Func, 0);
        let (mut elements, mut code) = (ElementSection::new(), CodeSection::new());
        elements.active(None, &ConstExpr::i32_const(1), Elements::Functions((&[1, 2]).into()));
        for callees in [&[1][..], &[0, 2], &[]] {
            functions.function(0);
            let mut function = Function::new([]);
            for &callee in callees {
                function.instructions().local_get(0).call(callee).drop();
            }
            function.instructions().i32_const(0).end();
            code.function(&function);
        }
        let mut module = Module::new();
        module.section(&types).section(&ImportSection::new()).section(&functions).section(&tables);
        module.section(&GlobalSection::new()).section(&exports).section(&elements).section(&code);
        module.finish()
    }

    /// The instructions of each function that are told apart here.
    fn read(module: &[u8]) -> Vec<String> {
        Validator::new().validate_all(module).expect("a valid module");
        let bodies = Functions::read(module).expect("a module").bodies;
        let instructions = |body: &wasmparser::FunctionBody<'_>| {
            let operators = body.get_operators_reader().expect("a function").into_iter();
            let short = |operator| short(&Result::expect(operator, "an instruction"));
            operators.filter_map(short).collect::<Vec<_>>().join(", ")
        };
        bodies.iter().map(instructions).collect()
    }

    fn short(operator: &Operator<'_>) -> Option<String> {
        Some(match operator {
            Operator::Call { function_index } => format!("call {function_index}"),
            Operator::CallIndirect { .. } => "by place".to_owned(),
            Operator::I32Const { value } => value.to_string(),
            Operator::LocalGet { local_index } => format!("get {local_index}"),
            _ => return None,
        })
    }

    #[test]
    fn calls_across_the_parts_go_through_the_table() {
        let parts = part(&module(), &BTreeSet::from([0])).expect("a module");
        let (first, rest) = (read(&parts.first), read(&parts.rest));
        // Function 0 of the first is what asks for the rest; then come 0, stand-ins for 1 and 2, and the caller.
        assert_eq!(first[0], "get 0, 1, call 4, 0");
        assert_eq!(first[1], "get 0, 1, call 4");
        assert_eq!(first[2], "get 0, 2, call 4");
        assert_eq!(first[3], "call 0, 1, get 0, get 1, by place");
        assert_eq!(rest, ["get 0, 3, by place, get 0, call 1, 0", "0"]);
    }

    #[test]
    fn a_module_that_is_not_known_is_refused() {
        assert!(part(&wasm_encoder::Module::new().finish(), &BTreeSet::new()).is_err());
    }
}
