//! The core's table of operators as Python: functions of `torch` and `torch.nn.functional`, methods of `Tensor`,
//! their in-place forms.
//!
//! What it is not: the operators (`kindling_core::ops`) or the checking of arguments (`arguments`). Start reading
//! at [`install`].

use std::{cell::LazyCell, collections::HashMap};

use kindling_core::{
    Error, Result, Scalar, Tensor as Core,
    ops::{self, Arg, Args, Operator, Signature, Type, Value},
};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyDictRef, PyModule, PyType},
    class::StaticType,
    function::{FuncArgs, ItemDoc, PyMethodFlags},
};

use super::{
    arguments,
    convert::value_to_python,
    errors::OrRaise,
    functional,
    in_place::write_in_place,
    overlap,
    overrides::{self, Called},
    tensor::Tensor,
    warnings::warn,
};
use crate::interrupt;

/// An operator with its signature parsed.
pub(super) struct Row {
    pub operator: &'static Operator,
    pub signature: Signature,
}

type Table = HashMap<&'static str, Vec<&'static Row>>;

thread_local! {
    /// Operators by name, for good: Python functions refer to their rows. Several of a name are overloads.
    static TABLE: LazyCell<&'static Table> = LazyCell::new(|| {
        let mut table = Table::new();
        for operator in ops::operators() {
            let row = Box::leak(Box::new(Row { operator, signature: Signature::parse(operator.signature) }));
            table.entry(operator.name()).or_default().push(row);
        }
        Box::leak(Box::new(table))
    });
}

fn table() -> &'static Table {
    TABLE.with(|table| **table)
}

/// Calls an operator that native code needs.
///
/// # Errors
/// The operator's.
pub(super) fn call(name: &str, args: Vec<Arg>) -> Result<Core> {
    match evaluate(name, args)? {
        Value::Tensor(tensor) => Ok(tensor),
        other => Err(Error::Runtime(format!("{name} returned {other:?}"))),
    }
}

/// As [`call`], for operators that return several tensors.
///
/// # Errors
/// The operator's.
pub(super) fn call_many(name: &str, args: Vec<Arg>) -> Result<Vec<Core>> {
    match evaluate(name, args)? {
        Value::Tensors(tensors) => Ok(tensors),
        Value::Tensor(tensor) => Ok(vec![tensor]),
        other => Err(Error::Runtime(format!("{name} returned {other:?}"))),
    }
}

fn evaluate(name: &str, args: Vec<Arg>) -> Result<Value> {
    let row = table().get(name).and_then(|rows| rows.first()).ok_or_else(|| not_built(name))?;
    row.operator.run(&Args::new(args).with_defaults(&row.signature))
}

fn not_built(name: &str) -> Error {
    Error::NotImplemented(format!("{name} is not built into this torch"))
}

/// Puts every operator where Python looks for it: into `_torch` (functions of `torch`), into the dicts
/// `_torch._functional` (those of `torch.nn.functional`) and `_torch._linalg`, and onto `Tensor`.
pub(super) fn install(module: &Py<PyModule>, vm: &VirtualMachine) -> PyResult<()> {
    let (functional, linalg) = (vm.ctx.new_dict(), vm.ctx.new_dict());
    for (name, rows) in table() {
        install_functions(name, rows, module, [&functional, &linalg], vm)?;
        install_methods(name, rows, vm);
    }
    module.set_attr("_functional", functional, vm)?;
    module.set_attr("_linalg", linalg, vm)
}

/// The rows of a name that belong to one place: a name may mean different things in `torch` and in `functional`.
fn those(rows: &[&'static Row], belongs: fn(&Operator) -> bool) -> &'static [&'static Row] {
    Box::leak(rows.iter().copied().filter(|row| belongs(row.operator)).collect())
}

fn install_functions(
    name: &'static str,
    rows: &'static [&'static Row],
    module: &Py<PyModule>,
    [functions, linalg]: [&PyDictRef; 2],
    vm: &VirtualMachine,
) -> PyResult<()> {
    let function = |rows: &'static [&'static Row]| -> PyObjectRef {
        let call = move |args: FuncArgs, vm: &VirtualMachine| call_function(name, rows, args, vm);
        built(name, call, rows[0], vm)
    };
    let of_torch = those(rows, |operator| operator.is_function);
    if !of_torch.is_empty() {
        module.set_attr(vm.ctx.intern_str(name), function(of_torch), vm)?;
    }
    let of_functional = those(rows, |operator| operator.is_functional);
    if let [only] = of_functional
        && functional::is_in_python(name)
    {
        let asking = functional::Asking::of(name);
        let call = move |args: FuncArgs, vm: &VirtualMachine| {
            functional::check(name, &only.signature, &args, vm)?;
            if let Some(asking) = asking {
                asking.check(&only.signature, &args, vm)?;
            }
            call_function(name, of_functional, args, vm)
        };
        functions.set_item(name, built(name, call, only, vm), vm)?;
    } else if !of_functional.is_empty() {
        functions.set_item(name, function(of_functional), vm)?;
    }
    let of_linalg = those(rows, |operator| operator.is_linalg);
    if let (false, Some(short)) = (of_linalg.is_empty(), name.strip_prefix("linalg_")) {
        linalg.set_item(short, function(of_linalg), vm)?;
    }
    let in_place = rows.iter().any(|row| row.operator.has_in_place);
    if in_place && rows.iter().any(|row| row.operator.is_function || row.operator.is_functional) {
        let name_ = in_place_name(name);
        let call = move |args: FuncArgs, vm: &VirtualMachine| call_in_place(name_, rows, args, vm);
        let function =
            vm.ctx.new_method_def(name_, call, PyMethodFlags::empty(), doc(rows[0])).build_function(vm, None);
        module.set_attr(vm.ctx.intern_str(name_), function.clone(), vm)?;
        functions.set_item(name_, function.into(), vm)?;
    }
    Ok(())
}

