//! Every parameter that a function or constructor of `lib/` declares is named in its body: it is read, handed on, or
//! refused by name. What cannot change anything here is listed with the reason.
//!
//! What it is not: a proof that the value matters; operators have that (`kindling-core`'s test of the same name).

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// File, function and parameter that nothing reads, and why that is right.
type Excuse = (&'static str, &'static str, &'static str, &'static str);

/// All there are; the first that fits counts.
const UNREAD: &[Excuse] = &[
    ("*", "__exit__", "*", "what was raised goes on"),
    ("torch/cpu/__init__.py", "*", "*", "there is one processor, on which all is done at once"),
    ("torch/webgpu.py", "*", "device", "there is one"),
    ("torch/cuda/__init__.py", "*", "device", "there is none"),
    ("torch/cuda/__init__.py", "memory_snapshot", "mempool_id", "there is none"),
    ("torch/cuda/__init__.py", "manual_seed", "seed", "no stream is there to be seeded"),
    ("torch/cuda/__init__.py", "is_bf16_supported", "including_emulation", "there is no such device"),
    ("torch/nn/utils/_former.py", "__call__", "inputs", "hooks of all kinds are called alike"),
    ("torch/_more_algebra.py", "*", "niter", "the decomposition is exact"),
    ("torch/amp.py", "__init__", "cache_enabled", "nothing is cached"),
    ("torch/distributions/_more_transforms.py", "log_abs_det_jacobian", "y", "it follows from x"),
    ("torch/_seldom.py", "*", "cudnn_enabled", "there is no such device"),
    ("torch/utils/tensorboard/writer.py", "__init__", "max_queue", "events wait for flush, however many"),
    ("torch/utils/tensorboard/writer.py", "__init__", "flush_secs", "events wait for flush, however long"),
    ("torch/utils/checkpoint.py", "checkpoint", "determinism_check", "nothing is computed twice"),
    ("torch/utils/checkpoint.py", "checkpoint", "debug", "nothing is computed twice"),
    ("torch/utils/checkpoint.py", "checkpoint_sequential", "segments", "results are the same in any"),
    ("torch/accelerator.py", "current_accelerator", "check_available", "what is not available is not named"),
    ("torch/serialization.py", "save", "pickle_module", "what is written is PyTorch's own form"),
    ("torch/serialization.py", "save", "pickle_protocol", "what is written is PyTorch's own form"),
    ("torch/serialization.py", "load", "pickle_module", "nothing is unpickled but tensors and plain values"),
    ("torch/serialization.py", "load", "mmap", "files are in memory"),
    ("torch/_complex.py", "_asked", "types", "complex numbers answer beside any others"),
    ("torch/_functions.py", "compile", "*", "there is no compiler"),
    ("torch/_dynamo.py", "*", "*", "there is no compiler"),
    ("torch/compiler.py", "*", "*", "there is no compiler"),
    ("torch/_settings.py", "*", "*", "there is one thread, and no way to turn small numbers into 0"),
    ("torch/backends/cuda.py", "*", "*", "there is one way to compute attention"),
    ("torch/nn/attention.py", "__init__", "set_priority", "there is one way to compute attention"),
    ("torch/autograd/graph.py", "__init__", "*", "there is one memory"),
    ("torch/autograd/profiler.py", "table", "*", "neither stacks nor shapes are recorded"),
    ("torch/autograd/profiler.py", "__init__", "*", "neither stacks nor shapes are recorded"),
    ("torch/profiler.py", "__init__", "*", "neither stacks nor shapes are recorded, and there is one device"),
    ("torch/profiler.py", "key_averages", "*", "neither stacks nor shapes are recorded"),
    ("torch/multiprocessing.py", "spawn", "*", "there is one process"),
    ("torch/distributed/__init__.py", "*", "*", "there is one process"),
    ("torch/nn/parallel/__init__.py", "__init__", "*", "there is one process"),
    ("torch/nn/utils/prune.py", "*", "inputs", "hooks of all kinds are called alike"),
    ("torch/nn/utils/prune.py", "compute_mask", "*", "masks of all kinds are computed alike"),
    ("torch/random.py", "__init__", "devices", "there is one stream"),
    ("torch/jit.py", "*", "*", "there is no compiler"),
    ("torch/_more_pointwise.py", "is_conj", "input", "no number has an imaginary part"),
    ("torch/func.py", "*", "chunk_size", "rows are computed one by one"),
    ("torch/_vmap.py", "vmap", "chunk_size", "rows are computed one by one"),
    ("torch/func.py", "*", "randomness", "each call draws for itself"),
    ("torch/func.py", "functional_call", "tie_weights", "tied tensors are one tensor"),
    ("torch/autograd/_gradcheck.py", "gradcheck", "*", "they check less, or what is not there"),
    ("torch/nn/modules/linear.py", "__init__", "args", "Identity takes anything, as PyTorch's"),
    ("torch/nn/modules/linear.py", "__init__", "kwargs", "Identity takes anything, as PyTorch's"),
    ("torch/nn/modules/module.py", "compile", "*", "there is no compiler"),
    (
        "torch/serialization.py",
        "load",
        "pickle_load_args",
        "nothing is unpickled but tensors and plain values",
    ),
    ("torch/nn/modules/module.py", "__reduce_ex__", "protocol", "there is one form"),
    ("torch/nn/modules/module.py", "cuda", "device", "there is none"),
    ("torch/nn/modules/rnn.py", "_step", "states", "the steps of all layers are called alike"),
    ("torch/nn/utils/__init__.py", "*", "foreach", "it is a faster way to the same values"),
    ("torch/optim/swa_utils.py", "update", "count", "means of all kinds are called alike"),
    ("torch/sparse.py", "*", "check_invariants", "they are always checked"),
    ("torch/sparse.py", "*", "pin_memory", "there is one memory"),
    ("torch/_sparse_tensor.py", "__array__", "*", "it always refuses"),
    ("*", "__torch_function__", "types", "what calls it gives all there are"),
    ("*", "__set_name__", "owner", "Python gives both"),
    ("*", "__get__", "obj_type", "Python gives both"),
    ("torch/distributions/_transforms.py", "log_abs_det_jacobian", "y", "what goes in is enough"),
    ("torch/utils/data/dataset.py", "__class_getitem__", "item", "types of items are for readers"),
    ("torch/utils/data/sampler.py", "__init__", "data_source", "the base class has no use for it"),
];

