//! Views in the graph: what writing over one of them means for the others that share its storage.
//!
//! A storage whose values were written over while a graph was recorded has a [`History`]: the node that computed all of
//! its values last. Whoever looks at the storage, the base or any view, and was not written itself since, comes from
//! that node by the places that it shows. What it is not: the writing of values (see [`crate::Tensor::write`]).
//! Start reading at [`written`].

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use smallvec::smallvec;

use super::{
    Autograd, Node, is_recording, mode,
    places::{Places, cleared, put, take},
    record, set_mode,
};
use crate::{Result, Tensor, bail, layout::Layout, tensor::Storage};

/// The node of a view, whatever view it is.
const AS_STRIDED: &str = "AsStridedBackward0";

/// A node and which of its outputs.
type Source = (Rc<Node>, usize);

/// Where the values of a storage came from in the graph, for all who share it.
#[derive(Default)]
pub(super) struct History {
    /// The tensor of which the first view was taken while it was part of a graph. Weak, because its node may have saved
    /// the storage itself; whoever shows the view keeps the node.
    base: RefCell<Option<(WeakSource, Layout)>>,
    /// What wrote over the storage last, and the layout in which its output is the storage.
    last: RefCell<Option<(Source, Layout)>>,
    /// How often it was written over in a graph.
    version: Cell<u32>,
}

enum WeakSource {
    Leaf(Weak<Autograd>),
    Node(Weak<Node>, usize),
}

impl History {
    fn of(storage: &Storage) -> Option<&History> {
        storage.attached().get()
    }
    /// The history, made on first use.
    fn begun(storage: &Storage) -> &History {
        storage.attached().get_or_attach()
    }
    /// How often a storage was written over in a graph.
    pub(super) fn version_of(storage: &Storage) -> u32 {
        History::of(storage).map_or(0, History::version)
    }
    fn version(&self) -> u32 {
        self.version.get()
    }
    /// The base's node, unless it is a leaf or gone.
    fn base_source(&self) -> Option<(Source, Layout)> {
        match &*self.base.borrow() {
            Some((WeakSource::Node(node, output), layout)) => {
                Some(((node.upgrade()?, *output), layout.clone()))
            }
            _ => None,
        }
    }
}

/// Remembers `x`, of which a view is taken, as the base of its storage if it is the first.
pub(super) fn viewed(x: &Tensor) {
    if !x.follows_storage() || x.numel() != x.storage().len() || !x.is_contiguous() {
        return;
    }
    let source = match (x.grad_fn(), x.shared_autograd()) {
        (Some((node, output)), _) => WeakSource::Node(Rc::downgrade(&node), output),
        (None, Some(leaf)) => WeakSource::Leaf(Rc::downgrade(&leaf)),
        (None, None) => return,
    };
    History::begun(x.storage()).base.borrow_mut().get_or_insert((source, x.layout().clone()));
}

/// Whether `x` shows part of a leaf that requires a gradient: it may not be written over.
fn is_view_of_leaf(x: &Tensor) -> bool {
    let Some(history) = History::of(x.storage()).filter(|_| x.follows_storage()) else { return false };
    let base = history.base.borrow();
    matches!(&*base, Some((WeakSource::Leaf(leaf), _)) if leaf.upgrade().is_some_and(|leaf| leaf.requires_grad()))
}

/// In-place changes of a leaf that requires a gradient, or of a view of one, have no place in the graph.
///
/// # Errors
/// `RuntimeError` where a graph is recorded.
pub fn refuse_leaf(x: &Tensor) -> Result<()> {
    if is_recording(&[x]) && x.is_leaf() {
        bail!(Runtime, "a leaf Variable that requires grad is being used in an in-place operation.");
    }
    refuse_part_of_leaf(x)
}

/// As [`refuse_leaf`], of a change that goes through a view of `x`.
///
/// # Errors
/// As there.
pub fn refuse_part_of_leaf(x: &Tensor) -> Result<()> {
    if is_recording(&[x]) && (x.is_leaf() || is_view_of_leaf(x)) {
        bail!(
            Runtime,
            "a view of a leaf Variable that requires grad is being used in an in-place operation."
        );
    }
    Ok(())
}

/// Where the values that `x` shows came from, if they were written over through another tensor since `x` was made or
/// written itself.
pub(super) fn newer_source(x: &Tensor) -> Option<Source> {
    let history = History::of(x.storage()).filter(|_| x.follows_storage())?;
    if x.autograd().map_or(0, Autograd::seen) >= history.version() {
        return None;
    }
    let source = source_of(x, history)?;
    if let Some(autograd) = x.autograd() {
        autograd.set_grad_fn(source.0.clone(), source.1, history.version());
    }
    Some(source)
}

