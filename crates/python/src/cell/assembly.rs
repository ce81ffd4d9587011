//! Bytecode as steps whose jumps name steps, so that some can be put between others.
//!
//! What it is not: a compiler (RustPython's) or the changes that are made (`pace`). Start reading at [`Assembly`].

use rustpython_compiler_core::{
    SourceLocation,
    varint::{write_signed_varint, write_varint},
};
use rustpython_vm::bytecode::{
    CodeObject, CodeUnit, Constant, ExceptionTableEntry, OpArg, OpArgByte, OpArgState, Opcode,
    PyCodeLocationInfoKind, build_no_location_mask, decode_exception_table, encode_exception_table,
};

/// An instruction with its whole argument. Its inline caches are left to [`Assembly::write`].
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub op: Opcode,
    /// Of no meaning where there is a target.
    pub arg: u32,
    /// The step that a jump goes to.
    pub target: Option<usize>,
    pub place: Place,
}

/// Where in the source a step comes from.
#[derive(Clone, Copy)]
pub(super) struct Place {
    start: SourceLocation,
    end: SourceLocation,
    /// Steps that come from nowhere have a place all the same, which only tracebacks use.
    known: bool,
}

/// A code object's instructions, taken apart. Ends of the source's `try` blocks are steps, too.
pub(super) struct Assembly {
    pub steps: Vec<Step>,
    pub handlers: Vec<ExceptionTableEntry>,
}

impl Assembly {
    /// Takes apart what the compiler wrote.
    pub fn read<C: Constant>(code: &CodeObject<C>) -> Self {
        let units = &*code.instructions;
        let unknown = build_no_location_mask(&code.linetable, units.len());
        let mut steps = Vec::new();
        // Where each step's following one begins, and the step that each unit belongs to.
        let (mut ends, mut step_of) = (Vec::new(), Vec::with_capacity(units.len() + 1));
        let mut argument = OpArgState::default();
        let mut at = 0;
        while at < units.len() {
            let (op, arg) = argument.get(units[at]);
            let op = op.as_opcode();
            let next = at + 1 + op.cache_entries();
            step_of.resize(next, steps.len());
            if op != Opcode::ExtendedArg {
                let (start, end) = code.locations[at];
                let place = Place { start, end, known: !unknown[at] };
                steps.push(Step { op, arg: arg.into(), target: None, place });
                ends.push(next);
            }
            at = next;
        }
        step_of.push(steps.len());
        for (step, end) in steps.iter_mut().zip(ends) {
            step.target = jump(step.op).map(|jump| match jump {
                Jump::Forward => step_of[end + step.arg as usize],
                Jump::Backward => step_of[end - step.arg as usize],
            });
        }
        let mut handlers = decode_exception_table(&code.exceptiontable);
        map_handlers(&mut handlers, |unit| step_of[unit]);
        Self { steps, handlers }
    }

    /// Puts `new` steps before others, which it is called with, and with their numbers. Jumps to a step go to what was
    /// put before it, but those of the new steps to itself.
    pub fn put_before(&mut self, new: impl Fn(usize, &Step) -> Vec<Step>) {
        let mut steps = Vec::with_capacity(self.steps.len());
        // Where what was put before each step begins, and where the step is itself.
        let (mut begins, mut itself) = (Vec::new(), Vec::new());
        for (index, step) in self.steps.iter().enumerate() {
            begins.push(steps.len());
            steps.extend(new(index, step));
            itself.push(steps.len());
            steps.push(*step);
        }
        begins.push(steps.len());
        let mut old = itself.iter().copied().peekable();
        for (index, step) in steps.iter_mut().enumerate() {
            let moved = if old.next_if_eq(&index).is_some() { &begins } else { &itself };
            step.target = step.target.map(|target| moved[target]);
        }
        map_handlers(&mut self.handlers, |step| begins[step]);
        self.steps = steps;
    }

