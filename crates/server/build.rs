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
    let output = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    // Copies, so that the compiler finds what was listed even when the console is built anew meanwhile.
    let copies = output.join("console");
    let _ = fs::remove_dir_all(&copies);
    fs::create_dir_all(&copies).expect("the output folder can be written");
    let rows: String = files.iter().filter_map(|file| row(&console, file, &copies)).collect();
    fs::write(output.join("console.rs"), format!("&[{rows}]")).expect("the output folder can be written");
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

/// One file with its compressed forms, which stand beside it; those are no files of their own, and neither is the list
/// of parts that the build measures by.
fn row(console: &Path, file: &Path, copies: &Path) -> Option<String> {
    let name = file.strip_prefix(console).ok()?.to_str()?.replace('\\', "/");
    if name.ends_with(".br") || name.ends_with(".gz") || name == "manifest.json" {
        return None;
    }
    let mut hasher = DefaultHasher::new();
    fs::read(file).expect("a file of the console can be read").hash(&mut hasher);
    let packed = |ending: &str| {
        let path = PathBuf::from(format!("{}.{ending}", file.display()));
        if path.exists() { format!("Some({})", copied(&path, copies)) } else { "None".to_owned() }
    };
    Some(format!(
        "File {{ path: {:?}, plain: {}, br: {}, gz: {}, etag: {:?} }},\n",
        format!("/{name}"),
        copied(file, copies),
        packed("br"),
        packed("gz"),
        format!("\"{:016x}\"", hasher.finish()),
    ))
}

/// Copies a file and says how the program includes the copy.
fn copied(file: &Path, copies: &Path) -> String {
    let name = file.file_name().expect("a file has a name").to_string_lossy().into_owned();
    // No two files of the console share a name: those of `assets` carry a hash.
    fs::copy(file, copies.join(&name)).expect("a file of the console can be copied");
    format!("include_bytes!(concat!(env!(\"OUT_DIR\"), {:?}))", format!("/console/{name}"))
}
