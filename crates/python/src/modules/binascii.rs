//! `binascii`: what `zipfile` and `base64` need of it.

#[rustpython_vm::pymodule]
#[expect(clippy::module_inception, reason = "Python names the module so, and the file is found by it")]
pub(crate) mod binascii {
    use base64::{Engine, engine::general_purpose::STANDARD};
    use rustpython_vm::{
        FromArgs, PyResult, VirtualMachine,
        builtins::PyTypeRef,
        function::{ArgAsciiBuffer, ArgBytesLike, OptionalArg},
    };

    #[pyattr(name = "Error", once)]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        let base = vm.ctx.exceptions.value_error.to_owned();
        vm.ctx.new_exception_type("binascii", "Error", Some(vec![base]))
    }

    #[pyfunction]
    fn crc32(data: ArgBytesLike, start: OptionalArg<u32>) -> u32 {
        let mut hasher = crc32fast::Hasher::new_with_initial(start.unwrap_or(0));
        data.with_ref(|bytes| hasher.update(bytes));
        hasher.finalize()
    }

    #[pyfunction]
    fn hexlify(data: ArgBytesLike) -> Vec<u8> {
        data.with_ref(|bytes| bytes.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect())
    }

    #[pyfunction]
    fn b2a_hex(data: ArgBytesLike) -> Vec<u8> {
        hexlify(data)
    }

    #[pyfunction]
    fn unhexlify(text: ArgAsciiBuffer, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let raise = |message: &str| vm.new_exception_msg(error(vm), message.into());
        text.with_ref(|text| {
            if text.len() % 2 == 1 {
                return Err(raise("Odd-length string"));
            }
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let byte = |pair: &[u8]| Some((digit(pair[0])? * 16 + digit(pair[1])?) as u8);
            text.chunks_exact(2)
                .map(byte)
                .collect::<Option<_>>()
                .ok_or_else(|| raise("Non-hexadecimal digit found"))
        })
    }

    #[pyfunction]
    fn a2b_hex(text: ArgAsciiBuffer, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        unhexlify(text, vm)
    }

    #[derive(FromArgs)]
    struct EncodeArgs {
        #[pyarg(positional)]
        data: ArgBytesLike,
        #[pyarg(named, default = true)]
        newline: bool,
    }

    #[pyfunction]
    fn b2a_base64(args: EncodeArgs) -> Vec<u8> {
        let mut text = args.data.with_ref(|bytes| STANDARD.encode(bytes)).into_bytes();
        if args.newline {
            text.push(b'\n');
        }
        text
    }

    #[derive(FromArgs)]
    struct DecodeArgs {
        #[pyarg(positional)]
        text: ArgAsciiBuffer,
        #[pyarg(named, default = false)]
        strict_mode: bool,
    }

    #[pyfunction]
    fn a2b_base64(args: DecodeArgs, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let used = |byte: &u8| args.strict_mode || byte.is_ascii_alphanumeric() || b"+/=".contains(byte);
        let text: Vec<u8> = args.text.with_ref(|text| text.iter().copied().filter(used).collect());
        STANDARD
            .decode(text)
            .map_err(|_| vm.new_exception_msg(error(vm), "Invalid base64-encoded string or padding".into()))
    }
}
