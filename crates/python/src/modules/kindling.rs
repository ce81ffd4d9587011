//! `_kindling`: what Python code of ours needs from the host.

#[rustpython_vm::pymodule]
pub(crate) mod _kindling {
    use std::borrow::Cow;

    use kindling_plot::{Color, Figure, INCH, Theme, to_png, to_svg};
    use rustpython_vm::{
        PyObjectRef, PyRef, PyResult, VirtualMachine,
        builtins::{PyCode, PyDictRef, PyStrRef},
        function::OptionalArg,
        py_serde,
    };

    use crate::{cell, host, interrupt, library, shown};

    /// library_is_package(name): whether a module that comes on demand is a package; None for any other module.
    #[pyfunction]
    fn library_is_package(name: PyStrRef) -> Option<bool> {
        library::is_package(&name.to_string_lossy())
    }

    /// library_code(name): the code of a module that comes on demand.
    #[pyfunction]
    fn library_code(name: PyStrRef, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
        library::code(&name.to_string_lossy(), vm)
    }

    /// module_code(source, file): the code of a module of the student's.
    #[pyfunction]
    fn module_code(source: PyStrRef, file: PyStrRef, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
        cell::compile_module(vm, &file.to_string_lossy(), &source.to_string_lossy())
    }

    /// display(figure, id=None): shows a figure given as dicts, lists, numbers and strings in the form of
    /// `kindling_plot::Figure`, in the place of what was shown under that id.
    #[pyfunction]
    fn display(figure: PyObjectRef, id: OptionalArg<Option<PyStrRef>>, vm: &VirtualMachine) -> PyResult<()> {
        let figure = drawn(&figure, vm)?;
        if let Some(current) = host::current() {
            current.host.display(figure, text(&id.flatten()).as_deref());
        }
        Ok(())
    }

    /// A file of strokes has no dots: it is as large as the page shows the figure at most.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped where it is drawn")]
    fn css_width(figure: &Figure) -> u32 {
        (figure.size.0 * INCH).round() as u32
    }

    fn drawn(figure: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Figure> {
        let value = py_serde::serialize(vm, figure, serde_json::value::Serializer)
            .map_err(|error| vm.new_type_error(format!("not a figure: {error}")))?;
        serde_json::from_value(value).map_err(|error| vm.new_value_error(format!("not a figure: {error}")))
    }

    /// picture(figure, kind, dpi, background): the bytes of a file of that kind, "svg" or "png", with a figure given
    /// as to `display`; the background is "#rrggbb", or None for a transparent one.
    #[pyfunction]
    fn picture(
        figure: PyObjectRef,
        kind: PyStrRef,
        dpi: f64,
        background: Option<PyStrRef>,
        vm: &VirtualMachine,
    ) -> PyResult<Vec<u8>> {
        let figure = drawn(&figure, vm)?;
        let value_error = |error: &dyn std::fmt::Display| vm.new_value_error(error.to_string());
        let mut theme = Theme::LIGHT;
        if let Some(color) = text(&background) {
            let color: Color = serde_json::from_value(color.into()).map_err(|error| value_error(&error))?;
            theme = Theme { paper: color, ..theme }.on_paper();
        }
        match &*kind.to_string_lossy() {
            "png" => to_png(&figure, &theme, dpi),
            _ => to_svg(&figure, &theme, css_width(&figure), figure.title.as_deref().unwrap_or_default())
                .map(String::into_bytes),
        }
        .map_err(|error| value_error(&error))
    }

    fn text(given: &Option<PyStrRef>) -> Option<Cow<'_, str>> {
        given.as_ref().map(|text| text.to_string_lossy())
    }

    /// show(text, forms, id): shows a value, whose other forms are strings by MIME type.
    #[pyfunction]
    fn show(value: PyStrRef, forms: PyDictRef, id: Option<PyStrRef>, vm: &VirtualMachine) -> PyResult<()> {
        let forms = shown::forms(vm, &forms)?;
        if let Some(current) = host::current() {
            current.host.show(&value.to_string_lossy(), forms, text(&id).as_deref());
        }
        Ok(())
    }

    /// clear_output(wait): takes away what the cell has shown, or has it taken away by what comes next.
    #[pyfunction]
    fn clear_output(wait: bool) {
        if let Some(current) = host::current() {
            current.host.clear_output(wait);
        }
    }

    /// read_line(prompt, is_password): a line of text from the reader; None where none will come.
    #[pyfunction]
    fn read_line(prompt: PyStrRef, is_password: bool, vm: &VirtualMachine) -> PyResult<Option<String>> {
        let Some(current) = host::current() else { return Ok(None) };
        let line = current.host.read_line(&prompt.to_string_lossy(), is_password);
        // Stop ends the waiting, too.
        interrupt::poll(vm)?;
        Ok(line)
    }
}
