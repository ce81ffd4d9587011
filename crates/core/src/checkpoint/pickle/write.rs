//! Writing a graph as a pickle of protocol 2, as `torch.save` does. Start reading at [`write`].

use std::collections::HashMap;

use super::super::globals::Global;
use super::super::{Checkpoint, CheckpointError, Object, ObjectId, TensorSpec, malformed};
use super::opcode as op;

/// Python's pickler gives up at about this depth too.
const DEEPEST: usize = 500;

/// The pickle of `checkpoint`; storage number `n` is asked for by the key `n`.
pub(crate) fn write(checkpoint: &Checkpoint) -> Result<Vec<u8>, CheckpointError> {
    let mut pickler = Pickler { checkpoint, out: vec![op::PROTO, 2], memo: HashMap::new() };
    pickler.object(checkpoint.root, 0)?;
    pickler.out.push(op::STOP);
    Ok(pickler.out)
}

/// What is written once and named by number from then on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Remembered {
    Object(ObjectId),
    Text(String),
    Global(String),
}

struct Pickler<'a> {
    checkpoint: &'a Checkpoint,
    out: Vec<u8>,
    memo: HashMap<Remembered, usize>,
}

impl Pickler<'_> {
    fn object(&mut self, id: ObjectId, depth: usize) -> Result<(), CheckpointError> {
        if depth > DEEPEST {
            return Err(CheckpointError::TooDeep);
        }
        if self.recall(&Remembered::Object(id)) {
            return Ok(());
        }
        let checkpoint = self.checkpoint;
        match &checkpoint.objects[id] {
            Object::None => self.out.push(op::NONE),
            Object::Bool(flag) => self.bool(*flag),
            Object::Int(int) => self.int(*int),
            Object::BigInt(bytes) => self.long(bytes),
            Object::Float(float) => {
                self.out.push(op::BINFLOAT);
                self.out.extend(float.to_be_bytes());
            }
            Object::Text(text) => self.text(text)?,
            Object::Bytes(bytes) => self.bytes(bytes)?,
            Object::Tuple(parts) => {
                self.tuple(parts, depth)?;
                self.remember(Remembered::Object(id));
            }
            Object::List(parts) => self.list(Some(id), parts, depth)?,
            Object::Dict(items) => {
                self.out.push(op::EMPTY_DICT);
                self.remember(Remembered::Object(id));
                self.items(items, depth)?;
            }
            Object::OrderedDict { items, attributes } => {
                self.empty_ordered_dict();
                self.remember(Remembered::Object(id));
                self.items(items, depth)?;
                if let Some(attributes) = attributes {
                    self.object(*attributes, depth + 1)?;
                    self.out.push(op::BUILD);
                }
            }
            Object::Set(members) => {
                self.global(Global::Set);
                self.list(None, members, depth)?;
                self.out.extend([op::TUPLE1, op::REDUCE]);
                self.remember(Remembered::Object(id));
            }
            Object::Size(sides) => {
                self.global(Global::Size);
                self.ints(sides);
                self.out.extend([op::TUPLE1, op::REDUCE]);
            }
            Object::Dtype(dtype) => self.global(Global::Dtype(*dtype)),
            Object::Device(device) => self.device(device)?,
            Object::Tensor(tensor) => {
                self.tensor(tensor)?;
                self.remember(Remembered::Object(id));
            }
        }
        Ok(())
    }

    fn bool(&mut self, flag: bool) {
        self.out.push(if flag { op::NEWTRUE } else { op::NEWFALSE });
    }

    /// In the shortest of pickle's forms.
    fn int(&mut self, int: i64) {
        if let Ok(byte) = u8::try_from(int) {
            self.out.extend([op::BININT1, byte]);
        } else if let Ok(short) = u16::try_from(int) {
            self.out.push(op::BININT2);
            self.out.extend(short.to_le_bytes());
        } else if let Ok(word) = i32::try_from(int) {
            self.out.push(op::BININT);
            self.out.extend(word.to_le_bytes());
        } else {
            self.long(&int.to_le_bytes());
        }
    }

    /// Two's complement, the lowest byte first; 255 bytes are more than any weight needs.
    fn long(&mut self, bytes: &[u8]) {
        let count = u8::try_from(bytes.len()).unwrap_or(u8::MAX);
        self.out.extend([op::LONG1, count]);
        self.out.extend(&bytes[..usize::from(count)]);
    }

    /// Equal texts are written once.
    fn text(&mut self, text: &str) -> Result<(), CheckpointError> {
        let remembered = Remembered::Text(text.to_owned());
        if !self.recall(&remembered) {
            let count = u32::try_from(text.len()).map_err(|_| malformed("a str of 4 GB"))?;
            self.out.push(op::BINUNICODE);
            self.out.extend(count.to_le_bytes());
            self.out.extend(text.as_bytes());
            self.remember(remembered);
        }
        Ok(())
    }

    /// Protocol 2 has no bytes: it says how to make them from a text of the first 256 characters.
    fn bytes(&mut self, bytes: &[u8]) -> Result<(), CheckpointError> {
        if bytes.is_empty() {
            self.global(Global::Bytes);
            self.out.extend([op::EMPTY_TUPLE, op::REDUCE]);
            return Ok(());
        }
        self.global(Global::Encode);
        let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        self.text(&text)?;
        self.text("latin1")?;
        self.out.extend([op::TUPLE2, op::REDUCE]);
        Ok(())
    }

    fn tuple(&mut self, parts: &[ObjectId], depth: usize) -> Result<(), CheckpointError> {
        if parts.is_empty() {
            self.out.push(op::EMPTY_TUPLE);
            return Ok(());
        }
        if parts.len() > 3 {
            self.out.push(op::MARK);
        }
        for part in parts {
            self.object(*part, depth + 1)?;
        }
        self.out.push(match parts.len() {
            1 => op::TUPLE1,
            2 => op::TUPLE2,
            3 => op::TUPLE3,
            _ => op::TUPLE,
        });
        Ok(())
    }

    /// Remembered under `id` before its parts, which may name it.
    fn list(
        &mut self,
        id: Option<ObjectId>,
        parts: &[ObjectId],
        depth: usize,
    ) -> Result<(), CheckpointError> {
        self.out.push(op::EMPTY_LIST);
        if let Some(id) = id {
            self.remember(Remembered::Object(id));
        }
        if !parts.is_empty() {
            self.out.push(op::MARK);
            for part in parts {
                self.object(*part, depth + 1)?;
            }
            self.out.push(op::APPENDS);
        }
        Ok(())
    }

    fn items(&mut self, items: &[(ObjectId, ObjectId)], depth: usize) -> Result<(), CheckpointError> {
        if !items.is_empty() {
            self.out.push(op::MARK);
            for (key, value) in items {
                self.object(*key, depth + 1)?;
                self.object(*value, depth + 1)?;
            }
            self.out.push(op::SETITEMS);
        }
        Ok(())
    }

    fn empty_ordered_dict(&mut self) {
        self.global(Global::OrderedDict);
        self.out.extend([op::EMPTY_TUPLE, op::REDUCE]);
    }

    fn ints(&mut self, ints: &[i64]) {
        if ints.is_empty() {
            self.out.push(op::EMPTY_TUPLE);
            return;
        }
        self.out.push(op::MARK);
        ints.iter().for_each(|int| self.int(*int));
        self.out.push(op::TUPLE);
    }

    fn sizes(&mut self, sizes: &[usize]) -> Result<(), CheckpointError> {
        let ints = sizes.iter().map(|size| int_of(*size)).collect::<Result<Vec<_>, _>>()?;
        self.ints(&ints);
        Ok(())
    }

    fn device(&mut self, device: &str) -> Result<(), CheckpointError> {
        self.global(Global::Device);
        let (kind, index) = device.split_once(':').unwrap_or((device, ""));
        self.text(kind)?;
        match index.parse::<i64>() {
            Ok(index) => {
                self.int(index);
                self.out.push(op::TUPLE2);
            }
            Err(_) => self.out.push(op::TUPLE1),
        }
        self.out.push(op::REDUCE);
        Ok(())
    }

    fn tensor(&mut self, tensor: &TensorSpec) -> Result<(), CheckpointError> {
        if tensor.parameter {
            self.global(Global::RebuildParameter);
        }
        self.global(Global::RebuildTensorV2);
        self.out.push(op::MARK);
        self.storage(tensor.storage)?;
        self.int(int_of(tensor.offset)?);
        self.sizes(&tensor.shape)?;
        self.sizes(&tensor.strides)?;
        // A parameter's own flag follows; its data require none.
        self.bool(tensor.requires_grad && !tensor.parameter);
        self.empty_ordered_dict();
        self.out.extend([op::TUPLE, op::REDUCE]);
        if tensor.parameter {
            self.bool(tensor.requires_grad);
            self.empty_ordered_dict();
            self.out.extend([op::TUPLE3, op::REDUCE]);
        }
        Ok(())
    }

    fn storage(&mut self, index: usize) -> Result<(), CheckpointError> {
        let storage = self.checkpoint.storages.get(index);
        let storage = storage.ok_or_else(|| malformed("a tensor has no storage"))?;
        self.out.push(op::MARK);
        self.text("storage")?;
        self.global(Global::Storage(storage.dtype));
        self.text(&index.to_string())?;
        self.text(&storage.location)?;
        self.int(int_of(storage.bytes.len() / storage.dtype.bytes())?);
        self.out.extend([op::TUPLE, op::BINPERSID]);
        Ok(())
    }

    fn global(&mut self, global: Global) {
        let (module, name) = global.path();
        let line = format!("{module}\n{name}\n");
        let remembered = Remembered::Global(line);
        if !self.recall(&remembered) {
            self.out.push(op::GLOBAL);
            self.out.extend(format!("{module}\n{name}\n").as_bytes());
            self.remember(remembered);
        }
    }

    fn recall(&mut self, what: &Remembered) -> bool {
        let Some(&place) = self.memo.get(what) else { return false };
        self.numbered(op::BINGET, op::LONG_BINGET, place);
        true
    }

    fn remember(&mut self, what: Remembered) {
        let place = self.memo.len();
        self.memo.insert(what, place);
        self.numbered(op::BINPUT, op::LONG_BINPUT, place);
    }

    fn numbered(&mut self, short: u8, long: u8, place: usize) {
        match u8::try_from(place) {
            Ok(place) => self.out.extend([short, place]),
            Err(_) => {
                self.out.push(long);
                // More than 4 billion objects do not fit in memory.
                self.out.extend(u32::try_from(place).unwrap_or(u32::MAX).to_le_bytes());
            }
        }
    }
}

fn int_of(size: usize) -> Result<i64, CheckpointError> {
    i64::try_from(size).map_err(|_| malformed("a size beyond 64 bits"))
}
