//! The pattern language: regular expressions whose letters are words.
//!
//! ```text
//! <class>  <a|b&c&!d>   one word that has class a or b, and c, and not d
//! <phrase>              a named pattern, matched greedily and as a whole
//! <np>                  a noun phrase, as found by the chunker
//! "word"  "two words"   these words, whatever their case
//! "say~"                any form of the verb or noun
//! /regex/               the text of one word, matched from end to end
//! .                     any word
//! ^ $                   the edges of the sentence
//! x? x* x+ x{2,4} x*?   repetition; a `?` behind it makes it lazy
//! x | y   ( x )         either; grouping
//! (?<name> x )          a group by name
//! ```

use std::fmt;

/// A parsed pattern.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// One word that fits.
    Atom(Atom),
    /// One after the other.
    Sequence(Vec<Node>),
    /// The first that fits.
    Either(Vec<Node>),
    /// `min` to `max` times.
    Repeat {
        /// What is repeated.
        node: Box<Node>,
        /// At least.
        min: u16,
        /// At most; `None` is without end.
        max: Option<u16>,
        /// As many as possible rather than as few.
        greedy: bool,
    },
    /// A named group.
    Group(String, Box<Node>),
    /// The start of the sentence.
    Start,
    /// The end of the sentence.
    End,
}

/// What one word is asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Atom {
    /// `.`
    Any,
    /// `<...>`: names joined by `&`, each an alternation by `|`, or negated by `!`.
    Classes(Vec<Term>),
    /// `"word"`, in lower case.
    Word(String),
    /// `"word~"`: any form of this lemma.
    Lemma(String),
    /// `/regex/`
    Regex(String),
}

/// One part of a `<...>` atom.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Whether none, rather than one, of the names may be there.
    pub negated: bool,
    /// Names of classes, or one name of a phrase.
    pub names: Vec<String>,
}

impl Node {
    /// The node with every `<name>` that `replace` knows put in.
    pub(super) fn expand(self, replace: &impl Fn(&str) -> Option<Self>) -> Self {
        let all = |nodes: Vec<Self>| nodes.into_iter().map(|node| node.expand(replace)).collect();
        match self {
            Self::Atom(atom) => {
                let name = match &atom {
                    Atom::Classes(terms) => match terms.as_slice() {
                        [Term { negated: false, names }] if names.len() == 1 => names.first(),
                        _ => None,
                    },
                    _ => None,
                };
                name.and_then(|name| replace(name)).unwrap_or(Self::Atom(atom))
            }
            Self::Sequence(parts) => Self::Sequence(all(parts)),
            Self::Either(branches) => Self::Either(all(branches)),
            Self::Repeat { node, min, max, greedy } => {
                Self::Repeat { node: Box::new(node.expand(replace)), min, max, greedy }
            }
            Self::Group(name, inner) => Self::Group(name, Box::new(inner.expand(replace))),
            Self::Start | Self::End => self,
        }
    }
}

/// Where and why a pattern cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternError {
    /// Byte of the pattern.
    pub at: usize,
    /// What was found, and what was expected.
    pub message: String,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at character {}: {}", self.at + 1, self.message)
    }
}

impl std::error::Error for PatternError {}

/// Brackets may be nested this deep; the parser recurses over them.
const MAX_DEPTH: usize = 50;

/// Reads a pattern.
///
/// ```
/// use whosaid::rules::parse_pattern;
/// assert!(parse_pattern(r#"<name>+ ("say~" | "add~") "that"?"#).is_ok());
/// assert!(parse_pattern("<name").is_err());
/// ```
pub fn parse(pattern: &str) -> Result<Node, PatternError> {
    let mut parser = Parser { text: pattern, at: 0, depth: 0 };
    let node = parser.alternatives()?;
    match parser.peek() {
        None => Ok(node),
        Some(other) => Err(parser.error(format!("unexpected {other:?}"))),
    }
}