fn built(
    name: &'static str,
    call: impl Fn(FuncArgs, &VirtualMachine) -> PyResult + 'static,
    row: &Row,
    vm: &VirtualMachine,
) -> PyObjectRef {
    vm.ctx.new_method_def(name, call, PyMethodFlags::empty(), doc(row)).build_function(vm, None).into()
}

fn install_methods(name: &'static str, rows: &'static [&'static Row], vm: &VirtualMachine) {
    let class: &'static Py<PyType> = Tensor::static_type();
    let add = |name: &'static str, method: PyObjectRef| {
        let name = vm.ctx.intern_str(name);
        // What `Tensor` has of its own goes before the table.
        if !class.attributes().contains(name) {
            class.set_attr(name, method);
        }
    };
    let of_class = those(rows, |operator| operator.is_method);
    if !of_class.is_empty() {
        let call = move |args: FuncArgs, vm: &VirtualMachine| call_method(name, of_class, args, vm);
        add(
            name,
            vm.ctx
                .new_method_def(name, call, PyMethodFlags::METHOD, doc(of_class[0]))
                .build_method(class, vm)
                .into(),
        );
    }
    if rows.iter().any(|row| row.operator.has_in_place) {
        let name_ = in_place_name(name);
        let call = move |args: FuncArgs, vm: &VirtualMachine| call_in_place(name_, rows, args, vm);
        add(
            name_,
            vm.ctx
                .new_method_def(name_, call, PyMethodFlags::METHOD, doc(rows[0]))
                .build_method(class, vm)
                .into(),
        );
    }
}

fn in_place_name(name: &str) -> &'static str {
    Box::leak(format!("{name}_").into_boxed_str())
}

/// A docstring in the form that gives the function its `__text_signature__` too.
fn doc(row: &Row) -> ItemDoc {
    let mut parameters = Vec::new();
    let mut star = false;
    for parameter in &row.signature.parameters {
        if parameter.is_keyword_only && !star {
            star = true;
            parameters.push("*".to_owned());
        }
        parameters.push(match &parameter.default {
            Some(default) => format!("{}={}", parameter.name, arguments::literal(parameter, default)),
            None => parameter.name.to_owned(),
        });
    }
    let text = format!("{}({})\n--\n\n{}", row.operator.name(), parameters.join(", "), row.operator.doc);
    ItemDoc::static_text(Box::leak(text.into_boxed_str()))
}

fn call_function(name: &'static str, rows: &[&Row], mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    if let Some(answer) = overrides::by_class(Called::Function(name), &args, vm)? {
        return Ok(answer);
    }
    if let Some(out) = args.take_keyword("out") {
        return call_into(out, name, rows, args, vm);
    }
    let input = args.args.first().or_else(|| args.kwargs.get("input")).cloned();
    let (row, mut bound) = arguments::bind_any(functional::name_in_c(name), rows, args, false, vm)?;
    read_former_reduction(row, &mut bound);
    let flag = row.signature.parameters.iter().position(|parameter| parameter.name == "inplace");
    if let (Some(flag), Some(input)) = (flag, &input)
        && matches!(bound.0[flag], Arg::Scalar(Scalar::Bool(true)))
    {
        bound.0[flag] = Arg::Scalar(Scalar::Bool(false));
        return run_in_place(name, row, &bound, input.clone(), vm);
    }
    run(row, &bound, input.as_deref(), vm)
}

/// `out=`: what may be written into, and how, is Python's to say (`torch/_out.py`).
fn call_into(
    out: PyObjectRef,
    name: &'static str,
    rows: &[&Row],
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    let module = vm.import("torch._out", 0)?.get_attr("_out", vm)?;
    let (positional, keywords) = overrides::as_objects(&args, vm)?;
    vm.call_method(&module, "begin", (vm.ctx.new_str(name), out.clone(), positional, keywords))?;
    let result = call_function(name, rows, args, vm)?;
    vm.call_method(&module, "write", (vm.ctx.new_str(name), out, result))
}

