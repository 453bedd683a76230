//! Data into HTML, in one place: what is not escaped here does not get into the page.

use crate::write::text::safe;
use std::fmt;

/// Text as it may stand between tags and in quoted attributes. Control characters and those that turn the
/// reading direction are shown, not obeyed.
pub(super) struct Escaped<'t>(pub(super) &'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        for letter in safe(self.0).chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                _ => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

/// The address, if a link may lead there: only pages of the web.
pub(super) fn link(url: &str) -> Option<&str> {
    let is = |scheme: &str| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    (is("http://") || is("https://")).then_some(url)
}
