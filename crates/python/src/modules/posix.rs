//! `posix`, from which Python's `os` makes `os`: files through [`FileSystem`], and no processes.
//!
//! What it is not: `open`, which is Python code in `lib/_kindling_files.py` on the descriptors given out here.
//!
//! [`FileSystem`]: crate::FileSystem

#[rustpython_vm::pymodule(name = "posix", with(super::scandir::decl))]
pub(crate) mod decl {
    use std::io::{Read, SeekFrom};

    use rustpython_vm::{
        AsObject, FromArgs, PyObjectRef, PyResult, VirtualMachine,
        builtins::{PyBytesRef, PyDictRef, PyListRef, PyTupleRef, PyTypeRef},
        function::{ArgBytesLike, ArgIntoFloat, ArgMemoryBuffer, FsPath, FuncArgs, OptionalArg},
        pyclass, pystruct_sequence, pystruct_sequence_data,
        types::PyStructSequence,
    };

    use crate::{
        files::{Metadata, OpenFile, OpenMode, errno},
        host,
        modules::paths::{os_error, path_text, with_files},
    };

    #[pyattr]
    const O_RDONLY: i32 = 0;
    #[pyattr]
    const O_WRONLY: i32 = 0o1;
    #[pyattr]
    const O_RDWR: i32 = 0o2;
    #[pyattr]
    const O_CREAT: i32 = 0o100;
    #[pyattr]
    const O_EXCL: i32 = 0o200;
    #[pyattr]
    const O_TRUNC: i32 = 0o1000;
    #[pyattr]
    const O_APPEND: i32 = 0o2000;
    #[pyattr]
    const O_CLOEXEC: i32 = 0o2_000_000;
    #[pyattr]
    const F_OK: i32 = 0;
    #[pyattr]
    const X_OK: i32 = 1;
    #[pyattr]
    const W_OK: i32 = 2;
    #[pyattr]
    const R_OK: i32 = 4;

    const DIRECTORY_MODE: u32 = 0o040_755;
    const FILE_MODE: u32 = 0o100_644;

