//! Signatures as text, parsed once: `sum(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)`.
//!
//! Types: `Tensor`, `Scalar` (a number), `Operand` (a tensor or a number), `Tensor[]`, `int`, `int[]` (also a
//! bare int; as the last positional parameter also several ints), `float`, `bool`, `str`, `dtype`, `device`,
//! `Generator`. A `?` makes a parameter accept `None`. After `*` come keyword-only ones.
//! Defaults are Python literals.

use super::args::Arg;
use crate::Scalar;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    Tensor,
    Tensors,
    Scalar,
    Operand,
    Int,
    Ints,
    Float,
    Bool,
    Str,
    Dtype,
    Device,
    Generator,
}

#[derive(Debug, Clone)]
pub struct Parameter {
    pub name: &'static str,
    pub kind: Type,
    pub is_optional: bool,
    pub is_keyword_only: bool,
    /// `None` where the argument must be given.
    pub default: Option<Arg>,
}

#[derive(Debug, Clone)]
pub struct Signature {
    pub name: &'static str,
    pub parameters: Vec<Parameter>,
}

impl Signature {
    /// # Panics
    /// If the text is malformed: a mistake in an operator file, found by the test that parses them all.
    pub fn parse(text: &'static str) -> Self {
        let (name, rest) = text.split_once('(').expect("name(parameters)");
        let parameters = rest.rsplit_once(')').expect("a closing parenthesis").0;
        let mut is_keyword_only = false;
        let mut parsed = Vec::new();
        for part in split_parameters(parameters) {
            if part == "*" {
                is_keyword_only = true;
            } else {
                parsed.push(Parameter::parse(part, is_keyword_only));
            }
        }
        Signature { name, parameters: parsed }
    }
}

/// Splits at commas that are not inside brackets: a default may be `[0, 1]`.
fn split_parameters(text: &'static str) -> Vec<&'static str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, character) in text.char_indices() {
        match character {
            '[' | '(' => depth += 1,
            ']' | ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

impl Parameter {
    fn parse(text: &'static str, is_keyword_only: bool) -> Self {
        let (kind, rest) = text.split_once(' ').expect("type name");
        let (name, default) = match rest.split_once('=') {
            Some((name, default)) => (name.trim(), Some(literal(default.trim()))),
            None => (rest.trim(), None),
        };
        let bare = kind.trim_end_matches('?');
        Parameter { name, kind: Type::parse(bare), is_optional: bare != kind, is_keyword_only, default }
    }
}

impl Type {
    fn parse(text: &str) -> Self {
        match text {
            "Tensor" => Type::Tensor,
            "Tensor[]" => Type::Tensors,
            "Scalar" => Type::Scalar,
            "Operand" => Type::Operand,
            "int" => Type::Int,
            "int[]" => Type::Ints,
            "float" => Type::Float,
            "bool" => Type::Bool,
            "str" => Type::Str,
            "dtype" => Type::Dtype,
            "device" => Type::Device,
            "Generator" => Type::Generator,
            other => panic!("no parameter type {other}"),
        }
    }
    /// As PyTorch's messages name it.
    pub fn message_name(self) -> &'static str {
        match self {
            Type::Tensor | Type::Operand => "Tensor",
            Type::Tensors => "tuple of Tensors",
            Type::Scalar => "Number",
            Type::Int => "int",
            Type::Ints => "tuple of ints",
            Type::Float => "float",
            Type::Bool => "bool",
            Type::Str => "str",
            Type::Dtype => "torch.dtype",
            Type::Device => "torch.device",
            Type::Generator => "torch.Generator",
        }
    }
}

fn literal(text: &'static str) -> Arg {
    match text {
        "None" => Arg::None,
        "True" => Arg::Scalar(Scalar::Bool(true)),
        "False" => Arg::Scalar(Scalar::Bool(false)),
        _ if text.starts_with('\'') => Arg::Str(text.trim_matches('\'').into()),
        _ if text.starts_with('[') => {
            let items = text.trim_matches(['[', ']']).split(',').filter(|item| !item.trim().is_empty());
            Arg::Ints(items.map(|item| item.trim().parse().expect("an integer")).collect())
        }
        _ => match text.parse::<i64>() {
            Ok(value) => Arg::Scalar(Scalar::Int(value)),
            Err(_) => Arg::Scalar(Scalar::Float(text.parse().expect("a number"))),
        },
    }
}