    /// Writes the steps in place of the instructions that `code` has.
    pub fn write<C: Constant>(mut self, code: &mut CodeObject<C>) {
        let starts = self.place_jumps();
        map_handlers(&mut self.handlers, |step| starts[step]);
        let mut units = Vec::with_capacity(starts[self.steps.len()]);
        let mut locations = Vec::with_capacity(units.capacity());
        let mut lines = Lines::new(code.first_line_number.map_or(1, |line| line.get()));
        for step in &self.steps {
            let before = units.len();
            let (high, low) = OpArg::new(step.arg).split();
            units.extend(high.map(|byte| unit(Opcode::ExtendedArg, byte)));
            units.push(unit(step.op, low));
            units.extend((0..step.op.cache_entries()).map(|_| unit(Opcode::Cache, OpArgByte::new(0))));
            let length = units.len() - before;
            locations.resize(units.len(), (step.place.start, step.place.end));
            lines.add(step.place, length);
        }
        code.instructions = units.into();
        code.locations = locations.into();
        code.linetable = lines.table.into();
        code.exceptiontable = encode_exception_table(&self.handlers);
    }

    /// Gives jumps their arguments, and says at which unit each step begins, and the last one ends. A longer way may
    /// need a longer argument, which makes other ways longer: all begin as short as can be, and only grow.
    fn place_jumps(&mut self) -> Vec<usize> {
        for step in self.steps.iter_mut().filter(|step| step.target.is_some()) {
            step.arg = 0;
        }
        loop {
            let starts = self.starts();
            let mut grew = false;
            for (index, step) in self.steps.iter_mut().enumerate() {
                let Some(target) = step.target else { continue };
                let before = length(step);
                step.arg = u32::try_from(starts[index + 1].abs_diff(starts[target])).expect("code is short");
                grew |= length(step) > before;
            }
            if !grew {
                return starts;
            }
        }
    }

    fn starts(&self) -> Vec<usize> {
        let mut at = 0;
        let mut starts = vec![at];
        starts.extend(self.steps.iter().map(|step| {
            at += length(step);
            at
        }));
        starts
    }
}

enum Jump {
    Forward,
    Backward,
}

/// How a jump counts, from the end of its caches. `EndAsyncFor` has a way as argument, too, which only debuggers read.
fn jump(op: Opcode) -> Option<Jump> {
    match op {
        Opcode::JumpBackward | Opcode::JumpBackwardNoInterrupt => Some(Jump::Backward),
        Opcode::EndAsyncFor => None,
        other => other.has_jump().then_some(Jump::Forward),
    }
}

/// Entries say where their ranges begin and end and where handlers begin; `map` says where that is.
fn map_handlers(entries: &mut [ExceptionTableEntry], map: impl Fn(usize) -> usize) {
    for entry in entries {
        for place in [&mut entry.start, &mut entry.end, &mut entry.target] {
            *place = u32::try_from(map(*place as usize)).expect("code is short");
        }
    }
}

fn unit(op: Opcode, arg: OpArgByte) -> CodeUnit {
    CodeUnit::new(op.as_instruction(), arg)
}

/// How many units a step takes.
fn length(step: &Step) -> usize {
    OpArg::new(step.arg).instr_size() + step.op.cache_entries()
}

/// The table that says which lines and columns units come from, as CPython writes it since 3.11, in its long form.
struct Lines {
    table: Vec<u8>,
    line: usize,
}

impl Lines {
    /// An entry says for how many units it holds, in three bits.
    const MOST_UNITS: usize = 8;

    fn new(first_line: usize) -> Self {
        Self { table: Vec::new(), line: first_line }
    }

    fn add(&mut self, place: Place, mut units: usize) {
        while units > 0 {
            let some = units.min(Self::MOST_UNITS);
            self.entry(place, some);
            units -= some;
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "sources are short")]
    fn entry(&mut self, Place { start, end, known }: Place, units: usize) {
        let kind = if known { PyCodeLocationInfoKind::Long } else { PyCodeLocationInfoKind::None };
        self.table.push(0x80 | (kind as u8) << 3 | (units - 1) as u8);
        if !known {
            return;
        }
        let (line, last) = (start.line.get(), end.line.get());
        write_signed_varint(&mut self.table, line as i32 - self.line as i32);
        write_varint(&mut self.table, last.saturating_sub(line) as u32);
        // Columns count from 1 in both.
        write_varint(&mut self.table, start.character_offset.get() as u32);
        write_varint(&mut self.table, end.character_offset.get() as u32);
        self.line = line;
    }
}
