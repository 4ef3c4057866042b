//! `jifen policies explain`: what one enterprise gets, nearly gets, and why not.

use columnar::{Match, cuts, reasons};
use domain::policies::{Award, Grant, Judged, Policy, Standing, judge};
use formula::{Language, Sentence};
use run::{MatchRun, OpenedMatch};
use serde_json::{Value, json};

use crate::{
    args::ExplainPolicies,
    console::Console,
    exit::{Ended, Exit},
    running::not_found,
};

/// One policy for one enterprise.
struct Line<'a> {
    policy: &'a Policy,
    judged: Judged,
    grant: Option<Grant>,
    why: Vec<Sentence>,
}

/// Explains.
pub fn run(args: &ExplainPolicies, console: Console) -> Ended {
    let opened = OpenedMatch::read(&args.receipt)?;
    let found = super::run_again(&opened, None, console)?;
    let ids = found.ids();
    let wanted = args.id.trim();
    let Some(index) = ids.iter().position(|id| id == wanted) else {
        return Err(not_found(wanted, &run::alike(wanted, ids.iter().cloned())));
    };
    let matches = found.matches();
    let policies: Vec<&Policy> = matches.iter().map(|one| one.policy).collect();
    let mut lines: Vec<Line<'_>> =
        matches.iter().enumerate().map(|(place, one)| line(&found, &policies, place, one, index)).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.judged.standing));
    if console.json {
        console.print(&format!("{:#}\n", to_json(&found, wanted, index, &lines)));
    } else {
        console.print(&to_text(&found, wanted, index, &lines, console));
    }
    Ok(Exit::Done)
}

fn line<'a>(
    found: &'a MatchRun,
    policies: &[&Policy],
    place: usize,
    one: &Match<'a>,
    index: usize,
) -> Line<'a> {
    let judged = judge(one.policy, &one.facts(index, found.results()));
    let claims = &found.matched[place].claims.claims;
    let claim = claims.iter().position(|claim| claim.enterprise as usize == index);
    let grant = claim.map(|claim| found.settled[place].grants[claim]);
    let why = match grant {
        Some(grant) => cuts(policies, one.policy, &grant),
        None => reasons(one.policy, &judged, &found.dictionary),
    };
    Line { policy: one.policy, judged, grant, why }
}

fn to_text(found: &MatchRun, id: &str, index: usize, lines: &[Line<'_>], console: Console) -> String {
    let name = found.name(index).unwrap_or_default();
    let (zh, en) = (
        format!("{name}（{id}），匹配日{}\n", found.on),
        format!("{name} ({id}), matched on {}\n", found.on),
    );
    let mut text = console.pick(&zh, &en).to_owned();
    let mut last: Option<Standing> = None;
    for line in lines {
        let standing = line.judged.standing;
        if last != Some(standing) {
            text.push_str(&format!("\n{}\n", console.say(&standing.sentence())));
            last = Some(standing);
        }
        let amount = amount(line).map(|amount| format!("  {}", console.say(&amount))).unwrap_or_default();
        text.push_str(&format!("  {}{amount}\n", line.policy.name.in_language(console.language)));
        for why in &line.why {
            text.push_str(&format!("    {}\n", console.say(why)));
        }
    }
    text.push_str(&format!("\n{}\n", console.say(&Policy::note())));
    text
}

/// What it gets, or would get.
fn amount(line: &Line<'_>) -> Option<Sentence> {
    if let (Award::Right(right), Standing::Entitled | Standing::Officer) =
        (&line.policy.award, line.judged.standing)
    {
        return Some(Sentence::new(right.zh.clone(), right.in_language(Language::English)));
    }
    let claimed = line.judged.award.as_ref().ok()?.amount?;
    match (line.grant, line.judged.standing) {
        (Some(grant), _) if grant.amount == claimed => {
            Some(Sentence::new(format!("{}元", claimed.shown()), format!("{} yuan", claimed.shown())))
        }
        (Some(grant), _) => Some(Sentence::new(
            format!("{}元（按政策计算{}元）", grant.amount.shown(), claimed.shown()),
            format!("{} yuan (by formula {})", grant.amount.shown(), claimed.shown()),
        )),
        (None, Standing::Officer) => Some(Sentence::new(
            format!("核验通过后{}元", claimed.shown()),
            format!("{} yuan once checked", claimed.shown()),
        )),
        _ => None,
    }
}

fn to_json(found: &MatchRun, id: &str, index: usize, lines: &[Line<'_>]) -> Value {
    let policies = lines.iter().map(|line| {
        let word = Standing::ALL.iter().find(|(each, _)| *each == line.judged.standing).map_or("", |(_, word)| word);
        json!({
            "code": line.policy.code,
            "name": line.policy.name.zh,
            "standing": word,
            "claimed": line.judged.award.as_ref().ok().and_then(|award| award.amount).map(|amount| amount.to_string()),
            "granted": line.grant.map(|grant| grant.amount.to_string()),
            "why": line.why.iter().map(|why| json!({"zh": why.zh, "en": why.en})).collect::<Vec<_>>(),
        })
    });
    json!({
        "id": id,
        "name": found.name(index),
        "on": found.on.to_string(),
        "policies": policies.collect::<Vec<_>>(),
    })
}
