extension RecognitionError {
    /// Speech that was not heard because nobody waits for it any more.
    package static func stopped(in time: TimeRange) -> RecognitionError {
        .decodingFailed(time: time, reason: "it was stopped")
    }
}
