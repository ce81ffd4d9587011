//! `torch.Generator`, and the seed of the default one.

use kindling_core::{
    Dtype, Tensor as Core,
    random::{Generator, SharedGenerator, default_generator, polar},
};
use rustpython_vm::{
    Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, builtins::PyType,
    function::FuncArgs, pyclass, types::Constructor,
};

use super::{convert::tensor_to_python, dtype::DeviceObject, errors::OrRaise, tensor::Tensor};

/// A stream of random numbers.
#[pyclass(module = "torch._C", name = "Generator")]
#[derive(PyPayload)]
pub(super) struct GeneratorObject(pub SharedGenerator);

impl std::fmt::Debug for GeneratorObject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Generator")
    }
}

#[pyclass(with(Constructor))]
impl GeneratorObject {
    #[pygetset]
    fn device(_zelf: &Py<Self>) -> DeviceObject {
        DeviceObject::of_kind(kindling_core::Device::Cpu)
    }
    /// Starts the stream that belongs to the seed.
    #[pymethod]
    fn manual_seed(zelf: PyRef<Self>, seed: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        zelf.0.borrow_mut().manual_seed(seed_from(&seed, vm)?);
        Ok(zelf)
    }
    /// What the stream was seeded with.
    #[pymethod]
    fn initial_seed(zelf: &Py<Self>) -> u64 {
        zelf.0.borrow().initial_seed()
    }
    /// Seeds with a number that cannot be foreseen, and returns it.
    #[pymethod]
    fn seed(zelf: &Py<Self>) -> u64 {
        let seed = fresh_seed();
        zelf.0.borrow_mut().manual_seed(seed);
        seed
    }
    /// The next words of 32 bits, for streams that others make of them.
    #[pymethod]
    fn _words(zelf: &Py<Self>, count: usize, vm: &VirtualMachine) -> PyResult {
        let mut generator = zelf.0.borrow_mut();
        let mut words = kindling_core::tensor::memory::reserve(count).or_raise(vm)?;
        words.extend((0..count).map(|_| i64::from(generator.bits32())));
        Ok(tensor_to_python(Core::from_vec(words, &[count]), vm))
    }
    /// The next word.
    #[pymethod]
    fn _word(zelf: &Py<Self>) -> u32 {
        zelf.0.borrow_mut().bits32()
    }
    /// A number in [0, 1) as numpy's `RandomState` draws it.
    #[pymethod]
    fn _double(zelf: &Py<Self>) -> f64 {
        polar::double(&mut zelf.0.borrow_mut())
    }
    /// So many of them.
    #[pymethod]
    fn _doubles(zelf: &Py<Self>, count: usize, vm: &VirtualMachine) -> PyResult {
        Ok(tensor_to_python(polar::doubles(count, &mut zelf.0.borrow_mut()).or_raise(vm)?, vm))
    }
    /// Two of its normals.
    #[pymethod]
    fn _normal_pair(zelf: &Py<Self>) -> (f64, f64) {
        polar::normal_pair(&mut zelf.0.borrow_mut()).into()
    }
    /// So many times two of them.
    #[pymethod]
    fn _normal_pairs(zelf: &Py<Self>, pairs: usize, vm: &VirtualMachine) -> PyResult {
        Ok(tensor_to_python(polar::normal_pairs(pairs, &mut zelf.0.borrow_mut()).or_raise(vm)?, vm))
    }
    #[pymethod]
    fn get_state(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        let state = zelf.0.borrow().state();
        let count = state.len();
        tensor_to_python(Core::from_vec(state, &[count]), vm)
    }
    #[pymethod]
    fn set_state(zelf: &Py<Self>, state: PyRef<Tensor>, vm: &VirtualMachine) -> PyResult<()> {
        let state = state.get().clone();
        if state.dtype() != Dtype::Uint8 {
            return Err(vm.new_type_error("RNG state must be a torch.ByteTensor"));
        }
        let state = state.gather::<u8>().or_raise(vm)?;
        zelf.0.borrow_mut().set_state(&state).or_raise(vm)
    }
}

impl Constructor for GeneratorObject {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(GeneratorObject(SharedGenerator::new(Generator::default().into())))
    }
}

/// A seed as `int(seed)` gives it; negative ones count from the top of 64 bits.
fn seed_from(seed: &PyObject, vm: &VirtualMachine) -> PyResult<u64> {
    let seed = seed.try_int(vm)?;
    if let Ok(seed) = seed.try_to_primitive::<i64>(vm) {
        return Ok(seed as u64);
    }
    seed.try_to_primitive::<u64>(vm)
        .map_err(|_| vm.new_runtime_error("Overflow when unpacking unsigned long long"))
}

fn fresh_seed() -> u64 {
    let mut bytes = [0; 8];
    // Without a source of entropy any number will do: nothing here is a secret.
    let _ = getrandom::fill(&mut bytes);
    u64::from_le_bytes(bytes) >> 1
}

pub(super) fn default_object(vm: &VirtualMachine) -> PyObjectRef {
    GeneratorObject(default_generator()).into_pyobject(vm)
}

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(super) mod functions {
    use rustpython_vm::{PyObjectRef, PyPayload, PyResult, VirtualMachine};

    use super::{GeneratorObject, default_generator, default_object, fresh_seed, seed_from};

    /// Seeds the default generator, so that random numbers come out the same each time.
    #[pyfunction]
    fn manual_seed(seed: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        default_generator().borrow_mut().manual_seed(seed_from(&seed, vm)?);
        Ok(default_object(vm))
    }

    /// Seeds the default generator with a number that cannot be foreseen, and returns it.
    #[pyfunction]
    fn seed() -> u64 {
        let seed = fresh_seed();
        default_generator().borrow_mut().manual_seed(seed);
        seed
    }

    /// What the default generator was seeded with.
    #[pyfunction]
    fn initial_seed() -> u64 {
        default_generator().borrow().initial_seed()
    }

    #[pyattr(once, name = "_default_generator")]
    fn default_generator_object(vm: &VirtualMachine) -> PyObjectRef {
        GeneratorObject(default_generator()).into_pyobject(vm)
    }
}