struct Parser<'p> {
    text: &'p str,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn error(&self, message: impl Into<String>) -> PatternError {
        PatternError { at: self.at, message: message.into() }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&mut self) -> Option<char> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.rest().chars().next()
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        self.at += if found { token.len() } else { 0 };
        found
    }

    /// The text up to `end`, which is eaten too. A backslash keeps the next character.
    fn until(&mut self, end: char, what: &str) -> Result<String, PatternError> {
        let mut out = String::new();
        let mut chars = self.rest().char_indices();
        while let Some((index, char)) = chars.next() {
            if char == end {
                self.at += index + char.len_utf8();
                return Ok(out);
            }
            if char == '\\' && end == '/' {
                match chars.next() {
                    Some((_, '/')) => out.push('/'),
                    Some((_, other)) => out.extend(['\\', other]),
                    None => break,
                }
            } else {
                out.push(char);
            }
        }
        Err(self.error(format!("{what} is not closed with {end:?}")))
    }

    fn alternatives(&mut self) -> Result<Node, PatternError> {
        let mut branches = vec![self.sequence()?];
        while self.peek() == Some('|') {
            self.eat("|");
            branches.push(self.sequence()?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Either(branches) })
    }

    fn sequence(&mut self) -> Result<Node, PatternError> {
        let mut parts = Vec::new();
        while !matches!(self.peek(), None | Some('|' | ')')) {
            let part = self.single()?;
            parts.push(self.repeated(part)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Node::Sequence(parts) })
    }

    fn single(&mut self) -> Result<Node, PatternError> {
        if self.eat("^") {
            Ok(Node::Start)
        } else if self.eat("$") {
            Ok(Node::End)
        } else if self.eat(".") {
            Ok(Node::Atom(Atom::Any))
        } else if self.eat("(?<") {
            let name = self.until('>', "the name of a group")?;
            let inner = self.bracketed()?;
            Ok(Node::Group(name, Box::new(inner)))
        } else if self.eat("(") {
            self.bracketed()
        } else if self.eat("<") {
            let inside = self.until('>', "a class")?;
            self.classes(&inside)
        } else if self.eat("\"") {
            let inside = self.until('"', "a word")?;
            self.words(&inside)
        } else if self.eat("/") {
            Ok(Node::Atom(Atom::Regex(self.until('/', "a regex")?)))
        } else {
            Err(self.error("expected <class>, \"word\", /regex/, a bracket, ., ^ or $"))
        }
    }

    fn bracketed(&mut self) -> Result<Node, PatternError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error(format!("brackets nested more than {MAX_DEPTH} deep")));
        }
        let inner = self.alternatives()?;
        self.depth -= 1;
        if self.peek() == Some(')') && self.eat(")") {
            Ok(inner)
        } else {
            Err(self.error("a bracket is not closed with ')'"))
        }
    }

    fn classes(&self, inside: &str) -> Result<Node, PatternError> {
        let terms: Vec<Term> = inside
            .split('&')
            .map(|term| {
                let term = term.trim();
                let (negated, names) = match term.strip_prefix('!') {
                    Some(names) => (true, names),
                    None => (false, term),
                };
                Term {
                    negated,
                    names: names.split('|').map(|name| name.trim().to_owned()).collect(),
                }
            })
            .collect();
        if terms.iter().flat_map(|term| &term.names).any(String::is_empty) {
            return Err(self.error(format!("<{inside}> has an empty name in it")));
        }
        Ok(Node::Atom(Atom::Classes(terms)))
    }

    fn words(&self, inside: &str) -> Result<Node, PatternError> {
        let mut words: Vec<Node> = inside
            .split_whitespace()
            .map(|word| {
                let word = word.to_lowercase();
                Node::Atom(match word.strip_suffix('~') {
                    Some(lemma) => Atom::Lemma(lemma.to_owned()),
                    None => Atom::Word(word),
                })
            })
            .collect();
        match words.len() {
            0 => Err(self.error("an empty word")),
            1 => Ok(words.remove(0)),
            _ => Ok(Node::Sequence(words)),
        }
    }

    fn repeated(&mut self, node: Node) -> Result<Node, PatternError> {
        let (min, max) = if self.eat("?") {
            (0, Some(1))
        } else if self.eat("*") {
            (0, None)
        } else if self.eat("+") {
            (1, None)
        } else if self.eat("{") {
            let bounds = self.until('}', "a repetition")?;
            let (low, high) = bounds.split_once(',').unwrap_or((&bounds, &bounds));
            let number =
                |text: &str| text.trim().parse::<u16>().ok().filter(|number| *number <= 100);
            let min = number(low)
                .ok_or_else(|| self.error("a repetition is {n}, {n,} or {n,m}, up to 100"))?;
            let max = if high.trim().is_empty() { None } else { number(high) };
            if max.is_some_and(|max| max < min) || (max.is_none() && !high.trim().is_empty()) {
                return Err(self.error(format!("{{{bounds}}} is no repetition")));
            }
            (min, max)
        } else {
            return Ok(node);
        };
        let greedy = !self.eat("?");
        Ok(Node::Repeat { node: Box::new(node), min, max, greedy })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_say_where() {
        for (pattern, at) in
            [("<a", 1), ("\"x", 1), ("( <a>", 5), ("<a> )", 4), ("<a>{4,2}", 8), ("<&>", 3)]
        {
            let error = parse(pattern).expect_err(pattern);
            assert_eq!(error.at, at, "{pattern}: {error}");
        }
        assert!(parse(&"(".repeat(80)).is_err());
    }

    #[test]
    fn a_pattern_is_read_as_written() {
        let node = parse(r#"(?<cue> "Say~") <a|b&!c>*? | ^ /\d+\/x/{2}"#).unwrap();
        let Node::Either(branches) = node else { panic!("{node:?}") };
        assert_eq!(
            branches[0],
            Node::Sequence(vec![
                Node::Group("cue".into(), Box::new(Node::Atom(Atom::Lemma("say".into())))),
                Node::Repeat {
                    node: Box::new(Node::Atom(Atom::Classes(vec![
                        Term { negated: false, names: vec!["a".into(), "b".into()] },
                        Term { negated: true, names: vec!["c".into()] },
                    ]))),
                    min: 0,
                    max: None,
                    greedy: false,
                },
            ])
        );
        assert_eq!(
            branches[1],
            Node::Sequence(vec![
                Node::Start,
                Node::Repeat {
                    node: Box::new(Node::Atom(Atom::Regex(r"\d+/x".into()))),
                    min: 2,
                    max: Some(2),
                    greedy: true,
                },
            ])
        );
    }
}
