//! The command line as its users see it: each case is a file in `tests/cli`.

#[test]
fn cases() {
    trycmd::TestCases::new()
        .case("tests/cli/*.trycmd")
        .env("NO_COLOR", "1")
        .env("LANG", "C")
        .env("LC_ALL", "")
        .env("CI", "");
}
