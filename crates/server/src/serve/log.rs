//! The log: lines for people or JSON for programs, on standard error. It carries no personal words.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Begins to log what is at least as grave as `RUST_LOG` says; information when it says nothing.
pub(super) fn begin(json: bool) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    let begun = if json {
        lines.json().flatten_event(true).try_init()
    } else {
        lines.with_ansi(std::io::stderr().is_terminal()).try_init()
    };
    // Only tests begin twice, and the first log is as good.
    let _begun_before = begun;
}
