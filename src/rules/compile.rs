//! Parsed patterns into programs.

use super::pattern::{Atom, Node, Term};
use super::program::{LazyRegex, MAX_GROUPS, Need, Phrases, Program, Step, Test, compile_regex};
use crate::lexicon::{ClassSet, Lexicon};

/// The most steps that a pattern may compile to.
const MAX_STEPS: usize = 4000;

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
                Test::Regex(LazyRegex::new(source))
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
