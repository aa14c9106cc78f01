/// What the correlation of pairs of figures follows from, as a database adds it up in one reading.
///
/// The figures are of about 0...100 and counted from their middle, 50, so that the sums of squares keep their places.
public struct CorrelationSums: Sendable, Hashable, Codable {
    /// What is taken from each figure before it is added.
    public static let middle = 50.0

    /// How many pairs.
    public var count: Int
    /// The sum of the first figures.
    public var x: Double
    /// The sum of the second figures.
    public var y: Double
    /// The sum of the squares of the first.
    public var xx: Double
    /// The sum of the squares of the second.
    public var yy: Double
    /// The sum of the products.
    public var xy: Double

    /// Sums of pairs.
    public init(count: Int = 0, x: Double = 0, y: Double = 0, xx: Double = 0, yy: Double = 0, xy: Double = 0)
    {
        self.count = count
        self.x = x
        self.y = y
        self.xx = xx
        self.yy = yy
        self.xy = xy
    }

    /// Pearson's correlation, -1...1; `nil` where one of the figures is always the same.
    public var correlation: Double? {
        guard count > 1 else { return nil }
        let n = Double(count)
        let spreadX = xx - x * x / n
        let spreadY = yy - y * y / n
        // A millionth of a point on average: what is less is left of rounding.
        guard spreadX > 1e-6 * n, spreadY > 1e-6 * n else { return nil }
        return min(max((xy - x * y / n) / (spreadX * spreadY).squareRoot(), -1), 1)
    }
}
