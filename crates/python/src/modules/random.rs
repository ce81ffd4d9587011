//! `_random`: the generator below Python's `random`, the Mersenne Twister MT19937 seeded by arrays.
//!
//! What it is not: PyTorch's generator, which the tensor core has. Both follow Matsumoto and Nishimura (1998);
//! they seed and draw differently, and `random.seed` must leave `torch.manual_seed` alone.

const SIZE: usize = 624;
const SHIFT: usize = 397;

/// The state: words, and which of them is drawn next; `SIZE` means that they are due for renewal.
#[derive(Debug, Clone)]
struct Twister {
    words: [u32; SIZE],
    next: usize,
}

impl Twister {
    /// `init_genrand` of the reference implementation.
    fn from_number(seed: u32) -> Self {
        let mut words = [seed; SIZE];
        for at in 1..SIZE {
            let before = words[at - 1];
            words[at] = 1_812_433_253_u32.wrapping_mul(before ^ (before >> 30)).wrapping_add(at as u32);
        }
        Self { words, next: SIZE }
    }

    /// `init_by_array` of the reference implementation; `key` is not empty.
    fn from_key(key: &[u32]) -> Self {
        let mut twister = Self::from_number(19_650_218);
        let words = &mut twister.words;
        let mut at = 1;
        for round in 0..SIZE.max(key.len()) {
            let place = round % key.len();
            let before = words[at - 1];
            words[at] = (words[at] ^ (before ^ (before >> 30)).wrapping_mul(1_664_525))
                .wrapping_add(key[place])
                .wrapping_add(place as u32);
            at = step(words, at);
        }
        for _ in 1..SIZE {
            let before = words[at - 1];
            words[at] =
                (words[at] ^ (before ^ (before >> 30)).wrapping_mul(1_566_083_941)).wrapping_sub(at as u32);
            at = step(words, at);
        }
        words[0] = 0x8000_0000;
        twister
    }

    fn draw(&mut self) -> u32 {
        if self.next >= SIZE {
            self.renew();
        }
        let mut word = self.words[self.next];
        self.next += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    fn renew(&mut self) {
        for at in 0..SIZE {
            let mixed = (self.words[at] & 0x8000_0000) | (self.words[(at + 1) % SIZE] & 0x7fff_ffff);
            let twist = if mixed & 1 == 1 { 0x9908_b0df } else { 0 };
            self.words[at] = self.words[(at + SHIFT) % SIZE] ^ (mixed >> 1) ^ twist;
        }
        self.next = 0;
    }
}

/// The place after `at`; past the end, the last word is carried to the front.
fn step(words: &mut [u32; SIZE], at: usize) -> usize {
    if at + 1 < SIZE {
        return at + 1;
    }
    words[0] = words[SIZE - 1];
    1
}

#[rustpython_vm::pymodule]
pub(crate) mod _random {
    use std::cell::RefCell;

    use malachite_bigint::{BigInt, Sign};
    use rustpython_vm::{
        AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine,
        builtins::{PyInt, PyTupleRef},
        function::{FuncArgs, OptionalArg},
        pyclass,
        types::{Constructor, Initializer},
    };

    use super::{SIZE, Twister};

    #[pyattr]
    #[pyclass(module = "_random", name = "Random")]
    #[derive(Debug, PyPayload)]
    struct Random(RefCell<Twister>);

    impl Constructor for Random {
        type Args = FuncArgs;

        fn py_new(
            _class: &Py<rustpython_vm::builtins::PyType>,
            _args: FuncArgs,
            _vm: &VirtualMachine,
        ) -> PyResult<Self> {
            Ok(Self(RefCell::new(Twister::from_number(5489))))
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
            let key = if key.is_empty() { vec![0] } else { key };
            *zelf.0.borrow_mut() = Twister::from_key(&key);
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
            let words = twister.words.iter().map(|word| vm.ctx.new_int(*word).into());
            let next = vm.ctx.new_int(twister.next).into();
            vm.ctx.new_tuple(words.chain([next]).collect())
        }

        #[pymethod]
        fn setstate(zelf: &Py<Self>, state: PyTupleRef, vm: &VirtualMachine) -> PyResult<()> {
            let invalid = || vm.new_value_error("invalid state".to_owned());
            let values: Vec<u32> =
                state.iter().map(|value| value.clone().try_into_value(vm)).collect::<PyResult<_>>()?;
            let (next, words) = values.split_last().ok_or_else(invalid)?;
            let words = words.try_into().map_err(|_| invalid())?;
            let next = usize::try_from(*next).ok().filter(|next| *next <= SIZE).ok_or_else(invalid)?;
            *zelf.0.borrow_mut() = Twister { words, next };
            Ok(())
        }
    }

    /// A seed from the system's own randomness.
    fn fresh_key(vm: &VirtualMachine) -> PyResult<Vec<u32>> {
        let seed = getrandom::u64().map_err(|error| vm.new_os_error(error.to_string()))?;
        Ok(vec![seed as u32, (seed >> 32) as u32])
    }
}

#[cfg(test)]
mod tests {
    use super::Twister;

    /// The first draws of the reference implementation's own test, `mt19937ar.out`.
    #[test]
    fn draws_as_the_reference_seeded_by_its_array() {
        let mut twister = Twister::from_key(&[0x123, 0x234, 0x345, 0x456]);
        let drawn: Vec<u32> = (0..5).map(|_| twister.draw()).collect();
        assert_eq!(drawn, [1_067_595_299, 955_945_823, 477_289_528, 4_107_218_783, 4_228_976_476]);
    }
}
