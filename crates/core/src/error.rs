//! What can go wrong in the core: one variant per Python exception type, worded where it arises.

use std::{any::Any, rc::Rc};

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
    /// Values that are on the GPU were asked for on the CPU: [`crate::guarded`] says by which operator.
    #[error("the values of a tensor on the WebGPU device are not on the CPU: x.cpu() brings them there")]
    NotOnCpu,
    /// What a function given to the core (a hook, a gradient) failed with.
    #[error("a function that was called failed")]
    Foreign(Foreign),
}

/// The error of a layer above, which passes through the core as it is.
#[derive(Debug, Clone)]
pub struct Foreign(Rc<dyn Any>);

impl Foreign {
    pub fn new<T: 'static>(error: T) -> Self {
        Foreign(Rc::new(error))
    }
    /// The error, for who knows its type.
    pub fn get<T: 'static>(&self) -> Option<&T> {
        self.0.downcast_ref()
    }
}

impl PartialEq for Foreign {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
impl Eq for Foreign {}

/// `bail!(Value, "...")` returns that error from the function.
#[macro_export]
macro_rules! bail {
    ($kind:ident, $($text:tt)+) => {
        return Err($crate::Error::$kind(format!($($text)+)))
    };
}
