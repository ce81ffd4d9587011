//! The error numbers that files give, with Linux's texts: the browser has neither.

use std::io;

pub(crate) const ENOENT: i32 = 2;
pub(crate) const EBADF: i32 = 9;
pub(crate) const EEXIST: i32 = 17;
pub(crate) const ENOTDIR: i32 = 20;
pub(crate) const EISDIR: i32 = 21;
pub(crate) const EINVAL: i32 = 22;
pub(crate) const ENOSPC: i32 = 28;
pub(crate) const ENOTEMPTY: i32 = 39;

/// Every number that Python's `errno` module names here, with its text.
pub(crate) const TABLE: &[(&str, i32, &str)] = &[
    ("EPERM", 1, "Operation not permitted"),
    ("ENOENT", ENOENT, "No such file or directory"),
    ("EINTR", 4, "Interrupted system call"),
    ("EIO", 5, "Input/output error"),
    ("EBADF", EBADF, "Bad file descriptor"),
    ("EAGAIN", 11, "Resource temporarily unavailable"),
    ("ENOMEM", 12, "Cannot allocate memory"),
    ("EACCES", 13, "Permission denied"),
    ("EEXIST", EEXIST, "File exists"),
    ("EXDEV", 18, "Invalid cross-device link"),
    ("ENOTDIR", ENOTDIR, "Not a directory"),
    ("EISDIR", EISDIR, "Is a directory"),
    ("EINVAL", EINVAL, "Invalid argument"),
    ("EMFILE", 24, "Too many open files"),
    ("ENOSPC", ENOSPC, "No space left on device"),
    ("EPIPE", 32, "Broken pipe"),
    ("ENAMETOOLONG", 36, "File name too long"),
    ("ENOSYS", 38, "Function not implemented"),
    ("ENOTEMPTY", ENOTEMPTY, "Directory not empty"),
    ("ELOOP", 40, "Too many levels of symbolic links"),
    ("ENODATA", 61, "No data available"),
    ("ENOTSUP", 95, "Operation not supported"),
];

pub(crate) fn error(number: i32) -> io::Error {
    io::Error::from_raw_os_error(number)
}

/// The text that `os.strerror` gives.
pub(crate) fn text(number: i32) -> String {
    match TABLE.iter().find(|(_, other, _)| *other == number) {
        Some((_, _, text)) => (*text).to_owned(),
        None => format!("Unknown error {number}"),
    }
}
