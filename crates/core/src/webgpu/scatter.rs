//! Writing to computed places: adding where several may be the same, replacing, and putting parts together.
//!
//! Floats have no atomic addition in WGSL: a place is exchanged for its sum until no other thread came between. The
//! order, and with it the last bit, may differ from run to run, as with PyTorch on a GPU.

use std::rc::Rc;

use super::{
    device::{Gpu, GpuBuffer, gpu},
    expr::{Expr, GpuType, GpuValue, State},
    kernel::Kernel,
    text::index_text,
};
use crate::{Result, layout::Layout};

/// What is done where something stands already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scatter {
    Add,
    Replace,
}

/// A copy of `base` with `values` added or written: `run` adjacent ones from each of `starts` on.
pub fn scatter(
    base: &GpuValue,
    starts: &GpuValue,
    run: usize,
    values: &GpuValue,
    how: Scatter,
) -> Result<GpuValue> {
    values.fit()?;
    starts.fit()?;
    let gpu = gpu()?;
    let out = copied(&gpu, base)?;
    let mut kernel = Kernel::default();
    let is_atomic = how == Scatter::Add;
    let target = kernel.bind(&out, if is_atomic { "atomic<u32>" } else { base.kind.stored() }, true);
    let value = kernel.emit(values, "i");
    let (nth, inside) = match run {
        1 => ("i".to_owned(), "0u".to_owned()),
        _ => (format!("(i / {run}u)"), format!("i % {run}u")),
    };
    let start = kernel.emit(starts, &nth);
    kernel.body.push_str(&format!(
        "  let place = u32({start}) + {inside};\n  if (place >= {}u) {{ return; }}\n",
        base.numel()
    ));
    if is_atomic {
        kernel.body.push_str(&addition(base.kind, &target, &value));
    } else {
        kernel.store(&out, base.kind, "place", &value);
    }
    kernel.run_each(&gpu, values.numel())?;
    Ok(Expr::ready(out, &base.shape, base.kind))
}

/// The values in a buffer that nobody else has.
fn copied(gpu: &Gpu, value: &GpuValue) -> Result<Rc<GpuBuffer>> {
    let out = gpu.allocate(value.numel())?;
    if let State::Ready(buffer) = value.state() {
        gpu.copy(&buffer, &out, value.numel())?;
        return Ok(out);
    }
    value.fit()?;
    let mut fill = Kernel::default();
    let text = fill.emit(value, "i");
    fill.store(&out, value.kind, "i", &text);
    fill.run_each(gpu, value.numel())?;
    Ok(out)
}

fn addition(kind: GpuType, target: &str, value: &str) -> String {
    match kind {
        GpuType::F32 => format!(
            "  var old = atomicLoad(&{target}[place]);
  loop {{
    let sum = bitcast<u32>(bitcast<f32>(old) + {value});
    let exchanged = atomicCompareExchangeWeak(&{target}[place], old, sum);
    if (exchanged.exchanged) {{ break; }}
    old = exchanged.old_value;
  }}
"
        ),
        GpuType::I32 => format!("  atomicAdd(&{target}[place], bitcast<u32>({value}));\n"),
        GpuType::Bool => format!("  atomicOr(&{target}[place], select(0u, 1u, {value}));\n"),
    }
}

/// Values of `shape` put together of parts, each at the places that its layout names.
pub fn assemble(parts: &[(GpuValue, Layout)], shape: &[usize], kind: GpuType) -> Result<GpuValue> {
    let gpu = gpu()?;
    let out = gpu.allocate(shape.iter().product())?;
    for (part, layout) in parts {
        part.fit()?;
        let mut kernel = Kernel::default();
        let value = kernel.emit(part, "i");
        kernel.store(&out, kind, &index_text(layout, "i"), &value);
        kernel.run_each(&gpu, part.numel())?;
    }
    Ok(Expr::ready(out, shape, kind))
}
