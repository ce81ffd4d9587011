//! What a tensor on the GPU holds: values in a buffer, or how to compute them.
//!
//! Elementwise operators only build an [`Expr`]. It becomes one kernel when a reduction, a matrix product or a
//! readback needs it, so that a chain costs one dispatch and no memory between its steps.

use std::{cell::RefCell, rc::Rc};

use smallvec::SmallVec;

use super::{buffer::GpuBuffer, context::context, kernel::Kernel};
use crate::{
    Result,
    tensor::{Dims, Layout},
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
pub type Value = Rc<Expr>;

#[derive(Debug)]
pub struct Expr {
    pub shape: Dims,
    pub kind: GpuType,
    state: RefCell<State>,
    /// Bounds on the kernel this would make.
    nodes: usize,
    leaves: usize,
}

#[derive(Debug, Clone)]
pub(super) enum State {
    /// Row-major values.
    Ready(Rc<GpuBuffer>),
    Constant(f64),
    /// The child's values at the places that the layout names.
    View(Value, Layout),
    /// A function of arguments that broadcast to the shape; the text is WGSL in `a`, `b`, `c`.
    Apply(&'static str, SmallVec<[Value; 3]>),
    /// Each value's own linear index.
    Iota,
    /// `base`, with `source` at the places that `layout` names.
    Overwrite {
        base: Value,
        source: Value,
        layout: Layout,
    },
    /// Each value is `source[i]` moved along one dimension to the place that `index` says.
    Gather {
        source: Value,
        index: Value,
        source_layout: Layout,
        dim_stride: usize,
        dim_size: usize,
    },
}

impl Expr {
    fn new(shape: Dims, kind: GpuType, state: State, nodes: usize, leaves: usize) -> Value {
        Rc::new(Expr { shape, kind, state: RefCell::new(state), nodes, leaves })
    }

    pub fn ready(buffer: Rc<GpuBuffer>, shape: &[usize], kind: GpuType) -> Value {
        Expr::new(shape.into(), kind, State::Ready(buffer), 1, 1)
    }

    /// One value at every place of `shape`.
    pub fn constant(value: f64, shape: &[usize], kind: GpuType) -> Value {
        Expr::new(shape.into(), kind, State::Constant(value), 1, 0)
    }

    pub fn upload(bytes: &[u8], shape: &[usize], kind: GpuType) -> Result<Value> {
        Ok(Expr::ready(context()?.upload(bytes)?, shape, kind))
    }

    /// `child` seen through `layout`, which speaks of its row-major values.
    pub fn view(child: &Value, layout: &Layout) -> Value {
        if layout.offset == 0 && layout.shape == child.shape && layout.is_contiguous() {
            return child.clone();
        }
        let (nodes, leaves) = (child.nodes() + 1, child.leaves());
        Expr::new(layout.shape.clone(), child.kind, State::View(child.clone(), layout.clone()), nodes, leaves)
    }

    /// `wgsl` of `args` (named `a`, `b`, `c` in it), broadcast to `shape`.
    pub fn apply(wgsl: &'static str, args: &[&Value], shape: &[usize], kind: GpuType) -> Value {
        let count = |of: fn(&Value) -> usize| args.iter().map(|arg| of(arg)).sum::<usize>();
        let is_large = count(|arg| arg.nodes()) > MOST_NODES || count(|arg| arg.leaves()) > MOST_LEAVES;
        for arg in args {
            // Work that broadcasting would repeat is done once, first.
            let repeats = shape.iter().product::<usize>() > arg.numel() && arg.nodes() > 2;
            if is_large || repeats {
                // A lost device is reported by whoever reads a value.
                arg.compute().ok();
            }
        }
        let (nodes, leaves) = (count(|arg| arg.nodes()) + 1, count(|arg| arg.leaves()));
        let args = args.iter().map(|arg| Value::clone(arg)).collect();
        Expr::new(shape.into(), kind, State::Apply(wgsl, args), nodes, leaves)
    }

    /// `base` with `source` written at the places that `layout` gives to its values.
    pub fn overwrite(base: &Value, source: &Value, layout: &Layout) -> Value {
        for value in [base, source] {
            value.compute().ok();
        }
        let state = State::Overwrite { base: base.clone(), source: source.clone(), layout: layout.clone() };
        Expr::new(base.shape.clone(), base.kind, state, 4, 2)
    }

    /// 0, 1, 2, … in row-major order, as int32.
    pub fn iota(shape: &[usize]) -> Value {
        Expr::new(shape.into(), GpuType::I32, State::Iota, 1, 0)
    }

    /// `source` at `index` along `dim`, as `torch.gather`.
    pub fn gather(source: &Value, dim: usize, index: &Value) -> Value {
        for value in [source, index] {
            value.compute().ok();
        }
        let whole = Layout::contiguous(&source.shape);
        let dim_stride = whole.strides[dim];
        let mut source_layout = whole;
        source_layout.shape = index.shape.clone();
        source_layout.strides[dim] = 0;
        let state = State::Gather {
            source: source.clone(),
            index: index.clone(),
            source_layout,
            dim_stride,
            dim_size: source.shape[dim],
        };
        Expr::new(index.shape.clone(), source.kind, state, 3, 2)
    }

    pub fn numel(&self) -> usize {
        self.shape.iter().product()
    }
    pub(super) fn state(&self) -> State {
        self.state.borrow().clone()
    }
    pub(super) fn is_ready(&self) -> bool {
        matches!(*self.state.borrow(), State::Ready(_))
    }
    fn nodes(&self) -> usize {
        if self.is_ready() { 1 } else { self.nodes }
    }
    fn leaves(&self) -> usize {
        if self.is_ready() { 1 } else { self.leaves }
    }

    /// The values in a buffer, computed now if they are not yet: one dispatch, which also keeps those values on
    /// the way that something else still wants.
    pub fn compute(self: &Rc<Self>) -> Result<Rc<GpuBuffer>> {
        if let State::Ready(buffer) = &*self.state.borrow() {
            return Ok(buffer.clone());
        }
        let context = context()?;
        let mut kernel = Kernel::default();
        let value = kernel.emit(self, "i");
        let mut outputs = vec![(self.clone(), value)];
        outputs.extend(kernel.wanted_elsewhere(self));
        let mut stored = Vec::new();
        for (expr, value) in &outputs {
            let buffer = context.allocate(expr.numel())?;
            kernel.store(&buffer, expr.kind, "i", value);
            stored.push(buffer);
        }
        kernel.run_each(&context, self.numel())?;
        for ((expr, _), buffer) in outputs.iter().zip(&stored) {
            *expr.state.borrow_mut() = State::Ready(buffer.clone());
        }
        Ok(stored.swap_remove(0))
    }

    /// The values as bytes, row-major, 4 bytes each. Waits for the GPU.
    pub fn read(self: &Rc<Self>) -> Result<Vec<u8>> {
        let buffer = self.compute()?;
        context()?.read(&buffer, self.numel() * 4)
    }
}
