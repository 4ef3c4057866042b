//! What every public page has around it.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use domain::Name;
use formula::Language;
use maud::{DOCTYPE, Markup, html};

/// The looks of the pages: no script, no font, nothing from elsewhere.
pub(super) const STYLE: &str = include_str!("portal.css");

/// What a page is told in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Speaker(pub(super) Language);

impl Speaker {
    /// Of the two sentences the one that is read.
    pub(super) fn say<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self.0 {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    /// A name as it is read.
    pub(super) fn name(self, name: &Name) -> &str {
        name.in_language(self.0)
    }

    /// The word of this language in an address.
    pub(super) fn word(self) -> &'static str {
        self.say("zh", "en")
    }
}

/// A page with its title, the way home, and itself in the other language at `other`.
pub(super) fn page(speaker: Speaker, title: &str, other: &str, body: &Markup) -> Response {
    let product = speaker.say("企业创新积分平台", "Enterprise Innovation Points");
    let (tag, home) = (speaker.say("zh-CN", "en"), format!("/public?lang={}", speaker.word()));
    let markup = html! {
        (DOCTYPE)
        html lang=(tag) {
            head {
                meta charset="utf-8";
                title { (title) " · " (product) }
                meta name="viewport" content="width=device-width";
                meta name="description" content=(title);
                link rel="stylesheet" href="/public/style.css";
            }
            body {
                a .skip href="#content" { (speaker.say("跳到主要内容", "Skip to the content")) }
                header {
                    a href=(home) { (product) }
                    nav aria-label=(speaker.say("语言与登录", "Language and signing in")) {
                        a href=(other) lang=(speaker.say("en", "zh-CN")) hreflang=(speaker.say("en", "zh-CN")) { (speaker.say("English", "中文")) }
                        a href="/" { (speaker.say("登录", "Sign in")) }
                    }
                }
                main id="content" {
                    h1 { (title) }
                    (body)
                }
                footer { p { (speaker.say("公开内容以发布时为准；更正后即时更新。", "What is shown is what is published; a correction shows at once.")) } }
            }
        }
    };
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], markup.into_string()).into_response()
}
