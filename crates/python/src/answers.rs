//! What the page asks of a session: for an editor while somebody types, and for the list of variables.
//!
//! What it is not: how the answers are found, which is Python (`lib/_kindling_completion.py`, `lib/_kindling_problems.py`,
//! `lib/_kindling_variables.py`). Start reading at [`Session::answer`].

use kindling_protocol::{Answer, Call, Completion, Inside, Problem, Question, Variable};
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, function::IntoFuncArgs, py_serde};
use serde::de::DeserializeOwned;

use crate::{Session, cell::magics, host, interrupt};

const COMPLETION: &str = "_kindling_completion";
const PROBLEMS: &str = "_kindling_problems";
const VARIABLES: &str = "_kindling_variables";

impl Session {
    /// Answers a question on `code`, `cursor` characters from its begin, `beside` which the notebook has other code; where
    /// nothing is known, with nothing.
    pub fn answer(&mut self, question: Question, code: &str, cursor: u32, beside: &str) -> Answer {
        let _entered = host::enter(self.surroundings.clone());
        let (module, function) = match question {
            Question::Complete => (COMPLETION, "complete"),
            Question::Call => (COMPLETION, "signature"),
            Question::Inspect => (COMPLETION, "inspect"),
            Question::Check => (PROBLEMS, "problems"),
        };
        // Lines of IPython's own are no errors.
        let code = if question == Question::Check { magics::python(code) } else { code.into() };
        self.interpreter.enter(|vm| {
            let globals = self.scope.globals.clone();
            let found = match question {
                Question::Check => {
                    call(vm, module, function, (code.into_owned(), globals, beside.to_owned()))
                }
                _ => call(vm, module, function, (code.into_owned(), cursor, globals)),
            };
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
                Question::Check => problems(vm, found),
            }
        })
    }

    /// A line on each variable, in the order in which they were made.
    pub fn variables(&mut self) -> Vec<Variable> {
        let _entered = host::enter(self.surroundings.clone());
        self.interpreter.enter(|vm| {
            let found = call(vm, VARIABLES, "listed", (self.scope.globals.clone(),));
            value(vm, found).unwrap_or_default()
        })
    }

    /// One variable in full; none where there is none of that name.
    pub fn look_into(&mut self, name: &str) -> Option<Inside> {
        let _entered = host::enter(self.surroundings.clone());
        interrupt::cell_begins();
        self.interpreter.enter(|vm| {
            let arguments = (name.to_owned(), self.scope.globals.clone());
            let found = call(vm, VARIABLES, "looked_into", arguments);
            let (facts, text, figure) = value(vm, found)?;
            Some(Inside { facts, text, figure })
        })
    }
}

fn call(vm: &VirtualMachine, module: &'static str, function: &str, arguments: impl IntoFuncArgs) -> PyResult {
    let module = vm.import(module, 0)?;
    vm.call_method(&module, function, arguments)
}

fn completions(vm: &VirtualMachine, found: PyResult, cursor: u32) -> Answer {
    let (rows, start): (Vec<(String, String, String)>, u32) =
        value(vm, found).unwrap_or((Vec::new(), cursor));
    let matches = rows.into_iter().map(|(text, kind, detail)| Completion { text, kind, detail }).collect();
    Answer::Completions { start, matches }
}

fn problems(vm: &VirtualMachine, found: PyResult) -> Answer {
    let rows: Vec<(u32, u32, bool, String)> = value(vm, found).unwrap_or_default();
    let problem = |(start, end, is_error, text)| Problem { start, end, is_error, text };
    Answer::Problems(rows.into_iter().map(problem).collect())
}

/// A plain value of Python's; none where asking failed, as it does where a part of the library cannot be fetched.
fn value<T: DeserializeOwned>(vm: &VirtualMachine, found: PyResult<PyObjectRef>) -> Option<T> {
    let found = found.ok()?;
    let found = py_serde::serialize(vm, &found, serde_json::value::Serializer).ok()?;
    serde_json::from_value(found).ok()
}
