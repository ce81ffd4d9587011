//! `_hashes`: what `random` seeds itself from text with, and what `hashlib` sums files up with.
//!
//! What it is not: `hashlib` itself (`lib/hashlib.py`), or anything to keep a secret with: MD5 and SHA-1 are broken.

#[rustpython_vm::pymodule]
pub(crate) mod _hashes {
    use std::cell::RefCell;

    use rustpython_vm::{
        Py, PyPayload, PyResult, VirtualMachine, builtins::PyStrRef, function::ArgBytesLike, pyclass,
    };
    use sha2::digest::DynDigest;

    /// The algorithms by the names that `hashlib` knows them by.
    fn started(name: &str) -> Option<Box<dyn DynDigest>> {
        Some(match name {
            "md5" => Box::new(md5::Md5::default()),
            "sha1" => Box::new(sha1::Sha1::default()),
            "sha224" => Box::new(sha2::Sha224::default()),
            "sha256" => Box::new(sha2::Sha256::default()),
            "sha384" => Box::new(sha2::Sha384::default()),
            "sha512" => Box::new(sha2::Sha512::default()),
            _ => return None,
        })
    }

    #[pyattr]
    #[pyclass(module = "_hashes", name = "HASH")]
    #[derive(PyPayload)]
    struct Hash {
        name: String,
        state: RefCell<Box<dyn DynDigest>>,
    }

    impl std::fmt::Debug for Hash {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("Hash").field("name", &self.name).finish_non_exhaustive()
        }
    }

    /// new(name): an empty sum.
    #[pyfunction]
    fn new(name: PyStrRef, vm: &VirtualMachine) -> PyResult<Hash> {
        let name = name.to_string_lossy().to_ascii_lowercase();
        match started(&name) {
            Some(state) => Ok(Hash { name, state: RefCell::new(state) }),
            None => Err(vm.new_value_error(format!("unsupported hash type {name}"))),
        }
    }

    impl Hash {
        fn result(&self) -> Vec<u8> {
            self.state.borrow().box_clone().finalize().to_vec()
        }
    }

    #[pyclass]
    impl Hash {
        #[pymethod]
        fn update(zelf: &Py<Self>, data: ArgBytesLike) {
            data.with_ref(|bytes| zelf.state.borrow_mut().update(bytes));
        }

        #[pymethod]
        fn digest(zelf: &Py<Self>) -> Vec<u8> {
            zelf.result()
        }

        #[pymethod]
        fn hexdigest(zelf: &Py<Self>) -> String {
            zelf.result().iter().map(|byte| format!("{byte:02x}")).collect()
        }

        #[pymethod]
        fn copy(zelf: &Py<Self>) -> Hash {
            Hash { name: zelf.name.clone(), state: RefCell::new(zelf.state.borrow().box_clone()) }
        }

        #[pygetset]
        fn name(zelf: &Py<Self>) -> String {
            zelf.name.clone()
        }

        #[pygetset]
        fn digest_size(zelf: &Py<Self>) -> usize {
            zelf.state.borrow().output_size()
        }

        /// How many bytes are taken in at once, which `hmac` asks for.
        #[pygetset]
        fn block_size(zelf: &Py<Self>) -> usize {
            if matches!(zelf.name.as_str(), "sha384" | "sha512") { 128 } else { 64 }
        }
    }
}
