//! The table of codes. A code is permanent: sentences may be bettered, a code never changes its meaning.

use std::fmt::Write as _;

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The permanent code.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// What happened, in Chinese.
    pub zh: &'static str,
    /// What happened, in English.
    pub en: &'static str,
    /// What to do about it, in English, for the page of codes.
    pub mend: &'static str,
}

macro_rules! codes {
    ($($variant:ident = $code:literal $status:literal $zh:literal $en:literal $mend:literal;)+) => {
        /// A problem of the table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $(#[doc = $en] $variant),+ }

        /// Every row, in order of status.
        pub const TABLE: &[Row] = &[$(Row { code: $code, status: $status, zh: $zh, en: $en, mend: $mend }),+];

        impl Code {
            /// Its row.
            #[must_use]
            pub const fn row(self) -> Row {
                TABLE[self as usize]
            }
        }
    };
}

codes! {
    BodyNotUnderstood = "body-not-understood" 400 "请求内容无法理解。" "The request body was not understood." "Mend the fields named in `errors`; send `application/json`.";
    QueryNotUnderstood = "query-not-understood" 400 "查询参数无法理解。" "The query parameters were not understood." "Mend the parameters named in `errors`.";
    IdempotencyKeyMissing = "idempotency-key-missing" 400 "此操作须带 Idempotency-Key 请求头。" "This operation needs an Idempotency-Key header." "Send a fresh random key, the same one again for a repetition.";
    UploadCut = "upload-cut" 400 "文件没有传完，未保存任何内容。" "The file did not arrive whole; nothing was kept." "Send it again.";
    LinkNotValid = "link-not-valid" 400 "链接无效、已使用或已过期。" "The link is not valid, was used, or has expired." "Ask an administrator for a new link.";
    NotSignedIn = "not-signed-in" 401 "请先登录。" "Please sign in." "Sign in, or send a working API token.";
    SignInRefused = "sign-in-refused" 401 "账号、密码或动态码不正确。" "The name, password or code is not right." "Try again, or ask an administrator for a one-time link.";
    SecondFactorRequired = "second-factor-required" 401 "请输入动态码或恢复码。" "A one-time code or a recovery code is needed." "Send the same request with `code`.";
    ProviderRefused = "provider-refused" 401 "统一认证未通过，请重新登录。" "The identity provider's answer was not accepted; begin again." "Begin again; the audit log says why.";
    IdentityNotLinked = "identity-not-linked" 401 "该统一认证账号尚未关联本平台账号，请先用账号和密码登录，在“个人信息”中关联。" "Nobody here has linked this identity; sign in by name and password and link it in your profile." "Link the identity in the profile first.";
    NotAllowed = "not-allowed" 403 "您的角色不能进行此操作。" "Your role may not do this." "Ask an administrator of your organisation.";
    CrossSiteRequest = "cross-site-request" 403 "请求来自其他网站，已拒绝。" "The request came from another site and was refused." "Send the header `X-Jifen: 1` from the platform's own pages.";
    StepUpRequired = "step-up-required" 403 "此操作需要再次确认身份。" "Please prove again that it is you." "Send the password (and code) to `/api/v1/me/step-up`, then repeat.";
    PasswordExpired = "password-expired" 403 "密码已到期，请先修改密码。" "The password has expired; change it first." "Send the present and a new password to `/api/v1/me/password`.";
    SecondFactorSetupRequired = "second-factor-setup-required" 403 "请先启用动态码登录。" "Set up one-time codes first." "Use `/api/v1/me/second-factor`.";
    TokenNotForThis = "token-not-for-this" 403 "此令牌不能用于该操作。" "The API token may not be used for this." "Make a token with the scope, or sign in.";
    DutiesNotSeparate = "duties-not-separate" 403 "系统、安全、审计管理员不得由同一人担任。" "System, security and audit administration cannot be one person." "Give the roles to different people.";
    OwnAccount = "own-account" 403 "不能对自己的账号进行此操作。" "You may not do this to your own account." "Ask another administrator.";
    OwnRun = "own-run" 403 "计算与发布须由不同的人完成。" "Whoever computed a run may not publish it." "Ask another publisher.";
    OwnScheme = "own-scheme" 403 "编制与发布须由不同的人完成。" "Whoever wrote the rules may not publish them." "Ask another publisher.";
    OwnOrganisation = "own-organisation" 403 "不能关闭自己所在的单位或其上级。" "You may not close your own organisation or one above it." "Ask an administrator above.";
    OwnRequest = "own-request" 403 "不能复核自己提出的申请。" "You may not decide on what you asked for yourself." "Another person who holds the permission confirms or declines.";
    NotFound = "not-found" 404 "没有找到，或您无权查看。" "Not found, or not yours to see." "Check the id and what your role may see.";
    MethodNotAllowed = "method-not-allowed" 405 "此地址不支持该方法。" "This address does not take this method." "See the reference page.";
    TooSlow = "request-timeout" 408 "请求超时。" "The request took too long." "Try again; large work belongs in a job.";
    ExistsAlready = "exists-already" 409 "已存在相同的记录。" "The same exists already." "Look the existing one up, or choose another name or code.";
    RequestInFlight = "request-in-flight" 409 "相同的请求正在处理。" "The same request is being worked on." "Wait, then repeat with the same key.";
    WrongState = "wrong-state" 409 "当前状态不允许此操作。" "The present state does not allow this." "Look at the present state again.";
    RequesterMayNot = "requester-may-not" 409 "申请人已无权进行此操作，申请作废。" "Who asked for this may not do it any more; the request has lapsed." "Somebody who may do it asks anew.";
    ChangedMeanwhile = "changed-meanwhile" 412 "内容已被他人修改，请刷新后重试。" "Somebody changed it meanwhile; load it again." "Read it again and repeat with its new ETag.";
    BodyTooLarge = "body-too-large" 413 "请求内容过大。" "The request body is too large." "Send less at once.";
    KeyReused = "idempotency-key-reused" 422 "该 Idempotency-Key 已用于其他请求。" "This Idempotency-Key was used for another request." "Use a fresh key for another request.";
    NotAccepted = "not-accepted" 422 "填写的内容有误。" "Some of the values cannot be accepted." "Mend the fields named in `errors`.";
    FileNotTaken = "file-not-taken" 422 "文件内容不是 PDF、PNG、JPEG、OFD 或不含宏的 XLSX。" "The content is no PDF, PNG, JPEG, OFD, or XLSX without macros." "Save it in one of these formats; renaming a file does not change what it is.";
    TooManyRows = "too-many-rows" 422 "要导出的行数过多，请缩小筛选范围。" "There are too many rows to export; narrow the filter." "Filter by time, state or organisation and export in parts.";
    VersionMissing = "version-missing" 428 "修改时须带 If-Match 请求头。" "An edit needs an If-Match header." "Send the ETag of the version that was seen.";
    TooManyRequests = "too-many-requests" 429 "请求过于频繁，请稍后再试。" "Too many requests; try again later." "Wait as long as `Retry-After` says.";
    TooManyAttempts = "too-many-attempts" 429 "尝试次数过多，请稍后再试。" "Too many attempts; try again later." "Wait as long as `Retry-After` says, or ask an administrator.";
    InternalError = "internal-error" 500 "系统内部错误，请将编号告知管理员。" "Something went wrong inside; tell an administrator the number." "Look for the request id in the server's log.";
    Busy = "busy" 503 "系统繁忙，请稍后再试。" "The server is busy; try again shortly." "Wait as long as `Retry-After` says.";
    ProviderUnreachable = "provider-unreachable" 503 "暂时无法连接统一认证，请稍后再试，或用账号和密码登录。" "The identity provider cannot be reached now; try again, or sign in by name and password." "Look at the server's log; check the settings that begin with oidc.";
    NotReady = "not-ready" 503 "系统未就绪。" "The server is not ready." "Look at the server's log.";
}

/// The page of codes, `docs/ERRORS.md`.
#[must_use]
pub fn errors_page() -> String {
    let mut page = String::from(
        "# Problem codes\n\n\
         Generated from `crates/server/src/problem/table.rs`; a test compares. Every refusal is\n\
         `application/problem+json` with one of these codes. A code never changes its meaning.\n\n\
         | Code | Status | 中文 | English | What to do |\n| --- | --- | --- | --- | --- |\n",
    );
    for row in TABLE {
        // Writing to a string cannot fail.
        let _ =
            writeln!(page, "| `{}` | {} | {} | {} | {} |", row.code, row.status, row.zh, row.en, row.mend);
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_kebab_case_and_stand_once() {
        for (index, row) in TABLE.iter().enumerate() {
            let kebab = row.code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
            assert!(kebab && !row.code.starts_with('-'), "{}", row.code);
            assert!(TABLE[..index].iter().all(|other| other.code != row.code), "{} twice", row.code);
            assert!(
                row.zh.ends_with('。') && row.en.ends_with('.') && row.mend.ends_with('.'),
                "{}",
                row.code
            );
            assert!(index == 0 || TABLE[index - 1].status <= row.status, "{} out of order", row.code);
        }
    }
}
