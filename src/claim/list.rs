//! Looking a word up in a sorted word list, without making a table of it first.

/// The columns behind a word in a list of `src/lexicon`, if it stands there.
///
/// The lists are sorted by their first column (their test sees to that), so this is a binary search.
pub(super) fn row(list: &'static str, word: &str) -> Option<impl Iterator<Item = &'static str>> {
    if word.is_empty() {
        return None;
    }
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = low.midpoint(high);
        let bytes = list.as_bytes();
        let start = bytes
            .get(low..middle)?
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(low, |at| low + at + 1);
        let length = bytes.get(start..)?.iter().position(|byte| *byte == b'\n');
        let end = length.map_or(list.len(), |length| start + length);
        let mut columns = list.get(start..end)?.split('\t');
        match columns.next()?.cmp(word) {
            std::cmp::Ordering::Equal => return Some(columns),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn every_word_of_a_list_is_found() {
        for list in [include_str!("../lexicon/units.txt"), include_str!("../lexicon/hedges.txt")] {
            for line in list.lines().filter(|line| !line.starts_with('#')) {
                let mut columns = line.split('\t');
                let found = row(list, columns.next().unwrap()).unwrap();
                assert_eq!(found.collect::<Vec<_>>(), columns.collect::<Vec<_>>(), "{line}");
            }
            for word in ["", "aaa", "zzz", "no such word", "#"] {
                assert!(row(list, word).is_none(), "{word}");
            }
        }
    }
}
