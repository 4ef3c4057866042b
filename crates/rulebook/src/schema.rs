//! JSON Schemas of the rule file formats, written from the same tables that read the files.
//!
//! An editor that knows them completes keys and shows what each means. They are looser than the reader where JSON
//! Schema cannot say more (units, formulas, sums); `rules check` has the last word.

use serde_json::{Map, Value, json};

use crate::{
    formats,
    reader::record::{Choice, Field, Keys, Kind, Record, Word},
};

/// File name and content of the schema of every format.
#[must_use]
pub fn schemas() -> Vec<(String, Value)> {
    formats::FORMATS
        .iter()
        .map(|format| {
            let name = formats::name(format.record).replace('/', "-");
            (format!("{name}.schema.json"), schema(format.record))
        })
        .collect()
}

/// The schema of one format.
#[must_use]
pub fn schema(record: &'static Record) -> Value {
    let mut definitions = Definitions::default();
    definitions.add(record);
    if std::ptr::eq(record, &crate::cases::CASES) {
        expectations(&mut definitions);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": formats::name(record),
        "description": format!("{} · {}", record.zh, record.en),
        "$ref": reference(record),
        "$defs": Value::Object(definitions.done),
    })
}

/// What may stand under `expect` depends on the rule's format: any of them.
fn expectations(definitions: &mut Definitions) {
    let records: Vec<&'static Record> = formats::FORMATS
        .iter()
        .filter_map(|format| format.cases.as_ref())
        .map(|cases| cases.expect)
        .collect();
    for record in &records {
        definitions.add(record);
    }
    let any: Vec<Value> = records.iter().map(|record| json!({ "$ref": reference(record) })).collect();
    let expect = &mut definitions.done["case"]["properties"]["expect"];
    *expect = json!({ "description": expect["description"], "anyOf": any });
}

fn reference(record: &Record) -> String {
    format!("#/$defs/{}", record.name)
}

/// Records met so far, each written once.
#[derive(Default)]
struct Definitions {
    done: Map<String, Value>,
}

impl Definitions {
    fn add(&mut self, record: &'static Record) {
        if self.done.contains_key(record.name) {
            return;
        }
        self.done.insert(record.name.to_owned(), Value::Null);
        let definition = self.record(record);
        self.done.insert(record.name.to_owned(), definition);
    }

    fn record(&mut self, record: &'static Record) -> Value {
        let properties: Map<String, Value> =
            record.fields.iter().map(|field| (field.key.to_owned(), self.field(field))).collect();
        let required: Vec<&str> =
            record.fields.iter().filter(|field| field.required).map(|field| field.key).collect();
        let mut schema = json!({
            "description": format!("{} · {}", record.zh, record.en),
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        if !required.is_empty() {
            schema["required"] = json!(required);
        }
        let choices: Vec<Value> = record.choices.iter().map(choice).collect();
        if !choices.is_empty() {
            schema["allOf"] = json!(choices);
        }
        schema
    }

    fn field(&mut self, field: &Field) -> Value {
        let kind = self.kind(&field.kind);
        let description = format!("{} · {}", field.zh, field.en);
        let mut schema = json!({ "description": description });
        if let (Value::Object(schema), Value::Object(kind)) = (&mut schema, kind) {
            schema.extend(kind);
        }
        schema
    }

    fn kind(&mut self, kind: &Kind) -> Value {
        match kind {
            Kind::Text | Kind::Path => json!({ "type": ["string", "number"] }),
            Kind::Code => self.shared(
                "code",
                json!({ "type": ["string", "integer"], "pattern": "^[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}$" }),
            ),
            Kind::Formula => self.shared("formula", json!({ "type": ["string", "number", "boolean"] })),
            Kind::Quantity | Kind::Award | Kind::Share => self.shared(
                "quantity",
                json!({ "type": ["number", "string"], "pattern": "^[-+]?[0-9.]+ *[^0-9 ]*$" }),
            ),
            Kind::Whole { least, most } => json!({ "type": "integer", "minimum": least, "maximum": most }),
            Kind::Truth => json!({ "enum": [true, false, "是", "否"] }),
            Kind::Date => json!({ "type": "string", "format": "date" }),
            Kind::Word(words) => words_schema(words),
            Kind::Datum => json!({ "type": ["string", "number", "boolean", "null"] }),
            Kind::Anything => json!({}),
            Kind::Either(kinds) => {
                let any: Vec<Value> = kinds.iter().map(|kind| self.kind(kind)).collect();
                json!({ "anyOf": any })
            }
            Kind::List(inner) => json!({ "type": "array", "items": self.kind(inner) }),
            Kind::OneOrMany(inner) => {
                let one = self.kind(inner);
                json!({ "anyOf": [one, { "type": "array", "items": one }] })
            }
            Kind::Map(keys, inner) => self.map(*keys, inner),
            Kind::Record(record) => {
                self.add(record);
                json!({ "$ref": reference(record) })
            }
            Kind::Dated(inner) => self.dated(inner),
        }
    }

    /// A schema that stands in many places, written once.
    fn shared(&mut self, name: &str, schema: Value) -> Value {
        self.done.entry(name).or_insert(schema);
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    fn map(&mut self, keys: Keys, inner: &Kind) -> Value {
        let values = self.kind(inner);
        match keys {
            Keys::Texts => json!({ "type": "object", "additionalProperties": values }),
            Keys::Codes => json!({
                "type": "object",
                "propertyNames": { "pattern": "^[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}$" },
                "additionalProperties": values,
            }),
            Keys::Dates => json!({
                "type": "object",
                "propertyNames": { "format": "date" },
                "additionalProperties": values,
            }),
        }
    }

    /// The value itself, or its history. What an entry of a history holds is looser here than in the reader, which
    /// checks it like the value: otherwise every schema would stand three times.
    fn dated(&mut self, inner: &Kind) -> Value {
        let value = self.kind(inner);
        let history = self.history();
        json!({ "anyOf": [value, history] })
    }

    fn history(&mut self) -> Value {
        let basis = self.kind(&crate::reader::record::BASIS);
        self.shared(
            "history",
            json!({
                "description": "按日期的历史：日期: 值，或日期: {value, basis} · A history: date: value",
                "type": "object",
                "required": ["history"],
                "additionalProperties": false,
                "properties": { "history": {
                    "type": "object",
                    "propertyNames": { "format": "date" },
                    "additionalProperties": { "anyOf": [
                        { "type": ["string", "number", "boolean", "array"] },
                        { "type": "object", "properties": { "basis": basis } },
                    ] },
                } },
            }),
        )
    }
}

fn words_schema(words: &[Word]) -> Value {
    let options: Vec<Value> = words
        .iter()
        .map(|word| json!({ "const": word.word, "description": format!("{} · {}", word.zh, word.en) }))
        .collect();
    json!({ "oneOf": options })
}

fn choice(choice: &Choice) -> Value {
    let one = |key: &&str| json!({ "required": [key] });
    let any: Vec<Value> = choice.keys.iter().map(one).collect();
    let none = json!({ "not": { "anyOf": any } });
    let open =
        if choice.required { json!({ "oneOf": any }) } else { json!({ "anyOf": [{ "oneOf": any }, none] }) };
    match choice.with {
        None => open,
        Some(key) => json!({ "if": { "required": [key] }, "then": open, "else": none }),
    }
}
