//! One record of a JSON Lines file.

use super::article::{Article, Notice, Source};
use super::decode;
use super::document::{self, Given};
use super::options::{Format, Options, Rejected};
use super::text_article;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde_json::{Map, Value};

/// Reads one line of a JSON Lines file; `source` has its path and line.
///
/// # Errors
/// [`Rejected`] where the line is blank, no JSON object, too large or without a text. Its id is the
/// record's own wherever that stands before the fault.
pub fn read_record(
    line: &[u8],
    mut source: Source,
    options: &Options,
) -> Result<Article, Box<Rejected>> {
    source.format = Some(Format::Jsonl.name().to_owned());
    let mut fields = Map::new();
    match read(line, &mut source, options, &mut fields) {
        Ok((text, warnings)) => {
            let given = given(&fields, options);
            let mut article = text_article(text, given, options);
            article.id = id(&fields, &source, options);
            article.kept = kept(&fields, options);
            article.source = source;
            article.warnings.splice(0..0, warnings);
            Ok(article)
        }
        Err(notice) => Err(Box::new(Rejected {
            id: id(&fields, &source, options),
            kept: kept(&fields, options),
            source,
            notice,
        })),
    }
}

/// The record's text, after all its fields have gone to `fields`.
fn read(
    line: &[u8],
    source: &mut Source,
    options: &Options,
    fields: &mut Map<String, Value>,
) -> Result<(String, Vec<Notice>), Notice> {
    if line.len() > options.max_record {
        return Err(document::too_large(line.len(), options));
    }
    if line.trim_ascii().is_empty() {
        return Err(Notice::new("blank-line", "the line is blank, a JSON object was expected"));
    }
    let decoded = decode::decode(line, None)?;
    source.encoding = Some(decoded.encoding);
    let mut parser = serde_json::Deserializer::from_str(&decoded.text);
    parser
        .deserialize_any(Collect { fields })
        .and_then(|()| parser.end())
        .map_err(|error| json_notice(&error, source.line))?;
    let key = &options.fields.text;
    match fields.remove(key) {
        Some(Value::String(text)) => Ok((text, decoded.warnings)),
        None => Err(Notice::new("no-text", format!("the record has no field {key:?}"))),
        Some(other) => {
            let found = kind_of(&other);
            let message = format!("the field {key:?} is {found}, a string was expected");
            fields.insert(key.clone(), other);
            Err(Notice::new("text-not-a-string", message))
        }
    }
}

/// Collects the fields of an object into a map that outlives a failure further on.
struct Collect<'m> {
    fields: &'m mut Map<String, Value>,
}

impl<'de> Visitor<'de> for Collect<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value::<Value>()?;
            self.fields.insert(key, value);
        }
        Ok(())
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(A::Error::invalid_type(serde::de::Unexpected::Seq, &self))
    }
}

