/// What a colour of a picture is for.
public enum ColourRole: String, Sendable, CaseIterable {
    /// Behind everything.
    case ground
    /// Text that is read first.
    case ink
    /// Text that is looked up.
    case dim
    /// Lines to read along.
    case rule
    /// What was measured: level, pitch and pace.
    case data
    /// The level where nobody speaks.
    case quiet
    /// The stripes of a pause, and what lies under them.
    case stripe, pause
    /// The comfortable pace, and its limits.
    case band, edge
    /// The marks and their words.
    case filledPause, lexical, hedge, repetition, restart
    /// The letters on the marks.
    case letter

    /// The colour of a kind of mark.
    public init(_ kind: TimelineMark.Kind) {
        self =
            switch kind {
            case .filledPause: .filledPause
            case .lexical: .lexical
            case .hedge: .hedge
            case .repetition: .repetition
            case .restart: .restart
            }
    }
}
