//! `torch.dtype` and `torch.device`, and how Python names them.
//!
//! What it is not: what a dtype can do (`kindling_core::Dtype`). Start reading at [`dtype_object`].

use std::cell::RefCell;

use kindling_core::{Device, Dtype, Error, Scalar, default_device, set_default_device};
use rustpython_vm::{
    AsObject, Context, FromArgs, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PyInt, PyStr, PyStrRef, PyType},
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

/// Where tensors live: `torch.device('cpu')`. A device may be named that is not here; only its use fails.
#[pyclass(module = "torch", name = "device")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PyPayload)]
pub(super) struct DeviceObject {
    kind: &'static str,
    /// Which of several; `None` for a kind of device.
    index: Option<u8>,
}

impl DeviceObject {
    /// Where a tensor is.
    pub fn of_tensor(device: Device) -> Self {
        DeviceObject { kind: device.kind(), index: (device != Device::Cpu).then_some(0) }
    }
    /// Any device of the kind.
    pub fn of_kind(device: Device) -> Self {
        DeviceObject { kind: device.kind(), index: None }
    }
    fn name(self) -> String {
        match self.index {
            Some(index) => format!("{}:{index}", self.kind),
            None => self.kind.to_owned(),
        }
    }
    /// The device itself.
    ///
    /// # Errors
    /// If it is not here.
    fn here(self, vm: &VirtualMachine) -> PyResult<Device> {
        if let Some(device) =
            [Device::Cpu, Device::WebGpu].into_iter().find(|device| device.kind() == self.kind)
        {
            return match self.index {
                None | Some(0) => Ok(device),
                Some(_) => Err(vm.new_runtime_error(format!(
                    "device '{}' is not here: there is one {} device, '{}:0'",
                    self.name(),
                    self.kind,
                    self.kind
                ))),
            };
        }
        match self.kind {
            "cuda" => {
                let error = vm.new_runtime_error(
                    "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a \
                     driver from http://www.nvidia.com/Download/index.aspx",
                );
                let note = "This PyTorch runs in the browser, where the GPU is torch.device('webgpu'). Ask \
                    torch.accelerator.current_accelerator(), or take 'cuda' only if torch.cuda.is_available().";
                vm.call_method(error.as_object(), "add_note", (note,))?;
                Err(error)
            }
            "mps" => Err(vm.new_runtime_error("PyTorch is not linked with support for mps devices")),
            _ => Err(vm.new_not_implemented_error(format!(
                "device '{}' is not available here; use 'cpu'",
                self.name()
            ))),
        }
    }
}

#[pyclass(with(Constructor, Representable, Comparable, Hashable))]
impl DeviceObject {
    /// `'cpu'`.
    #[pygetset(name = "type")]
    fn kind(zelf: &Py<Self>) -> &'static str {
        zelf.kind
    }
    /// Which of several devices; `None` for a kind of device, as `'cpu'`.
    #[pygetset(name = "index")]
    fn index_or_none(zelf: &Py<Self>) -> Option<u8> {
        zelf.index
    }
    #[pymethod]
    fn __str__(zelf: &Py<Self>) -> String {
        zelf.name()
    }
    #[pymethod]
    fn __reduce__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyObjectRef {
        (zelf.class().to_owned(), (zelf.name(),)).to_pyobject(vm)
    }
    /// `with torch.device('webgpu'):` factories in the block put their tensors there.
    #[pymethod]
    fn __enter__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        let device = zelf.here(vm)?;
        ENTERED.with_borrow_mut(|entered| entered.push(default_device()));
        set_default_device(device);
        Ok(zelf)
    }
    #[pymethod]
    fn __exit__(_zelf: &Py<Self>, _args: FuncArgs) {
        if let Some(before) = ENTERED.with_borrow_mut(Vec::pop) {
            set_default_device(before);
        }
    }
}

thread_local! {
    /// The default devices that the blocks entered will leave to.
    static ENTERED: RefCell<Vec<Device>> = const { RefCell::new(Vec::new()) };
}

#[derive(FromArgs)]
struct DeviceArgs {
    #[pyarg(any, name = "type")]
    kind: PyObjectRef,
    #[pyarg(any, optional)]
    index: OptionalArg<u8>,
}

impl Constructor for DeviceObject {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        let DeviceArgs { kind: name, index } = args.bind(vm)?;
        let Some(found) = device_object(&name, vm)? else {
            let given = name.class().name().to_string();
            return Err(vm.new_type_error(format!(
                "device() received an invalid combination of arguments - got ({given}), but expected one of:\n * \
                 (torch.device device)\n      didn't match because some of the arguments have invalid types: \
                 (!{given}!)\n * (str type, int index = -1)\n"
            )));
        };
        match (index, found.index) {
            (OptionalArg::Missing, _) => Ok(found),
            (OptionalArg::Present(index), None) => Ok(DeviceObject { index: Some(index), ..found }),
            (OptionalArg::Present(_), Some(_)) => Err(vm.new_runtime_error(format!(
                "type (string) must not include an index because index was passed explicitly: {}",
                found.name()
            ))),
        }
    }
}

