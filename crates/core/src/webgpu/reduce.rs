//! Reductions: one thread per result where lines are short, a workgroup per result where they are long and the adapter
//! is no program, for which barriers are dear.
//!
//! What it is not: subgroup operations. wgpu does not offer them in browsers yet (gfx-rs/wgpu#5555).

use super::{
    device::gpu,
    expr::{Expr, GpuType, GpuValue},
    kernel::{Kernel, MOST_GROUPS, WORKGROUP, grid},
};
use crate::{Result, layout::Layout};

/// How two values become one, as WGSL in `a` and `b`, with the value to start from, which changes nothing.
#[derive(Debug, Clone, Copy)]
pub struct Fold {
    pub wgsl: &'static str,
    pub start: f64,
}

/// Lines of at least so many values get a workgroup.
const LONG: usize = 128;
const THREADS: usize = 256;
/// A longer line is first cut into pieces, so that the whole GPU works on it.
const PIECE: usize = 16 * THREADS;
/// Without workgroups that work together a line is cut into pieces of at least this, until so many threads work.
const PIECE_OF_THREAD: usize = 512;
const ENOUGH_THREADS: usize = 64;
/// A reduction of no more values than this waits for who needs it; of more, what it is made from would take memory.
const MOST_WAITING: usize = 1 << 14;

/// Each of `rows` lines of `length` adjacent values of `x` (row-major) reduced to one.
pub fn reduce(x: &GpuValue, rows: usize, length: usize, fold: Fold) -> Result<GpuValue> {
    if rows == 0 || length == 0 {
        return Ok(Expr::constant(fold.start, &[rows], x.kind));
    }
    let flat = Expr::view(x, &Layout::contiguous(&[rows, length]));
    if !gpu()?.is_software() && length >= LONG {
        let pieces = length.div_ceil(PIECE);
        let partial = reduce_by_workgroups(&flat, rows, length, pieces, fold)?;
        return if pieces == 1 { Ok(partial) } else { reduce(&partial, rows, pieces, fold) };
    }
    let pieces = (length / PIECE_OF_THREAD).min(ENOUGH_THREADS / rows).max(1);
    if pieces > 1 {
        let partial = reduce_by_threads(&flat, rows, length, pieces, fold)?;
        return reduce(&partial, rows, pieces, fold);
    }
    let sums = Expr::reduced(&flat, rows, length, fold);
    if x.numel() > MOST_WAITING {
        sums.compute()?;
    }
    Ok(sums)
}

fn declarations(kind: GpuType, fold: Fold) -> String {
    format!("fn combine(a: {0}, b: {0}) -> {0} {{ return {1}; }}\n", kind.wgsl(), fold.wgsl)
}

/// Each line in `pieces`, a thread each.
fn reduce_by_threads(
    x: &GpuValue,
    rows: usize,
    length: usize,
    pieces: usize,
    fold: Fold,
) -> Result<GpuValue> {
    x.fit()?;
    let (gpu, kind, count) = (gpu()?, x.kind, rows * pieces);
    let size = length.div_ceil(pieces);
    let out = gpu.allocate(count)?;
    let mut kernel = Kernel::default();
    kernel.body.push_str(&format!(
        "  let start = piece % {pieces}u * {size}u;\n  let end = min(start + {size}u, {length}u);\n  \
         var total: {} = {};\n  for (var r = start; r < end; r++) {{\n  let j = piece / {pieces}u * {length}u + r;\n",
        kind.wgsl(),
        literal(fold.start, kind)
    ));
    let value = kernel.emit(x, "j");
    kernel.body.push_str(&format!("  total = combine(total, {value});\n  }}\n"));
    kernel.store(&out, kind, "piece", "total");
    let (groups, width) = grid(count);
    let opening = format!("  let piece = id.x + id.y * {width}u;\n  if (piece >= {count}u) {{ return; }}\n");
    kernel.run(&gpu, &declarations(kind, fold), &opening, WORKGROUP, groups)?;
    Ok(Expr::ready(out, &[count], kind))
}

/// Each line in `pieces`, a workgroup each.
fn reduce_by_workgroups(
    x: &GpuValue,
    rows: usize,
    length: usize,
    pieces: usize,
    fold: Fold,
) -> Result<GpuValue> {
    x.fit()?;
    let (gpu, kind, count) = (gpu()?, x.kind, rows * pieces);
    let size = length.div_ceil(pieces);
    let out = gpu.allocate(count)?;
    let mut kernel = Kernel::default();
    let start = literal(fold.start, kind);
    kernel.body.push_str(&format!(
        "  let start = piece % {pieces}u * {size}u;\n  let end = min(start + {size}u, {length}u);\n  \
         var total: {} = {start};\n  for (var r = start + local.x; r < end; r += {THREADS}u) {{\n  \
         let j = piece / {pieces}u * {length}u + r;\n",
        kind.wgsl()
    ));
    let value = kernel.emit(x, "j");
    kernel.body.push_str(&format!("  total = combine(total, {value});\n  }}\n{}", tree()));
    kernel.body.push_str(&format!("  if (piece >= {count}u) {{ return; }}\n"));
    kernel.store_first(&out, kind, "piece", "shared_total[0]");
    let declarations = format!(
        "{}var<workgroup> shared_total: array<{}, {THREADS}>;\n",
        declarations(kind, fold),
        kind.wgsl()
    );
    let width = count.min(MOST_GROUPS as usize);
    let opening = format!("  let piece = group.x + group.y * {width}u;\n");
    let groups = [width as u32, count.div_ceil(width) as u32, 1];
    kernel.run(&gpu, &declarations, &opening, THREADS as u32, groups)?;
    Ok(Expr::ready(out, &[count], kind))
}

/// The running totals of lines of `size` values, `inner` apart from each other: a thread per line.
pub fn running(x: &GpuValue, size: usize, inner: usize, fold: Fold) -> Result<GpuValue> {
    if x.numel() == 0 {
        return Ok(x.clone());
    }
    x.fit()?;
    let (gpu, kind, rows, block) = (gpu()?, x.kind, x.numel() / size, size * inner);
    let out = gpu.allocate(x.numel())?;
    let mut kernel = Kernel::default();
    kernel.body.push_str(&format!(
        "  var total: {} = {};\n  for (var r = 0u; r < {size}u; r++) {{\n  \
         let j = i / {inner}u * {block}u + r * {inner}u + i % {inner}u;\n",
        kind.wgsl(),
        literal(fold.start, kind)
    ));
    let value = kernel.emit(x, "j");
    kernel.body.push_str(&format!("  total = combine(total, {value});\n"));
    kernel.store(&out, kind, "j", "total");
    kernel.body.push_str("  }\n");
    let (groups, width) = grid(rows);
    let opening = format!("  let i = id.x + id.y * {width}u;\n  if (i >= {rows}u) {{ return; }}\n");
    kernel.run(&gpu, &declarations(kind, fold), &opening, WORKGROUP, groups)?;
    Ok(Expr::ready(out, &x.shape, kind))
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

/// A value as WGSL.
pub(super) fn literal(value: f64, kind: GpuType) -> String {
    match kind {
        GpuType::F32 if value == f64::INFINITY => "infinity()".into(),
        GpuType::F32 if value == f64::NEG_INFINITY => "-infinity()".into(),
        GpuType::F32 => format!("f32({value:?})"),
        GpuType::I32 => format!("i32({})", value.clamp(i32::MIN as f64 + 1.0, i32::MAX as f64) as i64),
        GpuType::Bool => (value != 0.0).to_string(),
    }
}
