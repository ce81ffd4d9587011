//! Builds one kernel's WGSL from expressions, and runs it.
//!
//! Shapes are constants of the text, so a training loop's kernels are compiled once. Numbers are not: they travel in
//! a small uniform block, or a learning rate that changes would compile anew.

use std::{collections::HashMap, fmt::Write, rc::Rc};

use super::{
    device::{Gpu, GpuBuffer, gpu},
    expr::{Expr, GpuType, GpuValue, State},
    library,
    reduce::{Fold, literal},
    text::{index_text, inverse_text},
};
use crate::{Error, Result, layout::Layout};

pub const WORKGROUP: u32 = 64;
/// The most workgroups along one axis that every adapter takes.
pub const MOST_GROUPS: u32 = 65_535;
/// Buffers that every adapter binds in one kernel.
const MOST_BUFFERS: usize = 8;
/// Threads that keep a few processors busy, and the most values that each takes where more would only cost.
const ENOUGH_THREADS: usize = 1024;
const MOST_EACH: usize = 16;
/// A uniform block holds so many numbers: 256 bytes, the offset alignment that every adapter takes.
pub const BLOCK: usize = 64;

/// A kernel's call: its text, with an entry point `main`, binds `buffers` (with whether it writes them) in this order
/// in group 0, then its block of `numbers` if there are any.
#[cfg_attr(not(feature = "webgpu"), expect(dead_code, reason = "no device takes a call"))]
pub(super) struct Call<'a> {
    pub wgsl: String,
    pub buffers: &'a [(&'a GpuBuffer, bool)],
    pub numbers: &'a [u32],
    pub groups: [u32; 3],
}

#[derive(Default)]
pub struct Kernel {
    buffers: Vec<(Rc<GpuBuffer>, &'static str, bool)>,
    functions: Vec<String>,
    pub body: String,
    numbers: Vec<u32>,
    /// How many of them [`Kernel::set_numbers`] gave.
    set: usize,
    /// Values already in a variable, by expression and index.
    known: HashMap<(*const Expr, String), String>,
    indices: HashMap<(Layout, String), String>,
    /// Expressions computed at the kernel's own index, with how often this kernel's expressions use them.
    visited: Vec<(GpuValue, String, usize)>,
    names: usize,
    /// Why there is nothing to compute with.
    failure: Option<Error>,
}

impl Kernel {
    fn name(&mut self, prefix: &str) -> String {
        self.names += 1;
        // The underscore keeps `i` and 32 from becoming a type.
        format!("{prefix}_{}", self.names)
    }

    /// The name by which a buffer of `stored` values is bound.
    pub fn bind(&mut self, buffer: &Rc<GpuBuffer>, stored: &'static str, is_output: bool) -> String {
        let found = self.buffers.iter().position(|(known, ..)| Rc::ptr_eq(known, buffer));
        let at = found.unwrap_or_else(|| {
            self.buffers.push((buffer.clone(), stored, is_output));
            self.buffers.len() - 1
        });
        self.buffers[at].2 |= is_output;
        format!("buffer{at}")
    }

    /// Gives the kernel a number by its bits; its place in the block.
    fn number(&mut self, bits: u32) -> String {
        // Not one of the numbers that the caller set: those may be equal to it in one step and not in the next.
        let found = (self.set..self.numbers.len()).find(|&at| self.numbers[at] == bits);
        let at = found.unwrap_or_else(|| {
            self.numbers.push(bits);
            self.numbers.len() - 1
        });
        format!("numbers[{}][{}]", at / 4, at % 4)
    }

    /// The numbers that the body finds as `number(0)`, `number(1)`, ….
    pub fn set_numbers(&mut self, numbers: &[f32]) {
        self.numbers = numbers.iter().map(|number| number.to_bits()).collect();
        self.set = numbers.len();
        self.functions
            .push("fn number(at: u32) -> f32 { return bitcast<f32>(numbers[at / 4u][at % 4u]); }".into());
    }

