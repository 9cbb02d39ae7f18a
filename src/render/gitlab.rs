//! Later.
pub(super) fn render(_: &crate::diagnostics::Run, _: &super::Options) -> String {
    String::new()
}
