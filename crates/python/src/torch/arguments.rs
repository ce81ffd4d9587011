//! Python arguments as an operator's, checked against its signature and refused in PyTorch's words.
//!
//! What it is not: the call (`operators`). Start reading at [`bind_any`].

use kindling_core::{
    Scalar,
    ops::{Arg, Args, Parameter, Signature, Type},
};
use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyInt, PyList, PyStr, PyTuple},
    function::FuncArgs,
};

use super::{
    convert::{TOO_BIG, scalar_from, type_name},
    dtype::{device_from, dtype_from},
    errors::OrRaise,
    former,
    generator::GeneratorObject,
    operators::{Row, gathers},
    overloads,
    tensor::Tensor,
};
use crate::scalars;

/// Other names that PyTorch takes for a parameter, as numpy has them.
const ALIASES: [(&str, &str); 6] = [
    ("axis", "dim"),
    ("keepdims", "keepdim"),
    ("x", "input"),
    ("a", "input"),
    ("self", "input"),
    ("x2", "other"),
];

/// Functions whose sizes have to be a tuple even where there is one.
const WHOLE: [(&str, &str); 6] = [
    ("full", "size"),
    ("randint", "size"),
    ("flip", "dims"),
    ("permute", "dims"),
    ("pad", "pad"),
    ("layer_norm", "normalized_shape"),
];

/// The first overload that takes the arguments, with its arguments. `is_method` says that the first one is the
/// object whose method is called, which messages do not count.
///
/// # Errors
/// `TypeError` where none takes them.
pub(super) fn bind_any<'a>(
    name: &str,
    rows: &[&'a Row],
    args: FuncArgs,
    is_method: bool,
    vm: &VirtualMachine,
) -> PyResult<(&'a Row, Args)> {
    let [others @ .., last] = rows else {
        return Err(vm.new_type_error(format!("{name}() has no overloads")));
    };
    for row in others {
        if let Ok(bound) = bind(name, &row.signature, args.clone(), is_method, vm) {
            return Ok((row, bound));
        }
    }
    match bind(name, &last.signature, args.clone(), is_method, vm) {
        Ok(bound) => Ok((last, bound)),
        Err(error) if error.fast_isinstance(vm.ctx.exceptions.type_error) => {
            match former::reordered(name, &args, is_method, vm)? {
                Some(today) => bind_any(name, rows, today, is_method, vm),
                None => Err(overloads::refusal(name, &args, is_method, vm).unwrap_or(error)),
            }
        }
        Err(error) => Err(error),
    }
}

/// # Errors
/// `TypeError` where the arguments do not fit the signature.
pub(super) fn bind(
    name: &str,
    signature: &Signature,
    mut args: FuncArgs,
    is_method: bool,
    vm: &VirtualMachine,
) -> PyResult<Args> {
    let call = Call { name, signature, is_method, vm };
    let mut bound = Args::default();
    let mut positional = std::mem::take(&mut args.args).into_iter().peekable();
    let given = positional.len();
    for (index, parameter) in signature.parameters.iter().enumerate() {
        let (value, position) = match positional.peek() {
            Some(first) if !parameter.is_keyword_only => {
                if gathers(signature, index) && !call.is_whole(parameter) && call.starts_run(parameter, first)
                {
                    bound.0.push(call.run(index, positional.by_ref().collect())?);
                    continue;
                }
                (positional.next(), Some(index + 1))
            }
            // Messages tell no position of what comes by its name.
            _ => (call.keyword(parameter, &mut args), None),
        };
        bound.0.push(match value {
            Some(value) => call.convert(index, position, &value)?,
            None => call.default(index)?,
        });
    }
    if positional.next().is_some() {
        return Err(call.too_many(given));
    }
    match args.kwargs.into_iter().next() {
        Some((keyword, _)) => Err(call.unexpected(&keyword.to_string())),
        None => Ok(bound),
    }
}

/// One call, for conversions and messages.
struct Call<'a> {
    name: &'a str,
    signature: &'a Signature,
    is_method: bool,
    vm: &'a VirtualMachine,
}

