//! Follows the walk-through of the documentation, command by command.

#[test]
fn every_command_does_as_is_told() {
    trycmd::TestCases::new()
        .case("docs/new-survey.md")
        .env("NO_COLOR", "1")
        .env("LANG", "C")
        .env("LC_ALL", "")
        .env("CI", "");
}

#[test]
fn the_pack_that_is_shown_is_the_one_that_is_tested() {
    let page = include_str!("../../docs/new-survey.md");
    let pack = include_str!("../../docs/new-survey.in/leseglede.toml");
    let shown = page
        .split("```toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("a pack");
    assert!(pack.starts_with(shown), "{shown}");
}
