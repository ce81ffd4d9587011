//! `_kindling_image`: pictures of JPEG files as bytes, a value for each colour of each pixel.
//!
//! What it is not: other kinds of files, which `PIL` reads in Python, or writing.

#[rustpython_vm::pymodule]
pub(crate) mod _kindling_image {
    use kindling_core::tensor::memory;
    use rustpython_vm::{PyResult, VirtualMachine, function::ArgBytesLike};
    use zune_jpeg::{
        JpegDecoder,
        zune_core::{colorspace::ColorSpace, options::DecoderOptions},
    };

    /// decode(data): width, height, "L" or "RGB", and the values row by row.
    #[pyfunction]
    fn decode(data: ArgBytesLike, vm: &VirtualMachine) -> PyResult<(usize, usize, &'static str, Vec<u8>)> {
        let refused = |error: &dyn std::fmt::Debug| vm.new_value_error(format!("no JPEG picture: {error:?}"));
        let bytes = data.borrow_buf();
        let mut decoder = JpegDecoder::new(&*bytes);
        decoder.decode_headers().map_err(|error| refused(&error))?;
        let is_grey = decoder.get_input_colorspace() == Some(ColorSpace::Luma);
        let (space, mode) = if is_grey { (ColorSpace::Luma, "L") } else { (ColorSpace::RGB, "RGB") };
        decoder.set_options(DecoderOptions::default().jpeg_set_out_colorspace(space));
        let size = decoder.output_buffer_size().ok_or_else(|| refused(&"it has no size"))?;
        let mut pixels = memory::filled(0, size).map_err(|_| vm.no_memory_error())?;
        decoder.decode_into(&mut pixels).map_err(|error| refused(&error))?;
        let (width, height) = decoder.dimensions().ok_or_else(|| refused(&"it has no size"))?;
        Ok((width, height, mode, pixels))
    }
}
