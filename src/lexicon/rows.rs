//! The rows and columns of a word list.

/// The rows of a list, which are read at every start: one pass over the bytes.
pub(super) struct Rows {
    rest: &'static str,
}

/// The columns of a row, `-` where it has no more.
pub(super) type Row = [&'static str; 5];

impl Rows {
    pub(super) fn of(list: &'static str) -> Self {
        Self { rest: list }
    }

    /// The next row that is neither empty nor a comment.
    pub(super) fn next_row(&mut self) -> Option<Row> {
        loop {
            let comment = self.rest.as_bytes().first() == Some(&b'#');
            let (row, rest) = columns_of(self.rest)?;
            self.rest = rest;
            if !comment && !row[0].is_empty() {
                return Some(row);
            }
        }
    }
}

/// The columns of the first line, and the lines after it.
fn columns_of(text: &'static str) -> Option<(Row, &'static str)> {
    let (mut row, mut column, mut start) = (["-"; 5], 0, 0);
    for (at, byte) in text.bytes().enumerate() {
        if matches!(byte, b'\t' | b'\n') {
            if let Some(place) = row.get_mut(column) {
                *place = text.get(start..at)?;
            }
            (column, start) = (column + 1, at + 1);
            if byte == b'\n' {
                return Some((row, text.get(start..)?));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_their_columns() {
        let mut rows = Rows::of("# head\tx\n\nabbey\tabbeys\nzoo\t\t\tx\n#\n");
        assert_eq!(rows.next_row(), Some(["abbey", "abbeys", "-", "-", "-"]));
        assert_eq!(rows.next_row(), Some(["zoo", "", "", "x", "-"]));
        assert_eq!(rows.next_row(), None);
    }
}
