//! Calls of functions that PyTorch writes in Python, as most of `torch.nn.functional` is: arguments that do not fit are refused
//! in Python's own words, and numpy's names are none of theirs.
//!
//! What it is not: the types of arguments (`arguments`). Start reading at [`check`].

use kindling_core::ops::{Parameter, Signature};
use rustpython_vm::{AsObject, PyResult, VirtualMachine, function::FuncArgs};

use super::tensor::Tensor;

/// What of `torch.nn.functional` is not written in Python.
const IN_C: &str = "adaptive_avg_pool1d avg_pool1d avg_pool2d avg_pool3d bilinear channel_shuffle conv1d conv2d conv3d conv_tbc \
     conv_transpose1d conv_transpose2d conv_transpose3d cosine_similarity gelu hardshrink linear logsigmoid one_hot \
     pairwise_distance pdist pixel_shuffle pixel_unshuffle prelu scaled_dot_product_attention softplus softshrink";

/// Whether the function of that name in `torch.nn.functional` is written in Python.
pub(super) fn is_in_python(name: &str) -> bool {
    IN_C.split_whitespace().all(|known| known != name)
}

/// What functions written in Python do with their arguments before C looks at them: the names of those arguments in the order
/// in which they are asked, and the attribute that is asked for, which is the function's own name where none is said.
const ASKED: [(&[&str], &[&str], &str); 3] = [
    (
        &[
            "binary_cross_entropy",
            "binary_cross_entropy_with_logits",
            "huber_loss",
            "l1_loss",
            "mse_loss",
            "smooth_l1_loss",
        ],
        &["target", "input"],
        "size",
    ),
    (&["softmax", "log_softmax"], &["input"], ""),
    (&["normalize"], &["input"], "norm"),
];

/// What a function asks its arguments for, see [`ASKED`].
#[derive(Clone, Copy)]
pub(super) struct Asking {
    arguments: &'static [&'static str],
    attribute: &'static str,
}

impl Asking {
    pub fn of(name: &'static str) -> Option<Self> {
        let (_, arguments, attribute) = ASKED.iter().find(|(names, ..)| names.contains(&name))?;
        Some(Asking { arguments, attribute: if attribute.is_empty() { name } else { attribute } })
    }

    /// That every argument has the attribute, as tensors have.
    ///
    /// # Errors
    /// Python's, for the first that has not, or that has no method of that name.
    pub fn check(self, signature: &Signature, args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        for name in self.arguments {
            let at = signature.parameters.iter().position(|parameter| parameter.name == *name);
            let given = at.and_then(|at| args.args.get(at)).or_else(|| args.kwargs.get(name));
            let Some(given) = given.filter(|given| !given.downcastable::<Tensor>()) else { continue };
            // What answers for itself, as complex and sparse tensors do, has it.
            let found = given.get_attr(self.attribute, vm)?;
            if !found.is_callable() {
                let class = found.class().name().to_string();
                return Err(vm.new_type_error(format!("'{class}' object is not callable")));
            }
        }
        Ok(())
    }
}

/// Under which name C knows the function, which is what its messages tell.
pub(super) fn name_in_c(name: &'static str) -> &'static str {
    match name {
        "cross_entropy" => "cross_entropy_loss",
        "nll_loss" => "nll_loss_nd",
        _ => name,
    }
}

/// That Python would bind the arguments.
///
/// # Errors
/// `TypeError` in CPython's words.
pub(super) fn check(name: &str, signature: &Signature, args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let parameters = &signature.parameters;
    let is_known = |keyword: &str| parameters.iter().any(|parameter| parameter.name == keyword);
    if let Some(unknown) = args.kwargs.keys().find(|keyword| !is_known(&keyword.to_string_lossy())) {
        let unknown = unknown.to_string_lossy();
        return Err(vm.new_type_error(format!("{name}() got an unexpected keyword argument '{unknown}'")));
    }
    // A call that fits, as nearly all do, asks for no memory here.
    let places = || parameters.iter().filter(|parameter| !parameter.is_keyword_only);
    let given = args.args.len();
    if given > places().count() {
        return Err(vm.new_type_error(too_many(name, &places().collect::<Vec<_>>(), given)));
    }
    let is_given =
        |parameter: &Parameter| args.kwargs.keys().any(|keyword| keyword.to_string_lossy() == parameter.name);
    let missing =
        || places().skip(given).filter(|parameter| parameter.default.is_none() && !is_given(parameter));
    if missing().next().is_none() {
        return Ok(());
    }
    let names: Vec<String> = missing().map(|parameter| format!("'{}'", parameter.name)).collect();
    let plural = if names.len() == 1 { "" } else { "s" };
    Err(vm.new_type_error(format!(
        "{name}() missing {} required positional argument{plural}: {}",
        names.len(),
        listed(&names)
    )))
}

fn too_many(name: &str, places: &[&Parameter], given: usize) -> String {
    let required = places.iter().filter(|parameter| parameter.default.is_none()).count();
    let most = places.len();
    let takes = if required == most { most.to_string() } else { format!("from {required} to {most}") };
    let plural = if most == 1 { "" } else { "s" };
    let were = if given == 1 { "was" } else { "were" };
    format!("{name}() takes {takes} positional argument{plural} but {given} {were} given")
}

/// As Python lists names: `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} and {second}"),
        [others @ .., last] => format!("{}, and {last}", others.join(", ")),
    }
}