fn source_of(x: &Tensor, history: &History) -> Option<Source> {
    let (source, layout) = history.last.borrow().clone()?;
    if &layout == x.layout() {
        return Some(source);
    }
    let whole = standing_for(x.storage(), layout, source, history.version());
    // The graph is there whether or not anything is recorded just now.
    let before = set_mode(mode::GradMode { recording: true, inference: false });
    let shown = shown(&whole, x.layout());
    set_mode(before);
    shown.ok()?.autograd()?.grad_fn()
}

/// A tensor of the storage's values that comes from `source`.
fn standing_for(storage: &Storage, layout: Layout, (node, output): Source, version: u32) -> Tensor {
    let mut whole = Tensor::from_parts(storage.clone(), layout);
    whole.autograd_mut().set_grad_fn(node, output, version);
    whole
}

/// `whole` seen through another layout of its storage, which it covers.
fn shown(whole: &Tensor, layout: &Layout) -> Result<Tensor> {
    let length = whole.storage().len();
    let (from, to) = (Places::of_layout(whole.layout())?, Places::of_layout(layout)?);
    let shape = whole.shape().to_vec();
    Ok(record(AS_STRIDED, &[whole], &[], whole.with_layout(layout.clone()), move |ctx| {
        let flat = put(ctx.grad(), &to, &[length])?;
        Ok(smallvec![Some(take(&flat, &from, &shape, AS_STRIDED)?)])
    }))
}

/// Puts `x`, whose values were just written over with those of `result`, where `result` stands in the graph, and lets
/// all that share its storage know.
///
/// # Errors
/// If there is no memory for the places that `x` shows.
pub fn written(x: &mut Tensor, result: &Tensor) -> Result<()> {
    let Some(source) = result.grad_fn() else { return Ok(()) };
    if !x.follows_storage() {
        x.autograd_mut().set_grad_fn(source.0, source.1, u32::MAX);
        return Ok(());
    }
    let storage = x.storage().clone();
    let history = History::begun(&storage);
    let is_whole = x.numel() == storage.len() && x.is_contiguous();
    let last = if is_whole { (source, x.layout().clone()) } else { copied(x, result, history)? };
    history.last.replace(Some(last));
    history.version.set(history.version.get() + 1);
    // A part finds its new source when it is asked for; the whole has it.
    let version = history.version();
    if is_whole && let Some((node, output)) = result.grad_fn() {
        x.autograd_mut().set_grad_fn(node, output, version);
    } else {
        x.autograd_mut();
    }
    Ok(())
}

/// All values of the storage after those that `x` shows were written over with `result`. The whole lies row by row, so
/// that places in it are places in storage.
fn copied(x: &Tensor, result: &Tensor, history: &History) -> Result<(Source, Layout)> {
    let before = before_writing(x.storage(), history);
    let (places, shape) = (Places::of_layout(x.layout())?, x.shape().to_vec());
    let output = record("CopySlices", &[&before, result], &[], before.detach(), move |ctx| {
        let old = ctx.when(0, || cleared(ctx.grad(), &places))?;
        Ok(smallvec![old, ctx.when(1, || take(ctx.grad(), &places, &shape, AS_STRIDED))?])
    });
    match output.grad_fn() {
        Some(source) => Ok((source, before.layout().clone())),
        None => unreachable!("the result is part of a graph"),
    }
}

/// The storage's values before the change: as last written, as the base had them, or outside of any graph.
fn before_writing(storage: &Storage, history: &History) -> Tensor {
    let last = history.last.borrow().clone();
    match last.or_else(|| history.base_source()) {
        Some((source, layout)) => standing_for(storage, layout, source, history.version()),
        None => {
            let base = history.base.borrow();
            let flat = || Layout::contiguous(&[storage.len()]);
            let layout = base.as_ref().map_or_else(flat, |(_, layout)| layout.clone());
            Tensor::from_parts(storage.clone(), layout).detach()
        }
    }
}

/// A copy of the values of `x` that stands in the graph where `x` does: what gradients may save before `x` is written
/// over.
///
/// # Errors
/// If there is not so much memory.
pub fn kept(x: &Tensor) -> Result<Tensor> {
    let Some((node, output)) = x.grad_fn() else { return Ok(x.clone()) };
    let mut copy = x.copy()?;
    copy.autograd_mut().set_grad_fn(node, output, 0);
    Ok(copy)
}