    /// Adds the statements that compute `expr` at the linear index in variable `index`; the value's variable.
    pub fn emit(&mut self, expr: &GpuValue, index: &str) -> String {
        let key = (Rc::as_ptr(expr), index.to_owned());
        if let Some(name) = self.known.get(&key) {
            let name = name.clone();
            if let Some(visit) = self.visited.iter_mut().find(|(known, ..)| Rc::ptr_eq(known, expr)) {
                visit.2 += 1;
            }
            return name;
        }
        let text = self.text(expr, index);
        let name = self.name("v");
        writeln!(self.body, "  let {name}: {} = {text};", expr.kind.wgsl()).ok();
        self.known.insert(key, name.clone());
        if index == "i" && !expr.is_ready() {
            self.visited.push((expr.clone(), name.clone(), 1));
        }
        name
    }

    fn text(&mut self, expr: &GpuValue, index: &str) -> String {
        match expr.state() {
            State::Ready(buffer) => {
                let name = self.bind(&buffer, expr.kind.stored(), false);
                loaded(&name, expr.kind, index)
            }
            State::Updating | State::Failed(_) => {
                if let State::Failed(error) = expr.state() {
                    self.failure = Some(error);
                }
                format!("{}(0)", expr.kind.wgsl())
            }
            State::Constant(value) => self.constant(value, expr.kind),
            State::Iota => format!("i32({index})"),
            State::Overwrite { base, source, layout } => self.overwritten(&base, &source, &layout, index),
            State::View(child, layout) => {
                let at = self.index(&layout, index);
                self.emit(&child, &at)
            }
            State::Apply(wgsl, args) => {
                let values: Vec<(String, GpuType)> =
                    args.iter().map(|arg| (self.argument(arg, expr, index), arg.kind)).collect();
                self.call(wgsl, &values, expr.kind)
            }
            State::Checked { index: child, low, high } => {
                let value = self.emit(&child, index);
                self.check(&value, low, high);
                value
            }
            State::Reduce { source, length, fold } => self.reduced(&source, length, fold, index),
            State::Take { source, starts, run } => {
                let (nth, inside) = match run {
                    1 => (index.to_owned(), String::new()),
                    _ => (format!("({index} / {run}u)"), format!(" + {index} % {run}u")),
                };
                let start = self.emit(&starts, &nth);
                let at = self.name("i");
                writeln!(self.body, "  let {at} = u32({start}){inside};").ok();
                self.emit(&source, &at)
            }
        }
    }

    /// A loop over the line of `source` that the linear index names.
    fn reduced(&mut self, source: &GpuValue, length: usize, fold: Fold, index: &str) -> String {
        let kind = source.kind;
        let (total, nth, at) = (self.name("total"), self.name("r"), self.name("i"));
        let start = literal(fold.start, kind);
        writeln!(
            self.body,
            "  var {total}: {} = {start};\n  for (var {nth} = 0u; {nth} < {length}u; {nth}++) {{\n  \
             let {at} = {index} * {length}u + {nth};",
            kind.wgsl()
        )
        .ok();
        let value = self.emit(source, &at);
        let combined = self.call(fold.wgsl, &[(total.clone(), kind), (value, kind)], kind);
        writeln!(self.body, "  {total} = {combined};\n  }}").ok();
        total
    }

    /// Statements that note a value out of bounds, with what it is and what it should be below.
    fn check(&mut self, value: &str, low: i64, high: i64) {
        let faults = match gpu().and_then(|gpu| gpu.faults()) {
            Ok(buffer) => self.bind(&buffer, "atomic<u32>", true),
            Err(error) => return self.failure = Some(error),
        };
        writeln!(
            self.body,
            "  if ({value} < {low} || {value} >= {high}) {{\n    atomicStore(&{faults}[1], bitcast<u32>({value}));\n    \
             atomicStore(&{faults}[2], {high}u);\n    atomicStore(&{faults}[0], 1u);\n  }}"
        )
        .ok();
    }

