//! What the program says about itself: files, options, configuration.

use std::fmt::Display;

/// What the program says about itself: files, options, configuration.
pub trait App {
    /// Nothing is there to check.
    fn nothing_named(&self) -> &'static str;
    /// What to do then.
    fn nothing_named_help(&self) -> &'static str;
    /// What stands first is neither.
    fn neither_file_nor_command(&self, name: &dyn Display) -> String;
    /// Standard input fails.
    fn no_stdin(&self, why: &dyn Display) -> String;
    /// A rule ran out of fuel, or overflowed.
    fn rule_not_ended(&self, rule: &dyn Display, why: &dyn Display) -> String;
    /// A rule is named that does not exist.
    fn no_rule(&self, rule: &dyn Display) -> String;
    /// A pack is named that does not exist.
    fn no_pack(&self, pack: &dyn Display) -> String;
    /// A pack that the command line names is for another survey.
    fn pack_not_used(&self, path: &dyn Display, pack: &dyn Display) -> String;
    /// What to do then.
    fn pack_not_used_help(&self) -> &'static str;
    /// A respondent is named whom no report has.
    fn no_respondent(&self, name: &dyn Display) -> String;
    /// No question's title has a text.
    fn no_question_says(&self, text: &dyn Display) -> String;
    /// A report can't be read, and why.
    fn cannot_read(&self, path: &dyn Display, why: &dyn Display) -> String;
    /// A report can't be read; what to do is said beside it.
    fn cannot_read_report(&self, path: &dyn Display) -> String;
    /// A rule file can't be read.
    fn cannot_read_rules(&self, path: &dyn Display, why: &dyn Display) -> String;
    /// The baseline can't be read.
    fn cannot_read_baseline(&self, path: &dyn Display, why: &dyn Display) -> String;
    /// A finding that the baseline knows with another figure.
    fn figure_changed(&self, path: &dyn Display, rule: &dyn Display) -> String;
    /// The configuration can't be read.
    fn cannot_read_config(&self, path: &dyn Display, why: &dyn Display) -> String;
    /// A file can't be written.
    fn cannot_write(&self, path: &dyn Display, why: &dyn Display) -> String;
    /// An output would be written over what is read.
    fn is_input(&self, path: &dyn Display) -> String;
    /// Two outputs would be one file.
    fn is_output(&self, path: &dyn Display) -> String;
    /// What to do then.
    fn choose_another_file(&self) -> &'static str;
    /// A file was written.
    fn wrote(&self, path: &dyn Display) -> String;
    /// Why the bytes of a file could not be had.
    fn the_file(&self, why: &dyn Display) -> String;
    /// There is no such file.
    fn not_found(&self) -> &'static str;
    /// The system refuses.
    fn no_permission(&self) -> &'static str;
    /// A folder stands where a file should.
    fn is_a_folder(&self) -> &'static str;
    /// Something else stands where a folder should.
    fn is_no_folder(&self) -> &'static str;
    /// A folder is named where a report should be, and what to do.
    fn folder_for_file(&self) -> &'static str;
    /// Something without an end is named where a report should be, and what to do.
    fn no_regular_file(&self) -> &'static str;
    /// The same where a file of the user's own should be.
    fn device_for_file(&self) -> &'static str;
    /// The file is not UTF-8.
    fn not_text(&self) -> &'static str;
    /// A folder without a PDF.
    fn no_pdfs(&self) -> &'static str;
    /// Text files beside the PDFs of a folder.
    fn left_out(&self, files: &dyn Display) -> String;
    /// A folder that can't be looked into, and why.
    fn closed_folder(&self, why: &dyn Display) -> String;
    /// A pattern without a file.
    fn no_match(&self) -> &'static str;
    /// Two formats for standard output.
    fn one_on_stdout(&self) -> &'static str;
    /// SARIF with its sidecars on standard output.
    fn sarif_needs_file(&self) -> &'static str;
    /// An annotated PDF with redaction.
    fn annotated_shows_all(&self) -> &'static str;
    /// An annotated PDF without a file.
    fn annotated_on_stdout(&self) -> &'static str;
    /// An encrypted PDF can be read but not added to.
    fn annotated_encrypted(&self, path: &dyn Display) -> String;
    /// The PDF's structure is not one that can be added to.
    fn annotated_broken(&self, path: &dyn Display) -> String;
    /// A text, where a PDF would be annotated.
    fn annotated_no_pdf(&self, path: &dyn Display) -> String;
    /// What is annotated.
    fn annotated_no_pdf_help(&self) -> &'static str;
    /// The bytes are no longer those that were checked.
    fn changed_meanwhile(&self, path: &dyn Display) -> String;
    /// Somebody saved a file of the folder after it was looked into.
    fn saved_meanwhile(&self, path: &dyn Display) -> String;
    /// What to do then.
    fn run_again(&self) -> &'static str;
    /// What `compare` needs.
    fn two_reports(&self) -> &'static str;
    /// A table does not fit into a sheet.
    fn too_many_rows(&self, table: &dyn Display) -> String;
    /// An export without a file or a format.
    fn export_where(&self) -> &'static str;
    /// Said where the letters have no sender.
    fn no_sender(&self) -> &'static str;
    /// Why a sheet was not read.
    fn no_workbook(&self, why: &dyn Display) -> String;
    /// Why a file of the folder was not read.
    fn file_too_large(&self) -> &'static str;
    /// Why a sheet was not read: its headings are gone.
    fn no_headings(&self, sheet: &dyn Display) -> String;
    /// What to do about a sheet that was not read.
    fn sheet_help(&self, name: &dyn Display) -> String;
    /// How many respondents there is something to ask, after the count.
    fn to_ask(&self, count: usize) -> &'static str;
    /// Letters that nobody needs any more were moved.
    fn letters_moved(&self, names: &dyn Display, folder: &dyn Display) -> String;
    /// One was not.
    fn letter_not_moved(&self, file: &dyn Display, why: &dyn Display) -> String;
    /// An option before a command that does not heed it.
    fn misplaced(&self, option: &dyn Display) -> String;
    /// What to do then.
    fn misplaced_help(&self) -> &'static str;
    /// In place of the configuration's name.
    fn no_config(&self) -> &'static str;
    /// Before what to do, below an error.
    fn advice(&self) -> &'static str;
    /// A command below `rules` that does not exist.
    fn unknown_command(&self, name: &dyn Display) -> String;
    /// `rules` alone.
    fn missing_command(&self) -> &'static str;
    /// An option that does not exist.
    fn unknown_option(&self, name: &dyn Display) -> String;
    /// An option without its value.
    fn lacks_value(&self, option: &dyn Display) -> String;
    /// A value that an option does not take; what follows may say why.
    fn invalid_value(&self, value: &dyn Display, option: &dyn Display) -> String;
    /// What to write where a number is wanted.
    fn write_a_number(&self) -> &'static str;
    /// Two options that exclude each other.
    fn cannot_be_with(&self, option: &dyn Display, other: &dyn Display) -> String;
    /// An argument that must be there.
    fn missing(&self, argument: &dyn Display) -> String;
    /// Any other misuse.
    fn wrong_usage(&self) -> &'static str;
    /// The values that an option takes.
    fn choose(&self, valid: &dyn Display) -> String;
    /// Where the options are listed.
    fn see_help(&self) -> &'static str;
    /// A table that no pack has.
    fn no_table(&self, name: &dyn Display) -> String;
    /// A rule file in another encoding.
    fn other_encoding(&self, file: &dyn Display, line: &dyn Display) -> String;
    /// What to do about it.
    fn save_as_utf8(&self) -> &'static str;
    /// A file is named that is not there.
    fn no_such_file(&self, path: &dyn Display) -> String;
    /// What to do about one that the configuration names, on the page in the browser.
    fn give_it_too(&self) -> &'static str;
    /// The page in the browser has one reader alone.
    fn only_hayro(&self, reader: &dyn Display) -> String;
    /// A file beside it is called nearly the same.
    fn meant_file(&self, near: &dyn Display) -> String;
    /// The program waits for a change.
    fn watching(&self) -> &'static str;
    /// Changes can't be waited for.
    fn cannot_watch(&self, why: &dyn Display) -> String;
    /// Standard input can't change.
    fn no_watch_of_stdin(&self) -> &'static str;
    /// Started by a double-click: what to do, in two sentences.
    fn at_the_desk(&self) -> &'static str;
    /// The window closes with the program.
    fn press_enter(&self) -> &'static str;
}
