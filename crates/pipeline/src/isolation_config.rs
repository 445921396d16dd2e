//! `[isolation]` of `rapporteur.toml`: where plugins run and what they may use.

use std::time::Duration;

use rapporteur_host::Isolation;
use serde::Deserialize;
use serde::de::{Deserializer, Error};

/// `[isolation]`. The options of the command line stand above these keys.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct IsolationConfig {
    /// `--isolation`: "auto", "process" or "in-process".
    #[serde(deserialize_with = "mode")]
    pub mode: Option<Isolation>,
    /// `--plugin-timeout`: longest time a worker may take over an input. A number of seconds, above 0.
    #[serde(deserialize_with = "timeout")]
    pub timeout: Option<Duration>,
    /// `--plugin-memory`: address space of a worker in bytes, as a number or with a unit ("512M"); 0 for no limit.
    #[serde(deserialize_with = "memory")]
    pub memory: Option<u64>,
    /// `--plugin-crashes`: after how many inputs that a plugin crashed on a run goes on without it; 0 for never.
    pub crashes: Option<usize>,
}

/// Seconds as users write them: a number above 0.
///
/// # Errors
/// What was found and what to write.
pub fn parse_seconds(text: &str) -> Result<Duration, String> {
    text.parse().ok().and_then(duration).ok_or_else(|| no_time(&format!("{text:?}")))
}

fn duration(seconds: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(seconds).ok().filter(|time| !time.is_zero())
}

fn no_time(found: &str) -> String {
    format!("{found} is no time; write a number of seconds above 0: 30 or 0.5")
}

/// A number of bytes as users write it: "500K", "64M", "2G" or without a unit.
///
/// # Errors
/// What was found and what to write.
pub fn parse_size(text: &str) -> Result<u64, String> {
    let (digits, unit) = match text.char_indices().next_back() {
        Some((at, 'k' | 'K')) => (text.get(..at), 1 << 10),
        Some((at, 'm' | 'M')) => (text.get(..at), 1 << 20),
        Some((at, 'g' | 'G')) => (text.get(..at), 1 << 30),
        _ => (Some(text), 1),
    };
    let number: u64 =
        digits.unwrap_or_default().parse().map_err(|_| format!("{text:?} is no size; write 500K, 64M or 2G"))?;
    number.checked_mul(unit).ok_or_else(|| format!("{text:?} is more than can be counted"))
}

fn mode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Isolation>, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map(Some).map_err(|expected| D::Error::custom(format!("{text:?} is no mode; {expected}")))
}

fn timeout<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Duration>, D::Error> {
    let number = Number::deserialize(deserializer)?;
    let (seconds, shown) = match number {
        Number::Whole(whole) => (whole as f64, whole.to_string()),
        Number::Real(real) => (real, real.to_string()),
        Number::Words(words) => return Err(D::Error::custom(no_time(&format!("{words:?}")))),
    };
    duration(seconds).map(Some).ok_or_else(|| D::Error::custom(no_time(&shown)))
}

fn memory<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    match Number::deserialize(deserializer)? {
        Number::Words(words) => parse_size(&words).map(Some).map_err(D::Error::custom),
        Number::Whole(whole) if whole >= 0 => Ok(u64::try_from(whole).ok()),
        Number::Whole(whole) => Err(D::Error::custom(format!("{whole} is no size; write 500K, 64M or 2G"))),
        Number::Real(real) => Err(D::Error::custom(format!("{real} is no size; write 500K, 64M or 2G"))),
    }
}

/// What a value may be written as.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "expected a number, or for memory a size like \"512M\"")]
enum Number {
    Whole(i64),
    Real(f64),
    Words(String),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Config, ConfigError};

    fn parse(text: &str) -> Result<IsolationConfig, ConfigError> {
        Config::parse(&format!("[isolation]\n{text}\n")).map(|config| config.isolation)
    }

    #[test]
    fn keys() {
        let read = parse("mode = \"in-process\"\ntimeout = 2.5\nmemory = \"512M\"\ncrashes = 0");
        assert_eq!(
            read,
            Ok(IsolationConfig {
                mode: Some(Isolation::InProcess),
                timeout: Some(Duration::from_millis(2_500)),
                memory: Some(512 << 20),
                crashes: Some(0),
            })
        );
        assert_eq!(parse("memory = 1048576\ntimeout = 9").map(|read| read.memory), Ok(Some(1 << 20)));
        assert_eq!(parse(""), Ok(IsolationConfig::default()));
    }

    #[test]
    fn messages() {
        let error = |text: &str| parse(text).expect_err("it will not do");
        insta::assert_snapshot!(error("timout = 3"), @r"
        TOML parse error at line 2, column 1
          |
        2 | timout = 3
          | ^^^^^^
        unknown field `timout`, expected one of `mode`, `timeout`, `memory`, `crashes`
        ");
        assert_eq!(error("timout = 3").nearest(), Some("timeout"));
        insta::assert_snapshot!(error("mode = \"proces\""), @r#"
        TOML parse error at line 2, column 8
          |
        2 | mode = "proces"
          |        ^^^^^^^^
        "proces" is no mode; expected one of auto, process, in-process
        "#);
        let last = |text: &str| error(text).to_string().lines().last().unwrap_or_default().to_owned();
        assert_eq!(last("timeout = 0"), "0 is no time; write a number of seconds above 0: 30 or 0.5");
        assert_eq!(last("timeout = \"soon\""), "\"soon\" is no time; write a number of seconds above 0: 30 or 0.5");
        assert_eq!(last("memory = \"huge\""), "\"huge\" is no size; write 500K, 64M or 2G");
        assert_eq!(last("timeout = true"), "expected a number, or for memory a size like \"512M\"");
        assert_eq!(last("memory = -1"), "-1 is no size; write 500K, 64M or 2G");
        let outside = Config::parse("[isolaton]\n").expect_err("no such table");
        assert_eq!(outside.nearest(), Some("isolation"));
    }
}
