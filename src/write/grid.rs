//! Text in columns: as wide as the terminal, wrapped, coloured, and safe to show.

use super::text::{cut, safe, width, wrap};
use anstyle::{AnsiColor, Style};
use std::borrow::Cow;
use std::fmt::Write as _;

/// A narrower terminal gets lines that are too long.
const LEAST_WIDTH: usize = 40;
/// Longer lines are hard to read.
const MOST_WIDTH: usize = 160;
/// Between two columns.
const GAP: usize = 2;

pub(super) const PLAIN: Style = Style::new();
pub(super) const DIM: Style = Style::new().dimmed();
pub(super) const TITLE: Style = Style::new().bold();
pub(super) const HEAD: Style = Style::new().bold().underline();
pub(super) const WHO: Style = AnsiColor::Cyan.on_default();
pub(super) const QUOTE: Style = AnsiColor::Green.on_default();
pub(super) const CLAIM: Style = AnsiColor::Yellow.on_default();
pub(super) const DATE: Style = AnsiColor::Magenta.on_default();
pub(super) const WARN: Style = AnsiColor::Red.on_default();

/// A column: its head, its colour, and the most columns of the terminal that it may take; the last one
/// takes what is left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    head: &'static str,
    style: Style,
    most: usize,
    is_number: bool,
}

/// A column of text.
pub(super) const fn column(head: &'static str, style: Style, most: usize) -> Column {
    Column { head, style, most, is_number: false }
}

/// A column of numbers, set to the right.
pub(super) const fn number(head: &'static str) -> Column {
    Column { head, style: DIM, most: 6, is_number: true }
}

/// Text that is being laid out.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) text: String,
    width: usize,
    color: bool,
}

impl Grid {
    pub(super) fn new(width: usize, color: bool) -> Self {
        Self { text: String::new(), width: width.clamp(LEAST_WIDTH, MOST_WIDTH), color }
    }

    /// A paragraph.
    pub(super) fn lines(&mut self, style: Style, text: &str) {
        for line in wrap(&safe(text), self.width) {
            self.styled(style, &line);
            self.text.push('\n');
        }
    }

    /// A paragraph that stands a little to the right of its label.
    pub(super) fn labelled(&mut self, label: &str, style: Style, text: &str) {
        let indent = width(label) + 1;
        for (at, line) in wrap(&safe(text), self.width.saturating_sub(indent)).iter().enumerate() {
            if at == 0 {
                self.styled(DIM, label);
                self.text.push(' ');
            } else {
                self.text.push_str(&" ".repeat(indent));
            }
            self.styled(style, line);
            self.text.push('\n');
        }
    }

    /// A headline with the number of rows, and the rows below it; nothing where there are none.
    pub(super) fn section(&mut self, title: &str, columns: &[Column], rows: &[Vec<String>]) {
        if rows.is_empty() {
            return;
        }
        self.text.push('\n');
        self.styled(HEAD, title);
        let _ = writeln!(self.text, " ({})", rows.len());
        self.rows(columns, rows);
    }

    /// Rows below the names of their columns.
    pub(super) fn rows(&mut self, columns: &[Column], rows: &[Vec<String>]) {
        let rows: Vec<Vec<Cow<'_, str>>> =
            rows.iter().map(|row| row.iter().map(|cell| safe(cell)).collect()).collect();
        let widths = self.widths(columns, &rows);
        let heads: Vec<_> = columns.iter().map(|column| Cow::Borrowed(column.head)).collect();
        self.row(columns, &widths, &heads, Some(DIM));
        for row in &rows {
            self.row(columns, &widths, row, None);
        }
    }

    /// Columns are as wide as what stands in them. Where the text would get too narrow the widest give
    /// way and then the details are left out, as is a column in which nothing stands (0).
    fn widths(&self, columns: &[Column], rows: &[Vec<Cow<'_, str>>]) -> Vec<usize> {
        let wanted = columns.iter().enumerate().map(|(at, column)| {
            let widest = rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max();
            match widest.unwrap_or_default() {
                0 => 0,
                widest => widest.max(width(column.head)).min(column.most),
            }
        });
        let mut widths: Vec<usize> = wanted.collect();
        let fixed = |widths: &[usize]| {
            widths.iter().filter(|width| **width > 0).map(|width| width + GAP).sum::<usize>()
        };
        let total = self.width;
        let wanted = rows.iter().filter_map(|row| row.last()).map(|cell| width(cell)).max();
        let wanted = wanted.unwrap_or_default().min(total * 2 / 5);
        let narrow = |widths: &[usize]| total.saturating_sub(fixed(widths)) < wanted;
        while narrow(&widths) {
            // The widest column gives one away at a time; then the least important ones go.
            match widths.iter_mut().max() {
                Some(widest) if *widest > 12 => *widest -= 1,
                _ => break,
            }
        }
        for at in (0..columns.len()).rev() {
            let is_detail =
                columns.get(at).is_some_and(|column| column.style == DIM && !column.is_number);
            if is_detail
                && narrow(&widths)
                && let Some(width) = widths.get_mut(at)
            {
                *width = 0;
            }
        }
        let rest = total.saturating_sub(fixed(&widths)).max(2);
        if let Some(last) = widths.last_mut() {
            *last = rest;
        }
        widths
    }

    fn row(
        &mut self,
        columns: &[Column],
        widths: &[usize],
        cells: &[Cow<'_, str>],
        style: Option<Style>,
    ) {
        let wrapped: Vec<Vec<String>> = cells
            .iter()
            .zip(widths)
            .map(|(cell, columns)| if *columns == 0 { Vec::new() } else { wrap(cell, *columns) })
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or_default();
        for line in 0..height {
            let mut spaces = 0;
            for ((cell, wide), column) in wrapped.iter().zip(widths).zip(columns) {
                if *wide == 0 {
                    continue;
                }
                let text = cell.get(line).map_or("", String::as_str);
                let text = if width(text) > *wide { cut(text, *wide) } else { text.to_owned() };
                let free = wide.saturating_sub(width(&text));
                if column.is_number {
                    spaces += free;
                }
                if !text.is_empty() {
                    self.text.push_str(&" ".repeat(spaces));
                    spaces = 0;
                    self.styled(style.unwrap_or(column.style), &text);
                }
                spaces += GAP + if column.is_number { 0 } else { free };
            }
            self.text.push('\n');
        }
    }

    pub(super) fn styled(&mut self, style: Style, text: &str) {
        if self.color && style != PLAIN {
            let _ = write!(self.text, "{style}{text}{style:#}");
        } else {
            self.text.push_str(text);
        }
    }
}
