//! Reading a pickle's bytes: literals, the dozen calls, and the graph that is left in the end.

use super::super::globals::Global;
use super::super::{Checkpoint, CheckpointError, Object, ObjectId, SavedStorage, TensorSpec, malformed};
use super::machine::{Item, StorageRequest, Unpickler};
use super::opcode as op;

/// A pickle's bytes and how far they are read.
pub(super) struct Input<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Input<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub fn position(&self) -> usize {
        self.at
    }

    pub fn take(&mut self, count: usize) -> Result<&'a [u8], CheckpointError> {
        let rest = &self.bytes[self.at..];
        let taken = rest.get(..count).ok_or_else(|| malformed("Ran out of input"))?;
        self.at += count;
        Ok(taken)
    }

    pub fn byte(&mut self) -> Result<u8, CheckpointError> {
        self.array::<1>().map(|[byte]| byte)
    }

    pub fn u32(&mut self) -> Result<u32, CheckpointError> {
        self.array().map(u32::from_le_bytes)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], CheckpointError> {
        let bytes = self.take(N)?;
        bytes.try_into().map_err(|_| malformed("Ran out of input"))
    }

    /// The text up to the next line end, which is skipped.
    pub fn line(&mut self) -> Result<&'a str, CheckpointError> {
        let rest = &self.bytes[self.at..];
        let end = rest.iter().position(|byte| *byte == b'\n').ok_or_else(|| malformed("Ran out of input"))?;
        let line = self.take(end)?;
        self.at += 1;
        utf8(line)
    }

    fn sized(&mut self, long: bool) -> Result<&'a [u8], CheckpointError> {
        let count = if long { self.u32()? } else { u32::from(self.byte()?) };
        self.take(usize::try_from(count).map_err(|_| malformed("too long"))?)
    }

    /// The value that an opcode spells out; none for other opcodes.
    pub fn literal(&mut self, opcode: u8) -> Result<Option<Object>, CheckpointError> {
        Ok(Some(match opcode {
            op::NONE => Object::None,
            op::NEWTRUE => Object::Bool(true),
            op::NEWFALSE => Object::Bool(false),
            op::BININT => Object::Int(i64::from(self.array().map(i32::from_le_bytes)?)),
            op::BININT1 => Object::Int(i64::from(self.byte()?)),
            op::BININT2 => Object::Int(i64::from(self.array().map(u16::from_le_bytes)?)),
            op::LONG1 => long(self.sized(false)?),
            op::BINFLOAT => Object::Float(self.array().map(f64::from_be_bytes)?),
            op::BINUNICODE | op::BINSTRING => Object::Text(utf8(self.sized(true)?)?.to_owned()),
            op::SHORT_BINUNICODE | op::SHORT_BINSTRING => Object::Text(utf8(self.sized(false)?)?.to_owned()),
            op::BINBYTES => Object::Bytes(self.sized(true)?.to_vec()),
            op::SHORT_BINBYTES => Object::Bytes(self.sized(false)?.to_vec()),
            _ => return Ok(None),
        }))
    }
}

fn utf8(bytes: &[u8]) -> Result<&str, CheckpointError> {
    std::str::from_utf8(bytes).map_err(|_| malformed("a str is not UTF-8"))
}

/// An int from its two's complement, the lowest byte first.
fn long(bytes: &[u8]) -> Object {
    let Some((&highest, _)) = bytes.split_last() else { return Object::Int(0) };
    if bytes.len() > 8 {
        return Object::BigInt(bytes.to_vec());
    }
    let mut whole = [if highest >= 0x80 { 0xff } else { 0 }; 8];
    whole[..bytes.len()].copy_from_slice(bytes);
    Object::Int(i64::from_le_bytes(whole))
}

