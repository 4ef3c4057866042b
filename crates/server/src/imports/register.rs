//! The register from a workbook: which enterprises are new, which differ, which cannot be taken.

use super::{plan::Tally, problems::Trouble};
use crate::{
    enterprises,
    jobs::{Progress, Stopped},
    rules::Rules,
};
use ingest::Rows;
use jiff::civil::Date;
use serde_json::{Value, json};
use std::{borrow::Cow, collections::HashMap};
use store::{
    enterprises::{Contact, Enterprise, EnterpriseStatus, Event, Fields, Label, NewEnterprise},
    imports::RowOutcome,
};

/// What is known before the file is read.
pub(super) struct Known {
    /// The zone's register by credit code.
    pub(super) enterprises: HashMap<String, Enterprise>,
    /// The labels that hold today, by enterprise.
    pub(super) labels: HashMap<String, Vec<String>>,
    /// The log-in organisations of the zone by credit code: id and path.
    pub(super) organisations: HashMap<String, (String, String)>,
    /// Former names by enterprise.
    pub(super) today: Date,
}

/// What an import of the register comes to.
#[derive(Debug, Default)]
pub(super) struct Effect {
    pub(super) new: Vec<NewEnterprise>,
    pub(super) changes: Vec<(Enterprise, Fields)>,
    pub(super) labels: Vec<Label>,
    pub(super) contacts: Vec<Contact>,
    pub(super) events: Vec<Event>,
}

/// One row as it is read.
struct Line<'a> {
    rows: &'a Rows,
    index: usize,
}

impl<'a> Line<'a> {
    fn text(&self, item: &str) -> Option<Cow<'a, str>> {
        self.rows.column(item).and_then(|column| self.rows.text(column, self.index))
    }

    fn owned(&self, item: &str) -> Option<String> {
        self.text(item).map(Cow::into_owned)
    }

    fn place(&self, item: &str) -> Option<&'a ingest::ColumnPlace> {
        self.rows.column(item).and_then(|column| self.rows.columns.get(column)).map(|column| &column.place)
    }

    fn day(&self, item: &str) -> Option<Date> {
        self.text(item).and_then(|text| text.parse().ok())
    }

    fn row(&self) -> u32 {
        self.rows.row(self.index)
    }
}

/// What the file comes to.
pub(super) fn plan(
    rules: &Rules,
    rows: &Rows,
    known: &Known,
    tally: &mut Tally,
    progress: &Progress,
    mut id: impl FnMut() -> String,
) -> Result<Effect, Stopped> {
    let mut effect = Effect::default();
    progress.of(rows.len());
    for index in 0..rows.len() {
        progress.step(index)?;
        let line = Line { rows, index };
        let who = (line.owned("credit_code"), line.owned("name"));
        let Some(code) = who.0.clone().filter(|_| acceptable(rules, &line, known, tally)) else {
            tally.row(rows, index, RowOutcome::Rejected, who, || json!([]));
            continue;
        };
        let (outcome, changes) = match known.enterprises.get(&code) {
            None => (RowOutcome::Created, enter(&line, code, known, &mut effect, &mut id)),
            Some(before) => alter(&line, before, known, &mut effect, &mut id),
        };
        tally.row(rows, index, outcome, who, || changes);
    }
    progress.step(rows.len())?;
    Ok(effect)
}

/// Whether the row can be taken; every reason against it is noted.
fn acceptable(rules: &Rules, line: &Line<'_>, known: &Known, tally: &mut Tally) -> bool {
    let row = line.row();
    let mut good = !line.rows.problems.spoil(row);
    let mut wrong = |item: &str, trouble: Trouble| {
        let value = line.owned(item);
        tally.trouble(row, trouble.at(line.place(item), value.as_deref()));
        good = false;
    };
    let is_new = line.text("credit_code").is_some_and(|code| !known.enterprises.contains_key(code.as_ref()));
    if is_new && line.text("name").is_none() {
        wrong(
            "name",
            Trouble::new("name-missing", "新增企业须填企业名称。", "A new enterprise needs a name.")
                .hint("补上营业执照上的名称", "add the name on the business licence"),
        );
    }
    if line.text("name").is_some_and(|name| name.chars().count() > 100) {
        wrong(
            "name",
            Trouble::new("name-too-long", "企业名称超过100个字符。", "The name exceeds 100 characters."),
        );
    }
    if let Some(code) = line.text("industry_code")
        && enterprises::industry(rules, &code).is_none()
    {
        wrong(
            "industry_code",
            Trouble::new(
                "unknown-industry",
                "不是国民经济行业分类（GB/T 4754-2017）的代码。",
                "It is no code of GB/T 4754-2017.",
            )
            .hint("填二至四位行业代码，如 6513", "write two to four digits, such as 6513"),
        );
    }
    for item in ["founded_on", "zone_entered_on"] {
        if line.day(item).is_some_and(|day| day > known.today) {
            wrong(item, Trouble::new("date-in-future", "日期晚于今天。", "The day is in the future."));
        }
    }
    good
}

