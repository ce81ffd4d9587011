//! What a tensor on the GPU holds: values in a buffer, or how to compute them.
//!
//! Elementwise operators only build an [`Expr`]. It becomes one kernel when a reduction, a matrix product or a
//! readback needs it, so that a chain costs one dispatch and no memory between its steps.

use std::{cell::RefCell, rc::Rc};

use smallvec::{SmallVec, smallvec};

use super::{
    Fold,
    device::{GpuBuffer, gpu},
    kernel::Kernel,
    update,
};
use crate::{
    Error, Result,
    layout::{Dims, Layout},
};

/// Larger expressions are computed before they grow on.
const MOST_NODES: usize = 48;
/// Every adapter binds eight storage buffers; some are kept for results.
const MOST_LEAVES: usize = 5;

/// The types of WGSL that tensors use. Each value takes 4 bytes; bools are 0 or 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GpuType {
    F32,
    I32,
    Bool,
}

impl GpuType {
    /// In a kernel's variables.
    pub fn wgsl(self) -> &'static str {
        match self {
            GpuType::F32 => "f32",
            GpuType::I32 => "i32",
            GpuType::Bool => "bool",
        }
    }
    /// In buffers, which cannot hold bools.
    pub fn stored(self) -> &'static str {
        match self {
            GpuType::Bool => "u32",
            other => other.wgsl(),
        }
    }
}

/// The values of a tensor's storage.
pub type GpuValue = Rc<Expr>;

#[derive(Debug)]
pub struct Expr {
    pub shape: Dims,
    pub kind: GpuType,
    state: RefCell<State>,
    size: Size,
}

/// Bounds on the kernel that an expression would make.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    nodes: usize,
    leaves: usize,
    /// Loops over lines.
    reductions: usize,
}

impl Size {
    const LEAF: Size = Size { nodes: 1, leaves: 1, reductions: 0 };

    fn with(self, other: Size) -> Size {
        Size {
            nodes: self.nodes + other.nodes,
            leaves: self.leaves + other.leaves,
            reductions: self.reductions + other.reductions,
        }
    }
    fn and_node(self) -> Size {
        Size { nodes: self.nodes + 1, ..self }
    }
}

#[derive(Debug, Clone)]
pub(super) enum State {
    /// Row-major values.
    Ready(Rc<GpuBuffer>),
    /// Waits for the optimizer's other updates of this step, see [`update`].
    Updating,
    /// An update that was not to be.
    Failed(Error),
    Constant(f64),
    /// The child's values at the places that the layout names.
    View(GpuValue, Layout),
    /// A function of arguments that broadcast to the shape; the text is WGSL in `a`, `b`, `c`, and
    /// behind it functions that it calls, each from `fn` on a line's beginning.
    Apply(&'static str, SmallVec<[GpuValue; 3]>),
    /// Each value's own linear index.
    Iota,
    /// `base`, with `source` at the places that `layout` names.
    Overwrite {
        base: GpuValue,
        source: GpuValue,
        layout: Layout,
    },
    /// `index`, of which values below `low` or not below `high` are reported.
    Checked {
        index: GpuValue,
        low: i64,
        high: i64,
    },
    /// Lines of `length` adjacent values of `source`, each reduced to one by the thread that needs it.
    Reduce {
        source: GpuValue,
        length: usize,
        fold: Fold,
    },
    /// `run` adjacent values of `source` from each of `starts` on.
    Take {
        source: GpuValue,
        starts: GpuValue,
        run: usize,
    },
}

/// Whether a kernel for these values would read more buffers than it may bind.
fn are_crowded(values: &[&GpuValue]) -> bool {
    let mut found = Vec::new();
    values.iter().for_each(|value| value.reads(&mut found));
    found.len() > MOST_LEAVES
}

impl Expr {
    fn new(shape: Dims, kind: GpuType, state: State, size: Size) -> GpuValue {
        Rc::new(Expr { shape, kind, state: RefCell::new(state), size })
    }

    pub(super) fn ready(buffer: Rc<GpuBuffer>, shape: &[usize], kind: GpuType) -> GpuValue {
        Expr::new(shape.into(), kind, State::Ready(buffer), Size::LEAF)
    }

    /// Values of the shape and type of `like` that an update will bring.
    pub(super) fn updating(like: &GpuValue) -> GpuValue {
        Expr::new(like.shape.clone(), like.kind, State::Updating, Size::LEAF)
    }

    /// One value at every place of `shape`.
    pub fn constant(value: f64, shape: &[usize], kind: GpuType) -> GpuValue {
        Expr::new(shape.into(), kind, State::Constant(value), Size::default().and_node())
    }

