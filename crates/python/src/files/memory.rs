//! Files in memory: a map from absolute paths to what is there. Start reading at [`MemoryFiles`].

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    io::{self, Read, Seek, SeekFrom, Write},
    rc::Rc,
};

use kindling_protocol::File;

use super::{FileSystem, Metadata, OpenFile, OpenMode, errno};

/// The working directory at the start, and what [`MemoryFiles::all`] lists.
const HOME: &str = "/home/student";

/// A file system in memory. The program around a session keeps it, and so keeps the files over a restart.
pub struct MemoryFiles {
    nodes: RefCell<BTreeMap<String, Node>>,
    working_directory: RefCell<String>,
    next_inode: Cell<u64>,
    /// Counts changes, by any path to the files.
    changes: Rc<Cell<u64>>,
    /// Milliseconds since 1970.
    now: fn() -> f64,
}

#[derive(Clone)]
enum Node {
    Directory { inode: u64, modified: f64 },
    File(Rc<RefCell<Contents>>),
}

struct Contents {
    inode: u64,
    bytes: Vec<u8>,
    modified: f64,
}

impl MemoryFiles {
    /// Empty but for the home directory and `/tmp`; `now` gives milliseconds since 1970.
    #[must_use]
    pub fn new(now: fn() -> f64) -> Self {
        let directory = |inode| Node::Directory { inode, modified: now() };
        let paths = ["/", "/home", HOME, "/tmp"];
        let nodes =
            paths.iter().zip(1..).map(|(path, inode)| ((*path).to_owned(), directory(inode))).collect();
        Self {
            nodes: RefCell::new(nodes),
            working_directory: RefCell::new(HOME.to_owned()),
            next_inode: Cell::new(paths.len() as u64 + 1),
            changes: Rc::new(Cell::new(0)),
            now,
        }
    }

    /// Every file below the home directory, by its path relative to that.
    #[must_use]
    pub fn all(&self) -> Vec<File> {
        let prefix = format!("{HOME}/");
        let nodes = self.nodes.borrow();
        let files = nodes.iter().filter_map(|(path, node)| match node {
            Node::File(file) => Some((path.strip_prefix(&prefix)?, file.borrow())),
            Node::Directory { .. } => None,
        });
        files
            .map(|(path, file)| File {
                path: path.to_owned(),
                bytes: file.bytes.clone(),
                modified: file.modified,
            })
            .collect()
    }

    /// Puts a file below the home directory, with the directories that it needs.
    ///
    /// # Errors
    /// `ENOTDIR` or `EISDIR` where something else is in the way.
    pub fn put(&self, file: File) -> io::Result<()> {
        let path = self.absolute(&format!("{HOME}/{}", file.path));
        let parents: Vec<usize> = path.match_indices('/').map(|(at, _)| at).skip(1).collect();
        for end in parents {
            match self.create_directory(&path[..end]) {
                Err(error) if error.raw_os_error() != Some(errno::EEXIST) => return Err(error),
                _ => {}
            }
        }
        let mode = OpenMode { write: true, create: true, truncate: true, ..OpenMode::default() };
        self.open(&path, mode)?.write_all(&file.bytes)?;
        self.set_modified(&path, file.modified)
    }

    /// Deletes a file below the home directory; a missing one is no error.
    ///
    /// # Errors
    /// `EISDIR` for a directory.
    pub fn delete(&self, path: &str) -> io::Result<()> {
        match self.remove_file(&format!("{HOME}/{path}")) {
            Err(error) if error.raw_os_error() == Some(errno::ENOENT) => Ok(()),
            result => result,
        }
    }

