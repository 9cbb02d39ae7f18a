//! Started from the desktop, by a double-click or by files dragged onto the program: nobody sees what
//! is printed once the window is gone, so findings are shown in the browser, and what went wrong stays
//! until it was read.

use super::code::{BROKEN, OK, UNCHECKED};
use super::environment::World;
use super::inputs::called;
use super::output;
use crate::rules::Lang;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The page that may lie beside the program.
const PAGE: &str = "dekom-lint.html";

/// The files that were dragged onto the program; `None` where it was not started from the desktop.
pub(super) fn dragged(arguments: &[OsString], world: &World<'_>) -> Option<Vec<PathBuf>> {
    let files = arguments.get(1..)?;
    // What is dragged has its whole path. A scheduled run has a console of its own too, where nobody
    // presses a key; an option or a command in it tells it apart.
    let from_desk = world.env.own_console && files.iter().all(|file| Path::new(file).is_absolute());
    from_desk.then(|| files.iter().map(PathBuf::from).collect())
}

/// Says what to do, or checks the files that were dragged, by `obey`, and shows what was found.
pub(super) fn run(
    files: &[PathBuf],
    world: &mut World<'_>,
    lang: Lang,
    obey: fn(&[OsString], &mut World<'_>) -> u8,
) -> u8 {
    let Some(first) = files.first() else {
        output::to_stderr(&format!("{}\n", lang.app().at_the_desk()), world);
        let page = world.env.program.as_ref().map(|p| p.with_file_name(PAGE));
        if let Some(page) = page.filter(|page| page.is_file()) {
            (world.open)(&page);
        }
        wait(world, lang);
        return OK;
    };
    let page = beside(first);
    let mut arguments = vec![OsString::from("dekom-lint"), "--output".into()];
    let mut output = OsString::from("html=");
    output.push(&page);
    arguments.push(output);
    arguments.extend(files.iter().map(|file| file.clone().into_os_string()));
    // The files are no options of the program's own any more.
    let code = obey(&arguments, world);
    if code != BROKEN && page.is_file() {
        // It may stand in another folder than the report.
        output::to_stderr(&format!("{}\n", lang.app().wrote(&called(&page))), world);
        (world.open)(&page);
    }
    if matches!(code, BROKEN | UNCHECKED) {
        wait(world, lang);
    }
    code
}

/// `report-funn.html` beside the report, or in the folder for what is temporary where nothing can be
/// written beside it.
fn beside(report: &Path) -> PathBuf {
    let stem = report.file_stem().unwrap_or_default();
    let mut name = stem.to_owned();
    name.push("-funn.html");
    let there = report.with_file_name(&name);
    let folder = there
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if tempfile::tempfile_in(folder.unwrap_or(Path::new("."))).is_ok() {
        there
    } else {
        std::env::temp_dir().join(name)
    }
}

/// Keeps the window until it was read.
fn wait(world: &mut World<'_>, lang: Lang) {
    output::to_stderr(&format!("\n{}\n", lang.app().press_enter()), world);
    // At the end of its input nobody is there to wait for.
    let _ = world.stdin.read(&mut [0]);
}

#[cfg(test)]
mod tests {
    use super::super::{Env, run};
    use super::*;

    /// What is opened, printed and answered where the program is started with these arguments.
    fn started(arguments: &[&Path], program: Option<PathBuf>) -> (Vec<PathBuf>, String, u8) {
        let mut opened = Vec::new();
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let mut all = vec![OsString::from("dekom-lint")];
        all.extend(arguments.iter().map(|path| path.as_os_str().to_owned()));
        let code = run(
            &all,
            &mut World {
                env: Env {
                    own_console: true,
                    program,
                    ..Env::default()
                },
                stdin: &mut &b"\n"[..],
                stdout: &mut stdout,
                stderr: &mut stderr,
                open: &mut |path| opened.push(path.to_owned()),
            },
        );
        (opened, String::from_utf8(stderr).unwrap(), code)
    }

    #[test]
    fn a_double_click_says_what_to_do_and_opens_the_page_beside() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("dekom-lint.exe");
        let (opened, said, code) = started(&[], Some(program.clone()));
        assert!(said.contains("Dra en PDF"), "{said}");
        assert!(said.contains("Trykk Enter"), "{said}");
        assert_eq!((opened, code), (Vec::new(), OK));
        let page = folder.path().join(PAGE);
        std::fs::write(&page, "").unwrap();
        assert_eq!(started(&[], Some(program)).0, [page]);
    }

    #[test]
    fn a_report_that_is_dragged_onto_the_program_has_its_findings_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let report = folder.path().join("årsrapport 2024.txt");
        std::fs::copy("fixtures/report.txt", &report).unwrap();
        let (opened, said, code) = started(&[&report], None);
        let page = folder.path().join("årsrapport 2024-funn.html");
        assert_eq!(opened, std::slice::from_ref(&page));
        let html = std::fs::read_to_string(&page).unwrap();
        assert!(html.starts_with("<!doctype html>"));
        assert!(said.contains(&format!("skrev {}", called(&page))), "{said}");
        assert!(code <= 1 && !said.contains("Trykk Enter"), "{code} {said}");
    }

    #[test]
    fn what_went_wrong_stays_until_it_was_read() {
        let folder = tempfile::tempdir().unwrap();
        let report = folder.path().join("tom.pdf");
        std::fs::write(&report, "").unwrap();
        let (_, said, code) = started(&[&report], None);
        assert_eq!(code, UNCHECKED);
        assert!(
            said.contains("tom") && said.contains("Trykk Enter"),
            "{said}"
        );
    }

    #[test]
    fn whoever_gives_an_option_does_not_come_at_the_desktop() {
        let (opened, said, _) = started(&[Path::new("--version")], None);
        assert!(opened.is_empty() && !said.contains("Trykk Enter"));
        // Nor does who names a command, or a file as it stands in the folder.
        for arguments in [["man", "man"], ["fixtures/none.pdf", "fixtures/none.pdf"]] {
            let (opened, said, _) = started(&arguments.map(Path::new), None);
            assert!(opened.is_empty() && !said.contains("Trykk Enter"), "{said}");
        }
    }
}
