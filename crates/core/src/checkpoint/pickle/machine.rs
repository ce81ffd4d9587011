//! The stack machine that a pickle is a program for. Start reading at [`Unpickler::load`].

use std::collections::HashMap;

use super::super::globals::Global;
use super::super::{CheckpointError, Object, ObjectId, malformed};
use super::opcode as op;
use super::read::Input;
use crate::Dtype;

/// What the machine has made: values of the checkpoint, and what only leads to them.
#[derive(Debug, Clone)]
pub(super) enum Item {
    Object(Object),
    Global(Global),
    /// A storage, by its index among the requests.
    Storage(usize),
}

/// A storage that a pickle asks for; its bytes are elsewhere in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StorageRequest {
    pub dtype: Dtype,
    pub key: String,
    pub location: String,
    pub elements: usize,
}

/// Runs one pickle. Every opcode adds at most one item, so memory is bounded by the input.
#[derive(Default)]
pub(crate) struct Unpickler {
    pub(super) items: Vec<Item>,
    pub(super) storages: Vec<StorageRequest>,
    storage_of_key: HashMap<String, usize>,
    stack: Vec<ObjectId>,
    marks: Vec<usize>,
    memo: HashMap<u32, ObjectId>,
    /// How much may still be copied of what was made before; see [`Unpickler::spend`].
    allowance: usize,
}

impl Unpickler {
    /// Runs the pickle at the beginning of `bytes`; returns its result's index and where it ended.
    pub(super) fn load(&mut self, bytes: &[u8]) -> Result<(ObjectId, usize), CheckpointError> {
        let mut input = Input::new(bytes);
        self.allowance = bytes.len().saturating_mul(16).saturating_add(1024);
        loop {
            let opcode = input.byte()?;
            if opcode == op::STOP {
                return Ok((self.pop()?, input.position()));
            }
            self.step(opcode, &mut input)?;
        }
    }

    fn step(&mut self, opcode: u8, input: &mut Input<'_>) -> Result<(), CheckpointError> {
        match opcode {
            op::PROTO => input.byte().map(drop),
            op::FRAME => input.take(8).map(drop),
            op::MARK => {
                self.marks.push(self.stack.len());
                Ok(())
            }
            op::BINPUT => {
                let place = u32::from(input.byte()?);
                self.remember(place)
            }
            op::LONG_BINPUT => {
                let place = input.u32()?;
                self.remember(place)
            }
            op::MEMOIZE => {
                let place = u32::try_from(self.memo.len()).map_err(|_| malformed("too many objects"))?;
                self.remember(place)
            }
            op::BINGET => {
                let place = u32::from(input.byte()?);
                self.recall(place)
            }
            op::LONG_BINGET => {
                let place = input.u32()?;
                self.recall(place)
            }
            op::EMPTY_TUPLE => self.put(Object::Tuple(Vec::new())),
            op::TUPLE1 => self.tuple_of_last(1),
            op::TUPLE2 => self.tuple_of_last(2),
            op::TUPLE3 => self.tuple_of_last(3),
            op::TUPLE => {
                let parts = self.since_mark()?;
                self.put(Object::Tuple(parts))
            }
            op::EMPTY_LIST => self.put(Object::List(Vec::new())),
            op::EMPTY_DICT => self.put(Object::Dict(Vec::new())),
            op::EMPTY_SET => self.put(Object::Set(Vec::new())),
            op::APPEND | op::APPENDS | op::ADDITEMS | op::SETITEM | op::SETITEMS => self.fill(opcode),
            op::GLOBAL => {
                let (module, name) = (input.line()?, input.line()?);
                self.put_item(Item::Global(Global::find(module, name)?))
            }
            op::STACK_GLOBAL => {
                let (name, module) = (self.pop()?, self.pop()?);
                let global = Global::find(self.text(module)?, self.text(name)?)?;
                self.put_item(Item::Global(global))
            }
            op::BINPERSID => self.persistent(),
            op::REDUCE => self.reduce(),
            op::BUILD => self.build(),
            _ => match input.literal(opcode)? {
                Some(object) => self.put(object),
                None => Err(CheckpointError::Malformed(format!("Unsupported operand {opcode}"))),
            },
        }
    }

    /// Pays for a copy: a few opcodes that copy one long value again and again would else fill the memory.
    pub(super) fn spend(&mut self, length: usize) -> Result<(), CheckpointError> {
        let left = self.allowance.checked_sub(length);
        self.allowance = left.ok_or_else(|| malformed("too many copies of one value"))?;
        Ok(())
    }

    pub(super) fn put(&mut self, object: Object) -> Result<(), CheckpointError> {
        self.put_item(Item::Object(object))
    }

    fn put_item(&mut self, item: Item) -> Result<(), CheckpointError> {
        self.stack.push(self.items.len());
        self.items.push(item);
        Ok(())
    }

    /// Takes what lies on top, but not from below the last mark.
    pub(super) fn pop(&mut self) -> Result<ObjectId, CheckpointError> {
        let floor = self.marks.last().copied().unwrap_or(0);
        if self.stack.len() <= floor {
            return Err(malformed("unexpected MARK found"));
        }
        self.stack.pop().ok_or_else(|| malformed("pop from empty list"))
    }

    pub(super) fn top(&self) -> Result<ObjectId, CheckpointError> {
        self.stack.last().copied().ok_or_else(|| malformed("list index out of range"))
    }