impl Representable for DeviceObject {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        let kind = zelf.kind;
        Ok(match zelf.index {
            Some(index) => format!("device(type='{kind}', index={index})"),
            None => format!("device(type='{kind}')"),
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
            Some(other) => Ok((**zelf == **other).into()),
            None => Ok(PyComparisonValue::NotImplemented),
        })
    }
}

impl Hashable for DeviceObject {
    fn hash(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<PyHash> {
        let kind = KINDS.iter().position(|kind| *kind == zelf.kind).unwrap_or(KINDS.len());
        Ok(kind as PyHash * 256 + zelf.index.map_or(0, |index| PyHash::from(index) + 1))
    }
}

/// What a `torch.device`, its name or an accelerator's index stands for; `None` for any other object.
///
/// # Errors
/// For names of devices that do not exist, or not here.
pub(super) fn device_from(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Device>> {
    device_object(object, vm)?.map(|found| found.here(vm)).transpose()
}

fn device_object(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<DeviceObject>> {
    if let Some(device) = object.downcast_ref::<DeviceObject>() {
        return Ok(Some(*device.payload()));
    }
    if let Some(index) = object.downcast_ref::<PyInt>().filter(|_| !object.class().is(vm.ctx.types.bool_type))
    {
        return numbered_device(index, vm).map(Some);
    }
    match object.downcast_ref::<PyStr>() {
        Some(name) => {
            named_device(&name.to_string_lossy()).map(Some).map_err(|error| to_exception(error, vm))
        }
        None => Ok(None),
    }
}

/// A number alone is an accelerator's, which is CUDA where nobody says otherwise.
fn numbered_device(index: &PyInt, vm: &VirtualMachine) -> PyResult<DeviceObject> {
    match index.as_bigint().try_into() {
        Ok(index) => Ok(DeviceObject { kind: "cuda", index: Some(index) }),
        Err(_) => Err(vm.new_runtime_error("Device index must not be negative")),
    }
}

/// Every kind of device; PyTorch lists in its message all but the last.
const KINDS: [&str; 21] = [
    "cpu",
    "cuda",
    "ipu",
    "xpu",
    "mkldnn",
    "opengl",
    "opencl",
    "ideep",
    "hip",
    "ve",
    "fpga",
    "maia",
    "xla",
    "lazy",
    "vulkan",
    "mps",
    "meta",
    "hpu",
    "mtia",
    "privateuseone",
    "webgpu",
];

/// Letters, and perhaps a number behind a colon.
fn is_device_string(name: &str) -> bool {
    let (kind, index) = name.split_once(':').unwrap_or((name, "0"));
    let is_number =
        index.bytes().all(|byte| byte.is_ascii_digit()) && (index == "0" || !index.starts_with('0'));
    let is_kind = kind.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    is_kind && is_number && !kind.is_empty() && !index.is_empty()
}

fn named_device(name: &str) -> Result<DeviceObject, Error> {
    if name.is_empty() {
        return Err(Error::Runtime("Device string must not be empty".into()));
    }
    if !is_device_string(name) {
        return Err(Error::Runtime(format!("Invalid device string: '{name}'")));
    }
    let (kind, index) = match name.split_once(':') {
        Some((kind, index)) => (kind, Some(index)),
        None => (name, None),
    };
    let Some(kind) = KINDS.into_iter().find(|known| *known == kind) else {
        let listed = KINDS[..KINDS.len() - 1].join(", ");
        return Err(Error::Runtime(format!(
            "Expected one of {listed} device type at start of device string: {name}"
        )));
    };
    let index = index
        .map(|index| index.parse().map_err(|_| Error::Runtime(format!("Invalid device string: '{name}'"))))
        .transpose()?;
    Ok(DeviceObject { kind, index })
}

/// `torch.finfo` and `torch.iinfo`: what numbers a dtype can hold, as `(name, value)` pairs.
pub(super) fn limits(dtype: Dtype) -> Vec<(&'static str, Scalar)> {
    let float = |eps: f64, max: f64, tiny: f64| {
        let values = [("eps", eps), ("max", max), ("min", -max), ("tiny", tiny), ("smallest_normal", tiny)];
        values.map(|(name, value)| (name, Scalar::Float(value))).to_vec()
    };
    let int = |min: i64, max: i64| vec![("max", Scalar::Int(max)), ("min", Scalar::Int(min))];
    if let Some((min, max)) = kindling_core::tensor::limits::integer_limits(dtype) {
        return int(min, max);
    }
    match dtype {
        Dtype::Float64 => float(f64::EPSILON, f64::MAX, f64::MIN_POSITIVE),
        Dtype::Float32 => float(f32::EPSILON.into(), f32::MAX.into(), f32::MIN_POSITIVE.into()),
        Dtype::Float16 => float(0.0009765625, 65504.0, 6.103515625e-05),
        Dtype::Bfloat16 => float(0.0078125, 3.3895313892515355e38, f32::MIN_POSITIVE.into()),
        _ => int(0, 1),
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
