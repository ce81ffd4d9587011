//! Dtypes that PyTorch's CPU kernels do not take, where ours would compute: the same is refused in the same words.
//!
//! What it is not: rules of promotion, or what an operator itself refuses. Start reading at [`check`].

use super::{Arg, Args};
use crate::{Dtype, Result, bail};

/// Which dtypes a kernel lacks.
#[derive(Clone, Copy)]
enum Lacks {
    Bool,
    /// Integers and bools.
    Whole,
    /// The same but for `int64`.
    WholeButLong,
    Half,
}

impl Lacks {
    fn holds(self, dtype: Dtype) -> bool {
        match self {
            Self::Bool => dtype == Dtype::Bool,
            Self::Whole => !dtype.is_float(),
            Self::WholeButLong => !dtype.is_float() && dtype != Dtype::Int64,
            Self::Half => matches!(dtype, Dtype::Float16 | Dtype::Bfloat16),
        }
    }
}

/// Operators by name, in order; a kernel's name, or the whole message where it has more than one word.
const TABLE: [(&str, Lacks, &str); 46] = [
    ("abs", Lacks::Bool, "abs_cpu"),
    ("adaptive_avg_pool1d", Lacks::Whole, "adaptive_avg_pool2d"),
    ("adaptive_avg_pool2d", Lacks::Whole, "adaptive_avg_pool2d"),
    ("adaptive_max_pool1d", Lacks::Whole, "adaptive_max_pool2d"),
    ("adaptive_max_pool2d", Lacks::Whole, "adaptive_max_pool2d"),
    ("argmax", Lacks::Bool, "argmax(): does not support bool input"),
    ("argmin", Lacks::Bool, "argmin(): does not support bool input"),
    ("avg_pool1d", Lacks::WholeButLong, "avg_pool2d"),
    ("avg_pool2d", Lacks::WholeButLong, "avg_pool2d"),
    ("binary_cross_entropy", Lacks::Whole, "binary_cross_entropy"),
    ("binary_cross_entropy_with_logits", Lacks::Whole, "log_sigmoid_cpu"),
    ("cdist", Lacks::Half, "cdist"),
    ("ceil", Lacks::Bool, "ceil_vml_cpu"),
    ("celu", Lacks::Whole, "elu_cpu"),
    ("conv1d", Lacks::Bool, "slow_conv2d_cpu"),
    ("conv2d", Lacks::Bool, "slow_conv2d_cpu"),
    ("elu", Lacks::Whole, "elu_cpu"),
    ("floor", Lacks::Bool, "floor_vml_cpu"),
    ("frac", Lacks::Whole, "frac_cpu"),
    ("gelu", Lacks::Whole, "GeluKernelImpl"),
    ("glu", Lacks::Whole, "glu_cpu"),
    ("hardshrink", Lacks::Whole, "hardshrink_cpu"),
    ("hardsigmoid", Lacks::Whole, "hardsigmoid_cpu"),
    ("hardswish", Lacks::Whole, "hardswish_cpu"),
    ("hardtanh", Lacks::Bool, "Bool inputs not supported for hardtanh"),
    ("huber_loss", Lacks::Whole, "huber_cpu"),
    ("instance_norm", Lacks::Whole, "batch_norm"),
    ("kthvalue", Lacks::Bool, "kthvalue_cpu"),
    ("leaky_relu", Lacks::Whole, "leaky_relu_cpu"),
    ("lerp", Lacks::Whole, "lerp_kernel_scalar"),
    ("logsigmoid", Lacks::Whole, "log_sigmoid_cpu"),
    ("max_pool1d", Lacks::Whole, "max_pool1d_impl"),
    ("median", Lacks::Bool, "median_cpu"),
    ("mish", Lacks::Whole, "mish_cpu"),
    ("mse_loss", Lacks::Whole, "mse_cpu"),
    ("nll_loss", Lacks::Whole, "nll_loss_out_frame"),
    ("relu", Lacks::Bool, "Boolean inputs not supported for relu"),
    ("relu6", Lacks::Bool, "Bool inputs not supported for hardtanh"),
    ("round", Lacks::Bool, "round_vml_cpu"),
    ("selu", Lacks::Whole, "elu_cpu"),
    ("silu", Lacks::Whole, "silu_cpu"),
    ("smooth_l1_loss", Lacks::Whole, "smooth_l1_cpu"),
    ("softplus", Lacks::Whole, "softplus_cpu"),
    ("threshold", Lacks::Bool, "threshold_cpu"),
    ("topk", Lacks::Bool, "topk does not support bool dtypes on CPU"),
    ("trunc", Lacks::Bool, "trunc_vml_cpu"),
];

/// Refuses what PyTorch has no kernel for, by the first tensor's dtype. With floats beside it, promotion or the operator
/// itself decides.
pub fn check(operator: &str, args: &Args) -> Result<()> {
    let Some(Arg::Tensor(first)) = args.0.first() else { return Ok(()) };
    let dtype = first.dtype();
    if matches!(dtype, Dtype::Float32 | Dtype::Float64) {
        return Ok(());
    }
    let is_float = |arg: &Arg| matches!(arg, Arg::Tensor(other) if other.dtype().is_float());
    if !dtype.is_float() && args.0[1..].iter().any(is_float) {
        return Ok(());
    }
    let Ok(at) = TABLE.binary_search_by_key(&operator, |(name, ..)| name) else { return Ok(()) };
    let (_, lacks, kernel) = TABLE[at];
    if lacks.holds(dtype) && kernel.contains(' ') {
        bail!(NotImplemented, "{kernel}");
    }
    if lacks.holds(dtype) {
        bail!(NotImplemented, "\"{kernel}\" not implemented for '{}'", dtype.message_name());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::TABLE;
    use crate::ops::operators;

    #[test]
    fn the_table_is_in_order_and_of_operators() {
        assert!(TABLE.is_sorted_by_key(|(name, ..)| *name));
        for (name, ..) in TABLE {
            assert!(operators().any(|operator| operator.name() == name), "{name} is no operator");
        }
    }
}
