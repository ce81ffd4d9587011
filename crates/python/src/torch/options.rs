//! What holds for all of `torch`: dtype questions, how tensors are printed.

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(super) mod functions {
    use kindling_core::{
        Device, Dtype, Scalar, default_device,
        ops::{Arg, Operand, all_finite, result_type as core_result_type},
        tensor::dtype::{default_float, set_default_float},
    };
    use rustpython_vm::{
        AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine, builtins::PyStrRef,
        class::StaticType, function::KwArgs,
    };

    use super::super::{
        dtype::{DeviceObject, DtypeObject, device_from, dtype_object},
        errors::OrRaise,
        in_place,
        numbers::operand,
        tensor::{PRINT_OPTIONS, Tensor},
    };

    /// _add_method(name, function): gives tensors a method that is written in Python.
    #[pyfunction]
    fn _add_method(name: PyStrRef, function: PyObjectRef, vm: &VirtualMachine) {
        let name = name.to_string_lossy();
        Tensor::static_type().set_attr(vm.ctx.intern_str(&*name), function);
    }

    /// Where factories put tensors unless told otherwise.
    #[pyfunction]
    fn get_default_device() -> DeviceObject {
        DeviceObject::of_tensor(default_device())
    }

    /// Has factories put tensors on this device; None for the CPU.
    #[pyfunction]
    fn set_default_device(device: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let device = match device_from(&device, vm)? {
            Some(device) => device,
            None if vm.is_none(&device) => Device::Cpu,
            None => {
                let name = device.class().name().to_string();
                return Err(vm.new_type_error(format!("device(): argument 'type' must be str, not {name}")));
            }
        };
        kindling_core::set_default_device(device);
        Ok(())
    }

    /// The dtype that floats have unless told otherwise.
    #[pyfunction]
    fn get_default_dtype() -> PyObjectRef {
        dtype_object(default_float())
    }

    /// _set_default_dtype(dtype): the dtype that floats have from now on.
    #[pyfunction]
    fn _set_default_dtype(dtype: PyRef<DtypeObject>, vm: &VirtualMachine) -> PyResult<()> {
        if !dtype.0.is_float() {
            return Err(vm.new_type_error("only floating-point types are supported as the default type"));
        }
        set_default_float(dtype.0);
        Ok(())
    }

    #[pyfunction(name = "_dtype_limits")]
    fn dtype_limits(dtype: PyRef<DtypeObject>, vm: &VirtualMachine) -> PyResult {
        super::super::dtype::dtype_limits(dtype, vm)
    }

    /// The dtype of a result of tensors of these two dtypes.
    #[pyfunction]
    fn promote_types(first: PyRef<DtypeObject>, second: PyRef<DtypeObject>) -> PyObjectRef {
        dtype_object(first.0.promote(second.0))
    }

    /// Whether values of one dtype may be written into tensors of another.
    #[pyfunction]
    fn can_cast(from: PyRef<DtypeObject>, to: PyRef<DtypeObject>) -> bool {
        in_place::can_cast(from.0, to.0)
    }

    /// The dtype of a result of these two tensors or numbers.
    #[pyfunction]
    fn result_type(first: PyObjectRef, second: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (first, second) = (argument(&first, vm)?, argument(&second, vm)?);
        Ok(dtype_object(core_result_type(as_operand(&first), as_operand(&second))))
    }

    fn argument(object: &PyObject, vm: &VirtualMachine) -> PyResult<Arg> {
        operand(object, vm)?.ok_or_else(|| {
            let name = object.class().name().to_string();
            vm.new_type_error(format!("result_type(): arguments must be Tensor or Number, not {name}"))
        })
    }

    fn as_operand(arg: &Arg) -> Operand<'_> {
        match arg {
            Arg::Tensor(tensor) => Operand::Tensor(tensor),
            Arg::Scalar(value) => Operand::Scalar(*value),
            // `argument` makes nothing else.
            _ => Operand::Scalar(Scalar::Bool(false)),
        }
    }

    /// _all_finite(tensor): whether no value is infinite or nan.
    #[pyfunction]
    fn _all_finite(tensor: PyRef<Tensor>, vm: &VirtualMachine) -> PyResult<bool> {
        all_finite(&tensor.get()).or_raise(vm)
    }

    /// _texts(tensor): the values' texts in row-major order, each as short as tells it from others of its dtype.
    #[pyfunction]
    fn _texts(tensor: PyRef<Tensor>, vm: &VirtualMachine) -> PyResult {
        let here = tensor.get().clone().to_device(Device::Cpu).or_raise(vm)?;
        let texts = texts(&here).or_raise(vm)?;
        Ok(vm.ctx.new_list(texts.into_iter().map(|text| vm.ctx.new_str(text).into()).collect()).into())
    }

    fn texts(tensor: &kindling_core::Tensor) -> kindling_core::Result<Vec<String>> {
        Ok(match tensor.dtype() {
            Dtype::Bool => {
                tensor.gather::<bool>()?.iter().map(|x| if *x { "True" } else { "False" }.into()).collect()
            }
            Dtype::Float32 => tensor.gather::<f32>()?.iter().map(|x| format!("{x:?}")).collect(),
            dtype if dtype.is_float() => tensor.to_vec::<f64>()?.iter().map(|x| format!("{x:?}")).collect(),
            _ => tensor.to_vec::<i64>()?.iter().map(i64::to_string).collect(),
        })
    }

    /// Sets how tensors are printed: precision, threshold, edgeitems, linewidth, sci_mode.
    #[pyfunction(name = "_set_print_options")]
    fn set_print_options(options: KwArgs, vm: &VirtualMachine) -> PyResult<()> {
        for (name, value) in options {
            let count = || value.clone().try_into_value::<usize>(vm);
            PRINT_OPTIONS.with_borrow_mut(|set| {
                match &*name.to_string() {
                    "precision" => set.precision = count()?,
                    "threshold" => set.threshold = value.try_float(vm)?.to_f64() as usize,
                    "edgeitems" => set.edgeitems = count()?,
                    "linewidth" => set.linewidth = count()?,
                    "sci_mode" if vm.is_none(&value) => set.sci_mode = None,
                    "sci_mode" => set.sci_mode = Some(value.clone().try_to_bool(vm)?),
                    other => {
                        let message =
                            format!("set_printoptions() got an unexpected keyword argument '{other}'");
                        return Err(vm.new_type_error(message));
                    }
                }
                Ok(())
            })?;
        }
        Ok(())
    }
}
