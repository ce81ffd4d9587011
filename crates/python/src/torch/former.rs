//! Orders of arguments that PyTorch still takes beside those of its signatures: `x.add_(alpha, other)` of old programs, and
//! `x.std(dim, unbiased, keepdim)`.
//!
//! What it is not: the binding of what comes out (`arguments`). Start reading at [`reordered`].

use std::cell::Cell;

use rustpython_vm::{PyObject, PyResult, VirtualMachine, function::FuncArgs};

use super::{arguments::is_bool, convert::scalar_from, overloads, tensor::Tensor, warnings::warn};

/// What the input stands behind in functions; else it stands first.
const AFTER_BETA: &str = "Number beta, ";

/// Operators, and what stands beside their input. What is no tensor is a keyword now.
const FORMER: [(&[&str], &str); 6] = [
    (&["add", "sub"], "Number alpha, Tensor other"),
    (&["addcmul", "addcdiv"], "Number value, Tensor tensor1, Tensor tensor2"),
    (&["addmm"], "Number beta, Number alpha, Tensor mat1, Tensor mat2"),
    (&["addmm"], "Number beta, Tensor mat1, Tensor mat2"),
    (&["std", "var", "std_mean", "var_mean"], "bool unbiased"),
    (&["std", "var", "std_mean", "var_mean"], "dims dim, bool unbiased, bool keepdim"),
];

/// The arguments in today's order if they are in a former one; PyTorch warns of the first that are. `is_method` says that
/// the first is the object whose method is called.
///
/// # Errors
/// Where the student made an error of warnings.
pub(super) fn reordered(
    name: &str,
    args: &FuncArgs,
    is_method: bool,
    vm: &VirtualMachine,
) -> PyResult<Option<FuncArgs>> {
    let plain = name.strip_suffix('_').unwrap_or(name);
    let orders = FORMER.iter().filter(|(names, _)| names.contains(&plain));
    for (_, beside) in orders {
        let order = order(beside, is_method);
        if let Some(today) = fitted(&order, args, vm)? {
            if !beside.contains("bool") {
                warn_once(name, &order[usize::from(is_method)..], is_method, vm)?;
            }
            return Ok(Some(today));
        }
    }
    Ok(None)
}

/// Kinds and names in their order, the input's among them.
fn order(beside: &'static str, is_method: bool) -> Vec<(&'static str, &'static str)> {
    let mut order: Vec<_> = beside.split(", ").filter_map(|part| part.split_once(' ')).collect();
    let is_after_beta = !is_method && beside.starts_with(AFTER_BETA);
    order.insert(usize::from(is_after_beta), ("Tensor", "input"));
    order
}

/// Positional arguments by today's order: tensors and dimensions stay, the others go by their names.
fn fitted(order: &[(&str, &str)], args: &FuncArgs, vm: &VirtualMachine) -> PyResult<Option<FuncArgs>> {
    let given = &args.args;
    // Flags may be left out from the end, but for the first.
    let least = order.iter().position(|(kind, _)| *kind == "bool").map_or(order.len(), |first| first + 1);
    if !(least..=order.len()).contains(&given.len()) {
        return Ok(None);
    }
    let mut today = FuncArgs { args: Vec::new(), kwargs: args.kwargs.clone() };
    for (value, (kind, name)) in given.iter().zip(order) {
        if !fits(kind, name, value, vm)? {
            return Ok(None);
        }
        if matches!(*kind, "Tensor" | "dims") {
            today.args.push(value.clone());
        } else {
            today.kwargs.insert((*name).into(), value.clone());
        }
    }
    Ok(Some(today))
}

fn fits(kind: &str, name: &str, value: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let is_tensor = value.downcastable::<Tensor>();
    Ok(match kind {
        "Tensor" => is_tensor || name == "other" && scalar_from(value, vm)?.is_some(),
        "Number" => !is_tensor && scalar_from(value, vm)?.is_some(),
        "bool" => is_bool(value, vm),
        _ => !is_tensor && !is_bool(value, vm),
    })
}

fn warn_once(name: &str, order: &[(&str, &str)], is_method: bool, vm: &VirtualMachine) -> PyResult<()> {
    thread_local! {
        static HAS_WARNED: Cell<bool> = const { Cell::new(false) };
    }
    if HAS_WARNED.replace(true) {
        return Ok(());
    }
    let former: Vec<String> = order.iter().map(|(kind, name)| format!("{kind} {name}")).collect();
    let today = overloads::first(name, is_method).unwrap_or_default();
    warn(
        &format!(
            "This overload of {name} is deprecated:\n\t{name}({})\nConsider using one of the following signatures \
             instead:\n\t{name}{today}",
            former.join(", ")
        ),
        vm,
    )
}
