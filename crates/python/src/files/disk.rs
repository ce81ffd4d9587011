//! The real files of a program in a terminal: each call is the standard library's.

use std::{
    env, fs,
    io::{self, Read, Seek, SeekFrom, Write},
    path::Path,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use super::{FileSystem, Metadata, OpenFile, OpenMode, errno};

/// The file system of the machine, from the process's working directory.
#[derive(Debug, Default)]
pub struct DiskFiles;

impl FileSystem for DiskFiles {
    fn working_directory(&self) -> io::Result<String> {
        Ok(env::current_dir()?.to_string_lossy().into_owned())
    }

    fn set_working_directory(&self, path: &str) -> io::Result<()> {
        env::set_current_dir(path)
    }

    fn open(&self, path: &str, mode: OpenMode) -> io::Result<Box<dyn OpenFile>> {
        let file = fs::OpenOptions::new()
            .read(mode.read)
            .write(mode.write && !mode.append)
            .append(mode.append)
            .create(mode.create && !mode.exclusive)
            .create_new(mode.create && mode.exclusive)
            .truncate(mode.truncate)
            .open(path)?;
        if file.metadata()?.is_dir() {
            return Err(errno::error(errno::EISDIR));
        }
        Ok(Box::new(DiskFile(file)))
    }

    fn metadata(&self, path: &str) -> io::Result<Metadata> {
        fs::metadata(path).map(|metadata| described(&metadata))
    }

    fn list(&self, path: &str) -> io::Result<Vec<String>> {
        fs::read_dir(path)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
    }

    fn create_directory(&self, path: &str) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn remove_file(&self, path: &str) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_directory(&self, path: &str) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn set_modified(&self, path: &str, milliseconds: f64) -> io::Result<()> {
        let time = UNIX_EPOCH + Duration::from_secs_f64((milliseconds / 1000.0).max(0.0));
        fs::File::open(Path::new(path))?.set_modified(time)
    }
}

struct DiskFile(fs::File);

impl Read for DiskFile {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.0.read(bytes)
    }
}

impl Write for DiskFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Seek for DiskFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

impl OpenFile for DiskFile {
    fn set_len(&mut self, size: u64) -> io::Result<()> {
        self.0.set_len(size)
    }

    fn metadata(&self) -> io::Result<Metadata> {
        self.0.metadata().map(|metadata| described(&metadata))
    }
}

fn described(metadata: &fs::Metadata) -> Metadata {
    let since_1970 =
        |time: SystemTime| time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64() * 1000.0;
    Metadata {
        directory: metadata.is_dir(),
        size: metadata.len(),
        modified: metadata.modified().map(since_1970).unwrap_or_default(),
        inode: inode(metadata),
    }
}

#[cfg(unix)]
fn inode(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_metadata: &fs::Metadata) -> u64 {
    0
}
