//! `zlib`: bytes made smaller and whole again, as `gzip`, `zipfile` and pictures need them.
//!
//! What it is not: the algorithm (`flate2`). `wbits` chooses the form as in zlib: 8 to 15 with zlib's head, negative
//! without one, 24 and more with gzip's. Start reading at `Format`.

#[rustpython_vm::pymodule]
#[expect(clippy::module_inception, reason = "Python names the module so, and the file is found by it")]
pub(crate) mod zlib {
    use std::{cell::RefCell, io::Read};

    use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};
    use rustpython_vm::{
        FromArgs, Py, PyPayload, PyResult, VirtualMachine,
        builtins::{PyBaseExceptionRef, PyTypeRef},
        function::{ArgBytesLike, OptionalArg},
        pyclass,
    };

    #[pyattr]
    const ZLIB_VERSION: &str = "1.3.1";
    #[pyattr]
    const MAX_WBITS: i32 = 15;
    #[pyattr]
    const DEFLATED: i32 = 8;
    #[pyattr]
    const DEF_MEM_LEVEL: i32 = 8;
    #[pyattr]
    const DEF_BUF_SIZE: i32 = 16 << 10;
    #[pyattr]
    const Z_NO_COMPRESSION: i32 = 0;
    #[pyattr]
    const Z_BEST_SPEED: i32 = 1;
    #[pyattr]
    const Z_BEST_COMPRESSION: i32 = 9;
    #[pyattr]
    const Z_DEFAULT_COMPRESSION: i32 = -1;
    #[pyattr]
    const Z_DEFAULT_STRATEGY: i32 = 0;
    #[pyattr]
    const Z_NO_FLUSH: i32 = 0;
    #[pyattr]
    const Z_SYNC_FLUSH: i32 = 2;
    #[pyattr]
    const Z_FULL_FLUSH: i32 = 3;
    #[pyattr]
    const Z_FINISH: i32 = 4;

    #[pyattr(once)]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        vm.ctx.new_exception_type("zlib", "error", Some(vec![vm.ctx.exceptions.exception_type.to_owned()]))
    }

    fn failed(message: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
        vm.new_exception_msg(error(vm), message.to_owned().into())
    }

    /// What stands around the compressed bytes.
    #[derive(Clone, Copy, PartialEq)]
    enum Format {
        Raw,
        Zlib,
        Gzip,
    }

    fn format(wbits: i32, vm: &VirtualMachine) -> PyResult<Format> {
        match wbits {
            -15..=-8 => Ok(Format::Raw),
            0 | 8..=15 => Ok(Format::Zlib),
            // 32 and more: whichever it is; gzip's is tried first.
            24..=31 | 40..=47 => Ok(Format::Gzip),
            _ => Err(vm.new_value_error("Invalid initialization option")),
        }
    }

    fn level(level: i32, vm: &VirtualMachine) -> PyResult<Compression> {
        match level {
            -1 => Ok(Compression::default()),
            0..=9 => Ok(Compression::new(level as u32)),
            _ => Err(failed("Bad compression level", vm)),
        }
    }

    #[derive(FromArgs)]
    struct CompressArgs {
        #[pyarg(positional)]
        data: ArgBytesLike,
        #[pyarg(any, default = -1)]
        level: i32,
        #[pyarg(any, default = MAX_WBITS)]
        wbits: i32,
    }

    /// compress(data, /, level=-1, wbits=15)
    #[pyfunction]
    fn compress(args: CompressArgs, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let (level, format) = (level(args.level, vm)?, format(args.wbits, vm)?);
        let mut out = Vec::new();
        let bytes = args.data.borrow_buf();
        let made = match format {
            Format::Raw => flate2::read::DeflateEncoder::new(&*bytes, level).read_to_end(&mut out),
            Format::Zlib => flate2::read::ZlibEncoder::new(&*bytes, level).read_to_end(&mut out),
            Format::Gzip => flate2::read::GzEncoder::new(&*bytes, level).read_to_end(&mut out),
        };
        made.map(|_| out).map_err(|error| failed(&error.to_string(), vm))
    }

    #[derive(FromArgs)]
    struct DecompressArgs {
        #[pyarg(positional)]
        data: ArgBytesLike,
        #[pyarg(any, default = MAX_WBITS)]
        wbits: i32,
        #[pyarg(any, default = DEF_BUF_SIZE)]
        bufsize: i32,
    }

    /// decompress(data, /, wbits=15, bufsize=16384)
    #[pyfunction]
    fn decompress(args: DecompressArgs, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        if args.bufsize <= 0 {
            return Err(vm.new_value_error("bufsize must be greater than zero"));
        }
        let bytes = args.data.borrow_buf();
        let is_gzip = bytes.starts_with(&[0x1f, 0x8b]);
        let format = match format(args.wbits, vm)? {
            Format::Gzip if args.wbits >= 40 && !is_gzip => Format::Zlib,
            format => format,
        };
        let mut out = Vec::new();
        let made = match format {
            Format::Raw => flate2::read::DeflateDecoder::new(&*bytes).read_to_end(&mut out),
            Format::Zlib => flate2::read::ZlibDecoder::new(&*bytes).read_to_end(&mut out),
            Format::Gzip => flate2::read::GzDecoder::new(&*bytes).read_to_end(&mut out),
        };
        match made {
            Ok(_) if !bytes.is_empty() => Ok(out),
            Err(error) if error.kind() != std::io::ErrorKind::UnexpectedEof => {
                Err(failed("Error -3 while decompressing data: incorrect header check", vm))
            }
            _ => Err(failed("Error -5 while decompressing data: incomplete or truncated stream", vm)),
        }
    }

    /// crc32(data, value=0, /)
    #[pyfunction]
    fn crc32(data: ArgBytesLike, value: OptionalArg<u32>) -> u32 {
        let mut crc = crc32fast::Hasher::new_with_initial(value.unwrap_or(0));
        data.with_ref(|bytes| crc.update(bytes));
        crc.finalize()
    }

    /// adler32(data, value=1, /)
    #[pyfunction]
    fn adler32(data: ArgBytesLike, value: OptionalArg<u32>) -> u32 {
        const MODULUS: u32 = 65_521;
        let start = value.unwrap_or(1);
        let sums = data.with_ref(|bytes| {
            // So many bytes fit into 32 bits before a remainder must be taken.
            bytes.chunks(5552).fold((start & 0xffff, start >> 16), |(mut a, mut b), chunk| {
                for byte in chunk {
                    a += u32::from(*byte);
                    b += a;
                }
                (a % MODULUS, b % MODULUS)
            })
        });
        sums.1 << 16 | sums.0
    }

    #[derive(FromArgs)]
    struct CompressobjArgs {
        #[pyarg(any, default = -1)]
        level: i32,
        #[pyarg(any, default = DEFLATED)]
        method: i32,
        #[pyarg(any, default = MAX_WBITS)]
        wbits: i32,
        #[pyarg(any, default = DEF_MEM_LEVEL)]
        #[expect(dead_code, reason = "how much memory to use changes no result")]
        mem_level: i32,
        #[pyarg(any, default = Z_DEFAULT_STRATEGY)]
        #[expect(dead_code, reason = "a hint, which changes no result")]
        strategy: i32,
    }

    /// compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0)
    #[pyfunction]
    fn compressobj(args: CompressobjArgs, vm: &VirtualMachine) -> PyResult<Compressor> {
        let format = format(args.wbits, vm)?;
        if format == Format::Gzip || args.method != DEFLATED {
            return Err(vm.new_value_error("Invalid initialization option"));
        }
        let state = Compress::new(level(args.level, vm)?, format == Format::Zlib);
        Ok(Compressor(RefCell::new(state)))
    }

    #[pyattr]
    #[pyclass(module = "zlib", name = "Compress")]
    #[derive(Debug, PyPayload)]
    struct Compressor(RefCell<Compress>);

    #[pyclass]
    impl Compressor {
        #[pymethod]
        fn compress(zelf: &Py<Self>, data: ArgBytesLike, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
            let bytes = data.borrow_buf();
            zelf.fed(&bytes, FlushCompress::None, vm)
        }

        #[pymethod]
        fn flush(zelf: &Py<Self>, mode: OptionalArg<i32>, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
            let flush = match mode.unwrap_or(Z_FINISH) {
                Z_FINISH => FlushCompress::Finish,
                Z_FULL_FLUSH => FlushCompress::Full,
                Z_NO_FLUSH => FlushCompress::None,
                _ => FlushCompress::Sync,
            };
            zelf.fed(&[], flush, vm)
        }
    }

    impl Compressor {
        fn fed(&self, bytes: &[u8], flush: FlushCompress, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
            let mut state = self.0.borrow_mut();
            let (start, mut out) = (state.total_in(), Vec::new());
            loop {
                out.reserve(bytes.len() / 2 + 1024);
                let rest = &bytes[(state.total_in() - start) as usize..];
                let status = state.compress_vec(rest, &mut out, flush);
                let is_done =
                    (state.total_in() - start) as usize == bytes.len() && out.len() < out.capacity();
                match status {
                    Ok(Status::StreamEnd) => return Ok(out),
                    Ok(_) if is_done && flush != FlushCompress::Finish => return Ok(out),
                    Ok(_) => {}
                    Err(error) => return Err(failed(&error.to_string(), vm)),
                }
            }
        }
    }

    #[derive(FromArgs)]
    struct DecompressobjArgs {
        #[pyarg(any, default = MAX_WBITS)]
        wbits: i32,
    }

    /// decompressobj(wbits=15)
    #[pyfunction]
    fn decompressobj(args: DecompressobjArgs, vm: &VirtualMachine) -> PyResult<Decompressor> {
        let format = format(args.wbits, vm)?;
        if format == Format::Gzip {
            return Err(vm.new_value_error("decompressobj reads no gzip head here; use gzip.open"));
        }
        Ok(Decompressor(RefCell::new(Reading {
            state: Decompress::new(format == Format::Zlib),
            is_at_end: false,
            unused: Vec::new(),
            waiting: Vec::new(),
        })))
    }

    /// _ZlibDecompressor(wbits=15): as `decompressobj`, but what it has not worked through it keeps for the next call, as
    /// `gzip`'s reader wants it.
    #[pyfunction(name = "_ZlibDecompressor")]
    fn keeping_decompressor(args: DecompressobjArgs, vm: &VirtualMachine) -> PyResult<KeepingDecompressor> {
        Ok(KeepingDecompressor(decompressobj(args, vm)?.0))
    }

    #[pyclass(no_attr, module = "zlib", name = "_ZlibDecompressor")]
    #[derive(Debug, PyPayload)]
    struct KeepingDecompressor(RefCell<Reading>);

    #[pyclass]
    impl KeepingDecompressor {
        #[pymethod]
        fn decompress(
            zelf: &Py<Self>,
            data: ArgBytesLike,
            max_length: OptionalArg<isize>,
            vm: &VirtualMachine,
        ) -> PyResult<Vec<u8>> {
            let mut reading = zelf.0.borrow_mut();
            let mut bytes = std::mem::take(&mut reading.waiting);
            bytes.extend_from_slice(&data.borrow_buf());
            reading.read(&bytes, usize::try_from(max_length.unwrap_or(-1)).unwrap_or(usize::MAX), vm)
        }

        #[pygetset]
        fn eof(zelf: &Py<Self>) -> bool {
            zelf.0.borrow().is_at_end
        }

        #[pygetset]
        fn needs_input(zelf: &Py<Self>) -> bool {
            let reading = zelf.0.borrow();
            !reading.is_at_end && reading.waiting.is_empty()
        }

        #[pygetset]
        fn unused_data(zelf: &Py<Self>) -> Vec<u8> {
            zelf.0.borrow().unused.clone()
        }
    }

    #[derive(Debug)]
    struct Reading {
        state: Decompress,
        is_at_end: bool,
        unused: Vec<u8>,
        waiting: Vec<u8>,
    }

    #[pyattr]
    #[pyclass(module = "zlib", name = "Decompress")]
    #[derive(Debug, PyPayload)]
    struct Decompressor(RefCell<Reading>);

    #[pyclass]
    impl Decompressor {
        #[pymethod]
        fn decompress(
            zelf: &Py<Self>,
            data: ArgBytesLike,
            max_length: OptionalArg<usize>,
            vm: &VirtualMachine,
        ) -> PyResult<Vec<u8>> {
            let most = max_length.unwrap_or(0);
            let bytes = data.borrow_buf();
            zelf.0.borrow_mut().read(&bytes, if most == 0 { usize::MAX } else { most }, vm)
        }

        #[pymethod]
        fn flush(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
            let mut reading = zelf.0.borrow_mut();
            let waiting = std::mem::take(&mut reading.waiting);
            reading.read(&waiting, usize::MAX, vm)
        }

        #[pygetset]
        fn eof(zelf: &Py<Self>) -> bool {
            zelf.0.borrow().is_at_end
        }

        #[pygetset]
        fn unused_data(zelf: &Py<Self>) -> Vec<u8> {
            zelf.0.borrow().unused.clone()
        }

        #[pygetset]
        fn unconsumed_tail(zelf: &Py<Self>) -> Vec<u8> {
            zelf.0.borrow().waiting.clone()
        }
    }

    impl Reading {
        fn read(&mut self, bytes: &[u8], most: usize, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
            const STEP: usize = 16 << 10;
            let (start, mut out, mut piece) = (self.state.total_in(), Vec::new(), [0; STEP]);
            while !self.is_at_end && out.len() < most {
                let rest = &bytes[(self.state.total_in() - start) as usize..];
                let before = (self.state.total_in(), self.state.total_out());
                let room = &mut piece[..STEP.min(most - out.len())];
                let status = self.state.decompress(rest, room, FlushDecompress::None);
                out.extend_from_slice(&room[..(self.state.total_out() - before.1) as usize]);
                match status {
                    Ok(Status::StreamEnd) => self.is_at_end = true,
                    Ok(_) if before == (self.state.total_in(), self.state.total_out()) => break,
                    Ok(_) => {}
                    Err(_) => return Err(failed("Error -3 while decompressing data: invalid data", vm)),
                }
            }
            let rest = bytes[(self.state.total_in() - start) as usize..].to_vec();
            if self.is_at_end {
                self.unused.extend(rest);
                self.waiting.clear();
            } else {
                self.waiting = rest;
            }
            Ok(out)
        }
    }
}