impl Call<'_> {
    fn keyword(&self, parameter: &Parameter, args: &mut FuncArgs) -> Option<PyObjectRef> {
        args.take_keyword(parameter.name).or_else(|| {
            let aliases = ALIASES.iter().filter(|(_, name)| *name == parameter.name);
            aliases.map(|(alias, _)| alias).find_map(|alias| args.take_keyword(alias))
        })
    }

    fn default(&self, index: usize) -> PyResult<Arg> {
        let parameter = &self.signature.parameters[index];
        if let Some(default) = &parameter.default {
            return Ok(default.clone());
        }
        let required = |parameter: &&Parameter| parameter.default.is_none();
        let missing: Vec<String> = self.signature.parameters[index..]
            .iter()
            .filter(required)
            .map(|parameter| format!("\"{}\"", parameter.name))
            .collect();
        // PyTorch has the plural where one is missing.
        Err(self.vm.new_type_error(format!(
            "{}() missing {} required positional argument{}: {}",
            self.name,
            missing.len(),
            if missing.len() == 1 { "s" } else { "" },
            missing.join(", ")
        )))
    }

    /// Whether only a tuple will do, see [`WHOLE`].
    fn is_whole(&self, parameter: &Parameter) -> bool {
        !self.is_method && WHOLE.contains(&(self.name, parameter.name))
    }

    /// Whether several positional arguments make up this parameter, of which `first` is the first.
    fn starts_run(&self, parameter: &Parameter, first: &PyObject) -> bool {
        match parameter.kind {
            Type::Ints => first.try_index_opt(self.vm).is_some() && !is_bool(first, self.vm),
            _ => first.downcastable::<Tensor>(),
        }
    }

    fn run(&self, index: usize, values: Vec<PyObjectRef>) -> PyResult<Arg> {
        let values = self.vm.ctx.new_tuple(values);
        self.convert(index, Some(index + 1), values.as_object())
    }

    fn convert(&self, index: usize, position: Option<usize>, value: &PyObject) -> PyResult<Arg> {
        let parameter = &self.signature.parameters[index];
        if self.vm.is_none(value) {
            if parameter.is_optional || matches!(parameter.default, Some(Arg::None)) {
                return Ok(Arg::None);
            }
            return Err(self.wrong_type(parameter, position, value));
        }
        let converted = match parameter.kind {
            Type::Ints => self.ints(parameter, position, value)?,
            Type::Tensors => self.tensors(index, value)?.map(Arg::Tensors),
            kind => self.convert_to(kind, value)?,
        };
        converted.ok_or_else(|| self.wrong_type(parameter, position, value))
    }

    /// `None` where the object is not of the kind.
    fn convert_to(&self, kind: Type, value: &PyObject) -> PyResult<Option<Arg>> {
        let vm = self.vm;
        let tensor = value.downcast_ref::<Tensor>();
        Ok(match kind {
            Type::Tensor => tensor.map(|tensor| Arg::Tensor(tensor.get().clone())),
            Type::Operand => match tensor {
                Some(tensor) => Some(Arg::Tensor(tensor.get().clone())),
                None => scalar_from(value, vm)?.map(Arg::Scalar),
            },
            Type::Scalar | Type::Float => match tensor {
                Some(tensor) if tensor.get().numel() == 1 => {
                    Some(Arg::Scalar(tensor.get().item().or_raise(vm)?))
                }
                Some(_) => None,
                None => scalar_from(value, vm)?.map(Arg::Scalar),
            },
            Type::Int => integer(value, vm)?.map(|int| Arg::Scalar(Scalar::Int(int))),
            // Read with their parameter's name or place, for messages.
            Type::Ints | Type::Tensors => None,
            Type::Bool => is_bool(value, vm).then(|| Arg::Scalar(Scalar::Bool(value.is(&vm.ctx.true_value)))),
            Type::Str => value.downcast_ref::<PyStr>().map(|text| Arg::Str(text.to_string())),
            Type::Dtype => dtype_from(value, vm).map(Arg::Dtype),
            Type::Device => device_from(value, vm)?.map(Arg::Device),
            Type::Generator => {
                value.downcast_ref::<GeneratorObject>().map(|generator| Arg::Generator(generator.0.clone()))
            }
        })
    }

    /// The tensors of a sequence; nothing else may be in it.
    fn tensors(&self, index: usize, value: &PyObject) -> PyResult<Option<Vec<kindling_core::Tensor>>> {
        let Some(items) = sequence(value) else { return Ok(None) };
        let tensor = |(at, item): (usize, &PyObjectRef)| match item.downcast_ref::<Tensor>() {
            Some(tensor) => Ok(tensor.get().clone()),
            None => Err(self.vm.new_type_error(format!(
                "expected Tensor as element {at} in argument {index}, but got {}",
                type_name(item, self.vm)
            ))),
        };
        items.iter().enumerate().map(tensor).collect::<PyResult<_>>().map(Some)
    }

    fn ints(
        &self,
        parameter: &Parameter,
        position: Option<usize>,
        value: &PyObject,
    ) -> PyResult<Option<Arg>> {
        let unpack = |item: &PyObject, index: usize| {
            integer(item, self.vm).map_err(|_| self.too_big(parameter, index))
        };
        if !self.is_whole(parameter)
            && let Some(int) = unpack(value, 0)?
        {
            return Ok(Some(Arg::Ints([int].into_iter().collect())));
        }
        let Some(items) = sequence(value) else { return Ok(None) };
        let mut ints = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let Some(int) = unpack(item, index)? else {
                return Err(self.wrong_item(parameter, position, index, item));
            };
            ints.push(int);
        }
        Ok(Some(Arg::Ints(ints.into_iter().collect())))
    }

    fn too_big(&self, parameter: &Parameter, index: usize) -> PyBaseExceptionRef {
        self.vm.new_type_error(format!(
            "{}(): argument '{}' failed to unpack the object at pos {} with error \"{TOO_BIG}\"",
            self.name,
            parameter.name,
            index + 1
        ))
    }

    /// PyTorch looks at the first item's type while it chooses the overload, at the others' when it takes them.
    fn wrong_item(
        &self,
        parameter: &Parameter,
        position: Option<usize>,
        index: usize,
        item: &PyObject,
    ) -> PyBaseExceptionRef {
        let (name, found) = (parameter.name, type_name(item, self.vm));
        self.vm.new_type_error(match index {
            0 => format!(
                "{}(): argument '{name}'{} must be tuple of ints, but found element of type {found} at pos 0",
                self.name,
                self.place(parameter, position)
            ),
            _ => format!(
                "{}(): argument '{name}' failed to unpack the object at pos {} with error \"type must be tuple of ints,but \
                 got {found}\"",
                self.name,
                index + 1
            ),
        })
    }

    fn place(&self, parameter: &Parameter, position: Option<usize>) -> String {
        match position.map(|position| position - usize::from(self.is_method)) {
            Some(position) if position > 0 && !parameter.is_keyword_only => format!(" (position {position})"),
            _ => String::new(),
        }
    }

    fn wrong_type(
        &self,
        parameter: &Parameter,
        position: Option<usize>,
        value: &PyObject,
    ) -> PyBaseExceptionRef {
        self.vm.new_type_error(format!(
            "{}(): argument '{}'{} must be {}, not {}",
            self.name,
            parameter.name,
            self.place(parameter, position),
            parameter.kind.message_name(),
            type_name(value, self.vm)
        ))
    }

    fn too_many(&self, given: usize) -> PyBaseExceptionRef {
        let takes = self.signature.parameters.iter().filter(|parameter| !parameter.is_keyword_only).count();
        let (takes, given) = (takes - usize::from(self.is_method), given - usize::from(self.is_method));
        if self.takes_nothing() {
            return self
                .vm
                .new_type_error(format!("TensorBase.{}() takes no arguments ({given} given)", self.name));
        }
        let plural = if takes == 1 { "" } else { "s" };
        self.vm.new_type_error(format!(
            "{}() takes {takes} positional argument{plural} but {given} {} given",
            self.name,
            if given == 1 { "was" } else { "were" }
        ))
    }

    /// Whether it is a method without parameters, of which PyTorch speaks otherwise.
    fn takes_nothing(&self) -> bool {
        self.is_method && self.signature.parameters.len() == 1
    }

    fn unexpected(&self, keyword: &str) -> PyBaseExceptionRef {
        if self.takes_nothing() {
            return self.vm.new_type_error(format!("TensorBase.{}() takes no keyword arguments", self.name));
        }
        self.vm.new_type_error(format!("{}() got an unexpected keyword argument '{keyword}'", self.name))
    }
}

