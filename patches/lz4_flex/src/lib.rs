//! Stands in for `lz4_flex`, which RustPython packs with what bytecode it carries, to leave that bytecode out: `build.rs`
//! of `crates/python` brings the same modules in a smaller form, which is only unpacked here.

/// The bytes are not what was packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecompressError;

/// Nothing: what RustPython packs is never used.
#[must_use]
pub fn compress_prepend_size(_bytes: &[u8]) -> Vec<u8> {
    Vec::new()
}

/// The bytes after their number.
///
/// # Errors
/// If there are more or fewer.
pub fn decompress_size_prepended(packed: &[u8]) -> Result<Vec<u8>, DecompressError> {
    let (size, bytes) = packed.split_first_chunk().ok_or(DecompressError)?;
    if usize::try_from(u32::from_le_bytes(*size)) != Ok(bytes.len()) {
        return Err(DecompressError);
    }
    Ok(bytes.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_and_damage_is_found() {
        assert_eq!(decompress_size_prepended(b"\x04\0\0\0code"), Ok(b"code".to_vec()));
        assert_eq!(decompress_size_prepended(b"\x04\0\0\0cod"), Err(DecompressError));
        assert_eq!(decompress_size_prepended(&compress_prepend_size(b"code")), Err(DecompressError));
    }
}
