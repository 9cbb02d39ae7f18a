//! Whether this process is alone in its console: then Windows made the console for it, because it was
//! started by a double-click or by a file dragged onto it, and the console vanishes when it ends.
//!
//! A crate of its own, because only a call that is not checked can ask.

/// Whether nobody else is in the console.
#[cfg(windows)]
#[expect(unsafe_code, reason = "the system is asked")]
pub fn is_own() -> bool {
    let mut ids = [0; 2];
    // SAFETY: the system writes at most as many numbers as it is told that there is room for.
    let count =
        unsafe { windows_sys::Win32::System::Console::GetConsoleProcessList(ids.as_mut_ptr(), 2) };
    count == 1
}

/// Elsewhere consoles belong to who opened them.
#[cfg(not(windows))]
pub fn is_own() -> bool {
    false
}
