//! The rule files that come with the program.

macro_rules! shipped {
    ($($path:literal),+ $(,)?) => {
        /// Path below `rules/`, and text.
        pub(super) const FILES: &[(&str, &str)] = &[$(($path, include_str!(concat!("../../../../rules/", $path)))),+];
    };
}

shipped! {
    "checks/filing.yaml",
    "checks/zone.yaml",
    "classifications/size-2017.yaml",
    "items/enterprise.yaml",
    "items/finance.yaml",
    "items/policy.yaml",
    "ladders/high-tech-2016.yaml",
    "ladders/innovative-2022.yaml",
    "ladders/little-giant-2022.yaml",
    "ladders/little-giant-2026.yaml",
    "ladders/local/hangzhou-eaglet-2024.yaml",
    "ladders/local/huangpu-gazelle-cultivation.yaml",
    "ladders/local/huangpu-gazelle.yaml",
    "ladders/local/huangpu-potential-unicorn.yaml",
    "ladders/local/huangpu-unicorn.yaml",
    "ladders/local/tech-leader.yaml",
    "ladders/specialised-2022.yaml",
    "ladders/specialised-2026.yaml",
    "ladders/tech-sme-2017.yaml",
    "policies/above-scale.yaml",
    "policies/first-loan.yaml",
    "policies/graduates.yaml",
    "policies/hi-tech-recognition.yaml",
    "policies/loan-interest.yaml",
    "policies/patents.yaml",
    "policies/points-award.yaml",
    "policies/points-priority.yaml",
    "policies/rd-institution.yaml",
    "policies/rd-investment.yaml",
    "policies/rent.yaml",
    "policies/specialised-title.yaml",
    "policies/tech-sme-first.yaml",
    "policies/technology-contracts.yaml",
    "policies/venture-capital.yaml",
    "products/boc-tech-points.yaml",
    "products/chongqing-knowledge-value.yaml",
    "products/cib-points.yaml",
    "products/citic-gazelle.yaml",
    "products/citic-torch.yaml",
    "products/dongguan-points.yaml",
    "products/gdb-points.yaml",
    "products/huaian-points.yaml",
    "products/hubei-knowledge-value.yaml",
    "products/huizhou-rural-points.yaml",
    "products/jiangsu-suke.yaml",
    "products/psbc-tech-credit.yaml",
    "products/working-capital.yaml",
    "schemes/changsha-stages.yaml",
    "schemes/hangzhou-stages.yaml",
    "schemes/national-2-0-2025.yaml",
    "schemes/national-trial-2024.yaml",
    "schemes/zone-18-plus-n.yaml",
    "schemes/zone-four-stage.yaml",
    "scorecards/citic-points-card.yaml",
    "scorecards/five-dimensions-card.yaml",
    "taxonomies/industry-2017.yaml",
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yaml_below(folder: &str) -> Vec<String> {
        let rules = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules"));
        let mut found = Vec::new();
        for entry in std::fs::read_dir(rules.join(folder)).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{folder}/{}", entry.file_name().into_string().unwrap());
            // Examples are for the command line: no zone evaluates by them.
            if name.ends_with("/examples") {
                continue;
            }
            if entry.file_type().unwrap().is_dir() {
                found.extend(yaml_below(&name));
            } else if name.ends_with(".yaml") && !name.ends_with(".cases.yaml") {
                found.push(name);
            }
        }
        found.sort();
        found
    }

    #[test]
    fn every_rule_file_of_the_repository_is_shipped() {
        for folder in ["schemes", "ladders", "policies", "products", "scorecards"] {
            let shipped: Vec<&str> =
                FILES.iter().map(|(path, _)| *path).filter(|path| path.starts_with(folder)).collect();
            assert_eq!(yaml_below(folder), shipped);
        }
    }
}
