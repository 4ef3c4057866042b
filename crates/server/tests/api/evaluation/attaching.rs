//! Files that prove what an enterprise says.

use super::filing::with_enterprise;
use crate::{
    kit::{Actor, Told, percent},
    on_each_engine,
};
use axum::http::Method;
use serde_json::json;

const PDF: &[u8] = b"%PDF-1.7 a report";

async fn attaches(who: &Actor, path: &str, name: &str, content: &[u8]) -> Told {
    let asking = who.asks(Method::POST, &format!("{path}/attachments?name={}", percent(name)));
    asking.bytes(content).send().await
}

on_each_engine!(an_attachment_is_judged_by_its_content_and_comes_back_to_be_saved, world, {
    let (stage, enterprise, path) = with_enterprise(&world, false).await;
    let told = attaches(&enterprise, &path, "../审计报告.pdf", PDF).await;
    assert_eq!(told.status, 201, "{}", told.text);
    let made = told.good();
    assert_eq!(
        (made["name"].as_str(), made["media_type"].as_str(), made["size"].as_u64()),
        (Some("审计报告.pdf"), Some("application/pdf"), Some(17))
    );
    let again = attaches(&enterprise, &path, "审计报告.pdf", PDF).await;
    assert_eq!((again.status, again.good()), (200, made.clone()), "the same file twice is one attachment");

    let one = format!("/api/v1/attachments/{}", made["id"].as_str().unwrap());
    for who in [&enterprise, &stage.reviewer] {
        let file = who.get(&one).await;
        assert_eq!((file.status, file.bytes.as_slice()), (200, PDF));
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        assert_eq!(file.header("content-security-policy"), "sandbox; default-src 'none'");
        let disposition = format!("attachment; filename*=UTF-8''{}", percent("审计报告")) + ".pdf";
        assert_eq!(file.header("content-disposition"), disposition);
    }
    let listed = stage.reviewer.get(&format!("{path}/attachments")).await.good();
    assert_eq!(listed, json!([made]));
    let noted: Vec<String> =
        world.audit().await.into_iter().filter(|line| line.contains("attachment")).collect();
    assert_eq!(
        noted,
        ["attach attachment done", "fetch attachment done"],
        "the enterprise's own look is not noted"
    );
    world.actor("bank").await.get(&one).await.refused(403, "not-allowed");
});

on_each_engine!(what_is_no_document_is_not_taken_and_leaves_nothing, world, {
    let (stage, enterprise, path) = with_enterprise(&world, false).await;
    for content in [&b"<html><script>alert(1)</script>"[..], b"MZ\x90", b"PK\x03\x04", b""] {
        attaches(&enterprise, &path, "报告.pdf", content).await.refused(422, "file-not-taken");
    }
    attaches(&enterprise, &path, "..", PDF).await.refused(422, "not-accepted");
    let mut large = PDF.to_vec();
    large.resize((10 << 20) + 1, b' ');
    attaches(&enterprise, &path, "大.pdf", &large).await.refused(413, "body-too-large");
    attaches(&stage.reviewer, &path, "报告.pdf", PDF).await.refused(403, "not-allowed");
    assert_eq!(enterprise.get(&format!("{path}/attachments")).await.good(), json!([]));
    let left = std::fs::read_dir(world.folder().join("files")).unwrap().filter(|entry| {
        let name = entry.as_ref().unwrap().file_name().into_string().unwrap();
        name.ends_with(".bin") || name.starts_with('.')
    });
    assert_eq!(left.count(), 0, "nothing of what was refused stays on the disk");
});

on_each_engine!(evidence_is_a_file_of_ones_own, world, {
    let (stage, enterprise, path) = with_enterprise(&world, false).await;
    let id = path.rsplit('/').next().unwrap();
    let made = attaches(&enterprise, &path, "发票.ofd.pdf", PDF).await.good();
    let evidence = made["id"].as_str().unwrap();
    let saves = async |evidence: &str| {
        let filing = format!("{path}/filing");
        let cells = json!({"net_assets": {"value": "5000", "explanation": null, "evidence": evidence}});
        enterprise.edits(Method::PUT, &filing, &filing, &json!({ "cells": cells })).await
    };
    let told = saves("somebody-elses").await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/cells/net_assets/evidence"]);
    saves(evidence).await.good();
    enterprise.edits(Method::POST, &format!("{path}/submit"), &path, &json!({})).await.good();
    stage.reviewer.edits(Method::POST, &format!("{path}/approve"), &path, &json!({})).await.good();
    let values = stage.reviewer.get(&format!("{path}/values")).await.good();
    let net = values.as_array().unwrap().iter().find(|one| one["item"] == "net_assets").unwrap();
    assert_eq!(net["said"][0]["evidence"], evidence, "{net}");

    let raise = async |evidence: &str| {
        let body = json!({"participant_id": id, "item": "rd_expense", "period": 2025, "claimed": "450", "reason": "漏计", "evidence": evidence});
        enterprise.post("/api/v1/objections", &body).await
    };
    raise("somebody-elses").await.refused(422, "not-accepted");
    assert_eq!(raise(evidence).await.good()["evidence"], evidence);
});
