//! Names, pronouns and descriptions of invented people.
