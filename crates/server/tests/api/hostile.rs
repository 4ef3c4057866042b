//! Files that mean harm, and awkward ones of others: each is read or refused with reasons, and the server goes on.

use crate::{
    kit::{World, percent, places},
    on_each_engine,
};
use axum::http::Method;
use serde_json::{Value, json};
use std::{io::Write, path::Path};

/// A workbook with these parts beside the usual ones.
fn package(sheet: &str, shared: Option<&str>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let types = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    let rels = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let book = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    let inner = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
    let mut parts = vec![
        ("[Content_Types].xml", types),
        ("_rels/.rels", rels),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", inner),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.extend(shared.map(|text| ("xl/sharedStrings.xml", text)));
    for (name, text) in parts {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn sheet(data: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{data}</worksheet>"#
    )
}

fn hostile() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let cell = |text: &str| {
        format!(
            r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData>"#
        )
    };
    let bomb = sheet(&cell(&"0".repeat(64 << 20)));
    let laughs = r#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>"#;
    let deep = sheet(&"<x>".repeat(100_000));
    let wide = sheet(
        r#"<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>"#,
    );
    vec![
        ("bomb.xlsx", "压缩包炸弹", package(&bomb, None)),
        ("laughs.xlsx", "自定义实体", package(laughs, None)),
        ("deep.xlsx", "过深的嵌套", package(&deep, None)),
        ("wide.xlsx", "声明整张表", package(&wide, None)),
        ("cut.xlsx", "截断", package(&sheet(&cell("x")), None)[..300].to_vec()),
        ("old.xlsx", "旧格式", [&[0xD0, 0xCF, 0x11, 0xE0][..], &[0; 600]].concat()),
        ("noise.csv", "噪声", (0..100_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect()),
        ("zeros.csv", "空字节", vec![0; 1 << 20]),
        ("quote.csv", "不闭合的引号", [b"\"".to_vec(), vec![b'a'; 8 << 20]].concat()),
        ("empty.xlsx", "空文件", Vec::new()),
        ("what.exe", "不认识的文件", b"MZ".to_vec()),
    ]
}

on_each_engine!(hostile_files_are_refused_with_reasons_and_the_server_goes_on, world, {
    let zone = world.actor("zone").await;
    for (name, what, bytes) in hostile() {
        let path = format!("/api/v1/imports?kind=register&mode=all&file_name={}", percent(name));
        let told = zone.asks(Method::POST, &path).bytes(&bytes).send().await;
        let import = told.good();
        let problems = import["columns"]["problems"].as_array().unwrap();
        assert!(!problems.is_empty(), "{what}: {import}");
        for problem in problems {
            assert!(problem["reason"].as_str().is_some_and(|text| text.len() > 5), "{what}: {problem}");
        }
        // Looked at in spite of it, the job fails in order.
        let id = import["id"].as_str().unwrap();
        zone.post(&format!("/api/v1/imports/{id}/preview"), &json!({})).await.good();
        world.works().await;
        let state = zone.get(&format!("/api/v1/imports/{id}")).await.good()["state"].clone();
        assert_eq!(state, "failed", "{what}");
        world.nobody().get("/livez").await.good();
    }
    assert_eq!(zone.get("/api/v1/enterprises").await.good()["total"], 0);
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn awkward_workbooks_of_others_are_read_or_refused() {
    let folder = ["../../../shared/data/excel", "../../../../shared/data/excel"]
        .map(|path| Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .into_iter()
        .find(|path| path.is_dir());
    let Some(folder) = folder else {
        println!("skipped: the reference workbooks are not there");
        return;
    };
    let world = World::new(places().remove(0)).await;
    let zone = world.actor("zone").await;
    let mut page = String::new();
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let path = format!("/api/v1/imports?kind=register&mode=good&file_name={}", percent(&name));
        let import = zone.asks(Method::POST, &path).bytes(&std::fs::read(&file).unwrap()).send().await.good();
        let id = import["id"].as_str().unwrap().to_owned();
        zone.post(&format!("/api/v1/imports/{id}/preview"), &json!({})).await.good();
        world.works().await;
        let looked = zone.get(&format!("/api/v1/imports/{id}")).await.good();
        let codes = |value: &Value| {
            let list = value.as_array().cloned().unwrap_or_default();
            list.iter()
                .map(|one| one["code"].as_str().unwrap_or("?").to_owned())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let said = codes(&import["columns"]["problems"]);
        page.push_str(&format!("{name}: {} [{said}]\n", looked["state"].as_str().unwrap()));
        assert!(looked["state"] == "previewed" || !said.is_empty(), "{name}: {looked}");
    }
    crate::manners::committed("tests/awkward.txt", &page);
    world.nobody().get("/livez").await.good();
}
