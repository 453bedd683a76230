use super::lexicon::{ABBREVIATIONS, Class, Kind, WORDS, entries};
use super::split_sentences;
use crate::text::Span;

fn split(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    split_sentences(text, Span::new(0, text.len()), &mut sentences);
    sentences.iter().map(|span| span.of(text)).collect()
}

/// Each line is one text; ` | ` stands where it must be split, and nowhere else.
fn check(cases: &str) {
    let mut wrong = Vec::new();
    for case in cases.lines().map(str::trim).filter(|case| !case.is_empty()) {
        let expected: Vec<&str> = case.split(" | ").collect();
        let text = expected.join(" ");
        let found = split(&text);
        if found != expected {
            wrong.push(format!("wanted {case}\n found {}", found.join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(!cases.trim().is_empty());
}

#[test]
#[should_panic(expected = "found It rained. | Nobody came.")]
fn a_wrong_case_is_found() {
    check("It rained. Nobody came.");
}

#[test]
fn nothing_comes_of_nothing() {
    assert!(split("").is_empty());
    assert!(split(" \n ").is_empty());
    assert_eq!(split("..."), ["..."]);
    assert_eq!(split(" one "), ["one"]);
}

#[test]
fn plain_sentences() {
    check(
        "It rained. | Nobody came. | Why?
        Stop it! | What was that?! | Quiet.
        The rate fell to 3.2%. | It had been 4.0% in May.
        The score was 3-2. | 41,000 people saw it.
        She came; she saw it: that was all. | The end.",
    );
}

#[test]
fn titles_initials_and_names() {
    check(
        "Mr. Okafor and Dr. Ilse Marten met Lt. Col. Ana Reyes. | Gen. Brandt was away.
        The Rev. J.T. Oduya spoke. | A. B. Lund answered, and so did Mary K. Holt.
        The prize went to J. D. Karlsson. | He had not come.
        This was plan C. | Plan D was better.
        Use vitamin B. | Take it daily.
        It was you and I. | Did you know?
        St. Olga's Church stands on 8th St. near Mt. Varga. | Fort and Ft. Harmon are far.",
    );
}

#[test]
fn what_may_end_a_sentence_looks_at_what_follows() {
    check(
        "The U.S. Mint struck it. | He left the U.S. | She did not.
        Envoys To Leave The U.S. For Talks In May
        It fell to Gov. C.L. “Buck” Lund. | She lives in Ardent, Ore. Mayor Jo Lund does not.
        She lives in Ardent, N.J. | He moved to the U.K. in 2011.
        Orla Inc. and Brun Corp. fell. | He works for Brun Co. | The bank does too. | It is no Brun Inc. | Ms. Lund said so.
        It starts at 9 a.m. Friday. | It ends at 8 p.m. | Doors close early.
        At 5 a.m. Ms. Reyes woke. | She left the house at 7 a.m. | Ms. Reyes came back.",
    );
    check(
        "The bill passed on Jan. 6, 2031. | It was signed on Feb. 3. | Nobody objected.
        They sold wool, salt, etc. to the fort. | They sold wool, salt, etc. | Guards watched.
        Bridges fell on Elm St. and Ninth Ave. | Crews closed both.
        See p. 12, fig. 3 and vol. 2. | The rest follows. | He was No. 1 in May.
        In Roe v. Lund, 311 U.S. 42 (1940), and 9 How. 12, Tit. 5. § 3, Pub.L. No. 9-12, the court agreed. | It was late.
        The town was built in 40 B.C. | Romans came later. | The wall is 6 ft. high.",
    );
}

#[test]
fn quotations() {
    check(
        "“I lost.” he said.
        “I lost!” she said. | “Did you?” he asked.
        “Where were you?” The Ardent Herald asked in June.
        He asked, “Where were you?” | Nobody answered.
        She said: “It was late. | We were tired.” | He was not.
        He called it “a farce.” | She called it “a joke.” | Both left.
        'I am tired.' | 'So am I.'
        “She told me, ‘You may go.’” | The clerk left.
        \"Why now?\" asked Sen. Lund. | \"Why not?\" said Rep. Okafor.
        The film “Who Goes There?” opened Friday.
        “We are done.” — Ana Reyes",
    );
}

#[test]
fn brackets_and_ellipses() {
    check(
        "The law (it passed in 2010. It was short.) was repealed.
        He resigned. | (He had been ill.) | She took over.
        The senator (D-N.J.) voted no. | The other (R-Ky.) did not.
        “I think ... we may be late,” he said.
        He trailed off... | Then he left.
        The paper [...] did not know.
        I never meant it.... | She left.
        “I don’t know. . . . We shall see,” she said.
        The horrible play Who Is It? (2019), and others, closed.
        It was over. | … She left, and then it was ... over.
        A mill in Lund | Photo: Ana Reyes. | It burned. | File Photo: Jo Lund.
        The road is closed. | ---------- | More of this later. | *** | The end.
        The index fell 2.5 points.(AP) | Traders were calm.
        It is old.[1][2] | It is large. [3] | It is dry.",
    );
}

#[test]
fn links_names_and_missing_spaces() {
    check(
        "Read it at www.example.com/a.html?x=1.2&y=3! | It is 3.5 MB.
        Write to desk@example.co.uk. | The site example.org was down. | Example.com was not.
        The search firm Yahoo! Inc. grew. | eBay fell. | iPads sold well.
        just my two cents. | thanks for reading",
    );
    assert_eq!(
        split("He paid 1,000.Mr. Lund paid 20.It"),
        ["He paid 1,000.", "Mr. Lund paid 20.It"]
    );
    assert_eq!(split("He left early.She stayed late.No"), ["He left early.", "She stayed late.No"]);
}

#[test]
fn datelines_end_nothing() {
    check(
        "ST. OLAF, Minn. -- Gov. Ana Reyes vetoed it. | She gave no reason.
        PORT ARDENT, Calif. (Reuters) - The firm will close. | Shares fell.
        LYON, Jan. 5 — The cabinet resigned. | A vote is due in March.",
    );
}

#[test]
fn lists_in_a_line() {
    check(
        "1. Vote early | 2. Vote often | 3. Go home
        1.) Vote early. | 2.) Vote often.
        a) bread is here | b) salt | c) one more
        • 9. The first | • 10. The second
        (i) It rained. | (ii) It snowed.
        She named two things: a) bread is dear. b) salt is not. | He named none.
        (i) It rained. | (ii) It snowed. | (iii) It froze.
        For 1. above, pay a fee, and for 2. above, pay none.",
    );
}

