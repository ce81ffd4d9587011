//! A row of the operator table: what Python, the documentation and the gradient checks need to know.

use super::args::{Args, Value};
use crate::{autograd::name_node, error::Result, guarded};

/// One operator. Made as a `const` beside the functions that compute it:
///
/// ```ignore
/// Operator::new("abs(Tensor input) -> Tensor", |args| abs(args.tensor(0)?).map(Into::into))
///     .doc("The absolute value of each element.")
///     .method()
///     .in_place()
/// ```
pub struct Operator {
    /// Name and parameters in the notation of [`Signature`](super::Signature).
    pub signature: &'static str,
    pub doc: &'static str,
    pub call: fn(&Args) -> Result<Value>,
    /// `torch.name`.
    pub is_function: bool,
    /// `Tensor.name`: the first parameter is the tensor.
    pub is_method: bool,
    /// `Tensor.name_` too: writes the result over the first parameter.
    pub has_in_place: bool,
    /// `torch.nn.functional.name`.
    pub is_functional: bool,
    /// `torch.linalg.name`, of `linalg_name`.
    pub is_linalg: bool,
    /// What Python warns of, of arguments that are most likely a mistake or will be one.
    pub warning: Option<fn(&Args) -> Option<String>>,
    pub node: Option<&'static str>,
    /// Inputs for the gradient check; `None` for operators without a gradient.
    pub samples: Option<fn() -> Vec<Args>>,
}

impl Operator {
    pub const fn new(signature: &'static str, call: fn(&Args) -> Result<Value>) -> Self {
        Operator {
            signature,
            doc: "",
            call,
            is_function: true,
            is_method: false,
            has_in_place: false,
            is_functional: false,
            is_linalg: false,
            warning: None,
            node: None,
            samples: None,
        }
    }
    pub const fn doc(mut self, doc: &'static str) -> Self {
        self.doc = doc;
        self
    }
    pub const fn method(mut self) -> Self {
        self.is_method = true;
        self
    }
    /// A method, and no function of `torch`.
    pub const fn only_method(mut self) -> Self {
        self.is_method = true;
        self.is_function = false;
        self
    }
    pub const fn in_place(mut self) -> Self {
        self.has_in_place = true;
        self
    }
    /// In `torch.nn.functional` instead of `torch`.
    pub const fn functional(mut self) -> Self {
        self.is_functional = true;
        self.is_function = false;
        self
    }
    /// In `torch.nn.functional` and in `torch`.
    pub const fn also_functional(mut self) -> Self {
        self.is_functional = true;
        self
    }
    /// In `torch.linalg` instead of `torch`, where the prefix of its name is left out.
    pub const fn linalg(mut self) -> Self {
        self.is_linalg = true;
        self.is_function = false;
        self
    }
    /// With PyTorch's warning of some arguments.
    pub const fn warns(mut self, warning: fn(&Args) -> Option<String>) -> Self {
        self.warning = Some(warning);
        self
    }
    /// What PyTorch calls the node of the result, where it is made of several here.
    pub const fn node(mut self, name: &'static str) -> Self {
        self.node = Some(name);
        self
    }
    pub const fn samples(mut self, samples: fn() -> Vec<Args>) -> Self {
        self.samples = Some(samples);
        self
    }
    /// Calls the operator.
    ///
    /// # Errors
    /// The operator's, and that it is not implemented for the device its tensors are on.
    pub fn run(&self, args: &Args) -> Result<Value> {
        let value = guarded(self.name(), || (self.call)(args))?;
        if let Some(name) = self.node {
            value.tensors().for_each(|tensor| name_node(tensor, name));
        }
        Ok(value)
    }
    /// `abs` of `abs(Tensor input) -> Tensor`.
    pub fn name(&self) -> &'static str {
        self.signature.split('(').next().unwrap_or_default()
    }
}