    fn constant(&mut self, value: f64, kind: GpuType) -> String {
        match kind {
            GpuType::F32 => format!("bitcast<f32>({})", self.number((value as f32).to_bits())),
            GpuType::I32 => format!("bitcast<i32>({})", self.number(value as i64 as i32 as u32)),
            GpuType::Bool => format!("({} != 0u)", self.number(u32::from(value != 0.0))),
        }
    }

    fn overwritten(&mut self, base: &GpuValue, source: &GpuValue, layout: &Layout, index: &str) -> String {
        let old = self.emit(base, index);
        let (at, hit) = (self.name("i"), self.name("hit"));
        let left = self.name("left");
        self.body.push_str(&inverse_text(layout, index, [&left, &at, &hit]));
        let new = self.emit(source, &at);
        format!("select({old}, {new}, {hit})")
    }

    fn argument(&mut self, arg: &GpuValue, expr: &GpuValue, index: &str) -> String {
        if arg.shape == expr.shape {
            return self.emit(arg, index);
        }
        let at = self.index(&Layout::contiguous(&arg.shape).expand(&expr.shape), index);
        self.emit(arg, &at)
    }

    /// A variable with the place that `layout` gives to the linear index `index`.
    fn index(&mut self, layout: &Layout, index: &str) -> String {
        let key = (layout.clone(), index.to_owned());
        if let Some(name) = self.indices.get(&key) {
            return name.clone();
        }
        let text = index_text(layout, index);
        if text == index {
            return text;
        }
        let name = self.name("i");
        writeln!(self.body, "  let {name} = {text};").ok();
        self.indices.insert(key, name.clone());
        name
    }

    /// A call of the operator's text, as a function of its own so that its names cannot clash. Functions that the text
    /// calls may follow it, each from a line's beginning.
    fn call(&mut self, text: &str, args: &[(String, GpuType)], result: GpuType) -> String {
        let mut parts = text.split("\nfn ");
        let wgsl = parts.next().unwrap_or_default();
        for function in parts.map(|rest| format!("fn {rest}")) {
            if !self.functions.contains(&function) {
                self.functions.push(function);
            }
        }
        let parameters: Vec<String> = ["a", "b", "c"]
            .iter()
            .zip(args)
            .map(|(name, (_, kind))| format!("{name}: {}", kind.wgsl()))
            .collect();
        let body = format!("({}) -> {} {{ return {wgsl}; }}", parameters.join(", "), result.wgsl());
        let suffix = |text: &str| text.split_once('(').map(|(_, rest)| format!("({rest}"));
        let known = self.functions.iter().position(|known| suffix(known).as_deref() == Some(&body));
        let at = known.unwrap_or_else(|| {
            self.functions.push(format!("fn op{}{body}", self.functions.len()));
            self.functions.len() - 1
        });
        let values: Vec<&str> = args.iter().map(|(value, _)| value.as_str()).collect();
        format!("op{at}({})", values.join(", "))
    }

    /// Values computed on the way to `root` that tensors or other expressions still hold.
    pub fn wanted_elsewhere(&self, root: &GpuValue) -> Vec<(GpuValue, String)> {
        let room = MOST_BUFFERS.saturating_sub(self.buffers.len() + 1);
        let is_wanted = |(expr, _, uses): &&(GpuValue, String, usize)| {
            let is_worth_it =
                matches!(expr.state(), State::Apply(..) | State::Take { .. } | State::Reduce { .. });
            // One count is this list's own.
            !Rc::ptr_eq(expr, root)
                && is_worth_it
                && expr.numel() == root.numel()
                && Rc::strong_count(expr) > uses + 1
        };
        let found = self.visited.iter().filter(is_wanted).take(room);
        found.map(|(expr, name, _)| (expr.clone(), name.clone())).collect()
    }

