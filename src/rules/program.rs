//! Patterns made ready for matching: a flat program, as in a regex engine.

use super::pattern::{Atom, Node, Term};
use crate::lexicon::{Class, ClassSet, Lexicon, WordId};
use crate::text::Word;
use regex::Regex;
use std::sync::OnceLock;

/// One step of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// One word that fits the test of this index.
    Test(u16),
    /// The phrase of this index, from here as far as it goes.
    Phrase(u16),
    /// A noun phrase, as a whole.
    NounPhrase,
    /// Go on at the first, on failure at the second.
    Split(u16, u16),
    /// As a split whose first way is only open to a word that meets the need of this index.
    Try { need: u16, yes: u16, no: u16 },
    /// Go on there.
    Jump(u16),
    /// Note the position in this slot.
    Save(u8),
    /// Only at the first word.
    Start,
    /// Only behind the last word.
    End,
    /// Done.
    Match,
}

/// What one word is asked for.
#[derive(Debug)]
pub(super) enum Test {
    Any,
    Class(Class),
    Classes { any: Vec<ClassSet>, none: ClassSet },
    Word(WordId),
    Lemma(WordId),
    Regex(LazyRegex),
}

/// A regex compiled at its first use: most articles never need most of them.
#[derive(Debug)]
pub(super) struct LazyRegex {
    source: String,
    regex: OnceLock<Option<Regex>>,
}

impl LazyRegex {
    fn is_match(&self, text: &str) -> bool {
        let regex = self.regex.get_or_init(|| compile_regex(&self.source).ok());
        regex.as_ref().is_some_and(|regex| regex.is_match(text))
    }
}

/// The regex of a `/.../` atom: it must match the whole word; at most 1 MiB compiled, nested 50 deep.
pub(super) fn compile_regex(source: &str) -> Result<Regex, regex::Error> {
    regex::RegexBuilder::new(&format!("^(?:{source})$")).size_limit(1 << 20).nest_limit(50).build()
}

impl Test {
    #[inline]
    pub(super) fn fits(&self, word: &Word, text: &str, lexicon: &Lexicon) -> bool {
        match self {
            Self::Any => true,
            Self::Class(class) => word.is(*class),
            Self::Classes { any, none } => {
                any.iter().all(|set| word.classes.meets(*set)) && !word.classes.meets(*none)
            }
            Self::Word(id) => word.id == *id,
            Self::Lemma(id) => word.id == *id || lexicon.lemma_of(word.id) == *id,
            Self::Regex(regex) => regex.is_match(word.span.of(text)),
        }
    }
}

/// What a sentence, or a word, must have for a match to be possible: one of these classes, or a
/// word whose [`Lexicon::bits_of`] are among these; anything at all when `open`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Need {
    pub(super) classes: ClassSet,
    pub(super) words: u64,
    pub(super) open: bool,
}

impl Need {
    const OPEN: Self = Self { classes: ClassSet::EMPTY, words: 0, open: true };

    fn or(mut self, other: Self) -> Self {
        self.classes.extend(other.classes);
        self.words |= other.words;
        self.open |= other.open;
        self
    }

    /// How seldom it is met, the best first: classes of few words, any classes, words (of which
    /// only a hash is kept).
    fn rank(&self) -> u8 {
        match self.words {
            0 if self.classes.is_rare() => 0,
            0 => 1,
            _ => 2,
        }
    }

    /// Whether what has these classes and words can satisfy it.
    #[inline]
    pub(super) fn met_by(&self, classes: ClassSet, words: u64) -> bool {
        self.open || self.words & words != 0 || self.classes.meets(classes)
    }
}

/// A compiled pattern.
#[derive(Debug, Default)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) tests: Vec<Test>,
    /// What the first word of a branch must be, for [`Step::Try`].
    pub(super) gates: Vec<Need>,
    /// Names of the groups; group `n` has the slots `2n` and `2n + 1`.
    pub(super) groups: Vec<String>,
    /// What the first word of a match must be.
    pub(super) first: Need,
    /// What a sentence with a match must hold, all of these.
    pub(super) needs: Vec<Need>,
}

