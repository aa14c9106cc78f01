/// With how much care a live stream is heard.
public enum LiveCare: Sendable, Hashable {
    /// With as much work as one who speaks can be heard with in time.
    case careful
    /// With as much as several can be heard with at once.
    case quick
}
