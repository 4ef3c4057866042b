//! The values that counted, as rows of a snapshot.

use crate::census::{Census, Member};
use domain::indicators::{Dictionary, Item};
use formula::Fact;
use run::SnapshotRow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::{enterprises::Label, runs::FrozenValues};

/// So many years before the evaluated one are looked back at.
const YEARS_BACK: i32 = 3;
/// Items that the register knows.
const FROM_REGISTER: [&str; 10] = [
    "credit_code",
    "name",
    "founded_on",
    "zone_entered_on",
    "park",
    "district",
    "industry_code",
    "tech_field",
    "status",
    "labels",
];

/// The rows, and the values by enterprise and year as they are kept for later years.
pub(super) struct Snapshot {
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<SnapshotRow>,
    pub(super) frozen: Vec<FrozenValues>,
}

/// Builds the snapshot of `year`. `earlier` are the values that counted the year before.
pub(super) fn snapshot(
    census: &Census,
    dictionary: &Dictionary,
    year: i32,
    earlier: &[FrozenValues],
    labels: &HashMap<String, Vec<Label>>,
    as_of: jiff::civil::Date,
) -> Snapshot {
    let asked: BTreeSet<&str> = census.plan.items().map(|(code, _)| code).chain(FROM_REGISTER).collect();
    let items: Vec<&Item> =
        dictionary.items().iter().filter(|item| asked.contains(item.code.as_str())).collect();
    let mut before: HashMap<&str, BTreeMap<i32, &BTreeMap<String, String>>> = HashMap::new();
    for one in earlier.iter().filter(|one| one.period < year) {
        before.entry(&one.enterprise_id).or_default().insert(one.period, &one.cells);
    }
    let columns = items.iter().map(|item| item.code.clone()).collect();
    let mut built = Snapshot { columns, rows: Vec::new(), frozen: Vec::new() };
    census.each(dictionary, |member, counted| {
        let mut years: BTreeMap<i32, BTreeMap<String, String>> = BTreeMap::new();
        for (period, cells) in before.get(member.enterprise.id.as_str()).into_iter().flatten() {
            if *period >= year - YEARS_BACK {
                years.insert(*period, (*cells).clone());
            }
        }
        for value in counted {
            let here = value.period == 0 || (year - YEARS_BACK..=year).contains(&value.period);
            match value.known() {
                Some(known) if here => {
                    years.entry(value.period).or_default().insert(value.item.to_owned(), known.to_owned());
                }
                // What a source takes back in this batch does not count from an earlier one either.
                None if here => {
                    years.entry(value.period).or_default().remove(value.item);
                }
                _ => {}
            }
        }
        let held = labels.get(&member.enterprise.id).map(Vec::as_slice).unwrap_or_default();
        let basics = basics(member, held, as_of, years.remove(&0).unwrap_or_default());
        years.entry(year).or_default();
        for (period, cells) in years {
            let fact = |item: &&Item| {
                let text = if item.yearly { cells.get(&item.code) } else { basics.get(&item.code) };
                text.and_then(|text| item.fact(text))
            };
            let facts: Vec<Option<Fact>> = items.iter().map(fact).collect();
            built.rows.push(SnapshotRow { period, facts });
            built.frozen.push(FrozenValues { enterprise_id: member.enterprise.id.clone(), period, cells });
        }
    });
    built
}

/// What belongs to no year: what was stated for the batch, else the register.
fn basics(
    member: &Member,
    labels: &[Label],
    as_of: jiff::civil::Date,
    stated: BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let one = &member.enterprise;
    let mut held: Vec<&str> =
        labels.iter().filter(|label| label.holds_on(as_of)).map(|label| label.label.as_str()).collect();
    held.sort_unstable();
    held.dedup();
    let known = [
        ("founded_on", one.founded_on.map(|day| day.to_string())),
        ("zone_entered_on", one.entered_on.map(|day| day.to_string())),
        ("park", one.park.clone()),
        ("district", one.district.clone()),
        ("industry_code", one.industry.clone()),
        ("tech_field", one.field.clone()),
        ("status", Some(one.status.word().to_owned())),
        ("labels", Some(held.join(";"))),
    ];
    let mut basics: BTreeMap<String, String> =
        known.into_iter().filter_map(|(code, text)| Some((code.to_owned(), text?))).collect();
    basics.extend(stated);
    // The key and the name are the register's alone.
    basics.insert("credit_code".to_owned(), one.credit_code.clone());
    basics.insert("name".to_owned(), one.name.clone());
    basics
}
