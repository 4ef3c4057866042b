//! Limit, rate, sharing of losses, fees and subsidy of product files.

use domain::{
    finance::{Fee, FeeOf, Limit, Rate, RateReads, RateStep, Repayment, Share, SharingRow, Subsidy, Term},
    indicators::Dictionary,
    policies::{Fen, Part},
};
use formula::{Dimension, Exact, Expected, Formula, Sentence};

use crate::{
    document, formulas,
    policy::{award::Awards, money, word},
    reader::{Node, Problems, values},
};

/// Reads the parts that have formulas, with every mistake reported at once.
pub(super) struct Parts<'a> {
    pub dictionary: &'a Dictionary,
}

impl Parts<'_> {
    pub(super) fn limit(&self, node: &Node, problems: &mut Problems) -> Option<Limit> {
        let nodes = node.list("caps");
        if nodes.is_empty() {
            let message = Sentence::new("没有写额度上限", "there is no cap");
            problems.error("award-unreachable", node, message);
        }
        document::refuse_repeated(nodes.iter(), problems);
        let awards = Awards { dictionary: self.dictionary };
        let caps: Vec<Option<Part>> = nodes.iter().map(|cap| awards.part(cap, problems)).collect();
        let least = optional_fen(node, "least", problems);
        let down_to = optional_fen(node, "round_down_to", problems);
        Some(Limit {
            caps: caps.into_iter().collect::<Option<_>>()?,
            least: least?,
            down_to: down_to?.unwrap_or(Fen(1)),
        })
    }

    pub(super) fn rate(&self, node: &Node, problems: &mut Problems) -> Option<Rate> {
        let base = node.get("base").and_then(|base| self.share(base, problems));
        document::refuse_repeated(node.list("steps").iter(), problems);
        let steps: Vec<_> = node.list("steps").iter().map(|step| self.step(step, problems)).collect();
        Some(Rate {
            reads: word(node.get("reads")?, &RateReads::ALL)?,
            base: base?,
            steps: steps.into_iter().collect::<Option<_>>()?,
        })
    }

    fn step(&self, node: &Node, problems: &mut Problems) -> Option<RateStep> {
        let when = self.when(node, problems);
        let amount = node.get("amount").and_then(|amount| self.share(amount, problems));
        Some(RateStep {
            code: values::text_of(node, "code")?,
            name: node.get("name").and_then(values::name)?,
            when: when?,
            amount: amount?,
        })
    }

    pub(super) fn sharing(&self, root: &Node, problems: &mut Problems) -> Option<Vec<SharingRow>> {
        let nodes = root.list("sharing");
        document::refuse_repeated(nodes.iter(), problems);
        let rows: Vec<_> = nodes.iter().map(|row| self.row(row, problems)).collect();
        rows.into_iter().collect()
    }

    fn row(&self, node: &Node, problems: &mut Problems) -> Option<SharingRow> {
        let when = self.when(node, problems);
        let shares = node.list("shares").iter().filter_map(|share| {
            Some(Share {
                who: share.get("who").and_then(values::name)?,
                share: share.get("share").and_then(values::share)?,
            })
        });
        let shares: Vec<Share> = shares.collect();
        if shares.iter().fold(Exact::ZERO, |sum, share| &sum + &share.share) > Exact::ONE {
            let message = Sentence::new("分担比例合计超过100%", "the shares come to more than 100%");
            problems.error("shares-over", node.get("shares").unwrap_or(node), message);
        }
        Some(SharingRow {
            code: values::text_of(node, "code")?,
            name: node.get("name").and_then(values::name)?,
            when: when?,
            shares,
        })
    }

    /// `Some(None)` where the key is absent, `None` where it is wrong.
    fn when(&self, node: &Node, problems: &mut Problems) -> Option<Option<Formula>> {
        match node.get("when") {
            None => Some(None),
            Some(when) => formulas::read(when, self.dictionary, Expected::Truth, problems).map(Some),
        }
    }

    fn share(&self, node: &Node, problems: &mut Problems) -> Option<Formula> {
        formulas::read(node, self.dictionary, Expected::Number(Dimension::NONE), problems)
    }
}

/// `Some(None)` where the key is absent, `None` where it is wrong.
fn optional_fen(node: &Node, key: &str, problems: &mut Problems) -> Option<Option<Fen>> {
    match node.get(key) {
        None => Some(None),
        Some(given) => money::fen(given, problems).map(Some),
    }
}

pub(super) fn fees(root: &Node, problems: &mut Problems) -> Option<Vec<Fee>> {
    let nodes = root.list("fees");
    document::refuse_repeated(nodes.iter(), problems);
    let fees: Vec<_> = nodes.iter().map(|node| fee(node, problems)).collect();
    fees.into_iter().collect()
}

fn fee(node: &Node, problems: &mut Problems) -> Option<Fee> {
    let of = if let Some(share) = node.get("yearly") {
        values::share(share).map(FeeOf::Yearly)
    } else if let Some(share) = node.get("once") {
        values::share(share).map(FeeOf::Once)
    } else {
        node.get("amount").and_then(|amount| money::fen(amount, problems)).map(FeeOf::Amount)
    };
    Some(Fee {
        code: values::text_of(node, "code")?,
        name: node.get("name").and_then(values::name)?,
        of: of?,
    })
}

pub(super) fn subsidy(node: &Node, problems: &mut Problems) -> Option<Subsidy> {
    let cap = optional_fen(node, "cap", problems);
    Some(Subsidy {
        share: node.get("share").and_then(values::share)?,
        cap: cap?,
        policy: values::text_of(node, "policy"),
    })
}

pub(super) fn term(node: &Node, problems: &mut Problems) -> Option<Term> {
    let months =
        |key: &str| node.get(key).and_then(values::whole).and_then(|months| u16::try_from(months).ok());
    let most = months("most_months")?;
    let least = if node.get("least_months").is_some() { months("least_months")? } else { 1 };
    if least > most {
        let message = Sentence::new("最短期限长于最长期限", "the shortest term is longer than the longest");
        problems.error("dates-order", node, message);
        return None;
    }
    Some(Term { least, most })
}

pub(super) fn repayments(root: &Node, problems: &mut Problems) -> Vec<Repayment> {
    let nodes = root.list("repayments");
    if nodes.is_empty() {
        let message = Sentence::new("至少写一种还款方式", "name at least one way of repaying");
        problems.error("empty-group", root.get("repayments").unwrap_or(root), message);
    }
    nodes.iter().filter_map(|node| word(node, &Repayment::ALL)).collect()
}
