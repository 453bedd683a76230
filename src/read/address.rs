//! The day of publication that an article's address tells.

use super::day;
use crate::DateOrder;
use jiff::civil::Date;

/// The day in an address: `/2024/05/06/`, `/2024/may/06/`, `/20240506/`, `/2024-05-06-`.
pub(super) fn day(url: &str) -> Option<Date> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    for (at, part) in parts.iter().enumerate() {
        if let [year, month, day, ..] = parts.get(at..).unwrap_or_default()
            && year.len() == 4
            && digits(year)
            && (1..=2).contains(&day.len())
            && digits(day)
        {
            let written = if digits(month) {
                format!("{year}-{month}-{day}")
            } else {
                format!("{day} {month} {year}")
            };
            if let Some(day) = day::first_in(&written, DateOrder::Mdy) {
                return Some(day);
            }
        }
        let head = part.get(..8).filter(|head| digits(head));
        let ends =
            part.as_bytes().get(8).is_none_or(|next| !next.is_ascii_digit()) || part.len() > 13;
        let dashed = part.get(..10).filter(|head| head.as_bytes().get(4) == Some(&b'-'));
        let written = head.filter(|_| ends).or(dashed);
        if let Some(day) = written.and_then(|text| day::first_in(text, DateOrder::Mdy)) {
            return Some(day);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_addresses() {
        let day = |url: &str| day(url).map(|day| day.to_string());
        for url in [
            "https://harbor.example/2024/05/06/ice",
            "https://harbor.example/news/2024/may/06/ice",
            "https://harbor.example/news/20240506/ice?x=1",
            "https://harbor.example/news/2024-05-06-ice.html",
            "https://harbor.example/radio/202405061079127690-ice",
        ] {
            assert_eq!(day(url).as_deref(), Some("2024-05-06"), "{url}");
        }
        for url in ["https://harbor.example/2024/05/ice", "https://harbor.example/id/99887766", "x"]
        {
            assert_eq!(day(url), None, "{url}");
        }
    }
}
