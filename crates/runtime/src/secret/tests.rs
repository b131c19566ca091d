//! Tokens: which texts are one, and that none is shown.

use crate::{Code, Token};

#[test]
fn bad_tokens_are_told_without_their_text() {
    let long = "x".repeat(8 * 1024 + 1);
    for (token, message) in [
        ("", "the token is empty"),
        (&long, "the token has 8193 bytes, more than 8192"),
        ("HUSH\n", "the token holds a line break at offset 4"),
        ("\rHUSH", "the token holds a line break at offset 0"),
        ("HUSH\r\nX-Evil: 1", "the token holds a line break at offset 4"),
        ("HU SH", "the token holds white space at offset 2"),
        (" HUSH", "the token holds white space at offset 0"),
        ("HUSH\t", "the token holds white space at offset 4"),
        ("HUSH\0", "the token holds a control character at offset 4"),
        ("HUSH\x7f", "the token holds a control character at offset 4"),
        ("HUSH\x1b[0m", "the token holds a control character at offset 4"),
        ("HUSHé", "the token holds a character that is not ASCII at offset 4"),
        ("HUSH\u{a0}", "the token holds a character that is not ASCII at offset 4"),
        ("HUSH…", "the token holds a character that is not ASCII at offset 4"),
    ] {
        let error = Token::new(token).expect_err(message);
        assert_eq!((error.code(), error.message()), (Code::Invalid, message));
        assert!(!format!("{error:?}").contains("HUSH"));
    }
}

#[test]
fn good_tokens_become_sensitive_headers() {
    let longest = "x".repeat(8 * 1024);
    for token in ["t", "abc==", "!~\"'<>:;,/\\", "Token", &longest] {
        let header = Token::new(token).unwrap().header();
        assert_eq!(header.to_str().unwrap(), format!("Token {token}"));
        assert!(header.is_sensitive());
        assert_eq!(format!("{header:?}"), "Sensitive");
    }
}

#[test]
fn no_formatting_shows_a_token() {
    let token = Token::new("HUSH").unwrap();
    for text in
        [format!("{token}"), format!("{token:?}"), format!("{token:#?}"), format!("{token:>40}"), token.to_string()]
    {
        assert_eq!(text, "[redacted]");
    }
    assert_eq!(format!("{:?}", Some(token.clone())), "Some([redacted])");
    assert_eq!(token, Token::new("HUSH").unwrap());
    assert_ne!(token, Token::new("hush").unwrap());
}
