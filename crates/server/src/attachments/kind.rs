//! What a file is, by its first bytes and, for packages, by the parts they list.

/// The kinds of file that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Pdf,
    Png,
    Jpeg,
    /// A workbook without macros.
    Xlsx,
    /// 版式文件 (GB/T 33190), the format of official documents and electronic invoices.
    Ofd,
}

impl Kind {
    /// The kind of `content`; none when it is something that is not taken.
    pub(super) fn of(content: &[u8]) -> Option<Self> {
        match content {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'P', b'K', 3, 4, ..] => Self::of_package(content),
            _ => None,
        }
    }

    fn of_package(content: &[u8]) -> Option<Self> {
        let parts: Vec<&[u8]> = parts(content).collect();
        let has = |part: &str| parts.contains(&part.as_bytes());
        match () {
            () if has("xl/vbaProject.bin") => None,
            () if has("xl/workbook.xml") => Some(Self::Xlsx),
            () if has("OFD.xml") => Some(Self::Ofd),
            () => None,
        }
    }

    /// As it is named when the file is sent.
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Ofd => "application/ofd",
        }
    }
}

/// The names in the directory of a zip file. Nothing is unpacked: a bomb stays packed, here and at the reader's.
fn parts(content: &[u8]) -> impl Iterator<Item = &[u8]> {
    const ENTRY: &[u8] = b"PK\x01\x02";
    const NAME_LENGTH: std::ops::Range<usize> = 28..30;
    const NAME: usize = 46;
    let starts = content.windows(ENTRY.len()).enumerate().filter(|(_, window)| *window == ENTRY);
    starts.filter_map(|(start, _)| {
        let entry = content.get(start..)?;
        let length = u16::from_le_bytes(entry.get(NAME_LENGTH)?.try_into().ok()?);
        entry.get(NAME..NAME + usize::from(length))
    })
}

#[cfg(test)]
mod tests {
    use super::Kind;
    use std::io::{Cursor, Write};

    fn package(parts: &[&str]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for part in parts {
            zip.start_file(*part, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(b"<x/>").unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn check(content: &[u8], kind: Option<Kind>) {
        assert_eq!(Kind::of(content), kind, "{:?}", String::from_utf8_lossy(content));
    }

    #[test]
    fn content_decides() {
        check(b"%PDF-1.7 ...", Some(Kind::Pdf));
        check(b"\x89PNG\r\n\x1a\n...", Some(Kind::Png));
        check(b"\xff\xd8\xff\xe0", Some(Kind::Jpeg));
        check(&package(&["[Content_Types].xml", "xl/workbook.xml"]), Some(Kind::Xlsx));
        check(&package(&["OFD.xml", "Doc_0/Document.xml"]), Some(Kind::Ofd));
    }

    #[test]
    fn programs_pages_and_macros_are_not_taken() {
        check(&package(&["xl/workbook.xml", "xl/vbaProject.bin"]), None);
        check(&package(&["evil.exe"]), None);
        check(b"PK\x03\x04 says xl/workbook.xml somewhere", None);
        check(b"PK\x01\x02", None);
        check(b"<html><script>", None);
        check(b"<svg xmlns='http://www.w3.org/2000/svg'>", None);
        check(b"MZ", None);
        check(b"", None);
    }
}
