/// What one pass over a recording listens to.
public enum Channel: Sendable, Hashable {
    /// The mean of all channels.
    case mix
    /// One channel, counted from 0.
    case channel(Int)

    /// The channel as a reader of a report should see it: `mix`, `left`, `right`, `channel 3`.
    public var label: String {
        switch self {
        case .mix: "mix"
        case .channel(0): "left"
        case .channel(1): "right"
        case .channel(let index): "channel \(index + 1)"
        }
    }
}
