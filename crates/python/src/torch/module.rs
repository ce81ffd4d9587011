//! The native base of `nn.Module`: calls, attribute look-up, registration, train and eval.
//!
//! What every step of a training loop goes through is here; `lib/torch/nn/modules/module.py` derives the rest
//! (state dicts, walks, printing) from it. Start reading at [`Module`].

use std::cell::Cell;

use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyDictRef, PyStr, PyStrRef, PyType, PyTypeRef},
    class::StaticType,
    function::{FuncArgs, OptionalArg, PySetterValue},
    object::{Traverse, TraverseFn},
    pyclass,
    types::{Callable, Constructor, GetAttr, Initializer, SetAttr},
};

use super::{
    dtype::tensor_type_name,
    tensor::{Parameter, Tensor},
};
use crate::interrupt;

/// What layers and models derive from.
#[pyclass(module = "torch.nn", name = "Module", traverse = "manual")]
#[derive(Debug, PyPayload)]
pub(super) struct Module {
    parameters: PyDictRef,
    buffers: PyDictRef,
    modules: PyDictRef,
    forward_hooks: PyDictRef,
    forward_pre_hooks: PyDictRef,
    training: Cell<bool>,
    /// Whether `Module.__init__` has run: before, there is no place for members.
    initialised: Cell<bool>,
}

// SAFETY: visits each dict that the module owns once.
unsafe impl Traverse for Module {
    fn traverse(&self, visit: &mut TraverseFn<'_>) {
        for members in
            [&self.parameters, &self.buffers, &self.modules, &self.forward_hooks, &self.forward_pre_hooks]
        {
            members.traverse(visit);
        }
    }
}

#[pyclass(with(Constructor, Initializer, Callable, GetAttr, SetAttr), flags(BASETYPE, HAS_DICT))]
impl Module {
    #[pygetset]
    fn _parameters(zelf: &Py<Self>) -> PyDictRef {
        zelf.parameters.clone()
    }
    #[pygetset]
    fn _buffers(zelf: &Py<Self>) -> PyDictRef {
        zelf.buffers.clone()
    }
    #[pygetset]
    fn _modules(zelf: &Py<Self>) -> PyDictRef {
        zelf.modules.clone()
    }
    #[pygetset]
    fn _forward_hooks(zelf: &Py<Self>) -> PyDictRef {
        zelf.forward_hooks.clone()
    }
    #[pygetset]
    fn _forward_pre_hooks(zelf: &Py<Self>) -> PyDictRef {
        zelf.forward_pre_hooks.clone()
    }
    /// Whether the module is in training mode.
    #[pygetset]
    fn training(zelf: &Py<Self>) -> bool {
        zelf.training.get()
    }
    #[pygetset(setter)]
    fn set_training(zelf: &Py<Self>, value: bool) {
        zelf.training.set(value);
    }
    #[pygetset]
    fn _initialised(zelf: &Py<Self>) -> bool {
        zelf.initialised.get()
    }
    #[pygetset(setter)]
    fn set__initialised(zelf: &Py<Self>, value: bool) {
        zelf.initialised.set(value);
    }

