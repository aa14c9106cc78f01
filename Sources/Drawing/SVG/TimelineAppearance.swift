/// The colours of a picture.
public enum TimelineAppearance: String, Sendable, Hashable, CaseIterable {
    /// Light or dark as the reader's system asks for (`prefers-color-scheme`); light where nobody asks.
    case automatic
    /// Dark on light.
    case light
    /// Light on dark.
    case dark
}
