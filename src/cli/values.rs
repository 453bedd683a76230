//! The values of arguments: text to numbers and names, with a hint where it is none.

/// `NAME=KEY`, with the name of a field.
pub(crate) fn field(text: &str) -> Result<(String, String), String> {
    let names = whosaid::read::Fields::NAMES;
    match text.split_once('=') {
        Some((name, key)) if names.contains(&name) && !key.is_empty() => {
            Ok((name.to_owned(), key.to_owned()))
        }
        Some((name, key)) if !key.is_empty() => {
            Err(format!("no field {name:?}; there are {}", names.join(", ")))
        }
        _ => Err("expected NAME=KEY, such as text=body".to_owned()),
    }
}

/// Bytes, with K, M or G (times 1024) after the number; `KiB` and `KB` are read alike.
pub(crate) fn size(text: &str) -> Result<usize, String> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let unit = text.get(digits.len()..).unwrap_or_default().to_ascii_lowercase();
    let shift = match unit.as_str() {
        "" | "b" => 0,
        "k" | "kb" | "kib" => 10,
        "m" | "mb" | "mib" => 20,
        "g" | "gb" | "gib" => 30,
        _ => return Err(format!("unknown unit {unit:?}; use K, M or G")),
    };
    // Offsets inside the program are 32 bits wide.
    digits
        .parse::<usize>()
        .ok()
        .and_then(|number| number.checked_mul(1 << shift))
        .filter(|bytes| (1..=1 << 30).contains(bytes))
        .ok_or_else(|| "expected a size from 1 to 1G, such as 16M".to_owned())
}

/// A share from 0 to 1.
pub(crate) fn share(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "expected a number from 0 to 1".to_owned())
}

/// A number of threads.
pub(crate) fn jobs(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| (1..=1024).contains(number));
    number.ok_or_else(|| "expected a number from 1 to 1024".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        assert_eq!(size("4096"), Ok(4096));
        assert_eq!(size("16MiB"), Ok(16 << 20));
        assert_eq!(size("1g"), Ok(1 << 30));
        for wrong in ["", "M", "-1", "2G", "1T", "99999999999999999999G", "0"] {
            assert!(size(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn fields() {
        assert_eq!(field("text=body=x"), Ok(("text".to_owned(), "body=x".to_owned())));
        for wrong in ["text", "text=", "body=text"] {
            assert!(field(wrong).is_err(), "{wrong:?}");
        }
    }
}
