//! Where a redirect leads: a reference of RFC 3986, resolved against the request that was redirected.

use fluxlet_runtime::{Origin, Scheme};

use crate::fault::Fault;

/// Longest reference that is followed, in bytes.
const LONGEST: usize = 64 * 1024;

/// Where a redirect leads.
#[derive(Debug)]
pub(crate) struct Destination {
    pub(crate) origin: Origin,
    /// Path and query, as a request carries them.
    pub(crate) target: String,
}

/// Resolves `reference` against a request to `origin` for `target`.
pub(crate) fn resolve(origin: &Origin, target: &str, reference: &[u8]) -> Result<Destination, Fault> {
    if reference.len() > LONGEST {
        return Err(Fault::invalid("the server redirects to a URL of more than 64 KiB"));
    }
    let reference = encode(reference)?;
    // The fragment is for the client alone.
    let reference = reference.split('#').next().unwrap_or_default();
    if let Some((scheme, rest)) = split_scheme(reference) {
        let scheme = match scheme.to_ascii_lowercase().as_str() {
            "http" => Scheme::Http,
            "https" => Scheme::Https,
            _ => return Err(Fault::invalid("the server redirects to a URL that is neither `http` nor `https`")),
        };
        let rest =
            rest.strip_prefix("//").ok_or_else(|| Fault::invalid("the server redirects to a URL without host"))?;
        return with_authority(scheme, rest);
    }
    if let Some(rest) = reference.strip_prefix("//") {
        return with_authority(origin.scheme(), rest);
    }
    let (path, query) = split_query(reference);
    let (base_path, base_query) = split_query(target);
    let target = if path.is_empty() {
        format!("{base_path}{}", if query.is_empty() { base_query } else { query })
    } else if path.starts_with('/') {
        format!("{}{query}", without_dots(path))
    } else {
        let parent = base_path.rfind('/').and_then(|at| base_path.get(..=at)).unwrap_or("/");
        format!("{}{query}", without_dots(&format!("{parent}{path}")))
    };
    Ok(Destination { origin: origin.clone(), target })
}

fn with_authority(scheme: Scheme, rest: &str) -> Result<Destination, Fault> {
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, rest) = rest.split_at(end);
    if authority.contains('@') {
        return Err(Fault::invalid("the server redirects to a URL that holds credentials"));
    }
    let origin = Origin::parse(scheme, authority)
        .map_err(|error| Fault::invalid(format!("the server redirects to an invalid URL: {error}")))?;
    let (path, query) = split_query(rest);
    let path = if path.is_empty() { "/".to_owned() } else { without_dots(path) };
    Ok(Destination { origin, target: format!("{path}{query}") })
}

/// Percent-encodes what a URL may not hold. Refuses what has no place in a header of this kind: white space, control
/// characters, backslashes, which some take for slashes, and text that is not UTF-8.
fn encode(reference: &[u8]) -> Result<String, Fault> {
    let invalid = |what| Fault::invalid(format!("the server redirects to an invalid URL: it holds {what}"));
    let text = std::str::from_utf8(reference).map_err(|_| invalid("text that is not UTF-8"))?;
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            0..=b' ' | 0x7f => return Err(invalid("white space or a control character")),
            b'\\' => return Err(invalid("a backslash")),
            b'"' | b'<' | b'>' | b'^' | b'`' | b'{' | b'|' | b'}' | 0x80.. => {
                encoded.push_str(&format!("%{byte:02X}"));
            }
            _ => encoded.push(char::from(byte)),
        }
    }
    Ok(encoded)
}

fn split_scheme(reference: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = reference.split_once(':')?;
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    valid.then_some((scheme, rest))
}

/// Splits off the query, which keeps its question mark.
fn split_query(text: &str) -> (&str, &str) {
    text.split_at(text.find('?').unwrap_or(text.len()))
}

/// Removes the segments `.` and `..` from an absolute path, in one pass.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." => {}
            ".." => drop(kept.pop()),
            other => {
                kept.push(other);
                continue;
            }
        }
        if last {
            // The parent, as a directory.
            kept.push("");
        }
    }
    let mut clean = String::with_capacity(path.len());
    for segment in kept {
        clean.push('/');
        clean.push_str(segment);
    }
    if clean.is_empty() { "/".to_owned() } else { clean }
}

#[cfg(test)]
mod tests;