impl Unpickler {
    /// Calls what lies below a tuple of arguments.
    pub(super) fn reduce(&mut self) -> Result<(), CheckpointError> {
        let (arguments, called) = (self.pop()?, self.pop()?);
        self.spend(self.tuple(arguments)?.len())?;
        let arguments = self.tuple(arguments)?.to_vec();
        let lengths: usize = arguments.iter().map(|argument| self.length(*argument)).sum();
        self.spend(lengths)?;
        let Item::Global(global) = self.items[called] else {
            return Err(malformed("what is called is no function"));
        };
        let made = match (global, arguments.as_slice()) {
            (Global::OrderedDict, []) => Object::OrderedDict { items: Vec::new(), attributes: None },
            (Global::OrderedDict, &[pairs]) => {
                Object::OrderedDict { items: self.pairs(pairs)?, attributes: None }
            }
            (Global::Set, []) => Object::Set(Vec::new()),
            (Global::Set, &[members]) => match self.object(members) {
                Some(Object::List(members) | Object::Tuple(members)) => Object::Set(members.clone()),
                _ => return Err(malformed("a set is made of a list")),
            },
            (Global::Bytes, []) => Object::Bytes(Vec::new()),
            (Global::Encode, &[text, _]) => Object::Bytes(latin1(self.text(text)?)?),
            (Global::Size, &[sides]) => Object::Size(self.ints(sides)?),
            (Global::Device, &[kind]) => Object::Device(self.text(kind)?.to_owned()),
            (Global::Device, &[kind, index]) => {
                Object::Device(format!("{}:{}", self.text(kind)?, self.size(index)?))
            }
            (Global::RebuildTensor, &[storage, offset, shape, strides]) => {
                self.tensor(storage, offset, shape, strides, false)?
            }
            (Global::RebuildTensorV2, &[storage, offset, shape, strides, requires_grad, _])
            | (Global::RebuildTensorV2, &[storage, offset, shape, strides, requires_grad, _, _]) => {
                let requires_grad = self.flag(requires_grad)?;
                self.tensor(storage, offset, shape, strides, requires_grad)?
            }
            (Global::RebuildParameter, &[data, requires_grad, _]) => match self.object(data) {
                Some(Object::Tensor(data)) => {
                    let requires_grad = self.flag(requires_grad)?;
                    Object::Tensor(TensorSpec { requires_grad, parameter: true, ..data.clone() })
                }
                _ => return Err(malformed("a parameter is made of a tensor")),
            },
            (global, arguments) => {
                let (module, name) = global.path();
                let count = arguments.len();
                return Err(CheckpointError::Malformed(format!(
                    "{module}.{name} called with {count} arguments"
                )));
            }
        };
        self.put(made)
    }

    fn tensor(
        &self,
        storage: ObjectId,
        offset: ObjectId,
        shape: ObjectId,
        strides: ObjectId,
        requires_grad: bool,
    ) -> Result<Object, CheckpointError> {
        let Item::Storage(storage) = self.items[storage] else {
            return Err(malformed("a tensor is made of a storage"));
        };
        let (offset, shape, strides) = (self.size(offset)?, self.sizes(shape)?, self.sizes(strides)?);
        Ok(Object::Tensor(TensorSpec { storage, offset, shape, strides, requires_grad, parameter: false }))
    }

    /// What a copy of a value costs.
    fn length(&self, id: ObjectId) -> usize {
        match self.object(id) {
            Some(Object::Text(text)) => text.len(),
            Some(Object::List(parts) | Object::Tuple(parts)) => parts.len(),
            Some(Object::Size(sides)) => sides.len(),
            Some(Object::Tensor(tensor)) => 2 * tensor.shape.len(),
            _ => 1,
        }
    }

    fn flag(&self, id: ObjectId) -> Result<bool, CheckpointError> {
        match self.object(id) {
            Some(Object::Bool(flag)) => Ok(*flag),
            _ => Err(malformed("expected a bool")),
        }
    }

    fn ints(&self, id: ObjectId) -> Result<Vec<i64>, CheckpointError> {
        if let Some(Object::Size(sides)) = self.object(id) {
            return Ok(sides.clone());
        }
        let int = |part: &ObjectId| match self.object(*part) {
            Some(Object::Int(int)) => Ok(*int),
            _ => Err(malformed("expected an int")),
        };
        self.tuple(id)?.iter().map(int).collect()
    }

    fn sizes(&self, id: ObjectId) -> Result<Vec<usize>, CheckpointError> {
        let positive = |int: i64| usize::try_from(int).map_err(|_| malformed("a size is negative"));
        self.ints(id)?.into_iter().map(positive).collect()
    }

    /// The pairs of a list of pairs, from which protocol 0 makes dicts.
    fn pairs(&self, id: ObjectId) -> Result<Vec<(ObjectId, ObjectId)>, CheckpointError> {
        let Some(Object::List(pairs)) = self.object(id) else {
            return Err(malformed("an OrderedDict is made of a list of pairs"));
        };
        let pair = |id: &ObjectId| match self.object(*id) {
            Some(Object::Tuple(pair) | Object::List(pair)) if pair.len() == 2 => Ok((pair[0], pair[1])),
            _ => Err(malformed("an OrderedDict is made of a list of pairs")),
        };
        pairs.iter().map(pair).collect()
    }

