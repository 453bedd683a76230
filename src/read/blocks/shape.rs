//! What a paragraph looks like.

/// The looks of a paragraph that tell headings and headlines from sentences.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// Runs between white space, counted up to 64.
    pub(super) words: usize,
    /// The last character before closing marks; NUL where there is none.
    pub(super) last: char,
    /// Letters, and all of them capitals.
    pub(super) caps: bool,
}

impl Shape {
    pub(super) fn of(paragraph: &str) -> Self {
        let closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']');
        let last = paragraph.trim_end_matches(closing).chars().next_back().unwrap_or('\0');
        let letters = || paragraph.chars().filter(|c| c.is_alphabetic());
        let caps = letters().nth(1).is_some() && !letters().any(char::is_lowercase);
        Self { words: paragraph.split_whitespace().take(64).count(), last, caps }
    }

    /// Whether it ends as a sentence does.
    pub(super) fn stops(self) -> bool {
        matches!(self.last, '.' | '!' | '?' | '…')
    }

    /// Whether it may be a headline: short, and nothing at its end that promises more.
    pub(super) fn is_title(self) -> bool {
        self.words <= 24 && !matches!(self.last, '.' | ':' | ';' | ',' | '\0')
    }
}

/// The text without a bullet at its head.
pub(super) fn without_bullet(text: &str) -> &str {
    let bare =
        text.trim_start_matches(['•', '·', '▪', '■', '●', '◦', '*', '>', '►', '»', '–', '—', '-']);
    bare.trim_start()
}

/// Whether a word begins with a capital, opening marks aside.
pub(super) fn is_capitalised(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
}

/// A line of marks, or one that says that the copy ends here.
pub(super) fn is_ruler(paragraph: &str) -> bool {
    if paragraph.len() > 120 {
        return false;
    }
    let mark = |c: char| "_-–—―*#=~•·.…◦■●⁂+|/◆♦─⸻".contains(c);
    let bare = paragraph.trim_matches(|c: char| mark(c) || c.is_whitespace());
    let marked = bare.len() < paragraph.len();
    bare.is_empty()
        || matches!(bare, "(END)" | "(ENDS)" | "(ends)")
        || marked
            && (bare == "30" || ["end", "ends"].iter().any(|one| bare.eq_ignore_ascii_case(one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rulers() {
        for line in ["___", "* * *", "# # #", "- 30 -", "—30—", "-ENDS-", "⁂", "(ENDS)", "•"]
        {
            assert!(is_ruler(line), "{line}");
        }
        for line in ["30", "17.05", "- one", "“...”", "ENDS MEET"] {
            assert!(!is_ruler(line), "{line}");
        }
    }

    #[test]
    fn shapes() {
        let shape = Shape::of("‘We knew,’ she said (again).");
        assert!(shape.stops() && !shape.caps && shape.words == 5);
        assert!(Shape::of("THE ROAD TO 2020").caps && Shape::of("THE ROAD").is_title());
        assert_eq!(without_bullet("• • Follow us"), "• Follow us");
    }
}
