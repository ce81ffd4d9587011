//! A small static server for `dist/`.
//!
//! What it is not: a host for readers. It answers on localhost only, with the right types, the compressed form
//! where the browser takes it, and times of the last change, as a good static host does. Start reading at [`start`].

use std::{net::TcpListener, path::PathBuf, thread};

use anyhow::{Context, Result, anyhow};
use axum::{
    Router,
    http::{HeaderValue, header::CACHE_CONTROL},
};
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

use crate::{dist, workspace::Workspace};

pub const DEFAULT_PORT: u16 = 8000;

/// Builds the page and serves it until the process is ended.
pub fn run(workspace: &Workspace, port: u16) -> Result<()> {
    dist::build(workspace)?;
    let (url, server) = start(workspace.dist(), port)?;
    println!("\nKindling is at {url} (Ctrl+C to stop)");
    server.join().map_err(|_| anyhow!("the server panicked"))?
}

/// Serves `directory` on localhost; port 0 is any free one. Returns the URL and the serving thread.
pub fn start(directory: PathBuf, port: u16) -> Result<(String, thread::JoinHandle<Result<()>>)> {
    let listener =
        TcpListener::bind(("127.0.0.1", port)).with_context(|| format!("cannot serve on port {port}"))?;
    listener.set_nonblocking(true)?;
    let url = format!("http://localhost:{}/", listener.local_addr()?.port());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    let server = thread::spawn(move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            Ok(axum::serve(listener, site(directory)).await?)
        })
    });
    Ok((url, server))
}

fn site(directory: PathBuf) -> Router {
    // The kernel's file name carries no hash, so every use asks whether the file is still the same.
    let ask_again = SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Router::new().fallback_service(ServeDir::new(directory).precompressed_br()).layer(ask_again)
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
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
    fn a_browser_gets_the_compressed_form_and_asks_again_by_time() -> Result<()> {
        let directory = std::env::temp_dir().join(format!("kindling-serve-{}", std::process::id()));
        fs::create_dir_all(&directory)?;
        fs::write(directory.join("a.wasm"), "plain")?;
        fs::write(directory.join("a.wasm.br"), "small")?;
        fs::write(directory.join("index.html"), "first page")?;
        let (url, _server) = start(directory.clone(), 0)?;

        let plain = get(&url, "/a.wasm", "")?;
        assert!(plain.contains("content-type: application/wasm") && plain.ends_with("plain"), "{plain}");
        assert!(plain.contains("cache-control: no-cache"), "{plain}");
        let small = get(&url, "/a.wasm", "Accept-Encoding: gzip, br\r\n")?;
        assert!(small.contains("content-encoding: br") && small.ends_with("small"), "{small}");
        let time =
            small.lines().find_map(|line| line.strip_prefix("last-modified: ")).expect("a time of change");
        let again = get(&url, "/a.wasm", &format!("Accept-Encoding: br\r\nIf-Modified-Since: {time}\r\n"))?;
        assert!(again.starts_with("HTTP/1.1 304"), "{again}");
        assert!(get(&url, "/", "")?.ends_with("first page"));
        assert!(get(&url, "/b.wasm", "")?.starts_with("HTTP/1.1 404"));
        fs::remove_dir_all(directory)?;
        Ok(())
    }

    #[test]
    fn connections_that_stay_open_hold_up_no_other() -> Result<()> {
        let directory = std::env::temp_dir().join(format!("kindling-open-{}", std::process::id()));
        fs::create_dir_all(&directory)?;
        fs::write(directory.join("a.txt"), "text")?;
        let (url, _server) = start(directory.clone(), 0)?;
        let host = url.trim_start_matches("http://").trim_end_matches('/');
        let open = (0..50).map(|_| TcpStream::connect(host)).collect::<Result<Vec<_>, _>>()?;
        assert!(get(&url, "/a.txt", "")?.ends_with("text"));
        drop(open);
        fs::remove_dir_all(directory)?;
        Ok(())
    }

    #[test]
    fn a_url_names_only_files_inside() -> Result<()> {
        let (url, _server) = start(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"), 0)?;
        assert!(get(&url, "/serve.rs", "")?.starts_with("HTTP/1.1 200"));
        assert!(get(&url, "/../Cargo.toml", "")?.starts_with("HTTP/1.1 404"));
        assert!(get(&url, "/%2e%2e/Cargo.toml", "")?.starts_with("HTTP/1.1 404"));
        Ok(())
    }
}
