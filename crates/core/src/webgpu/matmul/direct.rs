//! The direct kernel, for adapters that are programs: each thread reads what its block of results needs, and no
//! thread waits for another.
//!
//! Such adapters run the threads of a workgroup one after the other, so that a barrier stops and resumes each of them,
//! and a value that was just read is in the processor's cache anyway.

use std::fmt::Write;

use super::{Factor, Product};

/// Threads per workgroup along each side.
const SIDE: usize = 4;
/// Results per thread, rows and columns, from the most reuse of what is read down.
const BLOCKS: [[usize; 2]; 3] = [[8, 8], [8, 4], [4, 4]];
/// Threads that keep a few processors busy.
const ENOUGH_THREADS: usize = 64;

/// Rows and columns of results per thread.
pub fn block(product: &Product) -> [usize; 2] {
    let Product { batch, m, n, .. } = *product;
    let is_enough = |&[rows, columns]: &[usize; 2]| {
        let is_wasteful = n.div_ceil(columns) * columns > n.next_multiple_of(4);
        !is_wasteful && m.div_ceil(rows) * n.div_ceil(columns) * batch >= ENOUGH_THREADS
    };
    BLOCKS.into_iter().find(is_enough).unwrap_or([4, 4])
}

/// How many workgroups each dimension takes.
pub fn groups(product: &Product, [rows, columns]: [usize; 2]) -> [u32; 3] {
    let along = |size: usize, block: usize| size.div_ceil(block * SIDE) as u32;
    [along(product.n, columns), along(product.m, rows), product.batch as u32]
}

/// How a thread reads one factor: the side along its block of results, and the side that is summed over.
struct Side<'a> {
    factor: &'a Factor<'a>,
    /// Names the side's variables.
    letter: char,
    /// Results along it, in all and per thread.
    size: usize,
    block: usize,
    stride: usize,
    deep_stride: usize,
}

impl<'a> Side<'a> {
    fn new(
        factor: &'a Factor,
        letter: char,
        size: usize,
        block: usize,
        [along, deep]: [usize; 2],
    ) -> Side<'a> {
        let (stride, deep_stride) = (factor.layout.strides[along], factor.layout.strides[deep]);
        Side { factor, letter, size, block, stride, deep_stride }
    }

    /// Whether a read brings four values along the sum, or along the block.
    fn reads_deep(&self) -> bool {
        self.factor.is_quads && self.deep_stride == 1
    }
    fn reads_along(&self) -> bool {
        self.factor.is_quads && self.deep_stride != 1
    }

    /// Where each of the block's lines starts. Lines beyond the edge are read as the last one, and not stored.
    fn starts(&self, text: &mut String) {
        let (step, last) = if self.reads_along() { (4, self.size - 4) } else { (1, self.size - 1) };
        let is_whole = self.size.is_multiple_of(self.block * SIDE);
        let layout = self.factor.layout;
        for at in (0..self.block).step_by(step) {
            let line = format!("first_{} + {at}u", self.letter);
            let line = if is_whole { line } else { format!("min({line}, {last}u)") };
            writeln!(
                text,
                "  let start_{}{at} = group.z * {}u + ({line}) * {}u + {}u;",
                self.letter, layout.strides[0], self.stride, layout.offset
            )
            .ok();
        }
    }

    /// Reads `depth` values of each line from `k` on.
    fn reads(&self, depth: usize, text: &mut String) {
        let Side { letter, block, deep_stride, .. } = *self;
        let (lines, steps) =
            if self.reads_along() { (4, 1) } else { (1, if self.reads_deep() { 4 } else { 1 }) };
        for at in (0..block).step_by(lines) {
            for deep in (0..depth).step_by(steps) {
                let place = format!("start_{letter}{at} + (k + {deep}u) * {deep_stride}u");
                let place = if self.factor.is_quads { format!("({place}) / 4u") } else { place };
                writeln!(text, "    let {letter}{at}_{deep} = {}[{place}];", self.factor.name).ok();
            }
        }
    }

    /// The value of line `at` at `deep`, of those read.
    fn value(&self, at: usize, deep: usize) -> String {
        let letter = self.letter;
        match (self.reads_deep(), self.reads_along()) {
            (true, _) => format!("{letter}{at}_{}[{}]", deep / 4 * 4, deep % 4),
            (_, true) => format!("{letter}{}_{deep}[{}]", at / 4 * 4, at % 4),
            _ => format!("{letter}{at}_{deep}"),
        }
    }

    /// The values of lines `at` to `at + 3` as a vector.
    fn quad(&self, at: usize, deep: usize) -> String {
        if self.reads_along() {
            return format!("{}{at}_{deep}", self.letter);
        }
        let values: Vec<String> = (at..at + 4).map(|at| self.value(at, deep)).collect();
        format!("vec4<T>({})", values.join(", "))
    }
}

/// Adds the products at `depth` places from `k` on.
fn products(a: &Side, b: &Side, depth: usize, kind: &str) -> String {
    let mut text = String::new();
    a.reads(depth, &mut text);
    b.reads(depth, &mut text);
    for deep in 0..depth {
        for column in (0..b.block).step_by(4) {
            writeln!(text, "    let quad{column}_{deep} = {};", b.quad(column, deep)).ok();
            for row in 0..a.block {
                let (sum, value) = (format!("sum{row}_{column}"), a.value(row, deep));
                let added = match kind {
                    "f32" => format!("fma(vec4<T>({value}), quad{column}_{deep}, {sum})"),
                    _ => format!("{sum} + {value} * quad{column}_{deep}"),
                };
                writeln!(text, "    {sum} = {added};").ok();
            }
        }
    }
    text
}

/// Stores the block's results that lie within the matrix.
fn stores(product: &Product, [rows, columns]: [usize; 2]) -> String {
    let Product { m, n, .. } = *product;
    let mut text = String::new();
    for row in 0..rows {
        for column in 0..columns {
            let value = format!("sum{row}_{}[{}]", column / 4 * 4, column % 4);
            let (y, x) = (format!("first_a + {row}u"), format!("first_b + {column}u"));
            let place = format!("out[(group.z * {m}u + {y}) * {n}u + {x}]");
            writeln!(text, "  if ({y} < {m}u && {x} < {n}u) {{ {place} = {value}; }}").ok();
        }
    }
    text
}

pub fn text(product: &Product, a: &Factor, b: &Factor, block: [usize; 2]) -> String {
    let Product { m, k, n, kind, .. } = *product;
    let [rows, columns] = block;
    let a = Side::new(a, 'a', m, rows, [1, 2]);
    let b = Side::new(b, 'b', n, columns, [2, 1]);
    let depth = if k.is_multiple_of(4) { 4 } else { 1 };
    let mut starts = String::new();
    a.starts(&mut starts);
    b.starts(&mut starts);
    for row in 0..rows {
        for column in (0..columns).step_by(4) {
            writeln!(starts, "  var sum{row}_{column} = vec4<T>();").ok();
        }
    }
    format!(
        "alias T = {kind};
@group(0) @binding(0) var<storage, read_write> out: array<T>;
{bindings}@compute @workgroup_size({SIDE}, {SIDE}) fn main(@builtin(global_invocation_id) id: vec3u, @builtin(workgroup_id) group: vec3u) {{
  let first_a = id.y * {rows}u;
  let first_b = id.x * {columns}u;
{starts}  for (var k = 0u; k < {k}u; k += {depth}u) {{
{products}  }}
{stores}}}
",
        bindings = super::bindings(a.factor, b.factor, kind),
        products = products(&a, &b, depth, kind),
        stores = stores(product, block),
    )
}