/// Losses take their reduction by two flags, too, as they formerly did.
fn read_former_reduction(row: &Row, bound: &mut Args) {
    let at = |name: &str| row.signature.parameters.iter().position(|parameter| parameter.name == name);
    let (Some(average), Some(reduce), Some(reduction)) = (at("size_average"), at("reduce"), at("reduction"))
    else {
        return;
    };
    let flag = |index: usize| match &bound.0[index] {
        Arg::Scalar(value) => Some(value.to_bool()),
        _ => None,
    };
    let name = match (flag(average), flag(reduce)) {
        (None, None) => return,
        (_, Some(false)) => "none",
        (Some(false), _) => "sum",
        _ => "mean",
    };
    bound.0[reduction] = Arg::Str(name.to_owned());
}

/// A row whose own name ends in `_` has written over the tensor: that very object is the result.
fn call_method(name: &'static str, rows: &[&Row], args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    if let Some(answer) = overrides::by_class(Called::Method(name), &args, vm)? {
        return Ok(answer);
    }
    let owner = args.args.first().cloned();
    let (row, bound) = arguments::bind_any(name, rows, args, true, vm)?;
    let writes = name.ends_with('_');
    if writes {
        check_overlap(name, &bound).or_raise(vm)?;
    }
    let result = run(row, &bound, owner.as_deref(), vm)?;
    Ok(owner.filter(|_| writes).unwrap_or(result))
}

/// That the first argument may be written over, with regard to its memory and that of the others.
fn check_overlap(name: &str, args: &Args) -> Result<()> {
    let mut tensors = args.0.iter().filter_map(|arg| match arg {
        Arg::Tensor(tensor) => Some(tensor),
        _ => None,
    });
    match tensors.next() {
        Some(target) => overlap::check(name, target, tensors),
        None => Ok(()),
    }
}

/// `owner` is the object of the first argument, which the result may be a view of.
fn run(row: &Row, args: &Args, owner: Option<&PyObject>, vm: &VirtualMachine) -> PyResult {
    interrupt::poll_work(vm, elements(args))?;
    if let Some(message) = row.operator.warning.and_then(|warning| warning(args)) {
        warn(&message, vm)?;
    }
    ops::lacking::check(row.operator.name(), args).or_raise(vm)?;
    let value = row.operator.run(args).or_raise(vm)?;
    value_to_python(value, owner.and_then(|owner| owner.downcast_ref::<Tensor>()), vm)
}

fn elements(args: &Args) -> usize {
    let count = |arg: &Arg| match arg {
        Arg::Tensor(tensor) => tensor.numel(),
        Arg::Tensors(tensors) => tensors.iter().map(Core::numel).sum(),
        _ => 1,
    };
    args.0.iter().map(count).sum()
}

/// `x.name_(...)`: the first argument is written over and returned.
fn call_in_place(name_: &'static str, rows: &[&Row], args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    if let Some(answer) = overrides::by_class(Called::Method(name_), &args, vm)? {
        return Ok(answer);
    }
    let Some(target) = args.args.first().cloned() else {
        return Err(
            vm.new_type_error(format!("{name_}() missing 1 required positional arguments: \"input\""))
        );
    };
    let (row, bound) = arguments::bind_any(name_, rows, args, true, vm)?;
    run_in_place(name_, row, &bound, target, vm)
}

/// Computes a row and writes the result over its first argument, which is `target`.
fn run_in_place(name: &str, row: &Row, args: &Args, target: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let Some(tensor) = target.downcast_ref::<Tensor>() else {
        let given = target.class().name().to_string();
        return Err(
            vm.new_type_error(format!("{name}(): argument 'input' (position 1) must be Tensor, not {given}"))
        );
    };
    interrupt::poll_work(vm, elements(args))?;
    check_overlap(name, args).or_raise(vm)?;
    write_in_place(tensor, |input| {
        let mut args = args.clone();
        args.0[0] = Arg::Tensor(input.clone());
        match row.operator.run(&args)? {
            Value::Tensor(result) => Ok(result),
            other => Err(Error::Runtime(format!("{name} returned {other:?}"))),
        }
    })
    .or_raise(vm)?;
    Ok(target)
}

/// Whether the last positional parameter takes all further positional arguments: `x.reshape(2, 3)`.
pub(super) fn gathers(signature: &Signature, index: usize) -> bool {
    let parameter = &signature.parameters[index];
    let is_last = signature.parameters[index + 1..].iter().all(|next| next.is_keyword_only);
    is_last && !parameter.is_keyword_only && matches!(parameter.kind, Type::Ints | Type::Tensors)
}
