// A theme that was chosen on an earlier visit, before the first paint; `theme.rs` takes over from there.
try {
  const theme = localStorage.getItem("kindling/theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden: the system's theme it is.
}