    /// Computes the module's output: what a subclass has to define.
    #[pymethod]
    fn forward(zelf: PyRef<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Err(vm.new_not_implemented_error(format!(
            "Module [{}] is missing the required \"forward\" function",
            zelf.class().name()
        )))
    }
    /// Puts the module and all in it into training mode (or out of it).
    #[pymethod]
    fn train(
        zelf: PyRef<Self>,
        mode: OptionalArg<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<PyRef<Self>> {
        let mode = match mode {
            OptionalArg::Present(mode) if mode.class().is(vm.ctx.types.bool_type) => {
                mode.is(&vm.ctx.true_value)
            }
            OptionalArg::Present(_) => {
                return Err(vm.new_value_error("training mode is expected to be boolean"));
            }
            OptionalArg::Missing => true,
        };
        zelf.training.set(mode);
        for child in zelf.modules.values_vec() {
            if !vm.is_none(&child) {
                vm.call_method(&child, "train", (mode,))?;
            }
        }
        Ok(zelf)
    }
    /// Puts the module and all in it into evaluation mode.
    #[pymethod]
    fn eval(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        vm.call_method(zelf.as_object(), "train", (false,))
    }

    /// Makes a parameter a member under a name.
    #[pymethod]
    fn register_parameter(
        zelf: &Py<Self>,
        name: PyObjectRef,
        param: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let name = zelf.member_name("parameter", &name, vm)?;
        zelf.add_parameter(&name, param, vm)
    }
    #[pymethod]
    fn _add_module(
        zelf: &Py<Self>,
        name: PyObjectRef,
        module: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let name = zelf.member_name("module", &name, vm)?;
        zelf.modules.set_item(&*name, module, vm)
    }
    #[pymethod]
    fn _add_buffer(
        zelf: &Py<Self>,
        name: PyObjectRef,
        tensor: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let name = zelf.member_name("buffer", &name, vm)?;
        zelf.buffers.set_item(&*name, tensor, vm)
    }
}

impl Module {
    /// # Errors
    /// For what cannot be a member's name, in PyTorch's words.
    fn member_name(&self, kind: &str, name: &PyObjectRef, vm: &VirtualMachine) -> PyResult<PyStrRef> {
        if !self.initialised.get() {
            return Err(before_init(kind, vm));
        }
        let Some(text) = name.downcast_ref::<PyStr>() else {
            let given = name.class().name().to_string();
            return Err(vm.new_type_error(format!("{kind} name should be a string. Got {given}")));
        };
        let key_error = |message: String| vm.new_key_error(vm.ctx.new_str(message).into());
        let shown = text.to_string();
        if shown.contains('.') {
            let which = if kind == "module" { format!(", got: {shown}") } else { String::new() };
            return Err(key_error(format!("{kind} name can't contain \".\"{which}")));
        }
        if shown.is_empty() {
            return Err(key_error(format!("{kind} name can't be empty string \"\"")));
        }
        Ok(text.to_owned())
    }

    fn add_parameter(&self, name: &Py<PyStr>, param: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        if vm.is_none(&param) {
            return self.parameters.set_item(name, param, vm);
        }
        if !is_parameter(&param) {
            return Err(vm.new_type_error(format!(
                "cannot assign '{}' object to parameter '{name}' (torch.nn.Parameter or None required)",
                type_name(&param)
            )));
        }
        let is_leaf = param.downcast_ref::<Tensor>().is_some_and(|tensor| tensor.get().is_leaf());
        if !is_leaf {
            return Err(vm.new_value_error(format!(
                "Cannot assign non-leaf Tensor to parameter '{name}'. Model parameters must be created explicitly. To \
                 express '{name}' as a function of another Tensor, compute the value in the forward() method."
            )));
        }
        self.parameters.set_item(name, param, vm)
    }

    /// Takes a name away from all members but `kept`.
    fn release(zelf: &Py<Self>, name: &Py<PyStr>, kept: &PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        let plain = zelf.as_object().dict();
        for members in plain.iter().chain([&zelf.parameters, &zelf.buffers, &zelf.modules]) {
            if !members.is(kept) && members.contains_key(name, vm) {
                members.del_item(name, vm)?;
            }
        }
        Ok(())
    }

