//! Matrix products: which kernel computes one, by its shape and by the adapter.
//!
//! What it is not: the kernels' texts. `tiled` is for GPUs; `direct` for adapters that are programs, where a barrier
//! costs more than reading a value again. Start reading at [`matmul`].

mod direct;
mod tiled;

use std::rc::Rc;

use super::{
    Fold,
    device::{GpuBuffer, gpu},
    expr::{Expr, GpuType, GpuValue},
    kernel::Call,
    reduce::reduce,
};
use crate::{Result, layout::Layout};

/// One factor: how it is bound, where its values are, and whether they are read four at a time.
struct Factor<'a> {
    name: &'a str,
    layout: &'a Layout,
    is_quads: bool,
}

/// The sizes of a batch of products and the WGSL type of its values.
struct Product {
    batch: usize,
    m: usize,
    k: usize,
    n: usize,
    kind: &'static str,
}

/// A batch of products: `a` is `[batch, m, k]`, `b` is `[batch, k, n]`, as layouts over row-major values, so that
/// transposed and broadcast factors need no copy. Returns `[batch, m, n]`.
pub fn matmul(a: (&GpuValue, &Layout), b: (&GpuValue, &Layout)) -> Result<GpuValue> {
    let &[batch, m, k] = &a.1.shape[..] else { unreachable!("the caller brings three dimensions") };
    let (n, kind) = (b.1.shape[2], a.0.kind);
    if batch * m * n == 0 || k == 0 {
        return Ok(Expr::constant(0.0, &[batch, m, n], kind));
    }
    if k == 1 {
        return Ok(terms(a, b, &[batch, m, n]));
    }
    if m == 1 || n == 1 {
        // A row of products per result, made as it is summed.
        let sums =
            reduce(&terms(a, b, &[batch, m, n, k]), batch * m * n, k, Fold { wgsl: "a + b", start: 0.0 })?;
        return Ok(Expr::view(&sums, &Layout::contiguous(&[batch, m, n])));
    }
    run(&Product { batch, m, k, n, kind: kind.wgsl() }, a, b, kind)
}

/// The products of single values, `[batch, m, n]` or, where a dimension is summed over, `[batch, m, n, k]`.
fn terms(a: (&GpuValue, &Layout), b: (&GpuValue, &Layout), shape: &[usize]) -> GpuValue {
    let view = |(value, layout): (&GpuValue, &Layout), strides: [usize; 4]| {
        let strides = strides[..shape.len()].into();
        Expr::view(value, &Layout { shape: shape.into(), strides, offset: layout.offset })
    };
    let (of_a, of_b) = (&a.1.strides, &b.1.strides);
    let x = view(a, [of_a[0], of_a[1], 0, of_a[2]]);
    let y = view(b, [of_b[0], 0, of_b[2], of_b[1]]);
    Expr::apply("a * b", &[&x, &y], shape, a.0.kind)
}

fn run(
    product: &Product,
    a: (&GpuValue, &Layout),
    b: (&GpuValue, &Layout),
    kind: GpuType,
) -> Result<GpuValue> {
    let gpu = gpu()?;
    let (x, y) = (a.0.compute()?, b.0.compute()?);
    let out = gpu.allocate(product.batch * product.m * product.n)?;
    let is_same = Rc::ptr_eq(&x, &y);
    let name = if is_same { "x" } else { "y" };
    let factors = |allow: bool| {
        // One binding has one type.
        let allow = allow && (!is_same || (is_quads(a.1) && is_quads(b.1)));
        let factor = |name, layout| Factor { name, layout, is_quads: allow && is_quads(layout) };
        (factor("x", a.1), factor(name, b.1))
    };
    let (wgsl, groups) = if gpu.is_software() {
        let (block, (left, right)) = (direct::block(product), factors(true));
        (direct::text(product, &left, &right, block), direct::groups(product, block))
    } else {
        let block = tiled::block(product);
        let (left, right) = factors(block == 4);
        (tiled::text(product, &left, &right, block), tiled::groups(product, block))
    };
    let mut buffers: Vec<(&GpuBuffer, bool)> = vec![(&out, true), (&x, false)];
    if !is_same {
        buffers.push((&y, false));
    }
    gpu.dispatch(Call { wgsl, buffers: &buffers, numbers: &[], groups })?;
    Ok(Expr::ready(out, &[product.batch, product.m, product.n], kind))
}

/// Whether rows (or columns, of a transposed matrix) begin and end at whole vectors of four.
fn is_quads(layout: &Layout) -> bool {
    let (inner, outer) = if layout.strides[2] == 1 { (2, 1) } else { (1, 2) };
    layout.strides[inner] == 1
        && [layout.shape[inner], layout.strides[outer], layout.strides[0], layout.offset]
            .iter()
            .all(|value| value.is_multiple_of(4))
}

/// The declarations of the factors' buffers.
fn bindings(a: &Factor, b: &Factor, kind: &str) -> String {
    let binding = |at: usize, factor: &Factor| {
        let stored = if factor.is_quads { format!("vec4<{kind}>") } else { kind.to_owned() };
        format!("@group(0) @binding({at}) var<storage, read> {}: array<{stored}>;\n", factor.name)
    };
    let second = if a.name == b.name { String::new() } else { binding(2, b) };
    binding(1, a) + &second
}
