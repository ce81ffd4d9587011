//! A small static server for `dist/`.
//!
//! What it is not: a host for readers. It answers on localhost only, with the right types, the compressed form
//! where the browser takes it, and entity tags, as a good static host does. Start reading at [`start`].

use std::{
    fs,
    io::Cursor,
    path::{Component, Path, PathBuf},
    sync::Arc,
    thread,
    time::UNIX_EPOCH,
};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::{dist, workspace::Workspace};

pub const DEFAULT_PORT: u16 = 8000;

/// Browsers open six connections to a host.
const THREADS: usize = 6;

/// Builds the page and serves it until the process is ended.
pub fn run(workspace: &Workspace, port: u16) -> Result<()> {
    dist::build(workspace)?;
    let (url, threads) = start(workspace.dist(), port)?;
    println!("\nKindling is at {url} (Ctrl+C to stop)");
    for thread in threads {
        thread.join().map_err(|_| anyhow!("a thread of the server panicked"))?;
    }
    Ok(())
}

/// Serves `directory` on localhost; port 0 is any free one. Returns the URL and the serving threads.
pub fn start(directory: PathBuf, port: u16) -> Result<(String, Vec<thread::JoinHandle<()>>)> {
    let server =
        Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("cannot serve on port {port}: {error}"))?;
    let address = server.server_addr().to_ip().ok_or_else(|| anyhow!("the server has no address"))?;
    let server = Arc::new(server);
    let threads = (0..THREADS).map(|_| {
        let (server, directory) = (server.clone(), directory.clone());
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                answer(&directory, request);
            }
        })
    });
    Ok((format!("http://localhost:{}/", address.port()), threads.collect()))
}

/// A browser that has gone away is no error of ours, so what sending returns is not looked at.
fn answer(directory: &Path, request: Request) {
    let found =
        file_of(directory, request.url()).filter(|_| matches!(request.method(), Method::Get | Method::Head));
    let Some(file) = found else {
        let _ = request.respond(Response::from_string("not found").with_status_code(404));
        return;
    };
    let compressed = Some(dist::compressed(&file)).filter(|path| path.exists() && accepts_brotli(&request));
    let sent = compressed.as_ref().unwrap_or(&file);
    let tag = entity_tag(sent);
    if value_of(&request, "If-None-Match") == Some(tag.as_str()) {
        let _ = request.respond(Response::empty(304));
        return;
    }
    let mut response = Response::new(200.into(), Vec::new(), Cursor::new(Vec::new()), Some(0), None);
    if let Ok(content) = fs::read(sent) {
        let length = content.len();
        response = response.with_data(Cursor::new(content), Some(length));
    }
    response.add_header(header("Content-Type", content_type(&file)));
    // The kernel's file name carries no hash, so every use asks whether the file is still the same.
    response.add_header(header("Cache-Control", "no-cache"));
    response.add_header(header("ETag", &tag));
    response.add_header(header("Vary", "Accept-Encoding"));
    if compressed.is_some() {
        response.add_header(header("Content-Encoding", "br"));
    }
    let _ = request.respond(response);
}

/// The file that a URL names, if it lies inside `directory`.
fn file_of(directory: &Path, url: &str) -> Option<PathBuf> {
    let path = Path::new(url.split(['?', '#']).next()?.trim_start_matches('/'));
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let mut file = directory.join(path);
    if file.is_dir() {
        file = file.join("index.html");
    }
    file.is_file().then_some(file)
}

fn accepts_brotli(request: &Request) -> bool {
    value_of(request, "Accept-Encoding").is_some_and(|accepted| {
        accepted.split(',').any(|coding| coding.trim().split(';').next() == Some("br"))
    })
}

fn value_of<'a>(request: &'a Request, name: &'static str) -> Option<&'a str> {
    request.headers().iter().find(|header| header.field.equiv(name)).map(|header| header.value.as_str())
}

/// Length and time of the last change.
fn entity_tag(file: &Path) -> String {
    let metadata = fs::metadata(file);
    let length = metadata.as_ref().map_or(0, fs::Metadata::len);
    let modified = metadata.and_then(|metadata| metadata.modified()).ok();
    let nanoseconds =
        modified.and_then(|time| time.duration_since(UNIX_EPOCH).ok()).map_or(0, |time| time.as_nanos());
    format!("\"{length:x}-{nanoseconds:x}\"")
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("header names and values here are ASCII")
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        // Without it WebAssembly cannot be compiled while it streams in.
        Some("wasm") => "application/wasm",
        Some("json" | "ipynb") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("md") => "text/markdown; charset=utf-8",
        Some("py") => "text/x-python; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read, Write},
        net::TcpStream,
    };

    use super::*;

    fn get(url: &str, path: &str, headers: &str) -> Result<String> {
        let host = url.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host)?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    #[test]
    fn a_browser_gets_the_compressed_form_and_asks_again_by_tag() -> Result<()> {
        let directory = std::env::temp_dir().join(format!("kindling-serve-{}", std::process::id()));
        fs::create_dir_all(&directory)?;
        fs::write(directory.join("a.wasm"), "plain")?;
        fs::write(directory.join("a.wasm.br"), "small")?;
        let (url, _threads) = start(directory.clone(), 0)?;

        let plain = get(&url, "/a.wasm", "")?;
        assert!(plain.contains("Content-Type: application/wasm") && plain.ends_with("plain"), "{plain}");
        let small = get(&url, "/a.wasm", "Accept-Encoding: gzip, br\r\n")?;
        assert!(small.contains("Content-Encoding: br") && small.ends_with("small"), "{small}");
        let tag = format!("If-None-Match: {}\r\n", entity_tag(&directory.join("a.wasm")));
        assert!(get(&url, "/a.wasm", &tag)?.starts_with("HTTP/1.1 304"));
        assert!(get(&url, "/b.wasm", "")?.starts_with("HTTP/1.1 404"));
        fs::remove_dir_all(directory)?;
        Ok(())
    }

    #[test]
    fn a_url_names_only_files_inside() {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(file_of(directory, "/Cargo.toml?x=1"), Some(directory.join("Cargo.toml")));
        assert_eq!(file_of(directory, "/src/../Cargo.toml"), None);
        assert_eq!(file_of(directory, "//etc/passwd"), None);
        assert_eq!(file_of(directory, "/missing"), None);
    }
}
