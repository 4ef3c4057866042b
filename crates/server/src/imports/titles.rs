//! An authority's list of those who hold a title: who gets a certificate, whose is mended or ended, who cannot be told.

use super::{
    plan::Tally,
    problems::Trouble,
    whose::{Line, Register},
};
use crate::jobs::{Progress, Stopped};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::{
    enterprises::{Enterprise, Event, Label},
    imports::RowOutcome,
};

/// Who says so, of a title that stands on an authority's list.
pub(super) const BY_LIST: &str = "list";

/// What is known before the file is read.
pub(super) struct Known {
    pub(super) register: Register,
    /// The title the list is about.
    pub(super) label: String,
    /// Certificates of this title, by enterprise.
    pub(super) held: HashMap<String, Vec<Label>>,
    /// What the person said about all rows that say nothing: item and text.
    pub(super) usual: BTreeMap<String, String>,
    pub(super) import_id: String,
}

/// What a list comes to.
#[derive(Debug, Default)]
pub(super) struct Effect {
    pub(super) new: Vec<Label>,
    pub(super) changed: Vec<Label>,
    pub(super) events: Vec<Event>,
}

/// What a row says.
struct Said {
    from: Option<Date>,
    to: Option<Date>,
    certificate: Option<String>,
    document: Option<String>,
    /// The day it was revoked, and why.
    revoked: Option<(Date, String)>,
}

impl Known {
    fn said(&self, line: &Line<'_>) -> Said {
        let text = |item: &str| line.owned(item).or_else(|| self.usual.get(item).cloned());
        let day = |item: &str| text(item).and_then(|text| text.parse().ok());
        let why = || line.owned("revoked_why").unwrap_or_else(|| "撤销".to_owned());
        Said {
            from: day("recognised_on"),
            to: day("valid_until"),
            certificate: text("certificate"),
            document: text("document"),
            revoked: line.day("revoked_on").map(|day| (day, why())),
        }
    }

    fn holds(&self, enterprise: &Enterprise) -> &[Label] {
        self.held.get(&enterprise.id).map_or(&[], Vec::as_slice)
    }

    /// The certificate the row is about, when it is known: by number, else by its first day; a revocation without either
    /// is about the one that was valid; and what a register without days once said gives way.
    fn before(&self, enterprise: &Enterprise, said: &Said) -> Option<&Label> {
        let held = self.holds(enterprise);
        let number = held.iter().find(|one| one.certificate.is_some() && one.certificate == said.certificate);
        let day = || held.iter().find(|one| Some(one.valid_from) == said.from);
        let valid = || said.revoked.as_ref().and_then(|(on, _)| held.iter().find(|one| one.holds_on(*on)));
        let vague = || {
            held.iter()
                .find(|one| one.source == "import" && one.valid_to.is_none() && one.certificate.is_none())
        };
        number.or_else(day).or_else(|| if said.from.is_none() { valid() } else { vague() })
    }
}

/// Whose each certificate number is, of the register and of the rows taken so far.
struct Numbers<'k>(HashMap<String, HashSet<&'k str>>);

impl<'k> Numbers<'k> {
    fn of(known: &'k Known) -> Self {
        let mut numbers = Self(HashMap::new());
        for (enterprise, held) in &known.held {
            held.iter().for_each(|one| numbers.add(one.certificate.as_ref(), enterprise));
        }
        numbers
    }

    fn add(&mut self, number: Option<&String>, enterprise: &'k str) {
        if let Some(number) = number {
            self.0.entry(number.clone()).or_default().insert(enterprise);
        }
    }

    /// Whether it is the number of another enterprise.
    fn of_another(&self, number: Option<&String>, enterprise: &str) -> bool {
        let holders = number.and_then(|number| self.0.get(number)).into_iter().flatten();
        holders.into_iter().any(|holder| *holder != enterprise)
    }
}

/// What the file comes to.
pub(super) fn plan(
    rows: &ingest::Rows,
    known: &Known,
    tally: &mut Tally,
    progress: &Progress,
    mut id: impl FnMut() -> String,
) -> Result<Effect, Stopped> {
    let mut effect = Effect::default();
    let mut seen: HashSet<(&str, Option<Date>)> = HashSet::new();
    let mut numbers = Numbers::of(known);
    progress.of(rows.len());
    for index in 0..rows.len() {
        progress.step(index)?;
        let line = Line { rows, index };
        let who = (line.owned("credit_code"), line.owned("name"));
        let found = match known.register.find(&line) {
            Ok(found) => found,
            Err(trouble) => {
                tally.trouble(line.row(), *trouble);
                tally.row(rows, index, RowOutcome::Rejected, who, || json!([]));
                continue;
            }
        };
        found.doubts.into_iter().for_each(|doubt| tally.trouble(line.row(), doubt));
        let enterprise = found.enterprise;
        let said = known.said(&line);
        let first = seen.insert((enterprise.id.as_str(), said.from));
        let who = (Some(enterprise.credit_code.clone()), Some(enterprise.name.clone()));
        let before = known.before(enterprise, &said);
        let another = numbers.of_another(said.certificate.as_ref(), &enterprise.id);
        let wrong = wrong(&line, &said, before).or_else(|| another.then(|| of_another(&line)));
        let twice = (!first).then(twice);
        let bad = wrong.is_some() || twice.is_some() || rows.problems.spoil(line.row());
        wrong.into_iter().chain(twice).for_each(|trouble| tally.trouble(line.row(), trouble));
        if bad {
            tally.row(rows, index, RowOutcome::Rejected, who, || json!([]));
            continue;
        }
        numbers.add(said.certificate.as_ref(), &enterprise.id);
        if said.to.is_none() && said.revoked.is_none() && before.is_none_or(|one| one.valid_to.is_none()) {
            tally.trouble(line.row(), endless());
        }
        let now = certificate(known, enterprise, &said, before, &mut id);
        let changes = differences(before, &now);
        let outcome = match (before, changes.is_empty()) {
            (None, _) => RowOutcome::Created,
            (Some(_), false) => RowOutcome::Changed,
            (Some(_), true) => RowOutcome::Unchanged,
        };
        if outcome != RowOutcome::Unchanged {
            let detail = json!({"label": now.label, "changes": changes});
            effect.events.push(event(&enterprise.id, detail, id()));
            if before.is_some() { effect.changed.push(now) } else { effect.new.push(now) }
        }
        tally.row(rows, index, outcome, who, || Value::Array(changes));
    }
    progress.step(rows.len())?;
    Ok(effect)
}

