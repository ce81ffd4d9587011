//! `unicodedata`: what Unicode says of characters, and text in one of its normal forms.
//!
//! What it is not: the tables (`rustpython-unicode`), or Unicode 3.2's, which CPython has besides.

#[rustpython_vm::pymodule]
#[expect(clippy::module_inception, reason = "Python names the module so, and the file is found by it")]
pub(crate) mod unicodedata {
    use rustpython_common::wtf8::CodePoint;
    use rustpython_unicode::{
        data::{LookupResult, Ucd, character_name, lookup_name, unicode_version},
        normalize::{self, NormalizeForm},
    };
    use rustpython_vm::{
        PyObjectRef, PyResult, VirtualMachine,
        builtins::{PyStr, PyStrRef},
        function::OptionalArg,
    };

    const DATA: Ucd = Ucd::new(true);

    #[pyattr]
    fn unidata_version(_vm: &VirtualMachine) -> String {
        unicode_version()
    }

    /// The one character of the text.
    fn one(text: &PyStrRef, vm: &VirtualMachine) -> PyResult<CodePoint> {
        let mut points = text.as_wtf8().code_points();
        match (points.next(), points.next()) {
            (Some(point), None) => Ok(point),
            _ => Err(vm.new_type_error("need a single Unicode character as parameter")),
        }
    }

    #[pyfunction]
    fn category(chr: PyStrRef, vm: &VirtualMachine) -> PyResult<&'static str> {
        Ok(DATA.category(one(&chr, vm)?))
    }

    #[pyfunction]
    fn bidirectional(chr: PyStrRef, vm: &VirtualMachine) -> PyResult<&'static str> {
        Ok(DATA.bidirectional(one(&chr, vm)?))
    }

    #[pyfunction]
    fn east_asian_width(chr: PyStrRef, vm: &VirtualMachine) -> PyResult<&'static str> {
        Ok(DATA.east_asian_width(one(&chr, vm)?))
    }

    #[pyfunction]
    fn mirrored(chr: PyStrRef, vm: &VirtualMachine) -> PyResult<i32> {
        Ok(DATA.mirrored(one(&chr, vm)?))
    }

    #[pyfunction]
    fn combining(chr: PyStrRef, vm: &VirtualMachine) -> PyResult<u8> {
        Ok(DATA.combining(one(&chr, vm)?))
    }

    #[pyfunction]
    fn decomposition(chr: PyStrRef, vm: &VirtualMachine) -> PyResult<String> {
        Ok(DATA.decomposition(one(&chr, vm)?))
    }

    /// The value, or what was given for none.
    fn or_default(
        value: Option<PyObjectRef>,
        default: OptionalArg,
        message: &str,
        vm: &VirtualMachine,
    ) -> PyResult {
        value.or(default.into_option()).ok_or_else(|| vm.new_value_error(message.to_owned()))
    }

    #[pyfunction]
    fn name(chr: PyStrRef, default: OptionalArg, vm: &VirtualMachine) -> PyResult {
        let name = one(&chr, vm)?.to_char().and_then(character_name);
        or_default(name.map(|name| vm.ctx.new_str(name).into()), default, "no such name", vm)
    }

    #[pyfunction]
    fn digit(chr: PyStrRef, default: OptionalArg, vm: &VirtualMachine) -> PyResult {
        let value = DATA.digit(one(&chr, vm)?).map(|value| vm.ctx.new_int(value).into());
        or_default(value, default, "not a digit", vm)
    }

    #[pyfunction]
    fn decimal(chr: PyStrRef, default: OptionalArg, vm: &VirtualMachine) -> PyResult {
        let value = DATA.decimal(one(&chr, vm)?).map(|value| vm.ctx.new_int(value).into());
        or_default(value, default, "not a decimal", vm)
    }

    #[pyfunction]
    fn numeric(chr: PyStrRef, default: OptionalArg, vm: &VirtualMachine) -> PyResult {
        let value = DATA.numeric(one(&chr, vm)?).map(|value| vm.ctx.new_float(value).into());
        or_default(value, default, "not a numeric character", vm)
    }

    #[pyfunction]
    fn lookup(name: PyStrRef, vm: &VirtualMachine) -> PyResult<String> {
        match lookup_name(&name.to_string_lossy()) {
            Some(LookupResult::Character(character)) => Ok(character.to_string()),
            Some(LookupResult::Sequence(text)) => Ok(text.into()),
            None => {
                let message = format!("undefined character name '{}'", name.to_string_lossy());
                Err(vm.new_key_error(vm.ctx.new_str(message).into()))
            }
        }
    }

    fn form(name: &PyStrRef, vm: &VirtualMachine) -> PyResult<NormalizeForm> {
        match &*name.to_string_lossy() {
            "NFC" => Ok(NormalizeForm::Nfc),
            "NFD" => Ok(NormalizeForm::Nfd),
            "NFKC" => Ok(NormalizeForm::Nfkc),
            "NFKD" => Ok(NormalizeForm::Nfkd),
            _ => Err(vm.new_value_error("invalid normalization form")),
        }
    }

    #[pyfunction]
    fn normalize(form_name: PyStrRef, text: PyStrRef, vm: &VirtualMachine) -> PyResult<PyStr> {
        Ok(PyStr::from(normalize::normalize(form(&form_name, vm)?, text.as_wtf8())))
    }

    #[pyfunction]
    fn is_normalized(form_name: PyStrRef, text: PyStrRef, vm: &VirtualMachine) -> PyResult<bool> {
        Ok(normalize::is_normalized(form(&form_name, vm)?, text.as_wtf8()))
    }
}
