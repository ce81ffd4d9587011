//! `_random`: the generator below Python's `random`, the core's Mersenne Twister seeded by arrays.
//!
//! What it is not: PyTorch's generator, which seeds and draws from the same engine in other ways; each has a state of its
//! own, and `random.seed` leaves `torch.manual_seed` alone.

#[rustpython_vm::pymodule]
pub(crate) mod _random {
    use std::cell::RefCell;

    use kindling_core::random::{MT19937_WORDS, Mt19937};
    use malachite_bigint::{BigInt, Sign};
    use rustpython_vm::{
        AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine,
        builtins::{PyInt, PyTupleRef},
        function::{FuncArgs, OptionalArg},
        pyclass,
        types::{Constructor, Initializer},
    };

    #[pyattr]
    #[pyclass(module = "_random", name = "Random")]
    #[derive(Debug, PyPayload)]
    struct Random(RefCell<Mt19937>);

    impl Constructor for Random {
        type Args = FuncArgs;

        fn py_new(
            _class: &Py<rustpython_vm::builtins::PyType>,
            _args: FuncArgs,
            _vm: &VirtualMachine,
        ) -> PyResult<Self> {
            Ok(Self(RefCell::new(Mt19937::new(5489))))
        }
    }

    impl Initializer for Random {
        type Args = OptionalArg<PyObjectRef>;

        fn init(zelf: &Py<Self>, seed: Self::Args, vm: &VirtualMachine) -> PyResult<()> {
            Self::seed(zelf, seed, vm)
        }
    }

    #[pyclass(with(Constructor, Initializer), flags(BASETYPE))]
    impl Random {
        #[pymethod]
        fn random(zelf: &Py<Self>) -> f64 {
            let mut twister = zelf.0.borrow_mut();
            let (high, low) = (f64::from(twister.draw() >> 5), f64::from(twister.draw() >> 6));
            (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
        }

        #[pymethod]
        fn seed(zelf: &Py<Self>, seed: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
            let key = match seed.into_option().filter(|seed| !vm.is_none(seed)) {
                Some(seed) => match seed.downcast_ref::<PyInt>() {
                    Some(integer) => integer.as_bigint().magnitude().to_u32_digits(),
                    None => {
                        let hash = seed.as_object().hash(vm)?.unsigned_abs();
                        BigInt::from(hash).magnitude().to_u32_digits()
                    }
                },
                None => fresh_key(vm)?,
            };
            *zelf.0.borrow_mut() = Mt19937::from_key(&key);
            Ok(())
        }

        #[pymethod]
        fn getrandbits(zelf: &Py<Self>, k: i64, vm: &VirtualMachine) -> PyResult<BigInt> {
            let bits = usize::try_from(k)
                .map_err(|_| vm.new_value_error("number of bits must be non-negative".to_owned()))?;
            let mut twister = zelf.0.borrow_mut();
            let mut digits: Vec<u32> = (0..bits.div_ceil(32)).map(|_| twister.draw()).collect();
            if let Some(last) = digits.last_mut()
                && bits % 32 != 0
            {
                *last >>= 32 - bits % 32;
            }
            Ok(BigInt::new(Sign::Plus, digits))
        }

        #[pymethod]
        fn getstate(zelf: &Py<Self>, vm: &VirtualMachine) -> PyTupleRef {
            let twister = zelf.0.borrow();
            let words = twister.words().iter().map(|word| vm.ctx.new_int(*word).into());
            let next = vm.ctx.new_int(twister.drawn()).into();
            vm.ctx.new_tuple(words.chain([next]).collect())
        }

        #[pymethod]
        fn setstate(zelf: &Py<Self>, state: PyTupleRef, vm: &VirtualMachine) -> PyResult<()> {
            let invalid = || vm.new_value_error("invalid state".to_owned());
            let values: Vec<u32> =
                state.iter().map(|value| value.clone().try_into_value(vm)).collect::<PyResult<_>>()?;
            let (next, words) = values.split_last().ok_or_else(invalid)?;
            let words = words.try_into().map_err(|_| invalid())?;
            let next =
                usize::try_from(*next).ok().filter(|next| *next <= MT19937_WORDS).ok_or_else(invalid)?;
            *zelf.0.borrow_mut() = Mt19937::resumed(words, next);
            Ok(())
        }
    }

    /// A seed from the system's own randomness.
    fn fresh_key(vm: &VirtualMachine) -> PyResult<Vec<u32>> {
        let seed = getrandom::u64().map_err(|error| vm.new_os_error(error.to_string()))?;
        Ok(vec![seed as u32, (seed >> 32) as u32])
    }
}
