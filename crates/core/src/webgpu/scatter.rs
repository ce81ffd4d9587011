//! Adding values to computed places, of which several may be the same.
//!
//! Floats have no atomic addition in WGSL: a place is exchanged for its sum until no other thread came between. The
//! order, and with it the last bit, may differ from run to run, as with PyTorch on a GPU.

use super::{
    context::context,
    expr::{Expr, GpuType, Value},
    kernel::Kernel,
};
use crate::Result;

/// A copy of `base` with `values` added: `run` adjacent ones from each of `starts` on.
pub fn scatter_add(base: &Value, starts: &Value, run: usize, values: &Value) -> Result<Value> {
    let (context, count) = (context()?, values.numel());
    let out = context.allocate(base.numel())?;
    if matches!(base.state(), super::expr::State::Ready(_)) {
        context.copy(&*base.compute()?, &out, base.numel())?;
    } else {
        let mut fill = Kernel::default();
        let value = fill.emit(base, "i");
        fill.store(&out, base.kind, "i", &value);
        fill.run_each(&context, base.numel())?;
    }
    let mut kernel = Kernel::default();
    let target = kernel.bind(&out, "atomic<u32>", true);
    let value = kernel.emit(values, "i");
    let (nth, inside) = if run == 1 { ("i".into(), "0u".into()) } else { (format!("(i / {run}u)"), format!("i % {run}u")) };
    let start = kernel.emit(starts, &nth);
    kernel.body.push_str(&format!("  let place = u32({start}) + {inside};\n  if (place >= {}u) {{ return; }}\n", base.numel()));
    kernel.body.push_str(&match base.kind {
        GpuType::F32 => format!(
            "  var old = atomicLoad(&{target}[place]);\n  loop {{\n    \
             let sum = bitcast<u32>(bitcast<f32>(old) + {value});\n    \
             let exchanged = atomicCompareExchangeWeak(&{target}[place], old, sum);\n    \
             if (exchanged.exchanged) {{ break; }}\n    old = exchanged.old_value;\n  }}\n"
        ),
        GpuType::I32 => format!("  atomicAdd(&{target}[place], bitcast<u32>({value}));\n"),
        GpuType::Bool => format!("  atomicOr(&{target}[place], select(0u, 1u, {value}));\n"),
    });
    kernel.run_each(&context, count)?;
    Ok(Expr::ready(out, &base.shape, base.kind))
}
