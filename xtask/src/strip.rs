//! Takes the names of functions out of a WebAssembly module: a quarter of it, and nothing that runs.
//!
//! What it is not: an optimiser. The compiler has optimised the whole program at link time already; binaryen's
//! `wasm-opt -Oz` after that took 8 minutes and made the module 8 % smaller, but its Brotli form 5 % larger.
//! Start reading at [`without_names`].

use anyhow::{Context, Result, ensure};

const HEADER: &[u8] = b"\0asm\x01\0\0\0";
/// The id of sections that mean nothing to the machine: names, producers, features.
const CUSTOM: u8 = 0;

/// The module without its custom sections.
pub fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    let mut rest = module.strip_prefix(HEADER).context("this is no WebAssembly module")?;
    let mut kept = HEADER.to_vec();
    while let Some((&id, after_id)) = rest.split_first() {
        let (length, content) = unsigned(after_id)?;
        ensure!(length <= content.len(), "a section is longer than the module");
        let section_end = rest.len() - content.len() + length;
        if id != CUSTOM {
            kept.extend_from_slice(&rest[..section_end]);
        }
        rest = &rest[section_end..];
    }
    Ok(kept)
}

/// A number in LEB128, and what follows it.
fn unsigned(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Ok((value, &bytes[at + 1..]));
        }
    }
    anyhow::bail!("a section has no length")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_custom_sections_go() -> Result<()> {
        let types = b"\x01\x04\x01\x60\0\0";
        let names = [&b"\0\x85\x01\x04name"[..], &[7; 0x80]].concat();
        let module = [HEADER, types, &names, b"\x03\x02\x01\0"].concat();
        assert_eq!(without_names(&module)?, [HEADER, types, b"\x03\x02\x01\0"].concat());
        Ok(())
    }

    #[test]
    fn a_damaged_module_is_an_error() {
        assert!(without_names(b"<html>").is_err());
        assert!(without_names(&[HEADER, b"\x01\x7f"].concat()).is_err());
        assert!(without_names(&[HEADER, b"\x01\xff"].concat()).is_err());
    }
}
