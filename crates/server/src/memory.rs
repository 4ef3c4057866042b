//! Memory that nobody uses goes back to the system.
//!
//! Filling a zone or computing a year takes a gigabyte for some seconds. The allocator of Linux (glibc) keeps what was
//! freed for the next time, so an intranet server would stand at its highest mark for months beside other programs.

/// A server at rest holds less than this; below it there is nothing worth a pause.
const AT_REST: u64 = 96 * 1024 * 1024;

/// Gives back what nobody uses when more is held than at rest; says whether it looked.
///
/// What was freed cannot be told from what is in use by looking at the process, so this asks again and again; a call
/// that finds nothing takes a few milliseconds.
pub(crate) fn give_back() -> bool {
    let much = resident().is_some_and(|now| now > AT_REST);
    if much {
        trim();
    }
    much
}

/// Bytes of this process in memory, where the system tells.
pub(crate) fn resident() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn trim() {
    #[expect(
        unsafe_code,
        reason = "the only way to glibc's own trimming; two allocators tried instead kept more"
    )]
    // SAFETY: takes a number, touches no memory of ours, and may be called from any thread at any time (malloc_trim(3)).
    unsafe {
        libc::malloc_trim(0);
    }
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn trim() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    fn what_was_freed_goes_back() {
        let much: Vec<Vec<u8>> = (0..100_000).map(|_| vec![1; 4_000]).collect();
        let kept: Vec<Vec<u8>> = much.into_iter().step_by(1_000).collect();
        let before = resident().unwrap();
        assert!(give_back());
        let after = resident().unwrap();
        assert!(after + 300_000_000 < before, "{before} → {after}, {} kept", kept.len());
    }
}