/// Why a row of a known enterprise cannot be taken.
fn wrong(line: &Line<'_>, said: &Said, before: Option<&Label>) -> Option<Trouble> {
    if said.from.is_none() && before.is_none() {
        let (zh, en) = match said.revoked {
            None => ("没有认定日期。", "There is no day of recognition."),
            Some(_) => ("没有可以撤销的证书。", "There is no certificate to revoke."),
        };
        let trouble = Trouble::new("no-recognised-date", zh, en).hint(
            "补上认定日期列，或在上传时统一填写认定日期",
            "add the column, or say the day for all rows when sending the file in",
        );
        return Some(line.at("recognised_on", trouble));
    }
    let from = said.from.or(before.map(|one| one.valid_from));
    if from.zip(said.to).is_some_and(|(from, to)| to < from) {
        let trouble = Trouble::new("end-before-start", "有效期至早于认定日期。", "It ends before it begins.");
        return Some(line.at("valid_until", trouble));
    }
    None
}

fn of_another(line: &Line<'_>) -> Trouble {
    let trouble = Trouble::new(
        "certificate-of-another",
        "企业库或本名单中，另一家企业已有这个证书编号。",
        "Another enterprise of the register or of this list has this certificate.",
    )
    .hint("核对证书编号和企业", "check number and enterprise");
    line.at("certificate", trouble)
}

fn twice() -> Trouble {
    Trouble::new(
        "twice-in-list",
        "名单中这家企业同一天的认定出现了两次。",
        "The list has the same enterprise and day twice.",
    )
    .hint("只留一行", "keep one row")
}

fn endless() -> Trouble {
    Trouble::new(
        "no-end",
        "没有有效期，将视为长期有效，不会出现在到期提醒中。",
        "There is no last day: it counts as valid for good and never becomes due.",
    )
    .only_warning()
}

/// The certificate as the row says; what the row leaves open stays as it was.
fn certificate(
    known: &Known,
    enterprise: &Enterprise,
    said: &Said,
    before: Option<&Label>,
    id: &mut impl FnMut() -> String,
) -> Label {
    let old = |field: fn(&Label) -> Option<String>| before.and_then(field);
    let valid_from = said.from.or(before.map(|one| one.valid_from)).unwrap_or(Date::MIN);
    let usual_end = said.to.or(before.and_then(|one| one.valid_to));
    let ended = said.revoked.as_ref().map(|(_, why)| why.clone());
    let revoked = said.revoked.as_ref().map(|(on, _)| on.yesterday().unwrap_or(*on).max(valid_from));
    let revoked = revoked.map(|on| usual_end.map_or(on, |end| end.min(on)));
    // What was revoked once stays so when a later list only repeats the certificate.
    let stays = ended.is_none() && old(|one| one.ended.clone()).is_some();
    let valid_to = if stays { before.and_then(|one| one.valid_to) } else { revoked.or(usual_end) };
    let mut now = Label {
        id: before.map_or_else(&mut *id, |one| one.id.clone()),
        enterprise_id: enterprise.id.clone(),
        label: known.label.clone(),
        valid_from,
        valid_to,
        source: BY_LIST.to_owned(),
        certificate: said.certificate.clone().or_else(|| old(|one| one.certificate.clone())),
        document: said.document.clone().or_else(|| old(|one| one.document.clone())),
        import_id: Some(known.import_id.clone()),
        ended: ended.or_else(|| old(|one| one.ended.clone())),
    };
    if before.is_some() && differences(before, &now).is_empty() {
        now.import_id = old(|one| one.import_id.clone());
    }
    now
}

/// What becomes different, as item, before, after.
fn differences(before: Option<&Label>, now: &Label) -> Vec<Value> {
    let told = |one: &Label| {
        [
            ("recognised_on", Some(one.valid_from.to_string())),
            ("valid_until", one.valid_to.map(|day| day.to_string())),
            ("certificate", one.certificate.clone()),
            ("document", one.document.clone()),
            ("revoked_why", one.ended.clone()),
            ("source", Some(one.source.clone())),
        ]
    };
    let Some(before) = before else { return Vec::new() };
    let pairs = told(before).into_iter().zip(told(now));
    pairs
        .filter(|((_, old), (_, new))| old != new)
        .map(|((item, old), (_, new))| json!({"item": item, "before": old, "after": new}))
        .collect()
}

/// The import and the person are filled in when it is stored.
fn event(enterprise_id: &str, detail: Value, id: String) -> Event {
    Event {
        id,
        enterprise_id: enterprise_id.to_owned(),
        action: "label".to_owned(),
        detail,
        import_id: None,
        changed_by: None,
        changed_at: jiff::Timestamp::UNIX_EPOCH,
    }
}
