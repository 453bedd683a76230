//! What each paragraph of an article is there for.
//!
//! The head of an article (headline, byline, date) ends with its first paragraph of running text;
//! what follows the body is known by its openings ([`cues`]). Nothing is dropped: every paragraph
//! becomes a block, and what no rule knows is body.

mod byline;
mod cues;
mod dateline;
mod openings;
mod published;
mod shape;
mod turn;

#[cfg(test)]
mod tests;

use super::article::{Block, BlockKind};
use crate::DateOrder;
use crate::text::Span;
use byline::Byline;
use jiff::civil::Date;
use shape::Shape;

/// What the mark-up of a page says about a paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(not(feature = "html"), expect(dead_code, reason = "only pages give them"))]
pub(super) enum Hint {
    /// Nothing.
    #[default]
    None,
    /// A heading inside the article.
    Heading,
    /// The caption of a picture.
    Caption,
}

/// What the blocks say about the article as a whole.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) outlet: Option<String>,
    pub(super) dateline: Option<String>,
    pub(super) published: Option<Date>,
    pub(super) updated: Option<Date>,
    pub(super) dateline_day: Option<Date>,
}

/// The days of publication and of the last change in a line that gives nothing else.
#[cfg(feature = "html")]
pub(super) fn date_line(line: &str, order: DateOrder) -> Option<(Option<Date>, Option<Date>)> {
    published::read(line, order).map(|line| (line.published, line.updated))
}

/// The names in a line that is surely a byline.
#[cfg(feature = "html")]
pub(super) fn authors_in(line: &str) -> Vec<String> {
    let telling = || byline::bare(line).filter(|byline| !line.ends_with('.') || byline.telling);
    byline::with_prefix(line).or_else(telling).map(|byline| byline.authors).unwrap_or_default()
}

/// The names in a byline, with or without “By”; the line itself where it cannot be taken apart.
#[cfg(feature = "html")]
pub(super) fn authors_of(line: &str) -> Vec<String> {
    let line = line.trim();
    match byline::with_prefix(line).or_else(|| byline::with_prefix(&format!("By {line}"))) {
        Some(byline) => byline.authors,
        None => vec![line.to_owned()],
    }
}

/// How many paragraphs the head of an article may have.
const HEAD: usize = 10;

/// Labels `paragraphs`; `hints` is empty or as long.
pub(super) fn classify(
    text: &str,
    paragraphs: &[Span],
    hints: &[Hint],
    order: DateOrder,
) -> (Vec<Block>, Found) {
    let mut classifier = Classifier {
        text,
        paragraphs,
        hints,
        order,
        turns: turn::find(text, paragraphs),
        blocks: Vec::with_capacity(paragraphs.len()),
        found: Found::default(),
        head: true,
        bodies: 0,
        headlines: 0,
        section: None,
    };
    for at in 0..paragraphs.len() {
        let block = classifier.block(at);
        classifier.blocks.push(block);
    }
    if let [only] = classifier.blocks.as_mut_slice()
        && matches!(only.kind, BlockKind::Headline | BlockKind::Heading)
    {
        only.kind = BlockKind::Body;
        classifier.found.title = None;
    }
    (classifier.blocks, classifier.found)
}

struct Classifier<'t> {
    text: &'t str,
    paragraphs: &'t [Span],
    hints: &'t [Hint],
    order: DateOrder,
    turns: Vec<Option<Span>>,
    blocks: Vec<Block>,
    found: Found,
    /// Still before the first paragraph of running text.
    head: bool,
    bodies: usize,
    headlines: usize,
    /// What the paragraphs under the last heading are, where that says it.
    section: Option<BlockKind>,
}

