//! One sentence on what to try, for the errors that beginners meet.
//!
//! What it is not: a replacement for Python's own words, which are shown above it. Start reading at [`hint`].

/// An exception's name, what its message has in it, and what to try. The first row that fits is taken.
const HINTS: &[(&str, &str, &str)] = &[
    ("KeyboardInterrupt", "", "You stopped this cell; the variables it had made so far are still there."),
    (
        "NameError",
        "",
        "Python has met no variable of that name yet: check its spelling, and that the cell that makes it has run.",
    ),
    (
        "ModuleNotFoundError",
        "",
        "This page brings a part of Python's library, torch and matplotlib; check the spelling of the import.",
    ),
    ("ImportError", "", "The module is there, but has nothing of that name: check its spelling."),
    (
        "NotImplementedError",
        "",
        "PyTorch can do this and Kindling cannot yet: the message names what is missing.",
    ),
    ("IndentationError", "", "Python reads the left margin: lines of one block begin at the same column."),
    (
        "SyntaxError",
        "never closed",
        "A bracket or quote is opened and never closed: look from the marked place on.",
    ),
    (
        "SyntaxError",
        "expected ':'",
        "A line that opens a block (if, for, def, class, with) ends with a colon.",
    ),
    (
        "SyntaxError",
        "",
        "Python could not read the code: look at the marked line, and at the end of the line before it.",
    ),
    (
        "AttributeError",
        "'NoneType'",
        "The value is None: often a function that returns nothing was called just before.",
    ),
    ("AttributeError", "before Module.__init__", "Call super().__init__() first in your module's __init__."),
    (
        "AttributeError",
        "",
        "The object has nothing of that name: check the spelling after the dot, and what kind of object it is.",
    ),
    (
        "RuntimeError",
        "shapes cannot be multiplied",
        "In a matrix product, the columns of the left must be as many as the rows of the right: print both .shape.",
    ),
    (
        "RuntimeError",
        "must match the size",
        "The shapes do not fit together: print both .shape and compare them from the right.",
    ),
    (
        "RuntimeError",
        "a second time",
        "The graph of a loss is used up by backward(): compute the loss again before calling it again.",
    ),
    (
        "RuntimeError",
        "does not require grad",
        "Nothing in this computation asks for gradients: look for inference_mode, no_grad or detach() on the way.",
    ),
    (
        "RuntimeError",
        "Inference tensors",
        "The tensor was made in inference_mode and takes no part in training: compute it outside of it.",
    ),
    (
        "RuntimeError",
        "Missing key(s) in state_dict",
        "The saved parameters belong to a model of another shape: build the same model before loading.",
    ),
    (
        "RuntimeError",
        "Unexpected key(s) in state_dict",
        "The saved parameters belong to a model of another shape: build the same model before loading.",
    ),
    (
        "RuntimeError",
        "dtype",
        "The tensors hold different kinds of numbers: convert one with .type(...) or .float().",
    ),
    (
        "RuntimeError",
        "shape",
        "Print the .shape of each tensor in the marked line: they do not fit together.",
    ),
    (
        "ValueError",
        "only one element",
        "item() wants a tensor with one value: reduce it first, as with .mean().",
    ),
    ("FileNotFoundError", "", "No such file: compare the path with the list under Files."),
    ("IndexError", "", "The index lies outside: the first element is 0, the last is -1."),
    ("KeyError", "", "The dictionary has no such key: print its keys()."),
    (
        "MemoryError",
        "",
        "This tab may use no more memory: make the data smaller, or restart Python to free what it holds.",
    ),
    ("ZeroDivisionError", "", "Something was divided by zero: print the divisor first."),
    ("RecursionError", "", "A function calls itself without an end: give it a case in which it stops."),
    (
        "TypeError",
        "positional argument",
        "The call gives more or fewer arguments than the function takes: compare it with the line that defines it.",
    ),
    (
        "TypeError",
        "unexpected keyword argument",
        "The function knows no argument of that name: check its spelling.",
    ),
    (
        "TypeError",
        "not callable",
        "There are parentheses after something that is no function; was a name such as list or sum overwritten?",
    ),
    (
        "TypeError",
        "",
        "An operation met a kind of value that it cannot use: print type(...) of what stands in the marked line.",
    ),
];

/// What to try after the exception `name: message`, if there is something helpful to say.
pub fn hint(name: &str, message: &str) -> Option<&'static str> {
    let fits = |(kind, part, _): &&(&str, &str, &str)| *kind == name && message.contains(part);
    HINTS.iter().find(fits).map(|(_, _, advice)| *advice)
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