    pub fn upload(bytes: &[u8], shape: &[usize], kind: GpuType) -> Result<GpuValue> {
        Ok(Expr::ready(gpu()?.upload(bytes)?, shape, kind))
    }

    /// `child` seen through `layout`, which speaks of its row-major values.
    pub fn view(child: &GpuValue, layout: &Layout) -> GpuValue {
        let is_whole = layout.offset == 0 && layout.numel() == child.numel() && layout.is_contiguous();
        if is_whole && layout.shape == child.shape {
            return child.clone();
        }
        if let State::Constant(value) = child.state() {
            return Expr::constant(value, &layout.shape, child.kind);
        }
        let repeats = child.size().reductions > 0 && layout.numel() > child.numel();
        if child.size().nodes > MOST_NODES || repeats {
            // A lost device is reported by whoever reads a value: here and below.
            child.compute().ok();
        }
        // Another shape of the same values needs no arithmetic.
        if let (true, State::Ready(buffer)) = (is_whole, child.state()) {
            return Expr::ready(buffer, &layout.shape, child.kind);
        }
        let state = State::View(child.clone(), layout.clone());
        Expr::new(layout.shape.clone(), child.kind, state, child.size().and_node())
    }

    /// `wgsl` of `args` (named `a`, `b`, `c` in it), broadcast to `shape`.
    pub fn apply(wgsl: &'static str, args: &[&GpuValue], shape: &[usize], kind: GpuType) -> GpuValue {
        let all = || args.iter().fold(Size::default(), |size, arg| size.with(arg.size()));
        let is_large = all().nodes > MOST_NODES || (all().leaves > MOST_LEAVES && are_crowded(args));
        let count = shape.iter().product::<usize>();
        for arg in args {
            let Size { nodes, leaves, .. } = arg.size();
            // Work that broadcasting would repeat is done once, first.
            let repeats = count > arg.numel() && nodes > 2 && leaves > 0;
            if (is_large && leaves > 0) || repeats {
                arg.compute().ok();
            }
        }
        let size = all().and_node();
        let args = args.iter().map(|arg| GpuValue::clone(arg)).collect();
        Expr::new(shape.into(), kind, State::Apply(wgsl, args), size)
    }

    /// `base` with `source` written at the places that `layout` gives to its values.
    pub fn overwrite(base: &GpuValue, source: &GpuValue, layout: &Layout) -> GpuValue {
        for value in [base, source] {
            if value.size().nodes > 1 {
                value.compute().ok();
            }
        }
        let state = State::Overwrite { base: base.clone(), source: source.clone(), layout: layout.clone() };
        let size = base.size().with(source.size()).and_node().and_node();
        Expr::new(base.shape.clone(), base.kind, state, size)
    }

    /// 0, 1, 2, … in row-major order, as int32.
    pub fn iota(shape: &[usize]) -> GpuValue {
        Expr::new(shape.into(), GpuType::I32, State::Iota, Size::default().and_node())
    }

    /// `index`; a value below `low` or not below `high` is an error for who next waits for the GPU.
    pub fn checked(index: &GpuValue, low: i64, high: i64) -> GpuValue {
        let state = State::Checked { index: index.clone(), low, high };
        // A leaf more: where the error is written.
        Expr::new(index.shape.clone(), index.kind, state, index.size().with(Size::LEAF))
    }

    /// The values of `source` (row-major) from each of `starts` on, `run` adjacent ones each.
    pub fn take(source: &GpuValue, starts: &GpuValue, run: usize, shape: &[usize]) -> GpuValue {
        for value in [source, starts] {
            if value.size().nodes > 8 || value.size().reductions > 0 {
                value.compute().ok();
            }
        }
        let size = source.size().with(starts.size()).and_node();
        let state = State::Take { source: source.clone(), starts: starts.clone(), run };
        Expr::new(shape.into(), source.kind, state, size)
    }

    /// `rows` lines of `length` adjacent values of `source`, each reduced to one when it is needed.
    pub(super) fn reduced(source: &GpuValue, rows: usize, length: usize, fold: Fold) -> GpuValue {
        if source.size().reductions > 0 {
            // A loop within a loop would compute the same again and again.
            source.compute().ok();
        }
        let size = source.size().with(Size { nodes: 2, leaves: 0, reductions: 1 });
        let state = State::Reduce { source: source.clone(), length, fold };
        Expr::new([rows][..].into(), source.kind, state, size)
    }

    pub fn numel(&self) -> usize {
        self.shape.iter().product()
    }