/// The most groups that a pattern may have.
pub(super) const MAX_GROUPS: usize = 12;
/// The most steps that a pattern may compile to.
const MAX_STEPS: usize = 4000;

/// What compiling has to know about the phrases defined so far: the name and the need of each.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    pub(super) names: Vec<String>,
    pub(super) programs: Vec<Program>,
    /// Those that are put in where they are named.
    pub(super) inline: Vec<(String, Node)>,
}

impl Phrases {
    /// The pattern of an inline phrase.
    pub(super) fn inlined(&self, name: &str) -> Option<Node> {
        self.inline.iter().find(|(known, _)| known == name).map(|(_, node)| node.clone())
    }

    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }
}

/// Compiles a parsed pattern; the error says what is unknown or too large.
///
/// With `eager`, its regexes are compiled at once, so that a wrong one is an error here.
pub(super) fn compile(
    node: &Node,
    lexicon: &mut Lexicon,
    phrases: &Phrases,
    eager: bool,
) -> Result<Program, String> {
    let mut compiler = Compiler { program: Program::default(), lexicon, phrases, eager };
    compiler.node(node)?;
    compiler.push(Step::Match)?;
    let (first, _) = compiler.first(node)?;
    let mut needs = Vec::new();
    compiler.needs(node, &mut needs)?;
    let mut program = compiler.program;
    program.first = first;
    program.needs = needs;
    Ok(program)
}

struct Compiler<'c> {
    program: Program,
    lexicon: &'c mut Lexicon,
    phrases: &'c Phrases,
    eager: bool,
}

