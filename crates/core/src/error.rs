//! What can go wrong in the core: one variant per Python exception type, worded where it arises.

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error with PyTorch's words. The variant names the Python exception it becomes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    #[error("{0}")]
    Runtime(String),
    #[error("{0}")]
    Value(String),
    #[error("{0}")]
    Type(String),
    #[error("{0}")]
    Index(String),
    /// Not built (yet): the text names the API, and the way around it where there is one.
    #[error("{0}")]
    NotImplemented(String),
    /// `torch.linalg.LinAlgError`.
    #[error("{0}")]
    LinAlg(String),
    /// A panic that was caught, a device that was lost: not the student's doing.
    #[error("{0}")]
    Device(String),
}

/// `bail!(Value, "...")` returns that error from the function.
#[macro_export]
macro_rules! bail {
    ($kind:ident, $($text:tt)+) => {
        return Err($crate::Error::$kind(format!($($text)+)))
    };
}
