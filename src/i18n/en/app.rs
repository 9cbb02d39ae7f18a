//! In English: what the program says about itself: files, options, configuration.

use super::En;
use crate::i18n::agree;
use crate::i18n::catalogue::App;
use std::fmt::Display;

impl App for En {
    fn nothing_named(&self) -> &'static str {
        "no files are named"
    }

    fn nothing_named_help(&self) -> &'static str {
        "dekom-lint report.pdf checks a report; dekom-lint --help lists the options"
    }

    fn neither_file_nor_command(&self, name: &dyn Display) -> String {
        format!("«{name}» is neither a file nor a command")
    }

    fn no_stdin(&self, why: &dyn Display) -> String {
        format!("cannot read standard input: {why}")
    }

    fn rule_not_ended(&self, rule: &dyn Display, why: &dyn Display) -> String {
        format!("{rule}: the rule could not be run to its end: {why}")
    }

    fn no_rule(&self, rule: &dyn Display) -> String {
        format!("there is no rule «{rule}»")
    }

    fn no_pack(&self, pack: &dyn Display) -> String {
        format!("there is no pack «{pack}»")
    }

    fn pack_not_used(&self, path: &dyn Display, pack: &dyn Display) -> String {
        format!(
            "{path}: the pack «{pack}» does not apply to this report, and none of its rules was tried"
        )
    }

    fn pack_not_used_help(&self) -> &'static str {
        "its applies_to matches neither the report's title nor a question. --pack uses it all the same."
    }

    fn no_respondent(&self, name: &dyn Display) -> String {
        format!("there is no respondent “{name}”")
    }

    fn no_question_says(&self, text: &dyn Display) -> String {
        format!("no question has “{text}” in its title")
    }

    fn cannot_read(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("cannot read {path}: {why}")
    }

    fn cannot_read_report(&self, path: &dyn Display) -> String {
        format!("cannot read {path}")
    }

    fn cannot_read_rules(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("cannot read the rules in {path}: {why}")
    }

    fn cannot_read_baseline(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("cannot read the baseline {path}: {why}")
    }

    fn figure_changed(&self, path: &dyn Display, rule: &dyn Display) -> String {
        format!("{path}: {rule} is known, but the figure is not the one of the baseline")
    }

    fn cannot_read_config(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("cannot read the configuration {path}: {why}")
    }

    fn cannot_write(&self, path: &dyn Display, why: &dyn Display) -> String {
        format!("cannot write {path}: {why}")
    }

    fn is_input(&self, path: &dyn Display) -> String {
        format!("{path} is read in this run, and would be overwritten")
    }

    fn is_output(&self, path: &dyn Display) -> String {
        format!("{path} is already where another output goes")
    }

    fn choose_another_file(&self) -> &'static str {
        "Choose another file name. Nothing was written."
    }

    fn wrote(&self, path: &dyn Display) -> String {
        format!("wrote {path}")
    }

    fn the_file(&self, why: &dyn Display) -> String {
        format!("the file {why}")
    }

    fn not_found(&self) -> &'static str {
        "does not exist"
    }

    fn no_permission(&self) -> &'static str {
        "you have no access to it"
    }

    fn is_a_folder(&self) -> &'static str {
        "is a folder"
    }

    fn is_no_folder(&self) -> &'static str {
        "is not a folder"
    }

    fn folder_for_file(&self) -> &'static str {
        "is a folder, not a file. Name the file in it."
    }

    fn no_regular_file(&self) -> &'static str {
        "is not a regular file but a device or a pipe. Name the file itself, or read it from standard input with -."
    }

    fn device_for_file(&self) -> &'static str {
        "is a device or a pipe, and not a file"
    }

    fn not_text(&self) -> &'static str {
        "is not text in UTF-8; save the file with the encoding UTF-8"
    }

    fn no_pdfs(&self) -> &'static str {
        "There are no PDF files in the folder. Text files have to be named one by one."
    }

    fn left_out(&self, files: &dyn Display) -> String {
        format!(
            "Not checked: {files}. In folders only PDF files are checked; name text files one by one."
        )
    }

    fn closed_folder(&self, why: &dyn Display) -> String {
        format!("The folder cannot be opened: {why}.")
    }

    fn no_match(&self) -> &'static str {
        "No files match the pattern."
    }

    fn one_on_stdout(&self) -> &'static str {
        "several formats cannot share standard output"
    }

    fn sarif_needs_file(&self) -> &'static str {
        "SARIF for GitHub needs a file, so that the text can stand beside it"
    }

    fn annotated_shows_all(&self) -> &'static str {
        "the annotated PDF would hold all names and numbers of the report"
    }

    fn annotated_on_stdout(&self) -> &'static str {
        "the annotated PDF cannot be written to standard output"
    }

    fn annotated_encrypted(&self, path: &dyn Display) -> String {
        format!("{path} is encrypted and cannot be annotated")
    }

    fn annotated_broken(&self, path: &dyn Display) -> String {
        format!("{path} is built so that it cannot be annotated")
    }

    fn annotated_no_pdf(&self, path: &dyn Display) -> String {
        format!("{path} is a text and cannot be annotated")
    }

    fn annotated_no_pdf_help(&self) -> &'static str {
        "--output pdf= annotates PDFs alone."
    }

    fn changed_meanwhile(&self, path: &dyn Display) -> String {
        format!("{path} was changed while it was checked")
    }

    fn saved_meanwhile(&self, path: &dyn Display) -> String {
        format!(
            "{path} was saved while the files were being written. Nothing in the folder was changed."
        )
    }

    fn run_again(&self) -> &'static str {
        "Run the command again, and it will be included."
    }

    fn two_reports(&self) -> &'static str {
        "name two reports, the older one first"
    }

    fn too_many_rows(&self, table: &dyn Display) -> String {
        format!("the table {table} has more rows than a sheet takes; choose csv, json or jsonl")
    }

    fn export_where(&self) -> &'static str {
        "it does not show which form the export is to have"
    }

    fn no_sender(&self) -> &'static str {
        "The letters have no sender and no deadline: write sender and deadline below [follow-up] in dekom-lint.toml."
    }

    fn no_workbook(&self, why: &dyn Display) -> String {
        format!("it is not a whole workbook ({why})")
    }

    fn file_too_large(&self) -> &'static str {
        "the file is too large"
    }

    fn no_headings(&self, sheet: &dyn Display) -> String {
        format!("the sheet “{sheet}” does not have its headings any more")
    }

    fn sheet_help(&self, name: &dyn Display) -> String {
        format!(
            "Mend it or move it; --force sets it aside as {name}, with all that is in it, and starts anew."
        )
    }

    fn to_ask(&self, count: usize) -> &'static str {
        agree(count, "respondent to ask", "respondents to ask")
    }

    fn letters_moved(&self, names: &dyn Display, folder: &dyn Display) -> String {
        format!("There is nothing left to ask in these, which were moved to {folder}: {names}.")
    }

    fn letter_not_moved(&self, file: &dyn Display, why: &dyn Display) -> String {
        format!("{file} is of no use any more, but could not be moved: {why}.")
    }

    fn misplaced(&self, option: &dyn Display) -> String {
        format!("{option} stands before the command, and does not hold for it")
    }

    fn misplaced_help(&self) -> &'static str {
        "Put the option after the command."
    }

    fn no_config(&self) -> &'static str {
        "no configuration"
    }

    fn advice(&self) -> &'static str {
        "help:"
    }

    fn unknown_command(&self, name: &dyn Display) -> String {
        format!("unknown command «{name}»")
    }

    fn missing_command(&self) -> &'static str {
        "the command after rules is missing"
    }

    fn unknown_option(&self, name: &dyn Display) -> String {
        format!("unknown option {name}")
    }

    fn lacks_value(&self, option: &dyn Display) -> String {
        format!("{option} lacks a value")
    }

    fn invalid_value(&self, value: &dyn Display, option: &dyn Display) -> String {
        format!("invalid value «{value}» for {option}")
    }

    fn write_a_number(&self) -> &'static str {
        "write a whole number, such as 3"
    }

    fn cannot_be_with(&self, option: &dyn Display, other: &dyn Display) -> String {
        format!("{option} cannot be used with {other}")
    }

    fn missing(&self, argument: &dyn Display) -> String {
        format!("missing {argument}")
    }

    fn wrong_usage(&self) -> &'static str {
        "wrong usage"
    }

    fn choose(&self, valid: &dyn Display) -> String {
        format!("choose {valid}")
    }

    fn see_help(&self) -> &'static str {
        "dekom-lint --help lists the options"
    }

    fn no_table(&self, name: &dyn Display) -> String {
        format!("no pack has a table called “{name}”")
    }

    fn other_encoding(&self, file: &dyn Display, line: &dyn Display) -> String {
        format!(
            "{file} is not saved as UTF-8: line {line} has a character of another encoding, probably Windows-1252"
        )
    }

    fn save_as_utf8(&self) -> &'static str {
        "save the file again in UTF-8 (in Notepad: Save as, Encoding: UTF-8)"
    }

    fn no_such_file(&self, path: &dyn Display) -> String {
        format!("{path} does not exist")
    }

    fn give_it_too(&self) -> &'static str {
        "Drop it on the page together with the configuration."
    }

    fn only_hayro(&self, reader: &dyn Display) -> String {
        format!("this page reads with hayro, and not with {reader} as the configuration says")
    }

    fn meant_file(&self, near: &dyn Display) -> String {
        format!("Did you mean {near}?")
    }

    fn watching(&self) -> &'static str {
        "Waiting for changes. Ctrl-C ends it."
    }

    fn cannot_watch(&self, why: &dyn Display) -> String {
        format!("cannot watch the files: {why}")
    }

    fn no_watch_of_stdin(&self) -> &'static str {
        "standard input cannot be checked again"
    }

    fn at_the_desk(&self) -> &'static str {
        "Drag a PDF of the portal onto the icon of the program, and the findings open in the browser. You can also write “.\\dekom-lint.exe report.pdf” in PowerShell."
    }

    fn press_enter(&self) -> &'static str {
        "Press Enter to close the window."
    }
}
