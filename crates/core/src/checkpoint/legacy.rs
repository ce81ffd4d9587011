//! Files of PyTorch before 1.6, which newer ones still write when asked: five pickles and the storages, one
//! after the other.

use std::collections::HashMap;

use super::pickle::{StorageRequest, Unpickler};
use super::{Checkpoint, CheckpointError, Object, malformed};

/// The first pickle's int, the lowest byte first; a leading zero keeps it positive.
const MAGIC: &[u8] = &[0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];
const PROTOCOL: i64 = 1001;

pub(super) fn read(file: &[u8]) -> Result<Checkpoint, CheckpointError> {
    let mut rest = file;
    if !matches!(value(&mut rest)?, Object::BigInt(bytes) if bytes == MAGIC) {
        return Err(malformed("Invalid magic number; corrupt file?"));
    }
    if value(&mut rest)? != Object::Int(PROTOCOL) {
        return Err(malformed("Invalid protocol version"));
    }
    let (machine, end) = Unpickler::skip(rest)?;
    if !is_little_endian(&machine) {
        return Err(malformed("byte order is not little-endian"));
    }
    rest = &rest[end..];
    let program = rest;
    let (wanted, end) = Unpickler::requests(program)?;
    rest = &rest[end..];
    let (keys, end) = Unpickler::skip(rest)?;
    let storages = storages(&keys, &wanted, &rest[end..])?;
    Unpickler::run(program, |request| {
        let found = storages.get(request.key.as_str());
        found.map(|bytes| bytes.to_vec()).ok_or_else(|| malformed("a storage is missing"))
    })
}

/// The next pickle's value.
fn value(rest: &mut &[u8]) -> Result<Object, CheckpointError> {
    let (mut made, end) = Unpickler::skip(rest)?;
    *rest = &rest[end..];
    Ok(made.objects.swap_remove(made.root))
}

fn is_little_endian(machine: &Checkpoint) -> bool {
    let Object::Dict(items) = &machine.objects[machine.root] else { return false };
    let says = |key: &usize| machine.objects[*key] == Object::Text("little_endian".to_owned());
    items.iter().any(|(key, value)| says(key) && machine.objects[*value] == Object::Bool(true))
}

/// Each storage: its key, and its bytes behind a count of elements in 8 bytes.
fn storages<'a>(
    keys: &'a Checkpoint,
    wanted: &[StorageRequest],
    mut rest: &'a [u8],
) -> Result<HashMap<&'a str, &'a [u8]>, CheckpointError> {
    let Object::List(list) = &keys.objects[keys.root] else {
        return Err(malformed("no list of storages"));
    };
    let wanted: HashMap<&str, &StorageRequest> =
        wanted.iter().map(|request| (request.key.as_str(), request)).collect();
    let mut found = HashMap::new();
    for id in list {
        let Object::Text(key) = &keys.objects[*id] else {
            return Err(malformed("a storage's key is no str"));
        };
        let request = wanted.get(key.as_str()).ok_or_else(|| malformed("a storage that no tensor has"))?;
        let (_count, behind) = rest.split_at_checked(8).ok_or_else(|| malformed("Ran out of input"))?;
        let size = request.elements.checked_mul(request.dtype.bytes());
        let split = size.and_then(|size| behind.split_at_checked(size));
        let (bytes, behind) = split.ok_or_else(|| malformed("Ran out of input"))?;
        found.insert(key.as_str(), bytes);
        rest = behind;
    }
    Ok(found)
}