    /// Runs a pickle of plain values; returns where it ended. For the heads of old files.
    pub fn skip(bytes: &[u8]) -> Result<(Checkpoint, usize), CheckpointError> {
        let mut unpickler = Self::default();
        let (root, end) = unpickler.load(bytes)?;
        unpickler.finish(root, |_| Err(malformed("a storage where none can be"))).map(|made| (made, end))
    }

    /// Runs the pickle of a checkpoint and asks `bytes_of` for each storage that it needs.
    pub fn run(
        bytes: &[u8],
        bytes_of: impl FnMut(&StorageRequest) -> Result<Vec<u8>, CheckpointError>,
    ) -> Result<Checkpoint, CheckpointError> {
        let mut unpickler = Self::default();
        let (root, _) = unpickler.load(bytes)?;
        unpickler.finish(root, bytes_of)
    }

    /// What the storages of a pickle are, and where it ended: old files have their bytes behind it.
    pub fn requests(bytes: &[u8]) -> Result<(Vec<StorageRequest>, usize), CheckpointError> {
        let mut unpickler = Self::default();
        let (_, end) = unpickler.load(bytes)?;
        Ok((unpickler.storages, end))
    }

    /// Keeps what the root reaches, in its order, so that tuples still follow their parts.
    fn finish(
        self,
        root: ObjectId,
        mut bytes_of: impl FnMut(&StorageRequest) -> Result<Vec<u8>, CheckpointError>,
    ) -> Result<Checkpoint, CheckpointError> {
        let reached = self.reached(root);
        let mut place = vec![usize::MAX; self.items.len()];
        let mut checkpoint = Checkpoint::default();
        for (id, item) in self.items.into_iter().enumerate().filter(|(id, _)| reached[*id]) {
            place[id] = checkpoint.push(match item {
                Item::Object(object) => object,
                Item::Global(Global::Dtype(dtype)) => Object::Dtype(dtype),
                Item::Global(global) => {
                    let (module, name) = global.path();
                    return Err(CheckpointError::Refused(format!("{module}.{name}")));
                }
                Item::Storage(_) => return Err(malformed("a storage without a tensor")),
            });
        }
        for object in &mut checkpoint.objects {
            parts_mut(object, |part| *part = place[*part]);
        }
        checkpoint.root = place[root];
        for request in &self.storages {
            let bytes = bytes_of(request)?;
            if Some(bytes.len()) != request.elements.checked_mul(request.dtype.bytes()) {
                return Err(malformed("a storage has another size than its tensors were told"));
            }
            let (dtype, location) = (request.dtype, request.location.clone());
            checkpoint.storages.push(SavedStorage { dtype, location, bytes });
        }
        Ok(checkpoint)
    }

    fn reached(&self, root: ObjectId) -> Vec<bool> {
        let mut reached = vec![false; self.items.len()];
        let mut waiting = vec![root];
        while let Some(id) = waiting.pop() {
            if std::mem::replace(&mut reached[id], true) {
                continue;
            }
            if let Item::Object(object) = &self.items[id] {
                // A copy of the few indexes, so that one walk over an object's parts serves readers and writers.
                parts_mut(&mut shallow(object), |part| waiting.push(*part));
            }
        }
        reached
    }
}

/// The object for its parts' sake: leaves need no copy of their bytes.
fn shallow(object: &Object) -> Object {
    match object {
        Object::List(_)
        | Object::Tuple(_)
        | Object::Set(_)
        | Object::Dict(_)
        | Object::OrderedDict { .. } => object.clone(),
        _ => Object::None,
    }
}

/// Visits the indexes in an object.
fn parts_mut(object: &mut Object, mut visit: impl FnMut(&mut ObjectId)) {
    match object {
        Object::List(parts) | Object::Tuple(parts) | Object::Set(parts) => parts.iter_mut().for_each(visit),
        Object::Dict(items) => {
            items.iter_mut().for_each(|(key, value)| [key, value].into_iter().for_each(&mut visit))
        }
        Object::OrderedDict { items, attributes } => {
            items.iter_mut().for_each(|(key, value)| [key, value].into_iter().for_each(&mut visit));
            attributes.iter_mut().for_each(visit);
        }
        _ => {}
    }
}

fn latin1(text: &str) -> Result<Vec<u8>, CheckpointError> {
    let byte =
        |character: char| u8::try_from(u32::from(character)).map_err(|_| malformed("bytes beyond 255"));
    text.chars().map(byte).collect()
}
