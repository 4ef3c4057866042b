//! Lists the built console (`web/dist/console`), so that the program holds it. Without it the program builds as well
//! and says, when it is asked for a page, how to build the console.

#![expect(clippy::expect_used, reason = "a build that cannot read or write its folders has failed")]

use std::{
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

fn main() {
    let dist = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../web/dist");
    // The folder itself is in the repository; a missing path would build the server anew each time.
    println!("cargo::rerun-if-changed={}", dist.display());
    let console = dist.join("console");
    let mut files = Vec::new();
    collect(&console, &mut files);
    files.sort();
    let rows: String = files.iter().filter_map(|file| row(&console, file)).collect();
    let table = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it")).join("console.rs");
    fs::write(table, format!("&[{rows}]")).expect("the output folder can be written");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// One file with its compressed forms, which stand beside it; those are no files of their own.
fn row(console: &Path, file: &Path) -> Option<String> {
    let name = file.strip_prefix(console).ok()?.to_str()?.replace('\\', "/");
    if name.ends_with(".br") || name.ends_with(".gz") {
        return None;
    }
    let plain = fs::read(file).expect("a file of the console can be read");
    let mut hasher = DefaultHasher::new();
    plain.hash(&mut hasher);
    let packed = |ending: &str| {
        let path = PathBuf::from(format!("{}.{ending}", file.display()));
        if path.exists() {
            format!("Some(include_bytes!({:?}))", path.display().to_string())
        } else {
            "None".to_owned()
        }
    };
    Some(format!(
        "File {{ path: {:?}, plain: include_bytes!({:?}), br: {}, gz: {}, etag: {:?} }},\n",
        format!("/{name}"),
        file.display().to_string(),
        packed("br"),
        packed("gz"),
        format!("\"{:016x}\"", hasher.finish()),
    ))
}
