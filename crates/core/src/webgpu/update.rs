//! Updates of parameters by an optimizer: many tensors in few kernels, in place where nobody else holds the values.
//!
//! An optimizer updates one parameter after the other. Here they only queue; the first that needs one of the new
//! values has them all computed, as many in one kernel as it can bind buffers for.

use std::{cell::RefCell, rc::Rc};

use super::{
    device::{Gpu, GpuBuffer, gpu},
    expr::{Expr, GpuValue},
    kernel::Kernel,
};
use crate::Result;

/// One parameter's update: `rule` is WGSL that changes `p` and its state `s0`, `s1`, … by the gradient `g` and
/// `number(0)`, `number(1)`, ….
struct Job {
    rule: &'static str,
    numbers: Vec<f32>,
    gradient: GpuValue,
    /// The parameter and its state, and what they become.
    old: Vec<GpuValue>,
    new: Vec<GpuValue>,
}

impl Job {
    /// Whether its values can be taken four at a time: rules hold for vectors as for numbers.
    fn is_quads(&self) -> bool {
        self.gradient.is_ready() && self.gradient.numel().is_multiple_of(4)
    }
}

/// A job's buffers: of each target before and after.
type Targets = Vec<(Rc<GpuBuffer>, Rc<GpuBuffer>)>;

/// A gradient that reads no more buffers than this is computed where it is used.
const MOST_READ: usize = 5;

thread_local! {
    static QUEUE: RefCell<Vec<Job>> = const { RefCell::new(Vec::new()) };
}

/// What the parameter and its state, `old`, become by `rule`. The caller lets go of `old` for it to be overwritten.
pub fn update(
    rule: &'static str,
    numbers: &[f64],
    gradient: GpuValue,
    old: Vec<GpuValue>,
) -> Result<Vec<GpuValue>> {
    if gradient.needs_update() || old.iter().any(|value| value.is_updating()) {
        flush()?;
    }
    let new: Vec<GpuValue> = old.iter().map(Expr::updating).collect();
    let numbers = numbers.iter().map(|&number| number as f32).collect();
    QUEUE.with_borrow_mut(|queue| queue.push(Job { rule, numbers, gradient, old, new: new.clone() }));
    Ok(new)
}

/// Computes all that is queued.
///
/// # Errors
/// If the device is lost; the values that are missing then say so too.
pub fn flush() -> Result<()> {
    let jobs = QUEUE.take();
    if jobs.is_empty() {
        return Ok(());
    }
    let results: Vec<GpuValue> = jobs.iter().flat_map(|job| job.new.clone()).collect();
    let outcome = compute(jobs);
    if let Err(error) = &outcome {
        results.iter().filter(|value| value.is_updating()).for_each(|value| value.set_failed(error.clone()));
    }
    outcome
}

fn compute(jobs: Vec<Job>) -> Result<()> {
    let gpu = gpu()?;
    // First what they are made from: kernels of its own.
    for job in &jobs {
        if job.gradient.leaves() > MOST_READ {
            job.gradient.compute()?;
        }
        job.old.iter().try_for_each(|value| value.compute().map(drop))?;
    }
    let (quads, others): (Vec<Job>, Vec<Job>) = jobs.into_iter().partition(Job::is_quads);
    run_in_batches(&gpu, quads, true)?;
    run_in_batches(&gpu, others, false)
}

fn run_in_batches(gpu: &Gpu, jobs: Vec<Job>, quads: bool) -> Result<()> {
    let most = gpu.most_buffers().min(16);
    let mut batch: Vec<(Job, Targets)> = Vec::new();
    let mut bound = Vec::new();
    for job in jobs {
        let targets = bind(gpu, &job)?;
        let known = bound.len();
        bind_all(&job, &targets, &mut bound);
        let is_alike = |(first, _): &(Job, Targets)| first.rule == job.rule && first.numbers == job.numbers;
        if !batch.first().is_none_or(is_alike) || (known > 0 && bound.len() > most) {
            run(gpu, std::mem::take(&mut batch), quads)?;
            bound.clear();
            bind_all(&job, &targets, &mut bound);
        }
        batch.push((job, targets));
    }
    run(gpu, batch, quads)
}

/// Adds the buffers that a job's part of a kernel binds, each once.
fn bind_all(job: &Job, targets: &Targets, bound: &mut Vec<*const GpuBuffer>) {
    job.gradient.reads(bound);
    for buffer in targets.iter().flat_map(|(old, new)| [old, new]) {
        if !bound.contains(&Rc::as_ptr(buffer)) {
            bound.push(Rc::as_ptr(buffer));
        }
    }
}

/// What nobody else holds is overwritten; a gradient still to be computed holds what it reads.
fn bind(gpu: &Gpu, job: &Job) -> Result<Targets> {
    let target = |value: &GpuValue| {
        let old = value.compute()?;
        // This job's own, and the value's and ours of the buffer.
        let is_ours = Rc::strong_count(value) == 1 && Rc::strong_count(&old) == 2;
        let new = if is_ours { old.clone() } else { gpu.allocate(value.numel())? };
        Ok((old, new))
    };
    job.old.iter().map(target).collect()
}

/// One kernel for all of a batch: each thread finds the tensor that its value, or its four, are in.
fn run(gpu: &Gpu, batch: Vec<(Job, Targets)>, quads: bool) -> Result<()> {
    let Some((first, _)) = batch.first() else { return Ok(()) };
    let mut kernel = Kernel::default();
    kernel.set_numbers(&first.numbers);
    let (width, stored) = if quads { (4, "vec4<f32>") } else { (1, "f32") };
    let mut start = 0;
    for (nth, (job, targets)) in batch.iter().enumerate() {
        let end = start + job.gradient.numel() / width;
        let at = format!("j{nth}");
        kernel.body.push_str(&format!("  if (i >= {start}u && i < {end}u) {{\n  let {at} = i - {start}u;\n"));
        let gradient = match quads {
            true => format!("{}[{at}]", kernel.bind(&job.gradient.compute()?, stored, false)),
            false => kernel.emit(&job.gradient, &at),
        };
        let (mut loads, mut stores) = (format!("  var g = {gradient};\n"), String::new());
        for (which, (old, new)) in targets.iter().enumerate() {
            let name = if which == 0 { "p".to_owned() } else { format!("s{}", which - 1) };
            let (from, to) = (kernel.bind(old, stored, false), kernel.bind(new, stored, true));
            loads.push_str(&format!("  var {name} = {from}[{at}];\n"));
            stores.push_str(&format!("  {to}[{at}] = {name};\n"));
        }
        kernel.body.push_str(&format!("{loads}{}\n{stores}  }}\n", job.rule));
        start = end;
    }
    kernel.run_each(gpu, start)?;
    for (job, targets) in batch {
        for (value, (_, buffer)) in job.new.iter().zip(targets) {
            value.set_ready(buffer);
        }
    }
    Ok(())
}
