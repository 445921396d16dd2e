//! Standard error: logs, progress, problems.

use std::io::{IsTerminal, Write, stderr, stdout};
use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressStyle};
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, NarratableReportHandler};
use rapporteur_pipeline::Problem;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::args::{Colour, Global, LogFormat};

/// What standard error can show and what the user wants to see of it.
pub(crate) struct Console {
    colour: bool,
    quiet: bool,
    verbose: u8,
    log_format: LogFormat,
    terminal: bool,
}

/// Whether what is written to standard output may have colours.
pub(crate) fn colour_of_output(global: &Global) -> bool {
    colour_on(global, is_capable(&stdout()))
}

fn is_capable(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

fn colour_on(global: &Global, terminal: bool) -> bool {
    let no_colour = || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    match global.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => terminal && !no_colour(),
    }
}

/// The bar that log lines must not tear, while there is one.
static BAR: Mutex<Option<ProgressBar>> = Mutex::new(None);

impl Console {
    pub(crate) fn new(global: &Global) -> Self {
        let terminal = is_capable(&stderr());
        let colour = colour_on(global, terminal);
        Self { colour, quiet: global.quiet, verbose: global.verbose, log_format: global.log_format, terminal }
    }

    /// Log lines to standard error from now on.
    pub(crate) fn start_logging(&self) {
        let level = match (self.quiet, self.verbose) {
            (true, _) => LevelFilter::ERROR,
            (_, 0) => LevelFilter::WARN,
            (_, 1) => LevelFilter::INFO,
            (_, 2) => LevelFilter::DEBUG,
            _ => LevelFilter::TRACE,
        };
        let builder = tracing_subscriber::fmt().with_max_level(level).with_writer(AroundTheBar).with_ansi(self.colour);
        // No clock: the same run gives the same log.
        match self.log_format {
            LogFormat::Text => builder.without_time().init(),
            LogFormat::Json => builder.without_time().json().init(),
        }
    }

    /// A bar over so many inputs, on a terminal.
    pub(crate) fn progress(&self, inputs: usize) -> Progress {
        let shown = self.terminal && !self.quiet && inputs > 1;
        let bar = shown.then(|| {
            let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}");
            ProgressBar::new(inputs as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        set_bar(bar.clone());
        Progress(bar)
    }

    /// What is wrong with an input.
    pub(crate) fn problem(&self, problem: &Problem) {
        self.report(&Shown {
            severity: miette::Severity::Error,
            text: problem.to_string(),
            help: problem.help.clone(),
        });
    }

    /// Why the command ends.
    pub(crate) fn failure(&self, failure: &(dyn Diagnostic + Send + Sync)) {
        self.report(failure);
    }

    /// Something to heed that stops nothing.
    pub(crate) fn warning(&self, text: String, help: Option<String>) {
        if !self.quiet {
            self.report(&Shown { severity: miette::Severity::Warning, text, help });
        }
    }

    /// Whether standard error is written in colours.
    pub(crate) fn colour(&self) -> bool {
        self.colour
    }

    /// The words of another program, such as a compiler, that the user must see.
    pub(crate) fn say_always(&self, text: &str) {
        write_line(text);
    }

    /// A line about how it went.
    pub(crate) fn say(&self, line: &str) {
        if !self.quiet {
            write_line(line);
        }
    }

    fn report(&self, diagnostic: &dyn Diagnostic) {
        let mut text = String::new();
        let rendered = if self.terminal {
            let theme = if self.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
            GraphicalReportHandler::new_themed(theme).with_width(100).render_report(&mut text, diagnostic)
        } else {
            plain(&mut text, diagnostic)
        };
        if rendered.is_err() {
            let _ = NarratableReportHandler::new().render_report(&mut text, diagnostic);
        }
        write_line(text.trim_end());
    }
}

/// Two plain lines for pipes and logs.
fn plain(out: &mut String, diagnostic: &dyn Diagnostic) -> std::fmt::Result {
    use std::fmt::Write;
    let word = if diagnostic.severity() == Some(miette::Severity::Warning) { "warning" } else { "error" };
    writeln!(out, "{word}: {diagnostic}")?;
    match diagnostic.help() {
        Some(help) => writeln!(out, "  help: {help}"),
        None => Ok(()),
    }
}

/// A message in the form the report handlers take.
#[derive(Debug)]
struct Shown {
    severity: miette::Severity,
    text: String,
    help: Option<String>,
}

impl std::fmt::Display for Shown {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl std::error::Error for Shown {}

impl Diagnostic for Shown {
    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }
    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn std::fmt::Display>)
    }
}

/// A progress bar, or nothing where none is shown.
pub(crate) struct Progress(Option<ProgressBar>);

impl Progress {
    pub(crate) fn done(&self, uri: &str) {
        if let Some(bar) = &self.0 {
            bar.set_message(uri.to_owned());
            bar.inc(1);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        set_bar(None);
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

fn set_bar(bar: Option<ProgressBar>) {
    *BAR.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = bar;
}

fn write_line(line: &str) {
    let bar = BAR.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    // A closed standard error is no reason to stop working.
    let print = || {
        let _ = writeln!(stderr(), "{line}");
    };
    match &*bar {
        Some(bar) => bar.suspend(print),
        None => print(),
    }
}

/// Writes log lines above the bar.
struct AroundTheBar;

impl<'a> MakeWriter<'a> for AroundTheBar {
    type Writer = Line;
    fn make_writer(&'a self) -> Line {
        Line(Vec::new())
    }
}

/// One log line, written whole when it is complete.
struct Line(Vec<u8>);

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if !self.0.is_empty() {
            write_line(String::from_utf8_lossy(&self.0).trim_end());
        }
    }
}
