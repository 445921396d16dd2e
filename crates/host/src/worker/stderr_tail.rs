use std::collections::VecDeque;

/// Lines kept.
const LINES: usize = 8;
/// Bytes kept of a line.
const LINE_BYTES: usize = 400;

/// The last lines a worker wrote to standard error.
#[derive(Debug, Default)]
pub(crate) struct StderrTail {
    lines: VecDeque<String>,
    open: Vec<u8>,
}

impl StderrTail {
    /// Takes what came; each line that is complete now goes to `told` as well.
    pub(crate) fn push(&mut self, bytes: &[u8], told: &mut dyn FnMut(&str)) {
        for byte in bytes {
            if *byte == b'\n' {
                self.close(told);
            } else if self.open.len() < LINE_BYTES {
                self.open.push(*byte);
            }
        }
    }

    /// The lines, the oldest first. What was not ended by a line feed counts as a line.
    pub(crate) fn take(&mut self) -> Vec<String> {
        self.close(&mut |_| {});
        std::mem::take(&mut self.lines).into()
    }

    fn close(&mut self, told: &mut dyn FnMut(&str)) {
        let line = String::from_utf8_lossy(&std::mem::take(&mut self.open)).trim_end().to_owned();
        if line.is_empty() {
            return;
        }
        told(&line);
        if self.lines.len() == LINES {
            self.lines.pop_front();
        }
        self.lines.push_back(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_lines_are_kept_and_long_ones_are_cut() {
        let mut tail = StderrTail::default();
        let mut told = 0;
        for number in 0..20 {
            tail.push(format!("line {number}\r\n\n").as_bytes(), &mut |_| told += 1);
        }
        tail.push(&[b'x'; 10_000], &mut |_| told += 1);
        let lines = tail.take();
        assert_eq!((told, lines.len(), lines[0].as_str()), (20, 8, "line 13"));
        assert_eq!(lines[7].len(), LINE_BYTES);
        assert_eq!(tail.take(), Vec::<String>::new());
    }
}
