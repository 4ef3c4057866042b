//! YAML into nodes: within limits, without anchors and tags, no key twice.

use std::{collections::HashSet, sync::Arc};

use formula::{Sentence, Span};
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

use super::{Content, Entry, Node, Place, Problem, Problems, Source, Style};

/// Largest rule file, in bytes.
pub const MAX_FILE_BYTES: usize = 1_000_000;
/// Deepest nesting of lists and mappings.
pub const MAX_DEPTH: usize = 64;
/// Most values (keys included) in one file.
pub const MAX_NODES: usize = 200_000;

/// Reads a file's text. `None` when it is no YAML or breaks a limit; what is wrong is added to `problems`.
pub fn parse(source: &Arc<Source>, problems: &mut Problems) -> Option<Node> {
    if source.text().len() > MAX_FILE_BYTES {
        problems.push(file_too_large(source.path(), source.text().len()));
        return None;
    }
    let mut builder = Builder::new(source, problems);
    for event in Parser::new_from_str(source.text()) {
        let done = match event {
            Ok((event, span)) => builder.event(event, span),
            Err(error) => builder.syntax(&error),
        };
        if done.is_err() {
            return None;
        }
    }
    builder.finish()
}

/// The refusal of a file above [`MAX_FILE_BYTES`].
pub(crate) fn file_too_large(path: &str, bytes: usize) -> Problem {
    let message = Sentence::new(
        format!("文件有{bytes}字节，超过上限{MAX_FILE_BYTES}字节"),
        format!("the file has {bytes} bytes, more than the limit of {MAX_FILE_BYTES}"),
    );
    Problem::of_file("file-too-large", path, message)
}

/// Reading cannot go on; the reason is among the problems.
struct Stop;

/// A list or mapping that is still open.
struct Open {
    start: usize,
    entries: Vec<Entry>,
    items: Vec<Node>,
    key: Option<Node>,
    mapping: bool,
}

struct Builder<'a> {
    source: &'a Arc<Source>,
    problems: &'a mut Problems,
    /// Byte offset of every character, and of the end: the parser counts characters.
    bytes: Vec<usize>,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    failed: bool,
}

impl<'a> Builder<'a> {
    fn new(source: &'a Arc<Source>, problems: &'a mut Problems) -> Self {
        let mut bytes: Vec<usize> = source.text().char_indices().map(|(at, _)| at).collect();
        bytes.push(source.text().len());
        Self { source, problems, bytes, open: Vec::new(), root: None, nodes: 0, failed: false }
    }

    fn byte(&self, character: usize) -> usize {
        self.bytes.get(character).copied().unwrap_or(self.source.text().len())
    }

    fn span(&self, span: saphyr_parser::Span) -> Span {
        let (start, end) = (self.byte(span.start.index()), self.byte(span.end.index()));
        let text = self.source.slice(Span::new(start, end));
        Span::new(start, start + text.trim_end().len())
    }

    fn error(&mut self, code: &'static str, span: Span, message: Sentence, hint: Option<Sentence>) {
        let place = Place { source: Arc::clone(self.source), span };
        self.failed = true;
        self.problems.push(Problem::error(code, place, message).with_optional_hint(hint));
    }

