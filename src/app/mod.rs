//! What the program does: arguments and surroundings → output and a code.

mod accept;
mod annotated;
mod check;
mod cli_error;
mod code;
mod compare;
mod desk;
mod engine;
mod environment;
mod export;
mod follow_up;
mod groups;
mod help;
mod help_commands;
mod inputs;
mod isolate;
mod judged;
mod load;
mod outbox;
mod output;
mod pictures;
mod program;
mod redaction;
mod rules_cmd;
mod settings;
mod show_config;
mod sidecar;
mod source;
mod spoken;
mod watch;

use environment::{Env, World};
pub use program::program;

use crate::cli::{Cli, Command};
use crate::cli_values::Shape;
use crate::config;
use crate::rules::Lang;
use clap::parser::ValueSource;
use clap::{ColorChoice, CommandFactory as _, FromArgMatches as _, ValueEnum as _};
use cli_error::{CliError, CliErrors};
use code::{BROKEN, OK};
use spoken::warn;
use std::ffi::OsString;

/// Does what the arguments ask for, and gives the exit code.
pub(crate) fn run(arguments: &[OsString], world: &mut World<'_>) -> u8 {
    let lang = language(&[], &world.env);
    match desk::dragged(arguments, world) {
        Some(files) => desk::run(&files, world, lang, obeyed),
        None => obeyed(arguments, world),
    }
}

fn obeyed(arguments: &[OsString], world: &mut World<'_>) -> u8 {
    let spoken = language(arguments, &world.env);
    let color = color_flag(arguments);
    let result = match parse(arguments, spoken) {
        Err(error) if error.use_stderr() => Err(CliError::usage(&error, spoken).into()),
        Err(help) => {
            let colored = world.env.colors(color, world.env.stdout_terminal);
            let text = if colored {
                help.render().ansi().to_string()
            } else {
                help.render().to_string()
            };
            output::to_stdout(&text, world, spoken)
                .map(|()| OK)
                .map_err(Into::into)
        }
        Ok((_, Some(option))) => Err(misplaced(&option, spoken).into()),
        Ok((cli, None)) => obey(&cli, world, spoken),
    };
    result.unwrap_or_else(|CliErrors(errors)| {
        for error in errors {
            warn(error.as_ref(), world, color, spoken);
        }
        BROKEN
    })
}

/// The command line, and an option that stands before a command that does not heed it.
fn parse(arguments: &[OsString], lang: Lang) -> Result<(Cli, Option<String>), clap::Error> {
    let command = help::localized(Cli::command(), lang);
    let matches = command.try_get_matches_from(arguments)?;
    let cli = Cli::from_arg_matches(&matches)?;
    let ignored = match cli.command {
        // No command heeds one: each has its own, and those of every command hold wherever they stand.
        Some(_) => {
            let command = Cli::command();
            let own = command.get_arguments().filter(|arg| !arg.is_global_set());
            let given = |arg: &&clap::Arg| {
                matches.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine)
            };
            let first = own.filter(given).find_map(clap::Arg::get_long);
            first.map(|long| format!("--{long}"))
        }
        None => None,
    };
    Ok((cli, ignored))
}

fn misplaced(option: &str, lang: Lang) -> CliError {
    CliError::new(lang.app().misplaced(&option)).help(lang.app().misplaced_help())
}

fn obey(cli: &Cli, world: &mut World<'_>, lang: Lang) -> Result<u8, CliErrors> {
    match &cli.command {
        None if cli.lint.watch => watch::watch(cli, world, lang),
        None => check::check(cli, world, lang),
        Some(Command::FollowUp {
            checks,
            output,
            force,
        }) => {
            let cli = cli.with(checks);
            follow_up::follow_up(&cli, output, *force, world, lang)
        }
        Some(Command::Export {
            checks,
            output,
            form,
        }) => {
            let cli = cli.with(checks);
            export::export(&cli, output.as_deref(), *form, world, lang)
        }
        Some(Command::Compare { checks, form }) => {
            let as_json = *form == Some(Shape::Json);
            compare::compare(&cli.with(checks), as_json, world, lang)
        }
        Some(Command::Explain { rule, extra }) => rules_cmd::explain(rule, extra, world, lang),
        Some(Command::Rules { action }) => rules_cmd::obey(action, cli, world, lang),
        Some(Command::Completions { shell }) => {
            let mut script = Vec::new();
            let mut command = help::localized(Cli::command(), lang);
            clap_complete::generate(*shell, &mut command, "dekom-lint", &mut script);
            print(&script, world, lang)
        }
        Some(Command::ConfigSchema) => {
            let mut schema = serde_json::to_vec_pretty(&config::schema()).unwrap_or_default();
            schema.push(b'\n');
            print(&schema, world, lang)
        }
        Some(Command::Man) => {
            let mut page = Vec::new();
            // Writing to memory doesn't fail.
            let _ = clap_mangen::Man::new(help::localized(Cli::command(), lang)).render(&mut page);
            print(&page, world, lang)
        }
    }
}

fn print(bytes: &[u8], world: &mut World<'_>, lang: Lang) -> Result<u8, CliErrors> {
    output::to_stdout(&String::from_utf8_lossy(bytes), world, lang)?;
    Ok(OK)
}

/// The language: `--lang`, then `DEKOM_LINT_LANG`, then the locale, then bokmål.
///
/// It is looked for before the arguments are parsed, as their mistakes are told in it too.
fn language(arguments: &[OsString], env: &Env) -> Lang {
    let locales = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let locale = locales.into_iter().find_map(|name| env.var(name));
    value_of("--lang", arguments)
        .and_then(|name| Lang::from_str(&name, false).ok())
        .or_else(|| Lang::of_locale(env.var("DEKOM_LINT_LANG")?))
        .or_else(|| Lang::of_locale(locale?))
        .unwrap_or_default()
}

fn color_flag(arguments: &[OsString]) -> Option<ColorChoice> {
    ColorChoice::from_str(&value_of("--color", arguments)?, false).ok()
}

/// The last value of an option, as `--name value` or `--name=value`.
fn value_of(option: &str, arguments: &[OsString]) -> Option<String> {
    let texts = arguments.iter().map(|argument| argument.to_str());
    let texts: Vec<&str> = texts.map(Option::unwrap_or_default).collect();
    let texts = texts.split(|text| *text == "--").next()?;
    let inline = |text: &&str| Some(text.strip_prefix(option)?.strip_prefix('=')?.to_owned());
    (0..texts.len()).rev().find_map(|index| {
        let text = texts.get(index)?;
        if *text == option {
            texts.get(index + 1).map(|value| (*value).to_owned())
        } else {
            inline(text)
        }
    })
}
