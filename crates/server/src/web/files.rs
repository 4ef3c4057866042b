//! The files of the built console, each plain and compressed.

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// One file.
#[derive(Debug, Clone, Copy)]
pub(super) struct File {
    pub(super) path: &'static str,
    pub(super) plain: &'static [u8],
    pub(super) br: Option<&'static [u8]>,
    pub(super) gz: Option<&'static [u8]>,
    pub(super) etag: &'static str,
}

/// Written by build.rs; empty when the console was not built.
pub(super) const FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/console.rs"));

pub(super) fn find<'a>(files: &'a [File], path: &str) -> Option<&'a File> {
    files.binary_search_by(|file| file.path.cmp(path)).ok().and_then(|at| files.get(at))
}

impl File {
    /// The file as this reader can take it. `named_by_content`: the name changes with the content, so it may be kept for
    /// ever; others are asked for again each time.
    pub(super) fn answer(&self, asked: &HeaderMap, named_by_content: bool) -> Response {
        let keep = if named_by_content { "public, max-age=31536000, immutable" } else { "no-cache" };
        let common = [
            (header::ETAG, self.etag),
            (header::CACHE_CONTROL, keep),
            (header::VARY, "accept-encoding"),
            (header::CONTENT_TYPE, self.kind()),
        ];
        if text(asked, &header::IF_NONE_MATCH)
            .split(',')
            .any(|seen| seen.trim().trim_start_matches("W/") == self.etag)
        {
            return (StatusCode::NOT_MODIFIED, common).into_response();
        }
        let (coding, bytes) = self.packed(text(asked, &header::ACCEPT_ENCODING));
        let mut response = (common, bytes).into_response();
        if let Some(coding) = coding {
            response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
        }
        response
    }

    /// The smallest form the reader takes.
    fn packed(&self, accepted: &str) -> (Option<&'static str>, &'static [u8]) {
        let takes = |name: &str| {
            accepted.split(',').any(|part| {
                let (coding, weight) = part.split_once(";q=").unwrap_or((part, "1"));
                coding.trim().eq_ignore_ascii_case(name) && weight.trim().parse().unwrap_or(0.0_f32) > 0.0
            })
        };
        match (self.br, self.gz) {
            (Some(bytes), _) if takes("br") => (Some("br"), bytes),
            (_, Some(bytes)) if takes("gzip") => (Some("gzip"), bytes),
            _ => (None, self.plain),
        }
    }

    fn kind(&self) -> &'static str {
        match self.path.rsplit('.').next().unwrap_or_default() {
            "html" => "text/html; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "svg" => "image/svg+xml",
            "json" => "application/json",
            _ => "application/octet-stream",
        }
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: File =
        File { path: "/assets/a.js", plain: b"plain", br: Some(b"br"), gz: Some(b"gz"), etag: "\"7\"" };

    #[test]
    fn each_reader_gets_the_smallest_form_it_takes() {
        for (accepted, coding, bytes) in [
            ("gzip, deflate, br", Some("br"), &b"br"[..]),
            ("gzip", Some("gzip"), b"gz"),
            ("br;q=0, gzip;q=0.5", Some("gzip"), b"gz"),
            ("identity", None, b"plain"),
            ("", None, b"plain"),
            ("brotli", None, b"plain"),
        ] {
            assert_eq!(SCRIPT.packed(accepted), (coding, bytes), "{accepted}");
        }
        assert_eq!(File { br: None, gz: None, ..SCRIPT }.packed("br, gzip").0, None);
    }

    #[test]
    fn what_the_reader_has_is_not_sent_again() {
        let answer = |seen: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, HeaderValue::from_static(seen));
            SCRIPT.answer(&headers, true)
        };
        for seen in ["\"7\"", "W/\"7\"", "\"1\", \"7\""] {
            assert_eq!(answer(seen).status(), StatusCode::NOT_MODIFIED, "{seen}");
        }
        assert_eq!(answer("\"8\"").status(), StatusCode::OK);
    }

    #[test]
    fn only_names_made_of_content_are_kept_for_ever() {
        let keep = |named| SCRIPT.answer(&HeaderMap::new(), named).headers()[header::CACHE_CONTROL].clone();
        assert!(keep(true).to_str().unwrap().contains("immutable"));
        assert_eq!(keep(false), "no-cache");
    }

    #[test]
    fn the_files_of_this_program_are_in_order() {
        assert!(FILES.windows(2).all(|pair| pair[0].path < pair[1].path), "found by halving");
    }
}