pub(super) fn is_bool(value: &PyObject, vm: &VirtualMachine) -> bool {
    value.class().is(vm.ctx.types.bool_type)
}

/// An int, or a tensor of one; not a bool.
fn integer(value: &PyObject, vm: &VirtualMachine) -> PyResult<Option<i64>> {
    if is_bool(value, vm) {
        return Ok(None);
    }
    if let Some(int) = value.downcast_ref::<PyInt>() {
        return int.try_to_primitive(vm).map(Some).map_err(|_| vm.new_value_error(TOO_BIG));
    }
    if let Some(Scalar::Int(int)) = scalars::value_of(value) {
        return Ok(Some(int));
    }
    match value.downcast_ref::<Tensor>() {
        Some(tensor) if tensor.get().numel() == 1 && !tensor.get().dtype().is_float() => {
            Ok(Some(tensor.get().item().or_raise(vm)?.to_i64()))
        }
        _ => Ok(None),
    }
}

/// The items of a tuple (a `torch.Size` too) or list.
pub(super) fn sequence(value: &PyObject) -> Option<Vec<PyObjectRef>> {
    if let Some(tuple) = value.downcast_ref::<PyTuple>() {
        return Some(tuple.as_slice().to_vec());
    }
    value.downcast_ref::<PyList>().map(|list| list.borrow_vec().to_vec())
}

/// A default as Python writes it.
pub(super) fn literal(parameter: &Parameter, default: &Arg) -> String {
    match default {
        Arg::Scalar(Scalar::Bool(value)) => if *value { "True" } else { "False" }.to_owned(),
        Arg::Scalar(Scalar::Int(value)) => value.to_string(),
        Arg::Scalar(Scalar::Float(value)) => format!("{value:?}"),
        Arg::Str(text) => format!("'{text}'"),
        Arg::Ints(ints) if ints.len() == 1 && parameter.kind != Type::Ints => ints[0].to_string(),
        Arg::Ints(ints) => format!("{:?}", &ints[..]),
        _ => "None".to_owned(),
    }
}
