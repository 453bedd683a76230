//! Speakers that the user knows: what they are called, by which forms, and their gender.

use super::words::fold;
use crate::report::Gender;
use rustc_hash::FxHashMap;
use std::fmt;

/// A list of known speakers, made from CSV: surface form, name, gender, tags.
///
/// A form that the article uses, as a name or a description, makes the speaker the one of this name;
/// forms of one name are one speaker. The last two columns may be left out, a first line of column
/// names too; `gender` is `male`, `female` or empty. Tags are for the user's own bookkeeping.
///
/// ```
/// use whosaid::speaker::KnownSpeakers;
/// let known = KnownSpeakers::parse("people.csv", "form,name,gender\nJ. Doe,Jane Doe,female\n")?;
/// assert_eq!(known.len(), 1);
/// let error = KnownSpeakers::parse("people.csv", "J. Doe,Jane Doe\nMoe").unwrap_err();
/// assert!(error.to_string().starts_with("people.csv:2: "));
/// # Ok::<(), whosaid::speaker::KnownSpeakersError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownSpeakers {
    list: Vec<Known>,
    forms: FxHashMap<String, usize>,
}

/// One known speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) name: String,
    pub(super) gender: Option<Gender>,
}

/// What is wrong with a list of known speakers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownSpeakersError {
    /// The file.
    pub file: String,
    /// Line of the file, from 1.
    pub line: u64,
    /// What was found and what to do.
    pub message: String,
}

impl fmt::Display for KnownSpeakersError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for KnownSpeakersError {}

impl KnownSpeakers {
    /// Reads a list; `file` is for the messages.
    ///
    /// # Errors
    /// A row without form or name, a gender that is none, a form that belongs to two names.
    pub fn parse(file: &str, text: &str) -> Result<Self, KnownSpeakersError> {
        let text = text.trim_start_matches('\u{FEFF}');
        let mut rows = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut known = Self::default();
        let mut names: FxHashMap<String, usize> = FxHashMap::default();
        let mut row = csv::StringRecord::new();
        let mut first = true;
        loop {
            let line = rows.position().line();
            let wrong =
                |message: String| KnownSpeakersError { file: file.to_owned(), line, message };
            let more = rows.read_record(&mut row).map_err(|error| wrong(error.to_string()))?;
            if !more {
                return Ok(known);
            }
            let line = row.position().map_or(line, |at| line_of(text, at));
            let wrong =
                |message: String| KnownSpeakersError { file: file.to_owned(), line, message };
            let cell = |at: usize| row.get(at).unwrap_or_default();
            if std::mem::take(&mut first) && is_header(cell(0), cell(1)) {
                continue;
            }
            if row.len() < 2 || row.len() > 4 {
                let message = format!(
                    "{} columns; it takes surface form, name, gender, tags (the last two may be left out)",
                    row.len()
                );
                return Err(wrong(message));
            }
            if cell(0).is_empty() || cell(1).is_empty() {
                return Err(wrong("surface form and name must not be empty".to_owned()));
            }
            let gender = gender(cell(2)).map_err(wrong)?;
            let name = folded(cell(1));
            let count = known.list.len();
            let place = *names.entry(name.clone()).or_insert(count);
            if place == count {
                known.list.push(Known { name: cell(1).to_owned(), gender });
            }
            if let Some(entry) = known.list.get_mut(place) {
                if entry.gender.is_some() && gender.is_some() && entry.gender != gender {
                    return Err(wrong(format!("{} had another gender before", entry.name)));
                }
                entry.gender = entry.gender.or(gender);
            }
            for form in [folded(cell(0)), name] {
                let owner = *known.forms.entry(form).or_insert(place);
                if owner != place {
                    let other = known.list.get(owner).map_or("", |other| other.name.as_str());
                    return Err(wrong(format!("{:?} already stands for {other}", cell(0))));
                }
            }
        }
    }

    /// How many speakers are known.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The speaker that a folded form stands for.
    pub(super) fn find(&self, form: &str) -> Option<(usize, &Known)> {
        if self.list.is_empty() {
            return None;
        }
        let place = *self.forms.get(form)?;
        Some((place, self.list.get(place)?))
    }
}

/// The line that a row begins in, from 1; the reader's own count stops at the blank lines before.
fn line_of(text: &str, at: &csv::Position) -> u64 {
    let rest = usize::try_from(at.byte()).ok().and_then(|start| text.get(start..));
    let blank = rest.unwrap_or_default().chars().take_while(|char| matches!(char, '\n' | '\r'));
    at.line() + blank.filter(|char| *char == '\n').count() as u64
}

fn is_header(form: &str, name: &str) -> bool {
    let form = form.to_lowercase().replace(['_', '-'], " ");
    let known = ["surface form", "surface", "form", "mention", "alias"].contains(&form.as_str());
    known
        && ["name", "canonical name", "canonical", "speaker"]
            .contains(&name.to_lowercase().as_str())
}

fn gender(cell: &str) -> Result<Option<Gender>, String> {
    match cell.to_lowercase().as_str() {
        "" | "-" => Ok(None),
        "m" | "male" => Ok(Some(Gender::Male)),
        "f" | "female" => Ok(Some(Gender::Female)),
        _ => Err(format!("gender {cell:?} is none of male, female (or m, f) and empty")),
    }
}

/// A form as it is looked up: its words folded, one space between.
pub(super) fn folded(form: &str) -> String {
    form.split_whitespace().map(fold).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> String {
        KnownSpeakers::parse("k.csv", text).unwrap_err().to_string()
    }

    #[test]
    fn forms_lead_to_one_speaker() {
        let known = KnownSpeakers::parse(
            "k.csv",
            "\u{FEFF}Surface form,Name,Gender,Tags\nBo L.,Bo Lund,m,mayor;party\n\"The Hook, Jr.\",Bo Lund\n",
        )
        .unwrap();
        let place =
            |form: &str| known.find(&folded(form)).map(|(place, known)| (place, known.gender));
        assert_eq!(place("bo  l."), Some((0, Some(Gender::Male))));
        assert_eq!(place("The Hook, Jr."), place("Bo Lund"));
        assert_eq!(place("Lund"), None);
        assert!(KnownSpeakers::parse("k.csv", "").unwrap().is_empty());
    }

    #[test]
    fn every_fault_has_its_line() {
        assert_eq!(
            message("A,Ada Finn\nB"),
            "k.csv:2: 1 columns; it takes surface form, name, gender, tags (the last two may be left out)"
        );
        assert_eq!(message("\n\nA,"), "k.csv:3: surface form and name must not be empty");
        assert_eq!(
            message("A,Ada Finn,x"),
            "k.csv:1: gender \"x\" is none of male, female (or m, f) and empty"
        );
        assert_eq!(message("A,Ada Finn\nA,Al Penn"), "k.csv:2: \"A\" already stands for Ada Finn");
        assert_eq!(
            message("A,Ada Finn,f\nB,Ada Finn,m"),
            "k.csv:2: Ada Finn had another gender before"
        );
    }
}
