//! The dtypes: their names, sizes, kinds and promotion, each fact once.

use std::cell::Cell;

use super::Scalar;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dtype {
    Bool,
    Uint8,
    Int8,
    Int16,
    Int32,
    Int64,
    Float16,
    Bfloat16,
    Float32,
    Float64,
}

/// What promotion looks at first: a higher kind wins whatever the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Bool,
    Integer,
    Float,
}

/// One row per dtype: dtype, `torch.` name, other `torch.` names, name in messages (`Long`), bytes.
const TABLE: [(Dtype, &str, &[&str], &str, usize); 10] = [
    (Dtype::Bool, "bool", &[], "Bool", 1),
    (Dtype::Uint8, "uint8", &[], "Byte", 1),
    (Dtype::Int8, "int8", &[], "Char", 1),
    (Dtype::Int16, "int16", &["short"], "Short", 2),
    (Dtype::Int32, "int32", &["int"], "Int", 4),
    (Dtype::Int64, "int64", &["long"], "Long", 8),
    (Dtype::Float16, "float16", &["half"], "Half", 2),
    (Dtype::Bfloat16, "bfloat16", &[], "BFloat16", 2),
    (Dtype::Float32, "float32", &["float"], "Float", 4),
    (Dtype::Float64, "float64", &["double"], "Double", 8),
];

impl Dtype {
    pub fn all() -> impl Iterator<Item = Dtype> {
        TABLE.iter().map(|row| row.0)
    }
    fn row(self) -> &'static (Dtype, &'static str, &'static [&'static str], &'static str, usize) {
        &TABLE[self as usize]
    }
    /// `float32`, as in `torch.float32`.
    pub fn name(self) -> &'static str {
        self.row().1
    }
    /// `float` for `float32`: the other names under which `torch` has it.
    pub fn aliases(self) -> &'static [&'static str] {
        self.row().2
    }
    /// `Float`, as in `torch.FloatTensor` and in PyTorch's messages.
    pub fn message_name(self) -> &'static str {
        self.row().3
    }
    /// `float`, as C++ and some of PyTorch's messages name it.
    pub fn c_name(self) -> &'static str {
        match self {
            Dtype::Bool => "bool",
            Dtype::Uint8 => "unsigned char",
            Dtype::Int8 => "signed char",
            Dtype::Int16 => "short",
            Dtype::Int32 => "int",
            Dtype::Int64 => "long int",
            Dtype::Float16 => "c10::Half",
            Dtype::Bfloat16 => "c10::BFloat16",
            Dtype::Float32 => "float",
            Dtype::Float64 => "double",
        }
    }
    pub fn bytes(self) -> usize {
        self.row().4
    }
    pub fn from_name(name: &str) -> Option<Dtype> {
        TABLE.iter().find(|row| row.1 == name || row.2.contains(&name)).map(|row| row.0)
    }
    pub fn kind(self) -> Kind {
        match self {
            Dtype::Bool => Kind::Bool,
            Dtype::Float16 | Dtype::Bfloat16 | Dtype::Float32 | Dtype::Float64 => Kind::Float,
            _ => Kind::Integer,
        }
    }
    pub fn is_float(self) -> bool {
        self.kind() == Kind::Float
    }

    /// The dtype of a result of two tensors, `torch.promote_types`.
    pub fn promote(self, other: Dtype) -> Dtype {
        if self == other {
            return self;
        }
        match self.kind().cmp(&other.kind()) {
            std::cmp::Ordering::Greater => self,
            std::cmp::Ordering::Less => other,
            std::cmp::Ordering::Equal => promote_same_kind(self, other),
        }
    }

    /// The dtype of a result of this tensor and a Python number: the number counts only by a higher kind.
    pub fn promote_scalar(self, scalar: Scalar) -> Dtype {
        match scalar {
            Scalar::Float(_) if !self.is_float() => default_float(),
            Scalar::Int(_) if self == Dtype::Bool => Dtype::Int64,
            _ => self,
        }
    }

    /// The dtype of `sqrt`, division and the like: floats stay, everything else becomes the default float.
    pub fn to_float(self) -> Dtype {
        if self.is_float() { self } else { default_float() }
    }

    /// The dtype that kernels compute in: half floats in float32, small integers and bool in int64.
    pub fn compute(self) -> Dtype {
        match self {
            Dtype::Float16 | Dtype::Bfloat16 | Dtype::Float32 => Dtype::Float32,
            Dtype::Float64 => Dtype::Float64,
            _ => Dtype::Int64,
        }
    }
}

thread_local! {
    static DEFAULT_FLOAT: Cell<Dtype> = const { Cell::new(Dtype::Float32) };
}

/// `torch.get_default_dtype()`: of floats that Python made, and of results of integers that are none.
pub fn default_float() -> Dtype {
    DEFAULT_FLOAT.get()
}

/// `torch.set_default_dtype`.
///
/// # Panics
/// In debug builds, for a dtype that is no float's.
pub fn set_default_float(dtype: Dtype) {
    debug_assert!(dtype.is_float());
    DEFAULT_FLOAT.set(dtype);
}

fn promote_same_kind(a: Dtype, b: Dtype) -> Dtype {
    match (a, b) {
        (Dtype::Float16, Dtype::Bfloat16) | (Dtype::Bfloat16, Dtype::Float16) => Dtype::Float32,
        // uint8 holds what int8 cannot and the other way round.
        (Dtype::Uint8, Dtype::Int8) | (Dtype::Int8, Dtype::Uint8) => Dtype::Int16,
        _ => {
            if a.bytes() >= b.bytes() {
                a
            } else {
                b
            }
        }
    }
}

impl std::fmt::Display for Dtype {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "torch.{}", self.name())
    }
}
