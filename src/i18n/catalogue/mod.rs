//! The messages of the program: a trait for each room, with a method for each message, which each
//! language has to have: one that lacks it does not compile.

mod advice;
mod app;
mod authoring;
mod config;
mod coverage;
mod export;
mod html;
mod judging;
mod letters;
mod mistakes;
mod reading;
mod render;
mod sheet;
mod suggest;
mod terms;
mod toml;
mod words;

pub use advice::Advice;
pub use app::App;
pub use authoring::Authoring;
pub use config::Config;
pub use coverage::Coverage;
pub use export::Export;
pub use html::Html;
pub use judging::Judging;
pub use letters::Letters;
pub use mistakes::Mistakes;
pub use reading::Reading;
pub use render::Render;
pub use sheet::Sheet;
pub use suggest::Suggest;
pub use terms::Terms;
pub use toml::Toml;
pub use words::Words;
