//! The tree of a rule file: YAML with the place of every node, and nothing decided about types yet.

use std::sync::Arc;

use formula::Span;
use jiff::civil::Date;

use super::{Place, Source, align};

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// `'…'`.
    SingleQuoted,
    /// `"…"`.
    DoubleQuoted,
    /// `|`.
    Literal,
    /// `>`.
    Folded,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Nothing, `~` or `null`.
    Null,
    /// A text as written; numbers, dates and truths too, so that no digit is lost.
    Scalar(String, Style),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values in file order; no key twice.
    Mapping(Vec<Entry>),
}

/// One key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key: always a scalar.
    pub key: Node,
    /// The value.
    pub value: Node,
}

impl Entry {
    /// The key's text.
    #[must_use]
    pub fn name(&self) -> &str {
        self.key.text().unwrap_or_default()
    }
}

/// Which entry of a history a value was taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The day from which the value is in force.
    pub since: Date,
    /// The entry's own basis.
    pub basis: Option<Node>,
}

/// A value of a rule file and its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// The file it stands in.
    pub source: Arc<Source>,
    /// Bytes of the file's text.
    pub span: Span,
    /// What it is.
    pub content: Content,
    /// Set when it was taken out of a history.
    pub dated: Option<Box<Dated>>,
}

impl PartialEq for Node {
    /// Same meaning; places do not matter.
    fn eq(&self, other: &Self) -> bool {
        self.content == other.content
    }
}

impl Eq for Node {}

impl Node {
    /// A node at a place.
    #[must_use]
    pub fn new(source: Arc<Source>, span: Span, content: Content) -> Self {
        Self { source, span, content, dated: None }
    }

    /// All of it.
    #[must_use]
    pub fn place(&self) -> Place {
        Place { source: Arc::clone(&self.source), span: self.span }
    }

    /// Where a message about it points: the first key of a mapping, the first element of a list, a whole scalar.
    #[must_use]
    pub fn head(&self) -> Place {
        match &self.content {
            Content::Mapping(entries) => {
                entries.first().map_or_else(|| self.place(), |first| first.key.head())
            }
            Content::Sequence(items) => items.first().map_or_else(|| self.place(), Node::head),
            _ => self.place(),
        }
    }

    /// The place of bytes `span` of this scalar's text; the whole scalar where they cannot be told apart.
    #[must_use]
    pub fn place_in_text(&self, span: Span) -> Place {
        let exact = match &self.content {
            Content::Scalar(text, style) => align::locate(&self.source, self.span, text, *style, span),
            _ => None,
        };
        Place { source: Arc::clone(&self.source), span: exact.unwrap_or(self.span) }
    }

    /// The text of a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.content == Content::Null
    }

    /// Whether it is a mapping.
    #[must_use]
    pub fn is_mapping(&self) -> bool {
        matches!(self.content, Content::Mapping(_))
    }

    /// Whether it is a list.
    #[must_use]
    pub fn is_sequence(&self) -> bool {
        matches!(self.content, Content::Sequence(_))
    }

    /// The value of a key; `None` where it is absent or `null`, or this is no mapping.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.value).filter(|value| !value.is_null())
    }

    /// A key with its value, `null` values too.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.name() == key)
    }

    /// The entries of a mapping; none for anything else.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        match &self.content {
            Content::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// The elements of a list; none for anything else.
    #[must_use]
    pub fn items(&self) -> &[Node] {
        match &self.content {
            Content::Sequence(items) => items,
            _ => &[],
        }
    }

    /// The elements of the list under `key`; none where it is absent.
    #[must_use]
    pub fn list(&self, key: &str) -> &[Node] {
        self.get(key).map_or(&[], Node::items)
    }
}