fn python_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            python_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
}

/// A function's name, its parameters and what it does.
struct Function {
    name: String,
    parameters: Vec<String>,
    body: String,
}

/// The functions of a module, also those inside others.
fn functions(text: &str) -> Vec<Function> {
    let lines: Vec<&str> = text.lines().collect();
    let depth = |line: &str| line.len() - line.trim_start().len();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(head) = line.trim_start().strip_prefix("def ") else { continue };
        let name = head.split('(').next().unwrap_or_default().to_owned();
        let end = (at..lines.len()).find(|&end| lines[end].trim_end().ends_with(':')).unwrap_or(at);
        let signature = lines[at..=end].join(" ");
        let inside = signature.split_once('(').map_or("", |(_, rest)| rest);
        let inside = inside.rsplit_once(')').map_or("", |(inside, _)| inside);
        let body =
            lines[end + 1..].iter().take_while(|next| next.trim().is_empty() || depth(next) > depth(line));
        let body = body.copied().collect::<Vec<_>>().join("\n");
        found.push(Function { name, parameters: parameters(inside), body: without_doc(&body) });
    }
    found
}

/// The names between a signature's parentheses; commas inside brackets belong to defaults.
fn parameters(inside: &str) -> Vec<String> {
    let (mut depth, mut part, mut parts) = (0, String::new(), Vec::new());
    for letter in inside.chars() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(std::mem::take(&mut part));
                continue;
            }
            _ => {}
        }
        part.push(letter);
    }
    parts.push(part);
    let name =
        |part: String| part.split('=').next().unwrap_or_default().trim().trim_start_matches('*').to_owned();
    parts.into_iter().map(name).filter(|name| !name.is_empty() && name != "/").collect()
}

fn without_doc(body: &str) -> String {
    match body.trim_start().strip_prefix("\"\"\"").and_then(|rest| rest.split_once("\"\"\"")) {
        Some((_, rest)) => rest.to_owned(),
        None => body.to_owned(),
    }
}

fn names(body: &str, parameter: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    body.split(|letter| !is_part(letter)).any(|word| word == parameter)
}

#[test]
fn every_parameter_is_read_or_refused() {
    let lib = Path::new(env!("CARGO_MANIFEST_DIR")).join("lib");
    let mut files = Vec::new();
    python_files(&lib.join("torch"), &mut files);
    let (mut wrong, mut needed) = (Vec::new(), BTreeSet::new());
    for path in files {
        let file = path.strip_prefix(&lib).expect("below lib").to_string_lossy().replace('\\', "/");
        for function in functions(&fs::read_to_string(&path).expect("a file")) {
            for parameter in &function.parameters {
                // A function that does nothing but raise refuses the call itself.
                let refuses = function.body.trim_start().starts_with("raise ");
                let is_own = parameter.starts_with('_') || ["self", "cls", "memo"].contains(&&**parameter);
                if is_own || refuses || names(&function.body, parameter) {
                    continue;
                }
                let excuse = UNREAD.iter().position(|(where_, name, given, _)| {
                    ["*", &file].contains(where_)
                        && ["*", &function.name].contains(name)
                        && ["*", parameter.as_str()].contains(given)
                });
                match excuse {
                    Some(row) => {
                        needed.insert(row);
                    }
                    None => wrong.push(format!("{file}: {}({parameter})", function.name)),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "nothing reads\n{}", wrong.join("\n"));
    let idle = UNREAD.iter().enumerate().filter(|(row, _)| !needed.contains(row)).map(|(_, excuse)| excuse);
    assert_eq!(idle.collect::<Vec<_>>(), Vec::<&Excuse>::new(), "excuses of nothing");
}
