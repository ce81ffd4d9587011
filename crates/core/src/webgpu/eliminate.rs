//! Systems of linear equations by elimination with partial pivoting: a workgroup per system, a thread per column.

use super::{
    device::gpu,
    expr::{Expr, GpuType, GpuValue},
    kernel::Call,
};
use crate::{Result, layout::Layout};

/// What elimination leaves of a batch of systems.
pub struct Eliminated {
    /// `[batch, size, width]`: the right-hand sides turned into solutions.
    pub solutions: GpuValue,
    /// `[batch]`.
    pub determinants: GpuValue,
    /// `[batch]`: the first column without a pivot, counted from 1, or 0.
    pub singular: GpuValue,
}

const THREADS: usize = 64;

/// Eliminates `systems`, `[batch, size, size + width]`: a matrix each, with its right-hand sides beside it.
pub fn eliminate(systems: &GpuValue, [batch, size, width]: [usize; 3]) -> Result<Eliminated> {
    let gpu = gpu()?;
    let columns = size + width;
    let from = systems.compute()?;
    let work = gpu.allocate(batch * size * columns)?;
    gpu.copy(&from, &work, batch * size * columns)?;
    let (determinants, singular) = (gpu.allocate(batch)?, gpu.allocate(batch)?);
    gpu.dispatch(Call {
        wgsl: text(size, columns),
        buffers: &[(&work, true), (&determinants, true), (&singular, true)],
        numbers: &[],
        groups: [batch as u32, 1, 1],
    })?;
    let strides = [size * columns, columns, 1][..].into();
    let right = Layout { shape: [batch, size, width][..].into(), strides, offset: size };
    let work = Expr::ready(work, &[batch, size, columns], GpuType::F32);
    Ok(Eliminated {
        solutions: Expr::view(&work, &right),
        determinants: Expr::ready(determinants, &[batch], GpuType::F32),
        singular: Expr::ready(singular, &[batch], GpuType::I32),
    })
}

/// All threads look for the pivot, which costs no more than one of them looking. Then each keeps to its own columns;
/// the pivot's column is only read until the next step, where nobody looks at it any more.
fn text(size: usize, columns: usize) -> String {
    format!(
        "@group(0) @binding(0) var<storage, read_write> m: array<f32>;
@group(0) @binding(1) var<storage, read_write> determinants: array<f32>;
@group(0) @binding(2) var<storage, read_write> singular: array<i32>;
@compute @workgroup_size({THREADS}) fn main(@builtin(local_invocation_id) local: vec3u, @builtin(workgroup_id) group: vec3u) {{
  let start = group.x * {cells}u;
  var determinant = 1.0;
  var first_singular = 0;
  for (var column = 0u; column < {size}u; column++) {{
    var pivot = column;
    for (var row = column + 1u; row < {size}u; row++) {{
      if (abs(m[start + row * {columns}u + column]) > abs(m[start + pivot * {columns}u + column])) {{ pivot = row; }}
    }}
    let scale = m[start + pivot * {columns}u + column];
    storageBarrier();
    for (var at = column + local.x; at < {columns}u; at += {THREADS}u) {{
      let other = m[start + column * {columns}u + at];
      m[start + column * {columns}u + at] = m[start + pivot * {columns}u + at];
      m[start + pivot * {columns}u + at] = other;
    }}
    storageBarrier();
    determinant *= select(-scale, scale, pivot == column);
    if (scale == 0.0 && first_singular == 0) {{ first_singular = i32(column) + 1; }}
    for (var at = column + 1u + local.x; at < {columns}u; at += {THREADS}u) {{
      let value = m[start + column * {columns}u + at] / scale;
      m[start + column * {columns}u + at] = value;
      for (var row = 0u; row < {size}u; row++) {{
        if (row != column) {{ m[start + row * {columns}u + at] -= m[start + row * {columns}u + column] * value; }}
      }}
    }}
    storageBarrier();
  }}
  if (local.x == 0u) {{
    determinants[group.x] = determinant;
    singular[group.x] = first_singular;
  }}
}}
",
        cells = size * columns,
    )
}