fn enter(
    line: &Line<'_>,
    code: String,
    known: &Known,
    effect: &mut Effect,
    id: &mut impl FnMut() -> String,
) -> Value {
    let own = id();
    let name = line.owned("name").unwrap_or_default();
    effect.new.push(NewEnterprise {
        search: enterprises::search_text(&name, &[], &code),
        organisation: known.organisations.get(&code).cloned(),
        credit_code: code,
        name,
        founded_on: line.day("founded_on"),
        entered_on: line.day("zone_entered_on"),
        status: status(line).unwrap_or(EnterpriseStatus::Active),
        park: line.owned("park"),
        district: line.owned("district"),
        industry: industry(line),
        field: line.owned("tech_field"),
        id: own.clone(),
    });
    give_labels(line, &own, known, effect, id);
    give_contact(line, &own, effect, id);
    effect.events.push(event(&own, "enter", json!({}), id()));
    json!([])
}

fn alter(
    line: &Line<'_>,
    before: &Enterprise,
    known: &Known,
    effect: &mut Effect,
    id: &mut impl FnMut() -> String,
) -> (RowOutcome, Value) {
    let mut fields = Fields::default();
    let mut changes = Vec::new();
    let mut note = |item: &str, old: Option<&str>, new: Option<&str>| {
        let differs = new.is_some() && old != new;
        if differs {
            changes.push(json!({"item": item, "before": old, "after": new}));
        }
        differs
    };
    let name = line.owned("name");
    if note("name", Some(&before.name), name.as_deref())
        && let Some(name) = name
    {
        // What was searched before holds all former names.
        let former = [before.search.clone()];
        fields.search = Some(enterprises::search_text(&name, &former, &before.credit_code));
        fields.name = Some(name);
    }
    let days = [
        ("founded_on", before.founded_on, &mut fields.founded_on),
        ("zone_entered_on", before.entered_on, &mut fields.entered_on),
    ];
    for (item, old, field) in days {
        let new = line.day(item);
        let text = |day: Option<Date>| day.map(|day| day.to_string());
        if note(item, text(old).as_deref(), text(new).as_deref()) {
            *field = Some(new);
        }
    }
    let texts = [
        ("park", &before.park, line.owned("park"), &mut fields.park),
        ("district", &before.district, line.owned("district"), &mut fields.district),
        ("industry_code", &before.industry, industry(line), &mut fields.industry),
        ("tech_field", &before.field, line.owned("tech_field"), &mut fields.field),
    ];
    for (item, old, new, field) in texts {
        if note(item, old.as_deref(), new.as_deref()) {
            *field = Some(new);
        }
    }
    let status = status(line);
    if note("status", Some(before.status.word()), status.map(EnterpriseStatus::word)) {
        fields.status = status;
    }
    for label in give_labels(line, &before.id, known, effect, id) {
        changes.push(json!({"item": "labels", "before": null, "after": label}));
    }
    if changes.is_empty() {
        return (RowOutcome::Unchanged, json!([]));
    }
    let changes = Value::Array(changes);
    effect.events.push(event(&before.id, "edit", changes.clone(), id()));
    if fields != Fields::default() {
        effect.changes.push((before.clone(), fields));
    }
    (RowOutcome::Changed, changes)
}

fn status(line: &Line<'_>) -> Option<EnterpriseStatus> {
    line.text("status").and_then(|word| EnterpriseStatus::from_word(&word).ok())
}

/// The digits of the code: `I6513` is `6513`.
fn industry(line: &Line<'_>) -> Option<String> {
    line.text("industry_code")
        .map(|code| code.trim_start_matches(|letter: char| letter.is_ascii_uppercase()).to_owned())
}

/// Labels of the row that the enterprise does not hold today: they hold from today, as the file says no day.
fn give_labels(
    line: &Line<'_>,
    enterprise_id: &str,
    known: &Known,
    effect: &mut Effect,
    id: &mut impl FnMut() -> String,
) -> Vec<String> {
    let Some(text) = line.text("labels") else { return Vec::new() };
    let held = known.labels.get(enterprise_id);
    let fresh: Vec<String> = text
        .split(';')
        .filter(|label| !label.is_empty() && held.is_none_or(|held| held.iter().all(|own| own != label)))
        .map(str::to_owned)
        .collect();
    for label in &fresh {
        effect.labels.push(Label {
            id: id(),
            enterprise_id: enterprise_id.to_owned(),
            label: label.clone(),
            valid_from: known.today,
            valid_to: None,
            source: "import".to_owned(),
            certificate: None,
            document: None,
            import_id: None,
            ended: None,
        });
    }
    fresh
}

fn give_contact(line: &Line<'_>, enterprise_id: &str, effect: &mut Effect, id: &mut impl FnMut() -> String) {
    let Some(name) = line.owned("contact_name") else { return };
    effect.contacts.push(Contact {
        id: id(),
        enterprise_id: enterprise_id.to_owned(),
        name,
        duty: line.owned("contact_duty"),
        telephone: line.owned("contact_telephone"),
        email: line.owned("contact_email"),
    });
}

/// The import and the person are filled in when it is stored.
fn event(enterprise_id: &str, action: &str, detail: Value, id: String) -> Event {
    Event {
        id,
        enterprise_id: enterprise_id.to_owned(),
        action: action.to_owned(),
        detail,
        import_id: None,
        changed_by: None,
        changed_at: jiff::Timestamp::UNIX_EPOCH,
    }
}
