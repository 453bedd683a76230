//! Counts over many records, for a reader or for another program.

use super::counted;
use super::grid::{DIM, Grid, TITLE, WHO, column, number};
use super::separated::guarded;
use crate::stats::{By, Counts, Stats};
use serde_json::{Map, Value, json};

/// A share in per cent, with one digit behind the point.
fn share(part: u64, whole: u64) -> String {
    let tenths = (part * 1000 + whole / 2).checked_div(whole).unwrap_or_default();
    format!("{}.{} %", tenths / 10, tenths % 10)
}

/// Rows below a line that says of how much.
pub fn stats_table(stats: &Stats, width: usize, color: bool) -> Vec<u8> {
    let total = stats.total();
    let mut grid = Grid::new(width, color);
    grid.lines(TITLE, &sum(stats, total));
    let mut columns = vec![
        number("quotes"),
        column("share", DIM, 7),
        number("words"),
        number("claims"),
        column("articles", DIM, 8),
    ];
    columns.extend(stats.by().iter().map(|by| column(by.name(), WHO, 30)));
    let rows: Vec<Vec<String>> = stats
        .rows()
        .into_iter()
        .map(|(key, counts)| {
            let Counts { articles, quotes, words, claims } = counts;
            let mut row = vec![quotes.to_string(), share(quotes, total.quotes)];
            row.extend([words, claims, articles].map(|count| count.to_string()));
            row.extend(key.iter().map(|part| part.clone().unwrap_or_else(|| "–".to_owned())));
            row
        })
        .collect();
    if !rows.is_empty() {
        grid.text.push('\n');
        grid.rows(&columns, &rows);
    }
    grid.text.into_bytes()
}

fn sum(stats: &Stats, total: Counts) -> String {
    let Counts { articles, quotes, words, claims } = total;
    let parts = [(articles, "article"), (quotes, "quote"), (words, "word"), (claims, "claim")];
    let parts = parts.map(|(count, one)| counted(count as usize, one));
    let mut sum = parts.join(", ");
    if stats.by().first() == Some(&By::Speaker) {
        sum.push_str(", ");
        sum.push_str(&counted(stats.distinct(), "speaker"));
    }
    sum
}

/// A header and a row for each key; cells that a spreadsheet takes for formulas are guarded.
pub fn stats_csv(stats: &Stats) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let counts = ["articles", "quotes", "words", "claims"];
    let header = stats.by().iter().map(|by| by.name()).chain(counts);
    // Writing to memory cannot fail, and all rows have the same length.
    let _ = writer.write_record(header);
    for (key, Counts { articles, quotes, words, claims }) in stats.rows() {
        let key = key.iter().map(|part| guarded(part.clone().unwrap_or_default()));
        let counts = [articles, quotes, words, claims].map(|count| count.to_string());
        let _ = writer.write_record(key.chain(counts));
    }
    writer.into_inner().unwrap_or_default()
}

/// One object: `by`, `total` and `rows`.
pub fn stats_json(stats: &Stats) -> Vec<u8> {
    let counts = |Counts { articles, quotes, words, claims }| json!({ "articles": articles, "quotes": quotes, "words": words, "claims": claims });
    let row = |(key, of_key): (&crate::stats::Key, Counts)| {
        let keys = stats.by().iter().zip(key);
        let mut row: Map<String, Value> =
            keys.map(|(by, part)| (by.name().to_owned(), json!(part))).collect();
        row.extend(counts(of_key).as_object().cloned().unwrap_or_default());
        Value::Object(row)
    };
    let rows: Vec<Value> = stats.rows().into_iter().map(row).collect();
    let all = json!({ "by": stats.by(), "total": counts(stats.total()), "rows": rows });
    let mut text = serde_json::to_vec_pretty(&all).unwrap_or_default();
    text.push(b'\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::sample;

    fn stats() -> Stats {
        let mut report = sample::report();
        report.quotes[0].speaker.as_mut().unwrap().name = "=Ana Kovač".to_owned();
        let mut stats = Stats::new(vec![By::Speaker, By::Gender]);
        stats.add(&report);
        stats
    }

    #[test]
    fn table() {
        assert_eq!(
            String::from_utf8(stats_table(&stats(), 80, false)).unwrap(),
            "\
1 article, 1 quote, 4 words, 1 claim, 2 speakers

quotes  share    words  claims  articles  speaker           gender
     1  100.0 %      4       0  1         =Ana Kovač        female
     0  0.0 %        0       1  1         A port spokesman  –
"
        );
    }

    #[test]
    fn csv_is_guarded() {
        assert_eq!(
            String::from_utf8(stats_csv(&stats())).unwrap(),
            "speaker,gender,articles,quotes,words,claims\n\
             '=Ana Kovač,female,1,1,4,0\n\
             A port spokesman,,1,0,0,1\n"
        );
    }

    #[test]
    fn json() {
        let value: Value = serde_json::from_slice(&stats_json(&stats())).unwrap();
        assert_eq!(value["by"], json!(["speaker", "gender"]));
        assert_eq!(value["total"]["words"], 4);
        let wanted = json!({
            "speaker": "A port spokesman", "gender": null,
            "articles": 1, "quotes": 0, "words": 0, "claims": 1
        });
        assert_eq!(value["rows"][1], wanted);
    }
}
