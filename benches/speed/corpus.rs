//! Articles for measuring: as many as wanted, no two alike, the same for the same seed.
//!
//! The paragraphs of `fixtures/articles` are dealt anew; in each article the people have other
//! names and the numbers other digits, so that nothing that remembers a text is fast by luck.

use std::collections::HashMap;
use std::path::PathBuf;

/// Given names and surnames of the people in the fixtures.
#[derive(Default)]
struct People {
    given: Vec<String>,
    surnames: Vec<String>,
}

/// Makes articles.
pub(crate) struct Generator {
    headlines: Vec<String>,
    paragraphs: Vec<String>,
    people: People,
    random: Random,
}

/// One made article.
pub(crate) struct Made {
    /// The line of a JSON Lines file.
    pub(crate) line: String,
    /// Its text alone.
    pub(crate) text: String,
}

impl Generator {
    /// A generator over the fixtures of this package.
    pub(crate) fn new(seed: u64) -> Self {
        let mut headlines = Vec::new();
        let mut paragraphs = Vec::new();
        for path in files("fixtures/articles", "txt") {
            let text = std::fs::read_to_string(path).expect("a fixture");
            let mut parts = text.split("\n\n").map(|part| part.trim().replace('\n', " "));
            headlines.extend(text.lines().next().map(str::to_owned));
            parts.next();
            paragraphs.extend(parts.filter(|part| part.ends_with(['.', '”', '"', '’', '?'])));
        }
        Self { headlines, paragraphs, people: People::of_expectations(), random: Random(seed) }
    }

    /// The next article: a headline and eight to sixteen paragraphs.
    pub(crate) fn article(&mut self) -> Made {
        let count = 8 + self.random.below(9);
        let mut parts = vec![self.headlines[self.random.below(self.headlines.len())].clone()];
        for _ in 0..count {
            parts.push(self.paragraphs[self.random.below(self.paragraphs.len())].clone());
        }
        let text = self.disguise(&parts.join("\n\n"));
        let day = format!(
            "20{:02}-{:02}-{:02}",
            10 + self.random.below(15),
            1 + self.random.below(12),
            1 + self.random.below(28)
        );
        let line = serde_json::json!({ "text": text, "date": day }).to_string();
        Made { line, text }
    }

    /// Articles of `bytes` bytes of text together.
    pub(crate) fn batch(&mut self, bytes: usize) -> Vec<Made> {
        let mut made = Vec::new();
        let mut size = 0;
        while size < bytes {
            let article = self.article();
            size += article.text.len();
            made.push(article);
        }
        made
    }

    /// The text with other names and numbers; one name stays one name throughout it.
    fn disguise(&mut self, text: &str) -> String {
        let mut names: HashMap<&str, String> = HashMap::new();
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let same = |letter: char| {
                if first.is_alphabetic() {
                    letter.is_alphabetic()
                } else {
                    first.is_ascii_digit() && letter.is_ascii_digit()
                }
            };
            let end = rest.find(|letter| !same(letter)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end.max(first.len_utf8()));
            rest = after;
            if first.is_ascii_digit() {
                out.push_str(&self.number(word));
            } else if self.people.surnames.iter().any(|name| name == word) {
                out.push_str(names.entry(word).or_insert_with(|| self.random.surname()));
            } else if self.people.given.iter().any(|name| name == word) {
                let given = &self.people.given;
                let other = names
                    .entry(word)
                    .or_insert_with(|| given[self.random.below(given.len())].clone());
                out.push_str(other);
            } else {
                out.push_str(word);
            }
        }
        out
    }

    /// A number of the same length and kind: days stay days, years stay years.
    fn number(&mut self, digits: &str) -> String {
        match digits.len() {
            1 => (1 + self.random.below(9)).to_string(),
            2 => (10 + self.random.below(18)).to_string(),
            4 => (1950 + self.random.below(74)).to_string(),
            _ => digits.chars().map(|_| char::from(b'1' + self.random.below(9) as u8)).collect(),
        }
    }
}

impl People {
    /// The persons that the expectation files name.
    fn of_expectations() -> Self {
        let mut people = Self::default();
        for path in files("fixtures/expected", "txt") {
            let text = std::fs::read_to_string(path).expect("expectations");
            for line in text.lines().filter(|line| line.starts_with("speaker | ")) {
                let columns: Vec<&str> = line.split(" | ").collect();
                if let [_, name, "person", ..] = columns.as_slice()
                    && let Some((given, rest)) = name.split_once(' ')
                    && let Some(surname) = rest.rsplit(' ').next()
                {
                    people.given.push(given.to_owned());
                    people.surnames.push(surname.to_owned());
                }
            }
        }
        people
    }
}

/// Files of a folder with an extension, sorted.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("run from the package's root")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    found.sort();
    found
}

/// `SplitMix64`: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// A surname out of syllables.
    fn surname(&mut self) -> String {
        let heads = [
            "Bar", "Cor", "Dal", "Fen", "Gar", "Hol", "Kes", "Lor", "Mar", "Nor", "Pel", "Ros",
            "Sten", "Tor", "Val", "Wes",
        ];
        let middles = ["", "an", "el", "in", "ov", "ing", "er", "ach"];
        let ends = [
            "by", "dahl", "ford", "ley", "man", "quist", "row", "sen", "ski", "ton", "vale", "wick",
        ];
        let mut of = |parts: &[&'static str]| parts[self.below(parts.len())];
        format!("{}{}{}", of(&heads), of(&middles), of(&ends))
    }
}