impl Compiler<'_> {
    fn push(&mut self, step: Step) -> Result<u16, String> {
        let index = self.program.steps.len();
        if index >= MAX_STEPS {
            return Err(format!(
                "the pattern is too large (over {MAX_STEPS} steps): fewer or smaller repetitions"
            ));
        }
        self.program.steps.push(step);
        Ok(index as u16)
    }

    fn here(&self) -> u16 {
        self.program.steps.len() as u16
    }

    fn patch(&mut self, index: u16, step: Step) {
        if let Some(place) = self.program.steps.get_mut(usize::from(index)) {
            *place = step;
        }
    }

    fn node(&mut self, node: &Node) -> Result<(), String> {
        match node {
            Node::Atom(atom) => self.atom(atom),
            Node::Sequence(parts) => parts.iter().try_for_each(|part| self.node(part)),
            Node::Either(branches) => self.either(branches),
            Node::Repeat { node, min, max, greedy } => self.repeat(node, *min, *max, *greedy),
            Node::Group(name, inner) => self.group(name, inner),
            Node::Start => self.push(Step::Start).map(drop),
            Node::End => self.push(Step::End).map(drop),
        }
    }

    fn either(&mut self, branches: &[Node]) -> Result<(), String> {
        let mut jumps = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            if index + 1 == branches.len() {
                self.node(branch)?;
            } else {
                let split = self.push(Step::Match)?;
                self.node(branch)?;
                jumps.push(self.push(Step::Match)?);
                let next = self.here();
                let step = self.fork(branch, split + 1, next, true)?;
                self.patch(split, step);
            }
        }
        let end = self.here();
        for jump in jumps {
            self.patch(jump, Step::Jump(end));
        }
        Ok(())
    }

    fn repeat(
        &mut self,
        node: &Node,
        min: u16,
        max: Option<u16>,
        greedy: bool,
    ) -> Result<(), String> {
        for _ in 0..min {
            self.node(node)?;
        }
        match max {
            None => {
                let start = self.push(Step::Match)?;
                self.node(node)?;
                self.push(Step::Jump(start))?;
                let end = self.here();
                let step = self.fork(node, start + 1, end, greedy)?;
                self.patch(start, step);
            }
            Some(max) => {
                let mut splits = Vec::new();
                for _ in min..max {
                    splits.push(self.push(Step::Match)?);
                    self.node(node)?;
                }
                let end = self.here();
                for start in splits {
                    let step = self.fork(node, start + 1, end, greedy)?;
                    self.patch(start, step);
                }
            }
        }
        Ok(())
    }

    /// The step that goes on at `yes`, into `node`, or at `no`; `greedy` tries `yes` first.
    fn fork(&mut self, node: &Node, yes: u16, no: u16, greedy: bool) -> Result<Step, String> {
        let (need, nullable) = self.first(node)?;
        if !greedy {
            return Ok(Step::Split(no, yes));
        }
        if nullable || need.open {
            return Ok(Step::Split(yes, no));
        }
        let known = self.program.gates.iter().position(|gate| *gate == need);
        let index = known.unwrap_or_else(|| {
            self.program.gates.push(need);
            self.program.gates.len() - 1
        });
        Ok(Step::Try { need: index as u16, yes, no })
    }

    fn group(&mut self, name: &str, inner: &Node) -> Result<(), String> {
        let known = self.program.groups.iter().position(|group| group == name);
        let index = known.unwrap_or(self.program.groups.len());
        if known.is_none() {
            if index == MAX_GROUPS {
                return Err(format!("more than {MAX_GROUPS} named groups"));
            }
            self.program.groups.push(name.to_owned());
        }
        self.push(Step::Save(2 * index as u8))?;
        self.node(inner)?;
        self.push(Step::Save(2 * index as u8 + 1)).map(drop)
    }

    fn atom(&mut self, atom: &Atom) -> Result<(), String> {
        if let Some(phrase) = self.phrase(atom)? {
            return self.push(phrase).map(drop);
        }
        let test = match atom {
            Atom::Any => Test::Any,
            Atom::Classes(terms) => self.class_test(terms)?,
            Atom::Word(word) => Test::Word(self.lexicon.intern_literal(word)),
            Atom::Lemma(word) => Test::Lemma(self.lexicon.intern_literal(word)),
            Atom::Regex(source) => {
                // Compiling all of our own at start would take longer than everything else; the
                // tests compile each. A user's must be right before the first article.
                if self.eager {
                    compile_regex(source).map_err(|error| error.to_string())?;
                }
                Test::Regex(LazyRegex { source: source.clone(), regex: OnceLock::new() })
            }
        };
        self.program.tests.push(test);
        let index = self.program.tests.len() - 1;
        self.push(Step::Test(index as u16)).map(drop)
    }

    /// The step for an atom that is a phrase rather than a class.
    fn phrase(&self, atom: &Atom) -> Result<Option<Step>, String> {
        let Atom::Classes(terms) = atom else { return Ok(None) };
        let [Term { negated: false, names }] = terms.as_slice() else { return Ok(None) };
        let [name] = names.as_slice() else { return Ok(None) };
        if name == "np" {
            return Ok(Some(Step::NounPhrase));
        }
        match self.phrases.position(name) {
            Some(index) => Ok(Some(Step::Phrase(index as u16))),
            None if self.lexicon.classes().get(name).is_some() => Ok(None),
            None => Err(format!("<{name}> is neither a class nor a phrase defined before")),
        }
    }

    fn class_test(&self, terms: &[Term]) -> Result<Test, String> {
        if let [Term { negated: false, names }] = terms
            && let [name] = names.as_slice()
            && let Some(class) = self.lexicon.classes().get(name)
        {
            return Ok(Test::Class(class));
        }
        let (any, none) = self.terms(terms)?;
        Ok(Test::Classes { any, none })
    }

    fn terms(&self, terms: &[Term]) -> Result<(Vec<ClassSet>, ClassSet), String> {
        let (mut any, mut none) = (Vec::new(), ClassSet::EMPTY);
        for term in terms {
            let mut set = ClassSet::EMPTY;
            for name in &term.names {
                let class = self.lexicon.classes().get(name);
                set.insert(class.ok_or_else(|| {
                    format!("<{name}> is no class that can be joined with others")
                })?);
            }
            if term.negated {
                none.extend(set);
            } else {
                any.push(set);
            }
        }
        Ok((any, none))
    }

    /// What a word that fits the atom has.
    fn need_of(&self, atom: &Atom) -> Result<Need, String> {
        if let Some(step) = self.phrase(atom)? {
            return Ok(match step {
                Step::Phrase(index) => self
                    .phrases
                    .programs
                    .get(usize::from(index))
                    .map_or(Need::OPEN, |phrase| phrase.first),
                _ => Need::OPEN,
            });
        }
        Ok(match atom {
            Atom::Any | Atom::Regex(_) => Need::OPEN,
            // Forms of a lemma are other words; the lemma's bit is set for each of them, see `Sieve`.
            Atom::Word(word) | Atom::Lemma(word) => {
                Need { words: self.lexicon.bits_of(self.lexicon.id(word)), ..Need::default() }
            }
            Atom::Classes(terms) => {
                let (any, _) = self.terms(terms)?;
                any.first().map_or(Need::OPEN, |set| Need { classes: *set, words: 0, open: false })
            }
        })
    }

    /// What the first word must be, and whether the node can match nothing.
    fn first(&self, node: &Node) -> Result<(Need, bool), String> {
        Ok(match node {
            Node::Atom(atom) => {
                let nullable = match self.phrase(atom)? {
                    Some(Step::Phrase(index)) => self
                        .phrases
                        .programs
                        .get(usize::from(index))
                        .is_some_and(|phrase| phrase.first.open),
                    _ => false,
                };
                (self.need_of(atom)?, nullable)
            }
            Node::Start | Node::End => (Need::default(), true),
            Node::Group(_, inner) => self.first(inner)?,
            Node::Repeat { node, min, .. } => {
                let (need, nullable) = self.first(node)?;
                (need, nullable || *min == 0)
            }
            Node::Either(branches) => {
                let mut all = (Need::default(), false);
                for branch in branches {
                    let (need, nullable) = self.first(branch)?;
                    all = (all.0.or(need), all.1 || nullable);
                }
                all
            }
            Node::Sequence(parts) => {
                let mut all = Need::default();
                for part in parts {
                    let (need, nullable) = self.first(part)?;
                    all = all.or(need);
                    if !nullable {
                        return Ok((all, false));
                    }
                }
                (Need::OPEN, true)
            }
        })
    }

    /// Appends what must occur somewhere in every match.
    fn needs(&self, node: &Node, out: &mut Vec<Need>) -> Result<(), String> {
        match node {
            Node::Atom(atom) => {
                if let Some(Step::Phrase(index)) = self.phrase(atom)? {
                    if let Some(phrase) = self.phrases.programs.get(usize::from(index)) {
                        out.extend(&phrase.needs);
                    }
                    return Ok(());
                }
                let need = self.need_of(atom)?;
                if !need.open {
                    out.push(need);
                }
            }
            Node::Sequence(parts) => parts.iter().try_for_each(|part| self.needs(part, out))?,
            Node::Group(_, inner) => self.needs(inner, out)?,
            Node::Repeat { node, min, .. } if *min > 0 => self.needs(node, out)?,
            Node::Either(branches) => {
                let mut all = Need::default();
                for branch in branches {
                    let mut inner = Vec::new();
                    self.needs(branch, &mut inner)?;
                    match inner.iter().min_by_key(|need| need.rank()) {
                        Some(need) => all = all.or(*need),
                        None => return Ok(()),
                    }
                }
                out.push(all);
            }
            Node::Repeat { .. } | Node::Start | Node::End => {}
        }
        Ok(())
    }
}