    /// Adds the statement that stores a value.
    pub fn store(&mut self, buffer: &Rc<GpuBuffer>, kind: GpuType, index: &str, value: &str) {
        let name = self.bind(buffer, kind.stored(), true);
        let value = if kind == GpuType::Bool { format!("select(0u, 1u, {value})") } else { value.to_owned() };
        writeln!(self.body, "  {name}[{index}] = {value};").ok();
    }

    /// As [`Kernel::store`], by the workgroup's first thread alone.
    pub fn store_first(&mut self, buffer: &Rc<GpuBuffer>, kind: GpuType, index: &str, value: &str) {
        self.body.push_str("  if (local.x == 0u) {\n");
        self.store(buffer, kind, index, value);
        self.body.push_str("  }\n");
    }

    /// Runs the body once for each `i` below `count`.
    pub fn run_each(mut self, gpu: &Gpu, count: usize) -> Result<()> {
        if count == 0 {
            return Ok(());
        }
        // A program takes longer to start a workgroup than to go on in one.
        let each = if gpu.is_software() { (count / ENOUGH_THREADS).clamp(1, MOST_EACH) } else { 1 };
        let (groups, row) = grid(count.div_ceil(each));
        let threads = row * groups[1];
        let first = format!("id.x + id.y * {row}u");
        let (opening, closing) = match each {
            1 => (format!("  let i = {first};\n  if (i >= {count}u) {{ return; }}\n"), ""),
            _ => (format!("  for (var i = {first}; i < {count}u; i += {threads}u) {{\n"), "  }\n"),
        };
        self.body.push_str(closing);
        self.run(gpu, "", &opening, WORKGROUP, groups)
    }

    /// Runs the body with `declarations` before the entry point and `opening` at its head.
    pub fn run(
        self,
        gpu: &Gpu,
        declarations: &str,
        opening: &str,
        workgroup: u32,
        groups: [u32; 3],
    ) -> Result<()> {
        if let Some(error) = self.failure {
            return Err(error);
        }
        let mut wgsl = String::new();
        for (at, (_, stored, is_output)) in self.buffers.iter().enumerate() {
            let access = if *is_output { "read_write" } else { "read" };
            writeln!(wgsl, "@group(0) @binding({at}) var<storage, {access}> buffer{at}: array<{stored}>;")
                .ok();
        }
        if !self.numbers.is_empty() {
            let (binding, quads) = (self.buffers.len(), BLOCK / 4);
            writeln!(wgsl, "@group(0) @binding({binding}) var<uniform> numbers: array<vec4u, {quads}>;").ok();
        }
        let mut code = self.functions.join("\n");
        write!(
            code,
            "\n{declarations}\n@compute @workgroup_size({workgroup}) fn main(\
             @builtin(global_invocation_id) id: vec3u, @builtin(local_invocation_id) local: vec3u, \
             @builtin(workgroup_id) group: vec3u) {{\n{opening}{}}}\n",
            self.body
        )
        .ok();
        wgsl.push_str(&library::mentioned(&code));
        wgsl.push_str(&code);
        let buffers: Vec<(&GpuBuffer, bool)> =
            self.buffers.iter().map(|(buffer, _, out)| (&**buffer, *out)).collect();
        gpu.dispatch(Call { wgsl, buffers: &buffers, numbers: &self.numbers, groups })
    }
}

/// The value of a buffer at an index, as kernels compute with it.
fn loaded(buffer: &str, kind: GpuType, index: &str) -> String {
    match kind {
        GpuType::Bool => format!("{buffer}[{index}] != 0u"),
        _ => format!("{buffer}[{index}]"),
    }
}

/// Workgroups for `count` invocations, and how many invocations a row of them has.
pub fn grid(count: usize) -> ([u32; 3], u32) {
    let groups = (count as u32).div_ceil(WORKGROUP).max(1);
    let width = groups.min(MOST_GROUPS);
    ([width, groups.div_ceil(width), 1], width * WORKGROUP)
}
