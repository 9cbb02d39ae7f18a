//! Follows the walk-through of the documentation, command by command.

const PAGE: &str = include_str!("../../docs/new-survey.md");

#[test]
fn every_command_does_as_is_told() {
    trycmd::TestCases::new()
        .case("docs/new-survey.md")
        .env("NO_COLOR", "1")
        .env("LANG", "C")
        .env("LC_ALL", "")
        .env("CI", "");
}

/// The pack that the page shows.
fn shown() -> &'static str {
    let shown = PAGE.split("```toml\n").nth(1);
    let shown = shown.and_then(|rest| rest.split("```").next());
    shown.expect("a pack")
}

#[test]
fn the_pack_that_is_shown_is_the_one_that_is_tested() {
    let pack = include_str!("../../docs/new-survey.in/klima.toml");
    assert_eq!(pack, shown());
}

#[test]
fn the_rule_that_is_shown_is_the_one_that_is_tested() {
    let own = include_str!("../../docs/new-survey.in/egen.toml");
    let shown = PAGE.split("```toml\n").nth(2);
    let shown = shown.and_then(|rest| rest.split("```").next());
    assert!(own.ends_with(shown.expect("a rule")));
}

/// The figure of the page: lines for each check, blank ones aside.
#[test]
fn a_check_takes_as_many_lines_as_the_page_says() {
    let checks: Vec<&str> = shown().split("[[check]]").skip(1).collect();
    assert_eq!(checks.len(), 12);
    let lines = |check: &str| check.lines().filter(|line| !line.trim().is_empty()).count() + 1;
    let all: usize = checks.iter().map(|check| lines(check)).sum();
    let tenths = (20 * all + checks.len()) / (2 * checks.len());
    let said = format!("{},{} lines of TOML for each", tenths / 10, tenths % 10);
    assert!(PAGE.contains(&said), "{said}");
}
