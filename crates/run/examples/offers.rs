//! What loan products offer everybody of a table, and one of them: `offers TABLE [PRODUCTS] [REPETITIONS]`. Products are those of
//! `rules/products`, again and again under other codes until there are enough. Used for `benches/ZONE.md`.

#![expect(clippy::print_stdout, reason = "an example speaks to the person who runs it")]

use domain::Points;
use jifen_run::{Evaluated, OnShelf, Options, Reading};
use rulebook::Memory;
use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

/// The product files with codes of their own, and what they refer to.
fn files(count: usize) -> Result<(Memory, Vec<PathBuf>), Box<dyn Error>> {
    let mut texts = Vec::new();
    for name in ["enterprise", "finance"] {
        let path = format!("rules/items/{name}.yaml");
        texts.push((PathBuf::from(&path), fs::read_to_string(&path)?));
    }
    let mut sources: Vec<PathBuf> =
        fs::read_dir("rules/products")?.map(|entry| entry.map(|one| one.path())).collect::<Result<_, _>>()?;
    sources.retain(|path| !path.to_string_lossy().ends_with(".cases.yaml"));
    sources.sort();
    let mut named = Vec::new();
    for (index, source) in sources.iter().cycle().take(count).enumerate() {
        let text = fs::read_to_string(source)?.replacen("\ncode: ", &format!("\ncode: n{index}-"), 1);
        let path = Path::new("rules/products").join(format!("{index}.yaml"));
        named.push(path.clone());
        texts.push((path, text));
    }
    Ok((Memory::new(texts), named))
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let input: PathBuf = given.next().ok_or("a table is needed")?.into();
    let count: usize = given.next().map_or(Ok(30), |text| text.parse())?;
    let times: usize = given.next().map_or(Ok(3), |text| text.parse())?;
    let (files, named) = files(count)?;
    let on = jiff::civil::date(2026, 6, 30);
    let reading = Reading { input, sheet: None, period: None, as_of: None, id_column: None };
    // Everybody has points, made from the code.
    let evaluated = |code: &str| {
        let points = code.bytes().fold(0i64, |sum, byte| (sum * 31 + i64::from(byte)) % 1_000_000);
        Evaluated { points: Some(Points(points)), stage: Some("growing".to_owned()), grade: None }
    };
    for _ in 0..times {
        let start = Instant::now();
        let shelf = OnShelf::choose(&files, &named, on)?;
        let chosen = start.elapsed();
        let start = Instant::now();
        let run = shelf.offered(&reading, &evaluated, &Options::default())?;
        let all = start.elapsed();
        let start = Instant::now();
        let again = run.offered_again(&Options::default());
        let offers = start.elapsed();
        assert_eq!(again, run.offered, "the same twice");
        let start = Instant::now();
        let one: usize = (0..run.products.len()).filter(|product| run.offer(*product, 0).is_some()).count();
        println!(
            "{} enterprises, {} products: rules {chosen:?}, table and offers {all:?}, offers alone {offers:?}; one enterprise under {one} products {:?}; code {}",
            run.len(),
            run.products.len(),
            start.elapsed(),
            run.code(""),
        );
    }
    Ok(())
}
