//! Checkpoints: files that PyTorch wrote, files that only look like some, and what is written here.
//!
//! `checkpoints/` holds small files of PyTorch's and, in `expected.json`, what is in them.

use std::path::Path;

use half::{bf16, f16};
use kindling_core::Dtype;
use kindling_core::checkpoint::{Checkpoint, CheckpointError, Object, ObjectId, SavedStorage, TensorSpec};
use serde_json::{Value, json};

const FILES: [&str; 10] = [
    "checkpoint.pt",
    "dtypes.pt",
    "empty.pt",
    "legacy.pth",
    "line.pth",
    "mlp.pth",
    "parameter.pt",
    "scalar.pt",
    "shared.pt",
    "view.pt",
];

fn bytes(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checkpoints").join(name);
    std::fs::read(path).expect("a file beside this test")
}

/// A storage's elements as the doubles that they are exactly.
#[expect(clippy::cast_precision_loss, reason = "the files' ints are small")]
fn values(storage: &SavedStorage) -> Vec<f64> {
    fn each<const N: usize>(bytes: &[u8], value: impl Fn([u8; N]) -> f64) -> Vec<f64> {
        bytes.chunks_exact(N).map(|chunk| value(chunk.try_into().expect("N bytes"))).collect()
    }
    let bytes = &storage.bytes;
    match storage.dtype {
        Dtype::Bool | Dtype::Uint8 => each(bytes, |byte| f64::from(u8::from_le_bytes(byte))),
        Dtype::Int8 => each(bytes, |byte| f64::from(i8::from_le_bytes(byte))),
        Dtype::Int16 => each(bytes, |chunk| f64::from(i16::from_le_bytes(chunk))),
        Dtype::Int32 => each(bytes, |chunk| f64::from(i32::from_le_bytes(chunk))),
        Dtype::Int64 => each(bytes, |chunk| i64::from_le_bytes(chunk) as f64),
        Dtype::Float16 => each(bytes, |chunk| f16::from_le_bytes(chunk).to_f64()),
        Dtype::Bfloat16 => each(bytes, |chunk| bf16::from_le_bytes(chunk).to_f64()),
        Dtype::Float32 => each(bytes, |chunk| f64::from(f32::from_le_bytes(chunk))),
        Dtype::Float64 => each(bytes, f64::from_le_bytes),
    }
}

/// A tensor's elements in the order of its shape.
fn elements(checkpoint: &Checkpoint, tensor: &TensorSpec) -> Vec<f64> {
    let mut places = vec![tensor.offset];
    for (side, stride) in tensor.shape.iter().zip(&tensor.strides) {
        places =
            places.iter().flat_map(|place| (0..*side).map(move |index| place + index * stride)).collect();
    }
    let storage = values(&checkpoint.storages[tensor.storage]);
    places.into_iter().map(|place| storage[place]).collect()
}

/// An object in the form of `expected.json`.
fn described(checkpoint: &Checkpoint, id: ObjectId) -> Value {
    let all = |parts: &[ObjectId]| parts.iter().map(|part| described(checkpoint, *part)).collect::<Vec<_>>();
    let pairs = |items: &[(ObjectId, ObjectId)]| {
        let pair = |(key, value): &(ObjectId, ObjectId)| {
            json!([key_text(checkpoint, *key), described(checkpoint, *value)])
        };
        items.iter().map(pair).collect::<Vec<_>>()
    };
    match &checkpoint.objects[id] {
        Object::None => Value::Null,
        Object::Bool(flag) => json!(flag),
        Object::Int(int) => json!(int),
        Object::Float(float) => json!(float),
        Object::Text(text) => json!(text),
        Object::List(parts) => json!({"list": all(parts)}),
        Object::Tuple(parts) => json!({"tuple": all(parts)}),
        Object::Dict(items) => json!({"dict": pairs(items), "ordered": false}),
        Object::OrderedDict { items, .. } => json!({"dict": pairs(items), "ordered": true}),
        Object::Tensor(tensor) => json!({
            "dtype": checkpoint.storages[tensor.storage].dtype.name(),
            "shape": tensor.shape,
            "stride": tensor.strides,
            "values": elements(checkpoint, tensor),
            "requires_grad": tensor.requires_grad,
            "parameter": tensor.parameter,
        }),
        other => panic!("no file has {other:?}"),
    }
}

fn key_text(checkpoint: &Checkpoint, id: ObjectId) -> String {
    match &checkpoint.objects[id] {
        Object::Text(text) => text.clone(),
        Object::Int(int) => int.to_string(),
        other => panic!("{other:?} is no key"),
    }
}

