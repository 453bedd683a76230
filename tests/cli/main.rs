//! The program as its users call it: one module an area.

mod commands;
#[cfg(unix)]
mod hostile;
mod inputs;
mod options;
mod output;
mod program;
#[cfg(unix)]
mod resume;
