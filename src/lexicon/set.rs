//! Classes of words, and sets of them.

/// A class of words: what a rule writes as `<name>`. An index into [`Classes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class(u8);

impl Class {
    /// A class whose place is fixed, see [`super::class`].
    pub(super) const fn fixed(index: u8) -> Self {
        Self(index)
    }
}

/// A set of classes: 256 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClassSet([u64; 4]);

impl ClassSet {
    /// The set of no class.
    pub const EMPTY: Self = Self([0; 4]);

    /// The set of one class.
    #[inline]
    pub fn of(class: Class) -> Self {
        let mut set = Self::EMPTY;
        set.insert(class);
        set
    }

    /// Puts a class in.
    #[inline]
    pub fn insert(&mut self, class: Class) {
        self.0[usize::from(class.0 >> 6)] |= 1 << (class.0 & 63);
    }

    /// Takes a class out.
    #[inline]
    pub fn remove(&mut self, class: Class) {
        self.0[usize::from(class.0 >> 6)] &= !(1 << (class.0 & 63));
    }

    /// Whether the class is in it.
    #[inline]
    pub fn has(self, class: Class) -> bool {
        self.0[usize::from(class.0 >> 6)] & (1 << (class.0 & 63)) != 0
    }

    /// Whether the two share a class.
    #[inline]
    pub fn meets(self, other: Self) -> bool {
        self.0.iter().zip(other.0).any(|(mine, theirs)| mine & theirs != 0)
    }

    /// Whether all classes of `other` are in it.
    #[inline]
    pub fn covers(self, other: Self) -> bool {
        self.0.iter().zip(other.0).all(|(mine, theirs)| mine & theirs == theirs)
    }

    /// Puts in all classes of `other`.
    #[inline]
    pub fn extend(&mut self, other: Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine |= theirs;
        }
    }

    /// Whether it holds classes of few words alone: shapes of dates, and what rule files define.
    pub(crate) fn is_rare(self) -> bool {
        let first = usize::from(super::class::YEAR_NUMBER.0);
        let common = |index: usize| self.0[index / 64] & (1 << (index % 64)) != 0;
        !(0..first).any(common)
    }

    /// Whether there is no class in it.
    pub fn is_empty(self) -> bool {
        self == Self::EMPTY
    }
}

/// The names of the classes, in the order in which they were first used.
#[derive(Debug, Clone, Default)]
pub struct Classes {
    names: Vec<String>,
}

/// The largest number of classes.
pub const MAX_CLASSES: usize = 256;

impl Classes {
    /// The class of this name, if there is one.
    pub fn get(&self, name: &str) -> Option<Class> {
        self.names.iter().position(|known| known == name).map(|index| Class(index as u8))
    }

    /// The class of this name, made if need be; `None` when there are [`MAX_CLASSES`] already.
    pub fn intern(&mut self, name: &str) -> Option<Class> {
        self.get(name).or_else(|| {
            (self.names.len() < MAX_CLASSES).then(|| {
                self.names.push(name.to_owned());
                Class((self.names.len() - 1) as u8)
            })
        })
    }

    /// The name of a class.
    pub fn name(&self, class: Class) -> &str {
        self.names.get(usize::from(class.0)).map_or("", String::as_str)
    }

    /// All names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }
}
