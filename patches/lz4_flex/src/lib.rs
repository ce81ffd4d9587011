//! Stands in for `lz4_flex`, which RustPython packs the bytecode with that travels in the program: here it stays as it is.
//! The page's files travel as Brotli, which does far better on plain bytes than on packed ones.

/// The bytes are not what [`compress_prepend_size`] made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecompressError;

/// The bytes, with their number in front.
#[must_use]
pub fn compress_prepend_size(bytes: &[u8]) -> Vec<u8> {
    let size = u32::try_from(bytes.len()).expect("a module is small");
    [&size.to_le_bytes(), bytes].concat()
}

/// What [`compress_prepend_size`] was given.
///
/// # Errors
/// If its size is not that of the bytes.
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
        let packed = compress_prepend_size(b"code");
        assert_eq!(decompress_size_prepended(&packed), Ok(b"code".to_vec()));
        assert_eq!(decompress_size_prepended(&packed[..6]), Err(DecompressError));
        assert_eq!(decompress_size_prepended(&[1]), Err(DecompressError));
    }
}
