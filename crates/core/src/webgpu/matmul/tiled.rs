//! The tiled kernel, for GPUs: tiles of both factors in workgroup memory, a block of results per thread.

use super::{Factor, Product};

/// Threads per workgroup along each side, and how deep the tiles are.
const SIDE: usize = 16;
const DEPTH: usize = 16;
/// With fewer workgroups than this, results per thread are fewer, so that more of the GPU works.
const ENOUGH_GROUPS: usize = 48;

/// Results per thread along each side.
pub fn block(product: &Product) -> usize {
    let Product { batch, m, n, .. } = *product;
    let groups = |block: usize| n.div_ceil(SIDE * block) * m.div_ceil(SIDE * block) * batch;
    [4, 2].into_iter().find(|&block| groups(block) >= ENOUGH_GROUPS).unwrap_or(1)
}

/// How many workgroups each dimension takes.
pub fn groups(product: &Product, block: usize) -> [u32; 3] {
    let tile = SIDE * block;
    [product.n.div_ceil(tile) as u32, product.m.div_ceil(tile) as u32, product.batch as u32]
}

/// The loop that brings a factor's tile into workgroup memory, where it lies depth by depth. `along` is the side that
/// runs over results (rows of the left factor, columns of the right one) and its size, `deep` the one summed over.
fn load(factor: &Factor, tile: &str, width: usize, sides: [(usize, usize); 2]) -> String {
    let [(along, along_size), (deep, deep_size)] = sides;
    let Factor { name, layout, is_quads } = factor;
    let (along_stride, deep_stride) = (layout.strides[along], layout.strides[deep]);
    let per_load = if *is_quads { 4 } else { 1 };
    // Neighbouring threads read neighbouring values, along whichever side is contiguous.
    let runs_deep = deep_stride == 1 && (along_stride != 1 || deep_size > 1);
    let (inner, outer) = if runs_deep { (DEPTH / per_load, "w") } else { (width / per_load, "d") };
    let (w, d) = if runs_deep {
        (format!("at / {inner}u"), format!("(at % {inner}u) * {per_load}u"))
    } else {
        (format!("(at % {inner}u) * {per_load}u"), format!("at / {inner}u"))
    };
    let loads = (width * DEPTH / per_load).div_ceil(SIDE * SIDE);
    let count = width * DEPTH / per_load;
    let place = format!(
        "(group.z * {}u + (first_{tile} + w) * {along_stride}u + (start + d) * {deep_stride}u + {}u)",
        layout.strides[0], layout.offset
    );
    let store = if *is_quads {
        let (step_w, step_d) = if outer == "w" { ("", " + c") } else { (" + c", "") };
        format!(
            "let quad = select(vec4<T>(), {name}[{place} / 4u], inside);\n        \
             for (var c = 0u; c < 4u; c++) {{ tile_{tile}[(d{step_d}) * {width}u + w{step_w}] = quad[c]; }}"
        )
    } else {
        format!("tile_{tile}[d * {width}u + w] = select(T(), {name}[{place}], inside);")
    };
    format!(
        "    for (var load = 0u; load < {loads}u; load++) {{
      let at = load * {threads}u + thread;
      if (at < {count}u) {{
        let w = {w};
        let d = {d};
        let inside = first_{tile} + w < {along_size}u && start + d < {deep_size}u;
        {store}
      }}
    }}
",
        threads = SIDE * SIDE
    )
}

pub fn text(product: &Product, a: &Factor, b: &Factor, block: usize) -> String {
    let Product { m, k, n, kind, .. } = *product;
    let (tile, cells) = (SIDE * block, SIDE * block * DEPTH);
    let load_a = load(a, "a", tile, [(1, m), (2, k)]);
    let load_b = load(b, "b", tile, [(2, n), (1, k)]);
    let row: Vec<String> = (0..block).map(|c| format!("tile_b[b + {c}u]")).collect();
    let (vector, row, column) = match block {
        1 => ("T".to_owned(), row[0].clone(), "sums[r]".to_owned()),
        _ => {
            (format!("vec{block}<T>"), format!("vec{block}<T>({})", row.join(", ")), "sums[r][c]".to_owned())
        }
    };
    format!(
        "alias T = {kind};
@group(0) @binding(0) var<storage, read_write> out: array<T>;
{bindings}var<workgroup> tile_a: array<T, {cells}>;
var<workgroup> tile_b: array<T, {cells}>;
@compute @workgroup_size({SIDE}, {SIDE}) fn main(@builtin(local_invocation_id) local: vec3u, @builtin(workgroup_id) group: vec3u) {{
  let thread = local.y * {SIDE}u + local.x;
  let first_a = group.y * {tile}u;
  let first_b = group.x * {tile}u;
  var sums: array<{vector}, {block}>;
  for (var start = 0u; start < {k}u; start += {DEPTH}u) {{
{load_a}{load_b}    workgroupBarrier();
    for (var depth = 0u; depth < {DEPTH}u; depth++) {{
      let a = depth * {tile}u + local.y * {block}u;
      let b = depth * {tile}u + local.x * {block}u;
      let row = {row};
      for (var r = 0u; r < {block}u; r++) {{ sums[r] += tile_a[a + r] * row; }}
    }}
    workgroupBarrier();
  }}
  for (var r = 0u; r < {block}u; r++) {{
    let row = first_a + local.y * {block}u + r;
    for (var c = 0u; c < {block}u; c++) {{
      let column = first_b + local.x * {block}u + c;
      if (row < {m}u && column < {n}u) {{ out[(group.z * {m}u + row) * {n}u + column] = {column}; }}
    }}
  }}
}}
",
        bindings = super::bindings(a, b, kind),
    )
}
