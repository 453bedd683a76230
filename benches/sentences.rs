//! How fast texts are laid out in paragraphs and split into sentences.
//!
//! `cargo bench --bench sentences`. Beside it runs `unicode_sentences` of the crate
//! `unicode-segmentation` (UAX 29) over the same paragraphs, and the same text as one line, which
//! must take no longer. Times are the best of several runs.

#[path = "speed/corpus.rs"]
#[expect(dead_code, reason = "this bench wants the texts alone")]
mod corpus;

use corpus::Generator;
use std::hint::black_box;
use std::io::Write as _;
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation as _;
use whosaid::text::{Span, paragraphs, split_sentences};

const SEED: u64 = 20_240_312;
const BYTES: usize = 4_000_000;

fn main() {
    let texts: Vec<String> =
        Generator::new(SEED).batch(BYTES).into_iter().map(|article| article.text).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let row = |name: &str, time: Duration| {
        let speed = f64::from(bytes as u32) / 1e6 / time.as_secs_f64();
        let _ = writeln!(std::io::stdout(), "{name:<40} {speed:>8.0} MB/s");
    };

    row("paragraphs", best(|| texts.iter().map(|text| paragraphs(text).len()).sum()));
    let blocks: Vec<Vec<Span>> = texts.iter().map(|text| paragraphs(text)).collect();
    let split = || texts.iter().zip(&blocks).map(|(text, blocks)| count(text, blocks)).sum();
    row("sentences", best(split));
    let yardstick = |(text, blocks): (&String, &Vec<Span>)| {
        blocks.iter().map(|block| block.of(text).unicode_sentences().count()).sum::<usize>()
    };
    row("sentences by UAX 29", best(|| texts.iter().zip(&blocks).map(yardstick).sum()));

    let line = texts.join(" ").replace('\n', " ");
    let whole = [Span::new(0, line.len())];
    row("sentences of one line of this length", best(|| count(&line, &whole)));
}

fn count(text: &str, blocks: &[Span]) -> usize {
    let mut sentences = Vec::new();
    for &block in blocks {
        split_sentences(text, block, &mut sentences);
    }
    sentences.len()
}

/// The shortest of several runs.
fn best(mut work: impl FnMut() -> usize) -> Duration {
    let run = |_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    (0..15).map(run).min().unwrap_or_default()
}
