//! What can be wrong with a checkpoint; each variant says which Python exception it becomes.

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// `EOFError`.
    #[error("Ran out of input")]
    Empty,
    /// `RuntimeError`: the archive around the pickle.
    #[error("PytorchStreamReader failed reading zip archive: {0}")]
    Archive(String),
    /// `pickle.UnpicklingError`: a class or function that is no part of weights.
    #[error(
        "Weights only load failed. Kindling loads weights and never runs code from a file: save a model's \
         state_dict() and not the model itself.\n\tWeightsUnpickler error: Unsupported global: GLOBAL {0} was not \
         an allowed global by default."
    )]
    Refused(String),
    /// `pickle.UnpicklingError`.
    #[error("Weights only load failed.\n\tWeightsUnpickler error: {0}")]
    Malformed(String),
    /// `RecursionError`, when writing.
    #[error("maximum recursion depth exceeded while pickling an object")]
    TooDeep,
}