    /// Grows with every change: two equal counts mean that nothing changed in between.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes.get()
    }

    /// An absolute path without `.`, `..` and doubled slashes.
    fn absolute(&self, path: &str) -> String {
        let whole = if path.starts_with('/') {
            path.to_owned()
        } else {
            format!("{}/{path}", self.working_directory.borrow())
        };
        let mut parts = Vec::new();
        for part in whole.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()),
                name => parts.push(name),
            }
        }
        format!("/{}", parts.join("/"))
    }

    /// What is at an absolute path.
    fn node(&self, path: &str) -> io::Result<Node> {
        if let Some(node) = self.nodes.borrow().get(path) {
            return Ok(node.clone());
        }
        self.parent_of(path)?;
        Err(errno::error(errno::ENOENT))
    }

    /// The directory above an absolute path, which must be there.
    fn parent_of(&self, path: &str) -> io::Result<()> {
        let (parent, _) = path.rsplit_once('/').unwrap_or_default();
        let parent = if parent.is_empty() { "/" } else { parent };
        match self.nodes.borrow().get(parent) {
            Some(Node::Directory { .. }) => Ok(()),
            Some(Node::File(_)) => Err(errno::error(errno::ENOTDIR)),
            None => Err(errno::error(errno::ENOENT)),
        }
    }

    /// The paths below a directory, as deep as they go.
    fn below(&self, directory: &str) -> Vec<String> {
        let prefix = if directory == "/" { "/".to_owned() } else { format!("{directory}/") };
        let nodes = self.nodes.borrow();
        let from = nodes.range(prefix.clone()..).map(|(path, _)| path);
        from.take_while(|path| path.starts_with(&prefix)).filter(|path| path.len() > 1).cloned().collect()
    }

    fn changed(&self) {
        self.changes.set(self.changes.get() + 1);
    }

    fn new_inode(&self) -> u64 {
        self.next_inode.replace(self.next_inode.get() + 1)
    }

    fn new_file(&self, path: &str) -> io::Result<Rc<RefCell<Contents>>> {
        self.parent_of(path)?;
        let contents = Contents { inode: self.new_inode(), bytes: Vec::new(), modified: (self.now)() };
        let file = Rc::new(RefCell::new(contents));
        self.nodes.borrow_mut().insert(path.to_owned(), Node::File(file.clone()));
        self.changed();
        Ok(file)
    }
}

impl FileSystem for MemoryFiles {
    fn working_directory(&self) -> io::Result<String> {
        Ok(self.working_directory.borrow().clone())
    }

    fn set_working_directory(&self, path: &str) -> io::Result<()> {
        let path = self.absolute(path);
        match self.node(&path)? {
            Node::Directory { .. } => {
                self.working_directory.replace(path);
                Ok(())
            }
            Node::File(_) => Err(errno::error(errno::ENOTDIR)),
        }
    }

    fn open(&self, path: &str, mode: OpenMode) -> io::Result<Box<dyn OpenFile>> {
        let absolute = self.absolute(path);
        let file = match self.node(&absolute) {
            Ok(_) if mode.create && mode.exclusive => return Err(errno::error(errno::EEXIST)),
            Ok(Node::Directory { .. }) => return Err(errno::error(errno::EISDIR)),
            Ok(Node::File(_)) if path.ends_with('/') => return Err(errno::error(errno::ENOTDIR)),
            Ok(Node::File(file)) => file,
            Err(error) if error.raw_os_error() == Some(errno::ENOENT) && mode.create => {
                self.new_file(&absolute)?
            }
            Err(error) => return Err(error),
        };
        let mut open =
            OpenMemoryFile { file, mode, position: 0, changes: self.changes.clone(), now: self.now };
        if mode.truncate {
            open.set_len(0)?;
        }
        Ok(Box::new(open))
    }

    fn metadata(&self, path: &str) -> io::Result<Metadata> {
        Ok(match self.node(&self.absolute(path))? {
            Node::Directory { inode, modified } => Metadata { directory: true, size: 0, modified, inode },
            Node::File(_) if path.ends_with('/') => return Err(errno::error(errno::ENOTDIR)),
            Node::File(file) => file.borrow().metadata(),
        })
    }

    fn list(&self, path: &str) -> io::Result<Vec<String>> {
        let path = self.absolute(path);
        if let Node::File(_) = self.node(&path)? {
            return Err(errno::error(errno::ENOTDIR));
        }
        let start = if path == "/" { 1 } else { path.len() + 1 };
        let below = self.below(&path);
        let children = below.iter().map(|path| &path[start..]).filter(|name| !name.contains('/'));
        Ok(children.map(str::to_owned).collect())
    }

    fn create_directory(&self, path: &str) -> io::Result<()> {
        let path = self.absolute(path);
        if self.nodes.borrow().contains_key(&path) {
            return Err(errno::error(errno::EEXIST));
        }
        self.parent_of(&path)?;
        let directory = Node::Directory { inode: self.new_inode(), modified: (self.now)() };
        self.nodes.borrow_mut().insert(path, directory);
        self.changed();
        Ok(())
    }

    fn remove_file(&self, path: &str) -> io::Result<()> {
        let path = self.absolute(path);
        if let Node::Directory { .. } = self.node(&path)? {
            return Err(errno::error(errno::EISDIR));
        }
        self.nodes.borrow_mut().remove(&path);
        self.changed();
        Ok(())
    }

