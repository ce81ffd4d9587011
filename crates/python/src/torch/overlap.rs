//! Memory that an operation in place must not write: elements that lie on one another.
//!
//! What it is not: the writing (`in_place`). Start reading at [`check`].

use std::collections::HashMap;

use kindling_core::{Result, Tensor as Core, bail};

/// Operations that PyTorch lets write over such memory: each element becomes what it would be alone.
const FREE: [&str; 6] = ["masked_fill", "index_fill", "tril", "triu", "fill_diagonal", "index_put"];

/// That the operation `name` may write `target`, reading `inputs`; the name may end in `_`.
///
/// # Errors
/// `RuntimeError` for elements of `target` that share memory, with each other or, shifted, with an input.
pub(super) fn check<'a>(name: &str, target: &Core, inputs: impl IntoIterator<Item = &'a Core>) -> Result<()> {
    if FREE.contains(&name.trim_end_matches('_')) {
        return Ok(());
    }
    if target.shape().iter().zip(target.strides()).any(|(size, stride)| *size > 1 && *stride == 0) {
        bail!(
            Runtime,
            "unsupported operation: more than one element of the written-to tensor refers to a single memory location. \
             Please clone() the tensor before performing the operation."
        );
    }
    if inputs.into_iter().any(|input| is_shifted(target, input)) {
        bail!(
            Runtime,
            "unsupported operation: some elements of the input tensor and the written-to tensor refer to a single \
             memory location. Please clone() the tensor before performing the operation."
        );
    }
    Ok(())
}

/// Whether elements lie on one another though no dimension's step is 0, as `as_strided` can have it.
pub(super) fn is_folded(tensor: &Core) -> bool {
    let reach: usize =
        tensor.shape().iter().zip(tensor.strides()).map(|(size, stride)| (size.max(&1) - 1) * stride).sum();
    tensor.numel() > reach + 1
}

/// How often the memory of each element, in order, was met before it.
pub(super) fn turns(tensor: &Core) -> Vec<usize> {
    let mut met = HashMap::new();
    let count = |at| {
        let times = met.entry(at).or_insert(0);
        *times += 1;
        *times - 1
    };
    tensor.layout().offsets().map(count).collect()
}

/// Whether two views share memory, but not element by element; only views without gaps are looked at.
fn is_shifted(a: &Core, b: &Core) -> bool {
    let (first, second) = (a.storage_offset(), b.storage_offset());
    let shares = a.storage().address() == b.storage().address()
        && first < second + b.numel()
        && second < first + a.numel();
    shares
        && is_dense(a)
        && is_dense(b)
        && !(first == second && a.numel() == b.numel() && a.strides() == b.strides())
}

/// Whether the elements fill a stretch of memory, in whatever order of the dimensions.
fn is_dense(tensor: &Core) -> bool {
    let mut dims: Vec<(usize, usize)> = tensor
        .strides()
        .iter()
        .copied()
        .zip(tensor.shape().iter().copied())
        .filter(|(_, size)| *size != 1)
        .collect();
    dims.sort_unstable();
    let mut expected = 1;
    dims.iter().all(|(stride, size)| {
        let fits = *stride == expected;
        expected *= size;
        fits
    })
}
