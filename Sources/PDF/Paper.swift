/// The sheet that a PDF is made for.
public enum Paper: String, Sendable, Hashable, CaseIterable {
    /// 210 mm by 297 mm, usual in most of the world.
    case a4
    /// 8.5 inches by 11 inches, usual in North America.
    case letter

    /// How wide it is, in points of 1/72 inch.
    public var widthPoints: Double { self == .a4 ? 595.276 : 612 }
    /// How high it is, in points of 1/72 inch.
    public var heightPoints: Double { self == .a4 ? 841.89 : 792 }
}