    fn since_mark(&mut self) -> Result<Vec<ObjectId>, CheckpointError> {
        let mark = self.marks.pop().ok_or_else(|| malformed("could not find MARK"))?;
        // `pop` never goes below a mark.
        Ok(self.stack.split_off(mark))
    }

    fn tuple_of_last(&mut self, count: usize) -> Result<(), CheckpointError> {
        let mut parts = (0..count).map(|_| self.pop()).collect::<Result<Vec<_>, _>>()?;
        parts.reverse();
        self.put(Object::Tuple(parts))
    }

    fn remember(&mut self, place: u32) -> Result<(), CheckpointError> {
        let top = self.top()?;
        self.memo.insert(place, top);
        Ok(())
    }

    fn recall(&mut self, place: u32) -> Result<(), CheckpointError> {
        let found = self.memo.get(&place).copied();
        let id = found
            .ok_or_else(|| CheckpointError::Malformed(format!("Memo value not found at index {place}")))?;
        self.stack.push(id);
        Ok(())
    }

    /// Puts values into the container below them.
    fn fill(&mut self, opcode: u8) -> Result<(), CheckpointError> {
        let values = match opcode {
            op::APPEND => vec![self.pop()?],
            op::SETITEM => {
                let value = self.pop()?;
                vec![self.pop()?, value]
            }
            _ => self.since_mark()?,
        };
        let container = self.top()?;
        match (&mut self.items[container], opcode) {
            (Item::Object(Object::List(list)), op::APPEND | op::APPENDS) => list.extend(values),
            (Item::Object(Object::Set(set)), op::ADDITEMS) => set.extend(values),
            (
                Item::Object(Object::Dict(items) | Object::OrderedDict { items, .. }),
                op::SETITEM | op::SETITEMS,
            ) if values.len() % 2 == 0 => items.extend(values.chunks_exact(2).map(|pair| (pair[0], pair[1]))),
            _ => return Err(malformed("items are added to what holds none")),
        }
        Ok(())
    }

    /// A persistent id: `('storage', class, key, location, elements)`, and in old files a view.
    fn persistent(&mut self) -> Result<(), CheckpointError> {
        let id = self.pop()?;
        self.spend(self.tuple(id)?.len())?;
        let parts = self.tuple(id)?.to_vec();
        let (5 | 6, Some(&[kind, class, key, location, elements])) = (parts.len(), parts.first_chunk::<5>())
        else {
            return Err(malformed("a persistent id is no storage"));
        };
        if parts.get(5).is_some_and(|view| !self.is_none(*view)) || self.text(kind)? != "storage" {
            return Err(malformed("a persistent id is no storage of its own"));
        }
        let Item::Global(Global::Storage(dtype)) = self.items[class] else {
            return Err(malformed("a storage without a type"));
        };
        self.spend(self.text(key)?.len() + self.text(location)?.len())?;
        let request = StorageRequest {
            dtype,
            key: self.text(key)?.to_owned(),
            location: self.text(location)?.to_owned(),
            elements: self.size(elements)?,
        };
        let storage = self.request(request)?;
        self.put_item(Item::Storage(storage))
    }

    fn request(&mut self, request: StorageRequest) -> Result<usize, CheckpointError> {
        if let Some(&known) = self.storage_of_key.get(&request.key) {
            let same = self.storages[known] == request;
            return if same { Ok(known) } else { Err(malformed("one storage is asked for in two ways")) };
        }
        let storage = self.storages.len();
        self.storage_of_key.insert(request.key.clone(), storage);
        self.storages.push(request);
        Ok(storage)
    }

    /// Attributes: only an `OrderedDict` may have some (a state dict's `_metadata`).
    fn build(&mut self) -> Result<(), CheckpointError> {
        let state = self.pop()?;
        let is_dict =
            matches!(&self.items[state], Item::Object(Object::Dict(_) | Object::OrderedDict { .. }));
        let owner = self.top()?;
        match &mut self.items[owner] {
            Item::Object(Object::OrderedDict { attributes, .. }) if is_dict => {
                *attributes = Some(state);
                Ok(())
            }
            _ => Err(malformed("Can only build OrderedDict, Tensor or Parameter objects")),
        }
    }

    pub(super) fn object(&self, id: ObjectId) -> Option<&Object> {
        match &self.items[id] {
            Item::Object(object) => Some(object),
            _ => None,
        }
    }

    pub(super) fn is_none(&self, id: ObjectId) -> bool {
        matches!(self.object(id), Some(Object::None))
    }

    pub(super) fn text(&self, id: ObjectId) -> Result<&str, CheckpointError> {
        match self.object(id) {
            Some(Object::Text(text)) => Ok(text),
            _ => Err(malformed("expected a str")),
        }
    }

    pub(super) fn tuple(&self, id: ObjectId) -> Result<&[ObjectId], CheckpointError> {
        match self.object(id) {
            Some(Object::Tuple(parts)) => Ok(parts),
            _ => Err(malformed("expected a tuple")),
        }
    }

    /// A number that cannot be negative.
    pub(super) fn size(&self, id: ObjectId) -> Result<usize, CheckpointError> {
        match self.object(id) {
            Some(Object::Int(size)) => usize::try_from(*size).map_err(|_| malformed("a size is negative")),
            _ => Err(malformed("expected an int")),
        }
    }
}
