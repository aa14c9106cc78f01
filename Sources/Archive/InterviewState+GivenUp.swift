import Interview

extension InterviewState {
    /// Whether it ended without its candidate having come to its end.
    var isGivenUp: Bool { self == .abandoned || self == .cancelled }
}
