//! `_torch`: the native module below the Python package `torch` (`lib/torch`).
//!
//! What it is not: the computing, which is `kindling_core`'s. In reading order: [`tensor`] (the object), [`operators`]
//! (the core's table as functions and methods) with [`arguments`] and [`convert`], [`numbers`] and [`indexing`]
//! (Python's signs), [`graph`] and [`modes`] (autograd), [`module`] (the base of layers), [`generator`],
//! [`data`] and [`reading`] (`torch.tensor`).

mod arguments;
mod arrays;
mod attributes;
mod autocast;
mod checkpoint;
mod conversions;
mod convert;
mod custom;
mod data;
mod dtype;
mod errors;
mod former;
mod functional;
mod generator;
mod graph;
mod in_place;
mod indexing;
mod methods;
mod modes;
mod module;
mod node;
mod numbers;
mod operators;
mod optim;
mod options;
mod overlap;
mod overloads;
mod overrides;
mod reading;
mod size;
mod tensor;
mod warnings;
mod webgpu;

#[rustpython_vm::pymodule(with(
    arrays::joins::functions,
    autocast::functions,
    checkpoint::functions,
    custom::functions,
    data::functions,
    generator::functions,
    graph::functions,
    modes::functions,
    node::functions,
    optim::functions,
    options::functions,
    overrides::functions,
    webgpu::functions
))]
pub(crate) mod _torch {
    use kindling_core::Dtype;
    use rustpython_vm::{
        Py, PyResult, VirtualMachine,
        builtins::PyModule,
        class::{PyClassImpl, StaticType},
    };

    use super::{
        arrays,
        dtype::{DeviceObject, DtypeObject, dtype_object},
        generator::GeneratorObject,
        graph::HookHandle,
        methods::StorageObject,
        modes::Mode,
        module::Module,
        node::NodeObject,
        operators,
        size::Size,
        tensor::{Parameter, Tensor},
    };

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        for (name, class) in [
            ("dtype", DtypeObject::make_static_type()),
            ("device", DeviceObject::make_static_type()),
            ("Size", Size::make_static_type()),
            ("Tensor", Tensor::make_static_type()),
            ("_Parameter", Parameter::make_static_type()),
            ("UntypedStorage", StorageObject::make_static_type()),
            ("Generator", GeneratorObject::make_static_type()),
            ("_Node", NodeObject::make_static_type()),
            ("_RemovableHandle", HookHandle::make_static_type()),
            ("_Mode", Mode::make_static_type()),
            ("_Module", Module::make_static_type()),
            ("_Array", arrays::Array::make_static_type()),
            ("_Arrays", arrays::Family::make_static_type()),
            ("_Universal", arrays::Universal::make_static_type()),
        ] {
            module.set_attr(vm.ctx.intern_str(name), class, vm)?;
        }
        Tensor::static_type().set_attr(vm.ctx.intern_str("__module__"), vm.ctx.new_str("torch").into());
        // Afterwards, because the functions' attributes include objects of these classes.
        __module_exec(vm, module);
        let bases = vec![vm.ctx.exceptions.runtime_error.to_owned()];
        let lin_alg_error = vm.ctx.new_exception_type("torch._C", "_LinAlgError", Some(bases));
        module.set_attr("_LinAlgError", lin_alg_error, vm)?;
        operators::install(module, vm)?;
        for dtype in Dtype::all() {
            for name in [dtype.name()].iter().chain(dtype.aliases()) {
                module.set_attr(vm.ctx.intern_str(*name), dtype_object(dtype), vm)?;
            }
        }
        Ok(())
    }
}
