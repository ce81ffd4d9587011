//! `torch.dtype` and `torch.device`, and how Python names them.
//!
//! What it is not: what a dtype can do (`kindling_core::Dtype`). Start reading at [`dtype_object`].

use kindling_core::{Device, Dtype, Error, Scalar};
use rustpython_vm::{
    AsObject, Context, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PyStr, PyStrRef, PyType},
    common::hash::PyHash,
    convert::ToPyObject,
    function::{FuncArgs, OptionalArg, PyComparisonValue},
    pyclass,
    types::{Comparable, Constructor, Hashable, PyComparisonOp, Representable},
};

use super::{convert, errors::to_exception};

/// A kind of number: `torch.float32`.
#[pyclass(module = "torch", name = "dtype")]
#[derive(Debug, PyPayload)]
pub(super) struct DtypeObject(pub Dtype);

#[pyclass(with(Representable), flags(DISALLOW_INSTANTIATION))]
impl DtypeObject {
    /// Whether its numbers are floats.
    #[pygetset]
    fn is_floating_point(zelf: &Py<Self>) -> bool {
        zelf.0.is_float()
    }
    #[pygetset]
    fn is_complex(_zelf: &Py<Self>) -> bool {
        false
    }
    /// Whether its numbers have a sign.
    #[pygetset]
    fn is_signed(zelf: &Py<Self>) -> bool {
        !matches!(zelf.0, Dtype::Bool | Dtype::Uint8)
    }
    /// Bytes a number takes.
    #[pygetset]
    fn itemsize(zelf: &Py<Self>) -> usize {
        zelf.0.bytes()
    }
    #[pymethod]
    fn __reduce__(zelf: &Py<Self>) -> &'static str {
        zelf.0.name()
    }
}

impl Representable for DtypeObject {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        Ok(zelf.0.to_string())
    }
}

thread_local! {
    /// One object a dtype, kept for good: Python compares dtypes with `is`.
    static OBJECTS: Vec<&'static Py<DtypeObject>> =
        Dtype::all().map(|dtype| PyRef::leak(DtypeObject(dtype).into_ref(Context::genesis()))).collect();
}

pub(super) fn dtype_object(dtype: Dtype) -> PyObjectRef {
    OBJECTS.with(|objects| objects[dtype as usize].to_owned().into())
}

/// A `torch.dtype`, or one of Python's own types that stand for one.
pub(super) fn dtype_from(object: &PyObject, vm: &VirtualMachine) -> Option<Dtype> {
    if let Some(dtype) = object.downcast_ref::<DtypeObject>() {
        return Some(dtype.0);
    }
    let types = &vm.ctx.types;
    if object.is(types.float_type) {
        Some(Dtype::Float64)
    } else if object.is(types.int_type) {
        Some(Dtype::Int64)
    } else if object.is(types.bool_type) {
        Some(Dtype::Bool)
    } else {
        None
    }
}

/// Where tensors live: `torch.device('cpu')`.
#[pyclass(module = "torch", name = "device")]
#[derive(Debug, PyPayload)]
pub(super) struct DeviceObject(pub Device);

#[pyclass(with(Constructor, Representable, Comparable, Hashable))]
impl DeviceObject {
    /// `'cpu'`.
    #[pygetset(name = "type")]
    fn kind(zelf: &Py<Self>) -> String {
        zelf.0.to_string().split(':').next().unwrap_or_default().to_owned()
    }
    /// Which of several devices; `None` for the CPU.
    #[pygetset]
    fn index(zelf: &Py<Self>) -> Option<u32> {
        zelf.0.to_string().split_once(':').and_then(|(_, index)| index.parse().ok())
    }
    #[pymethod]
    fn __str__(zelf: &Py<Self>) -> String {
        zelf.0.to_string()
    }
    #[pymethod]
    fn __reduce__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyObjectRef {
        (zelf.class().to_owned(), (zelf.0.to_string(),)).to_pyobject(vm)
    }
}

impl Constructor for DeviceObject {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        let (name, _index): (PyObjectRef, OptionalArg<PyObjectRef>) = args.bind(vm)?;
        match device_from(&name, vm)? {
            Some(device) => Ok(DeviceObject(device)),
            None => Err(vm.new_type_error(format!(
                "device(): argument 'type' must be str, not {}",
                name.class().name()
            ))),
        }
    }
}

impl Representable for DeviceObject {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        Ok(match Self::index(zelf) {
            Some(index) => format!("device(type='{}', index={index})", Self::kind(zelf)),
            None => format!("device(type='{}')", Self::kind(zelf)),
        })
    }
}

impl Comparable for DeviceObject {
    fn cmp(
        zelf: &Py<Self>,
        other: &PyObject,
        op: PyComparisonOp,
        _vm: &VirtualMachine,
    ) -> PyResult<PyComparisonValue> {
        op.eq_only(|| match other.downcast_ref::<DeviceObject>() {
            Some(other) => Ok((zelf.0 == other.0).into()),
            None => Ok(PyComparisonValue::NotImplemented),
        })
    }
}