#[test]
fn files_of_pytorch_hold_what_pytorch_says() {
    let expected: Value = serde_json::from_slice(&bytes("expected.json")).expect("JSON");
    for name in FILES {
        let checkpoint = Checkpoint::read(&bytes(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(described(&checkpoint, checkpoint.root), expected[name], "{name}");
    }
}

#[test]
fn what_was_shared_stays_shared() {
    let checkpoint = Checkpoint::read(&bytes("shared.pt")).expect("a checkpoint");
    let tensors = checkpoint.objects.iter().filter(|object| matches!(object, Object::Tensor(_))).count();
    assert_eq!((tensors, checkpoint.storages.len()), (3, 1));
}

#[test]
fn a_state_dict_keeps_its_metadata() {
    let checkpoint = Checkpoint::read(&bytes("line.pth")).expect("a checkpoint");
    let Object::OrderedDict { attributes: Some(attributes), .. } = &checkpoint.objects[checkpoint.root]
    else {
        panic!("an OrderedDict with attributes");
    };
    let attributes = described(&checkpoint, *attributes);
    assert_eq!(attributes["dict"][0][0], "_metadata");
}

#[test]
fn what_is_written_reads_back_the_same() {
    for name in FILES {
        let read = Checkpoint::read(&bytes(name)).expect("a checkpoint");
        let written = read.write("model").unwrap_or_else(|error| panic!("{name}: {error}"));
        let again = Checkpoint::read(&written).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(described(&again, again.root), described(&read, read.root), "{name}");
        assert_eq!(again.storages, read.storages, "{name}");
    }
}

#[test]
fn every_kind_of_object_survives() {
    let mut made = Checkpoint::default();
    let text = made.push(Object::Text("größer".to_owned()));
    let leaves = [
        Object::None,
        Object::Bool(true),
        Object::Int(-1),
        Object::Int(70_000),
        Object::Int(i64::MIN),
        Object::BigInt(vec![0, 0, 0, 0, 0, 0, 0, 0, 1]),
        Object::Float(-0.1),
        Object::Bytes(vec![0, 127, 128, 255]),
        Object::Bytes(Vec::new()),
        Object::Size(vec![2, 3]),
        Object::Dtype(Dtype::Bfloat16),
        Object::Device("cuda:1".to_owned()),
        Object::Device("cpu".to_owned()),
        Object::Tuple(Vec::new()),
        Object::Set(vec![text]),
    ];
    let parts: Vec<ObjectId> = leaves.iter().map(|leaf| made.push(leaf.clone())).collect();
    let tuple = made.push(Object::Tuple(parts));
    let list = made.push(Object::List(vec![tuple, text]));
    // A list that holds itself, and one object twice.
    if let Object::List(parts) = &mut made.objects[list] {
        parts.extend([list, tuple]);
    }
    made.root = list;
    let read = Checkpoint::read(&made.write("model").expect("written")).expect("read");
    let Object::List(parts) = &read.objects[read.root] else { panic!("a list") };
    assert_eq!((parts[2], parts[3]), (read.root, parts[0]));
    let Object::Tuple(parts) = &read.objects[parts[0]] else { panic!("a tuple") };
    for (part, leaf) in parts.iter().zip(&leaves) {
        match (&read.objects[*part], leaf) {
            (Object::Set(members), Object::Set(_)) => {
                assert_eq!(read.objects[members[0]], Object::Text("größer".to_owned()));
            }
            (read, leaf) => assert_eq!(read, leaf),
        }
    }
}

/// Why `file` is no checkpoint.
fn refusal(file: &[u8]) -> String {
    Checkpoint::read(file).expect_err("refused").to_string()
}

#[test]
fn code_is_refused_by_name() {
    let message = refusal(b"\x80\x02cposix\nsystem\nX\x02\x00\x00\x00ls\x85R.");
    assert!(message.starts_with("Weights only load failed."), "{message}");
    assert!(
        message.contains("Unsupported global: GLOBAL posix.system was not an allowed global"),
        "{message}"
    );
    let stacked = refusal(b"\x80\x04\x8c\x08builtins\x8c\x04eval\x93.");
    assert!(stacked.contains("GLOBAL builtins.eval"), "{stacked}");
}

#[test]
fn what_is_no_checkpoint_says_so() {
    assert_eq!(Checkpoint::read(b""), Err(CheckpointError::Empty));
    assert!(refusal(b"hello").contains("Memo value not found at index 101"));
    let half = bytes("line.pth");
    assert!(refusal(&half[..900]).contains("failed finding central directory"));
    assert!(refusal(b"\x80\x02K\x01.").contains("Invalid magic number"));
}

#[test]
fn too_deep_is_an_error_and_no_overflow() {
    let mut deep = Checkpoint::default();
    deep.root = deep.push(Object::List(Vec::new()));
    for _ in 0..100_000 {
        deep.root = deep.push(Object::List(vec![deep.root]));
    }
    assert_eq!(deep.write("deep"), Err(CheckpointError::TooDeep));
}

/// Deterministic noise: xorshift of Marsaglia (2003).
struct Noise(u64);

impl Noise {
    fn draw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.draw() % end as u64).expect("below end")
    }
}

#[test]
fn broken_files_are_errors_or_checkpoints_and_never_panics() {
    let mut noise = Noise(0x2545_f491_4f6c_dd1d);
    for name in FILES {
        let whole = bytes(name);
        for _ in 0..2_000 {
            let mut broken = whole.clone();
            for _ in 0..=noise.below(4) {
                let at = noise.below(broken.len());
                match noise.below(3) {
                    0 => broken[at] = noise.draw().to_le_bytes()[0],
                    1 => broken.truncate(at.max(1)),
                    _ => {
                        let from = noise.below(broken.len());
                        let piece = broken[from..(from + 8).min(broken.len())].to_vec();
                        drop(broken.splice(at..at, piece));
                    }
                }
            }
            if let Ok(checkpoint) = Checkpoint::read(&broken) {
                let held: usize = checkpoint.storages.iter().map(|storage| storage.bytes.len()).sum();
                assert!(held <= broken.len(), "{name} holds more than the file");
            }
        }
    }
}

#[test]
fn copies_of_copies_are_bounded() {
    // One long list, made a set again and again: a few bytes an opcode, a long copy each.
    let mut program = b"\x80\x02](".to_vec();
    program.extend(std::iter::repeat_n(b'N', 50_000));
    program.extend(b"eq\x00");
    program.extend(b"c__builtin__\nset\nq\x01");
    for _ in 0..50_000 {
        program.extend(b"h\x01h\x00\x85R");
    }
    program.push(b'.');
    let message = refusal(&program);
    assert!(message.contains("too many copies"), "{message}");
}
