//! The JSON Schema of the record.

/// The JSON Schema (draft 2020-12) of one record, made from the types of this module.
///
/// It is committed as text, so that the program needs nothing to print it; a test compares it with the
/// types, and `SNAPSHOTS=overwrite cargo test schema` writes it anew.
pub const JSON_SCHEMA: &str = include_str!("../schema.json");

#[cfg(test)]
mod tests {
    use super::JSON_SCHEMA;
    use crate::report::{Report, SCHEMA};
    use serde_json::{Value, json};
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    /// The kinds of errors and warnings that the sources raise.
    fn kinds() -> BTreeSet<String> {
        // Two are chosen before the call.
        let mut kinds: BTreeSet<String> = ["invalid-json", "too-deep"].map(str::to_owned).into();
        let mut waiting = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        let call = concat!("Notice::", "new(");
        while let Some(path) = waiting.pop() {
            if path.is_dir() {
                waiting.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !path.ends_with("tests.rs")
            {
                let text = std::fs::read_to_string(path).unwrap();
                let text = text.split("#[cfg(test)]").next().unwrap_or_default();
                for after in text.split(call).skip(1) {
                    let quoted = after.trim_start().strip_prefix('"');
                    kinds.extend(quoted.and_then(|rest| rest.split('"').next()).map(str::to_owned));
                }
            }
        }
        kinds
    }

    fn made() -> String {
        let settings = schemars::generate::SchemaSettings::default().for_serialize();
        let made = settings.into_generator().into_root_schema_for::<Report>().to_value();
        let mut schema = json!({ "$schema": made["$schema"], "title": "One article's record" });
        for (key, value) in made.as_object().unwrap() {
            if !["$schema", "title"].contains(&key.as_str()) {
                schema[key] = value.clone();
            }
        }
        schema["properties"]["schema"] =
            json!({ "description": "The version of the format.", "const": SCHEMA });
        schema["properties"]["id"] = json!({
            "description": "The input's own id as it is, else its path, or `PATH:LINE`."
        });
        let kinds: Vec<Value> = kinds().into_iter().map(Value::String).collect();
        assert!(kinds.len() > 5, "{kinds:?}");
        schema["$defs"]["Notice"]["properties"]["kind"]["examples"] = kinds.into();
        require_all(&mut schema);
        serde_json::to_string_pretty(&schema).unwrap() + "\n"
    }

    /// Every key is always there, also those that may be null.
    fn require_all(schema: &mut Value) {
        if let Some(keys) = schema["properties"].as_object().map(|keys| keys.keys().cloned()) {
            schema["required"] = keys.collect::<Vec<_>>().into();
        }
        if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
            definitions
                .values_mut()
                .filter(|one| one.get("properties").is_some())
                .for_each(require_all);
        }
    }

    #[test]
    fn schema_is_that_of_the_types() {
        let made = made();
        if std::env::var("SNAPSHOTS").is_ok_and(|what| what == "overwrite") {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/schema.json");
            std::fs::write(path, &made).unwrap();
        } else {
            assert!(made == JSON_SCHEMA, "run `SNAPSHOTS=overwrite cargo test schema`");
        }
    }

    /// A checker for the words that our schema uses.
    fn faults(schema: &Value, root: &Value, value: &Value, path: &str, found: &mut Vec<String>) {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.strip_prefix("#/$defs/").unwrap();
            return faults(&root["$defs"][name], root, value, path, found);
        }
        let choices = schema.get("anyOf").or(schema.get("oneOf")).and_then(Value::as_array);
        let fits = |choice: &Value| {
            let mut inner = Vec::new();
            faults(choice, root, value, path, &mut inner);
            inner.is_empty()
        };
        if choices.is_some_and(|choices| !choices.iter().any(fits)) {
            found.push(format!("{path}: {value} fits no choice"));
        }
        if schema.get("const").is_some_and(|only| only != value)
            || schema["enum"].as_array().is_some_and(|all| !all.contains(value))
        {
            found.push(format!("{path}: {value} is not allowed"));
        }
        let is = |name: &str| match name {
            "null" => value.is_null(),
            "boolean" => value.is_boolean(),
            "integer" => value.is_u64(),
            "number" => value.is_number(),
            "string" => value.is_string(),
            "array" => value.is_array(),
            _ => value.is_object(),
        };
        let types: Vec<&str> = match &schema["type"] {
            Value::String(one) => vec![one],
            Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        if !types.is_empty() && !types.iter().any(|name| is(name)) {
            found.push(format!("{path}: {value} is no {types:?}"));
        }
        for (at, item) in value.as_array().into_iter().flatten().enumerate() {
            faults(&schema["items"], root, item, &format!("{path}[{at}]"), found);
        }
        let Some(object) = value.as_object() else { return };
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !object.contains_key(key) {
                found.push(format!("{path}.{key} is missing"));
            }
        }
        for (key, inner) in object {
            match schema["properties"].get(key) {
                Some(property) => faults(property, root, inner, &format!("{path}.{key}"), found),
                None if schema.get("properties").is_some() => {
                    found.push(format!("{path}.{key} is unknown"));
                }
                None => {}
            }
        }
    }

    fn faults_of(value: &Value) -> Vec<String> {
        let schema: Value = serde_json::from_str(JSON_SCHEMA).unwrap();
        let mut found = Vec::new();
        faults(&schema, &schema, value, "", &mut found);
        found
    }

    #[test]
    fn a_record_comes_back_as_it_was_written() {
        let record = crate::write::sample::report();
        let line = crate::write::jsonl(&record);
        assert_eq!(Report::from_json(&line), Some(record));
        let other = String::from_utf8(line).unwrap().replace("whosaid/1", "whosaid/2");
        assert_eq!(Report::from_json(other.as_bytes()), None);
    }

    #[test]
    fn a_record_fits_its_schema() {
        let mut record = serde_json::to_value(crate::write::sample::report()).unwrap();
        assert_eq!(faults_of(&record), Vec::<String>::new());
        record["quotes"][0]["kind"] = json!("loud");
        record["dates"][0].as_object_mut().unwrap().remove("mod");
        record["extra"] = json!(1);
        record["claims"][0]["sentence"] = json!("2");
        assert_eq!(faults_of(&record).len(), 4, "{:?}", faults_of(&record));
    }
}
