//! One sentence on what to try, for the errors that beginners meet.
//!
//! What it is not: a replacement for Python's own words, which are shown above it. Start reading at [`hint`].

use crate::words::{self, Word};

/// An exception's name, what its message has in it, and what to try. The first row that fits is taken.
const HINTS: &[(&str, &str, Word)] = &[
    ("KeyboardInterrupt", "", words::hint_stopped),
    ("NameError", "", words::hint_name),
    ("ModuleNotFoundError", "", words::hint_module),
    ("ImportError", "", words::hint_import),
    ("NotImplementedError", "", words::hint_not_implemented),
    ("IndentationError", "", words::hint_indentation),
    ("SyntaxError", "never closed", words::hint_never_closed),
    ("SyntaxError", "expected ':'", words::hint_colon),
    ("SyntaxError", "", words::hint_syntax),
    ("AttributeError", "'NoneType'", words::hint_none),
    ("AttributeError", "before Module.__init__", words::hint_module_init),
    ("AttributeError", "", words::hint_attribute),
    ("RuntimeError", "shapes cannot be multiplied", words::hint_matrix_product),
    ("RuntimeError", "must match the size", words::hint_sizes),
    ("RuntimeError", "a second time", words::hint_second_backward),
    ("RuntimeError", "does not require grad", words::hint_no_gradients),
    ("RuntimeError", "Inference tensors", words::hint_inference_tensor),
    ("RuntimeError", "Missing key(s) in state_dict", words::hint_other_model),
    ("RuntimeError", "Unexpected key(s) in state_dict", words::hint_other_model),
    ("RuntimeError", "dtype", words::hint_dtype),
    ("RuntimeError", "shape", words::hint_shape),
    ("ValueError", "only one element", words::hint_one_element),
    ("FileNotFoundError", "", words::hint_no_file),
    ("IndexError", "", words::hint_index),
    ("KeyError", "", words::hint_key),
    ("MemoryError", "", words::hint_memory),
    ("ZeroDivisionError", "", words::hint_zero),
    ("RecursionError", "", words::hint_recursion),
    ("TypeError", "positional argument", words::hint_argument_count),
    ("TypeError", "unexpected keyword argument", words::hint_argument_name),
    ("TypeError", "not callable", words::hint_not_callable),
    ("TypeError", "", words::hint_kind_of_value),
];

/// What to try after the exception `name: message`, if there is something helpful to say.
pub fn hint(name: &str, message: &str) -> Option<&'static str> {
    let fits = |(kind, part, _): &&(&str, &str, _)| *kind == name && message.contains(part);
    HINTS.iter().find(fits).map(|(_, _, advice)| advice())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_special_advice_is_taken() {
        let message = "mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)";
        assert!(hint("RuntimeError", message).is_some_and(|advice| advice.contains("rows of the right")));
        assert!(hint("SyntaxError", "'(' was never closed").is_some_and(|advice| advice.contains("bracket")));
        assert!(hint("SyntaxError", "invalid syntax").is_some_and(|advice| advice.contains("marked line")));
    }

    #[test]
    fn unknown_errors_get_no_advice() {
        assert_eq!(hint("StopIteration", ""), None);
        assert_eq!(hint("RuntimeError", "something of the student's own"), None);
    }

    #[test]
    fn no_row_is_hidden_by_an_earlier_one() {
        for (index, (name, part, _)) in HINTS.iter().enumerate() {
            let hidden =
                HINTS[..index].iter().any(|(kind, earlier, _)| kind == name && part.contains(earlier));
            assert!(!hidden, "{name} {part:?} is never reached");
        }
    }
}