fn json_notice(error: &serde_json::Error, line: Option<u64>) -> Notice {
    let full = error.to_string();
    let what = full.rsplit_once(" at line ").map_or(full.as_str(), |(what, _)| what);
    let notice = if error.is_data() {
        Notice::new("not-an-object", format!("the line is no JSON object: {what}"))
    } else if what.contains("recursion limit") {
        Notice::new("too-deep", "the JSON is nested deeper than 128 levels")
    } else if what.contains("surrogate") || what.contains("end of hex escape") {
        let message = "half a surrogate pair (\\ud800 to \\udfff) stands alone in a string";
        Notice::new("lone-surrogate", message)
    } else {
        Notice::new("invalid-json", format!("the line is no valid JSON: {what}"))
    };
    let column = (error.column() > 0).then_some(error.column() as u64);
    Notice { line, column, ..notice }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

fn id(fields: &Map<String, Value>, source: &Source, options: &Options) -> Value {
    match fields.get(&options.fields.id) {
        Some(id) if !id.is_null() => id.clone(),
        _ => document::place(source),
    }
}

fn kept(fields: &Map<String, Value>, options: &Options) -> Map<String, Value> {
    let entry = |key: &String| Some((key.clone(), fields.get(key)?.clone()));
    options.keep.iter().filter_map(entry).collect()
}

/// `20240506`, or seconds or milliseconds since 1970.
fn day_of_number(number: i64) -> Option<String> {
    let seconds = match number {
        1_000_000_000..100_000_000_000 => number,
        100_000_000_000.. => number / 1000,
        _ => return Some(number.to_string()),
    };
    let time = jiff::Timestamp::from_second(seconds).ok()?;
    Some(time.to_zoned(jiff::tz::TimeZone::UTC).date().to_string())
}

fn given(fields: &Map<String, Value>, options: &Options) -> Given {
    let string = |key: &String| match fields.get(key) {
        Some(Value::String(text)) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        _ => None,
    };
    let names = &options.fields;
    let authors = match fields.get(&names.authors) {
        Some(Value::String(text)) if !text.trim().is_empty() => vec![text.trim().to_owned()],
        Some(Value::Array(list)) => {
            list.iter().filter_map(Value::as_str).map(|name| name.trim().to_owned()).collect()
        }
        _ => Vec::new(),
    };
    let date = match fields.get(&names.date) {
        Some(Value::Number(number)) => number.as_i64().and_then(day_of_number),
        _ => string(&names.date),
    };
    Given {
        date,
        title: string(&names.title),
        authors,
        outlet: string(&names.outlet),
        url: string(&names.url),
    }
}

#[cfg(test)]
mod tests {
    use super::super::article::PublishedFrom;
    use super::*;
    use serde_json::json;

    fn source() -> Source {
        Source { path: Some("a.jsonl".to_owned()), line: Some(7), ..Source::default() }
    }

    fn rejected(line: &str) -> (Value, String) {
        let error = read_record(line.as_bytes(), source(), &Options::default()).unwrap_err();
        (error.id, error.notice.kind)
    }

    #[test]
    fn fields_reach_the_article() {
        let line = br#"{"key": {"a": [1]}, "body": "Rain.", "date": "2024-05-06T23:30:00-07:00",
            "authors": ["Ana Lima", "Bo Sand"], "desk": "city", "x": 1}"#;
        let mut options = Options { keep: vec!["x".into(), "desk".into()], ..Options::default() };
        assert!(options.fields.set("id", "key") && options.fields.set("text", "body"));
        let article = read_record(line, source(), &options).unwrap();
        assert_eq!(article.id, json!({"a": [1]}));
        assert_eq!(article.text, "Rain.");
        assert_eq!(article.meta.authors, ["Ana Lima", "Bo Sand"]);
        assert_eq!(serde_json::to_string(&article.kept).unwrap(), r#"{"x":1,"desk":"city"}"#);
        assert_eq!(article.source.format.as_deref(), Some("jsonl"));
    }

    #[test]
    fn days_come_as_numbers_too() {
        for (date, day) in [
            ("20240506", "2024-05-06"),
            ("1714999999", "2024-05-06"),
            ("1714999999000", "2024-05-06"),
            ("\"Mon, 06 May 2024 10:00:00 GMT\"", "2024-05-06"),
        ] {
            let line = format!(r#"{{"text": "Rain.", "date": {date}}}"#);
            let article = read_record(line.as_bytes(), source(), &Options::default()).unwrap();
            assert_eq!(article.meta.published.map(|it| it.day).as_deref(), Some(day), "{date}");
        }
    }

    #[test]
    fn the_address_gives_the_day_where_no_field_does() {
        let day = |line: &str| {
            let article = read_record(line.as_bytes(), source(), &Options::default()).unwrap();
            article.meta.published.map(|found| (found.day, found.from))
        };
        let url = r#""text": "Rain.", "url": "https://harbor.example/2024/05/06/rain/""#;
        assert_eq!(day(&format!("{{{url}}}")), Some(("2024-05-06".to_owned(), PublishedFrom::Url)));
        let both = format!(r#"{{{url}, "date": "2024-05-07"}}"#);
        assert_eq!(day(&both), Some(("2024-05-07".to_owned(), PublishedFrom::Field)));
    }

    #[test]
    fn every_fault_has_a_name_and_keeps_the_id() {
        let place = json!("a.jsonl:7");
        assert_eq!(rejected(" \r"), (place.clone(), "blank-line".to_owned()));
        assert_eq!(rejected("[1]"), (place.clone(), "not-an-object".to_owned()));
        assert_eq!(rejected("3"), (place.clone(), "not-an-object".to_owned()));
        assert_eq!(rejected("{'id': 1}"), (place.clone(), "invalid-json".to_owned()));
        assert_eq!(rejected(r#"{"id": 5, "text": "a"#), (json!(5), "invalid-json".to_owned()));
        assert_eq!(rejected(r#"{"id": 5, "text": "a"} {}"#), (json!(5), "invalid-json".to_owned()));
        assert_eq!(
            rejected(r#"{"id": "b", "text": "\ud800 a"}"#),
            (json!("b"), "lone-surrogate".to_owned())
        );
        assert_eq!(rejected(r#"{"id": [2]}"#), (json!([2]), "no-text".to_owned()));
        assert_eq!(
            rejected(r#"{"id": "c", "text": 5}"#),
            (json!("c"), "text-not-a-string".to_owned())
        );
        let deep = format!(r#"{{"id": 6, "x": {}"#, "[".repeat(100_000));
        assert_eq!(rejected(&deep), (json!(6), "too-deep".to_owned()));
    }

    #[test]
    fn broken_json_has_line_and_column() {
        let error = read_record(b"{\"id\": 1,, }", source(), &Options::default()).unwrap_err();
        assert_eq!((error.notice.line, error.notice.column), (Some(7), Some(10)));
    }

    #[test]
    fn without_an_id_the_place_stands_in() {
        let article = read_record(br#"{"text": ""}"#, Source::default(), &Options::default());
        assert_eq!(article.unwrap().id, json!("-"));
    }
}
