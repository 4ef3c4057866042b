//! Stored calibrations: the reference a published run compares with, as a file.

use std::{collections::BTreeMap, fs, path::Path};

use domain::{
    evaluation::{Calibration, Distribution, GroupKey, Reference},
    indicators::Scheme,
};
use formula::Exact;
use serde::{Deserialize, Serialize};

use crate::{ReceiptError, document::check_format};

const FORMAT: &str = "calibration/1";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    format: String,
    scheme: String,
    version: String,
    population: u32,
    references: Vec<Entry>,
}

/// Numbers are decimal texts in base units, so that no reader rounds them.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    indicator: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stage: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    count: u32,
    minimum: String,
    maximum: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mean: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    deviation: Option<String>,
    /// Distinct values, ascending, with the number of known values below each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    values: Option<Vec<(String, u32)>>,
}

/// The calibration as the text of its file.
///
/// # Errors
/// Never in practice: the document has only texts and numbers.
pub fn write_calibration(scheme: &Scheme, calibration: &Calibration) -> Result<String, serde_json::Error> {
    let references =
        calibration.references.iter().filter_map(|(key, reference)| entry(scheme, key, reference)).collect();
    let document = Document {
        format: FORMAT.to_owned(),
        scheme: scheme.code.clone(),
        version: scheme.version.clone(),
        population: calibration.population,
        references,
    };
    serde_json::to_string_pretty(&document).map(|text| text + "\n")
}

fn entry(scheme: &Scheme, (indicator, group): &(usize, GroupKey), reference: &Reference) -> Option<Entry> {
    Some(Entry {
        indicator: scheme.indicators.get(*indicator)?.code.clone(),
        stage: group.stage.and_then(|stage| scheme.stages.get(stage)).map(|stage| stage.code.clone()),
        field: group.field.clone(),
        count: reference.count,
        minimum: reference.minimum.to_string(),
        maximum: reference.maximum.to_string(),
        mean: reference.mean.as_ref().map(ToString::to_string),
        deviation: reference.deviation.as_ref().map(ToString::to_string),
        values: reference.distribution.as_ref().map(value_list),
    })
}

fn value_list(distribution: &Distribution) -> Vec<(String, u32)> {
    let text = |(index, value): (usize, &f64)| {
        let exact = distribution.exact.get(&index).cloned().or_else(|| Exact::from_f64_shortest(*value));
        exact.map(|value| value.to_string()).unwrap_or_default()
    };
    distribution.values.iter().enumerate().map(text).zip(distribution.below.iter().copied()).collect()
}

/// Reads a stored calibration of `scheme`.
///
/// # Errors
/// [`ReceiptError::Io`], [`ReceiptError::Malformed`], [`ReceiptError::Format`], or [`ReceiptError::OtherScheme`] when
/// it names an indicator or stage that `scheme` does not have.
pub fn read_calibration(path: &Path, scheme: &Scheme) -> Result<Calibration, ReceiptError> {
    let text =
        fs::read_to_string(path).map_err(|source| ReceiptError::Io { path: path.to_owned(), source })?;
    check_format(&text, path, FORMAT)?;
    let malformed = |reason: String| ReceiptError::Malformed { path: path.to_owned(), reason };
    let document: Document = serde_json::from_str(&text).map_err(|error| malformed(error.to_string()))?;
    let other = |name: &str| ReceiptError::OtherScheme { path: path.to_owned(), name: name.to_owned() };
    if document.scheme != scheme.code || document.version != scheme.version {
        return Err(other(&format!("{} {}", document.scheme, document.version)));
    }
    let mut references = BTreeMap::new();
    for entry in &document.references {
        let indicator = scheme.indicators.iter().position(|indicator| indicator.code == entry.indicator);
        let indicator = indicator.ok_or_else(|| other(&entry.indicator))?;
        let stage = entry.stage.as_ref().map(|code| {
            scheme.stages.iter().position(|stage| &stage.code == code).ok_or_else(|| other(code))
        });
        let key = GroupKey { stage: stage.transpose()?, field: entry.field.clone() };
        references.insert((indicator, key), reference(entry).map_err(malformed)?);
    }
    Ok(Calibration { references, population: document.population })
}

fn reference(entry: &Entry) -> Result<Reference, String> {
    Ok(Reference {
        count: entry.count,
        minimum: exact(&entry.minimum)?,
        maximum: exact(&entry.maximum)?,
        mean: entry.mean.as_deref().map(exact).transpose()?,
        deviation: entry.deviation.as_deref().map(exact).transpose()?,
        distribution: entry.values.as_ref().map(|values| distribution(values, entry.count)).transpose()?,
    })
}

fn distribution(values: &[(String, u32)], count: u32) -> Result<Distribution, String> {
    let mut result = Distribution { count, ..Distribution::default() };
    for (index, (text, below)) in values.iter().enumerate() {
        let value = exact(text)?;
        let double = value.to_f64();
        if Exact::from_f64_shortest(double).as_ref() != Some(&value) {
            result.exact.insert(index, value);
        }
        result.values.push(double);
        result.below.push(*below);
    }
    Ok(result)
}

fn exact(text: &str) -> Result<Exact, String> {
    text.parse().map_err(|error| format!("{text:?}: {error}"))
}
