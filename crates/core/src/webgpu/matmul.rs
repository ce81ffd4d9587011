//! The tiled matrix product: tiles of both factors in workgroup memory, a block of results per thread.

use std::rc::Rc;

use super::{
    buffer::GpuBuffer,
    context::context,
    expr::{Expr, GpuType, Value},
};
use crate::{Result, tensor::Layout};

/// Results per workgroup along each side, and how deep the tiles are.
const TILE: usize = 64;
const DEPTH: usize = 16;
/// Results per thread along each side.
const BLOCK: usize = 4;
const SIDE: usize = TILE / BLOCK;

/// A batch of products: `a` is `[batch, m, k]`, `b` is `[batch, k, n]`, as layouts over row-major values, so that
/// transposed and broadcast factors need no copy. Returns `[batch, m, n]`.
pub fn matmul(a: (&Value, &Layout), b: (&Value, &Layout)) -> Result<Value> {
    let &[batch, m, k] = &a.1.shape[..] else { unreachable!("the caller brings three dimensions") };
    let n = b.1.shape[2];
    let context = context()?;
    let (x, y) = (a.0.compute()?, b.0.compute()?);
    let out = context.allocate(batch * m * n)?;
    let wgsl = text([batch, m, k, n], a.1, b.1, Rc::ptr_eq(&x, &y));
    let groups = [n.div_ceil(TILE) as u32, m.div_ceil(TILE) as u32, batch as u32];
    let mut buffers: Vec<(&GpuBuffer, bool)> = vec![(&out, true), (&x, false)];
    if !Rc::ptr_eq(&x, &y) {
        buffers.push((&y, false));
    }
    context.dispatch(wgsl, &buffers, &[], groups)?;
    Ok(Expr::ready(out, &[batch, m, n], GpuType::F32))
}

fn place(layout: &Layout, row: &str, column: &str) -> String {
    let [batch, down, across] = [layout.strides[0], layout.strides[1], layout.strides[2]];
    format!("group.z * {batch}u + ({row}) * {down}u + ({column}) * {across}u + {}u", layout.offset)
}

fn text([_, m, k, n]: [usize; 4], a: &Layout, b: &Layout, is_same: bool) -> String {
    let second = if is_same {
        String::new()
    } else {
        "@group(0) @binding(2) var<storage, read> y: array<f32>;\n".into()
    };
    let name = if is_same { "x" } else { "y" };
    let (place_a, place_b) = (place(a, "row", "depth"), place(b, "depth", "column"));
    let threads = SIDE * SIDE;
    let (loads, cells) = (TILE * DEPTH / threads, TILE * DEPTH);
    // Neighbouring threads read neighbouring values, along whichever side is contiguous.
    let split_a =
        if a.strides[2] <= a.strides[1] { ("at / 16u", "at % 16u") } else { ("at % 64u", "at / 64u") };
    let split_b =
        if b.strides[2] <= b.strides[1] { ("at % 64u", "at / 64u") } else { ("at / 16u", "at % 16u") };
    format!(
        "@group(0) @binding(0) var<storage, read_write> out: array<f32>;
@group(0) @binding(1) var<storage, read> x: array<f32>;
{second}var<workgroup> tile_a: array<f32, {cells}>;
var<workgroup> tile_b: array<f32, {cells}>;
@compute @workgroup_size({SIDE}, {SIDE}) fn main(@builtin(local_invocation_id) local: vec3u, @builtin(workgroup_id) group: vec3u) {{
  let thread = local.y * {SIDE}u + local.x;
  let first_row = group.y * {TILE}u;
  let first_column = group.x * {TILE}u;
  var sums: array<vec4f, {BLOCK}>;
  for (var start = 0u; start < {k}u; start += {DEPTH}u) {{
    for (var load = 0u; load < {loads}u; load++) {{
      let at = load * {threads}u + thread;
      {{
        let tile_row = {};
        let tile_depth = {};
        let row = first_row + tile_row;
        let depth = start + tile_depth;
        var value = 0.0;
        if (row < {m}u && depth < {k}u) {{ value = x[{place_a}]; }}
        tile_a[tile_depth * {TILE}u + tile_row] = value;
      }}
      {{
        let tile_column = {};
        let tile_depth = {};
        let column = first_column + tile_column;
        let depth = start + tile_depth;
        var value = 0.0;
        if (column < {n}u && depth < {k}u) {{ value = {name}[{place_b}]; }}
        tile_b[tile_depth * {TILE}u + tile_column] = value;
      }}
    }}
    workgroupBarrier();
    for (var depth = 0u; depth < {DEPTH}u; depth++) {{
      let a = depth * {TILE}u + local.y * {BLOCK}u;
      let b = depth * {TILE}u + local.x * {BLOCK}u;
      let row = vec4f(tile_b[b], tile_b[b + 1u], tile_b[b + 2u], tile_b[b + 3u]);
      for (var r = 0u; r < {BLOCK}u; r++) {{ sums[r] += tile_a[a + r] * row; }}
    }}
    workgroupBarrier();
  }}
  for (var r = 0u; r < {BLOCK}u; r++) {{
    let row = first_row + local.y * {BLOCK}u + r;
    for (var c = 0u; c < {BLOCK}u; c++) {{
      let column = first_column + local.x * {BLOCK}u + c;
      if (row < {m}u && column < {n}u) {{ out[(group.z * {m}u + row) * {n}u + column] = sums[r][c]; }}
    }}
  }}
}}
",
        split_a.0, split_a.1, split_b.0, split_b.1
    )
}