    fn event(&mut self, event: Event<'_>, at: saphyr_parser::Span) -> Result<(), Stop> {
        let span = self.span(at);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_extras(span, anchor != 0, tag.is_some());
                let content = scalar(&text, style);
                self.add(Node::new(Arc::clone(self.source), span, content))
            }
            Event::SequenceStart(anchor, tag) => self.start(span, anchor != 0, tag.is_some(), false),
            Event::MappingStart(anchor, tag) => self.start(span, anchor != 0, tag.is_some(), true),
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(_) => {
                self.refuse_extras(span, true, false);
                self.add(Node::new(Arc::clone(self.source), span, Content::Null))
            }
            Event::DocumentStart(_) if self.root.is_some() => self.second_document(span),
            _ => Ok(()),
        }
    }

    fn second_document(&mut self, span: Span) -> Result<(), Stop> {
        let message = Sentence::new(
            "一个文件只能有一份规则，这里又开始了一份（---）",
            "one file holds one document; a second starts here",
        );
        self.error("yaml-several-documents", span, message, None);
        Err(Stop)
    }

    fn refuse_extras(&mut self, span: Span, anchor: bool, tag: bool) {
        if anchor {
            let message = Sentence::new(
                "规则文件不使用锚点和别名（& 和 *）",
                "rule files have no anchors or aliases (& and *)",
            );
            let hint = Sentence::new("请把内容原样再写一遍", "write the content out again");
            self.error("yaml-anchor", span, message, Some(hint));
        }
        if tag {
            let message = Sentence::new("规则文件不使用标签（!）", "rule files have no tags (!)");
            let hint =
                Sentence::new("以 ! 开头的文字请加引号", "put quotes around a text that starts with !");
            self.error("yaml-tag", span, message, Some(hint));
        }
    }

    fn start(&mut self, span: Span, anchor: bool, tag: bool, mapping: bool) -> Result<(), Stop> {
        self.refuse_extras(span, anchor, tag);
        if self.open.len() >= MAX_DEPTH {
            let message = Sentence::new(
                format!("嵌套超过{MAX_DEPTH}层"),
                format!("nested more than {MAX_DEPTH} levels deep"),
            );
            self.error("yaml-too-deep", Span::new(span.start, span.start + 1), message, None);
            return Err(Stop);
        }
        let start = span.start;
        self.open.push(Open { start, entries: Vec::new(), items: Vec::new(), key: None, mapping });
        Ok(())
    }

    fn end(&mut self, span: Span) -> Result<(), Stop> {
        let Some(open) = self.open.pop() else { return Err(Stop) };
        let last = open.entries.last().map(|entry| &entry.value).or(open.items.last());
        let end = last.map_or(span.end, |node| node.span.end.max(span.end.min(self.source.text().len())));
        let trimmed = self.source.slice(Span::new(open.start, end)).trim_end().len();
        let span = Span::new(open.start, open.start + trimmed);
        let content =
            if open.mapping { Content::Mapping(open.entries) } else { Content::Sequence(open.items) };
        self.add(Node::new(Arc::clone(self.source), span, content))
    }

    fn add(&mut self, node: Node) -> Result<(), Stop> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            let message = Sentence::new(
                format!("文件里的值超过{MAX_NODES}个"),
                format!("the file holds more than {MAX_NODES} values"),
            );
            self.error("yaml-too-many-nodes", node.span, message, None);
            return Err(Stop);
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        if !open.mapping {
            open.items.push(node);
        } else if let Some(key) = open.key.take() {
            open.entries.push(Entry { key, value: node });
        } else {
            return self.add_key(node);
        }
        Ok(())
    }

    /// Duplicates are looked for when the mapping closes; here only the kind of key matters.
    fn add_key(&mut self, key: Node) -> Result<(), Stop> {
        if key.text().is_none() {
            let message = Sentence::new("键必须是一段文字", "a key must be a text");
            let hint =
                Sentence::new("含 { } [ ] 的键请加引号", "put quotes around a key that contains { } [ ]");
            let span = key.head().span;
            self.error("yaml-key", span, message, Some(hint));
        }
        if let Some(open) = self.open.last_mut() {
            open.key = Some(key);
        }
        Ok(())
    }

    fn syntax(&mut self, error: &ScanError) -> Result<(), Stop> {
        let at = self.byte(error.marker().index());
        let line = self.source.position(at).line;
        if let Some(tab) = self.tab_in_indent(line) {
            let message = Sentence::new("缩进里有制表符（Tab）", "a tab in the indentation");
            let hint = Sentence::new(
                "YAML 只用空格缩进，请把制表符换成空格",
                "YAML indents by spaces only: replace the tab",
            );
            self.error("yaml-tab", Span::new(tab, tab + 1), message, Some(hint));
            return Err(Stop);
        }
        let (message, hint) = explain(error.info());
        let span = Span::new(at, self.source.text()[at..].chars().next().map_or(at, |c| at + c.len_utf8()));
        self.error("yaml-syntax", span, message, Some(hint));
        Err(Stop)
    }

    /// The first tab in the indentation of `line` or the lines next to it.
    fn tab_in_indent(&self, line: usize) -> Option<usize> {
        let mut offset = 0;
        for (index, text) in self.source.text().split_inclusive('\n').enumerate() {
            let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
            let near = (index + 1).abs_diff(line) <= 1;
            if let Some(tab) = text[..indent].find('\t').filter(|_| near) {
                return Some(offset + tab);
            }
            offset += text.len();
        }
        None
    }

    fn finish(mut self) -> Option<Node> {
        let root = self.root.take()?;
        self.refuse_duplicates(&root);
        if self.failed { None } else { Some(root) }
    }

    fn refuse_duplicates(&mut self, node: &Node) {
        let mut seen: HashSet<&str> = HashSet::new();
        for entry in node.entries() {
            if !seen.insert(entry.name()) {
                self.duplicate(node, entry);
            }
            self.refuse_duplicates(&entry.value);
        }
        for item in node.items() {
            self.refuse_duplicates(item);
        }
    }

    fn duplicate(&mut self, mapping: &Node, again: &Entry) {
        let name = again.name();
        let first = mapping.entry(name).map_or(1, |entry| entry.key.place().start().line);
        let message = Sentence::new(
            format!("键“{name}”在第{first}行已经写过"),
            format!("the key `{name}` was already given on line {first}"),
        );
        let hint = Sentence::new("请删去其中一个", "remove one of them");
        self.error("duplicate-key", again.key.span, message, Some(hint));
    }
}

