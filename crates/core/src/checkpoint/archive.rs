//! The zip archive around a checkpoint, as PyTorch since 1.6 writes it: `NAME/data.pkl`, `NAME/data/0`, …
//!
//! Records are stored uncompressed, tensors' bytes at multiples of 64 so that they can be mapped into memory.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Checkpoint, CheckpointError, pickle};

const SIGNATURE: &[u8] = b"PK";
const ALIGNMENT: u16 = 64;
/// The version of the archive's layout that PyTorch writes since 1.6.
const VERSION: &[u8] = b"3\n";

pub(super) fn is_archive(file: &[u8]) -> bool {
    file.starts_with(SIGNATURE)
}

pub(super) fn read(file: &[u8]) -> Result<Checkpoint, CheckpointError> {
    let mut records = Records::open(file)?;
    if let Ok(order) = records.read("byteorder")
        && order != b"little"
    {
        return Err(CheckpointError::Archive("byte order is not little-endian".to_owned()));
    }
    let program = records.read("data.pkl")?;
    pickle::Unpickler::run(&program, |storage| records.read(&format!("data/{}", storage.key)))
}

/// The records of an archive below its one folder.
struct Records<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    folder: String,
    /// Bytes that may still be read: records that overlap would else be more than the file.
    left: u64,
}

impl<'a> Records<'a> {
    fn open(file: &'a [u8]) -> Result<Self, CheckpointError> {
        let archive = ZipArchive::new(Cursor::new(file))
            .map_err(|_| CheckpointError::Archive("failed finding central directory".to_owned()))?;
        let folder = archive.file_names().find_map(|name| name.strip_suffix("/data.pkl")).map(str::to_owned);
        let folder = folder.ok_or_else(|| not_found("data.pkl"))?;
        Ok(Self { archive, folder, left: u64::try_from(file.len()).unwrap_or(u64::MAX) })
    }

    fn read(&mut self, name: &str) -> Result<Vec<u8>, CheckpointError> {
        let path = format!("{}/{name}", self.folder);
        let record = self.archive.by_name(&path).map_err(|_| not_found(name))?;
        let mut bytes = Vec::new();
        let broken = |_| CheckpointError::Archive(format!("failed reading file {name}"));
        record.take(self.left).read_to_end(&mut bytes).map_err(broken)?;
        self.left = self.left.saturating_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        Ok(bytes)
    }
}

fn not_found(name: &str) -> CheckpointError {
    CheckpointError::Archive(format!("file not found: {name}"))
}

pub(super) fn write(checkpoint: &Checkpoint, name: &str) -> Result<Vec<u8>, CheckpointError> {
    let program = pickle::write(checkpoint)?;
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |record: &str, bytes: &[u8]| -> zip::result::ZipResult<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .with_alignment(ALIGNMENT)
            .large_file(bytes.len() > 0x7fff_ffff);
        archive.start_file(format!("{name}/{record}"), options)?;
        archive.write_all(bytes)?;
        Ok(())
    };
    let mut add = |record: &str, bytes: &[u8]| add(record, bytes).map_err(unwritten);
    add("data.pkl", &program)?;
    add(".format_version", b"1")?;
    add(".storage_alignment", ALIGNMENT.to_string().as_bytes())?;
    add("byteorder", b"little")?;
    for (key, storage) in checkpoint.storages.iter().enumerate() {
        add(&format!("data/{key}"), &storage.bytes)?;
    }
    add("version", VERSION)?;
    archive.finish().map(Cursor::into_inner).map_err(unwritten)
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn unwritten(error: zip::result::ZipError) -> CheckpointError {
    CheckpointError::Archive(error.to_string())
}
