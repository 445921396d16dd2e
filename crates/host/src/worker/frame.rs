//! Heads of frames.

/// Length of either head in bytes.
pub(crate) const HEAD: usize = 12;
/// Status of a frame that is an event of the plugin's log and no answer: its JSON is a [`LogLine`](super::handshake::LogLine).
pub(crate) const LOG: i32 = i32::MIN;

/// Head of a frame to the worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RequestHead {
    pub(crate) method: u32,
    pub(crate) json: u32,
    pub(crate) payload: u32,
}

/// Head of a frame to the host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AnswerHead {
    pub(crate) status: i32,
    pub(crate) json: u32,
    pub(crate) payload: u32,
}

impl RequestHead {
    /// `None` where a part is longer than a frame can say.
    pub(crate) fn of(method: &[u8], json: &[u8], payload: &[u8]) -> Option<Self> {
        let len = |bytes: &[u8]| u32::try_from(bytes.len()).ok();
        Some(Self { method: len(method)?, json: len(json)?, payload: len(payload)? })
    }

    pub(crate) fn to_bytes(self) -> [u8; HEAD] {
        join(self.method.to_le_bytes(), self.json, self.payload)
    }

    pub(crate) fn from_bytes(bytes: [u8; HEAD]) -> Self {
        let (method, json, payload) = split(bytes);
        Self { method: u32::from_le_bytes(method), json, payload }
    }
}

impl AnswerHead {
    /// `None` where a part is longer than a frame can say.
    pub(crate) fn of(status: i32, json: &[u8], payload: &[u8]) -> Option<Self> {
        let len = |bytes: &[u8]| u32::try_from(bytes.len()).ok();
        Some(Self { status, json: len(json)?, payload: len(payload)? })
    }

    pub(crate) fn to_bytes(self) -> [u8; HEAD] {
        join(self.status.to_le_bytes(), self.json, self.payload)
    }

    pub(crate) fn from_bytes(bytes: [u8; HEAD]) -> Self {
        let (status, json, payload) = split(bytes);
        Self { status: i32::from_le_bytes(status), json, payload }
    }
}

fn join(first: [u8; 4], second: u32, third: u32) -> [u8; HEAD] {
    let [a, b, c, d] = first;
    let [e, f, g, h] = second.to_le_bytes();
    let [i, j, k, l] = third.to_le_bytes();
    [a, b, c, d, e, f, g, h, i, j, k, l]
}

fn split([a, b, c, d, e, f, g, h, i, j, k, l]: [u8; HEAD]) -> ([u8; 4], u32, u32) {
    ([a, b, c, d], u32::from_le_bytes([e, f, g, h]), u32::from_le_bytes([i, j, k, l]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_read_back() {
        let request = RequestHead { method: 6, json: 0x0102_0304, payload: u32::MAX };
        assert_eq!(RequestHead::from_bytes(request.to_bytes()), request);
        assert_eq!(request.to_bytes()[..8], [6, 0, 0, 0, 4, 3, 2, 1]);
        let answer = AnswerHead { status: -2, json: 1, payload: 0 };
        assert_eq!(AnswerHead::from_bytes(answer.to_bytes()), answer);
    }
}