fn scalar(text: &str, style: ScalarStyle) -> Content {
    let style = match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted => Style::SingleQuoted,
        ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
        ScalarStyle::Literal => Style::Literal,
        ScalarStyle::Folded => Style::Folded,
    };
    if style == Style::Plain && matches!(text, "" | "~" | "null" | "Null" | "NULL") {
        return Content::Null;
    }
    Content::Scalar(text.to_owned(), style)
}

/// The parser's reason in both languages with what usually mends it.
fn explain(info: &str) -> (Sentence, Sentence) {
    let known: &[(&str, &str, &str, &str)] = &[
        (
            "mapping values are not allowed",
            "这里不该有冒号",
            "含冒号的文字请加引号；并检查上一行的缩进",
            "quote a text that contains a colon, and check the indentation of the line above",
        ),
        (
            "did not find expected",
            "这里的内容不符合 YAML 的写法",
            "请检查缩进是否对齐、括号和引号是否成对",
            "check that the indentation lines up and that brackets and quotes are closed",
        ),
        ("unexpected end of stream", "引号没有成对", "请补上结尾的引号", "close the quotation mark"),
        (
            "simple key expect",
            "这一行缺少冒号",
            "键和值之间要有冒号和空格，例如 code: rd_expense",
            "a key and its value are separated by a colon and a space, as in code: rd_expense",
        ),
        (
            "indentation",
            "缩进没有对齐",
            "同一层的内容要缩进到同一列",
            "content of one level starts in one column",
        ),
        (
            "misplaced bracket",
            "括号没有成对",
            "请检查 [ ] 和 { } 是否成对",
            "check that [ ] and { } are paired",
        ),
        ("unknown escape", "双引号里的反斜杠用法不对", "请改用单引号", "use single quotes instead"),
        ("recursion limit", "嵌套太深", "请减少嵌套", "nest less deeply"),
    ];
    let found = known.iter().find(|(part, ..)| info.contains(part));
    let zh = found.map_or("这里的内容不符合 YAML 的写法", |(_, zh, ..)| zh);
    let (hint_zh, hint_en) = found.map_or(
        (
            "请检查缩进、冒号后的空格、引号和括号",
            "check indentation, the space after a colon, quotes and brackets",
        ),
        |(_, _, zh, en)| (*zh, *en),
    );
    (Sentence::new(zh, format!("this is not YAML: {info}")), Sentence::new(hint_zh, hint_en))
}
