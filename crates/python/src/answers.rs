//! What an editor asks of a session while somebody types.
//!
//! What it is not: how the answers are found, which is Python (`lib/_kindling_completion.py`) and runs no code of the
//! student's. Start reading at [`Session::answer`].

use kindling_protocol::{Answer, Call, Completion, Question};
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, py_serde};
use serde::de::DeserializeOwned;

use crate::{Session, host};

impl Session {
    /// Answers a question on `code`, `cursor` characters from its begin; where nothing is known, with nothing.
    pub fn answer(&mut self, question: Question, code: &str, cursor: u32) -> Answer {
        let _entered = host::enter(self.surroundings.clone());
        let function = match question {
            Question::Complete => "complete",
            Question::Call => "signature",
            Question::Inspect => "inspect",
        };
        self.interpreter.enter(|vm| {
            let found = ask(vm, function, (code.to_owned(), cursor, self.scope.globals.clone()));
            match question {
                Question::Complete => completions(vm, found, cursor),
                Question::Call => {
                    Answer::Call(value(vm, found).map(|(name, signature, parameter, summary)| Call {
                        name,
                        signature,
                        parameter,
                        summary,
                    }))
                }
                Question::Inspect => Answer::Text(value(vm, found).unwrap_or_default()),
            }
        })
    }
}

fn ask(
    vm: &VirtualMachine,
    function: &str,
    arguments: impl rustpython_vm::function::IntoFuncArgs,
) -> PyResult {
    let module = vm.import("_kindling_completion", 0)?;
    vm.call_method(&module, function, arguments)
}

fn completions(vm: &VirtualMachine, found: PyResult, cursor: u32) -> Answer {
    let (rows, start): (Vec<(String, String, String)>, u32) =
        value(vm, found).unwrap_or((Vec::new(), cursor));
    let matches = rows.into_iter().map(|(text, kind, detail)| Completion { text, kind, detail }).collect();
    Answer::Completions { start, matches }
}

/// A plain value of Python's; none where asking failed, as it does where a part of the library cannot be fetched.
fn value<T: DeserializeOwned>(vm: &VirtualMachine, found: PyResult<PyObjectRef>) -> Option<T> {
    let found = found.ok()?;
    let found = py_serde::serialize(vm, &found, serde_json::value::Serializer).ok()?;
    serde_json::from_value(found).ok()
}
