/// The exponential function of eight numbers at once.
enum Exponential {
    typealias Numbers = SIMD8<Float>

    /// *eˣ*, off by at most three units of the last place for *x* in -87...88; held to the ends of that range outside.
    ///
    /// *x = n ln 2 + r* with a whole *n*, and *e^r* by its series up to the sixth power, which is exact enough as
    /// *|r| ≤ ln 2 / 2*.
    @inline(__always)
    static func exp(_ value: Numbers) -> Numbers {
        // The library's `clamped` is a call for each eight numbers.
        let least = Numbers(repeating: -87)
        let most = Numbers(repeating: 88)
        let x = value.replacing(with: least, where: value .< least).replacing(
            with: most, where: value .> most)
        // The sum has a unit of 1, so that its low bits are the nearest whole number.
        let shifted = x * 1.442_695_04 + roundingOffset
        let n = shifted - roundingOffset
        // ln 2 in two parts, the first of so few bits that its product with n is exact.
        let r = x - n * 0.693_359_375 + n * 2.121_944_4e-4
        var series = Numbers(repeating: 1 / 720)
        series = series * r + 1 / 120
        series = series * r + 1 / 24
        series = series * r + 1 / 6
        series = series * r + 0.5
        series = series * r + 1
        series = series * r + 1
        let power = unsafeBitCast(shifted, to: SIMD8<UInt32>.self) &<< 23 &+ (127 << 23)
        return series * unsafeBitCast(power, to: Numbers.self)
    }

    /// 1.5 · 2²³.
    private static var roundingOffset: Float { 12_582_912 }
}
