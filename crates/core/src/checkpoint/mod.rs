//! Checkpoints: PyTorch's `.pth` files, read and written as values that know neither tensors nor Python.
//!
//! What it is not: a pickle of anything else. Reading never runs code; a file that names other than weights is
//! refused. Start reading at [`Checkpoint`]; a file is an archive (`archive`) of a pickle (`pickle`) and of raw
//! storages, or one of PyTorch's before 1.6 (`legacy`).

mod archive;
mod error;
mod globals;
mod legacy;
mod pickle;

use crate::Dtype;

pub use error::CheckpointError;

/// An object graph as pickle sees it: [`Object`]s that name each other by index, and the storages behind tensors.
///
/// A tuple's parts always come before it, so that a graph can be rebuilt without recursion: make every object in
/// order, lists, dicts and sets empty, then fill these. One index is one object: what was shared stays shared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Checkpoint {
    pub objects: Vec<Object>,
    pub storages: Vec<SavedStorage>,
    pub root: ObjectId,
}

/// An index into [`Checkpoint::objects`].
pub type ObjectId = usize;

#[derive(Debug, Clone, PartialEq)]
pub enum Object {
    None,
    Bool(bool),
    Int(i64),
    /// An int beyond 64 bits: two's complement, the lowest byte first.
    BigInt(Vec<u8>),
    Float(f64),
    Text(String),
    Bytes(Vec<u8>),
    List(Vec<ObjectId>),
    Tuple(Vec<ObjectId>),
    Dict(Vec<(ObjectId, ObjectId)>),
    OrderedDict {
        items: Vec<(ObjectId, ObjectId)>,
        /// The dict of its own attributes: a state dict's `_metadata`.
        attributes: Option<ObjectId>,
    },
    Set(Vec<ObjectId>),
    /// `torch.Size`.
    Size(Vec<i64>),
    Dtype(Dtype),
    /// `torch.device`, as `cpu` or `cuda:0`.
    Device(String),
    Tensor(TensorSpec),
}

/// A tensor as a view of a storage. From [`Checkpoint::read`] it always lies within its storage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TensorSpec {
    /// An index into [`Checkpoint::storages`]; tensors of one storage share memory.
    pub storage: usize,
    /// In elements, as are the strides.
    pub offset: usize,
    pub shape: Vec<usize>,
    pub strides: Vec<usize>,
    pub requires_grad: bool,
    /// An `nn.Parameter`.
    pub parameter: bool,
}

/// Raw little-endian memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedStorage {
    pub dtype: Dtype,
    /// The device it was saved from, as `cpu` or `cuda:0`.
    pub location: String,
    pub bytes: Vec<u8>,
}

impl Checkpoint {
    /// Reads a `.pth` file of any PyTorch. Takes memory in proportion to `file`, whatever is in it.
    pub fn read(file: &[u8]) -> Result<Self, CheckpointError> {
        if file.is_empty() {
            return Err(CheckpointError::Empty);
        }
        let checkpoint = if archive::is_archive(file) { archive::read(file)? } else { legacy::read(file)? };
        checkpoint.check_tensors()?;
        Ok(checkpoint)
    }

    /// Writes what `torch.save` writes: `name`, the file's name without its extension, is the archive's folder.
    pub fn write(&self, name: &str) -> Result<Vec<u8>, CheckpointError> {
        archive::write(self, name)
    }

    /// Adds an object and returns its index.
    pub fn push(&mut self, object: Object) -> ObjectId {
        self.objects.push(object);
        self.objects.len() - 1
    }

    fn check_tensors(&self) -> Result<(), CheckpointError> {
        for object in &self.objects {
            let Object::Tensor(tensor) = object else { continue };
            let storage =
                self.storages.get(tensor.storage).ok_or_else(|| malformed("a tensor has no storage"))?;
            let elements = storage.bytes.len() / storage.dtype.bytes();
            if tensor.end().is_none_or(|end| end > elements) {
                let shape = &tensor.shape;
                return Err(CheckpointError::Malformed(format!(
                    "a tensor of shape {shape:?} is out of bounds for storage of size {}",
                    storage.bytes.len()
                )));
            }
        }
        Ok(())
    }
}

impl TensorSpec {
    /// One past the last element of the storage that the tensor sees; none where that is no number.
    fn end(&self) -> Option<usize> {
        if self.shape.len() != self.strides.len() {
            return None;
        }
        let elements = self.shape.iter().try_fold(1_usize, |product, side| product.checked_mul(*side))?;
        if elements == 0 {
            return Some(0);
        }
        let last = self.shape.iter().zip(&self.strides).try_fold(self.offset, |last, (side, stride)| {
            last.checked_add((side - 1).checked_mul(*stride)?)
        })?;
        last.checked_add(1)
    }
}

fn malformed(what: &str) -> CheckpointError {
    CheckpointError::Malformed(what.to_owned())
}
