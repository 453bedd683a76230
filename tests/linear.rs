//! Time grows with the length of a text and no faster, whatever the text: each unit is repeated until it
//! fills the text, which is then doubled.

use std::time::{Duration, Instant};
use whosaid::read::{Options, Source, read_document};
use whosaid::{Extractor, Options as Wanted};

/// What a text is made of, over and over.
const UNITS: &[&str] = &[
    "“ab cd ",
    "\"ab cd ",
    "' ab ",
    "« ab ",
    "”",
    "“",
    "‘",
    "“a ” b ",
    "“a ‘b ",
    "“a” ",
    "\"a\" ",
    "“a,” ",
    "“a b\n\n",
    "\"a ‘b’ ",
    "“We lost,” said Bo Lindt. ",
    "He said that it rained and ",
    "said ",
    "according to ",
    "he said\n",
    "who said ",
    ". ",
    ".. ",
    "Mr. ",
    "U.S. ",
    "A ",
    "a.b.",
    "a",
    "a-",
    "a-b ",
    "abc'",
    "ab'cdef'",
    "a/b/",
    "1234567890",
    "1,1,",
    "2020-01-02-",
    "1,000 percent ",
    "5% ",
    "5-6 ",
    "$5 million ",
    "in 2019 ",
    "3/4/2020 ",
    "5 p.m. ",
    "Monday ",
    "May June 3 ",
    ", ",
    "— ",
    "- Yes, he said.\n",
    "Bo Lindt ",
    "Bo Lindt, ",
    "Bo and ",
    "of the ",
    "the man ",
    "she he it they ",
    "not ",
    "NATO ",
    "NEW YORK\n",
    "By Bo Lindt\n",
    "BO LINDT: Yes.\n",
    "Q. Why?\nA. No.\n",
    "Bo: ",
    "x\n",
    "---\n",
    "* a\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{200d}",
    "\u{202e}",
    "e\u{301}\u{302}\u{303}",
    "🇫🇷",
    "漢字",
    "(",
    "[",
    "<div>",
    "http://a.b/",
    "a.com ",
    "a@b.co ",
    "a_b@c",
    "the harbour and the pier were long and old and wide and ",
];

/// The shortest of three runs.
fn time(extractor: &Extractor, text: &str) -> Duration {
    let once = || {
        let start = Instant::now();
        let article = read_document(text.as_bytes(), Source::default(), &Options::default());
        if let Ok(article) = article {
            std::hint::black_box(extractor.extract(&article));
        }
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

#[test]
#[ignore = "takes minutes: cargo test --release --test linear -- --ignored"]
fn twice_the_text_takes_twice_the_time() {
    let wanted = Wanted { narrator: true, ..Wanted::default() };
    let extractor = Extractor::new(wanted).expect("the rules of the program");
    let mut slow = Vec::new();
    for unit in UNITS {
        let half = unit.repeat(150_000 / unit.len());
        let (one, two) = (time(&extractor, &half), time(&extractor, &half.repeat(2)));
        // A clock on a busy machine is no fine one; quadratic time is four times as much.
        if two > one * 3 + Duration::from_millis(60) {
            slow.push(format!("{unit:?}: {one:?}, twice as much {two:?}"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}
