//! What a file is, by its first bytes and, for packages, by the parts it names.

/// The kinds of file that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Pdf,
    Png,
    Jpeg,
    Xlsx,
    /// 版式文件 (GB/T 33190), the format of official documents and electronic invoices.
    Ofd,
}

impl Kind {
    /// The kind of `content`.
    pub(super) fn of(content: &[u8]) -> Option<Self> {
        let names = |part: &[u8]| content.windows(part.len()).any(|window| window == part);
        match content {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'P', b'K', 3, 4, ..] if names(b"xl/workbook.xml") => Some(Self::Xlsx),
            [b'P', b'K', 3, 4, ..] if names(b"OFD.xml") => Some(Self::Ofd),
            _ => None,
        }
    }

    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Ofd => "application/ofd",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn content_decides() {
        for (content, kind) in [
            (&b"%PDF-1.7 ..."[..], Some(Kind::Pdf)),
            (b"\x89PNG\r\n\x1a\n...", Some(Kind::Png)),
            (b"\xff\xd8\xff\xe0", Some(Kind::Jpeg)),
            (b"PK\x03\x04..xl/workbook.xml", Some(Kind::Xlsx)),
            (b"PK\x03\x04..OFD.xml", Some(Kind::Ofd)),
            (b"PK\x03\x04..evil.exe", None),
            (b"<html><script>", None),
            (b"MZ", None),
            (b"", None),
        ] {
            assert_eq!(Kind::of(content), kind, "{content:?}");
        }
    }
}
