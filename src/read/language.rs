//! Whether a text is worth reading by English rules.

use super::article::Notice;

/// Words that English prose cannot do without and that its neighbours do not have.
const COMMON: &[&str] = &[
    "and", "are", "at", "been", "but", "by", "for", "from", "had", "has", "have", "he", "his",
    "is", "it", "not", "of", "said", "she", "that", "the", "their", "they", "this", "to", "were",
    "which", "who", "will", "with", "would", "you",
];

/// How many words are looked at.
const SAMPLE: usize = 300;

/// A warning where the text is empty, or where its words are not those of English.
pub(super) fn check(text: &str) -> Option<Notice> {
    if text.trim().is_empty() {
        return Some(Notice::new("empty-text", "there is no text in it"));
    }
    let (mut words, mut common, mut letters, mut foreign) = (0, 0, 0, 0);
    for word in
        text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(SAMPLE)
    {
        words += 1;
        let count = word.chars().count();
        letters += count;
        // Latin letters, accents and all, end below U+0250.
        foreign += word.chars().filter(|c| *c >= '\u{250}').count();
        let lower = word.to_ascii_lowercase();
        common += usize::from(count < 6 && COMMON.binary_search(&lower.as_str()).is_ok());
    }
    let other_script = letters >= 20 && foreign * 2 > letters;
    let other_words = words >= 25 && common * 100 < words * 7;
    (other_script || other_words).then(|| {
        Notice::new("not-english", "this does not look like English; facts may be missing or wrong")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_and_others() {
        let is_foreign =
            |text: &str| check(text).is_some_and(|notice| notice.kind == "not-english");
        assert!(!is_foreign(
            "The harbor froze on Monday for the first time in forty years, the mayor said, and \
             nobody in the old town could remember when it had last been walked across."
        ));
        for text in [
            "Der Hafen ist am Montag zum ersten Mal seit vierzig Jahren zugefroren, sagte die \
             Bürgermeisterin, und niemand in der Altstadt konnte sich daran erinnern, wann man ihn \
             zuletzt zu Fuß überquert hatte.",
            "Le port a gelé lundi pour la première fois depuis quarante ans, a déclaré la maire, et \
             personne dans la vieille ville ne se souvenait de la dernière fois qu’on avait pu le \
             traverser à pied.",
            "El puerto se heló el lunes por primera vez en cuarenta años, dijo la alcaldesa, y nadie \
             en el casco viejo recordaba cuándo se había cruzado a pie por última vez en invierno.",
            "Гавань замёрзла в понедельник впервые за сорок лет, сказала мэр города.",
            "市长表示，港口周一出现四十年来的首次冰冻，老城居民都不记得上一次是什么时候。",
        ] {
            assert!(is_foreign(text), "{text}");
        }
        assert!(!is_foreign("Harbor freezes"));
        assert_eq!(check(" \n").map(|notice| notice.kind).as_deref(), Some("empty-text"));
        assert!(COMMON.is_sorted());
    }
}
