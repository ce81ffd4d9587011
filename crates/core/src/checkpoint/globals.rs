//! The classes and functions that a checkpoint may name. Nothing else is ever looked up.

use super::CheckpointError;
use crate::Dtype;

/// What a name in a pickle stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Global {
    OrderedDict,
    Set,
    Bytes,
    /// `_codecs.encode`, by which protocol 2 says bytes.
    Encode,
    Size,
    Device,
    Dtype(Dtype),
    Storage(Dtype),
    RebuildTensor,
    RebuildTensorV2,
    RebuildParameter,
}

impl Global {
    pub fn find(module: &str, name: &str) -> Result<Self, CheckpointError> {
        let found = match (module, name) {
            ("collections", "OrderedDict") => Some(Self::OrderedDict),
            ("__builtin__" | "builtins", "set") => Some(Self::Set),
            ("__builtin__" | "builtins", "bytes") => Some(Self::Bytes),
            ("_codecs", "encode") => Some(Self::Encode),
            ("torch", "Size") => Some(Self::Size),
            ("torch", "device") => Some(Self::Device),
            ("torch._utils", "_rebuild_tensor") => Some(Self::RebuildTensor),
            ("torch._utils", "_rebuild_tensor_v2") => Some(Self::RebuildTensorV2),
            ("torch._utils", "_rebuild_parameter") => Some(Self::RebuildParameter),
            ("torch", name) => Self::of_torch(name),
            _ => None,
        };
        found.ok_or_else(|| CheckpointError::Refused(format!("{module}.{name}")))
    }

    fn of_torch(name: &str) -> Option<Self> {
        let storage = name.strip_suffix("Storage");
        match storage.and_then(|name| Dtype::all().find(|dtype| dtype.message_name() == name)) {
            Some(dtype) => Some(Self::Storage(dtype)),
            None => Dtype::from_name(name).map(Self::Dtype),
        }
    }

    /// The module and the name under which it is written.
    pub fn path(self) -> (&'static str, String) {
        match self {
            Self::OrderedDict => ("collections", "OrderedDict".to_owned()),
            Self::Set => ("__builtin__", "set".to_owned()),
            Self::Bytes => ("__builtin__", "bytes".to_owned()),
            Self::Encode => ("_codecs", "encode".to_owned()),
            Self::Size => ("torch", "Size".to_owned()),
            Self::Device => ("torch", "device".to_owned()),
            Self::Dtype(dtype) => ("torch", dtype.name().to_owned()),
            Self::Storage(dtype) => ("torch", format!("{}Storage", dtype.message_name())),
            Self::RebuildTensor => ("torch._utils", "_rebuild_tensor".to_owned()),
            Self::RebuildTensorV2 => ("torch._utils", "_rebuild_tensor_v2".to_owned()),
            Self::RebuildParameter => ("torch._utils", "_rebuild_parameter".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_globals_and_back() {
        let dtypes = Dtype::all().flat_map(|dtype| [Global::Dtype(dtype), Global::Storage(dtype)]);
        for global in dtypes.chain([Global::OrderedDict, Global::Size, Global::RebuildParameter, Global::Set])
        {
            let (module, name) = global.path();
            assert_eq!(Global::find(module, &name), Ok(global));
        }
    }

    #[test]
    fn what_is_no_weight_is_refused_by_name() {
        let refused = Global::find("posix", "system").expect_err("refused");
        assert!(refused.to_string().contains("GLOBAL posix.system was not an allowed global"));
        assert!(Global::find("torch", "load").is_err());
    }
}
