//! The titles that rungs give, read once for each state of the ladder files.

use super::RuleHome;
use domain::{
    Name,
    cultivation::{Application, Occasion},
};
use std::sync::{Arc, Mutex, PoisonError};

/// A rung that gives a title.
#[derive(Debug, Clone)]
pub(crate) struct Title {
    /// The rung's code.
    pub(crate) rung: String,
    /// What the rung is called.
    pub(crate) name: Name,
    /// The label that recognised enterprises hold.
    pub(crate) label: String,
}

/// What was read last, and from which state of the files.
pub(super) type Known = Arc<Mutex<Option<(String, Arc<Vec<Title>>)>>>;

impl RuleHome {
    /// The titles of all rungs, whether their rules are in force or not: certificates outlive rules.
    pub(crate) fn titles(&self) -> Arc<Vec<Title>> {
        let stamp = self.ladders_stamp();
        let mut known = self.titles.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, titles)) = known.as_ref().filter(|(of, _)| *of == stamp) {
            return Arc::clone(titles);
        }
        let titles = Arc::new(read(self));
        *known = Some((stamp, Arc::clone(&titles)));
        titles
    }
}

fn read(rules: &RuleHome) -> Vec<Title> {
    let rungs = rulebook::load_rungs_from(rules, &rules.ladders()).unwrap_or_default();
    let title = |rung: rulebook::Rung| {
        let latest = rung.versions.last()?;
        let application = Application { on: latest.in_force.from, occasion: Occasion::Recognition };
        let ladder = rulebook::load_ladder_from(rules, &latest.path, application).ok()?.value;
        Some(Title { rung: ladder.rung, name: ladder.name, label: ladder.label? })
    };
    rungs.into_iter().filter_map(title).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rung_of_this_program_gives_a_title_and_is_read_once() {
        let rules = RuleHome::open("nowhere".into()).unwrap();
        let titles = rules.titles();
        let labels: Vec<&str> = titles.iter().map(|title| title.label.as_str()).collect();
        for label in
            ["科技型中小企业", "高新技术企业", "创新型中小企业", "专精特新中小企业", "专精特新小巨人企业"]
        {
            assert!(labels.contains(&label), "{labels:?}");
        }
        assert!(Arc::ptr_eq(&titles, &rules.titles()));
    }
}