    #[pyattr]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        vm.ctx.exceptions.os_error.to_owned()
    }

    /// None: every function takes paths only, so `os.supports_fd` and the like are empty.
    #[pyattr]
    fn _have_functions(vm: &VirtualMachine) -> PyListRef {
        vm.ctx.new_list(Vec::new())
    }

    #[pyattr]
    fn environ(vm: &VirtualMachine) -> PyDictRef {
        let environ = vm.ctx.new_dict();
        for (name, value) in [("HOME", "/home/student"), ("USER", "student"), ("LANG", "C.UTF-8")] {
            let (name, value) = (vm.ctx.new_bytes(name.into()), vm.ctx.new_bytes(value.into()));
            environ.set_item(name.as_object(), value.into(), vm).expect("bytes can be keys");
        }
        environ
    }

    #[derive(Debug)]
    #[pystruct_sequence_data]
    struct StatResultData {
        st_mode: u32,
        st_ino: u64,
        st_dev: u64,
        st_nlink: u64,
        st_uid: u32,
        st_gid: u32,
        st_size: u64,
        #[pystruct_sequence(unnamed)]
        st_atime_int: i64,
        #[pystruct_sequence(unnamed)]
        st_mtime_int: i64,
        #[pystruct_sequence(unnamed)]
        st_ctime_int: i64,
        #[pystruct_sequence(skip)]
        st_atime: f64,
        #[pystruct_sequence(skip)]
        st_mtime: f64,
        #[pystruct_sequence(skip)]
        st_ctime: f64,
        #[pystruct_sequence(skip)]
        st_atime_ns: i128,
        #[pystruct_sequence(skip)]
        st_mtime_ns: i128,
        #[pystruct_sequence(skip)]
        st_ctime_ns: i128,
    }

    impl From<Metadata> for StatResultData {
        fn from(metadata: Metadata) -> Self {
            let seconds = metadata.modified / 1000.0;
            let nanoseconds = (metadata.modified * 1e6) as i128;
            Self {
                st_mode: if metadata.directory { DIRECTORY_MODE } else { FILE_MODE },
                st_ino: metadata.inode,
                st_dev: 1,
                st_nlink: 1,
                st_uid: 1000,
                st_gid: 1000,
                st_size: metadata.size,
                st_atime_int: seconds as i64,
                st_mtime_int: seconds as i64,
                st_ctime_int: seconds as i64,
                st_atime: seconds,
                st_mtime: seconds,
                st_ctime: seconds,
                st_atime_ns: nanoseconds,
                st_mtime_ns: nanoseconds,
                st_ctime_ns: nanoseconds,
            }
        }
    }

    #[pyattr]
    #[pystruct_sequence(name = "stat_result", module = "os", data = "StatResultData")]
    struct PyStatResult;

    #[pyclass(with(PyStructSequence))]
    impl PyStatResult {}

    #[derive(Debug)]
    #[pystruct_sequence_data]
    struct TerminalSizeData {
        columns: usize,
        lines: usize,
    }

    #[pyattr]
    #[pystruct_sequence(name = "terminal_size", module = "os", data = "TerminalSizeData")]
    struct PyTerminalSize;

    #[pyclass(with(PyStructSequence))]
    impl PyTerminalSize {}

    #[derive(FromArgs)]
    struct PathArgs {
        #[pyarg(any)]
        path: PyObjectRef,
        #[pyarg(named, default)]
        dir_fd: Option<PyObjectRef>,
        #[pyarg(named, default = true)]
        follow_symlinks: bool,
    }

    impl PathArgs {
        /// There are no links to follow, and no directory descriptors to start at.
        fn path(self, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
            let _ = self.follow_symlinks;
            match self.dir_fd {
                None => Ok(self.path),
                Some(_) => {
                    Err(vm.new_not_implemented_error("dir_fd unavailable on this platform".to_owned()))
                }
            }
        }
    }

    /// What `stat` gives out.
    pub(crate) fn stat_result(metadata: Metadata, vm: &VirtualMachine) -> PyObjectRef {
        PyStatResult::from_data(metadata.into(), vm).into()
    }

    #[pyfunction]
    fn stat(args: PathArgs, vm: &VirtualMachine) -> PyResult {
        let path = args.path(vm)?;
        if let Ok(descriptor) = path.clone().try_into_value::<i32>(vm) {
            return fstat(descriptor, vm);
        }
        let text = path_text(&path, vm)?;
        let metadata = with_files(Some(&path), vm, |files| files.metadata(&text))?;
        Ok(stat_result(metadata, vm))
    }

    #[pyfunction]
    fn lstat(args: PathArgs, vm: &VirtualMachine) -> PyResult {
        stat(args, vm)
    }

    /// There are no links: whatever is there is none.
    #[pyfunction]
    fn readlink(args: PathArgs, vm: &VirtualMachine) -> PyResult<()> {
        let path = args.path(vm)?;
        let text = path_text(&path, vm)?;
        with_files(Some(&path), vm, |files| files.metadata(&text))?;
        Err(os_error(&errno::error(errno::EINVAL), Some(&path), vm))
    }

    #[pyfunction]
    fn fstat(fd: i32, vm: &VirtualMachine) -> PyResult {
        let metadata = with_open(fd, vm, |file| file.metadata())?;
        Ok(stat_result(metadata, vm))
    }

    /// Calls an open file.
    fn with_open<T>(
        descriptor: i32,
        vm: &VirtualMachine,
        call: impl FnOnce(&mut dyn OpenFile) -> std::io::Result<T>,
    ) -> PyResult<T> {
        let current = host::current().ok_or_else(|| os_error(&errno::error(errno::EBADF), None, vm))?;
        let mut descriptors = current.descriptors.borrow_mut();
        descriptors.get(descriptor).and_then(call).map_err(|error| os_error(&error, None, vm))
    }

    #[derive(FromArgs)]
    struct OpenArgs {
        #[pyarg(any)]
        path: PyObjectRef,
        #[pyarg(any)]
        flags: i32,
        #[pyarg(any, default = 0o777)]
        mode: u32,
        #[pyarg(named, default)]
        dir_fd: Option<PyObjectRef>,
    }

    #[pyfunction]
    fn open(args: OpenArgs, vm: &VirtualMachine) -> PyResult<i32> {
        // Files here have no permissions to choose.
        let _ = args.mode;
        let path = PathArgs { path: args.path, dir_fd: args.dir_fd, follow_symlinks: true }.path(vm)?;
        let text = path_text(&path, vm)?;
        let has = |flag: i32| args.flags & flag != 0;
        let mode = OpenMode {
            read: !has(O_WRONLY),
            write: has(O_WRONLY) || has(O_RDWR),
            append: has(O_APPEND),
            create: has(O_CREAT),
            exclusive: has(O_EXCL),
            truncate: has(O_TRUNC),
        };
        let file = with_files(Some(&path), vm, |files| files.open(&text, mode))?;
        let current = host::current().ok_or_else(|| os_error(&errno::error(errno::EBADF), None, vm))?;
        Ok(current.descriptors.borrow_mut().add(file))
    }

    #[pyfunction]
    fn close(fd: i32, vm: &VirtualMachine) -> PyResult<()> {
        let current = host::current().ok_or_else(|| os_error(&errno::error(errno::EBADF), None, vm))?;
        current.descriptors.borrow_mut().close(fd).map_err(|error| os_error(&error, None, vm))
    }

    #[pyfunction]
    fn read(fd: i32, length: usize, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        with_open(fd, vm, |file| {
            let mut bytes = Vec::new();
            file.take(length as u64).read_to_end(&mut bytes).map(|_| bytes)
        })
    }

    #[pyfunction]
    fn readinto(fd: i32, buffer: ArgMemoryBuffer, vm: &VirtualMachine) -> PyResult<usize> {
        with_open(fd, vm, |file| buffer.with_ref(|bytes| file.read(bytes)))
    }

    #[pyfunction]
    fn write(fd: i32, data: ArgBytesLike, vm: &VirtualMachine) -> PyResult<usize> {
        with_open(fd, vm, |file| data.with_ref(|bytes| file.write(bytes)))
    }

    #[pyfunction]
    fn lseek(fd: i32, position: i64, whence: i32, vm: &VirtualMachine) -> PyResult<u64> {
        let invalid = || os_error(&errno::error(errno::EINVAL), None, vm);
        let to = match whence {
            0 => SeekFrom::Start(u64::try_from(position).map_err(|_| invalid())?),
            1 => SeekFrom::Current(position),
            2 => SeekFrom::End(position),
            _ => return Err(invalid()),
        };
        with_open(fd, vm, |file| file.seek(to))
    }

    #[pyfunction]
    fn ftruncate(fd: i32, length: u64, vm: &VirtualMachine) -> PyResult<()> {
        with_open(fd, vm, |file| file.set_len(length))
    }

    #[pyfunction]
    fn truncate(path: PyObjectRef, length: u64, vm: &VirtualMachine) -> PyResult<()> {
        let text = path_text(&path, vm)?;
        let mode = OpenMode { write: true, ..OpenMode::default() };
        with_files(Some(&path), vm, |files| files.open(&text, mode)?.set_len(length))
    }

    #[pyfunction]
    fn fsync(fd: i32, vm: &VirtualMachine) -> PyResult<()> {
        with_open(fd, vm, |file| file.flush())
    }

    #[pyfunction]
    fn isatty(_fd: i32) -> bool {
        false
    }

    #[pyfunction]
    fn getcwd(vm: &VirtualMachine) -> PyResult<String> {
        with_files(None, vm, |files| files.working_directory())
    }

    #[pyfunction]
    fn chdir(path: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let text = path_text(&path, vm)?;
        with_files(Some(&path), vm, |files| files.set_working_directory(&text))
    }

    #[pyfunction]
    fn listdir(path: OptionalArg<Option<PyObjectRef>>, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let path = path.flatten().unwrap_or_else(|| vm.ctx.new_str(".").into());
        let text = path_text(&path, vm)?;
        let names = with_files(Some(&path), vm, |files| files.list(&text))?;
        Ok(names.into_iter().map(|name| vm.ctx.new_str(name).into()).collect())
    }

    #[derive(FromArgs)]
    struct MkdirArgs {
        #[pyarg(any)]
        path: PyObjectRef,
        #[pyarg(any, default = 0o777)]
        mode: u32,
        #[pyarg(named, default)]
        dir_fd: Option<PyObjectRef>,
    }

    #[pyfunction]
    fn mkdir(args: MkdirArgs, vm: &VirtualMachine) -> PyResult<()> {
        let _ = args.mode;
        let path = PathArgs { path: args.path, dir_fd: args.dir_fd, follow_symlinks: true }.path(vm)?;
        let text = path_text(&path, vm)?;
        with_files(Some(&path), vm, |files| files.create_directory(&text))
    }

    #[pyfunction]
    fn rmdir(args: PathArgs, vm: &VirtualMachine) -> PyResult<()> {
        let path = args.path(vm)?;
        let text = path_text(&path, vm)?;
        with_files(Some(&path), vm, |files| files.remove_directory(&text))
    }

    #[pyfunction]
    fn unlink(args: PathArgs, vm: &VirtualMachine) -> PyResult<()> {
        let path = args.path(vm)?;
        let text = path_text(&path, vm)?;
        with_files(Some(&path), vm, |files| files.remove_file(&text))
    }

    #[pyfunction]
    fn remove(args: PathArgs, vm: &VirtualMachine) -> PyResult<()> {
        unlink(args, vm)
    }

    #[pyfunction]
    fn rename(from: PyObjectRef, to: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let (from_text, to_text) = (path_text(&from, vm)?, path_text(&to, vm)?);
        with_files(Some(&from), vm, |files| files.rename(&from_text, &to_text))
    }

    #[pyfunction]
    fn replace(from: PyObjectRef, to: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        rename(from, to, vm)
    }

    #[derive(FromArgs)]
    struct UtimeArgs {
        #[pyarg(any)]
        path: PyObjectRef,
        #[pyarg(any, default)]
        times: Option<PyTupleRef>,
        #[pyarg(named, default)]
        ns: Option<PyTupleRef>,
        #[pyarg(named, default)]
        dir_fd: Option<PyObjectRef>,
        #[pyarg(named, default = true)]
        follow_symlinks: bool,
    }

    #[pyfunction]
    fn utime(args: UtimeArgs, vm: &VirtualMachine) -> PyResult<()> {
        let modified = |times: &PyTupleRef| {
            let modified =
                times.get(1).ok_or_else(|| vm.new_type_error("times must be a pair".to_owned()))?;
            modified.clone().try_into_value::<ArgIntoFloat>(vm).map(f64::from)
        };
        let milliseconds = match (&args.times, &args.ns) {
            (Some(seconds), _) => modified(seconds)? * 1000.0,
            (None, Some(nanoseconds)) => modified(nanoseconds)? / 1e6,
            (None, None) => host::current().map_or(0.0, |current| current.host.unix_ms()),
        };
        let paths = PathArgs { path: args.path, dir_fd: args.dir_fd, follow_symlinks: args.follow_symlinks };
        let path = paths.path(vm)?;
        let text = path_text(&path, vm)?;
        with_files(Some(&path), vm, |files| files.set_modified(&text, milliseconds))
    }

    /// Everything that is there may be read and written.
    #[pyfunction]
    fn access(path: PyObjectRef, _mode: i32, vm: &VirtualMachine) -> PyResult<bool> {
        let text = path_text(&path, vm)?;
        Ok(with_files(None, vm, |files| files.metadata(&text)).is_ok())
    }

    /// Files here have no permissions; a missing one is an error all the same.
    #[pyfunction]
    fn chmod(path: PyObjectRef, _mode: u32, _rest: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let text = path_text(&path, vm)?;
        with_files(Some(&path), vm, |files| files.metadata(&text)).map(drop)
    }

    #[pyfunction]
    fn umask(_mask: u32) -> u32 {
        0o022
    }

    #[pyfunction]
    fn fspath(path: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Ok(match FsPath::try_from_path_like(path, false, vm)? {
            FsPath::Str(text) => text.into(),
            FsPath::Bytes(bytes) => bytes.into(),
        })
    }

    #[pyfunction]
    fn strerror(code: i32) -> String {
        errno::text(code)
    }

    #[pyfunction]
    fn getpid() -> u32 {
        1
    }

    #[pyfunction]
    fn cpu_count() -> u32 {
        1
    }

    #[pyfunction]
    fn get_terminal_size(_fd: OptionalArg<i32>, vm: &VirtualMachine) -> PyResult {
        Ok(PyTerminalSize::from_data(TerminalSizeData { columns: 80, lines: 24 }, vm).into())
    }

    #[pyfunction]
    fn urandom(size: usize, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let mut bytes = vec![0; size];
        getrandom::fill(&mut bytes).map_err(|error| vm.new_os_error(error.to_string()))?;
        Ok(bytes)
    }

    // `os.environ` keeps the values; there are no other processes to see them.
    #[pyfunction]
    fn putenv(_name: PyBytesRef, _value: PyBytesRef) {}

    #[pyfunction]
    fn unsetenv(_name: PyBytesRef) {}

    #[pyfunction]
    fn _exit(status: i32, vm: &VirtualMachine) -> PyResult<()> {
        let arguments = vec![vm.ctx.new_int(status).into()];
        Err(vm.new_exception(vm.ctx.exceptions.system_exit.to_owned(), arguments))
    }
}
