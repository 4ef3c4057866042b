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
    "schemes/changsha-stages.yaml",
    "schemes/hangzhou-stages.yaml",
    "schemes/national-2-0-2025.yaml",
    "schemes/national-trial-2024.yaml",
    "schemes/zone-18-plus-n.yaml",
    "schemes/zone-four-stage.yaml",
    "taxonomies/industry-2017.yaml",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scheme_of_the_repository_is_shipped() {
        let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules/schemes"));
        let mut there: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".yaml") && !name.ends_with(".cases.yaml"))
            .map(|name| format!("schemes/{name}"))
            .collect();
        there.sort();
        let shipped: Vec<&str> =
            FILES.iter().map(|(path, _)| *path).filter(|path| path.starts_with("schemes/")).collect();
        assert_eq!(there, shipped);
    }
}