    fn remove_directory(&self, path: &str) -> io::Result<()> {
        let path = self.absolute(path);
        if let Node::File(_) = self.node(&path)? {
            return Err(errno::error(errno::ENOTDIR));
        }
        if !self.below(&path).is_empty() || path == "/" {
            return Err(errno::error(errno::ENOTEMPTY));
        }
        self.nodes.borrow_mut().remove(&path);
        self.changed();
        Ok(())
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        let (from, to) = (self.absolute(from), self.absolute(to));
        let moved = self.node(&from)?;
        if from == to {
            return Ok(());
        }
        if to.starts_with(&format!("{from}/")) {
            return Err(errno::error(errno::EINVAL));
        }
        self.parent_of(&to)?;
        let replaced = self.nodes.borrow().get(&to).cloned();
        match (&moved, replaced) {
            (_, None) => {}
            (Node::File(_), Some(Node::File(_))) => self.remove_file(&to)?,
            (Node::File(_), Some(Node::Directory { .. })) => return Err(errno::error(errno::EISDIR)),
            (Node::Directory { .. }, Some(_)) => self.remove_directory(&to)?,
        }
        let paths = [vec![from.clone()], self.below(&from)].concat();
        let mut nodes = self.nodes.borrow_mut();
        for path in paths {
            if let Some(node) = nodes.remove(&path) {
                nodes.insert(format!("{to}{}", &path[from.len()..]), node);
            }
        }
        self.changed();
        Ok(())
    }

    fn set_modified(&self, path: &str, milliseconds: f64) -> io::Result<()> {
        let path = self.absolute(path);
        match self.node(&path)? {
            Node::File(file) => file.borrow_mut().modified = milliseconds,
            Node::Directory { inode, .. } => {
                let directory = Node::Directory { inode, modified: milliseconds };
                self.nodes.borrow_mut().insert(path, directory);
            }
        }
        self.changed();
        Ok(())
    }
}

impl Contents {
    fn metadata(&self) -> Metadata {
        let size = self.bytes.len() as u64;
        Metadata { directory: false, size, modified: self.modified, inode: self.inode }
    }
}

struct OpenMemoryFile {
    file: Rc<RefCell<Contents>>,
    mode: OpenMode,
    position: u64,
    changes: Rc<Cell<u64>>,
    now: fn() -> f64,
}

impl OpenMemoryFile {
    /// The contents, to be changed now.
    fn change<T>(&self, change: impl FnOnce(&mut Vec<u8>) -> T) -> T {
        let mut file = self.file.borrow_mut();
        file.modified = (self.now)();
        self.changes.set(self.changes.get() + 1);
        change(&mut file.bytes)
    }
}

impl Read for OpenMemoryFile {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if !self.mode.read {
            return Err(errno::error(errno::EBADF));
        }
        let file = self.file.borrow();
        let start = usize::try_from(self.position).unwrap_or(usize::MAX).min(file.bytes.len());
        let read = (&file.bytes[start..]).read(into)?;
        self.position += read as u64;
        Ok(read)
    }
}

impl Write for OpenMemoryFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.mode.write {
            return Err(errno::error(errno::EBADF));
        }
        let position = if self.mode.append { self.file.borrow().bytes.len() as u64 } else { self.position };
        let start = usize::try_from(position).map_err(|_| errno::error(errno::ENOSPC))?;
        let end = start.checked_add(bytes.len()).ok_or_else(|| errno::error(errno::ENOSPC))?;
        self.change(|contents| {
            let missing = end.saturating_sub(contents.len());
            contents.try_reserve(missing).map_err(|_| errno::error(errno::ENOSPC))?;
            contents.resize(contents.len() + missing, 0);
            contents[start..end].copy_from_slice(bytes);
            Ok::<_, io::Error>(())
        })?;
        self.position = end as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for OpenMemoryFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
            SeekFrom::End(offset) => (self.file.borrow().bytes.len() as u64).checked_add_signed(offset),
        };
        self.position = position.ok_or_else(|| errno::error(errno::EINVAL))?;
        Ok(self.position)
    }
}

impl OpenFile for OpenMemoryFile {
    fn set_len(&mut self, size: u64) -> io::Result<()> {
        if !self.mode.write {
            return Err(errno::error(errno::EINVAL));
        }
        let size = usize::try_from(size).map_err(|_| errno::error(errno::ENOSPC))?;
        self.change(|contents| {
            let missing = size.saturating_sub(contents.len());
            contents.try_reserve(missing).map_err(|_| errno::error(errno::ENOSPC))?;
            contents.resize(size, 0);
            Ok(())
        })
    }

    fn metadata(&self) -> io::Result<Metadata> {
        Ok(self.file.borrow().metadata())
    }
}
