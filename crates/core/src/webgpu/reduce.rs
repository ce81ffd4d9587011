//! Reductions: one thread per result where lines are short, a workgroup per result where they are long.

use super::{
    context::context,
    expr::{Expr, GpuType, Value},
    kernel::{Kernel, grid},
};
use crate::{Result, tensor::Layout};

/// How two values become one, as WGSL in `a` and `b`, with the value to start from.
#[derive(Debug, Clone, Copy)]
pub struct Reduction {
    pub wgsl: &'static str,
    pub start: f64,
}

/// Lines of at least so many values get a workgroup.
const LONG: usize = 128;
const THREADS: usize = 256;
/// A longer line is first cut into pieces, so that the whole GPU works on it.
const PIECE: usize = 16 * THREADS;

/// Each of `rows` lines of `length` adjacent values of `x` (row-major) reduced to one; float32 or int32.
pub fn reduce(x: &Value, rows: usize, length: usize, reduction: Reduction) -> Result<Value> {
    let pieces = length.div_ceil(PIECE);
    if length >= LONG && pieces > 1 && length.is_multiple_of(pieces) {
        let partial = reduce_lines(x, rows * pieces, length / pieces, reduction)?;
        return reduce(&partial, rows, pieces, reduction);
    }
    reduce_lines(x, rows, length, reduction)
}

fn reduce_lines(x: &Value, rows: usize, length: usize, reduction: Reduction) -> Result<Value> {
    let flat = Expr::view(x, &Layout::contiguous(&[rows, length]));
    let context = context()?;
    let out = context.allocate(rows)?;
    let mut kernel = Kernel::default();
    let (kind, threads) = (flat.kind, if length >= LONG { THREADS } else { 1 });
    let start = format!("  var total: {} = {};\n", kind.wgsl(), literal(reduction.start, kind));
    let line = format!(
        "  for (var r = {}; r < {length}u; r += {threads}u) {{\n",
        if threads == 1 { "0u" } else { "local.x" }
    );
    let combine =
        format!("fn combine(a: {0}, b: {0}) -> {0} {{ return {1}; }}\n", kind.wgsl(), reduction.wgsl);
    kernel.body.push_str(&format!("{start}{line}  let j = row * {length}u + r;\n"));
    let value = kernel.emit(&flat, "j");
    kernel.body.push_str(&format!("  total = combine(total, {value});\n  }}\n"));
    if threads == 1 {
        kernel.store(&out, kind, "row", "total");
        let (groups, width) = grid(rows);
        let opening = format!("  let row = id.x + id.y * {width}u;\n  if (row >= {rows}u) {{ return; }}\n");
        kernel.run(
            &context,
            &private_constants(&combine),
            &opening,
            [super::kernel::WORKGROUP, 1],
            groups,
        )?;
    } else {
        kernel.body.push_str(&tree());
        kernel.store_first(&out, kind, "row", "shared_total[0]");
        let declarations = private_constants(&format!(
            "{combine}var<workgroup> shared_total: array<{}, {THREADS}>;\n",
            kind.wgsl()
        ));
        let width = rows.min(65_535);
        let opening = format!("  let row = group.x + group.y * {width}u;\n");
        let groups = [width as u32, rows.div_ceil(width) as u32, 1];
        kernel.run(&context, &declarations, &opening, [THREADS as u32, 1], groups)?;
    }
    Ok(Expr::ready(out, &[rows], kind))
}

/// The threads' totals brought together in halves.
fn tree() -> String {
    format!(
        "  shared_total[local.x] = total;\n  workgroupBarrier();\n  for (var step = {}u; step > 0u; step /= 2u) {{\n    \
         if (local.x < step) {{ shared_total[local.x] = combine(shared_total[local.x], shared_total[local.x + step]); }}\n    \
         workgroupBarrier();\n  }}\n",
        THREADS / 2
    )
}

/// WGSL has no literal for infinity: its bits come from a variable, which the compiler may not fold.
fn private_constants(rest: &str) -> String {
    format!("var<private> infinity_bits: u32 = 0x7f800000u;\n{rest}")
}

fn literal(value: f64, kind: GpuType) -> String {
    match kind {
        GpuType::F32 if value == f64::INFINITY => "bitcast<f32>(infinity_bits)".into(),
        GpuType::F32 if value == f64::NEG_INFINITY => "-bitcast<f32>(infinity_bits)".into(),
        GpuType::F32 => format!("f32({value:?})"),
        _ => format!("{}(i32({}))", kind.wgsl(), value.clamp(i32::MIN as f64 + 1.0, i32::MAX as f64) as i64),
    }
}
