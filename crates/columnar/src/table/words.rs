//! Flags in words.

use std::sync::Arc;

use arrow::{
    array::{ArrayRef, DictionaryArray, StringArray, UInt8Array},
    buffer::NullBuffer,
    datatypes::UInt8Type,
};
use domain::evaluation::Flags;

use crate::FlagsColumn;

/// Every flag with its word, in the order they are told.
const WORDS: [(Flags, &str); 9] = [
    (Flags::MISSING, "缺失"),
    (Flags::UNDEFINED, "不可比"),
    (Flags::ZERO, "确认为零"),
    (Flags::CAPPED, "封顶"),
    (Flags::FLOORED, "保底"),
    (Flags::FALLBACK, "同类组过小"),
    (Flags::NO_REFERENCE, "无参照"),
    (Flags::SUBSTITUTED, "替代赋分"),
    (Flags::NOT_APPLICABLE, "不适用"),
];

/// The flags of every enterprise in words; null where there are none.
pub(super) fn flags(column: &FlagsColumn, known: Option<&NullBuffer>) -> ArrayRef {
    let (codes, palette) = column.parts();
    let texts: Vec<String> = palette.iter().map(|(flags, _)| words(*flags)).collect();
    let told: NullBuffer = codes.iter().map(|&code| !texts[usize::from(code)].is_empty()).collect();
    let nulls = NullBuffer::union(Some(&told), known);
    let keys = UInt8Array::new(codes.clone(), nulls);
    Arc::new(DictionaryArray::<UInt8Type>::new(keys, Arc::new(StringArray::from(texts))))
}

fn words(flags: Flags) -> String {
    let words: Vec<&str> = WORDS.iter().filter(|(flag, _)| flags.has(*flag)).map(|(_, word)| *word).collect();
    words.join("；")
}
