//! `_sha2`: with it `random` seeds itself from text, and `hashlib`-like checks of a file are made.

#[rustpython_vm::pymodule]
pub(crate) mod _sha2 {
    use std::cell::RefCell;

    use rustpython_vm::{
        Py, PyPayload,
        function::{ArgBytesLike, OptionalArg},
        pyclass,
    };
    use sha2::{Digest, Sha256, Sha512};

    #[derive(Debug, Clone)]
    enum State {
        Sha256(Sha256),
        Sha512(Sha512),
    }

    #[pyattr]
    #[pyclass(module = "_sha2", name = "SHA2Type")]
    #[derive(Debug, PyPayload)]
    struct Hash(RefCell<State>);

    fn hashed(state: State, data: OptionalArg<ArgBytesLike>) -> Hash {
        let hash = Hash(RefCell::new(state));
        if let OptionalArg::Present(data) = data {
            hash.absorb(&data);
        }
        hash
    }

    #[pyfunction]
    fn sha256(data: OptionalArg<ArgBytesLike>) -> Hash {
        hashed(State::Sha256(Sha256::new()), data)
    }

    #[pyfunction]
    fn sha512(data: OptionalArg<ArgBytesLike>) -> Hash {
        hashed(State::Sha512(Sha512::new()), data)
    }

    impl Hash {
        fn absorb(&self, data: &ArgBytesLike) {
            data.with_ref(|bytes| match &mut *self.0.borrow_mut() {
                State::Sha256(hasher) => hasher.update(bytes),
                State::Sha512(hasher) => hasher.update(bytes),
            });
        }

        fn result(&self) -> Vec<u8> {
            match self.0.borrow().clone() {
                State::Sha256(hasher) => hasher.finalize().to_vec(),
                State::Sha512(hasher) => hasher.finalize().to_vec(),
            }
        }
    }

    #[pyclass]
    impl Hash {
        #[pymethod]
        fn update(zelf: &Py<Self>, data: ArgBytesLike) {
            zelf.absorb(&data);
        }

        #[pymethod]
        fn digest(zelf: &Py<Self>) -> Vec<u8> {
            zelf.result()
        }

        #[pymethod]
        fn hexdigest(zelf: &Py<Self>) -> String {
            zelf.result().iter().map(|byte| format!("{byte:02x}")).collect()
        }

        #[pygetset]
        fn name(zelf: &Py<Self>) -> &'static str {
            match *zelf.0.borrow() {
                State::Sha256(_) => "sha256",
                State::Sha512(_) => "sha512",
            }
        }
    }
}