    pub(super) fn state(&self) -> State {
        let state = self.state.borrow().clone();
        if let State::Updating = state {
            // A lost device is reported by whoever reads a value.
            update::flush().ok();
            return self.state.borrow().clone();
        }
        state
    }
    pub(super) fn is_updating(&self) -> bool {
        matches!(*self.state.borrow(), State::Updating)
    }
    pub(super) fn is_ready(&self) -> bool {
        matches!(*self.state.borrow(), State::Ready(_))
    }
    pub(super) fn set_ready(&self, buffer: Rc<GpuBuffer>) {
        *self.state.borrow_mut() = State::Ready(buffer);
    }
    pub(super) fn set_failed(&self, error: Error) {
        *self.state.borrow_mut() = State::Failed(error);
    }
    fn size(&self) -> Size {
        if self.is_ready() { Size::LEAF } else { self.size }
    }
    /// At most how many buffers a kernel reads for it.
    pub(super) fn leaves(&self) -> usize {
        self.size().leaves
    }

    /// Adds the buffers that a kernel reads for it, each once.
    pub(super) fn reads(&self, found: &mut Vec<*const GpuBuffer>) {
        let mut add = |buffer| {
            if !found.contains(&buffer) {
                found.push(buffer);
            }
        };
        match &*self.state.borrow() {
            State::Ready(buffer) => add(Rc::as_ptr(buffer)),
            State::Updating | State::Failed(_) | State::Constant(_) | State::Iota => {}
            State::View(source, _) | State::Reduce { source, .. } => source.reads(found),
            State::Checked { index, .. } => {
                // Where the error is written.
                add(std::ptr::null());
                index.reads(found);
            }
            State::Apply(_, args) => args.iter().for_each(|arg| arg.reads(found)),
            State::Overwrite { base: a, source: b, .. } | State::Take { source: a, starts: b, .. } => {
                a.reads(found);
                b.reads(found);
            }
        }
    }

    /// Computes the parts of what would read more buffers than a kernel may bind. When it was made it did not, but parts of
    /// it that others wanted may have become buffers of their own since.
    pub(super) fn fit(&self) -> Result<()> {
        let parts = self.parts();
        if are_crowded(&parts.iter().collect::<SmallVec<[_; 3]>>()) {
            parts.iter().try_for_each(|part| part.compute().map(drop))?;
        }
        Ok(())
    }

    /// What it is made from directly.
    fn parts(&self) -> SmallVec<[GpuValue; 3]> {
        match &*self.state.borrow() {
            State::Ready(_) | State::Updating | State::Failed(_) | State::Constant(_) | State::Iota => {
                smallvec![]
            }
            State::View(source, _) | State::Checked { index: source, .. } | State::Reduce { source, .. } => {
                smallvec![source.clone()]
            }
            State::Apply(_, args) => args.clone(),
            State::Overwrite { base: a, source: b, .. } | State::Take { source: a, starts: b, .. } => {
                smallvec![a.clone(), b.clone()]
            }
        }
    }

    /// Whether it is made from values that an update will bring.
    pub(super) fn needs_update(&self) -> bool {
        self.is_updating() || self.parts().iter().any(|part| part.needs_update())
    }

    /// The values in a buffer, computed now if they are not yet: one dispatch, which also keeps those values on
    /// the way that something else still wants.
    pub(super) fn compute(self: &Rc<Self>) -> Result<Rc<GpuBuffer>> {
        if self.is_updating() {
            update::flush()?;
        }
        if let State::Ready(buffer) = self.state() {
            return Ok(buffer);
        }
        self.fit()?;
        let gpu = gpu()?;
        let mut kernel = Kernel::default();
        let value = kernel.emit(self, "i");
        let mut outputs = vec![(self.clone(), value)];
        outputs.extend(kernel.wanted_elsewhere(self));
        let mut stored = Vec::new();
        for (expr, value) in &outputs {
            let buffer = gpu.allocate(expr.numel())?;
            kernel.store(&buffer, expr.kind, "i", value);
            stored.push(buffer);
        }
        kernel.run_each(&gpu, self.numel())?;
        for ((expr, _), buffer) in outputs.iter().zip(&stored) {
            expr.set_ready(buffer.clone());
        }
        Ok(stored.swap_remove(0))
    }

    /// The values as bytes, row-major, 4 bytes each. Waits for the GPU.
    pub fn read(self: &Rc<Self>) -> Result<Vec<u8>> {
        if self.numel() == 0 {
            return Ok(Vec::new());
        }
        let buffer = self.compute()?;
        gpu()?.read(&buffer, self.numel() * 4)
    }
}