    fn assign(zelf: &Py<Self>, name: &Py<PyStr>, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let is_none = vm.is_none(&value);
        let wrong = |kind: &str, wanted: &str| {
            let given = type_name(&value);
            Err(vm.new_type_error(format!(
                "cannot assign '{given}' as {kind} '{name}' ({wanted} or None expected)"
            )))
        };
        if is_parameter(&value) {
            if !zelf.initialised.get() {
                return Err(before_init("parameters", vm));
            }
            Self::release(zelf, name, &zelf.parameters, vm)?;
            return zelf.add_parameter(name, value, vm);
        }
        if zelf.parameters.contains_key(name, vm) {
            if !is_none {
                return wrong("parameter", "torch.nn.Parameter");
            }
            return zelf.parameters.set_item(name, value, vm);
        }
        if value.downcastable::<Module>() {
            if !zelf.initialised.get() {
                return Err(before_init("module", vm));
            }
            Self::release(zelf, name, &zelf.modules, vm)?;
            return zelf.modules.set_item(name, value, vm);
        }
        if zelf.modules.contains_key(name, vm) {
            if !is_none {
                return wrong("child module", "torch.nn.Module");
            }
            return zelf.modules.set_item(name, value, vm);
        }
        if zelf.buffers.contains_key(name, vm) {
            if !is_none && !value.downcastable::<Tensor>() {
                return wrong("buffer", "torch.nn.Buffer, torch.Tensor");
            }
            return zelf.buffers.set_item(name, value, vm);
        }
        zelf.as_object().generic_setattr(name, PySetterValue::Assign(value), vm)
    }
}

fn before_init(what: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    vm.new_attribute_error(format!("cannot assign {what} before Module.__init__() call"))
}

fn is_parameter(value: &PyObjectRef) -> bool {
    value.fast_isinstance(Parameter::static_type())
}

/// `torch.typename`: tensors by their dtype, other objects by their class.
fn type_name(value: &PyObjectRef) -> String {
    match value.downcast_ref::<Tensor>() {
        Some(tensor) if !is_parameter(value) => tensor_type_name(tensor.get().dtype()),
        _ => value.class().name().to_string(),
    }
}

impl Constructor for Module {
    type Args = FuncArgs;

    fn slot_new(class: PyTypeRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let module = Module {
            parameters: vm.ctx.new_dict(),
            buffers: vm.ctx.new_dict(),
            modules: vm.ctx.new_dict(),
            forward_hooks: vm.ctx.new_dict(),
            forward_pre_hooks: vm.ctx.new_dict(),
            training: true.into(),
            initialised: false.into(),
        };
        module.into_ref_with_type(vm, class).map(Into::into)
    }

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        Err(vm.new_type_error("Module objects are made by slot_new"))
    }
}

impl Initializer for Module {
    type Args = FuncArgs;

    fn init(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let class = zelf.class().name().to_string();
        if let Some(name) = args.kwargs.keys().next() {
            return Err(
                vm.new_type_error(format!("{class}.__init__() got an unexpected keyword argument '{name}'"))
            );
        }
        if !args.args.is_empty() {
            let given = args.args.len() + 1;
            return Err(vm.new_type_error(format!(
                "{class}.__init__() takes 1 positional argument but {given} were given"
            )));
        }
        zelf.initialised.set(true);
        Ok(())
    }
}

impl Callable for Module {
    type Args = FuncArgs;

    fn call(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        interrupt::poll(vm)?;
        if !zelf.initialised.get() {
            let name = zelf.class().name();
            return Err(vm.new_attribute_error(format!("'{name}' object has no attribute '_backward_hooks'")));
        }
        if zelf.forward_hooks.is_empty() && zelf.forward_pre_hooks.is_empty() {
            return vm.call_method(zelf.as_object(), "forward", args);
        }
        vm.call_method(zelf.as_object(), "_call_with_hooks", args)
    }
}

impl GetAttr for Module {
    fn getattro(zelf: &Py<Self>, name: &Py<PyStr>, vm: &VirtualMachine) -> PyResult {
        if let Some(value) = zelf.as_object().generic_getattr_opt(name, None, vm)? {
            return Ok(value);
        }
        for members in [&zelf.parameters, &zelf.modules, &zelf.buffers] {
            if let Some(value) = members.get_item_opt(name, vm)? {
                return Ok(value);
            }
        }
        Err(vm.new_attribute_error(format!("'{}' object has no attribute '{name}'", zelf.class().name())))
    }
}

impl SetAttr for Module {
    fn setattro(
        zelf: &Py<Self>,
        name: &Py<PyStr>,
        value: PySetterValue,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        match value {
            PySetterValue::Assign(value) => Self::assign(zelf, name, value, vm),
            PySetterValue::Delete => {
                for members in [&zelf.parameters, &zelf.buffers, &zelf.modules] {
                    if members.contains_key(name, vm) {
                        return members.del_item(name, vm);
                    }
                }
                zelf.as_object().generic_setattr(name, PySetterValue::Delete, vm)
            }
        }
    }
}