impl Hashable for DeviceObject {
    fn hash(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<PyHash> {
        Ok(zelf.0 as PyHash)
    }
}

/// A `torch.device` or its name; `None` for any other object.
///
/// # Errors
/// For names of devices that do not exist, or not here.
pub(super) fn device_from(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Device>> {
    if let Some(device) = object.downcast_ref::<DeviceObject>() {
        return Ok(Some(device.0));
    }
    match object.downcast_ref::<PyStr>() {
        Some(name) => {
            parse_device(&name.to_string_lossy()).map(Some).map_err(|error| to_exception(error, vm))
        }
        None => Ok(None),
    }
}

/// As PyTorch lists them in its message.
const DEVICE_TYPES: [&str; 19] = [
    "cpu", "cuda", "ipu", "xpu", "mkldnn", "opengl", "opencl", "ideep", "hip", "ve", "fpga", "maia", "xla",
    "lazy", "vulkan", "mps", "meta", "hpu", "mtia",
];

fn parse_device(name: &str) -> Result<Device, Error> {
    let kind = name.split(':').next().unwrap_or_default();
    match kind {
        "cpu" => Ok(Device::Cpu),
        "webgpu" => {
            Err(Error::NotImplemented(format!("device '{name}' is not built into this torch; use 'cpu'")))
        }
        "cuda" => Err(Error::Runtime(
            "Found no NVIDIA driver on your system: this PyTorch runs in the browser, on the CPU. Use \
             torch.device('cpu'), or 'cuda' if torch.cuda.is_available() else 'cpu'."
                .into(),
        )),
        kind if DEVICE_TYPES.contains(&kind) || kind == "privateuseone" => {
            Err(Error::NotImplemented(format!("device '{name}' is not available here; use 'cpu'")))
        }
        _ => Err(Error::Runtime(format!(
            "Expected one of {}, privateuseone device type at start of device string: {name}",
            DEVICE_TYPES.join(", ")
        ))),
    }
}

/// `torch.finfo` and `torch.iinfo`: what numbers a dtype can hold, as `(name, value)` pairs.
pub(super) fn limits(dtype: Dtype) -> Vec<(&'static str, Scalar)> {
    let float = |eps: f64, max: f64, tiny: f64| {
        let values = [("eps", eps), ("max", max), ("min", -max), ("tiny", tiny), ("smallest_normal", tiny)];
        values.map(|(name, value)| (name, Scalar::Float(value))).to_vec()
    };
    let int = |min: i64, max: i64| vec![("max", Scalar::Int(max)), ("min", Scalar::Int(min))];
    match dtype {
        Dtype::Float64 => float(f64::EPSILON, f64::MAX, f64::MIN_POSITIVE),
        Dtype::Float32 => float(f32::EPSILON.into(), f32::MAX.into(), f32::MIN_POSITIVE.into()),
        Dtype::Float16 => float(0.0009765625, 65504.0, 6.103515625e-05),
        Dtype::Bfloat16 => float(0.0078125, 3.3895313892515355e38, f32::MIN_POSITIVE.into()),
        Dtype::Int64 => int(i64::MIN, i64::MAX),
        Dtype::Int32 => int(i32::MIN.into(), i32::MAX.into()),
        Dtype::Int16 => int(i16::MIN.into(), i16::MAX.into()),
        Dtype::Int8 => int(i8::MIN.into(), i8::MAX.into()),
        Dtype::Uint8 => int(0, u8::MAX.into()),
        Dtype::Bool => int(0, 1),
    }
}

/// `_torch.dtype_limits(dtype)`: a dict for `torch.finfo` and `torch.iinfo`.
pub(super) fn dtype_limits(dtype: PyRef<DtypeObject>, vm: &VirtualMachine) -> PyResult {
    let limits_of = vm.ctx.new_dict();
    for (name, value) in limits(dtype.0) {
        limits_of.set_item(name, convert::scalar_to_python(value, vm), vm)?;
    }
    limits_of.set_item("bits", vm.ctx.new_int(dtype.0.bytes() * 8).into(), vm)?;
    limits_of.set_item("dtype", vm.ctx.new_str(dtype.0.name()).into(), vm)?;
    Ok(limits_of.into())
}

/// The name a dtype has among its tensors: `torch.FloatTensor`.
pub(super) fn tensor_type_name(dtype: Dtype) -> String {
    format!("torch.{}Tensor", dtype.message_name())
}

/// The dtype that `x.type('torch.FloatTensor')` or `x.type('float')` asks for.
pub(super) fn dtype_from_type_name(name: &PyStrRef) -> Option<Dtype> {
    let name = name.to_string_lossy();
    Dtype::all().find(|dtype| tensor_type_name(*dtype) == name)
}