impl<'t> Classifier<'t> {
    fn paragraph(&self, at: usize) -> &'t str {
        self.paragraphs.get(at).map_or("", |span| span.of(self.text))
    }

    fn block(&mut self, at: usize) -> Block {
        let span = self.paragraphs.get(at).copied().unwrap_or_default();
        let turn = self.turns.get(at).copied().flatten();
        let mut block = Block { span, kind: BlockKind::Body, dateline: None, turn };
        if turn.is_some() {
            block.kind = BlockKind::Turn;
            self.head = false;
            return block;
        }
        let paragraph = span.of(self.text);
        block.kind = self.kind(at, paragraph);
        match block.kind {
            BlockKind::Body => {
                block.dateline = self.dateline(span, paragraph);
                self.bodies += 1;
                self.head = false;
            }
            BlockKind::Correction => self.note_update(paragraph),
            _ => {}
        }
        block
    }

    fn kind(&mut self, at: usize, paragraph: &str) -> BlockKind {
        if shape::is_ruler(paragraph) {
            self.section = None;
            return BlockKind::Ruler;
        }
        let shape = Shape::of(paragraph);
        match self.hints.get(at).copied().unwrap_or_default() {
            Hint::Caption => return BlockKind::Caption,
            Hint::Heading if self.head && self.found.title.is_none() => {}
            Hint::Heading => return self.heading(paragraph, shape),
            Hint::None => {}
        }
        if shape.words < 25 && self.starts_section(at, paragraph, shape) {
            return self.heading(paragraph, shape);
        }
        if let Some(kind) = self.short_line(at, paragraph, shape) {
            return kind;
        }
        // The first line is a headline even where it begins with “Correction:”.
        let first = at == 0 && self.paragraphs.len() > 1 && shape.is_title();
        match cues::kind(paragraph, shape) {
            Some(kind) if !first || kind == BlockKind::Boilerplate => return kind,
            _ => {}
        }
        if let Some(kind) = self.section {
            return kind;
        }
        if !self.head && self.is_link_line(at, shape) {
            return BlockKind::Related;
        }
        if self.head && shape.is_title() && self.is_head_title(paragraph) {
            return self.headline(paragraph, shape);
        }
        if self.is_heading(at, paragraph, shape) {
            return self.heading(paragraph, shape);
        }
        BlockKind::Body
    }

    /// Bylines, date lines and datelines that stand alone.
    fn short_line(&mut self, at: usize, paragraph: &str, shape: Shape) -> Option<BlockKind> {
        if shape.words > 30 {
            return None;
        }
        let near_head = at < HEAD;
        if let Some(line) = published::read(paragraph, self.order)
            && (line.labelled || near_head)
        {
            if self.found.published.is_none() {
                self.found.published = line.published;
            }
            self.found.updated = self.found.updated.or(line.updated);
            return Some(BlockKind::Published);
        }
        if let Some(byline) = byline::with_prefix(paragraph)
            && !(shape.stops()
                && paragraph.ends_with('.')
                && byline.outlet.is_none()
                && shape.words > 8)
        {
            self.note_byline(byline, near_head);
            return Some(BlockKind::Byline);
        }
        if !near_head || !self.head {
            return None;
        }
        if self.headlines > 0 {
            if let Some(byline) = self.bare_byline(at, paragraph) {
                self.note_byline(byline, true);
                return Some(BlockKind::Byline);
            }
            let after_byline =
                self.blocks.last().is_some_and(|last| last.kind == BlockKind::Byline);
            let address = paragraph.contains('@') || paragraph.starts_with("http");
            if after_byline && shape.words < 4 && address {
                return Some(BlockKind::Byline);
            }
        }
        if let Some(line) = dateline::whole(paragraph, self.order) {
            self.found.dateline.get_or_insert_with(|| paragraph.to_owned());
            self.found.dateline_day = self.found.dateline_day.or(line.day);
            return Some(BlockKind::Dateline);
        }
        None
    }

    /// A line of names without “By”: only where it could be nothing else, or next to a date line.
    fn bare_byline(&self, at: usize, paragraph: &str) -> Option<Byline> {
        if dateline::at_start(paragraph, self.order, false).is_some() {
            return None;
        }
        let byline = byline::bare(paragraph).filter(|_| !paragraph.ends_with('.'))?;
        let is_date = |line: &str| published::read(line, self.order).is_some();
        let after = self.blocks.last().is_some_and(|last| last.kind == BlockKind::Published);
        let next = self.paragraph(at + 1);
        let beside =
            after || is_date(next) || next.split_whitespace().count() == 1 && next.contains('@');
        let role = paragraph.contains(',') || paragraph.contains('(') || paragraph.contains('/');
        let generic = byline.authors.first().is_some_and(|name| name == paragraph.trim());
        (beside || byline.telling && (role || generic)).then_some(byline)
    }

    fn note_byline(&mut self, byline: Byline, head: bool) {
        let after_byline = self.blocks.last().is_some_and(|last| last.kind == BlockKind::Byline);
        if self.found.authors.is_empty() || after_byline && head {
            for name in byline.authors {
                if !self.found.authors.contains(&name) {
                    self.found.authors.push(name);
                }
            }
        }
        if self.found.outlet.is_none() {
            self.found.outlet = byline.outlet;
        }
        self.found.published = self.found.published.or(byline.day);
    }

    fn note_update(&mut self, paragraph: &str) {
        let says = ["updated", "corrected", "amended", "revised", "Updated", "Corrected"];
        if self.found.updated.is_none() && says.iter().any(|word| paragraph.contains(word)) {
            self.found.updated = super::day::first_in(paragraph, self.order);
        }
    }

    /// The dateline at the head of a body paragraph; after the first three only with an agency.
    fn dateline(&mut self, span: Span, paragraph: &str) -> Option<Span> {
        let first = self.bodies == 0;
        let line = dateline::at_start(paragraph, self.order, first)?;
        if self.bodies > 2 && line.agency.is_none() {
            return None;
        }
        let start = span.start as usize;
        let found = Span::new(start, start + line.length);
        if self.found.dateline.is_none() {
            self.found.dateline = Some(found.of(self.text).to_owned());
            self.found.dateline_day = line.day;
            if self.found.outlet.is_none() {
                self.found.outlet = line.agency.map(str::to_owned);
            }
        }
        Some(found)
    }

    fn headline(&mut self, paragraph: &str, shape: Shape) -> BlockKind {
        // A one-word kicker above the headline is no title.
        let kicker = self.headlines == 1
            && shape.words > 3
            && self.found.title.as_ref().is_some_and(|title| !title.contains(' '));
        if self.found.title.is_none() || kicker {
            // `# Title` in Markdown.
            let bare = paragraph.trim_start_matches('#').trim_matches('*');
            self.found.title = Some(bare.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        self.headlines += 1;
        BlockKind::Headline
    }

    fn heading(&mut self, paragraph: &str, shape: Shape) -> BlockKind {
        self.section = cues::section(paragraph, shape.words);
        BlockKind::Heading
    }

    /// The first lines of an article, before any body, may be headline and standfirst.
    fn is_head_title(&self, paragraph: &str) -> bool {
        self.headlines < 3
            && dateline::at_start(paragraph, self.order, false).is_none()
            && !published::is_time(paragraph)
            && !paragraph.starts_with(char::is_lowercase)
    }

    /// A heading that says what stands under it, in the second half of a release.
    fn starts_section(&self, at: usize, paragraph: &str, shape: Shape) -> bool {
        !self.head
            && at * 2 >= self.paragraphs.len()
            && at + 1 < self.paragraphs.len()
            && !shape.stops()
            && cues::section(paragraph, shape.words).is_some()
    }

    /// A line in capitals between paragraphs that are not: a link to another story.
    fn is_link_line(&self, at: usize, shape: Shape) -> bool {
        let is_plain = |at| {
            let other = Shape::of(self.paragraph(at));
            other.words > 0 && !other.caps
        };
        shape.caps
            && (5..=20).contains(&shape.words)
            && !matches!(shape.last, '.' | ':')
            && at > 0
            && !self.paragraph(at).starts_with(['“', '"', '‘'])
            && (is_plain(at - 1) || is_plain(at + 1))
    }

    /// A short line without a final stop, and a paragraph under it.
    fn is_heading(&self, at: usize, paragraph: &str, shape: Shape) -> bool {
        if published::is_time(paragraph) {
            return true;
        }
        let next = self.paragraph(at + 1);
        let opening =
            |c: char| matches!(c, '“' | '"' | '‘' | '(' | '[' | '-' | '•' | '*' | '–' | '—');
        shape.words <= 12
            && paragraph.len() <= 100
            && at > 0
            && !matches!(shape.last, '.' | ',' | ';' | ':' | '…')
            && !paragraph.starts_with(|c: char| opening(c) || c.is_lowercase())
            && !next.is_empty()
            && {
                let below = Shape::of(next);
                below.words > shape.words && below.stops()
            }
    }
}