#[test]
fn what_cannot_be_seen_is_skipped() {
    check("Mr\u{ad}. Lund left.\u{200b} | He\u{ad}len stayed. | “Go.\u{200b}” | She went.");
}

#[test]
fn line_breaks_are_spaces_and_blank_lines_are_ends() {
    assert_eq!(split("He met Dr.\nLund. She\nleft."), ["He met Dr.\nLund.", "She\nleft."]);
    assert_eq!(split("A heading\n\nHe left."), ["A heading", "He left."]);
}

#[test]
fn spans_lie_in_the_block() {
    let text = "Not this. It rained. It stopped. Nor this.";
    let mut sentences = Vec::new();
    split_sentences(text, Span::new(9, 32), &mut sentences);
    assert_eq!(sentences, [Span::new(10, 20), Span::new(21, 32)]);
}

#[test]
fn any_text_gives_ordered_spans_on_character_boundaries() {
    let pieces = [
        "Mr.", " ", "“", "”", "a", "É.", "…", "(", ")", "\n", "[", "?", "\"", "1.", "\u{ad}", "St.",
    ];
    let mut text = String::new();
    let mut seed = 7_usize;
    for _ in 0..4000 {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        text.push_str(pieces[seed / 65_536 % pieces.len()]);
    }
    let mut sentences = Vec::new();
    split_sentences(&text, Span::new(0, text.len()), &mut sentences);
    assert!(sentences.len() > 100);
    assert!(sentences.windows(2).all(|pair| pair[0].end <= pair[1].start));
    assert!(sentences.iter().all(|span| !span.is_empty() && text.get(span.range()).is_some()));
}

#[test]
fn hostile_lines_take_linear_time() {
    // Quadratic time would take minutes here.
    for unit in ["(a ", "-------- ", "*** ", ". [a", "(1) ", "\"“", "\u{ad}", " . . ", ".) ", "— "]
    {
        let text = unit.repeat(400_000 / unit.len());
        let mut sentences = Vec::new();
        split_sentences(&text, Span::new(0, text.len()), &mut sentences);
        assert!(sentences.len() <= text.len());
    }
}

#[test]
fn word_lists_are_sorted_unique_and_in_lower_case() {
    for list in [ABBREVIATIONS, WORDS] {
        assert!(list.starts_with("# "), "a head says what the list is");
        let lines: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.iter().all(|line| line.split('\t').count() == 2 && !line.contains(' ')));
        let entries: Vec<_> = entries(list).collect();
        assert!(entries.windows(2).all(|pair| pair[0] < pair[1]), "sorted and unique");
        assert!(entries.iter().all(|(word, _)| word.to_lowercase() == **word));
    }
    let mut abbreviations: Vec<_> = entries(ABBREVIATIONS).map(|(word, _)| word).collect();
    abbreviations.dedup();
    assert_eq!(abbreviations.len(), entries(ABBREVIATIONS).count(), "one kind each");
    assert!(entries(ABBREVIATIONS).all(|(_, kind)| Kind::from_name(kind).is_some()));
    assert!(entries(WORDS).all(|(_, class)| Class::from_name(class).is_some()));
    assert!(abbreviations.iter().all(|word| !word.ends_with('.')));
}
